//! `claim/verb`: a verb and those whom it befell behind it.

use super::near::{has_preposition, is_governed, trigger};
use super::subject;
use super::patient::patient;
use super::told::{Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::Predicate;
use crate::lexicon::{Class, ClassSet, Frame, Sense, Trigger};

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/verb",
    starts: ClassSet::of(&[Class::Trigger]),
    takes: &[
        "قُتل 19 مدنياً على الأقل",
        "أصيب العشرات",
        "قتلت القوات 12 مسلحا",
        "ألقي القبض على نحو 100 عنصر",
        "قُتل جندي",
        "أودى بحياة 23 شخصاً",
        "قُتل في قصف مدفعي 19 مدنيا",
    ],
    leaves: &["قُتل القائد في 3 هجمات", "أصيب الاقتصاد بالركود", "أصيب اللاعب قبل 3 أيام"],
    find,
};

/// verb ::= verb-of-event (and verb-of-event)? patient
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (verb, end) = trigger(at, is_verb)?;
    if has_preposition(at) || at.has_article() || verb.frame == Frame::Either && is_governed(at, None) {
        return None;
    }
    let joint = joint(verb, end).filter(|_| subject::before(at, verb.predicate).is_none());
    let (predicate, end) = joint.unwrap_or((verb.predicate, end));
    let patient = patient(end, Trigger { predicate, ..verb })?;
    let mut found = told(at, end, predicate, verb.ahead, patient.parts)?;
    found.value.by = patient.by;
    Some(found)
}

fn is_verb(frame: Frame) -> bool {
    matches!(frame, Frame::Either | Frame::Active | Frame::Passive)
}

/// قتل وأصيب, مقتل وإصابة: the dead and the wounded under one number.
pub(super) fn joint<'a>(first: Trigger, end: Cursor<'a>) -> Option<(Predicate, Cursor<'a>)> {
    let next = end.joined()?;
    let (second, end) = next.sense(|sense| match sense {
        Sense::Trigger(trigger) => Some((trigger, next.after())),
        _ => None,
    })?;
    let pair = [first.predicate, second.predicate];
    let both = pair.contains(&Predicate::Killed) && pair.contains(&Predicate::Wounded);
    (both && !matches!(second.frame, Frame::Event)).then_some((Predicate::Casualties, end))
}
