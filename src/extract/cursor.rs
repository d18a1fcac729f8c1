//! A place in a page. Looking ahead is a copy, stepping back is dropping it.

use std::mem::discriminant;

use super::page::Page;
use super::rule::Found;
use super::starts::Mark;
use crate::fact::Numeral;
use crate::lexicon::{Class, ClassSet, Functions, PhraseMatch, Sense};
use crate::span::Span;
use crate::text::{Key, Token, is_and, spells_article_within};

/// A place before a token of a page (or after the last). No cursor leaves the line that it was made in: facts do not
/// run over line ends.
#[derive(Clone, Copy)]
pub struct Cursor<'a> {
    page: &'a Page<'a>,
    at: usize,
}

impl<'a> Cursor<'a> {
    /// The place before the token `at`.
    pub fn new(page: &'a Page<'a>, at: usize) -> Self {
        Self { page, at }
    }

    /// The page.
    pub fn page(self) -> &'a Page<'a> {
        self.page
    }

    /// Index of the token after the place.
    pub fn index(self) -> usize {
        self.at
    }

    /// The token here.
    ///
    /// # Panics
    /// At the end of the page; a cursor that came from [`Self::next`] or a rule's start stands before a token.
    pub fn token(self) -> Token {
        self.page.tokens[self.at]
    }

    /// The token's quotation without proclitics.
    pub fn stem(self) -> Span {
        self.token().stem()
    }

    /// The place before the next token of the line; `None` at its end.
    #[inline]
    pub fn next(self) -> Option<Self> {
        let next = self.page.tokens.get(self.at + 1)?;
        (!next.starts_line()).then_some(Self { at: self.at + 1, ..self })
    }

    /// The place before the previous token of the line; `None` at its start.
    #[inline]
    pub fn previous(self) -> Option<Self> {
        let starts_line = self.page.tokens.get(self.at).is_some_and(|token| token.starts_line());
        if starts_line {
            return None;
        }
        self.at.checked_sub(1).map(|at| Self { at, ..self })
    }

    /// The place after this token, which need not be in the line: where a match ends.
    #[inline]
    #[must_use]
    pub fn after(self) -> Self {
        Self { at: self.at + 1, ..self }
    }

    /// The place before the token `at`, if it is in this line: for going on after a match.
    pub fn at(self, at: usize) -> Option<Self> {
        let token = self.page.tokens.get(at)?;
        (!token.starts_line()).then_some(Self { at, ..self })
    }

    /// The classes of the token here.
    #[inline]
    pub fn classes(self) -> ClassSet {
        self.page.classes(self.at)
    }

    /// What the readers make of the token here.
    #[inline]
    pub(super) fn mark(self) -> Mark {
        self.page.mark(self.at)
    }

    /// Whether the token here is of that class.
    #[inline]
    pub fn is(self, class: Class) -> bool {
        self.classes().has(class)
    }

    /// Whether the token here is the sign `c`.
    pub fn is_sign(self, c: char) -> bool {
        self.token().is_sign(c)
    }

    /// The first meaning of the token here that `pick` takes, which is of one of those classes: most words are of none
    /// of them, and their meanings lie far away.
    #[inline]
    pub fn sense<T>(self, classes: impl Into<ClassSet>, pick: impl Fn(Sense) -> Option<T>) -> Option<T> {
        if !self.classes().meets(classes.into()) {
            return None;
        }
        self.page.senses(self.at).iter().find_map(|sense| pick(*sense))
    }

    /// Whether the token here has that meaning.
    #[expect(clippy::inline_always, reason = "the class of a meaning that stands in the code does too")]
    #[inline(always)]
    pub fn means(self, sense: Sense) -> bool {
        let function = Functions::of(sense);
        if function.is_empty() {
            self.is(sense.class()) && self.has_sense(&sense)
        } else {
            self.functions().meets(function)
        }
    }

    /// What the word here says by itself as a function word.
    #[inline]
    pub fn functions(self) -> Functions {
        self.page.functions(self.at)
    }

    #[inline(never)]
    fn has_sense(self, sense: &Sense) -> bool {
        // Most that are not the same are not of its kind either.
        let same = |other: &Sense| discriminant(other) == discriminant(sense) && other == sense;
        self.page.senses(self.at).iter().any(same)
    }

    /// Whether the dictionary's word here stands with the article.
    pub fn has_article(self) -> bool {
        let token = self.token();
        token.has_article() || self.functions().meets(Functions::ARTICLE)
    }

    /// Whether the word here, known or not, stands with the article.
    pub fn is_definite(self) -> bool {
        self.has_article() || self.spells_article()
    }

    fn spells_article(self) -> bool {
        let stem = self.stem();
        spells_article_within(self.page.text.as_bytes(), stem.start as usize, stem.end as usize)
    }

    /// The place before the word that و joins to the token before: the next token, whether the conjunction is written
    /// on it or stands alone before it.
    pub fn joined(self) -> Option<Self> {
        let next = self.here()?;
        if next.token().has_conjunction() {
            return Some(next);
        }
        let alone = next.token().span.len() <= 4
            && next.token().is_word()
            && is_and(self.page.quote(next.token().span));
        if alone { next.next() } else { None }
    }

    /// Whether nothing at all stands between the token before and this one.
    pub fn is_glued(self) -> bool {
        self.at > 0 && !self.token().after_space() && !self.token().starts_line()
    }

    /// Whether a phrase of several words of any class starts here.
    #[inline]
    pub fn opens_phrase(self) -> bool {
        self.page.opens_phrase(self.at)
    }

    /// The longest phrase of several words of that class, or of one of those, that starts here.
    #[inline]
    pub fn phrase(self, classes: impl Into<ClassSet>) -> Option<PhraseMatch> {
        let classes = classes.into();
        if !self.opens_phrase() || !self.classes().meets(classes) {
            return None;
        }
        self.phrase_of(|sense| classes.has(sense.class()))
    }

    /// The place after the longest phrase of several words with exactly that meaning.
    pub fn phrase_meaning(self, sense: Sense) -> Option<Self> {
        if !self.opens_phrase() || !self.is(sense.class()) {
            return None;
        }
        self.phrase_of(|s| s == sense).map(|found| Self { at: self.at + found.tokens, ..self })
    }

    fn phrase_of(self, wanted: impl Fn(Sense) -> bool) -> Option<PhraseMatch> {
        let lexicon = self.page.lexicon;
        self.page.phrases_at(self.at).iter().rev().find_map(|ended| {
            let sense = lexicon.phrase_senses(ended.node).iter().copied().find(|sense| wanted(*sense))?;
            Some(PhraseMatch { tokens: ended.tokens, sense })
        })
    }

    /// The keys of the tokens behind this one, to the end of the line or to what is no word.
    pub(super) fn keys_behind(self) -> impl Iterator<Item = Key> {
        std::iter::successors(self.next(), |c| c.next()).map_while(move |c| self.page.key(c.at))
    }

    /// The phrase or word of that class here, or of one of those, by its meaning, and the place after it; a phrase before
    /// a word.
    #[inline]
    pub fn term(self, classes: impl Into<ClassSet>) -> Option<(Sense, Self)> {
        let classes = classes.into();
        if self.classes().meets(classes) { self.look_up(classes) } else { None }
    }

    #[inline(never)]
    fn look_up(self, classes: ClassSet) -> Option<(Sense, Self)> {
        if let Some(phrase) = self.phrase(classes) {
            return Some((phrase.sense, Self { at: self.at + phrase.tokens, ..self }));
        }
        let sense = self.sense(classes, |s| classes.has(s.class()).then_some(s))?;
        Some((sense, self.after()))
    }

    /// The numeral that was read here, and the place after it.
    pub fn numeral(self) -> Option<(&'a Found<Numeral>, Self)> {
        let found = self.page.numeral_at(self.at)?;
        Some((found, Self { at: found.end as usize, ..self }))
    }

    /// Whether the place is still in the line, so that there is a token to read.
    pub fn here(self) -> Option<Self> {
        self.at(self.at)
    }
}
