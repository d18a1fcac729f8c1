//! How a figure changes an earlier one: ارتفعت الحصيلة إلى 47.

use super::near::{begins_with_and, breaks, has_preposition, starting};
use crate::extract::cursor::Cursor;
use crate::extract::rule::Found;
use crate::fact::{Count, Quantity, Rank, Update};
use crate::lexicon::{Class, Mood, Particle, Sense, Toll};

/// How many tokens back the word for the change is looked for.
const REACH: usize = 24;
/// How many tokens before a former figure a toll is spoken of.
const TOLL_REACH: usize = 10;
/// How many tokens behind a corrected figure the one that it corrects is looked for.
const FORMER_REACH: usize = 10;

/// How the figure that begins at a place changes an earlier one: behind إلى the new one, behind من the former.
pub(super) fn of(at: Cursor<'_>) -> Option<Update> {
    let before = at.previous()?;
    let is_to = before.is(Class::To) || before.means(Sense::Toll(Toll::Link)) || has_preposition(at);
    let is_of = before.is(Class::Of) && leads_to(at);
    if !is_to && !is_of {
        return None;
    }
    let change = change(before)?;
    Some(if is_of { Update::Former } else { change })
}

/// The earlier figure, where the text names it behind the new one: صححت إلى 14 بعد أن أعلنت 16; of one that has only
/// `was` another, إلى 61 بعدما كانت 54.
pub(super) fn former(at: Cursor<'_>, end: usize, was: bool) -> Option<&Found<Quantity>> {
    let mut place = at.at(end)?;
    let (mut told, mut been) = (false, !was);
    for _ in 0..FORMER_REACH {
        been |= place.means(Sense::Particle(Particle::Was));
        told |= place
            .sense([Class::Clause, Class::Mood], |sense| {
                matches!(sense, Sense::Mood(Mood::Fact) | Sense::Clause).then_some(())
            })
            .is_some();
        if let Some(found) = starting(place.page(), place.index()) {
            return Some(found).filter(|found| told && been && found.value.counted.is_none());
        }
        if place.is_sign('.') {
            return None;
        }
        place = place.next()?;
    }
    None
}

/// The earlier figure right behind a new one, which has risen from it unless it has `fallen`, and counts nothing by name:
/// إلى 54 من 41, 29 وكانت 24 أمس.
pub(super) fn was(at: Cursor<'_>, end: usize, count: Count, fallen: bool) -> Option<&Found<Quantity>> {
    let place = at.at(end)?;
    let place = if place.is_sign('،') { place.next()? } else { place };
    let from = place.is(Class::Of) && !place.is_definite();
    let been = begins_with_and(place) && place.means(Sense::Particle(Particle::Was));
    let found = starting(place.page(), place.next().filter(|_| from || been)?.index())?;
    let ends = place.at(found.end as usize).is_none_or(|next| {
        let timed = next.page().time_at(next.index()).is_some();
        !next.token().is_word() || timed || from && (next.is(Class::In) || next.is(Class::Offset))
    });
    let before = std::iter::successors(at.at(found.start as usize)?.previous(), |place| place.previous());
    let is_toll = before.take(TOLL_REACH).any(|place| place.is(Class::Toll));
    let (former, now) = (found.value.count.number?, count.number?);
    let fits = if fallen { former > now } else { former < now };
    let is_bare = found.value.counted.is_none() && found.value.rank == Rank::Cardinal;
    (ends && fits && is_bare && is_toll).then_some(found)
}

/// The word for a change before a place, in its clause.
fn change(from: Cursor<'_>) -> Option<Update> {
    let mut place = Some(from);
    for _ in 0..REACH {
        let at = place.filter(|at| !breaks(*at))?;
        let change = at.sense(Class::Toll, |sense| match sense {
            Sense::Toll(Toll::Change(update)) => Some(update),
            _ => None,
        });
        if change.is_some() {
            return change;
        }
        place = at.previous();
    }
    None
}

/// Whether إلى follows the figure soon: من 12 إلى 19.
fn leads_to(at: Cursor<'_>) -> bool {
    let mut place = at.next();
    for _ in 0..5 {
        match place {
            Some(p) if p.is(Class::To) => return true,
            Some(p) => place = p.next(),
            None => return false,
        }
    }
    false
}
