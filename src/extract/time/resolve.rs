//! What a draft denotes, given the document's day; without one, nothing relative is resolved.

use jiff::civil;

use super::draft::{CalendarDate, Clock, Date, Draft, Length, Per, Point, Times, What, Year, Zone};
use super::resolve_date::{self, Dated, Today, iso};
use super::zone_offset;
use crate::extract::anchor::Anchor;
use crate::fact::{Basis, Calendar, Mod, Moment, Status, Time, TimeFlag, TimeType, TimeUnit};
use crate::lexicon::{DayPart, VagueTime};

/// What a draft denotes on the document's day.
pub(in crate::extract) fn resolve(draft: &Draft, reference: Option<(Anchor, Basis)>) -> Time {
    let mut time = match draft.what {
        What::Point(point) => at_point(point, reference),
        What::Range(first, last) => ranged(first, last, today(reference)),
        What::Length(length) => lasting(TimeType::Duration, length_timex(length)),
        What::Recurrence { every, times, per } => recurring(every, times, per),
        What::Vague(vague) => {
            Time { status: Status::Partial, basis: None, ..lasting(TimeType::Date, vague_timex(vague)) }
        }
    };
    time.modifier = draft.modifier.or(time.modifier);
    time.flags.sort_unstable();
    time.flags.dedup();
    time
}

fn today(reference: Option<(Anchor, Basis)>) -> Today {
    reference.map(|(anchor, basis)| (anchor.moment.day, basis))
}

fn lasting(kind: TimeType, timex: impl Into<String>) -> Time {
    Time {
        kind,
        timex: timex.into(),
        modifier: None,
        quant: None,
        freq: None,
        from: None,
        to: None,
        offset: None,
        status: Status::Resolved,
        basis: Some(Basis::Stated),
        calendar: Calendar::Gregorian,
        hijri: None,
        flags: Vec::new(),
        note: None,
    }
}

fn dated_time(kind: TimeType, dated: Dated, calendar: Calendar) -> Time {
    let whole = |day| Moment { day, clock: None };
    Time {
        from: dated.days.map(|(first, _)| whole(first)),
        to: dated.days.map(|(_, last)| whole(last)),
        status: dated.status,
        basis: dated.basis,
        calendar,
        hijri: dated.hijri,
        flags: dated.flags,
        note: dated.note,
        ..lasting(kind, dated.timex)
    }
}

fn calendar_of(date: Date) -> Calendar {
    match date {
        Date::Calendar(date) if date.islamic => Calendar::Islamic,
        _ => Calendar::Gregorian,
    }
}

fn at_point(point: Point, reference: Option<(Anchor, Basis)>) -> Time {
    let Some(date) = point.date else { return clock_alone(point) };
    if let Some(time) = minutes_ago(date, reference) {
        return time;
    }
    let dated = resolve_date::date(date, today(reference), point.named);
    let day = dated.day();
    let mut time = dated_time(TimeType::Date, dated, calendar_of(date));
    if matches!(date, Date::Offset(length, _) if length.unit < TimeUnit::Day) {
        time.kind = TimeType::Time;
    }
    if let Some(part) = point.part {
        time.kind = TimeType::Time;
        time.modifier = (part == DayPart::Dawn).then_some(Mod::Start);
        if point.clock.is_none() {
            time.timex.push_str(part_code(part));
        }
    }
    if point.overnight {
        let next = day.and_then(|d| d.tomorrow().ok()).map(|day| Moment { day, clock: None });
        time.to = next.or(time.to);
    }
    if let Some(clock) = point.clock {
        time.kind = TimeType::Time;
        time.timex.push_str(&clock_timex(clock));
        let moment = day.and_then(|day| at_clock(day, clock));
        (time.from, time.to) = (moment, moment);
        time.offset = point.zone.zip(moment).and_then(|(zone, moment)| {
            zone_offset::seconds(zone, moment.clock.map(|clock| moment.day.to_datetime(clock)))
        });
    }
    time
}

/// A clock time without a day: only its zone may be known.
fn clock_alone(point: Point) -> Time {
    let mut timex =
        point.clock.map_or_else(|| part_code(point.part.unwrap_or(DayPart::Night)).to_owned(), clock_timex);
    let offset = point.zone.and_then(|zone| zone_offset::seconds(zone, None));
    if matches!(point.zone, Some(Zone::Named("Etc/UTC"))) {
        timex.push('Z');
    }
    Time { status: Status::Partial, offset, ..lasting(TimeType::Time, timex) }
}

/// Hours and minutes count from the document's minute, where it has one.
fn minutes_ago(date: Date, reference: Option<(Anchor, Basis)>) -> Option<Time> {
    let Date::Offset(length, direction) = date else { return None };
    let (anchor, basis) = reference?;
    let (count, unit) = whole_units(length)?;
    let seconds = count.checked_mul(seconds_in(unit)?)?;
    let span =
        jiff::SignedDuration::from_secs(i64::try_from(seconds).ok()?.checked_mul(i64::from(direction))?);
    let then = anchor.moment.day.to_datetime(anchor.moment.clock?).checked_add(span).ok()?;
    let moment = Moment { day: then.date(), clock: Some(then.time()) };
    let timex = moment.to_string();
    Some(Time { from: Some(moment), to: Some(moment), basis: Some(basis), ..lasting(TimeType::Time, timex) })
}

fn seconds_in(unit: TimeUnit) -> Option<i128> {
    match unit {
        TimeUnit::Second => Some(1),
        TimeUnit::Minute => Some(60),
        TimeUnit::Hour => Some(3600),
        _ => None,
    }
}

fn at_clock(day: civil::Date, clock: Clock) -> Option<Moment> {
    if clock.hour == 24 {
        return Some(Moment {
            day: day.tomorrow().ok()?,
            clock: civil::Time::new(0, clock.minute.cast_signed(), 0, 0).ok(),
        });
    }
    let time = civil::Time::new(clock.hour.cast_signed(), clock.minute.cast_signed(), 0, 0).ok()?;
    Some(Moment { day, clock: Some(time) })
}

fn clock_timex(clock: Clock) -> String {
    match clock.second {
        Some(second) => format!("T{:02}:{:02}:{second:02}", clock.hour, clock.minute),
        None => format!("T{:02}:{:02}", clock.hour, clock.minute),
    }
}

fn part_code(part: DayPart) -> &'static str {
    match part {
        DayPart::Dawn | DayPart::Morning | DayPart::BeforeNoon => "TMO",
        DayPart::Midday => "TMI",
        DayPart::Afternoon | DayPart::AfterNoon => "TAF",
        DayPart::Evening => "TEV",
        DayPart::Night | DayPart::Tonight | DayPart::AfterMidnight | DayPart::Midnight => "TNI",
    }
}

fn vague_timex(vague: VagueTime) -> &'static str {
    match vague {
        VagueTime::Past => "PAST_REF",
        VagueTime::Present => "PRESENT_REF",
        VagueTime::Future => "FUTURE_REF",
    }
}

/// The last day is resolved first: the first one lies before it.
fn ranged(first: Date, last: Date, today: Today) -> Time {
    let end = resolve_date::date(last, today, false);
    let mut begin = resolve_date::date(first, today, false);
    if let (Some(a), Some(b)) = (begin.day(), end.day())
        && a > b
        && let Date::Calendar(date) = first
    {
        let anchor = (b, begin.basis.unwrap_or(Basis::Stated));
        begin = resolve_date::date(Date::Calendar(before(date, b)), Some(anchor), false);
    }
    let days = begin.days.zip(end.days).map(|((from, _), (_, to))| (from, to));
    // Of two stretches each is an interval already.
    let timex = match days {
        Some((from, to)) if begin.timex.contains('/') => format!("{}/{}", iso(from), iso(to)),
        _ => format!("{}/{}", begin.timex, end.timex),
    };
    let flags = begin.flags.into_iter().chain(end.flags).collect();
    let status = if begin.status == Status::Resolved { end.status } else { begin.status };
    let dated = Dated {
        timex,
        days,
        status,
        flags,
        note: begin.note.or(end.note),
        ..Dated { basis: end.basis, hijri: end.hijri, ..Dated::unresolved("") }
    };
    dated_time(TimeType::Date, dated, calendar_of(last))
}

/// The same day of the year, in the year before the one of `last`.
fn before(date: CalendarDate, last: civil::Date) -> CalendarDate {
    CalendarDate { year: Year::Stated(i32::from(last.year()) - 1), ..date }
}

fn recurring(every: bool, times: Option<Times>, per: Per) -> Time {
    let value = match per {
        Per::Length(length) => length_timex(length),
        Per::Weekday(day) => format!("XXXX-WXX-{day}"),
        Per::Part(part) => format!("XXXX-XX-XX{}", part_code(part)),
    };
    let quant = every.then_some("EVERY");
    let freq = times.map(|times| match times.unit {
        Some(unit) => period(&times.number.to_string(), unit)[1..].to_owned(),
        None => format!("{}X", times.number),
    });
    Time { quant, freq, ..lasting(TimeType::Set, value) }
}

/// The amount as a whole number of its unit, or of the largest smaller unit of which it is one.
pub(super) fn whole_units(length: Length) -> Option<(i128, TimeUnit)> {
    let (mut amount, mut unit) = (length.amount?, length.unit);
    if unit > TimeUnit::Year {
        amount = amount.times(if unit == TimeUnit::Decade { 10.into() } else { 100.into() })?;
        unit = TimeUnit::Year;
    }
    if let Some((rest, smaller)) = length.rest {
        while unit != smaller {
            let (factor, next) = smaller_unit(unit)?;
            (amount, unit) = (amount.times(factor.into())?, next);
        }
        amount = amount.plus(rest)?;
    }
    while amount.integer().is_none() {
        let (factor, next) = smaller_unit(unit)?;
        (amount, unit) = (amount.times(factor.into())?, next);
    }
    Some((amount.integer()?, unit))
}

/// How many of which smaller unit a unit always is; a month is no fixed number of days.
fn smaller_unit(unit: TimeUnit) -> Option<(i128, TimeUnit)> {
    match unit {
        TimeUnit::Year => Some((12, TimeUnit::Month)),
        TimeUnit::Week => Some((7, TimeUnit::Day)),
        TimeUnit::Day => Some((24, TimeUnit::Hour)),
        TimeUnit::Hour => Some((60, TimeUnit::Minute)),
        TimeUnit::Minute => Some((60, TimeUnit::Second)),
        _ => None,
    }
}

/// `P4D`, `PT36H`, `P18M`; `PXD` where the number is not said.
fn length_timex(length: Length) -> String {
    let Some(amount) = length.amount else {
        return match length.unit {
            TimeUnit::Decade => "PXDE".to_owned(),
            TimeUnit::Century => "PXCE".to_owned(),
            unit => period("X", unit),
        };
    };
    if let Some((count, unit)) = whole_units(length) {
        return period(&count.to_string(), unit);
    }
    let Some((rest, smaller)) = length.rest else { return period(&amount.to_string(), length.unit) };
    let (whole, more) = (period(&amount.to_string(), length.unit), period(&rest.to_string(), smaller));
    format!("{whole}{}", &more[1..])
}

fn period(count: &str, unit: TimeUnit) -> String {
    let (mark, letter) = match unit {
        TimeUnit::Second => ("T", "S"),
        TimeUnit::Minute => ("T", "M"),
        TimeUnit::Hour => ("T", "H"),
        TimeUnit::Day => ("", "D"),
        TimeUnit::Week => ("", "W"),
        TimeUnit::Month => ("", "M"),
        TimeUnit::Year | TimeUnit::Decade | TimeUnit::Century => ("", "Y"),
    };
    ["P", mark, count, letter].concat()
}

/// Whether a time is one stated day: what a publication line says.
pub(super) fn stated_day(time: &Time) -> Option<Moment> {
    let sound = time.status == Status::Resolved && time.basis == Some(Basis::Stated);
    let (from, to) = (time.from?, time.to?);
    (sound && from == to && !time.flags.contains(&TimeFlag::ImpossibleDate)).then_some(from)
}
