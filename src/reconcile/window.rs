//! Windows: stretches of days within which claims are about the same.

use jiff::civil::Date;

use super::testimony::Testimony;

/// The days of an entry; none where none of its claims has a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Window {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
}

/// The testimonies of one predicate and place, by stretches of at most `days` days more than one: a stretch begins with
/// the first day that no stretch before it has. What tells of a longer time than that stands with what tells of the very
/// same time. What has no day stands with the others where these are all of one stretch, else by itself.
pub(super) fn windows(testimonies: Vec<Testimony>, days: u32) -> Vec<(Option<Window>, Vec<Testimony>)> {
    let (mut dated, undated): (Vec<_>, Vec<_>) =
        testimonies.into_iter().partition(|testimony| testimony.days.event.is_some());
    dated.sort_by_key(|testimony| {
        let window = window(testimony);
        (window.is_some_and(|window| is_long(window, days)), window)
    });
    let mut windows: Vec<(Option<Window>, Vec<Testimony>)> = Vec::new();
    for testimony in dated {
        let Some(own) = window(&testimony) else { continue };
        match windows.last_mut() {
            Some((Some(last), members)) if joins(*last, own, days) => {
                last.to = last.to.max(own.to);
                members.push(testimony);
            }
            _ => windows.push((Some(own), vec![testimony])),
        }
    }
    match windows.as_mut_slice() {
        _ if undated.is_empty() => {}
        [(_, only)] => only.extend(undated),
        _ => windows.push((None, undated)),
    }
    windows
}

fn window(testimony: &Testimony) -> Option<Window> {
    testimony.days.event.map(|(from, to)| Window { from, to })
}

/// Whether `own` is about the time of the stretch `last`, which began no later. A stretch grows to the last day of its
/// members, each of which begins within it.
fn joins(last: Window, own: Window, days: u32) -> bool {
    if is_long(own, days) {
        return own == last;
    }
    day_number(own.from) - day_number(last.from) <= i64::from(days)
}

fn is_long(window: Window, days: u32) -> bool {
    day_number(window.to) - day_number(window.from) > i64::from(days)
}

/// Days since a fixed day long ago.
fn day_number(day: Date) -> i64 {
    let first = Date::constant(1, 1, 1);
    (day - first).get_days().into()
}
