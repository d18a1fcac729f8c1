//! `time/offset`: so much time before or after now.

use super::draft::{Date, Draft, Length};
use super::duration;
use super::hedged::trailing;
use super::length::{length, single};
use super::word::{Read, is_joint};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::lexicon::{Class, ClassSet, Hedge, Joint, Sense};

pub(super) const RULE: Rule<Draft> = Rule {
    name: "time/offset",
    starts: ClassSet::of(&[Class::Offset]),
    takes: &["قبل 3 سنوات", "بعد أسبوعين", "قبل نحو شهرين", "قبل عام"],
    leaves: &["قبل الحرب", "بعد المباراة", "بعد ثلاثة جنود"],
    find,
};

/// offset ::= (قبل | بعد) hedge? length, unless من or على follows: then it counts from an event
fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    let direction = at.sense(|sense| match sense {
        Sense::Offset(direction) => Some(direction),
        _ => None,
    })?;
    let place = at.next()?;
    let place = match place.term(Class::Hedge) {
        Some((Sense::Hedge(Hedge::About | Hedge::Over | Hedge::Under), after)) => after.here()?,
        _ => place,
    };
    let (length, end) = amount(place)?;
    let from_event = end.here().is_some_and(|c| is_joint(c, Joint::Of) || is_joint(c, Joint::At));
    if from_event {
        return None;
    }
    let (_, end) = trailing(end);
    Some(Match::between(at, end, Draft::date(Date::Offset(length, direction))))
}

fn amount(at: Cursor<'_>) -> Read<'_, Length> {
    length(at).or_else(|| duration::read(at)).or_else(|| single(at))
}
