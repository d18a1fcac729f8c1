//! Productions: a day by any of its names, and a point in it.

use super::anaphor;
use super::calendar::calendar;
use super::draft::{CalendarDate, Date, Point, Year};
use super::word::{
    Read, day_part, follows, is_eponym, is_joint, is_unit, past, skip, skip_sign, step_after, weekday,
};
use crate::extract::cursor::Cursor;
use crate::fact::TimeUnit;
use crate::lexicon::{Class, DayPart, Eponym, Joint, Sense};

/// day ::= (يوم | نهار)? (shift | weekday | calendar)
pub(super) fn day(at: Cursor<'_>) -> Read<'_, Date> {
    let place = lead(at);
    anaphor::day(place)
        .or_else(|| shifted(place))
        .or_else(|| named(place))
        .or_else(|| calendar(place).map(|(d, end)| (Date::Calendar(d), end)))
}

/// The place after يوم, نهار or هذا before the name of a day.
pub(super) fn lead(at: Cursor<'_>) -> Cursor<'_> {
    let is_lead = is_unit(at, TimeUnit::Day) || is_joint(at, Joint::Daytime) || at.means(Sense::This);
    let next = is_lead.then(|| at.next()).flatten();
    next.unwrap_or(at)
}

/// shifted ::= day-word its-weekday? (،? calendar)?
pub(super) fn shifted(at: Cursor<'_>) -> Read<'_, Date> {
    let (Sense::DayShift(days), end) = at.term(Class::Deixis)? else { return None };
    if is_other_word(at, days, end) {
        return None;
    }
    let (weekday, after) = its_weekday(end).map_or((None, end), |(day, after)| (Some(day), after));
    if let Some((date, after)) = past_comma(after).map(|c| skip(c, Joint::Same)).and_then(calendar) {
        return Some((Date::Calendar(CalendarDate { shift: Some(days), weekday, ..date }), after));
    }
    Some((Date::Shift { days, weekday }, after))
}

/// ،? weekday | ( weekday ) | « weekday »
fn its_weekday(end: Cursor<'_>) -> Read<'_, u8> {
    let here = end.here()?;
    let place = skip_sign(here, &['،', ',', '(', '«', '"']);
    let day = weekday(place)?;
    let close = [('(', ')'), ('«', '»'), ('"', '"')].into_iter().find(|(open, _)| here.is_sign(*open));
    let Some((_, close)) = close else { return Some((day, place.after())) };
    place.next().filter(|c| c.is_sign(close)).map(|c| (day, c.after()))
}

fn past_comma(end: Cursor<'_>) -> Option<Cursor<'_>> {
    end.here().map(|c| skip_sign(c, &['،', ',']))
}

/// Whether the word is part of a name, or another word: المصري اليوم, اليوم العالمي, بأمس الحاجة.
fn is_other_word(at: Cursor<'_>, days: i8, end: Cursor<'_>) -> bool {
    let next = end.here();
    match days {
        0 => {
            let per_day = follows(at, Joint::In);
            let another = next.is_some_and(|n| {
                is_eponym(n, Eponym::AfterDay)
                    || n.is(Class::Ordinal) && n.is_definite() && !n.is(Class::Weekday)
            });
            per_day || another || is_outlet(at)
        }
        -1 => next.is_some_and(|n| is_eponym(n, Eponym::AfterYesterday)),
        1 => follows(at, Joint::Of) && next.is_some_and(|n| n.is_definite() && !n.is(Class::Weekday)),
        _ => false,
    }
}

/// Whether اليوم ends the name of a newspaper or channel.
fn is_outlet(at: Cursor<'_>) -> bool {
    let Some(name) = at.previous() else { return false };
    let quote = |c: Cursor<'_>| ['"', '“', '”', '«', '»', '\''].iter().any(|s| c.is_sign(*s));
    if quote(name) && at.next().is_some_and(quote) {
        return true;
    }
    if name.phrase(Class::Eponym).is_some_and(|p| p.sense == Sense::Eponym(Eponym::OutletName)) {
        return true;
    }
    let kind = name.previous();
    let quoted =
        kind.filter(|k| k.is_sign('"') || k.is_sign('“') || k.is_sign('«')).and_then(Cursor::previous);
    [kind, quoted].into_iter().flatten().any(|k| is_eponym(k, Eponym::Outlet))
}

/// named ::= weekday step? (،? الموافق? calendar)?
pub(super) fn named(at: Cursor<'_>) -> Read<'_, Date> {
    let day = weekday(at)?;
    let step = step_after(at.after());
    let end = step.map_or(at.after(), |(_, end)| end);
    let step = step.map(|(steps, _)| steps);
    if let Some((date, after)) = dated(end) {
        let year = match (date.year, step) {
            (Year::Missing, Some(steps)) => Year::Toward(steps),
            (year, _) => year,
        };
        return Some((Date::Calendar(CalendarDate { weekday: Some(day), step, year, ..date }), after));
    }
    Some((Date::Weekday { weekday: day, step, ahead: false }, end))
}

/// The date of a weekday, after a comma, الموافق, في or in parentheses.
fn dated(end: Cursor<'_>) -> Read<'_, CalendarDate> {
    let here = end.here()?;
    let place = skip_sign(here, &['،', ',', '(', '-', '–']);
    let place = skip(skip(skip(place, Joint::Same), Joint::In), Joint::Dated);
    let here = if place.is_sign('(') { place } else { here };
    let place = skip_sign(place, &['(']);
    let place = if place.token().ends_in_tatweel() { place.next().unwrap_or(place) } else { place };
    let (date, after) = calendar(place)?;
    if here.is_sign('(') {
        return after.here().filter(|c| c.is_sign(')')).map(|c| (date, c.after()));
    }
    Some((date, after))
}

/// part-of-day ::= part من? day (- weekday)? | الليلة step? | هذا part
pub(super) fn part_of_day(at: Cursor<'_>) -> Read<'_, Point> {
    if at.means(Sense::This) {
        let (part, end) = day_part(at.next().filter(|n| n.is_definite() || n.is(Class::DayPart))?)?;
        let part = if part == DayPart::Tonight { DayPart::Night } else { part };
        return Some((Point { part: Some(part), ..Point::of(Date::Shift { days: 0, weekday: None }) }, end));
    }
    let (part, end) = day_part(at)?;
    if part == DayPart::Tonight {
        return tonight(at, end);
    }
    let here = skip(end.here()?, Joint::Of);
    let (date, after) = day(here)?;
    let (overnight, after) = second_day(part, date, after);
    Some((Point { part: Some(part), overnight, ..Point::of(date) }, after))
}

/// tonight ::= الليلة step?, not before another adjective
fn tonight<'a>(at: Cursor<'a>, end: Cursor<'a>) -> Read<'a, Point> {
    let step = step_after(end);
    let other = end.here().is_some_and(|n| n.is_definite() && !n.is(Class::Weekday));
    if step.is_none() && (other || follows(at, Joint::In)) {
        return None;
    }
    let (steps, after) = step.unwrap_or((0, end));
    let days = steps.clamp(-2, 1);
    Some((Point { part: Some(DayPart::Night), ..Point::of(Date::Shift { days, weekday: None }) }, after))
}

/// A night from one weekday to the next: ليل الثلاثاء - الأربعاء, ليل الخميس الجمعة.
fn second_day(part: DayPart, date: Date, end: Cursor<'_>) -> (bool, Cursor<'_>) {
    let first = match date {
        Date::Weekday { weekday, .. } => Some(weekday),
        Date::Shift { weekday, .. } => weekday,
        _ => None,
    };
    let second = || {
        let sign = end.here().filter(|s| is_link(*s) || part == DayPart::Night && weekday(*s).is_some())?;
        let place = if weekday(sign).is_some() { sign } else { lead(sign.next()?) };
        (weekday(place)? == first? % 7 + 1).then(|| place.after())
    };
    let after = matches!(part, DayPart::Night | DayPart::Evening).then(second).flatten();
    after.map_or((false, end), |after| (true, after))
}

fn is_link(at: Cursor<'_>) -> bool {
    is_joint(at, Joint::To) || ['-', '–', '/', '—', 'ـ'].iter().any(|c| at.is_sign(*c))
}

/// The date after a clock time: من? part? day.
pub(super) fn of_clock(end: Cursor<'_>) -> Read<'_, Point> {
    let here = end.here()?;
    let after_comma = here.is_sign('،') || here.is_sign(',') || here.is_sign('(');
    let place = skip_sign(here, &['،', ',', '-', '–', '|', '·', '•']);
    let place = past(place, Joint::Of).or_else(|| past(place, Joint::In)).unwrap_or(place);
    let place = skip(place, Joint::Dated);
    let (point, after) =
        part_of_day(place).or_else(|| day(place).map(|(date, end)| (Point::of(date), end)))?;
    let sure = !after_comma || is_unit(place, TimeUnit::Day) || matches!(point.date, Some(Date::Calendar(_)));
    sure.then_some((point, after))
}
