//! Days by their distance from a reference: counted days, words for the days around today, weekdays of the last and
//! next week, and dates without a year, each computed here by itself. Without a reference none of them is a day.

use jiff::civil::Date;
use proptest::prelude::*;
use tahqiq::extract::{Anchor, Context};
use tahqiq::fact::{Basis, Status, TimeFlag};

use super::calendar::{after, day, day_style, in_script, script, sure_month_name, weekday, weekday_name};
use super::cases;
use super::dates::is_day;
use super::framed::{Framed, Outcome};
use super::speller::{Case, Gender, Syntax, Taste, spell};
use super::typist::{Typist, typist};

/// Words for the days around today, and how far they are from it.
const NEAR: &[(&str, i32)] = &[
    ("اليوم", 0),
    ("أمس", -1),
    ("يوم أمس", -1),
    ("أول أمس", -2),
    ("أول من أمس", -2),
    ("غداً", 1),
    ("غدا", 1),
    ("يوم غد", 1),
    ("بعد غد", 2),
    ("بعد غدٍ", 2),
];

fn from(reference: Date) -> Context {
    let anchor = Anchor::parse(&reference.to_string()).expect("a date");
    Context { reference: Some(anchor), published: None }
}

/// With the reference the text means `day`; without one it means none.
fn is_relative_day(framed: &Framed, reference: Date, day: Date) -> Outcome {
    let time = framed.time(from(reference))?;
    is_day(&time, day, &format!("{} on {reference}", framed.text))?;
    prop_assert_eq!(time.basis, Some(Basis::Reference));
    let alone = framed.time(Context::default())?;
    prop_assert_eq!((alone.from, alone.to, alone.basis), (None, None, None), "{:?}", framed.text);
    prop_assert_ne!(alone.status, Status::Resolved);
    Ok(())
}

/// So many days in words or digits, with the noun that they govern.
fn days(n: u32, digits: Option<char>, typist: &Typist) -> String {
    let syntax = Syntax { gender: Gender::Masculine, case: Case::Genitive, construct: true };
    let number = match digits {
        Some(zero) => in_script(&n.to_string(), zero),
        None => typist.number(&spell(n.into(), syntax, &Taste::PLAIN)),
    };
    match n % 100 {
        _ if n == 1 => "يوم".into(),
        _ if n == 2 => "يومين".into(),
        3..=10 => format!("{number} أيام"),
        11..=99 => format!("{number} يوماً"),
        _ => format!("{number} يوم"),
    }
}

/// The year whose day of that month and day is nearest to the reference; none where two are equally near.
fn nearest(reference: Date, day: Date) -> Option<Date> {
    let years = reference.year() - 8..=reference.year() + 8;
    let mut days: Vec<_> = years.filter_map(|y| Date::new(y, day.month(), day.day()).ok()).collect();
    let distance = |d: &Date| (*d - reference).get_days().abs();
    days.sort_by_key(distance);
    (distance(&days[0]) < distance(&days[1])).then(|| days[0])
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn counted_days(
        reference in day(),
        n in prop_oneof![1_u32..32, 32_u32..300].prop_filter("no noun after it", |n| *n < 3 || n % 100 > 2),
        past: bool,
        digits in prop::option::of(script()),
        typist in typist(),
    ) {
        // After an event of the past, بعد counts from that event: only what is to come is counted from today.
        let (verb, word, to) = if past { ("بدأ العرض ", "قبل", -1) } else { ("سيبدأ العرض ", "بعد", 1) };
        let framed = Framed::new(verb, &format!("{word} {}", days(n, digits, &typist)), "، بحسب المصادر.");
        is_relative_day(&framed, reference, after(reference, to * n.cast_signed()))?;
    }

    #[test]
    fn days_around_today(
        reference in day(),
        (word, distance) in prop::sample::select(NEAR),
        end in prop::sample::select(vec!["، بحسب المصادر.", " في المدينة القديمة.", "."]),
    ) {
        is_relative_day(&Framed::new("وصل الوفد ", word, end), reference, after(reference, distance))?;
    }

    #[test]
    fn weekdays_of_the_last_and_next_week(
        reference in day(),
        number in 0_i32..7,
        (step, past) in prop::sample::select(vec![
            ("الماضي", true), ("الفائت", true), ("المنصرم", true), ("المقبل", false), ("القادم", false),
        ]),
        lead in prop::sample::select(vec!["", "يوم "]),
    ) {
        let ahead = (7 + number - weekday(reference)) % 7;
        let days = match (past, ahead) {
            (true, _) => ahead - 7,
            (false, 0) => 7,
            (false, _) => ahead,
        };
        // The noun is feminine in الجمعة by its letters only: its adjective agrees with the day, which is masculine.
        let framed = Framed::new("وصل الوفد ", &format!("{lead}{} {step}", weekday_name(number)), "، بحسب المصادر.");
        is_relative_day(&framed, reference, after(reference, days))?;
    }

    #[test]
    fn a_bare_weekday_of_a_report_is_the_last_one_up_to_today(reference in day(), number in 0_i32..7, led: bool) {
        let lead = if led { "يوم " } else { "" };
        let back = (7 + weekday(reference) - number) % 7;
        let framed = Framed::new("وصل الوفد ", &format!("{lead}{}", weekday_name(number)), "، بحسب المصادر.");
        is_relative_day(&framed, reference, after(reference, -(back)))?;
    }

    #[test]
    fn a_date_without_its_year_takes_the_nearest(
        reference in day(),
        date in day(),
        style in day_style(),
        months in sure_month_name(),
    ) {
        let Some(nearest) = nearest(reference, date) else { return Ok(()) };
        let month = &months[usize::from(date.month().unsigned_abs()) - 1];
        let framed = Framed::new("وقع الحادث في ", &format!("{}{month}", style.day(date.day())), " في المدينة القديمة.");
        let time = framed.time(from(reference))?;
        is_day(&time, nearest, &format!("{} on {reference}", framed.text))?;
        prop_assert_eq!(&time.flags[..], &[TimeFlag::YearInferred]);
        let alone = framed.time(Context::default())?;
        prop_assert_eq!((alone.from, alone.status), (None, Status::Partial));
    }
}
