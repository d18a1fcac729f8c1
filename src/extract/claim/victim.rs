//! `claim/victim`: a counted noun that itself says what befell them: 65 قتيلاً, 58 قتيلاً وجريحاً.

use super::near::{any_trigger, around, breaks, counting, covering, is_bond, starting, trigger};
use super::parts::go_on;
use super::patient::doer_of;
use super::tally::risen;
use super::told::{Part, Told, told};
use super::{event, party};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Found, Match, Rule};
use crate::fact::{Named, NounClass, Predicate, Quantity, Rank};
use crate::lexicon::{Bond, Class, ClassSet, Frame, Mood, Particle, Sense, Trigger};

/// The frames of the words that it reads, but for masdars that are counted.
const NOUNS: ClassSet = ClassSet::of(&[Class::Victim, Class::Event]);

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/victim",
    starts: NOUNS.with(ClassSet::of(&[Class::Masdar])),
    takes: &["أكثر من 65 قتيلاً", "جريحان", "58 قتيلاً وجريحاً", "1.230 جريحا", "6 غارات"],
    leaves: &[
        "إنقاذ ثلاثة من المفقودين",
        "القتلى",
        "ذوو القتلى",
        "65 شخصاً",
        "عاد ألفا نازح إلى ديارهم",
        "120 إصابة بفيروس كورونا",
    ],
    find,
};

/// How many tokens before the number the verb of launching may stand.
const LAUNCH: usize = 6;

/// victim ::= quantity-of-victims (and victims)? | some-number-of victims | one victim
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (noun, end) = counted_trigger(at)?;
    let joint = end.here().and_then(|next| also(noun, next));
    let (predicate, end) = joint.unwrap_or((noun.predicate, end));
    let part = match counting(at).or_else(|| bare_before(at, end)) {
        Some(found) if is_known(at, found, noun.predicate) => return None,
        Some(found) if found.value.rank == Rank::Cardinal => Part::of(at.page(), found),
        Some(_) => return None,
        None => some(at, noun)?,
    };
    let mut parts = vec![if noun.frame == Frame::Event { part.named(None) } else { part }];
    let rest = (parts[0].tokens.1 as usize).max(end.index());
    go_on(at, rest, predicate, &mut parts);
    let first = Cursor::new(at.page(), parts[0].tokens.0 as usize);
    parts.extend(risen(first, rest, predicate).into_iter().flatten());
    let mut found = told(at, end, predicate, false, parts)?;
    found.value.by = launcher(at, noun);
    Some(found)
}

/// The bare number before a phrase: 140 مفرجاً عنهم.
fn bare_before<'p>(at: Cursor<'p>, end: Cursor<'p>) -> Option<&'p Found<Quantity>> {
    let found = covering(at.page(), at.previous()?.index()).filter(|_| end.index() > at.index() + 1)?;
    (found.value.counted.is_none() && found.end as usize == at.index()).then_some(found)
}

/// Who launched the counted raids: شنّ الطيران أربع غارات.
fn launcher(at: Cursor<'_>, noun: Trigger) -> Option<Named> {
    let found = covering(at.page(), at.index()).filter(|_| noun.frame == Frame::Event)?;
    let first = Cursor::new(at.page(), found.start as usize);
    let before = std::iter::successors(first.previous(), |place| place.previous()).take(LAUNCH);
    let mut words = before.take_while(|place| place.token().is_word() && !breaks(*place));
    let launch = words.find(|place| is_bond(*place, Bond::Launch))?;
    doer_of(launch.next()?, first)
}

/// Whether what befell some of the known victims is told by another word: إنقاذ ثلاثة من المفقودين, وفاة ثلاثة جرحى,
/// عاد ألفا نازح.
fn is_known(at: Cursor<'_>, found: &Found<Quantity>, predicate: Predicate) -> bool {
    let on = |place: &Cursor<'_>| place.means(Sense::Particle(Particle::On));
    let Some(before) = Cursor::new(at.page(), found.start as usize).previous() else { return false };
    let before = Some(before).filter(on).and_then(Cursor::previous).unwrap_or(before);
    let of_known = at.is_definite() && at.previous().is_some_and(|of| of.is(Class::Of));
    let undone = matches!(predicate, Predicate::Displaced | Predicate::Missing)
        && [Bond::Receive, Bond::Undone].into_iter().any(|bond| is_bond(before, bond));
    undone
        || any_trigger(before).is_some_and(|(other, _)| {
            let another = other.predicate != predicate && other.predicate.is_of_people();
            let acts = !matches!(other.frame, Frame::Victim | Frame::Tallied | Frame::State | Frame::Event);
            another && acts && (of_known || other.predicate == Predicate::Killed)
        })
}

/// The noun with what it says where a number counts it; a counted victim is a dead one.
fn counted_trigger(at: Cursor<'_>) -> Option<(Trigger, Cursor<'_>)> {
    let found = trigger(at, NOUNS).or_else(|| counted_hurt(at))?;
    if found.1.index() > at.index() + 1 {
        return Some(found);
    }
    let dead = found.0.predicate == Predicate::Casualties;
    if dead && !tells_of_the_dead(at) {
        return None;
    }
    let predicate = if dead { Predicate::Killed } else { found.0.predicate };
    Some((Trigger { predicate, ..found.0 }, found.1))
}

/// ضحية is a victim of anything, where nothing beside tells of more.
fn tells_of_the_dead(at: Cursor<'_>) -> bool {
    let one = party::person(at).is_none_or(|(_, singular)| singular);
    let toll = |token: usize| at.page().classes(token).has(Class::Toll);
    !one || covering(at.page(), at.index()).is_some() && (event::has_company(at) || around(at).any(toll))
}

/// إصابة is counted too: 12 إصابة.
fn counted_hurt(at: Cursor<'_>) -> Option<(Trigger, Cursor<'_>)> {
    let (noun, end) = trigger(at, Class::Masdar)?;
    let found = covering(at.page(), at.index())?;
    let counted =
        found.value.counted.is_some_and(|c| c.class == Some(NounClass::Event) && c.span == at.stem());
    counted.then_some((noun, end))
}

/// وجريحاً behind قتيلاً: both under one number.
pub(super) fn also(first: Trigger, next: Cursor<'_>) -> Option<(Predicate, Cursor<'_>)> {
    let second = next.joined()?;
    let (noun, end) =
        any_trigger(second).filter(|(t, _)| matches!(t.frame, Frame::Victim | Frame::Masdar))?;
    let pair = [first.predicate, noun.predicate];
    let parted = first.frame == Frame::Victim && pair.contains(&Predicate::Missing);
    let both = pair.contains(&Predicate::Killed) && (pair.contains(&Predicate::Wounded) || parted);
    let own = starting(second.page(), end.index()).is_some();
    let counted = own || covering(second.page(), second.index()).is_some();
    (both && !counted).then_some((Predicate::Casualties, end))
}

/// عدد من القتلى, سقوط قتيل.
fn some(at: Cursor<'_>, noun: Trigger) -> Option<Part> {
    if noun.frame == Frame::Event || at.is_definite() && !at.previous()?.is(Class::Of) {
        return None;
    }
    let index = at.index() as u32;
    let of = at.previous()?;
    let number = if of.is(Class::Of) { of.previous()? } else { of };
    if party::unknown_number(number).is_some_and(|end| end.index() == at.index() + 1) {
        return Some(Part::plain(number.index() as u32, index + 1).some());
    }
    let singular = party::person(at).is_some_and(|(_, singular)| singular);
    let carried =
        of.sense(Class::Mood, |sense| matches!(sense, Sense::Mood(Mood::Carry)).then_some(())).is_some();
    (singular && carried && party::is_indefinite(at)).then(|| Part::plain(index, index + 1).one())
}
