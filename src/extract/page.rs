//! A document laid out for reading: its tokens, its lines, and what has been found in it so far.

use std::cell::{Cell, OnceCell};

use super::begun::Begun;
use super::clause::sentences;
use super::layout::Layout;
use super::room::Room;
use super::rule::Found;
use super::sets::Sets;
use super::starts::{Mark, Reader, Starts};
use super::time::Draft;
use super::{claim, entity, numeral, quantity, source, time};
use crate::fact::{Claim, Entity, Numeral, Quantity, Source};
use crate::lexicon::{Class, ClassSet, Functions, Lexicon, Name, Sense};
use crate::span::Span;
use crate::text::{Key, Quotation, Token, quotations_into, tokenize_into};

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
    /// Where each of its sentences begins: indices of tokens, in order.
    pub sentences: Vec<u32>,
    /// What stands between quotation marks, by start.
    pub quotations: Vec<Quotation>,
    /// The numerals, in order, those within times included.
    pub numerals: Vec<Found<Numeral>>,
    /// The times as they are written, in order.
    pub(super) times: Vec<Found<Draft>>,
    /// The entities, in order.
    pub entities: Vec<Found<Entity>>,
    /// The quantities, in order.
    pub quantities: Vec<Found<Quantity>>,
    /// The attributions, in order.
    pub sources: Vec<Found<Source>>,
    /// The claims, in order.
    pub claims: Vec<Found<Claim>>,
    /// The classes of each token, and the number of their set, among `sets`.
    pub(super) classes: Vec<ClassSet>,
    pub(super) set_of: Vec<u16>,
    pub(super) sets: Sets<'a>,
    /// The phrases of several words, by their first tokens, shorter ones first.
    pub(super) phrases: Vec<Ended>,
    /// The words that phrases start with.
    pub(super) opening: Vec<u32>,
    /// The signs, and the first tokens of lines.
    pub(super) breaks: Vec<u32>,
    /// Where each reader starts.
    pub(super) starts: Starts,
    /// The first tokens of the numerals.
    pub(super) numerals_begin: Begun,
    /// The first tokens of the times, and their last.
    pub(super) times_begin: Begun,
    pub(super) times_end: Begun,
    /// The first tokens of the entities.
    pub(super) entities_begin: Begun,
    /// The first tokens of the quantities.
    pub(super) quantities_begin: Begun,
    decimal_commas: OnceCell<bool>,
    keys: Keys,
    /// The listed name that was last looked up, and the token after it.
    pub(super) listed: Last<(&'static Name, u32)>,
    /// The amount that was last read.
    pub(super) amount: Last<numeral::Sum<u32>>,
    /// The head of a quantity that was last read.
    pub(super) head: Last<quantity::HeadAt>,
}

/// A phrase of several words.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ended {
    /// Its first token.
    pub(super) first: u32,
    /// How many tokens it takes.
    pub(super) tokens: usize,
    /// The node of the dictionary's phrases that it ends at.
    pub(super) node: u32,
}

/// What was last worked out, and at which token: the rules of a kind ask for the same at one place in turn.
pub(super) struct Last<T>(Cell<(u32, Option<T>)>);

impl<T> Default for Last<T> {
    fn default() -> Self {
        Self(Cell::new((u32::MAX, None)))
    }
}

impl<T: Copy> Last<T> {
    /// What there is at the token `at`, worked out unless it was asked for last.
    pub(super) fn at(&self, at: usize, work: impl FnOnce() -> Option<T>) -> Option<T> {
        let (last, found) = self.0.get();
        if last as usize == at {
            return found;
        }
        let found = work();
        self.0.set((at as u32, found));
        found
    }
}

/// The last keys of tokens that were asked for: rules look ahead at the same few tokens again and again.
type Keys = [Cell<(u32, Option<Key>)>; KEYS];

const KEYS: usize = 16;

impl<'a> Page<'a> {
    /// The tokens of `text`, with its lines told apart.
    pub fn new(text: &'a str, lexicon: &'a Lexicon) -> Self {
        let mut room = Room::take();
        tokenize_into(text, lexicon, &mut room.tokens);
        let [numerals_begin, times_begin, times_end, entities_begin, quantities_begin] = room.begun;
        let mut page = Self {
            text,
            lexicon,
            tokens: room.tokens,
            layout: room.layout,
            sentences: room.sentences,
            quotations: room.quotations,
            numerals: room.numerals,
            times: room.times,
            entities: room.entities,
            quantities: room.quantities,
            sources: room.sources,
            claims: room.claims,
            classes: room.classes,
            set_of: room.set_of,
            sets: Sets::of(lexicon, room.own),
            phrases: room.phrases,
            opening: room.opening,
            breaks: room.breaks,
            starts: room.starts,
            numerals_begin,
            times_begin,
            times_end,
            entities_begin,
            quantities_begin,
            decimal_commas: OnceCell::new(),
            keys: [const { Cell::new((u32::MAX, None)) }; KEYS],
            listed: Last::default(),
            amount: Last::default(),
            head: Last::default(),
        };
        page.lay_out();
        page
    }

    /// Reads every kind in its order; each reads what was found before it.
    pub(super) fn read(&mut self) {
        use std::mem::take;
        let many = self.tokens.len();
        self.read_numerals();
        self.times = time::read(take(&mut self.times), self);
        self.times_begin.note(many, self.times.iter().map(|time| time.start));
        self.times_end.note(many, self.times.iter().map(|time| time.end.saturating_sub(1)));
        self.sentences = sentences(take(&mut self.sentences), self);
        self.quotations = quotations_into(self.text, &self.tokens, &self.breaks, take(&mut self.quotations));
        self.entities = entity::read(take(&mut self.entities), self);
        self.entities_begin.note(many, self.entities.iter().map(|entity| entity.start));
        self.quantities = quantity::read(take(&mut self.quantities), self);
        self.quantities_begin.note(many, self.quantities.iter().map(|quantity| quantity.start));
        self.sources = source::read(take(&mut self.sources), self);
        self.claims = claim::read(take(&mut self.claims), self);
    }

    /// Reads the numerals, which all other kinds ask for.
    pub(super) fn read_numerals(&mut self) {
        self.numerals = numeral::read(std::mem::take(&mut self.numerals), self);
        self.numerals_begin.note(self.tokens.len(), self.numerals.iter().map(|numeral| numeral.start));
    }

    /// The tokens of the sentence that the token `at` stands in.
    pub fn sentence(&self, at: usize) -> std::ops::Range<usize> {
        let next = self.sentences.partition_point(|start| *start as usize <= at);
        let end = self.sentences.get(next).map_or(self.tokens.len(), |start| *start as usize);
        let start = next.checked_sub(1).map_or(0, |index| self.sentences[index] as usize);
        start..end
    }

    /// A cursor at every token that may begin a fact: those of any class, outside page furniture.
    pub fn places(&self) -> impl Iterator<Item = Cursor<'_>> {
        self.spoken((0..self.tokens.len()).filter(|at| !self.classes(*at).without(PASSED).is_empty()))
    }

    /// The same for the tokens at which the reader starts.
    pub(super) fn places_of(&self, reader: Reader) -> impl Iterator<Item = Cursor<'_>> {
        self.spoken(self.starts.at(reader).iter().map(|at| *at as usize))
    }

    /// The signs, and the first tokens of lines, in order.
    pub(super) fn breaks(&self) -> &[u32] {
        &self.breaks
    }

    /// Whether the reader starts at any of the tokens before `at` that are less than `reach` away.
    pub(super) fn starts_shortly_before(&self, reader: Reader, at: usize, reach: usize) -> bool {
        let starts = self.starts.at(reader);
        let before = starts.partition_point(|start| (*start as usize) < at);
        before.checked_sub(1).is_some_and(|last| at - (starts[last] as usize) <= reach)
    }

    /// The tokens at which the reader starts, page furniture included.
    pub(super) fn tokens_of(&self, reader: Reader) -> impl Iterator<Item = &Token> {
        self.starts.at(reader).iter().map(|at| &self.tokens[*at as usize])
    }

    /// Those of the tokens, in order, that stand outside page furniture.
    fn spoken(&self, tokens: impl Iterator<Item = usize>) -> impl Iterator<Item = Cursor<'_>> {
        let mut muted = self.layout.muted().peekable();
        tokens
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
            self.breaks.iter().any(|at| {
                let around =
                    (*at as usize).checked_sub(1).and_then(|before| self.tokens.get(before..before + 3));
                let Some([before, sign, behind]) = around else { return false };
                before.is_digits() && is_glued_sign(sign, ',') && short(behind) && !behind.after_space()
            })
        })
    }

    /// The quotation of `span`.
    pub fn quote(&self, span: Span) -> &'a str {
        &self.text[span.range()]
    }

    /// Whether the word at `at` is spelt so, with whatever is written onto it.
    pub(super) fn spells(&self, at: usize, key: Key) -> bool {
        self.tokens[at].hint() == Some(key.hint()) && self.key(at) == Some(key)
    }

    /// The key of the whole token at `at`, as phrases are listed.
    pub(super) fn key(&self, at: usize) -> Option<Key> {
        let kept = &self.keys[at % KEYS];
        let (index, key) = kept.get();
        if index as usize == at {
            return key;
        }
        let key = Key::within(self.text, self.tokens[at].span);
        kept.set((at as u32, key));
        key
    }

    /// The classes of the token at `at`: those of the word, and of the phrases that start with it.
    #[inline]
    pub fn classes(&self, at: usize) -> ClassSet {
        self.classes[at]
    }

    /// What the word at `at` says by itself as a function word.
    #[inline]
    pub fn functions(&self, at: usize) -> Functions {
        self.sets.functions(self.set_of[at])
    }

    /// What the readers make of the token at `at`.
    #[inline]
    pub(super) fn mark(&self, at: usize) -> Mark {
        self.sets.mark(self.set_of[at])
    }

    /// Whether a phrase of several words starts at the token `at`.
    #[inline]
    pub(super) fn opens_phrase(&self, at: usize) -> bool {
        self.sets.is_of_phrase(self.set_of[at])
    }

    /// The phrases that start with the token `at`, shorter ones first.
    pub(super) fn phrases_at(&self, at: usize) -> &[Ended] {
        let first = self.phrases.partition_point(|ended| (ended.first as usize) < at);
        let many = self.phrases[first..].iter().take_while(|ended| ended.first as usize == at).count();
        &self.phrases[first..first + many]
    }

    /// What the token at `at` means by itself.
    #[inline]
    pub fn senses(&self, at: usize) -> &'a [Sense] {
        self.lexicon.senses(self.tokens[at].word())
    }

    /// The time that starts at the token `at`.
    #[inline]
    pub(super) fn time_at(&self, at: usize) -> Option<&Found<Draft>> {
        self.times_begin.find(at, &self.times, |found| found.start)
    }

    /// The time that the token `at` is the last of.
    #[inline]
    pub(super) fn time_to(&self, at: usize) -> Option<&Found<Draft>> {
        self.times_end.find(at, &self.times, |found| found.end - 1)
    }

    /// The entity that starts at the token `at`.
    #[inline]
    pub(super) fn entity_at(&self, at: usize) -> Option<&Found<Entity>> {
        self.entities_begin.find(at, &self.entities, |found| found.start)
    }

    /// The quantity that starts at the token `at`.
    #[inline]
    pub(super) fn quantity_at(&self, at: usize) -> Option<&Found<Quantity>> {
        self.quantities_begin.find(at, &self.quantities, |found| found.start)
    }

    /// The numeral that starts at the token `at`.
    pub fn numeral_at(&self, at: usize) -> Option<&Found<Numeral>> {
        self.numerals_begin.find(at, &self.numerals, |found| found.start)
    }
}

/// The room goes to the next page.
impl Drop for Page<'_> {
    fn drop(&mut self) {
        Room::of(self).leave();
    }
}

fn is_glued_sign(token: &Token, sign: char) -> bool {
    token.is_sign(sign) && !token.after_space()
}

/// Words that are only read on the way: no fact begins with them for their own sake.
const PASSED: ClassSet = ClassSet::of(&[Class::NamePart, Class::NoNoun]);
