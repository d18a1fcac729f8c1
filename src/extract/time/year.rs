//! Productions: years, alone and as a date says its own.

use super::draft::Year;
use super::word::{Read, count, digits, is_joint, past, skip, skip_sign, step, unit};
use crate::extract::cursor::Cursor;
use crate::fact::TimeUnit;
use crate::lexicon::{Joint, Sense, UnitForm};

/// Which calendar a year is said to be of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Era {
    Gregorian,
    Islamic,
    BeforeChrist,
}

/// era ::= م | ميلادي | هـ | هجري | قبل الميلاد | ق.م
pub(super) fn era(end: Cursor<'_>) -> (Option<Era>, Cursor<'_>) {
    let Some(here) = end.here() else { return (None, end) };
    if is_joint(here, Joint::Islamic) {
        return (Some(Era::Islamic), here.after());
    }
    if is_joint(here, Joint::Gregorian) {
        return (Some(Era::Gregorian), here.after());
    }
    if let Some(after) = before_christ(here) {
        return (Some(Era::BeforeChrist), after);
    }
    (None, end)
}

fn before_christ(at: Cursor<'_>) -> Option<Cursor<'_>> {
    if let Some(after) = at.phrase_meaning(Sense::Joint(Joint::BeforeChrist)) {
        return Some(after);
    }
    let letter = skip_sign(past(at, Joint::BeforeLetter)?, &['.']);
    is_joint(letter, Joint::Gregorian).then(|| letter.after())
}

/// of-date ::= ،? من? (عام | سنة)? year era? | من? (العام step | هذا العام) | step | (/ | -) year
pub(super) fn of_date(end: Cursor<'_>, islamic: bool) -> Read<'_, Year> {
    let here = end.here()?;
    if let Some((steps, after)) = step(here) {
        return Some((Year::Toward(steps), after));
    }
    let place = skip_sign(here, &['،', ',', '/', '-', '.']);
    if let Some((year, after)) = figure(place, islamic) {
        return Some((Year::Stated(year), era(after).1));
    }
    let place = skip(here, Joint::Of);
    if let Some((steps, after)) = stepped(place) {
        return Some((Year::Step(steps), after));
    }
    let unit = is_year_word(place).then(|| place.next()).flatten()?;
    let (year, after) = figure(unit, islamic).or_else(|| spelled(unit))?;
    Some((Year::Stated(year), era(after).1))
}

/// Digits that are a year by themselves.
fn figure(at: Cursor<'_>, islamic: bool) -> Read<'_, i32> {
    let (value, count) = digits(at)?;
    let sound =
        if islamic { (1..1600).contains(&value) && count >= 3 } else { (1700..=2100).contains(&value) };
    (sound && !is_decimal(at)).then(|| (value.cast_signed(), at.after()))
}

/// Whether a separator and more digits follow without a space.
pub(super) fn is_decimal(at: Cursor<'_>) -> bool {
    let sign = at.next().filter(|s| s.is_glued() && ['.', ',', '،', '٫', '٬'].iter().any(|c| s.is_sign(*c)));
    sign.and_then(Cursor::next).is_some_and(|n| n.is_glued() && n.token().is_digits())
}

/// A year in words: a number from a thousand on.
fn spelled(at: Cursor<'_>) -> Read<'_, i32> {
    let (number, end) = count(at).filter(|_| !at.token().is_digits())?;
    let value = number?.integer()?;
    (1000..2200).contains(&value).then_some((value as i32, end))
}

/// العام step | هذا العام
pub(super) fn stepped(at: Cursor<'_>) -> Read<'_, i8> {
    if at.means(Sense::This) {
        let next = at.next().filter(|n| is_year_word(*n) && n.is_definite())?;
        return Some((0, next.after()));
    }
    (is_year_word(at) && at.is_definite()).then(|| at.next()).flatten().and_then(step)
}

/// Whether عام or سنة stands here, with or without its article.
pub(super) fn is_year_word(at: Cursor<'_>) -> bool {
    matches!(unit(at), Some((TimeUnit::Year, UnitForm::Singular)))
}

/// stated ::= (عام | سنة) (year | spelled) era?
pub(super) fn stated(at: Cursor<'_>) -> Read<'_, (i32, Era)> {
    let place = is_year_word(at).then(|| at.next()).flatten()?;
    let (year, count, after) = match digits(place) {
        Some((value, count)) if !is_decimal(place) => (value.cast_signed(), count, place.after()),
        Some(_) => return None,
        None => spelled(place).map(|(year, after)| (year, 4, after))?,
    };
    let (marked, after) = era(after);
    let islamic = (1300..1500).contains(&year) && !at.token().has_tanwin();
    let era = marked.unwrap_or(if islamic { Era::Islamic } else { Era::Gregorian });
    let sound = era == Era::Islamic || marked.is_some() || (1000..2200).contains(&year);
    (sound && (count > 2 || era == Era::BeforeChrist)).then_some(((year, era), after))
}

/// The year of a stretch of it: `شتاء [العام] 2015`, `الربع الأول من العام الحالي`.
pub(super) fn of_stretch(end: Cursor<'_>) -> Read<'_, Year> {
    let place = skip(end.here()?, Joint::Of);
    if let Some((steps, after)) = stepped(place) {
        return Some((Year::Step(steps), after));
    }
    if let Some(((year, Era::Gregorian), after)) = stated(place) {
        return Some((Year::Stated(year), after));
    }
    if let Some((year, after)) = figure(place, false) {
        return Some((Year::Stated(year), era(after).1));
    }
    step(place).map(|(steps, after)| (Year::Toward(steps), after))
}

/// A second year after the first: `2021-2022`, `2021/22`.
pub(super) fn second(first: i32, end: Cursor<'_>) -> Read<'_, i32> {
    let sign = end.here().filter(|s| ['-', '/', '–', '—'].iter().any(|c| s.is_sign(*c)))?;
    let next = sign.next()?;
    let (value, count) = digits(next)?;
    let value = if count == 2 { first / 100 * 100 + value.cast_signed() } else { value.cast_signed() };
    let ascending = value > first && value - first < 100 && (count == 4 || value == first + 1);
    let ends = !next.after().here().is_some_and(|c| c.is_glued() && (c.is_sign('/') || c.is_sign('-')));
    (ascending && ends && !is_decimal(next)).then(|| (value, next.after()))
}

/// Whether `at` is the place after which a bare figure of four digits can only be a year.
pub(super) fn bare(at: Cursor<'_>) -> Read<'_, i32> {
    let (value, count) = digits(at)?;
    (count == 4 && (1900..=2100).contains(&value) && !is_decimal(at))
        .then(|| (value.cast_signed(), at.after()))
}

/// The place before that small word, for rules that ask what led to them.
pub(super) fn led_by(at: Cursor<'_>, joints: &[Joint]) -> bool {
    at.previous().is_some_and(|p| joints.iter().any(|joint| is_joint(p, *joint)))
}
