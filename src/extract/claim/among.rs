//! `claim/among`: some of the victims: من بين القتلى سبعة أطفال وامرأتين.

use super::near::{counts_people, is_bond, is_governed, says, starting, trigger};
use super::parts::chain;
use super::patient::past_mark;
use super::told::{Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::Predicate;
use crate::lexicon::{Bond, Class, ClassSet};

/// The frames of the words that it reads.
const FRAMES: ClassSet = ClassSet::of(&[Class::Victim, Class::State]);

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/among",
    starts: FRAMES,
    takes: &["من بين ‹القتلى سبعة أطفال›", "بين ‹القتلى ثلاثة جنود›", "بين ‹المتوفين 45 عاملاً›"],
    leaves: &["نقل القتلى", "بين القتلى"],
    find,
};

/// among ::= from-among the-victims quantities
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (noun, end) = trigger(at, FRAMES)?;
    let whole = at.previous().is_some_and(|p| {
        is_bond(p, Bond::Among)
            || p.is(Class::Between)
            || p.term(Class::Member).is_some()
            || p.is(Class::NoNoun)
    });
    let first = past_mark(end.here().filter(|_| whole && at.is_definite())?);
    let quantity = starting(at.page(), first.index())?;
    if !counts_people(&quantity.value) || is_governed(first, None) {
        return None;
    }
    let dead = says(at, Predicate::Casualties);
    let predicate = if dead { Predicate::Killed } else { noun.predicate };
    told(at, end, predicate, false, chain(first, predicate)?)
}
