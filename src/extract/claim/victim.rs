//! `claim/victim`: a counted noun that itself says what befell them: 65 قتيلاً, 58 قتيلاً وجريحاً.

use super::near::{any_trigger, covering, trigger};
use super::parts::go_on;
use super::party;
use super::told::{Part, Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{NounClass, Predicate};
use crate::lexicon::{Class, ClassSet, Frame, Mood, Sense, Trigger};

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/victim",
    starts: ClassSet::of(&[Class::Trigger]),
    takes: &["أكثر من 65 قتيلاً", "جريحان", "58 قتيلاً وجريحاً", "1.230 جريحا", "6 غارات"],
    leaves: &["القتلى", "ذوو القتلى", "65 شخصاً", "120 إصابة بفيروس كورونا"],
    find,
};

/// victim ::= quantity-of-victims (and victims)? | some-number-of victims | one victim
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (noun, end) = counted_trigger(at)?;
    let joint = end.here().and_then(|next| also(noun, next));
    let (predicate, end) = joint.unwrap_or((noun.predicate, end));
    let part = match covering(at.page(), at.index()) {
        Some(found) => Part::of(at.page(), found),
        None => some(at, noun)?,
    };
    let mut parts = vec![part];
    let rest = (parts[0].tokens.1 as usize).max(end.index());
    go_on(at, rest, predicate, &mut parts);
    told(at, end, predicate, false, parts)
}

/// The noun with what it says where a number counts it; a counted victim is a dead one.
fn counted_trigger(at: Cursor<'_>) -> Option<(Trigger, Cursor<'_>)> {
    let dead = |sense| match sense {
        Sense::Trigger(t) if t.frame == Frame::Victim && t.predicate == Predicate::Killed => Some(t),
        _ => None,
    };
    let found =
        trigger(at, |frame| matches!(frame, Frame::Victim | Frame::Event)).or_else(|| counted_hurt(at))?;
    if found.1.index() > at.index() + 1 {
        return Some(found);
    }
    Some((at.sense(dead).unwrap_or(found.0), found.1))
}

/// إصابة is counted too: 12 إصابة.
fn counted_hurt(at: Cursor<'_>) -> Option<(Trigger, Cursor<'_>)> {
    let (noun, end) = trigger(at, |frame| frame == Frame::Masdar)?;
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
    let both = pair.contains(&Predicate::Killed) && pair.contains(&Predicate::Wounded);
    let counted = covering(second.page(), second.index()).is_some();
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
    let carried = of.sense(|sense| matches!(sense, Sense::Mood(Mood::Carry)).then_some(())).is_some();
    (singular && carried && party::is_indefinite(at)).then(|| Part::plain(index, index + 1).one())
}
