//! Who did what counts nobody, where a named actor is the subject of its verb or belongs to its noun.

use super::near::{has_preposition, is_bond, is_nominal, spells};
use super::party::{ending, phrase};
use crate::extract::cursor::Cursor;
use crate::fact::{EntityKind, Named, Predicate};
use crate::lexicon::{Bond, Class, ClassSet, Frame, Trigger};

/// How many tokens stand between شن and what is launched at most.
const LAUNCH: usize = 5;

/// Who did the event whose word stands from `at` to `end`.
pub(super) fn of(at: Cursor<'_>, event: Trigger, end: Cursor<'_>) -> Option<Named> {
    match event.frame {
        Frame::Active => subject(at, event, end),
        Frame::Either if !is_nominal(at) && !has_preposition(at) => subject(at, event, end),
        Frame::Event => launched(at).or_else(|| owner(event, end)),
        _ => None,
    }
}

/// هاجمت حركة الشباب فندقا, الحوثيون قصفوا حيا: with an object, the verb is active.
fn subject(at: Cursor<'_>, event: Trigger, end: Cursor<'_>) -> Option<Named> {
    let next = end.here()?;
    if let Some((named, after)) = actor(next) {
        return at.at(after).filter(|object| is_object(*object, event)).map(|_| named);
    }
    let before = ending(at.page(), at.index())
        .filter(|_| at.at(end.index()).is_some_and(|next| is_object(next, event)))?;
    Some(Named { span: before.span, entity: Some(before.value.id.clone()) })
}

/// The actor that begins at a place, or whose forces do (طيران التحالف), and the token after it.
fn actor(at: Cursor<'_>) -> Option<(Named, usize)> {
    let known = |at: Cursor<'_>| {
        at.page()
            .entity_at(at.index())
            .filter(|found| found.value.kind == EntityKind::Actor)
            .map(|found| found.end)
    };
    let forces =
        || at.next().filter(|next| at.token().is_word() && !next.token().has_proclitic()).and_then(known);
    let end = known(at).or_else(forces).filter(|_| !has_preposition(at))?;
    Some((phrase(at.page(), (at.index() as u32, end)), end as usize))
}

/// Whether what a verb befell may begin at a place: behind the preposition that it asks for, or behind none.
fn is_object(at: Cursor<'_>, event: Trigger) -> bool {
    const GOVERNS: ClassSet = ClassSet::CUES.with(ClassSet::of(&[
        Class::In,
        Class::Of,
        Class::Offset,
        Class::Bond,
        Class::Telling,
        Class::Mood,
        Class::To,
    ]));
    if let Some(word) = event.with {
        return spells(at, word);
    }
    at.token().is_word() && !at.token().has_proclitic() && !at.classes().meets(GOVERNS)
}

/// شن طيران التحالف غارات.
fn launched(at: Cursor<'_>) -> Option<Named> {
    let mut place = at.previous()?;
    for _ in 0..LAUNCH {
        if is_bond(place, Bond::Launch) {
            let (named, after) = actor(place.next()?)?;
            return (after <= at.index()).then_some(named);
        }
        place = place.previous().filter(|_| place.token().is_word())?;
    }
    None
}

/// هجوم لداعش; of raids the one behind ل may be whom they hit.
fn owner(event: Trigger, end: Cursor<'_>) -> Option<Named> {
    let at = end.here().filter(|_| matches!(event.predicate, Predicate::Attacked | Predicate::Bombed))?;
    let ahead = at.page().quote(at.token().span).starts_with('ل') && has_preposition(at);
    let found = at.page().entity_at(at.index()).filter(|e| ahead && e.value.kind == EntityKind::Actor)?;
    Some(Named { span: found.span, entity: Some(found.value.id.clone()) })
}
