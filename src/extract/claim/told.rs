//! What a rule reads of an event: the word for it, and those whom it befell, part by part.

use crate::extract::cursor::Cursor;
use crate::extract::page::Page;
use crate::extract::rule::{Found, Match};
use crate::fact::{Bound, Count, Kind, Link, Named, Predicate, Quantity, Update};
use crate::span::Span;

/// An event as its words tell it, before it is asked where, when and on whose word.
#[derive(Debug, Clone)]
pub(in crate::extract) struct Told {
    /// What happened.
    pub(super) predicate: Predicate,
    /// The word for it.
    pub(super) trigger: (u32, u32),
    /// Whether the form of the word puts it ahead.
    pub(super) ahead: bool,
    /// Those whom it befell; an event that counts nobody has one part without a count.
    pub(super) parts: Vec<Part>,
    /// Who did it, where the word's own grammar says so.
    pub(super) by: Option<Named>,
}

/// Some of those whom an event befell.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is one look at the words, and several may hold")]
pub(in crate::extract) struct Part {
    /// The tokens that name and count them.
    pub(super) tokens: (u32, u32),
    /// How many.
    pub(super) count: Option<Count>,
    /// The quantity that says so.
    pub(super) quantity: Option<Link>,
    /// Who they are.
    pub(super) who: Option<Named>,
    /// Where they were, where the part itself says so.
    pub(super) place: Option<Named>,
    /// The number is named to be taken back: لا 47.
    pub(super) is_taken_back: bool,
    /// The number stood until another took its place.
    pub(super) is_corrected: bool,
    /// How the number changes an earlier one, where the part itself says so.
    pub(super) update: Option<Update>,
    /// Nothing but the kind is named, so that a denial leaves none: إصابات, أحد.
    pub(super) is_any: bool,
    /// A word for anybody, which tells of nothing where it is not denied.
    pub(super) is_nobody: bool,
}

impl Part {
    /// Those whom a quantity counts.
    pub(super) fn of(page: &Page<'_>, found: &Found<Quantity>) -> Self {
        let quantity = Link { kind: Kind::Quantity, span: found.span };
        Self {
            count: Some(found.value.count),
            quantity: Some(quantity),
            who: super::party::counted(page, found),
            ..Self::plain(found.start, found.end)
        }
    }

    /// Tokens that count nobody.
    pub(super) fn plain(start: u32, end: u32) -> Self {
        Self {
            tokens: (start, end),
            count: None,
            quantity: None,
            who: None,
            place: None,
            is_taken_back: false,
            is_corrected: false,
            update: None,
            is_any: false,
            is_nobody: false,
        }
    }

    /// One, of whom a singular without its article tells.
    pub(super) fn one(mut self) -> Self {
        self.count = Some(Count::exactly(1.into()));
        self
    }

    /// An unknown number.
    pub(super) fn some(mut self) -> Self {
        self.count = Some(Count { bound: Bound::Vague, number: None, low: None, high: None });
        self
    }

    /// By that name.
    pub(super) fn named(mut self, who: Option<Named>) -> Self {
        self.who = who;
        self
    }
}

/// The event of the word from `at` to `end`, with those whom it befell.
pub(super) fn told(
    at: Cursor<'_>,
    end: Cursor<'_>,
    predicate: Predicate,
    ahead: bool,
    parts: Vec<Part>,
) -> Option<Match<Told>> {
    if parts.is_empty() {
        return None;
    }
    let trigger = (at.index() as u32, end.index() as u32);
    let value = Told { predicate, trigger, ahead, parts, by: None };
    Some(Match::between(at, end, value))
}

/// The stretch of those tokens, without the proclitics of the first.
pub(super) fn stretch(page: &Page<'_>, tokens: (u32, u32)) -> Span {
    let (first, last) = (page.tokens[tokens.0 as usize], page.tokens[tokens.1.max(1) as usize - 1]);
    Span::new(first.stem().start, last.span.end)
}
