//! What a date denotes: days of the calendar, as far as they can be known.

use jiff::ToSpan;
use jiff::civil::{self, Weekday};

use super::draft::{CalendarDate, Date, Length, Month, Twin, Year};
use super::hijri;
use super::resolve_stretch::{
    before_christ, century_of, decade, opening, portion, season_of, stretch, years,
};
use crate::fact::{Basis, Hijri, Moment, Status, TimeFlag, TimeUnit};

/// The document's own day, and what it rests on.
pub(super) type Today = Option<(civil::Date, Basis)>;

/// A date as it was resolved.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Dated {
    pub(super) timex: String,
    /// First and last day.
    pub(super) days: Option<(civil::Date, civil::Date)>,
    pub(super) status: Status,
    pub(super) basis: Option<Basis>,
    pub(super) flags: Vec<TimeFlag>,
    pub(super) note: Option<String>,
    pub(super) hijri: Option<Hijri>,
}

impl Dated {
    pub(super) fn unresolved(timex: impl Into<String>) -> Self {
        Self {
            timex: timex.into(),
            days: None,
            status: Status::Unresolved,
            basis: None,
            flags: vec![TimeFlag::NoReference],
            note: None,
            hijri: None,
        }
    }

    pub(super) fn over(timex: String, first: civil::Date, last: civil::Date, basis: Basis) -> Self {
        let (status, days) = (Status::Resolved, Some((first, last)));
        Self { timex, days, status, basis: Some(basis), flags: Vec::new(), note: None, hijri: None }
    }

    fn on(day: civil::Date, basis: Basis) -> Self {
        Self::over(iso(day), day, day, basis)
    }

    fn flag(&mut self, flag: TimeFlag, note: Option<String>) {
        self.flags.push(flag);
        self.note = self.note.take().or(note);
    }

    /// The day, where it is one.
    pub(super) fn day(&self) -> Option<civil::Date> {
        self.days.filter(|(first, last)| first == last).map(|(first, _)| first)
    }
}

/// `2022-01-20`.
pub(in crate::extract) fn iso(day: civil::Date) -> String {
    Moment { day, clock: None }.iso()
}

/// What `date` denotes on the day `today`; a date in a name takes no year from it.
pub(super) fn date(date: Date, today: Today, named: bool) -> Dated {
    match date {
        Date::Calendar(date) if date.islamic => islamic(date, today),
        Date::Calendar(date) => gregorian(date, today, named),
        Date::Shift { days, weekday } => shifted(days, weekday, today),
        Date::Weekday { weekday, step, ahead } => weekday_of(weekday, step, ahead, today),
        Date::Offset(length, direction) => offset(length, direction, today),
        Date::Stretch(unit, steps) => stretch(unit, steps, today),
        Date::Season(season, year) => season_of(season, year, today),
        Date::Portion { of, nth, year } => portion(of, nth, year, today),
        Date::Decade(tens, century) => decade(tens, century, today),
        Date::Century(century) => century_of(century, today),
        Date::Opening { months, year } => opening(months, year, today),
        Date::Years(first, last) => years(first, last),
        Date::BeforeChrist(ancient) => before_christ(ancient),
        Date::Anaphoric(unit) => Dated { flags: Vec::new(), ..Dated::unresolved(unknown(unit)) },
    }
}

fn gregorian(date: CalendarDate, today: Today, named: bool) -> Dated {
    let mut dated = match (date.month, date.day) {
        (Month::Step(steps), day) => in_month(steps, day, today),
        (Month::Missing, _) => match year_of(date.year, today) {
            Some((year, basis)) => whole_year(year, basis),
            None => Dated::unresolved("XXXX"),
        },
        (Month::Named(month), day) => match (date.year, year_of(date.year, today)) {
            (_, Some((year, basis))) => stated(year, month, day, basis),
            (Year::Step(_), None) => Dated::unresolved(pattern(None, month, day)),
            (year, None) => inferred(year, month, day, today.filter(|_| !named)),
        },
    };
    if named {
        dated.flag(TimeFlag::InName, None);
    }
    check(&mut dated, date, today);
    dated
}

/// The year, where it is stated or counted from this one.
pub(super) fn year_of(year: Year, today: Today) -> Option<(i32, Basis)> {
    match year {
        Year::Stated(year) => Some((year, Basis::Stated)),
        Year::Step(steps) => today.map(|(day, basis)| (i32::from(day.year()) + i32::from(steps), basis)),
        Year::Missing | Year::Since | Year::Toward(_) => None,
    }
}

pub(super) fn civil_date(year: i32, month: u8, day: u8) -> Option<civil::Date> {
    civil::Date::new(i16::try_from(year).ok()?, month.cast_signed(), day.cast_signed()).ok()
}

/// `2022-01-20`, `2022-01`, `XXXX-01-20`: without the detour over a formatter, since every article has some.
fn pattern(year: Option<i32>, month: u8, day: Option<u8>) -> String {
    let mut timex = String::with_capacity("2022-01-20".len());
    match year {
        Some(year) => push_year(&mut timex, year),
        None => timex.push_str("XXXX"),
    }
    for part in [Some(month), day].into_iter().flatten() {
        timex.push('-');
        push_two(&mut timex, part);
    }
    timex
}

/// Puts a year in four digits.
fn push_year(timex: &mut String, year: i32) {
    match u16::try_from(year) {
        Ok(year @ 0..=9999) => {
            push_two(timex, (year / 100) as u8);
            push_two(timex, (year % 100) as u8);
        }
        _ => timex.extend([format!("{year:04}")]),
    }
}

/// Puts a number in two digits, or in as many as it has.
fn push_two(timex: &mut String, number: u8) {
    if number > 99 {
        timex.push(char::from(b'0' + number / 100));
    }
    timex.push(char::from(b'0' + number / 10 % 10));
    timex.push(char::from(b'0' + number % 10));
}

fn stated(year: i32, month: u8, day: Option<u8>, basis: Basis) -> Dated {
    let timex = pattern(Some(year), month, day);
    let first = civil_date(year, month, day.unwrap_or(1));
    match (first, day) {
        (Some(first), Some(_)) => Dated::over(timex, first, first, basis),
        (Some(first), None) => Dated::over(timex, first, first.last_of_month(), basis),
        (None, _) => impossible(timex),
    }
}

fn impossible(timex: String) -> Dated {
    Dated { flags: vec![TimeFlag::ImpossibleDate], basis: Some(Basis::Stated), ..Dated::unresolved(timex) }
}

pub(super) fn whole_year(year: i32, basis: Basis) -> Dated {
    match (civil_date(year, 1, 1), civil_date(year, 12, 31)) {
        (Some(first), Some(last)) if year > 0 => {
            let mut timex = String::with_capacity("2022".len());
            push_year(&mut timex, year);
            Dated::over(timex, first, last, basis)
        }
        _ => Dated::unresolved("XXXX"),
    }
}

/// A day or month without its year: the nearest one, or the next in the direction that is said.
fn inferred(year: Year, month: u8, day: Option<u8>, today: Today) -> Dated {
    let leap = 2020;
    if civil_date(leap, month, day.unwrap_or(1)).is_none() {
        return impossible(pattern(None, month, day));
    }
    let Some((now, basis)) = today else {
        let mut dated = Dated::unresolved(pattern(None, month, day));
        dated.status = Status::Partial;
        dated.flags = vec![TimeFlag::YearMissing];
        if matches!(year, Year::Toward(_)) {
            dated.flag(TimeFlag::NoReference, None);
        }
        return dated;
    };
    let steps = match year {
        Year::Toward(steps) => steps,
        _ => 0,
    };
    let middle = |y: i32| civil_date(y, month, day.unwrap_or(15));
    let here = i32::from(now.year());
    let is_now = |d: civil::Date| day.is_none() && (d.year(), d.month()) == (now.year(), now.month());
    let mut candidates = (here - 9..=here + 9).filter_map(|y| Some((y, middle(y)?)));
    let chosen = match steps {
        _ if year == Year::Since => candidates.rfind(|(_, d)| *d <= now || is_now(*d)),
        0 => candidates.min_by_key(|(_, d)| (days_between(now, *d).abs(), *d > now)),
        s if s < 0 => candidates.rfind(|(_, d)| *d < now && !is_now(*d)),
        _ => candidates.find(|(_, d)| *d > now && !is_now(*d)),
    };
    let Some((year, _)) = chosen else { return Dated::unresolved(pattern(None, month, day)) };
    let further = i32::from(steps) - i32::from(steps.signum());
    let mut dated = stated(year + further, month, day, basis);
    dated.flag(TimeFlag::YearInferred, None);
    dated
}

fn days_between(from: civil::Date, to: civil::Date) -> i64 {
    i64::from(from.until(to).map_or(0, |span| span.get_days()))
}

pub(super) fn in_month(steps: i8, day: Option<u8>, today: Today) -> Dated {
    let Some((now, basis)) = today else {
        return Dated::unresolved(day.map_or("XXXX-XX".to_owned(), |d| format!("XXXX-XX-{d:02}")));
    };
    let month = now.first_of_month().saturating_add(i64::from(steps).months());
    stated(i32::from(month.year()), month.month().cast_unsigned(), day, basis)
}

/// Flags what disagrees with the date: its weekday, the document's day, its other spellings.
fn check(dated: &mut Dated, date: CalendarDate, today: Today) {
    if let (Some(day), Some(weekday)) = (dated.day(), date.weekday)
        && day.weekday() != weekday_named(weekday)
    {
        dated.flag(
            TimeFlag::WeekdayMismatch,
            Some(format!("{} is a {}", iso(day), weekday_name(day.weekday()))),
        );
    }
    if let (Some(day), Some(shift), Some((now, _))) = (dated.day(), date.shift, today)
        && days_between(now, day) != i64::from(shift)
    {
        dated.flag(TimeFlag::ReferenceConflict, Some(format!("the document's day is {}", iso(now))));
    }
    if date.oddities.two_months {
        dated.flag(TimeFlag::DateConflict, Some("the two month names are of different months".to_owned()));
    }
    if date.oddities.short_year {
        dated.flag(TimeFlag::TwoDigitYear, None);
    }
    let settled = date.twin.is_some() && !dated.flags.contains(&TimeFlag::DateConflict);
    if date.oddities.either_order && !settled {
        dated.flag(TimeFlag::AmbiguousOrder, None);
    }
    if let (Some(day), Some(twin), false) = (dated.day(), date.twin, date.islamic) {
        dated.hijri = Some(Hijri { year: twin.year, month: Some(twin.month), day: Some(twin.day) });
        let islamic = twin.year.and_then(|year| hijri::civil_day(year, twin.month, twin.day));
        conflict(dated, day, islamic);
    }
}

/// Two calendars' dates of one day may differ by a sighting, not by more.
fn conflict(dated: &mut Dated, day: civil::Date, twin: Option<civil::Date>) {
    if let Some(twin) = twin.filter(|twin| days_between(day, *twin).abs() > 1) {
        dated.flag(TimeFlag::DateConflict, Some(format!("the Hijri date is {} by Umm al-Qura", iso(twin))));
    }
}

fn islamic(date: CalendarDate, today: Today) -> Dated {
    let month = match date.month {
        Month::Named(month) => Some(month),
        _ => None,
    };
    let stated = match date.year {
        Year::Stated(year) => Some((year, Basis::Stated)),
        _ => nearest_islamic(date.year, month, date.day, today),
    };
    let mut dated = match (stated, month, date.day) {
        (Some((year, basis)), Some(month), Some(day)) => match hijri::civil_day(year, month, day) {
            Some(civil) => Dated::on(civil, basis),
            None => impossible("XXXX-XX-XX".to_owned()),
        },
        (Some((year, basis)), month, _) => {
            let first = hijri::civil_month(year, month.unwrap_or(1));
            let last = hijri::civil_month(year, month.unwrap_or(12));
            match (first, last) {
                (Some((first, _)), Some((_, last))) => {
                    Dated::over(format!("{}/{}", iso(first), iso(last)), first, last, basis)
                }
                _ => Dated { flags: Vec::new(), ..Dated::unresolved("XXXX") },
            }
        }
        (None, _, day) => {
            let mut dated = Dated::unresolved(if day.is_some() { "XXXX-XX-XX" } else { "XXXX-XX" });
            dated.status = Status::Partial;
            dated.flags = vec![TimeFlag::YearMissing];
            dated
        }
    };
    if stated.is_some() && matches!(date.year, Year::Missing | Year::Since) {
        dated.flag(TimeFlag::YearInferred, None);
    }
    let own = dated.day();
    if let Some(day) = date.twin.and_then(|twin| civil_twin(twin, own)) {
        dated = Dated { flags: dated.flags, ..Dated::on(day, Basis::Stated) };
        conflict(&mut dated, day, own);
    }
    dated.hijri = Some(Hijri { year: stated.map(|(year, _)| year), month, day: date.day });
    check(&mut dated, date, today);
    dated
}

/// The civil day given with a Hijri one; without its year, the one of that name nearest to the Hijri day.
fn civil_twin(twin: Twin, own: Option<civil::Date>) -> Option<civil::Date> {
    if let Some(year) = twin.year {
        return civil_date(year, twin.month, twin.day);
    }
    let own = own?;
    let here = i32::from(own.year());
    let days = (here - 1..=here + 1).filter_map(|year| civil_date(year, twin.month, twin.day));
    days.min_by_key(|day| days_between(own, *day).abs())
}

/// The Hijri year whose such day or month is nearest to today, or next to it in the direction that is said.
fn nearest_islamic(year: Year, month: Option<u8>, day: Option<u8>, today: Today) -> Option<(i32, Basis)> {
    let (now, basis) = today?;
    let (this, ..) = hijri::of(now)?;
    if let Year::Step(steps) = year {
        return Some((this + i32::from(steps), basis));
    }
    let mut candidates =
        (this - 2..=this + 2).filter_map(|y| Some((y, hijri::civil_day(y, month?, day.unwrap_or(15))?)));
    let begun = if day.is_some() { now } else { now.saturating_add(14.days()) };
    let chosen = match year {
        Year::Since => candidates.rfind(|(_, d)| *d <= begun),
        Year::Toward(s) if s < 0 => candidates.rfind(|(_, d)| *d < now),
        Year::Toward(s) if s > 0 => candidates.find(|(_, d)| *d > now),
        _ => candidates.min_by_key(|(_, d)| days_between(now, *d).abs()),
    };
    chosen.map(|(year, _)| (year, basis))
}

fn shifted(days: i8, weekday: Option<u8>, today: Today) -> Dated {
    let Some((now, basis)) = today else {
        return Dated::unresolved(weekday.map_or("XXXX-XX-XX".to_owned(), |day| format!("XXXX-WXX-{day}")));
    };
    let day = now.saturating_add(i64::from(days).days());
    let mut dated = Dated::on(day, basis);
    if weekday.is_some_and(|weekday| day.weekday() != weekday_named(weekday)) {
        dated.flag(
            TimeFlag::WeekdayMismatch,
            Some(format!("{} is a {}", iso(day), weekday_name(day.weekday()))),
        );
        dated.flag(TimeFlag::ReferenceConflict, None);
    }
    dated
}

/// A weekday: by default the nearest one up to today, or from today where the clause looks ahead; الماضي is before
/// today, المقبل after it.
fn weekday_of(weekday: u8, step: Option<i8>, ahead: bool, today: Today) -> Dated {
    let Some((now, basis)) = today else { return Dated::unresolved(format!("XXXX-WXX-{weekday}")) };
    let back = i64::from((now.weekday().to_monday_one_offset() + 7 - weekday.cast_signed()) % 7);
    let days = match step {
        None if ahead => (7 - back) % 7,
        None => -back,
        Some(0) => i64::from(weekday.cast_signed() - now.weekday().to_monday_one_offset()),
        Some(s) if s < 0 => -(if back == 0 { 7 } else { back }) + 7 * (i64::from(s) + 1),
        Some(s) => 7 - back + 7 * (i64::from(s) - 1),
    };
    Dated::on(now.saturating_add(days.days()), basis)
}

/// The weekday of that number, 1 for Monday.
pub(in crate::extract) fn weekday_named(number: u8) -> Weekday {
    Weekday::from_monday_one_offset(number.cast_signed()).unwrap_or(Weekday::Monday)
}

/// The English name.
pub(in crate::extract) fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

/// So much time from now: to the day for days and weeks, to the month for months, to the year for years.
fn offset(length: Length, direction: i8, today: Today) -> Dated {
    let unknown = unknown(length.unit);
    let Some((now, basis)) = today else { return Dated::unresolved(unknown) };
    let vague = Dated { status: Status::Partial, flags: Vec::new(), ..Dated::unresolved(unknown) };
    let Some((count, unit)) = super::resolve::whole_units(length) else { return vague };
    let Ok(count) = i64::try_from(count * i128::from(direction)) else { return vague };
    let day = match unit {
        TimeUnit::Day => now.checked_add(count.days()),
        TimeUnit::Week => now.checked_add(count.weeks()),
        TimeUnit::Month => now.first_of_month().checked_add(count.months()),
        TimeUnit::Year => now.first_of_year().checked_add(count.years()),
        _ => return vague,
    };
    match (day, unit) {
        (Ok(day), TimeUnit::Month) => stated(i32::from(day.year()), day.month().cast_unsigned(), None, basis),
        (Ok(day), TimeUnit::Year) => whole_year(i32::from(day.year()), basis),
        (Ok(day), _) => Dated::on(day, basis),
        (Err(_), _) => vague,
    }
}

/// The TIMEX3 value of one unknown unit.
fn unknown(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => "XXXX-XX-XXTXX",
        TimeUnit::Day | TimeUnit::Week => "XXXX-XX-XX",
        TimeUnit::Month => "XXXX-XX",
        TimeUnit::Year | TimeUnit::Decade | TimeUnit::Century => "XXXX",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_have_the_digits_that_they_need() {
        for (year, month, day, timex) in [
            (Some(2022), 1, Some(20), "2022-01-20"),
            (Some(2022), 12, None, "2022-12"),
            (Some(987), 3, Some(1), "0987-03-01"),
            (Some(0), 3, Some(45), "0000-03-45"),
            (Some(-44), 3, Some(15), "-044-03-15"),
            (Some(12_345), 1, Some(101), "12345-01-101"),
            (None, 2, Some(30), "XXXX-02-30"),
        ] {
            assert_eq!(pattern(year, month, day), timex);
        }
    }
}
