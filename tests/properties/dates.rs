//! Any day of 1900 to 2100, in every way of writing a Gregorian date, is read as that day, whole and without a flag
//! but for those that it deserves: two orders of day and month, or a weekday that is not its own.

use jiff::civil::Date;
use proptest::prelude::*;
use tahqiq::extract::Context;
use tahqiq::fact::{Basis, Calendar, Moment, Status, Time, TimeFlag, TimeType};

use super::calendar::{
    DayStyle, EGYPTIAN, LEVANTINE, YearStyle, day, day_style, in_script, month_name, script, weekday,
    weekday_name, year_style,
};
use super::cases;
use super::framed::{Framed, Outcome};

/// What may stand before a date and is no part of it.
const BEFORE: &[&str] = &[
    "",
    "وقع الحادث في ",
    "وقع الحادث في الـ",
    "تذكروا ذلك و",
    "تعود إلى ",
    "افتتح المعرض منذ ",
    "صدر البيان (",
    "قال: «",
    "وأعلن القرار بتاريخ ",
];

/// What may stand after a date and is no part of it.
const AFTER: &[&str] =
    &["", " في المدينة القديمة.", "، بحسب المصادر.", ".", ") في المدينة", "» ثم غادر", "؛ ثم غادر", "\n"];

pub(crate) const ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The time is the civil day `day` and says so itself.
pub(crate) fn is_day(time: &Time, day: Date, text: &str) -> Outcome {
    let moment = Some(Moment { day, clock: None });
    prop_assert_eq!((time.from, time.to), (moment, moment), "{:?}", text);
    prop_assert_eq!(time.kind, TimeType::Date, "{:?}", text);
    prop_assert_eq!(time.status, Status::Resolved, "{:?}", text);
    Ok(())
}

fn is_written_day(framed: &Framed, day: Date, flags: &[TimeFlag]) -> Outcome {
    let time = framed.time(Context::default())?;
    is_day(&time, day, &framed.text)?;
    prop_assert_eq!(&time.timex, &day.to_string(), "{:?}", framed.text);
    prop_assert_eq!(time.basis, Some(Basis::Stated));
    prop_assert_eq!(time.calendar, Calendar::Gregorian);
    prop_assert_eq!(&time.flags[..], flags, "{:?}", framed.text);
    Ok(())
}

/// Day, month and year in words.
pub(crate) fn written(date: Date, day: &DayStyle, months: &[String; 12], year: &YearStyle) -> String {
    let month = &months[usize::from(date.month().unsigned_abs()) - 1];
    format!("{}{month}{}", day.day(date.day()), year.year(date.year().unsigned_abs().into(), day.zero))
}

fn before() -> impl Strategy<Value = &'static str> {
    prop::sample::select(BEFORE)
}

pub(crate) fn after() -> impl Strategy<Value = &'static str> {
    prop::sample::select(AFTER)
}

/// What stands between a weekday and its date.
pub(crate) fn named() -> impl Strategy<Value = (&'static str, &'static str)> {
    prop::sample::select(vec![("", " "), ("", "، "), ("يوم ", " "), ("يوم ", "، "), ("يوم ", " الموافق ")])
}

/// A date in digits: the order of its parts, and what separates them.
#[derive(Debug, Clone, Copy)]
struct Numeric {
    year_first: bool,
    month_first: bool,
    padded: bool,
    separator: char,
}

fn numeric() -> impl Strategy<Value = Numeric> {
    (any::<[bool; 3]>(), prop::sample::select(vec!['/', '-', '.'])).prop_map(
        |([year_first, month_first, padded], separator)| Numeric {
            year_first,
            month_first,
            padded,
            separator,
        },
    )
}

impl Numeric {
    /// The date, and whether its day and month could stand in either order. The month is put first only before a day
    /// that can be no month.
    fn write(self, date: Date) -> (String, bool) {
        let two = |n: i8| if self.padded { format!("{n:02}") } else { n.to_string() };
        let (day, month, year) = (two(date.day()), two(date.month()), date.year().to_string());
        let s = self.separator;
        if self.year_first {
            return (format!("{year}{s}{month}{s}{day}"), false);
        }
        if self.month_first && date.day() > 12 {
            return (format!("{month}{s}{day}{s}{year}"), false);
        }
        (format!("{day}{s}{month}{s}{year}"), date.day() <= 12 && date.day() != date.month())
    }
}

proptest! {
    #![proptest_config(cases(5000))]

    #[test]
    fn written_dates(
        date in day(),
        day in day_style(),
        months in month_name(),
        year in year_style(),
        before in before(),
        after in after(),
    ) {
        let before = if day.ordinal { before.trim_end_matches("الـ") } else { before };
        is_written_day(&Framed::new(before, &written(date, &day, &months, &year), after), date, &[])?;
    }

    #[test]
    fn dates_with_a_sign_on_either_side_of_the_month(
        date in day(),
        region in prop::sample::select(vec![LEVANTINE, EGYPTIAN]),
        sign in prop::sample::select(vec!["/", "-", " - ", " / ", "."]),
        zero in script(),
        after in after(),
    ) {
        let month = region[usize::from(date.month().unsigned_abs()) - 1];
        let text = in_script(&format!("{}{sign}{month}{sign}{}", date.day(), date.year()), zero);
        is_written_day(&Framed::new("وقع الحادث في ", &text, after), date, &[])?;
    }

    #[test]
    fn numeric_dates(date in day(), numeric in numeric(), zero in script(), before in before(), after in after()) {
        let (text, either) = numeric.write(date);
        let flags: &[TimeFlag] = if either { &[TimeFlag::AmbiguousOrder] } else { &[] };
        is_written_day(&Framed::new(before, &in_script(&text, zero), after), date, flags)?;
    }

    #[test]
    fn english_dates(date in day(), day_first: bool, short: bool, comma: bool, after in after()) {
        let name = ENGLISH[usize::from(date.month().unsigned_abs()) - 1];
        let (name, comma) = (if short { &name[..3] } else { name }, if comma { "," } else { "" });
        let text = if day_first {
            format!("{} {name} {}", date.day(), date.year())
        } else {
            format!("{name} {}{comma} {}", date.day(), date.year())
        };
        is_written_day(&Framed::new("صدر البيان في ", &text, after), date, &[])?;
    }

    #[test]
    fn dates_with_their_weekday(
        date in day(),
        (lead, joint) in named(),
        day in day_style(),
        months in month_name(),
        year in year_style(),
        after in after(),
    ) {
        let date_text = written(date, &day, &months, &year);
        let text = format!("{lead}{}{joint}{date_text}", weekday_name(weekday(date)));
        is_written_day(&Framed::new("وقع الحادث ", &text, after), date, &[])?;
    }

    #[test]
    fn dates_with_another_weekday(
        date in day(),
        off in 1_i32..7,
        (lead, joint) in named(),
        day in day_style(),
        months in month_name(),
        year in year_style(),
        after in after(),
    ) {
        let date_text = written(date, &day, &months, &year);
        let text = format!("{lead}{}{joint}{date_text}", weekday_name(weekday(date) + off));
        is_written_day(&Framed::new("وقع الحادث ", &text, after), date, &[TimeFlag::WeekdayMismatch])?;
    }
}
