//! `flag/weekday-mismatch`: a weekday and a date that do not go together.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::{Check, flag, link, times};
use crate::extract::Reading;
use crate::extract::cursor::Cursor;
use crate::extract::page::Page;
use crate::extract::rule::Found;
use crate::extract::time::{Draft, iso, weekday_name, weekday_named};
use crate::fact::{Calendar, Code, Fact, Time, TimeFlag};
use crate::lexicon::{Class, Joint, Sense};

pub(super) const CHECK: Check = Check { name: "flag/weekday-mismatch", find };

/// Days by which a Hijri month may begin sooner or later than computed.
const SIGHTING: i32 = 1;

/// A date with another weekday than its own, in it or after a comma behind it.
fn find(page: &Page<'_>, reading: &Reading) -> Vec<Fact> {
    let mut flags = Vec::new();
    let mut before: Option<(&Fact, &Time, &Found<Draft>)> = None;
    for (fact, time, found) in times(page, reading) {
        let mismatched = time.flags.contains(&TimeFlag::WeekdayMismatch) && found.value.is_dated();
        if mismatched && !counts_two(page, found) {
            flags.extend(
                mismatch(time, found.value.weekday())
                    .map(|message| flag(fact.span, Code::WeekdayMismatch, message, vec![link(fact)])),
            );
        }
        if let Some((dated, date, other)) = before
            && let Some(weekday) = found.value.bare_weekday().filter(|_| is_apposed(page, other, found))
            && other.value.weekday().is_none()
            && date.from.is_some_and(|from| from.day.weekday() != weekday_named(weekday))
        {
            flags.extend(mismatch(date, Some(weekday)).map(|message| {
                let span = dated.span.to(fact.span);
                flag(span, Code::WeekdayMismatch, message, vec![link(dated), link(fact)])
            }));
        }
        before = Some((fact, time, found));
    }
    flags
}

/// Whether the weekday may be two of something: قُبض على الاثنين في 23 شباط.
fn counts_two(page: &Page<'_>, found: &Found<Draft>) -> bool {
    let at = Cursor::new(page, found.start as usize);
    let of_something = at.previous().is_some_and(|before| before.token().is_word());
    let alone = at.is(Class::Weekday) && at.next().is_some_and(|next| next.means(Sense::Joint(Joint::In)));
    found.value.weekday() == Some(1) && alone && of_something
}

/// Whether a weekday alone between commas or in brackets follows the date: 13 يونيو 2024، الأربعاء،
fn is_apposed(page: &Page<'_>, date: &Found<Draft>, weekday: &Found<Draft>) -> bool {
    let sign = |at: usize, signs: &[char]| signs.iter().any(|c| page.tokens[at].is_sign(*c));
    let (from, to) = (date.end as usize, weekday.end as usize);
    let closed = |signs: &[char]| to < page.tokens.len() && !page.tokens[to].starts_line() && sign(to, signs);
    weekday.start as usize == from + 1
        && !page.tokens[from].starts_line()
        && (sign(from, &['(']) && closed(&[')']) || sign(from, &['،', ',']) && closed(&['،', ',', '.']))
}

/// What is wrong and what would agree; nothing where the sighting of the moon explains it.
fn mismatch(time: &Time, weekday: Option<u8>) -> Option<String> {
    let day = time.from.filter(|from| time.to.is_some_and(|to| to.day == from.day))?.day;
    let Some(weekday) = weekday.map(weekday_named) else { return time.note.clone() };
    let off = (day.weekday().to_monday_zero_offset() - weekday.to_monday_zero_offset()).rem_euclid(7);
    if time.calendar == Calendar::Islamic && i32::from(off.min(7 - off)) <= SIGHTING {
        return None;
    }
    let agree = agreeing(day, weekday).into_iter().map(iso).collect::<Vec<_>>().join(" or ");
    let (own, said) = (weekday_name(day.weekday()), weekday_name(weekday));
    let year = if time.flags.contains(&TimeFlag::YearInferred) { " (its year is not printed)" } else { "" };
    Some(format!("{} is a {own}{year}, not a {said}; a {said} would be {agree}", iso(day)))
}

/// The days of that weekday that differ from `day` by one slip: another day number (the nearest), or the same one in the
/// month before or after, or in the year before or after.
fn agreeing(day: Date, weekday: Weekday) -> Vec<Date> {
    let near = (-3..=3).filter_map(|days: i64| day.checked_add(days.days()).ok());
    let near: Vec<_> = near.filter(|other| other.weekday() == weekday).collect();
    let month = [-1, 1].into_iter().filter_map(|months: i64| day.checked_add(months.months()).ok());
    let year = [-1, 1].into_iter().filter_map(|years: i64| day.checked_add(years.years()).ok());
    let slips = month.chain(year).filter(|other| other.day() == day.day() && other.weekday() == weekday);
    near.into_iter().chain(slips).collect()
}
