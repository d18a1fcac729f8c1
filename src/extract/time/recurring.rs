//! `time/recurring`: how often.

use super::draft::{Draft, Length, Per, Times, What};
use super::length::length;
use super::word::{Read, count, day_part, is_joint, skip, unit};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{TimeUnit, Value};
use crate::lexicon::{Class, ClassSet, Joint, Sense, UnitForm};

pub(super) const RULE: Rule<Draft> = Rule {
    name: "time/recurring",
    starts: ClassSet::of(&[Class::Recurrence, Class::Multiple, Class::Digits, Class::Cardinal]),
    takes: &[
        "كل ثلاثة أشهر",
        "مرتين في الأسبوع",
        "يومياً",
        "كل خميس",
        "3 مرات يومياً",
        "أربعة أيام في الأسبوع",
        "مرتين كل أسبوع",
    ],
    leaves: &["كل من حضر", "مرتين متتاليتين", "كل الأيام"],
    find,
};

/// recurring ::= times per | every | per
fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    let (what, end) = counted(at).or_else(|| every(at, None)).or_else(|| adverb(at, None))?;
    Some(Match::between(at, end, Draft { what, modifier: None }))
}

fn counted(at: Cursor<'_>) -> Read<'_, What> {
    let (times, end) = times(at).or_else(|| days(at))?;
    let place = end.here()?;
    adverb(place, Some(times)).or_else(|| every(place, Some(times))).or_else(|| within(place, times))
}

/// days ::= length, of which so many are in a longer unit: أربعة أيام في الأسبوع
fn days(at: Cursor<'_>) -> Read<'_, Times> {
    let (length, end) = length(at)?;
    let number = length.amount.filter(|_| length.rest.is_none() && length.unit <= TimeUnit::Day)?;
    Some((Times { number, unit: Some(length.unit) }, end))
}

/// times ::= مرة | مرتين | count مرات
fn times(at: Cursor<'_>) -> Read<'_, Times> {
    let times = |number| Times { number, unit: None };
    let word = |at: Cursor<'_>| {
        at.sense(Class::Recurrence, |sense| match sense {
            Sense::Times(times) => Some(times),
            _ => None,
        })
    };
    if let Some(Some(own)) = word(at) {
        let once = at.next().filter(|n| is_joint(*n, Joint::Whole) && !n.has_article());
        return Some((times(i128::from(own).into()), once.unwrap_or(at).after()));
    }
    let (amount, end) = match at.numeral() {
        Some((found, end)) => match found.value.value {
            Value::Exact(number) => (number, end),
            _ => return None,
        },
        None => count(at).and_then(|(n, end)| Some((n?, end)))?,
    };
    if end.here().is_some_and(|c| word(c) == Some(None) || word(c) == Some(Some(1))) {
        return Some((times(amount), end.after()));
    }
    // The numeral may have taken مرات in.
    let last = end.previous().filter(|c| c.index() > at.index() && word(*c).is_some());
    last.map(|_| (times(amount), end))
}

/// كل (length | unit | weekday | part)
fn every(at: Cursor<'_>, times: Option<Times>) -> Read<'_, What> {
    let place = at.means(Sense::Every).then(|| at.next()).flatten()?;
    if place.is_definite() && !place.is(Class::Weekday) {
        return None;
    }
    let (per, end) = per(place)?;
    Some((What::Recurrence { every: true, times, per }, end))
}

fn per(at: Cursor<'_>) -> Read<'_, Per> {
    if let Some((length, end)) = length(at) {
        return Some((Per::Length(length), end));
    }
    let named = match unit(at) {
        Some((TimeUnit::Day, UnitForm::Singular)) => at.next().unwrap_or(at),
        _ => at,
    };
    let weekday = named.sense(Class::Weekday, |sense| match sense {
        Sense::Weekday(day, _) => Some(day),
        _ => None,
    });
    if let Some(weekday) = weekday {
        return Some((Per::Weekday(weekday), named.after()));
    }
    if let Some((unit, UnitForm::Singular)) = unit(at) {
        return Some((Per::Length(Length::of(Some(1.into()), unit)), at.after()));
    }
    day_part(at).map(|(part, end)| (Per::Part(part), end))
}

/// يوميا
fn adverb(at: Cursor<'_>, times: Option<Times>) -> Read<'_, What> {
    let unit = at.sense(Class::Recurrence, |sense| match sense {
        Sense::Per(unit) => Some(unit),
        _ => None,
    })?;
    let per = Per::Length(Length::of(Some(1.into()), unit));
    Some((What::Recurrence { every: times.is_none(), times, per }, at.after()))
}

/// في الأسبوع
fn within(at: Cursor<'_>, times: Times) -> Read<'_, What> {
    let place = skip(at, Joint::In);
    let definite = is_joint(at, Joint::In) && place.is_definite();
    let unit = match unit(place) {
        Some((unit, UnitForm::Singular)) => unit,
        _ => place.means(Sense::DayShift(0)).then_some(TimeUnit::Day)?,
    };
    let per = Per::Length(Length::of(Some(1.into()), unit));
    let longer = times.unit.is_none_or(|of| of < unit);
    (definite && longer).then(|| (What::Recurrence { every: false, times: Some(times), per }, place.after()))
}
