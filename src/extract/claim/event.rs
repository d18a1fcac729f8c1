//! `claim/event`: an event whose doer, place or aim is named: قصف على الحي, السيطرة على السجن.

use super::actor;
use super::near::{FAR, any_trigger, breaks, has_mood, has_preposition, is_bond, is_marked_passive, trigger};
use super::party::{person, phrase};
use super::told::{Part, Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{EntityKind, Named, NounClass, Predicate};
use crate::lexicon::{Bond, Class, ClassSet, Frame, Mood, Particle, Sense, SourceNoun, Trigger};

/// The frames of the words that it reads.
const FRAMES: ClassSet =
    ClassSet::TRIGGERS.without(ClassSet::of(&[Class::Penalty, Class::State, Class::Split]));

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/event",
    starts: FRAMES,
    takes: &[
        "‹السيطرة على› دمشق",
        "لن ‹تنسحب› القوات من المدينة",
        "‹اشتباكات› في حلب",
        "‹السيطرة على› بلدة المسيمير",
        "‹انتشرت البيشمركة› في الجبال",
        "وقع ‹الانفجار› أمس",
        "‹قُصفت البلدة› مرتين",
        "‹هاجم مسلحون مخفراً› في الصحراء",
    ],
    leaves: &[
        "هجوم الفريق على المرمى",
        "انسحاب اللاعب من الملعب",
        "انهيار الأسعار",
        "انتشار الوباء في سوريا",
        "ضبط الحدود مع سوريا",
        "مواد شديدة الانفجار في دمشق",
        "فقد الحوثيون السيطرة على عدن",
    ],
    find,
};

/// event ::= word-of-event word* entity
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (event, end) = trigger(at, FRAMES)?;
    if event.is_counted() && !moves(event, end) || is_quality(at) || is_lost(at, event) {
        return None;
    }
    let speaks = (names_entity(end) || takes_place(event, end)) && (!needs_company(event) || has_company(at));
    let speaks = speaks || takes_place_name(at, event, end) || happens(at, event);
    if event.predicate.is_of_people() || !speaks && !moves_force(event, end) {
        return None;
    }
    let index = at.index() as u32;
    let who = befallen(at, event, end);
    let reach = who.as_ref().map_or(end.index() as u32, |(_, reach)| *reach);
    let part = Part::plain(index, reach).named(who.map(|(who, _)| who));
    let mut found = told(at, end, event.predicate, event.ahead, vec![part])?;
    found.value.by = actor::of(at, event, end);
    Some(found)
}

/// شديدة الانفجار: what a thing may do.
fn is_quality(at: Cursor<'_>) -> bool {
    at.is_definite() && at.previous().is_some_and(|before| is_bond(before, Bond::Quality))
}

/// How many tokens back the verb of losing may stand.
const LOST: usize = 5;

/// فقد الجيش السيطرة على: what was held is lost. Of فقد before a verb (has) nothing definite follows.
fn is_lost(at: Cursor<'_>, event: Trigger) -> bool {
    if event.predicate != Predicate::Seized || event.frame != Frame::Masdar {
        return false;
    }
    let before = std::iter::successors(at.previous(), |place| place.previous()).take(LOST);
    let mut words = before.take_while(|place| place.token().is_word() && !breaks(*place));
    let holder = |next: Cursor<'_>| next.is_definite() || next.page().entity_at(next.index()).is_some();
    words.any(|place| is_bond(place, Bond::Lost) && place.next().is_some_and(holder))
}

/// Whether an actor or place is named soon after, in the same clause.
fn names_entity(from: Cursor<'_>) -> bool {
    let mut place = from.here();
    for _ in 0..FAR / 2 {
        let Some(at) = place else { return false };
        if breaks(at) || at.is_sign('،') || any_trigger(at).is_some() {
            return false;
        }
        if at.page().entity_at(at.index()).is_some_and(|e| e.value.kind != EntityKind::Outlet) {
            return true;
        }
        place = at.next();
    }
    false
}

/// السيطرة على بلدة, known by name or not.
fn takes_place(event: Trigger, end: Cursor<'_>) -> bool {
    let named =
        |head: Cursor<'_>| head.is(Class::NameHead) && head.next().is_some_and(|name| name.token().is_word());
    event.predicate == Predicate::Seized && end.here().is_some_and(named)
}

/// What a passive befell (قُصفت البلدة), the forces that moved (انتشرت البيشمركة) or the place that was attacked (هاجم
/// مسلحون مخفراً), and the token after its word.
fn befallen(at: Cursor<'_>, event: Trigger, end: Cursor<'_>) -> Option<(Named, u32)> {
    let next = end.here()?;
    let moved = event.is_counted() && moves(event, end);
    let passive = event.frame == Frame::Either && is_marked_passive(at, event) && is_place(end);
    let place = if moved || passive { next } else { raided(at, event, next)? };
    let index = place.index() as u32;
    Some((phrase(at.page(), (index, index + 1)), index + 1))
}

/// The place behind those who attacked it: هاجم مسلحون مخفراً.
fn raided<'a>(at: Cursor<'_>, event: Trigger, by: Cursor<'a>) -> Option<Cursor<'a>> {
    let active = event.frame == Frame::Either && !is_marked_passive(at, event);
    let attacks = event.predicate == Predicate::Attacked && active && person(by).is_some();
    by.next().filter(|place| attacks && is_place(*place))
}

/// Whether a noun for a kind of place begins here.
fn is_place(at: Cursor<'_>) -> bool {
    let place = |at: Cursor<'_>| {
        at.sense(Class::Noun, Sense::noun).is_some_and(|noun| noun.class == NounClass::Place)
    };
    at.here().is_some_and(|at| place(at) && !has_preposition(at))
}

/// قُصفت البلدة, هاجم مسلحون مخفراً, قصف السوق: a place that is named by its kind alone.
fn takes_place_name(at: Cursor<'_>, event: Trigger, end: Cursor<'_>) -> bool {
    let Some(next) = end.here() else { return false };
    match event.predicate {
        Predicate::Bombed => is_place(next),
        Predicate::Destroyed => is_place(next) && has_company(at),
        Predicate::Attacked if event.frame == Frame::Either && is_marked_passive(at, event) => is_place(next),
        Predicate::Attacked => raided(at, event, next).is_some(),
        _ => false,
    }
}

/// وقع الانفجار, أوقع الهجوم: an event that is said to have been.
fn happens(at: Cursor<'_>, event: Trigger) -> bool {
    let carry = |place: &Cursor<'_>| has_mood(*place, Mood::Carry);
    let denied = |place: Cursor<'_>| {
        place
            .sense(Class::Mood, |sense| {
                matches!(sense, Sense::Mood(Mood::Not | Mood::NotAhead)).then_some(())
            })
            .is_some()
    };
    let verb = at.previous().filter(carry);
    let so = verb.is_some_and(|verb| !verb.previous().is_some_and(denied));
    event.frame == Frame::Event && so && at.is_definite()
}

/// Markets collapse and campaigns have targets: these words tell of violence only beside another that does.
fn needs_company(event: Trigger) -> bool {
    event.predicate == Predicate::Destroyed
        || event.predicate == Predicate::Attacked && event.frame == Frame::Either
}

/// Whether another word for an event stands in the same sentence, not far away.
pub(super) fn has_company(at: Cursor<'_>) -> bool {
    let sentence = at.page().sentence(at.index());
    let near = sentence.start.max(at.index().saturating_sub(2 * FAR))..sentence.end.min(at.index() + 2 * FAR);
    near.filter(|other| *other != at.index())
        .any(|other| any_trigger(Cursor::new(at.page(), other)).is_some())
}

/// لن تنسحب القوات: forces that move.
fn moves_force(event: Trigger, end: Cursor<'_>) -> bool {
    let body = |sense| matches!(sense, Sense::SourceNoun(SourceNoun::Body)).then_some(());
    matches!(event.predicate, Predicate::Withdrawn | Predicate::Deployed)
        && end.here().is_some_and(|next| next.is_definite() && next.sense(Class::SourceNoun, body).is_some())
}

/// Of a word that else wants a number, forces are told of that have it right before them: انتشرت البيشمركة.
fn moves(event: Trigger, end: Cursor<'_>) -> bool {
    let is_actor = |next: Cursor<'_>| {
        next.page().entity_at(next.index()).is_some_and(|e| e.value.kind == EntityKind::Actor)
    };
    let named = end.here().is_some_and(is_actor);
    event.frame == Frame::Passive && (named || moves_force(event, end))
}

/// Who did it: behind على يد, شنته and the like, up to where the phrase ends.
pub(super) fn doer(from: Cursor<'_>) -> Option<Named> {
    let mut at = from.here()?;
    for _ in 0..FAR / 2 {
        if is_bond(at, Bond::By) || is_bond(at, Bond::Done) {
            if at.previous().is_some_and(|before| is_bond(before, Bond::Sought)) {
                return None;
            }
            let (_, end) = at.term(Class::Bond)?;
            return named_from(past_time(end.here()?)?);
        }
        if breaks(at) || any_trigger(at).is_some_and(|(t, _)| t.frame != Frame::Event) {
            return None;
        }
        at = at.next()?;
    }
    None
}

/// Past a time that stands first: شنتها اليوم طائرات التحالف.
fn past_time(at: Cursor<'_>) -> Option<Cursor<'_>> {
    at.page().time_at(at.index()).map_or(Some(at), |time| at.at(time.end as usize))
}

/// The entity, or the noun phrase of up to three words, that begins at a place.
fn named_from(at: Cursor<'_>) -> Option<Named> {
    let start = at.index() as u32;
    let mut end = at;
    for _ in 0..3 {
        if let Some(entity) = at.page().entity_at(end.index()) {
            return Some(phrase(at.page(), (start, entity.end)));
        }
        let goes = end.token().is_word()
            && !end.is(Class::Offset)
            && !end.is(Class::In)
            && !end.is(Class::Of)
            && !end.means(Sense::Particle(Particle::On))
            && !end.token().has_proclitic();
        if !goes {
            break;
        }
        end = end.after().here()?;
    }
    (end.index() > at.index()).then(|| phrase(at.page(), (start, end.index() as u32)))
}
