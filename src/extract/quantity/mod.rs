//! Quantities: hedge, numeral and the thing counted.
//!
//! Reads numerals that stand outside times. Productions (`head`, `noun`, `gate`) read the parts; each rule says in which
//! company they are a quantity. Does not know what happened to what is counted.

mod counted;
mod definite;
mod dual;
mod elided;
mod gate;
mod head;
mod noun;
mod priced;
mod range;
mod rest;
mod share;
mod stranger;
mod subset;

pub(super) use head::HeadAt;

use super::cursor::Cursor;
use super::page::Page;
use super::rule::{Attempt, Found, Match, Rule, attempts, scan};
use super::starts::Reader;
use crate::fact::{Counted, Quantity};
use crate::lexicon::{Class, ClassSet};

/// The rules, in the order in which they are preferred where two match alike.
pub(super) const RULES: &[Rule<Quantity>] =
    &[range::RULE, definite::RULE, priced::RULE, dual::RULE, counted::RULE, share::RULE, elided::RULE];

/// Every quantity of the page, in order.
pub(super) fn read(mut found: Vec<Found<Quantity>>, page: &Page<'_>) -> Vec<Found<Quantity>> {
    // But for a range, which may begin before its numerals, every rule wants a number here.
    let may_begin = |at: &Cursor<'_>| at.classes().meets(OPENING) || head::head(*at).is_some();
    scan(RULES, Reader::Quantities, places(page).filter(may_begin), |quantity| found.push(quantity));
    subset::link(page, &mut found);
    found
}

/// Every rule that is tried, and what it reads.
pub(super) fn tried(page: &Page<'_>) -> Vec<Attempt> {
    attempts(RULES, places(page))
}

/// Words that a quantity may begin with before its numeral.
const BEFORE: ClassSet =
    ClassSet::of(&[Class::Hedge, Class::HedgeAfter, Class::Member, Class::Between, Class::Of]);

/// Those of them behind which a range goes on.
const OPENING: ClassSet = ClassSet::of(&[Class::Between, Class::Of]);

/// Tokens between the first word of a quantity and its numeral, with room to spare.
const REACH: u32 = 24;

/// The places that may begin a quantity: numerals, and what stands before one that is near.
fn places<'a>(page: &'a Page<'a>) -> impl Iterator<Item = Cursor<'a>> {
    let mut numerals = page.numerals.iter().map(|numeral| numeral.start).peekable();
    page.places_of(Reader::Quantities).filter(move |place| {
        let at = place.index() as u32;
        while numerals.next_if(|numeral| *numeral < at).is_some() {}
        let next = numerals.peek().copied();
        next == Some(at) || next.is_some_and(|next| next - at < REACH) && place.classes().meets(BEFORE)
    })
}

/// The quantity from its head to before `end`.
fn quantity(head: &head::Head<'_>, counted: Option<Counted>, end: Cursor<'_>) -> Match<Quantity> {
    let (hedge, end) = head.closed(end);
    let count = head.count(hedge.map(|(hedge, _)| hedge));
    let quantity = Quantity {
        rank: head.rank(),
        count,
        hedge: hedge.map(|(_, span)| span),
        counted,
        numeral: head.link(),
        subset_of: None,
    };
    Match::between(head.first, end, quantity)
}

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::extract::rule::keep_their_examples;

    #[test]
    fn rules_keep_their_examples() {
        keep_their_examples(RULES, |page| &page.quantities);
    }
}
