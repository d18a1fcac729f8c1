//! Times: dates, clock times, durations and frequencies, in the terms of TIMEX3 (TimeML 1.2.1) and ISO 8601.

use jiff::civil;

/// A time expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Time {
    /// TIMEX3 type.
    pub kind: TimeType,
    /// TIMEX3 value: `2022-01-20`, `2022-01-20TEV`, `P4D`, `XXXX-12-20`, `XXXX-WXX-4`.
    pub timex: String,
    /// TIMEX3 modifier.
    pub modifier: Option<Mod>,
    /// TIMEX3 quantifier of a set: `EVERY`, `EACH`.
    pub quant: Option<&'static str>,
    /// TIMEX3 frequency of a set: `2X`.
    pub freq: Option<String>,
    /// First day or minute of what it denotes, once known.
    pub from: Option<Moment>,
    /// Last day or minute of what it denotes, both ends included.
    pub to: Option<Moment>,
    /// Seconds east of Greenwich, where the text names a zone.
    pub offset: Option<i32>,
    /// How far it could be resolved.
    pub status: Status,
    /// What the resolution rests on; `None` where there is none.
    pub basis: Option<Basis>,
    /// The calendar it is written in.
    pub calendar: Calendar,
    /// The date in the Islamic calendar, where it is written in it.
    pub hijri: Option<Hijri>,
    /// What an editor should know about it, in the order of [`TimeFlag`].
    pub flags: Vec<TimeFlag>,
    /// What would agree, where something printed disagrees: an English phrase.
    pub note: Option<String>,
}

/// A civil day, or a civil minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The day.
    pub day: civil::Date,
    /// Hour and minute, for clock times.
    pub clock: Option<civil::Time>,
}

/// TIMEX3 types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeType {
    /// A day or a longer stretch of the calendar.
    Date,
    /// A clock time or a part of a day.
    Time,
    /// A length of time.
    Duration,
    /// A recurrence.
    Set,
}

/// TIMEX3 modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mod {
    /// Before that.
    Before,
    /// After that.
    After,
    /// Not before that.
    OnOrAfter,
    /// Not after that.
    OnOrBefore,
    /// Shorter than that.
    LessThan,
    /// Longer than that.
    MoreThan,
    /// That or shorter.
    EqualOrLess,
    /// That or longer.
    EqualOrMore,
    /// At its beginning.
    Start,
    /// In its middle.
    Mid,
    /// Towards its end.
    End,
    /// About that.
    Approx,
}

/// How far a time could be resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// To an interval of the calendar; a duration or set, to its length.
    Resolved,
    /// A part is missing, such as the year.
    Partial,
    /// It is relative to a day that is not known.
    Unresolved,
}

/// What a resolution rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Basis {
    /// The expression itself says it.
    Stated,
    /// The document's reference date.
    Reference,
    /// A reference date that was inferred from the text.
    Inferred,
}

/// Calendars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Calendar {
    /// The Gregorian calendar.
    #[default]
    Gregorian,
    /// The Islamic calendar; civil days by Umm al-Qura.
    Islamic,
}

/// A date of the Islamic calendar, as far as it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Hijri {
    /// Year of the Hijra.
    pub year: Option<i32>,
    /// Month, 1 (Muharram) to 12 (Dhu al-Hijja).
    pub month: Option<u8>,
    /// Day of the month, 1 to 30.
    pub day: Option<u8>,
}

/// What an editor should know about a time expression.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeFlag {
    /// The weekday is not that date's, nor the document's day's.
    WeekdayMismatch,
    /// Two printed dates of one day, such as a Hijri and a Gregorian one, disagree by more than a day.
    DateConflict,
    /// No year is printed and none could be inferred.
    YearMissing,
    /// The year is not printed; it is the one nearest to the reference date.
    YearInferred,
    /// A year of two digits.
    TwoDigitYear,
    /// No such day in the calendar; kept as written.
    ImpossibleDate,
    /// Day and month could be read in either order.
    AmbiguousOrder,
    /// It disagrees with the document's own day.
    ReferenceConflict,
    /// It depends on a reference date and the document has none.
    NoReference,
    /// It is part of a name (a street, a city, a war), not of the report.
    InName,
}

/// Units of time, the shortest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimeUnit {
    /// Seconds.
    Second,
    /// Minutes.
    Minute,
    /// Hours.
    Hour,
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
    /// Years.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

impl TimeType {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Time => "time",
            Self::Duration => "duration",
            Self::Set => "set",
        }
    }
}

impl Mod {
    /// The TIMEX3 name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::OnOrAfter => "ON_OR_AFTER",
            Self::OnOrBefore => "ON_OR_BEFORE",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
        }
    }
}

impl Status {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Resolved => "resolved",
            Self::Partial => "partial",
            Self::Unresolved => "unresolved",
        }
    }
}

impl Basis {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Reference => "reference",
            Self::Inferred => "inferred",
        }
    }
}

impl Calendar {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Gregorian => "gregorian",
            Self::Islamic => "islamic",
        }
    }
}

impl TimeFlag {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::WeekdayMismatch => "weekday-mismatch",
            Self::DateConflict => "date-conflict",
            Self::YearMissing => "year-missing",
            Self::YearInferred => "year-inferred",
            Self::TwoDigitYear => "two-digit-year",
            Self::ImpossibleDate => "impossible-date",
            Self::AmbiguousOrder => "ambiguous-order",
            Self::ReferenceConflict => "reference-conflict",
            Self::NoReference => "no-reference",
            Self::InName => "in-name",
        }
    }
}

impl Moment {
    /// The moment in ISO 8601, `2022-01-24` or `2022-01-24T12:30`.
    pub fn iso(self) -> String {
        let mut out = String::with_capacity("2022-01-24T12:30".len());
        self.write_iso(|iso| out.push_str(iso));
        out
    }

    /// Writes the same, without the detour over a formatter: every time of every document has two.
    pub(crate) fn write_iso(self, write: impl FnOnce(&str)) {
        let mut out = *b"0000-00-00T00:00";
        let Ok(year) = u16::try_from(self.day.year()) else {
            let day = format!("{:04}-{:02}-{:02}", self.day.year(), self.day.month(), self.day.day());
            let clock = self.clock.map(|clock| format!("T{:02}:{:02}", clock.hour(), clock.minute()));
            return write(&(day + &clock.unwrap_or_default()));
        };
        let mut two = |at: usize, number: i8| {
            let number = number.cast_unsigned();
            (out[at], out[at + 1]) = (b'0' + number / 10 % 10, b'0' + number % 10);
        };
        two(0, (year / 100) as i8);
        two(2, (year % 100) as i8);
        two(5, self.day.month());
        two(8, self.day.day());
        let end = match self.clock {
            Some(clock) => {
                two(11, clock.hour());
                two(14, clock.minute());
                out.len()
            }
            None => "2022-01-24".len(),
        };
        write(str::from_utf8(&out[..end]).unwrap_or_default());
    }
}

/// ISO 8601: `2022-01-24` or `2022-01-24T12:30`.
impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.iso())
    }
}
