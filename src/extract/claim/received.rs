//! `claim/received`: those whom a hospital takes in: استقبل مستشفى المدينة 22 مريضاً.

use super::near::{any_trigger, befits, breaks, counts_people, is_bond, starting};
use super::parts::chain;
use super::told::{Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::Predicate;
use crate::lexicon::{Bond, Class, ClassSet};

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/received",
    starts: ClassSet::of(&[Class::Telling]),
    takes: &["‹استقبل مستشفى المدينة 22 مريضاً›", "مستشفى المدينة ‹استقبل وحده 22 طفلاً›"],
    leaves: &[
        "استقبل مستشفى المدينة 64 جريحاً",
        "استقبل الوزير 22 مريضاً",
        "استقبل المستشفى وفداً",
        "استقبل المستشفى 64 حالة اختناق",
    ],
    find,
};

/// How many words may name the hospital, or stand between it and the verb.
const NAME: usize = 5;
/// How many words may stand between the verb and those who are taken in.
const NEAR: usize = 2;

/// received ::= took-in hospital word* quantities | hospital word* took-in word? quantities
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    if !is_bond(at, Bond::Receive) {
        return None;
    }
    let first = at.next()?;
    let first = if is_hospital(first) {
        quantity(first, NAME)
    } else {
        quantity(first, NEAR).filter(|_| follows(at))
    }?;
    let found = starting(at.page(), first.index())?;
    // The wounded and the dead are told of by their noun.
    let mut tokens = (found.start as usize..found.end as usize).map(|token| Cursor::new(at.page(), token));
    let told_already = tokens.any(|token| any_trigger(token).is_some());
    let fits = counts_people(&found.value) && befits(Predicate::Hospitalised, &found.value);
    (fits && !told_already).then(|| {
        told(at, at.after(), Predicate::Hospitalised, false, chain(first, Predicate::Hospitalised)?)
    })?
}

fn is_hospital(at: Cursor<'_>) -> bool {
    is_bond(at, Bond::Hospital)
}

/// The first quantity within so many words.
fn quantity(first: Cursor<'_>, many: usize) -> Option<Cursor<'_>> {
    let words = std::iter::successors(Some(first), |at| at.next()).take(many + 1);
    let mut words = words.take_while(|at| at.token().is_word() || at.token().is_digits());
    words.find(|at| starting(at.page(), at.index()).is_some())
}

/// Whether a hospital stands before the verb.
fn follows(at: Cursor<'_>) -> bool {
    let before = std::iter::successors(at.previous(), |at| at.previous()).take(NAME);
    let mut words = before.take_while(|at| !breaks(*at));
    words.any(is_hospital)
}
