//! Productions: dates of a calendar, in words, in digits, in English, and one day in two calendars.

use super::draft::{CalendarDate, Month, Oddities, Twin, Year};
use super::word::{
    Read, count, digits, follows, is_joint, is_unit, joined, month_name, past, skip, skip_sign, step,
};
use super::year::{self, Era};
use crate::extract::cursor::Cursor;
use crate::fact::TimeUnit;
use crate::lexicon::{Class, Joint, MonthNames, Sense};

/// calendar ::= (written | numeric | english) (same-day calendar)?
pub(super) fn calendar(at: Cursor<'_>) -> Read<'_, CalendarDate> {
    let (date, end) = single(at)?;
    match twin(date, end) {
        Some((twin, after)) => Some((CalendarDate { twin: Some(twin), ..date }, after)),
        None => Some((date, end)),
    }
}

fn single(at: Cursor<'_>) -> Read<'_, CalendarDate> {
    if at.token().is_digits()
        && let Some(found) = numeric(at).or_else(|| signed(at))
    {
        return Some(found);
    }
    written(at).or_else(|| english(at))
}

/// The same day in the other calendar: `10 محرم 1445 هـ الموافق 28 يوليو 2023`; without both years only after الموافق
/// or in parentheses.
fn twin(date: CalendarDate, end: Cursor<'_>) -> Read<'_, Twin> {
    date.day?;
    let sign = skip_sign(end.here()?, &['(', '،', ',', '-', '–', '/', '|']);
    let said = past(sign, Joint::Same);
    let place = said.map_or(sign, bare_clitic);
    let place = skip(place, Joint::Dated);
    let (other, after) = single(place)?;
    let (Month::Named(month), Some(day)) = (other.month, other.day) else { return None };
    let closes = after.here().is_some_and(|c| c.is_sign(')')) && sign.index() > end.index();
    let after = if closes { after.after() } else { after };
    let year = match (date.year, other.year) {
        (Year::Stated(_), Year::Stated(year)) => Some(year),
        (Year::Stated(_) | Year::Missing, Year::Missing) if said.is_some() || closes => None,
        (Year::Missing, Year::Stated(year)) if said.is_some() || closes => Some(year),
        _ => return None,
    };
    (other.islamic != date.islamic).then_some((Twin { year, month, day }, after))
}

/// A clitic that stands alone before digits, as in الموافق لـ 20, is passed over.
fn bare_clitic(at: Cursor<'_>) -> Cursor<'_> {
    let alone = at.token().ends_in_tatweel() && at.next().is_some_and(|n| n.token().is_digits());
    if alone { at.next().unwrap_or(at) } else { at }
}

/// The last day of the longest month. Before a month and its year a larger number is a slip: 34 رجب 1436.
const LAST_DAY: u8 = 31;

/// written ::= day من? (شهر? month | الشهر step) year?
pub(super) fn written(at: Cursor<'_>) -> Read<'_, CalendarDate> {
    let (day, end) = numbered_day(at)?;
    let here = end.here()?;
    let place = skip(here, Joint::Of);
    if place.index() != here.index() && is_amount(at) {
        return None;
    }
    if let Some((steps, after)) = this_month(place).filter(|_| day <= LAST_DAY) {
        return Some((
            CalendarDate { day: Some(day), month: Month::Step(steps), ..Default::default() },
            after,
        ));
    }
    let place = if is_unit(place, TimeUnit::Month) { place.next()? } else { place };
    let (month, after) = month(place)?;
    let (year, after) = year_after(after, month.islamic());
    if (day > LAST_DAY || month.names == MonthNames::Libyan) && !matches!(year, Year::Stated(_)) {
        return None;
    }
    Some((month.dated(year, Some(day)), after))
}

/// signed ::= day sign month sign year, with the same sign on either side of the month's name: 20/كانون الثاني/2022
fn signed(at: Cursor<'_>) -> Read<'_, CalendarDate> {
    let (day, _) = digits(at).filter(|(day, count)| *count <= 2 && (1..=31).contains(day))?;
    let sign = at.next()?;
    let c = ['/', '-', '–', '.'].into_iter().find(|c| sign.is_sign(*c))?;
    let ((names, number), end) = month_name(sign.next()?)?;
    let place = end.here().filter(|again| again.is_sign(c))?.next()?;
    let (year, _) = digits(place).filter(|(_, count)| *count == 4)?;
    let month = MonthRead { names, number, doubled: false, clash: false };
    Some((month.dated(Year::Stated(i32::try_from(year).ok()?), Some(u8::try_from(day).ok()?)), place.after()))
}

/// A cardinal before من counts some of something: ستاً من شوال.
fn is_amount(at: Cursor<'_>) -> bool {
    !at.token().is_digits() && !at.has_article() && ordinal(at).is_none() && !is_joint(at, Joint::FirstDay)
}

/// الشهر step | هذا الشهر
fn this_month(at: Cursor<'_>) -> Read<'_, i8> {
    if at.means(Sense::This) {
        let next = at.next().filter(|n| is_unit(*n, TimeUnit::Month) && n.is_definite())?;
        return Some((0, next.after()));
    }
    (is_unit(at, TimeUnit::Month) && at.is_definite()).then(|| at.next()).flatten().and_then(step)
}

/// day ::= digits | فاتح | ordinal teen? | ordinal and ten | definite ten | cardinal
pub(super) fn day(at: Cursor<'_>) -> Read<'_, u8> {
    numbered_day(at).filter(|(day, _)| *day <= LAST_DAY)
}

fn numbered_day(at: Cursor<'_>) -> Read<'_, u8> {
    if at.token().is_digits() {
        let (value, count) = digits(at)?;
        return (count <= 2 && value > 0 && is_loose(at)).then(|| (value as u8, at.after()));
    }
    if is_joint(at, Joint::FirstDay) {
        return Some((1, at.after()));
    }
    if let Some(units) = ordinal(at).filter(|n| *n <= 10) {
        return Some(ordinal_day(at, units));
    }
    let (number, end) = count(at)?;
    let value = number?.integer()?;
    // Spelled cardinals below eleven count days (عشر ذي الحجة) rather than number them.
    let day = u8::try_from(value).ok().filter(|day| (11..=31).contains(day))?;
    Some((day, end))
}

fn ordinal_day(at: Cursor<'_>, units: u8) -> (u8, Cursor<'_>) {
    if let Some(teen) = at.next().filter(|n| units < 10 && n.means(Sense::Teen)) {
        return (units + 10, teen.after());
    }
    let ten = joined(at.after()).and_then(|p| Some((ten(p)?, p.after())));
    match ten {
        Some((ten, end)) if units < 10 && units + ten <= 31 => (units + ten, end),
        _ => (units, at.after()),
    }
}

pub(super) fn ordinal(at: Cursor<'_>) -> Option<u8> {
    if !at.is(Class::Ordinal) {
        return None;
    }
    at.sense(Class::Ordinal, |sense| match sense {
        Sense::Ordinal(value) => u8::try_from(value).ok(),
        _ => None,
    })
}

fn ten(at: Cursor<'_>) -> Option<u8> {
    at.sense(Class::Cardinal, |sense| match sense {
        Sense::Cardinal(value @ (20 | 30)) => Some(value as u8),
        _ => None,
    })
}

/// Whether digits are not the tail of a longer number, as in 3.14.
pub(super) fn is_loose(at: Cursor<'_>) -> bool {
    let sign = at.previous().filter(|_| at.is_glued());
    let Some(sign) = sign.filter(|s| ['.', ',', '/', ':', '٫', '٬'].iter().any(|c| s.is_sign(*c))) else {
        return true;
    };
    !(sign.is_glued() && sign.previous().is_some_and(|p| p.token().is_digits()))
}

/// A month as it was read.
#[derive(Clone, Copy)]
pub(super) struct MonthRead {
    pub(super) names: MonthNames,
    pub(super) number: u8,
    /// Given by two names.
    pub(super) doubled: bool,
    /// The two names are of different months.
    clash: bool,
}

impl MonthRead {
    pub(super) fn islamic(self) -> bool {
        self.names == MonthNames::Islamic
    }

    pub(super) fn dated(self, year: Year, day: Option<u8>) -> CalendarDate {
        let oddities = Oddities { two_months: self.clash, ..Default::default() };
        let month = Month::Named(self.number);
        CalendarDate { islamic: self.islamic(), year, month, day, oddities, ..Default::default() }
    }
}

/// month ::= name ((/ | -)? name | ( name ))?
pub(super) fn month(at: Cursor<'_>) -> Read<'_, MonthRead> {
    let ((names, number), end) = month_name(at)?;
    let one = MonthRead { names, number, doubled: false, clash: false };
    if names == MonthNames::Islamic || names == MonthNames::English {
        return Some((one, end));
    }
    let signed = end.here().is_some_and(|c| !c.token().is_word());
    let Some(((_, second), end)) = second_name(end).filter(|_| names != MonthNames::Libyan || signed) else {
        return Some((one, end));
    };
    Some((MonthRead { names: MonthNames::Gregorian, number, doubled: true, clash: second != number }, end))
}

fn second_name(end: Cursor<'_>) -> Read<'_, (MonthNames, u8)> {
    let here = end.here()?;
    let place = skip_sign(here, &['/', '-', '–', '(', '،', '\\']);
    let (month, after) = month_name(place)?;
    if here.is_sign('،') || !matches!(month.0, MonthNames::Gregorian | MonthNames::Ambiguous) {
        return None;
    }
    if here.is_sign('(') {
        return after.here().filter(|c| c.is_sign(')')).map(|c| (month, c.after()));
    }
    Some((month, after))
}

/// What a date says of its year, where it says anything, and the place after it.
pub(super) fn year_after(end: Cursor<'_>, islamic: bool) -> (Year, Cursor<'_>) {
    year::of_date(end, islamic).unwrap_or((Year::Missing, end))
}

/// numeric ::= digits sep digits sep digits era?
fn numeric(at: Cursor<'_>) -> Read<'_, CalendarDate> {
    if !is_loose(at) {
        return None;
    }
    let first = digits(at)?;
    let (second, sign, end) = separated(at.after(), None)?;
    let Some((third, _, end)) = separated(end, Some(sign)) else {
        return day_and_month(at, first, second, sign, end);
    };
    if separated(end, Some(sign)).is_some() {
        return None;
    }
    let (year, day, month, oddities) = ordered(first, second, third, sign)?;
    let (era, end) = year::era(end);
    let islamic = match era {
        Some(Era::Islamic) => true,
        Some(Era::Gregorian) => false,
        Some(Era::BeforeChrist) => return None,
        None => (1300..1500).contains(&year),
    };
    let date = CalendarDate {
        islamic,
        year: Year::Stated(year),
        month: Month::Named(month),
        day: Some(day),
        oddities,
        ..Default::default()
    };
    (islamic || (1000..2200).contains(&year)).then_some((date, end))
}

type Figure = (u32, usize);

/// A dash that stands apart, between the two of three figures of which the last is a year: 14 - 10 - 1436.
fn is_spaced(sign: Cursor<'_>, next: Cursor<'_>) -> bool {
    let is_year = |at: Cursor<'_>| digits(at).is_some_and(|(value, _)| (1300..=2100).contains(&value));
    let third = next.next().filter(|s| is_dash(*s)).and_then(Cursor::next);
    let first = sign.previous().and_then(Cursor::previous).is_some_and(is_dash);
    third.is_some_and(is_year) || first && is_year(next)
}

fn is_dash(at: Cursor<'_>) -> bool {
    ['-', '–', '\\', 'ـ'].iter().any(|c| at.is_sign(*c))
}

/// A separator and the digits after it; the separator may stand apart only where it is a slash.
fn separated(end: Cursor<'_>, as_before: Option<char>) -> Option<(Figure, char, Cursor<'_>)> {
    let sign = end.here()?;
    let c = ['/', '-', '.', '–', '\\', 'ـ'].into_iter().find(|c| sign.is_sign(*c))?;
    let next = sign.next()?;
    let figure = digits(next)?;
    let tight = sign.is_glued() && next.is_glued() || c == '/' || c != '.' && is_spaced(sign, next);
    (tight && as_before.is_none_or(|before| before == c)).then(|| (figure, c, next.after()))
}

/// Year, day and month of three figures: the year is the one of four digits, or the last of two; of the rest the day
/// is first unless it can only be a month.
fn ordered(a: Figure, b: Figure, c: Figure, sign: char) -> Option<(i32, u8, u8, Oddities)> {
    if a.1 == 4 && b.1 <= 2 && c.1 <= 2 {
        let (month, day) = if b.0 > 12 { (c.0, b.0) } else { (b.0, c.0) };
        return in_range(day, month)
            .then(|| (a.0.cast_signed(), day as u8, month as u8, Oddities::default()));
    }
    let short = c.1 == 2 && a.1 <= 2 && b.1 <= 2 && (sign == '/' || sign == '.' && a.1 == 2 && b.1 == 2);
    if !(c.1 == 4 && a.1 <= 2 && b.1 <= 2 || short) {
        return None;
    }
    let (day, month) = if b.0 > 12 { (b.0, a.0) } else { (a.0, b.0) };
    let year = if short { century_of(c.0) } else { c.0 };
    let either_order = day <= 12 && month <= 12 && day != month;
    let oddities = Oddities { either_order, short_year: short, ..Default::default() };
    in_range(day, month).then(|| (year.cast_signed(), day as u8, month as u8, oddities))
}

fn in_range(day: u32, month: u32) -> bool {
    (1..=31).contains(&day) && (1..=12).contains(&month)
}

/// A year of two digits is of this century, unless that is far ahead.
fn century_of(year: u32) -> u32 {
    if year < 70 { 2000 + year } else { 1900 + year }
}

/// digits / digits, a date only after يوم, a weekday or بتاريخ
fn day_and_month<'a>(
    at: Cursor<'a>,
    a: Figure,
    b: Figure,
    sign: char,
    end: Cursor<'a>,
) -> Read<'a, CalendarDate> {
    let led = follows(at, Joint::Dated)
        || at.previous().is_some_and(|p| is_unit(p, TimeUnit::Day) || p.is(Class::Weekday));
    if !led || sign != '/' || a.1 > 2 || b.1 > 2 || !in_range(a.0, b.0) {
        return None;
    }
    let oddities = Oddities { either_order: a.0 <= 12 && a.0 != b.0, ..Default::default() };
    let date =
        CalendarDate { day: Some(a.0 as u8), month: Month::Named(b.0 as u8), oddities, ..Default::default() };
    Some((date, end))
}

/// english ::= month day ,? year
pub(super) fn english(at: Cursor<'_>) -> Read<'_, CalendarDate> {
    let ((names, number), end) = month_name(at)?;
    if names != MonthNames::English {
        return None;
    }
    let place = skip_sign(end.here()?, &['.']);
    let (day, count) = digits(place)?;
    let next = place.after().here()?;
    let next = skip_sign(next, &[',', '،']);
    let (year, length) = digits(next)?;
    let sound = count <= 2 && (1..=31).contains(&day) && length == 4 && (1000..2200).contains(&year);
    let date = CalendarDate {
        year: Year::Stated(year.cast_signed()),
        month: Month::Named(number),
        day: Some(day as u8),
        ..Default::default()
    };
    sound.then(|| (date, next.after()))
}

/// Whether the token here is a dash or word that leads from one end of a range to the other.
pub(super) fn leads_on(at: Cursor<'_>) -> bool {
    is_joint(at, Joint::To) || ['-', '–', '—', 'ـ'].iter().any(|c| at.is_sign(*c))
}
