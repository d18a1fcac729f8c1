//! `time/offset`: so much time before or after now.

use super::draft::{Date, Draft, Length};
use super::hedged::trailing;
use super::length::{length, single};
use super::word::{Read, is_joint, past};
use super::{duration, tense};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::lexicon::{Class, ClassSet, Hedge, Joint, Sense, VagueTime};

pub(super) const RULE: Rule<Draft> = Rule {
    name: "time/offset",
    starts: ClassSet::of(&[Class::Offset]),
    takes: &["قبل 3 سنوات", "بعد أسبوعين", "قبل نحو شهرين", "قبل عام", "بعد عامين من الآن"],
    leaves: &["قبل الحرب", "بعد المباراة", "بعد ثلاثة جنود", "عاد بعد ثلاثة أيام"],
    find,
};

/// offset ::= (قبل | بعد) hedge? length, unless من or على follows: then it counts from an event, as بعد does wherever
/// the sentence does not look ahead
fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    let direction = at.sense(Class::Offset, |sense| match sense {
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
    let (_, end) = trailing(end);
    let from_now = from_now(end).filter(|_| direction > 0);
    if from_now.is_none() && (from_event || direction > 0 && !is_ahead(at, end)) {
        return None;
    }
    let end = from_now.unwrap_or(end);
    Some(Match::between(at, end, Draft::date(Date::Offset(length, direction))))
}

/// من الآن
fn from_now(end: Cursor<'_>) -> Option<Cursor<'_>> {
    let now = past(end.here()?, Joint::Of)?;
    now.means(Sense::VagueTime(VagueTime::Present)).then(|| now.after())
}

/// Whether the time is to come: the sentence says so, or says nothing else.
fn is_ahead(at: Cursor<'_>, end: Cursor<'_>) -> bool {
    let alone = at.previous().is_none() && end.here().is_none();
    alone || tense::plans_ahead(at) || tense::goes_on_ahead(end)
}

fn amount(at: Cursor<'_>) -> Read<'_, Length> {
    length(at).or_else(|| duration::read(at)).or_else(|| single(at))
}
