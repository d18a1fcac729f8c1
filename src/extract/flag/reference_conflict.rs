//! `flag/reference-conflict`: the document's day is not the day that its text takes for today.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Check, flag, link, times};
use crate::extract::Reading;
use crate::extract::page::Page;
use crate::extract::rule::Found;
use crate::extract::time::{Draft, iso, weekday_name, weekday_named};
use crate::fact::{Calendar, Code, Detail, Fact, Link, Time, TimeFlag};

pub(super) const CHECK: Check = Check { name: "flag/reference-conflict", find };

/// Facts that one flag points to.
const REFS: usize = 8;
/// Days from the document's among which a weekday names one: a text is published a day or some days after it was
/// written, and may be written anew the day after.
const NEAR: &[i64] = &[-1, 1, -2, -3, -4, -5];

/// One flag for the document, at the first time that disagrees; it names every day that would agree with some.
fn find(page: &Page<'_>, reading: &Reading) -> Vec<Fact> {
    let Some((anchor, basis)) = reading.reference else { return Vec::new() };
    let today = anchor.moment.day;
    let mut first = None;
    let (mut days, mut refs) = (Vec::new(), Vec::new());
    for (fact, time, found) in times(page, reading) {
        let Some(day) = implied(time, found, today) else { continue };
        first.get_or_insert(fact.span);
        if !days.contains(&day) {
            days.push(day);
        }
        if refs.len() < REFS {
            refs.push(link(fact));
        }
    }
    let Some(span) = first else { return Vec::new() };
    days.sort_unstable();
    refs.extend(publication(reading));
    let agree = days.iter().map(|day| named(*day)).collect::<Vec<_>>();
    let message = format!(
        "the document's day is {} ({}), which is not the text's today; {} would agree",
        named(today),
        basis.name(),
        agree.join(" or ")
    );
    vec![flag(span, Code::ReferenceConflict, message, refs)]
}

/// The day that a time beside اليوم, أمس or غداً takes for today, where that is not the document's.
fn implied(time: &Time, found: &Found<Draft>, today: Date) -> Option<Date> {
    let shift = i64::from(found.value.shift()?);
    if !time.flags.contains(&TimeFlag::ReferenceConflict) {
        return None;
    }
    if found.value.is_dated() {
        let day = time.from?.day.checked_sub(shift.days()).ok()?;
        let sighted = time.calendar == Calendar::Islamic && (day - today).get_days().abs() <= 1;
        return (!sighted).then_some(day);
    }
    let weekday = weekday_named(found.value.weekday()?);
    NEAR.iter().find_map(|days| {
        let day = today.checked_add((*days).days()).ok()?;
        (day.checked_add(shift.days()).ok()?.weekday() == weekday).then_some(day)
    })
}

/// The time that says when the document was published.
fn publication(reading: &Reading) -> Option<Link> {
    let span = reading.published?.1?;
    let fact =
        reading.facts.iter().find(|fact| fact.span == span && matches!(fact.detail, Detail::Time(_)))?;
    Some(link(fact))
}

/// `Monday 2022-01-31`.
fn named(day: Date) -> String {
    format!("{} {}", weekday_name(day.weekday()), iso(day))
}
