//! `claim/able`: those who managed, tried or had to: تمكن عشرات السجناء من الفرار.

use super::near::{befits, breaks, is_governed, starting, trigger};
use super::told::{Part, Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Found, Match, Rule};
use crate::fact::{Predicate, Quantity};
use crate::lexicon::{Class, ClassSet, Mood, Sense};

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/able",
    starts: ClassSet::of(&[Class::Masdar]),
    takes: &["تمكن ‹عشرات السجناء من الفرار›", "حاول ‹ثلاثة سجناء الفرار›", "89 عنصرًا حاولوا الفرار"],
    leaves: &["حاول الفرار من 3 سجون"],
    find,
};

/// How many tokens back the verb may stand.
const GAP: usize = 10;

/// able ::= (verb-of-trying quantity | quantity verb-of-trying) word* verbal-noun
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (noun, end) = trigger(at, Class::Masdar)?;
    if !is_of_the_subject(noun.predicate) {
        return None;
    }
    let quantity = who(at, noun.predicate)?;
    told(at, end, noun.predicate, false, vec![Part::of(at.page(), quantity)])
}

/// What people do themselves rather than suffer.
fn is_of_the_subject(predicate: Predicate) -> bool {
    matches!(
        predicate,
        Predicate::Escaped | Predicate::Displaced | Predicate::Surrendered | Predicate::Withdrawn
    )
}

/// The quantity beside the verb of trying, on either side.
fn who(at: Cursor<'_>, predicate: Predicate) -> Option<&Found<Quantity>> {
    let (mut place, mut seen) = (at.previous()?, None);
    for _ in 0..GAP {
        if let Some(found) = starting(place.page(), place.index()) {
            let fits = befits(predicate, &found.value) && !is_governed(place, None);
            seen = seen.or(fits.then_some(found));
        }
        if breaks(place) {
            return None;
        }
        if is_try(place) {
            return seen.or_else(|| ends_before(place, predicate));
        }
        place = place.previous()?;
    }
    None
}

fn is_try(at: Cursor<'_>) -> bool {
    at.sense(Class::Mood, |sense| {
        matches!(sense, Sense::Mood(Mood::Able | Mood::Attempted | Mood::Failed)).then_some(())
    })
    .is_some()
}

fn ends_before(at: Cursor<'_>, predicate: Predicate) -> Option<&Found<Quantity>> {
    let before = at.previous().filter(|_| !at.token().has_conjunction())?;
    super::near::covering(at.page(), before.index()).filter(|found| befits(predicate, &found.value))
}
