//! `time/range`: from one day to another.

use super::calendar::{calendar, day, is_loose, leads_on};
use super::draft::{CalendarDate, Date, Draft, Month, What, Year};
use super::word::{Read, follows, is_joint, is_unit};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::TimeUnit;
use crate::lexicon::{Class, ClassSet, Joint};

pub(super) const RULE: Rule<Draft> = Rule {
    name: "time/range",
    starts: ClassSet::of(&[Class::Digits, Class::Ordinal, Class::Cardinal]),
    takes: &["10 إلى 20 آذار 2021", "10-12 يونيو", "28 آذار حتى 3 نيسان 2021"],
    leaves: &["10 إلى 20 جندياً", "10-12 قتيلاً"],
    find,
};

/// range ::= (day | calendar) (إلى | - | و, after بين or يومي) calendar
fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    let (first, end) = first(at)?;
    let here = end.here()?;
    let place = if leads_on(here) { here.next()? } else { and(at, here)? };
    let place =
        if is_joint(place, Joint::Article) || is_unit(place, TimeUnit::Day) { place.next()? } else { place };
    let (last, end) = calendar(place)?;
    let first = completed(first, last)?;
    let what = What::Range(Date::Calendar(first), Date::Calendar(last));
    Some(Match::between(at, end, Draft { what, modifier: None }))
}

fn first(at: Cursor<'_>) -> Read<'_, CalendarDate> {
    if at.token().is_digits() && !is_loose(at) {
        return None;
    }
    calendar(at).or_else(|| {
        let (day, end) = day(at)?;
        Some((CalendarDate { day: Some(day), ..Default::default() }, end))
    })
}

/// The place after و, where بين, يومي or أيام before the first day makes the two a range.
fn and<'a>(at: Cursor<'a>, here: Cursor<'a>) -> Option<Cursor<'a>> {
    let before = at.previous()?;
    let opens = before.is(Class::Between) || follows(at, Joint::BothDays) || before.is(Class::TimeUnit);
    let alone = is_joint(here, Joint::And);
    opens.then_some(())?;
    if alone { here.next() } else { here.token().has_conjunction().then_some(here) }
}

/// The first day with what only the last one says.
fn completed(first: CalendarDate, last: CalendarDate) -> Option<CalendarDate> {
    let month = if first.month == Month::Missing { last.month } else { first.month };
    let year = if first.year == Year::Missing { last.year } else { first.year };
    let later = first.month != Month::Missing || first.day < last.day;
    (last.day.is_some() && later).then_some(CalendarDate { month, year, islamic: last.islamic, ..first })
}
