//! `claim/held`: those whom a prison holds: السجن الذي يضم 3500 سجين.

use super::near::{befits, breaks, counts_people, is_bond, starting};
use super::parts::chain;
use super::told::{Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::Predicate;
use crate::lexicon::{Bond, Class, ClassSet, Sense};

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/held",
    starts: ClassSet::of(&[Class::Telling]),
    takes: &["السجن الذي ‹يضم 3500 سجين›", "‹يضم السجن المركزي 640 نزيلاً›"],
    leaves: &["المتحف الذي يضم 3500 قطعة", "الحزب الذي يضم 300 عضو"],
    find,
};

/// How many tokens back the prison may stand.
const GAP: usize = 6;

/// held ::= prison word* (يضم | يحوي) quantities | (يضم | يحوي) prison word* quantities
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    if !at.means(Sense::Bond(Bond::Hold)) {
        return None;
    }
    let behind = past_prison(at);
    let first = behind.or_else(|| at.next().filter(|_| speaks_of_prison(at)))?;
    let found = starting(at.page(), first.index())?;
    if !befits(Predicate::Detained, &found.value)
        || !counts_people(&found.value) && found.value.counted.is_some()
    {
        return None;
    }
    told(at, at.after(), Predicate::Detained, false, chain(first, Predicate::Detained)?)
}

/// يضم السجن المركزي 640 نزيلاً: behind the prison, if it stands between.
fn past_prison(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let prison = at.next().filter(|next| is_bond(*next, Bond::Prison))?;
    let behind = std::iter::successors(prison.next(), |place| place.next()).take(GAP / 2);
    let mut words = behind.take_while(|place| place.token().is_word() || place.token().is_digits());
    words.find(|place| starting(place.page(), place.index()).is_some())
}

fn speaks_of_prison(at: Cursor<'_>) -> bool {
    let mut place = at.previous();
    for _ in 0..GAP {
        let Some(p) = place.filter(|p| !breaks(*p)) else { return false };
        if is_bond(p, Bond::Prison) {
            return true;
        }
        place = p.previous();
    }
    false
}
