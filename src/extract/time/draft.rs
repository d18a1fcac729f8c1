//! What is written, before the document's day is known: a small tree, resolved later or not at all.

use crate::fact::{Mod, TimeUnit};
use crate::lexicon::{DayPart, Season, VagueTime};
use crate::number::Number;

/// A time as it is written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::extract) struct Draft {
    pub(super) what: What,
    pub(super) modifier: Option<Mod>,
}

/// The kinds of time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum What {
    /// A place in the calendar or on the clock.
    Point(Point),
    /// From one date to another.
    Range(Date, Date),
    /// A length of time.
    Length(Length),
    /// A recurrence: how often, and per what.
    Recurrence { every: bool, times: Option<Times>, per: Per },
    /// A time without a place in the calendar.
    Vague(VagueTime),
}

/// How many times, or how many of a unit: four days a week.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Times {
    pub(super) number: Number,
    pub(super) unit: Option<TimeUnit>,
}

/// What a recurrence counts by.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Per {
    Length(Length),
    Weekday(u8),
    Part(DayPart),
}

/// A date, a part of the day, a clock time and a zone, as far as they are given.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Point {
    pub(super) date: Option<Date>,
    pub(super) part: Option<DayPart>,
    pub(super) clock: Option<Clock>,
    pub(super) zone: Option<Zone>,
    /// A second day that a night runs into.
    pub(super) overnight: bool,
    /// Part of a name: the war, the street of that date.
    pub(super) named: bool,
}

/// Hour (of 24), minute and second.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Clock {
    pub(super) hour: u8,
    pub(super) minute: u8,
    pub(super) second: Option<u8>,
}

/// Whose clock.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Zone {
    /// A zone of the IANA database.
    Named(&'static str),
    /// Seconds east of Greenwich.
    Fixed(i32),
    /// The local time of wherever it happened.
    Local,
}

/// A date, of any precision.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Date {
    /// Year, month and day as far as they are given.
    Calendar(CalendarDate),
    /// So many days from today, perhaps with its weekday.
    Shift { days: i8, weekday: Option<u8> },
    /// A weekday, perhaps with الماضي or المقبل, or in a clause that looks ahead.
    Weekday { weekday: u8, step: Option<i8>, ahead: bool },
    /// So much time before or after today.
    Offset(Length, i8),
    /// The week, month, year, decade or century so many steps from this one.
    Stretch(TimeUnit, i8),
    /// A season of a year.
    Season(Season, Year),
    /// The first half, the third quarter of a year: out of how many, and which.
    Portion { of: u8, nth: u8, year: Year },
    /// So many months from the beginning of a year.
    Opening { months: u8, year: Year },
    /// A decade by its first year within a century.
    Decade(u8, Option<Century>),
    /// A century.
    Century(Century),
    /// Several years.
    Years(i32, i32),
    /// A year or century before Christ.
    BeforeChrist(Ancient),
    /// A day, month or year that the text has spoken of.
    Anaphoric(TimeUnit),
}

/// A year or a century, counted back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Ancient {
    Year(i32),
    Century(u8),
}

/// A century by its number or from this one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Century {
    Stated(u8),
    Step(i8),
}

/// A date of a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct CalendarDate {
    pub(super) islamic: bool,
    pub(super) year: Year,
    pub(super) month: Month,
    pub(super) day: Option<u8>,
    pub(super) weekday: Option<u8>,
    /// اليوم, أمس beside the date.
    pub(super) shift: Option<i8>,
    /// الماضي, المقبل between its weekday and the date.
    pub(super) step: Option<i8>,
    /// The same day in the other calendar, where it is given.
    pub(super) twin: Option<Twin>,
    pub(super) oddities: Oddities,
}

/// A day of the other calendar, as it is given with a date.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Twin {
    pub(super) year: Option<i32>,
    pub(super) month: u8,
    pub(super) day: u8,
}

/// What is odd about the way a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Oddities {
    pub(super) either_order: bool,
    pub(super) short_year: bool,
    pub(super) two_months: bool,
}

/// A month, as it is given.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) enum Month {
    #[default]
    Missing,
    Named(u8),
    /// Steps from this month: من الشهر الجاري.
    Step(i8),
}

/// A year, as it is given.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) enum Year {
    #[default]
    Missing,
    Stated(i32),
    /// Steps from this year: من العام الماضي.
    Step(i8),
    /// No year, but a direction: آذار المقبل.
    Toward(i8),
    /// No year, but not to come: منذ يناير.
    Since,
}

/// A length of time: an amount of a unit, and a rest in a smaller unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Length {
    pub(super) amount: Option<Number>,
    pub(super) unit: TimeUnit,
    pub(super) rest: Option<(Number, TimeUnit)>,
}

impl Draft {
    pub(super) fn point(point: Point) -> Self {
        Self { what: What::Point(point), modifier: None }
    }

    pub(super) fn date(date: Date) -> Self {
        Self::point(Point::of(date))
    }

    pub(super) fn length(length: Length) -> Self {
        Self { what: What::Length(length), modifier: None }
    }

    /// The weekday that is written with it, where it names one day.
    pub(in crate::extract) fn weekday(&self) -> Option<u8> {
        match self.day()? {
            Date::Calendar(date) => date.weekday,
            Date::Shift { weekday, .. } => weekday,
            _ => None,
        }
    }

    /// How many days from today it says to be, with اليوم, أمس or غداً.
    pub(in crate::extract) fn shift(&self) -> Option<i8> {
        match self.day()? {
            Date::Calendar(date) => date.shift,
            Date::Shift { days, .. } => Some(days),
            _ => None,
        }
    }

    /// The weekday that it is, where it is nothing but one.
    pub(in crate::extract) fn bare_weekday(&self) -> Option<u8> {
        match self.day()? {
            Date::Weekday { weekday, step: None, .. } => Some(weekday),
            _ => None,
        }
    }

    /// Whether it is how long something lasts.
    pub(in crate::extract) fn is_length(&self) -> bool {
        matches!(self.what, What::Length(_))
    }

    /// Whether it is written with a day of a calendar, not by its distance from today alone.
    pub(in crate::extract) fn is_dated(&self) -> bool {
        matches!(self.day(), Some(Date::Calendar(_)))
    }

    /// The date of a point of time.
    pub(super) fn day(&self) -> Option<Date> {
        match self.what {
            What::Point(point) => point.date,
            _ => None,
        }
    }

    /// Whether its day depends on where its clause looks: a weekday by itself.
    pub(super) fn takes_tense(&self) -> bool {
        matches!(self.what, What::Point(Point { date: Some(Date::Weekday { step: None, .. }), .. }))
    }

    /// Reads it as in a clause that looks ahead.
    pub(super) fn look_ahead(&mut self) {
        if let What::Point(Point { date: Some(Date::Weekday { ahead, .. }), .. }) = &mut self.what {
            *ahead = true;
        }
    }

    /// Reads it as after منذ: a date without its year has been.
    pub(super) fn look_back(&mut self) {
        if let What::Point(Point { date: Some(Date::Calendar(CalendarDate { year, .. })), .. }) =
            &mut self.what
            && *year == Year::Missing
        {
            *year = Year::Since;
        }
    }
}

impl Point {
    pub(super) fn of(date: Date) -> Self {
        Self { date: Some(date), ..Self::default() }
    }
}

impl Length {
    pub(super) fn of(amount: Option<Number>, unit: TimeUnit) -> Self {
        Self { amount, unit, rest: None }
    }
}
