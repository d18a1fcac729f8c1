//! Productions: lengths of time.

use super::draft::Length;
use super::word::{NUMBERS, Read, count, is_joint, is_unit, joined, skip, skip_sign, step_after, unit};
use super::year::bare;
use crate::extract::cursor::Cursor;
use crate::fact::{Rank, TimeUnit};
use crate::lexicon::{Class, ClassSet, Joint, Sense, UnitForm};
use crate::number::Number;

/// What a length begins with.
const STARTS: ClassSet = NUMBERS.with(ClassSet::of(&[Class::Minutes, Class::Several, Class::TimeUnit]));

/// length ::= counted | part unit | unit and part | dual | unit whole | units few
pub(super) fn length(at: Cursor<'_>) -> Read<'_, Length> {
    if !at.classes().meets(STARTS) {
        return None;
    }
    let (length, end) = counted(at)
        .or_else(|| fraction(at))
        .or_else(|| dual(at))
        .or_else(|| whole(at))
        .or_else(|| few(at))?;
    Some(with_rest(length, end))
}

/// counted ::= count unit
fn counted(at: Cursor<'_>) -> Read<'_, Length> {
    let (amount, end) = count(at)?;
    let place = end.here()?;
    let (unit, form) = unit(place)?;
    let sound = amount.is_none_or(|n| n > Number::from(0)) && !place.token().has_proclitic();
    let sound = sound && !matches!(form, UnitForm::Dual | UnitForm::Construct);
    // A definite unit after a number is a whole that the number is a part of, or the head of another noun.
    let sound = sound && (!place.has_article() || is_fraction(at));
    (sound && !heads_name(place)).then(|| (Length::of(amount, unit), place.after()))
}

/// Whether the unit is the first word of a day or year that is named after it: 136 يوم الأحد, المئة عام 2018.
fn heads_name(at: Cursor<'_>) -> bool {
    let Some(next) = at.next().filter(|_| !is_accusative(at)) else { return false };
    is_unit(at, TimeUnit::Day) && (next.is(Class::Weekday) || next.is(Class::Deixis))
        || is_unit(at, TimeUnit::Year) && bare(next).is_some()
}

/// يوما, as after eleven and more.
fn is_accusative(at: Cursor<'_>) -> bool {
    at.token().has_tanwin() || at.page().quote(at.stem()).ends_with('ا')
}

fn is_fraction(at: Cursor<'_>) -> bool {
    at.numeral().is_some_and(|(found, _)| found.value.rank == Rank::Fraction)
}

/// fraction ::= نصف unit
fn fraction(at: Cursor<'_>) -> Read<'_, Length> {
    let part = part_word(at)?;
    let place = at.next()?;
    let (unit, form) = unit(place)?;
    let sound = form == UnitForm::Singular && (!place.has_article() || unit == TimeUnit::Hour);
    (sound && !at.has_article()).then(|| (Length::of(Some(part), unit), place.after()))
}

/// A fraction that stands by itself: the numeral, or the word.
fn part_word(at: Cursor<'_>) -> Option<Number> {
    let minutes = at.sense(Class::Minutes, |sense| match sense {
        Sense::Minutes(value) => Some(value),
        _ => None,
    })?;
    Number::ratio(i128::from(minutes), 60)
}

/// dual ::= يومين
fn dual(at: Cursor<'_>) -> Read<'_, Length> {
    match unit(at)? {
        (unit, UnitForm::Dual) if !at.has_article() => Some((Length::of(Some(2.into()), unit), at.after())),
        _ => None,
    }
}

/// few ::= plural (قليلة | عدة)
fn few(at: Cursor<'_>) -> Read<'_, Length> {
    let (unit, UnitForm::Plural) = unit(at)? else { return None };
    let next = at
        .next()
        .filter(|n| !at.has_article() && (is_joint(*n, Joint::Few) || is_joint(*n, Joint::Several)))?;
    Some((Length::of(None, unit), next.after()))
}

/// whole ::= unit (واحد | كامل | and part unit?)
fn whole(at: Cursor<'_>) -> Read<'_, Length> {
    let (unit, UnitForm::Singular) = unit(at)? else { return None };
    if at.has_article() {
        return None;
    }
    let one = Length::of(Some(1.into()), unit);
    if let Some(next) = at.next().filter(|n| is_joint(*n, Joint::Whole) && !n.has_article()) {
        return Some((one, next.after()));
    }
    let (with, end) = with_rest(one, at.after());
    (with != one).then_some((with, end))
}

/// rest ::= and part unit? | and length, of a smaller unit
fn with_rest(length: Length, end: Cursor<'_>) -> (Length, Cursor<'_>) {
    let Some(place) = joined(end) else { return (length, end) };
    if let Some(part) = part_word(place).filter(|_| !place.has_article())
        && let Some(amount) = length.amount.and_then(|a| a.plus(part))
    {
        let same = place.next().filter(|n| is_whole_of(*n, length.unit));
        let other = place.next().is_some_and(|n| unit(n).is_some() || n.is(Class::Noun)) && same.is_none();
        if !other {
            return (Length { amount: Some(amount), ..length }, same.map_or(place.after(), Cursor::after));
        }
    }
    let rest = counted(place).or_else(|| fraction(place)).or_else(|| dual(place));
    let Some((rest, after)) = rest else { return (length, end) };
    match rest.amount {
        Some(amount) if rest.unit < length.unit && length.amount.is_some() => {
            (Length { rest: Some((amount, rest.unit)), ..length }, after)
        }
        _ => (length, end),
    }
}

/// The unit again, which a part is of: سنة ونصف السنة, يوماً ونصف اليوم.
fn is_whole_of(at: Cursor<'_>, whole: TimeUnit) -> bool {
    unit(at).is_some_and(|(unit, _)| unit == whole) && at.has_article()
        || whole == TimeUnit::Day && at.means(Sense::DayShift(0))
}

/// row ::= الأيام (الـ? count)? (الأولى | القليلة | step)?, of which one must stand
pub(super) fn row(at: Cursor<'_>) -> Read<'_, Length> {
    let (unit, form) = unit(at)?;
    if !at.has_article() || matches!(form, UnitForm::Singular | UnitForm::Construct) {
        return None;
    }
    if form == UnitForm::Dual {
        let (_, end) = step_after(at.after())?;
        return Some((Length::of(Some(2.into()), unit), end));
    }
    let place = at.next()?;
    let figure = skip(place, Joint::Article);
    if let Some((amount, end)) = count(figure).filter(|_| is_part_of_row(place, figure)) {
        let first = end.here().filter(|c| c.means(Sense::Ordinal(1)) && c.has_article()).map(Cursor::after);
        let end = first.or_else(|| step_after(end).map(|(_, after)| after)).unwrap_or(end);
        return Some((Length::of(amount, unit), end));
    }
    let place =
        if place.is_definite() && place.next().is_some_and(|n| n.is(Class::Step)) && !place.is(Class::Step) {
            place.next()?
        } else {
            place
        };
    let (_, end) = super::word::step(place)?;
    Some((Length::of(None, unit), end))
}

/// A number agrees with its row in being definite: الأيام الثلاثة, الساعات الـ24.
fn is_part_of_row(place: Cursor<'_>, figure: Cursor<'_>) -> bool {
    place.index() != figure.index() || !figure.token().is_digits() && figure.is_definite()
}

/// One unit by itself: قبل عام, not before what makes it the head of another noun.
pub(super) fn single(at: Cursor<'_>) -> Read<'_, Length> {
    let (unit, UnitForm::Singular) = unit(at)? else { return None };
    let next = at.next().map(|n| skip_sign(n, &['(']));
    let bound = next.is_some_and(|n| {
        n.token().is_word() && n.is_definite() || n.token().is_digits() || n.is(Class::Month)
    });
    (!at.has_article() && !bound).then(|| (Length::of(Some(1.into()), unit), at.after()))
}
