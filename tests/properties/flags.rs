//! Flags that are owed and those that are not: a weekday that is its date's is never flagged, whichever calendar words
//! and order it is written in, and one that is not always is.

use proptest::prelude::*;
use tahqiq::extract::Context;
use tahqiq::fact::{Code, Detail};

use super::calendar::{day, day_style, month_name, weekday, weekday_name, year_style};
use super::cases;
use super::dates::{after, named, written};
use super::framed::facts;

/// The flags of that code, as their quotations.
fn flagged(text: &str, code: Code) -> Vec<String> {
    let facts = facts(text, Context::default());
    let flags = facts.iter().filter(|fact| matches!(&fact.detail, Detail::Flag(flag) if flag.code == code));
    flags.map(|fact| text[fact.span.range()].to_owned()).collect()
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn weekdays_before_their_dates(
        date in day(),
        off in 0_i32..7,
        (lead, joint) in named(),
        day in day_style(),
        months in month_name(),
        year in year_style(),
        after in after(),
    ) {
        let quoted = format!("{lead}{}{joint}{}", weekday_name(weekday(date) + off), written(date, &day, &months, &year));
        let text = format!("وقع الحادث {quoted}{after}");
        let owed: Vec<String> = if off == 0 { Vec::new() } else { vec![quoted] };
        prop_assert_eq!(flagged(&text, Code::WeekdayMismatch), owed, "{:?}", text);
    }

    #[test]
    fn weekdays_after_their_dates(
        date in day(),
        off in 0_i32..7,
        (open, close) in prop::sample::select(vec![("، ", "،"), (" (", ")"), ("، ", ".")]),
        day in day_style(),
        months in month_name(),
        year in year_style(),
    ) {
        let date_text = written(date, &day, &months, &year);
        let quoted = format!("{date_text}{open}{}", weekday_name(weekday(date) + off));
        let text = format!("وقع الحادث في {quoted}{close}");
        let owed: Vec<String> = if off == 0 { Vec::new() } else { vec![quoted] };
        prop_assert_eq!(flagged(&text, Code::WeekdayMismatch), owed, "{:?}", text);
    }
}
