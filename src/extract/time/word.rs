//! Single words as the rules of time ask for them.

use crate::extract::cursor::Cursor;
use crate::fact::{Rank, TimeUnit, Value};
use crate::lexicon::{Class, ClassSet, DayPart, Eponym, Joint, MonthNames, Sense, Tense, UnitForm};
use crate::number::Number;

/// What was read, and the place after it.
pub(super) type Read<'a, T> = Option<(T, Cursor<'a>)>;

/// The digits here, as a number and as their count; more than four are no part of a date.
pub(super) fn digits(at: Cursor<'_>) -> Option<(u32, usize)> {
    if !at.token().is_digits() {
        return None;
    }
    let (mut value, mut count) = (0, 0);
    for c in at.page().quote(at.token().span).chars() {
        value = value * 10 + (c as u32 & 0xF);
        count += 1;
        if count > 4 {
            return None;
        }
    }
    Some((value, count))
}

/// Whether the token here is that small word.
#[inline]
pub(super) fn is_joint(at: Cursor<'_>, joint: Joint) -> bool {
    at.means(Sense::Joint(joint))
}

/// The place after that small word, if it stands at `at` and the line goes on.
pub(super) fn past(at: Cursor<'_>, joint: Joint) -> Option<Cursor<'_>> {
    is_joint(at, joint).then(|| at.next()).flatten()
}

/// `at` itself, or the place after that small word.
pub(super) fn skip(at: Cursor<'_>, joint: Joint) -> Cursor<'_> {
    past(at, joint).unwrap_or(at)
}

/// `at` itself, or the place after one of these signs.
pub(super) fn skip_sign<'a>(at: Cursor<'a>, signs: &[char]) -> Cursor<'a> {
    let is_one = signs.iter().any(|c| at.is_sign(*c));
    is_one.then(|| at.next()).flatten().unwrap_or(at)
}

/// Whether the token before is that small word.
pub(super) fn follows(at: Cursor<'_>, joint: Joint) -> bool {
    at.previous().is_some_and(|p| is_joint(p, joint))
}

/// Whether the token before names what a date after it belongs to, or what it makes of it.
pub(super) fn is_eponym(at: Cursor<'_>, eponym: Eponym) -> bool {
    at.means(Sense::Eponym(eponym))
}

pub(super) fn weekday(at: Cursor<'_>) -> Option<u8> {
    if !at.is(Class::Weekday) {
        return None;
    }
    at.sense(Class::Weekday, |sense| match sense {
        Sense::Weekday(day, false) => Some(day),
        _ => None,
    })
}

pub(super) fn unit(at: Cursor<'_>) -> Option<(TimeUnit, UnitForm)> {
    if !at.is(Class::TimeUnit) {
        return None;
    }
    at.sense(Class::TimeUnit, |sense| match sense {
        Sense::TimeUnit(unit, form) => Some((unit, form)),
        _ => None,
    })
}

#[inline]
pub(super) fn is_unit(at: Cursor<'_>, unit: TimeUnit) -> bool {
    at.is(Class::TimeUnit) && at.means(Sense::TimeUnit(unit, UnitForm::Singular))
}

pub(super) fn day_part(at: Cursor<'_>) -> Read<'_, DayPart> {
    match at.term(Class::DayPart)? {
        (Sense::DayPart(part), after) => Some((part, after)),
        _ => None,
    }
}

pub(super) fn step(at: Cursor<'_>) -> Read<'_, i8> {
    match at.term(Class::Step)? {
        (Sense::Step(step), after) => Some((step, after)),
        _ => None,
    }
}

/// A step after `end`, where one follows.
pub(super) fn step_after(end: Cursor<'_>) -> Read<'_, i8> {
    end.here().and_then(step)
}

/// How the word makes its clause look at what it tells.
pub(super) fn tense(at: Cursor<'_>) -> Option<Tense> {
    let tense = |sense| match sense {
        Sense::Tense(tense) => Some(tense),
        _ => None,
    };
    at.is(Class::Tense).then(|| at.sense(Class::Tense, tense)).flatten()
}

/// A month's name and whose it is.
pub(super) fn month_name(at: Cursor<'_>) -> Read<'_, (MonthNames, u8)> {
    match at.term(Class::Month)? {
        (Sense::Month(names, number), after) => Some(((names, number), after)),
        _ => None,
    }
}

/// Numbers: what begins a time only in company.
pub(super) const NUMBERS: ClassSet = ClassSet::of(&[
    Class::Digits,
    Class::Cardinal,
    Class::Ordinal,
    Class::Scale,
    Class::Vague,
    Class::Fraction,
    Class::Multiple,
]);

/// A cardinal number: the numeral that was read here, or a number word of its own.
pub(super) fn count(at: Cursor<'_>) -> Read<'_, Option<Number>> {
    let several = is_joint(at, Joint::Several);
    if !several && !at.classes().meets(NUMBERS) {
        return None;
    }
    if let Some((found, end)) = at.numeral() {
        return match (found.value.rank, found.value.value) {
            (Rank::Cardinal | Rank::Fraction, Value::Exact(number)) => Some((Some(number), end)),
            (Rank::Cardinal, Value::Vague { .. }) => Some((None, end)),
            _ => None,
        };
    }
    if several {
        return Some((None, at.after()));
    }
    let value = at.sense(Class::Cardinal, |sense| match sense {
        Sense::Cardinal(value) if value > 1 => Some(value),
        _ => None,
    })?;
    Some((Some(i128::from(value).into()), at.after()))
}

/// The place of a word that the conjunction و joins to what ends before `end`.
pub(super) fn joined(end: Cursor<'_>) -> Option<Cursor<'_>> {
    end.joined()
}
