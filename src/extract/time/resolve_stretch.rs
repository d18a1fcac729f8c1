//! What a stretch of the calendar denotes: weeks, months, seasons, parts of a year, decades, centuries.

use jiff::ToSpan;
use jiff::civil::{self, Weekday};

use super::draft::{Ancient, Century, Year};
use super::resolve_date::{Dated, Today, civil_date, in_month, whole_year, year_of};
use crate::fact::{Basis, Status, TimeUnit};
use crate::lexicon::Season;

pub(super) fn stretch(unit: TimeUnit, steps: i8, today: Today) -> Dated {
    let unknown = match unit {
        TimeUnit::Week => "XXXX-WXX",
        TimeUnit::Month => "XXXX-XX",
        TimeUnit::Century => "XX",
        _ => "XXXX",
    };
    let Some((now, basis)) = today else { return Dated::unresolved(unknown) };
    let steps = i64::from(steps);
    match unit {
        TimeUnit::Week => {
            let week = now.saturating_add(steps.weeks()).iso_week_date();
            let monday = civil::ISOWeekDate::new(week.year(), week.week(), Weekday::Monday)
                .map(civil::ISOWeekDate::date);
            let monday = monday.unwrap_or(now);
            let timex = format!("{:04}-W{:02}", week.year(), week.week());
            Dated::over(timex, monday, monday.saturating_add(6.days()), basis)
        }
        TimeUnit::Month => in_month(steps as i8, None, today),
        TimeUnit::Year => whole_year(i32::from(now.year()) + steps as i32, basis),
        TimeUnit::Decade => ten_years(i32::from(now.year()).div_euclid(10) * 10 + 10 * steps as i32, basis),
        TimeUnit::Century => hundred_years(i32::from(now.year()).div_euclid(100) + steps as i32, basis),
        _ => Dated::unresolved(unknown),
    }
}

fn ten_years(first: i32, basis: Basis) -> Dated {
    span_of_years(format!("{:03}X", first / 10), first, first + 9, basis)
}

fn hundred_years(hundreds: i32, basis: Basis) -> Dated {
    span_of_years(format!("{hundreds:02}XX"), hundreds * 100, hundreds * 100 + 99, basis)
}

fn span_of_years(timex: String, first: i32, last: i32, basis: Basis) -> Dated {
    match (civil_date(first, 1, 1), civil_date(last, 12, 31)) {
        (Some(first), Some(last)) => Dated::over(timex, first, last, basis),
        _ => Dated::unresolved(timex),
    }
}

pub(super) fn years(first: i32, last: i32) -> Dated {
    let timex = if first == last { format!("{first:04}") } else { format!("{first:04}/{last:04}") };
    span_of_years(timex, first, last, Basis::Stated)
}

pub(super) fn decade(tens: u8, century: Option<Century>, today: Today) -> Dated {
    // A decade by its bare name is the last one of that name that is a memory: of the twentieth century.
    let hundreds = match century {
        None => Some((19, Basis::Stated)),
        Some(Century::Stated(nth)) => Some((i32::from(nth) - 1, Basis::Stated)),
        Some(Century::Step(steps)) => {
            today.map(|(now, basis)| (i32::from(now.year()).div_euclid(100) + i32::from(steps), basis))
        }
    };
    match hundreds {
        Some((hundreds, basis)) => ten_years(hundreds * 100 + i32::from(tens), basis),
        None => Dated::unresolved(format!("XX{}X", tens / 10)),
    }
}

pub(super) fn century_of(century: Century, today: Today) -> Dated {
    match century {
        Century::Stated(nth) => hundred_years(i32::from(nth) - 1, Basis::Stated),
        Century::Step(steps) => stretch(TimeUnit::Century, steps, today),
    }
}

/// A season has no agreed first and last day: its TIMEX3 value is all that is said.
pub(super) fn season_of(season: Season, year: Year, today: Today) -> Dated {
    let (code, last_month) = match season {
        Season::Spring => ("SP", 5),
        Season::Summer => ("SU", 8),
        Season::Autumn => ("FA", 11),
        Season::Winter => ("WI", 2),
    };
    let found = match year {
        Year::Toward(steps) => today.map(|(now, basis)| {
            let over = now.month() > last_month;
            let year = match steps {
                s if s < 0 => now.year() - i16::from(!over || season == Season::Winter),
                0 => now.year(),
                _ => now.year() + i16::from(over && season != Season::Winter),
            };
            (i32::from(year), basis)
        }),
        year => year_of(year, today),
    };
    match found {
        Some((year, basis)) => {
            let timex = format!("{year:04}-{code}");
            Dated {
                status: Status::Resolved,
                basis: Some(basis),
                flags: Vec::new(),
                ..Dated::unresolved(timex)
            }
        }
        None => Dated::unresolved(format!("XXXX-{code}")),
    }
}

pub(super) fn portion(of: u8, nth: u8, year: Year, today: Today) -> Dated {
    let letter = if of == 4 { 'Q' } else { 'H' };
    let Some((year, basis)) = year_of(year, today) else {
        return Dated::unresolved(format!("XXXX-{letter}{nth}"));
    };
    let months = 12 / of;
    let first = civil_date(year, (nth - 1) * months + 1, 1);
    let last = civil_date(year, nth * months, 1).map(civil::Date::last_of_month);
    let timex = format!("{year:04}-{letter}{nth}");
    match (first, last) {
        (Some(first), Some(last)) => Dated::over(timex, first, last, basis),
        _ => Dated::unresolved(timex),
    }
}

/// The first months of a year.
pub(super) fn opening(months: u8, year: Year, today: Today) -> Dated {
    let Some((year, basis)) = year_of(year, today) else {
        return Dated::unresolved(format!("XXXX-01/XXXX-{months:02}"));
    };
    let timex = format!("{year:04}-01/{year:04}-{months:02}");
    let last = civil_date(year, months, 1).map(civil::Date::last_of_month);
    match (civil_date(year, 1, 1), last) {
        (Some(first), Some(last)) => Dated::over(timex, first, last, basis),
        _ => Dated::unresolved(timex),
    }
}

/// Before Christ there is only the TIMEX3 value: the contract's days are of our era.
pub(super) fn before_christ(ancient: Ancient) -> Dated {
    let timex = match ancient {
        Ancient::Year(year) => format!("BC{year:04}"),
        Ancient::Century(nth) => format!("BC{:02}XX", nth - 1),
    };
    let (status, basis) = (Status::Resolved, Some(Basis::Stated));
    Dated { status, basis, flags: Vec::new(), ..Dated::unresolved(timex) }
}
