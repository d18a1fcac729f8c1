//! A rule: a small named value that recognises one kind of expression where its starts stand.

use super::cursor::Cursor;
#[cfg(test)]
use super::page::Page;
use super::starts::{Reader, Tried};
use crate::lexicon::ClassSet;
#[cfg(test)]
use crate::lexicon::Lexicon;
use crate::span::Span;

/// One way in which a `T` is written.
pub struct Rule<T> {
    /// `kind/name`: in every fact, snapshot, report and coverage table.
    pub name: &'static str,
    /// Tried only at tokens of these classes.
    pub starts: ClassSet,
    /// Examples that it recognises whole.
    pub takes: &'static [&'static str],
    /// Look-alikes in which it must not match.
    pub leaves: &'static [&'static str],
    /// The reading at this place, or `None`.
    pub find: fn(Cursor<'_>) -> Option<Match<T>>,
}

/// What a rule read: the value, its quotation and where reading goes on.
#[derive(Debug, Clone)]
pub struct Match<T> {
    /// What the expression means.
    pub value: T,
    /// The quotation.
    pub span: Span,
    /// Index of the token after it.
    pub end: u32,
}

/// A match with the rule that made it and the token where it starts.
#[derive(Debug, Clone)]
pub struct Found<T> {
    /// What the expression means.
    pub value: T,
    /// The quotation.
    pub span: Span,
    /// Index of its first token.
    pub start: u32,
    /// Index of the token after it.
    pub end: u32,
    /// The rule's name.
    pub rule: &'static str,
}

impl<T> Match<T> {
    /// A match from the start of `first`'s token (without its proclitics) to the token before `end`.
    pub fn between(first: Cursor<'_>, end: Cursor<'_>, value: T) -> Self {
        let last = end.page().tokens[end.index() - 1];
        Self { value, span: Span::new(first.stem().start, last.span.end), end: end.index() as u32 }
    }
}

/// The classes that any of `rules` starts at.
pub(super) const fn starts<T>(rules: &[Rule<T>]) -> ClassSet {
    let (mut all, mut at) = (ClassSet::EMPTY, 0);
    while at < rules.len() {
        all = all.with(rules[at].starts);
        at += 1;
    }
    all
}

/// Every match of the rules of `reader`, left to right, none overlapping another. At one place the longest match counts;
/// of equals, that of the rule listed first.
#[inline]
pub(super) fn scan<'a, T>(
    rules: &[Rule<T>],
    reader: Reader,
    places: impl Iterator<Item = Cursor<'a>>,
    mut accept: impl FnMut(Found<T>),
) {
    let mut free = 0;
    for place in places {
        if place.index() < free {
            continue;
        }
        let mut longest: Option<Found<T>> = None;
        for rule in Tried::of(reader, place.mark()) {
            if let Some(found) = rules[rule].at(place)
                && longest.as_ref().is_none_or(|longest| found.is_longer(longest))
            {
                longest = Some(found);
            }
        }
        if let Some(found) = longest {
            free = found.end as usize;
            accept(found);
        }
    }
}

impl<T> Rule<T> {
    /// The rule's reading at `place`.
    pub(super) fn at(&self, place: Cursor<'_>) -> Option<Found<T>> {
        let Match { value, span, end } = (self.find)(place)?;
        Some(Found { value, span, start: place.index() as u32, end, rule: self.name })
    }
}

impl<T> Found<T> {
    /// Whether it reads on further than the other, or as far from an earlier start.
    fn is_longer(&self, other: &Self) -> bool {
        (self.end, other.span.start) > (other.end, self.span.start)
    }
}

/// A rule that was tried at a place, and what it read there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attempt {
    /// The rule's name.
    pub rule: &'static str,
    /// The token where it was tried.
    pub token: usize,
    /// What it read, if it matched.
    pub read: Option<Span>,
}

/// Every rule that is tried at each place, in order, whatever becomes of its reading.
pub fn attempts<'a, T>(rules: &[Rule<T>], places: impl Iterator<Item = Cursor<'a>>) -> Vec<Attempt> {
    let mut tried = Vec::new();
    for place in places {
        let classes = place.classes();
        for rule in rules.iter().filter(|rule| rule.starts.meets(classes)) {
            let read = rule.at(place).map(|found| found.span);
            tried.push(Attempt { rule: rule.name, token: place.index(), read });
        }
    }
    tried
}

/// What a rule's examples prove, for every kind: it reads each of `takes` whole (or what stands in it between ‹ and ›)
/// and nothing of `leaves`. `found` are the facts of the kind in a page that was read to the end.
#[cfg(test)]
pub(super) fn keep_their_examples<R, T>(
    rules: &[Rule<R>],
    found: for<'p> fn(&'p Page<'_>) -> &'p [Found<T>],
) {
    let lexicon = Lexicon::builtin();
    let mut wrong = Vec::new();
    for rule in rules {
        for (example, taken) in
            rule.takes.iter().map(|e| (e, true)).chain(rule.leaves.iter().map(|e| (e, false)))
        {
            let whole = example.split_once('‹').and_then(|(_, rest)| Some(rest.split_once('›')?.0));
            let text = example.replace(['‹', '›'], "");
            let mut page = Page::new(&text, &lexicon);
            page.read();
            let quotes: Vec<_> =
                found(&page).iter().filter(|f| f.rule == rule.name).map(|f| page.quote(f.span)).collect();
            let kept = if taken { quotes.contains(&whole.unwrap_or(example)) } else { quotes.is_empty() };
            if !kept {
                let others: Vec<_> = found(&page).iter().map(|f| (f.rule, page.quote(f.span))).collect();
                wrong.push(format!(
                    "{} {} `{example}`: {others:?}",
                    rule.name,
                    if taken { "does not take" } else { "takes of" }
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
