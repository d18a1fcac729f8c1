//! A document laid out for reading: its tokens, its lines, and what has been found in it so far.

use std::cell::OnceCell;

use super::layout::Layout;
use super::rule::Found;
use crate::fact::Numeral;
use crate::lexicon::{Class, ClassSet, Lexicon, Sense};
use crate::span::Span;
use crate::text::{Kind, Token, tokenize};

use super::cursor::Cursor;

/// A document laid out for reading.
pub struct Page<'a> {
    /// The text.
    pub text: &'a str,
    /// The dictionary.
    pub lexicon: &'a Lexicon,
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
    /// What its lines are.
    pub layout: Layout,
    /// The numerals read so far, in order.
    pub numerals: Vec<Found<Numeral>>,
    /// The tokens that are of any class.
    marked: Vec<u32>,
    decimal_commas: OnceCell<bool>,
}

impl<'a> Page<'a> {
    /// The tokens of `text`, with its lines told apart.
    pub fn new(text: &'a str, lexicon: &'a Lexicon) -> Self {
        let tokens = tokenize(text, lexicon);
        let mut page = Self {
            text,
            lexicon,
            tokens,
            layout: Layout::default(),
            numerals: Vec::new(),
            marked: Vec::new(),
            decimal_commas: OnceCell::new(),
        };
        page.marked =
            (0..page.tokens.len()).filter(|at| !page.classes(*at).is_empty()).map(|at| at as u32).collect();
        page.split_elevens();
        page.layout = Layout::of(&page);
        page
    }

    /// Typed without its hamza, وأحد is واحد; before عشر it is the former.
    fn split_elevens(&mut self) {
        for index in 0..self.marked.len() {
            let at = self.marked[index] as usize;
            if at == 0 || !self.classes(at).has(Class::Teen) || !self.classes(at - 1).has(Class::Cardinal) {
                continue;
            }
            let split = self.tokens[at - 1].split(self.text, self.lexicon);
            let counts = |t: &Token| self.lexicon.classes(t.word()).has(Class::Cardinal);
            if let Some(token) = split.filter(counts) {
                self.tokens[at - 1] = token;
            }
        }
    }

    /// A cursor at every token that may begin a fact: those of any class, outside page furniture.
    pub fn places(&self) -> impl Iterator<Item = Cursor<'_>> {
        let mut muted = self.layout.muted().peekable();
        self.marked
            .iter()
            .map(|at| *at as usize)
            .filter(move |at| {
                while muted.next_if(|range| range.end <= *at).is_some() {}
                muted.peek().is_none_or(|range| *at < range.start)
            })
            .map(|at| Cursor::new(self, at))
    }

    /// Whether the document writes 6,1 for six and a tenth, and so 1.230 for a thousand and more. Looked up once, by
    /// the first number that has to know.
    pub fn writes_decimal_commas(&self) -> bool {
        *self.decimal_commas.get_or_init(|| {
            let short = |t: &Token| t.is_digits() && self.quote(t.span).chars().count() < 3;
            self.tokens
                .windows(3)
                .any(|w| w[0].is_digits() && is_glued_sign(&w[1], ',') && short(&w[2]) && !w[2].after_space())
        })
    }

    /// The quotation of `span`.
    pub fn quote(&self, span: Span) -> &'a str {
        &self.text[span.range()]
    }

    /// The classes of the token at `at`.
    #[inline]
    pub fn classes(&self, at: usize) -> ClassSet {
        let token = &self.tokens[at];
        if token.word().is_known() {
            return self.lexicon.classes(token.word());
        }
        match token.kind() {
            Kind::Digits => DIGITS,
            Kind::Sign('%' | '٪') => PERCENT_SIGN,
            _ => ClassSet::EMPTY,
        }
    }

    /// What the token at `at` means by itself.
    #[inline]
    pub fn senses(&self, at: usize) -> &'a [Sense] {
        self.lexicon.word(self.tokens[at].word()).senses()
    }

    /// The numeral that starts at the token `at`.
    pub fn numeral_at(&self, at: usize) -> Option<&Found<Numeral>> {
        let index = self.numerals.binary_search_by_key(&(at as u32), |found| found.start).ok()?;
        Some(&self.numerals[index])
    }
}

fn is_glued_sign(token: &Token, sign: char) -> bool {
    token.is_sign(sign) && !token.after_space()
}

const DIGITS: ClassSet = ClassSet::of(&[Class::Digits]);
const PERCENT_SIGN: ClassSet = ClassSet::of(&[Class::PercentSign]);
