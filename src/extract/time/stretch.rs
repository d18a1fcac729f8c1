//! Productions and rule `time/stretch`: weeks, months, years and longer, by their name or their distance from now.

use super::calendar::{month, ordinal, year_after};
use super::draft::{Ancient, Century, Date, Draft, Year};
use super::length::row;
use super::word::{Read, is_eponym, is_unit, joined, skip, step_after, unit};
use super::year::{self, Era, led_by};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::TimeUnit;
use crate::lexicon::{Class, ClassSet, Eponym, Joint, MonthNames, Season, Sense, UnitForm};

pub(super) const RULE: Rule<Draft> = Rule {
    name: "time/stretch",
    starts: ClassSet::of(&[Class::TimeUnit, Class::This, Class::Season, Class::Decade, Class::Portion]),
    takes: &[
        "الأسبوع الماضي",
        "هذا العام",
        "شتاء العام 2015",
        "التسعينيات",
        "القرن الحادي والعشرين",
        "العام 2018",
        "الأشهر التسعة الأولى من العام 2023",
        "الثلاثي الأول من السنة الجارية",
        "القرن السابع قبل الميلاد",
    ],
    leaves: &["الأمين العام الحالي", "الرأي العام", "الربيع العربي", "العام"],
    find,
};

/// stretch ::= unit-step | season | decade | century | portion | stated-year
fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    let (date, end) = read(at)?;
    Some(Match::between(at, end, Draft::date(date)))
}

pub(super) fn read(at: Cursor<'_>) -> Read<'_, Date> {
    stepped(at)
        .or_else(|| opening(at))
        .or_else(|| stated(at))
        .or_else(|| season(at))
        .or_else(|| decade(at))
        .or_else(|| century_of_era(at))
        .or_else(|| portion(at))
}

/// stepped ::= هذا unit step? | definite-unit step
fn stepped(at: Cursor<'_>) -> Read<'_, Date> {
    let this = at.means(Sense::This);
    let place = if this { at.next()? } else { at };
    let (unit, form) = unit(place)?;
    let word = place.has_article() && form == UnitForm::Singular && unit > TimeUnit::Hour;
    if !word || !this && is_general(place) {
        return None;
    }
    let step = step_after(place.after());
    let (steps, end) = match (this, step) {
        (_, Some((steps, end))) => (steps, end),
        (true, None) => (0, place.after()),
        (false, None) => return None,
    };
    let date = if unit == TimeUnit::Day {
        Date::Shift { days: steps, weekday: None }
    } else {
        Date::Stretch(unit, steps)
    };
    Some((date, end))
}

/// Whether العام is an adjective here: الأمين العام.
pub(super) fn is_general(at: Cursor<'_>) -> bool {
    is_unit(at, TimeUnit::Year)
        && at.previous().is_some_and(|p| is_eponym(p, Eponym::BeforeGeneral) && p.is_definite())
}

/// stated ::= عام year (step? | - year | و year)
fn stated(at: Cursor<'_>) -> Read<'_, Date> {
    if let Some((TimeUnit::Year, UnitForm::Construct)) = unit(at) {
        return both(at);
    }
    let ((first, era), end) = year::stated(at)?;
    match era {
        Era::Islamic => return Some((islamic_year(first), end)),
        Era::BeforeChrist => return Some((Date::BeforeChrist(Ancient::Year(first)), end)),
        Era::Gregorian => {}
    }
    let (last, end) = year::second(first, end).unwrap_or((first, end));
    Some((Date::Years(first, last), end))
}

fn islamic_year(year: i32) -> Date {
    let date = super::draft::CalendarDate { islamic: true, year: Year::Stated(year), ..Default::default() };
    Date::Calendar(date)
}

/// عامي year و year
fn both(at: Cursor<'_>) -> Read<'_, Date> {
    let (first, end) = year::bare(at.next()?)?;
    let second =
        joined(end).and_then(year::bare).or_else(|| joined(end).and_then(Cursor::next).and_then(year::bare));
    let (last, end) = second.filter(|(last, _)| *last > first)?;
    Some((Date::Years(first, last), end))
}

/// season ::= (فصل)? season (year | step)
fn season(at: Cursor<'_>) -> Read<'_, Date> {
    let season = at.sense(Class::Season, |sense| match sense {
        Sense::Season(season) => Some(season),
        _ => None,
    })?;
    if season == Season::Spring && at.phrase(Class::Month).is_some() {
        return None;
    }
    let Some((year, end)) = year::of_stretch(at.after()) else {
        return is_bare_season(at).then(|| (Date::Season(season, Year::Missing), at.after()));
    };
    (at.has_article() == matches!(year, Year::Toward(_))).then_some((Date::Season(season, year), end))
}

/// A season of no named year: قبل الصيف, في الخريف.
fn is_bare_season(at: Cursor<'_>) -> bool {
    let led = led_by(at, &[Joint::In, Joint::Spanning, Joint::To])
        || at.previous().is_some_and(|p| p.is(Class::Offset));
    let qualified = at.next().is_some_and(|n| n.token().is_word() && n.is_definite());
    at.has_article() && led && !qualified
}

/// decade ::= decade-word من? century? | العقد ordinal من? century
fn decade(at: Cursor<'_>) -> Read<'_, Date> {
    if is_unit(at, TimeUnit::Decade) && at.has_article() {
        let place = at.next()?;
        let nth = ordinal(place).filter(|n| *n <= 10)?;
        let (century, end) = century(skip(place.next()?, Joint::Of))?;
        return Some((Date::Decade((nth - 1) * 10, Some(century)), end));
    }
    let decade = at.sense(Class::Decade, |sense| match sense {
        Sense::Decade(decade) => Some(decade),
        _ => None,
    })?;
    let here = at.next().map(|n| skip(n, Joint::Of));
    if here.is_some_and(|n| super::word::is_joint(n, Joint::Age)) {
        return None;
    }
    if let Some((century, end)) = here.and_then(century) {
        return Some((Date::Decade(decade, Some(century)), end));
    }
    (at.has_article() && decade >= 30).then(|| (Date::Decade(decade, None), at.after()))
}

/// century era?, but of the Islamic calendar only where its years are in the tables
fn century_of_era(at: Cursor<'_>) -> Read<'_, Date> {
    let (century, end) = century(at)?;
    let (era, after) = year::era(end);
    match (century, era) {
        (Century::Stated(nth), Some(Era::BeforeChrist)) => {
            Some((Date::BeforeChrist(Ancient::Century(nth)), after))
        }
        (_, Some(Era::Islamic)) => None,
        _ => Some((Date::Century(century), after)),
    }
}

/// century ::= القرن (step | ordinal | الـ? digits)
fn century(at: Cursor<'_>) -> Read<'_, Century> {
    let place = is_unit(at, TimeUnit::Century).then(|| at.next()).flatten().filter(|_| at.is_definite())?;
    if let Some((steps, end)) = super::word::step(place) {
        return Some((Century::Step(steps), end));
    }
    let figure = skip(place, Joint::Article);
    let (nth, end) = super::calendar::day(figure)
        .filter(|_| place.index() != figure.index() || place.is_definite() || figure.token().is_digits())?;
    Some((Century::Stated(nth), end))
}

/// opening ::= الأشهر count الأولى من? year
fn opening(at: Cursor<'_>) -> Read<'_, Date> {
    let (length, end) = row(at).filter(|(length, _)| length.unit == TimeUnit::Month)?;
    let months = u8::try_from(length.amount?.integer()?).ok().filter(|n| (2..12).contains(n))?;
    let last = end.previous().filter(|c| c.means(Sense::Ordinal(1)))?;
    let (year, end) = year::of_stretch(last.after())?;
    (!matches!(year, Year::Toward(_))).then_some((Date::Opening { months, year }, end))
}

/// portion ::= (الربع | الثلاثي | النصف) ordinal من? year
fn portion(at: Cursor<'_>) -> Read<'_, Date> {
    let of = at.sense(Class::Portion, |sense| match sense {
        Sense::Portion(of) => Some(of),
        _ => None,
    })?;
    let place = at.next().filter(|_| at.has_article())?;
    let nth = match ordinal(place) {
        Some(nth) => nth,
        None => place.means(Sense::Step(-1)).then_some(of)?,
    };
    let (year, end) = year::of_stretch(place.after())?;
    (nth <= of && !matches!(year, Year::Toward(_))).then_some((Date::Portion { of, nth, year }, end))
}

/// month ::= شهر? month (year | step) | شهر month | doubled-month
pub(super) fn month_of(at: Cursor<'_>) -> Read<'_, Date> {
    let led = is_unit(at, TimeUnit::Month) && !at.has_article();
    let place = if led { at.next()? } else { at };
    let (month, end) = month(place)?;
    if place.has_article() || matches!(month.names, MonthNames::Libyan) {
        return None;
    }
    let (year, after) = year_after(end, month.islamic());
    if month.names == MonthNames::English && !matches!(year, Year::Stated(_)) {
        return None;
    }
    let sure = led || month.doubled || year != Year::Missing;
    sure.then_some((Date::Calendar(month.dated(year, None)), after))
}
