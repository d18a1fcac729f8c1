//! People of whom a word for an event tells without a number: قُتل جندي, أُوقف المتهم, نزح الأهالي.

use super::near::{any_trigger, has_preposition, is_bond, is_cue, is_verb, starting};
use super::party::{is_indefinite, person, phrase};
use super::patient::{Patient, is_accusative, is_setting, tells_without_number, with_rest};
use super::told::Part;
use crate::extract::cursor::Cursor;
use crate::extract::rule::Found;
use crate::fact::{Entity, EntityKind, Predicate};
use crate::lexicon::{Bond, Class, Frame, Sense, SourceNoun, Trigger};

/// A person without a number: جندي is one, الجندي is known, مدنيين are some.
pub(super) fn at_once(from: Cursor<'_>, trigger: Trigger) -> Option<Patient> {
    if has_preposition(from)
        || !tells_without_number(trigger)
        || any_trigger(from)
            .is_some_and(|(t, _)| is_action(t) || from.is_definite() && !is_let_go(t, trigger))
    {
        return None;
    }
    let start = from.index() as u32;
    if is_bond(from, Bond::Any) {
        let part = Part { is_any: true, is_nobody: true, ..Part::plain(start, start + 1) };
        return Some(Patient { parts: vec![part], by: None });
    }
    if let Some(entity) = from.page().entity_at(from.index()) {
        return by_name(from, entity, trigger);
    }
    if is_ordinal(from) && matches!(trigger.frame, Frame::Passive | Frame::Either) && !has_object(from) {
        let part = Part::plain(start, start + 1).one();
        return Some(Patient { parts: vec![part], by: None });
    }
    by_kind(from, trigger)
}

/// مقتل البغدادي: the actor or person of that name.
fn by_name(from: Cursor<'_>, entity: &Found<Entity>, trigger: Trigger) -> Option<Patient> {
    let befallen = match entity.value.kind {
        EntityKind::Actor => trigger.frame == Frame::Passive,
        EntityKind::Person => trigger.frame != Frame::Active && trigger.frame != Frame::Either,
        _ => false,
    };
    let tokens = (from.index() as u32, entity.end);
    let part = Part::plain(tokens.0, tokens.1).named(Some(phrase(from.page(), tokens)));
    befallen.then(|| with_rest(from, part, trigger))
}

/// مقتل جندي, توفي العميد, نزح الأهالي.
fn by_kind(from: Cursor<'_>, trigger: Trigger) -> Option<Patient> {
    let singular = person(from)
        .map(|(_, singular)| singular)
        .or_else(|| is_titled(from, trigger).then_some(true))
        .or_else(|| (is_let_go_here(from, trigger) || is_populace(from, trigger)).then_some(false))?;
    let one = singular && is_indefinite(from);
    if trigger.frame == Frame::Passive && is_accusative(from) {
        return None;
    }
    if trigger.is_counted() && !one || may_have_done_it(from, trigger, one) {
        return None;
    }
    let tokens = (from.index() as u32, from.index() as u32 + 1);
    let part = Part::plain(tokens.0, tokens.1).named(Some(phrase(from.page(), tokens)));
    Some(with_rest(from, if one { part.one() } else { part }, trigger))
}

/// Whether the person right behind a verb is who did it as likely as not.
fn may_have_done_it(from: Cursor<'_>, trigger: Trigger, one: bool) -> bool {
    let seizes = matches!(trigger.predicate, Predicate::Captured | Predicate::Abducted);
    let acts = seizes && person(from).is_some() && !one
        || from.is_definite() && !is_joined_by_number(from)
        || is_of_helpers(trigger.predicate)
        || has_object(from) && !is_accusative(from);
    is_doer(from, trigger) || trigger.frame == Frame::Either && acts
}

/// قتل القيادي وأربعة من مرافقيه: with others of the same fate he did it to nobody.
fn is_joined_by_number(from: Cursor<'_>) -> bool {
    let more =
        |next: Cursor<'_>| next.token().has_conjunction() && starting(next.page(), next.index()).is_some();
    from.next().is_some_and(more)
}

/// Right behind a verb in the active a certain person did it: أصاب الوزير.
fn is_doer(from: Cursor<'_>, trigger: Trigger) -> bool {
    trigger.frame == Frame::Active && from.is_definite()
}

/// أُطلق سراح الموقوفين: prisoners, of whom another word than theirs tells that they are free.
fn is_let_go(prisoners: Trigger, trigger: Trigger) -> bool {
    prisoners.frame == Frame::Tallied && trigger.predicate == Predicate::Freed
}

fn is_let_go_here(from: Cursor<'_>, trigger: Trigger) -> bool {
    any_trigger(from).is_some_and(|(prisoners, _)| is_let_go(prisoners, trigger))
}

/// نزح الأهالي: those who live in a place, all of them.
fn is_populace(from: Cursor<'_>, trigger: Trigger) -> bool {
    let people = |sense| matches!(sense, Sense::SourceNoun(SourceNoun::People)).then_some(());
    trigger.predicate == Predicate::Displaced
        && from.is_definite()
        && from.sense(Class::SourceNoun, people).is_some()
}

/// مقتل القيادي, توفي العميد: a title stands for one person.
fn is_titled(from: Cursor<'_>, trigger: Trigger) -> bool {
    matches!(trigger.frame, Frame::Masdar | Frame::Passive) && from.term(Class::Title).is_some()
}

/// وتوفي خامس: one more, by his place in the order.
fn is_ordinal(from: Cursor<'_>) -> bool {
    let ordinal = |sense| matches!(sense, Sense::Ordinal(_)).then_some(());
    from.sense(Class::Ordinal, ordinal).is_some()
        && !from.has_article()
        && from.next().is_none_or(|next| is_setting(next) || !next.token().is_word())
}

/// Of a verb such as saving, the person right behind it is who did it as likely as not.
fn is_of_helpers(predicate: Predicate) -> bool {
    matches!(predicate, Predicate::Rescued | Predicate::Freed | Predicate::Evacuated | Predicate::Detained)
}

/// Whether an accusative follows soon, which makes the person before it who did it: قتل مسلحون قاضياً.
fn has_object(from: Cursor<'_>) -> bool {
    std::iter::successors(from.next(), |place| place.next()).take(3).any(|place| place.token().has_tanwin())
}

fn is_action(trigger: Trigger) -> bool {
    !matches!(trigger.frame, Frame::Victim | Frame::Tallied | Frame::State)
}

/// One person without a number, whom nothing makes a certain one: بينهم فتاة.
pub(super) fn one(at: Cursor<'_>) -> Option<Part> {
    let one = !has_preposition(at)
        && is_indefinite(at)
        && person(at).is_some_and(|(_, singular)| singular)
        && any_trigger(at).is_none()
        && starting(at.page(), at.index()).is_none();
    let tokens = (at.index() as u32, at.index() as u32 + 1);
    one.then(|| Part::plain(tokens.0, tokens.1).named(Some(phrase(at.page(), tokens))).one())
}

/// ومدني behind شرطي or شرطي تركي: one more, who is not named to speak.
pub(super) fn another(next: Cursor<'_>) -> Option<Part> {
    let joined = |at: Cursor<'_>| at.token().has_conjunction();
    let at =
        Some(next).filter(|at| joined(*at)).or_else(|| next.next().filter(|_| next.token().is_word()))?;
    let acts = at.next().is_some_and(|next| is_cue(next) || is_verb(next));
    one(at).filter(|_| joined(at) && !acts)
}
