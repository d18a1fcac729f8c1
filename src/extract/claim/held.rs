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
    starts: ClassSet::of(&[Class::Bond]),
    takes: &[],
    leaves: &["المتحف الذي يضم 3500 قطعة", "الحزب الذي يضم 300 عضو"],
    find,
};

/// How many tokens back the prison may stand.
const GAP: usize = 6;

/// held ::= prison word* (يضم | يحوي) quantities
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    if !at.means(Sense::Bond(Bond::Hold)) || !speaks_of_prison(at) {
        return None;
    }
    let first = at.next()?;
    let found = starting(at.page(), first.index())?;
    if !befits(Predicate::Detained, &found.value) || !counts_people(&found.value) && found.value.counted.is_some() {
        return None;
    }
    told(at, at.after(), Predicate::Detained, false, chain(first, Predicate::Detained)?)
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
