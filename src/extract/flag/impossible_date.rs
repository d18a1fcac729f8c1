//! `flag/impossible-date`: a date that no calendar has.

use super::{Check, flag, link, times};
use crate::extract::Reading;
use crate::extract::page::Page;
use crate::fact::{Calendar, Code, Fact, Time, TimeFlag};

pub(super) const CHECK: Check = Check { name: "flag/impossible-date", find };

fn find(page: &Page<'_>, reading: &Reading) -> Vec<Fact> {
    let dates = times(page, reading).filter(|(_, time, _)| time.flags.contains(&TimeFlag::ImpossibleDate));
    dates.map(|(fact, time, _)| flag(fact.span, Code::ImpossibleDate, day(time), vec![link(fact)])).collect()
}

fn day(time: &Time) -> String {
    match time.calendar {
        Calendar::Islamic => "the Islamic calendar has no such day".to_owned(),
        Calendar::Gregorian => match time.timex.strip_prefix("XXXX-") {
            Some(date) => format!("no year has the day {date} (month-day)"),
            None => format!("the calendar has no day {}", time.timex),
        },
    }
}
