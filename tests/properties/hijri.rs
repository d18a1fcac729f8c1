//! Any day of 1900 to 2100, written as its date of the Islamic calendar, is read as that date and that civil day.

use icu_calendar::cal::Hijri as UmmAlQura;
use icu_calendar::{Date as IcuDate, Iso};
use jiff::civil::Date;
use proptest::prelude::*;
use tahqiq::extract::Context;
use tahqiq::fact::{Calendar, Hijri, TimeFlag};

use super::calendar::{self, DayStyle, EGYPTIAN, day, day_style, in_script};
use super::cases;
use super::dates::is_day;
use super::framed::{Framed, Outcome};

/// Spellings of each month, Muharram first.
const MONTHS: [&[&str]; 12] = [
    &["محرم", "محرّم", "المحرم"],
    &["صفر"],
    &["ربيع الأول", "ربيع الاول"],
    &["ربيع الآخر", "ربيع الثاني", "ربيع الاخر"],
    &["جمادى الأولى", "جمادى الاولى", "جمادي الأولى", "جمادى الأول"],
    &["جمادى الآخرة", "جمادى الثانية", "جمادي الاخرة"],
    &["رجب"],
    &["شعبان"],
    &["رمضان", "رمضان المبارك"],
    &["شوال", "شوّال"],
    &["ذي القعدة", "ذو القعدة", "ذي القعده"],
    &["ذي الحجة", "ذو الحجة", "ذي الحجه"],
];

/// The year, month and day by the calendar of Umm al-Qura.
fn umm_al_qura(day: Date) -> (i32, u8, u8) {
    let iso =
        IcuDate::<Iso>::try_new_iso(day.year().into(), day.month().unsigned_abs(), day.day().unsigned_abs());
    let date = iso.expect("a civil day").to_calendar(UmmAlQura::new_umm_al_qura());
    (date.year().extended_year(), date.month().ordinal, date.day_of_month().0)
}

fn is_hijri_day(framed: &Framed, day: Date) -> Outcome {
    let (year, month, hijri_day) = umm_al_qura(day);
    let time = framed.time(Context::default())?;
    is_day(&time, day, &framed.text)?;
    prop_assert_eq!(time.calendar, Calendar::Islamic, "{:?}", framed.text);
    let hijri = Hijri { year: Some(year), month: Some(month), day: Some(hijri_day) };
    prop_assert_eq!(time.hijri, Some(hijri), "{:?}", framed.text);
    prop_assert!(time.flags.is_empty(), "{:?} has {:?}", framed.text, time.flags);
    Ok(())
}

fn written(day: Date, style: &DayStyle, spelling: usize, (before, after): (&str, &str)) -> String {
    let (year, month, hijri_day) = umm_al_qura(day);
    let spellings = MONTHS[usize::from(month) - 1];
    let month = spellings[spelling % spellings.len()];
    let year = in_script(&year.to_string(), style.zero);
    format!("{}{month}{before}{year}{after}", style.day(hijri_day.cast_signed()))
}

fn year() -> impl Strategy<Value = (&'static str, &'static str)> {
    prop::sample::select(vec![
        (" ", ""),
        (" ", "هـ"),
        (" ", " هـ"),
        (" ", "ه"),
        (" ", " هجرية"),
        (" ", " هجري"),
        (" عام ", ""),
        (" عام ", "هـ"),
        (" لعام ", "هـ"),
        (" سنة ", " هـ"),
        (" ", " للهجرة"),
        (" من عام ", " هـ"),
    ])
}

fn after() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["", " في المدينة القديمة.", "، بحسب المصادر.", "."])
}

proptest! {
    #![proptest_config(cases(4000))]

    #[test]
    fn written_dates(day in day(), style in day_style(), spelling in 0_usize..12, year in year(), after in after()) {
        let text = written(day, &style, spelling, year);
        is_hijri_day(&Framed::new("وقع الحادث في ", &text, after), day)?;
    }

    #[test]
    fn numeric_dates(
        day in day(),
        separator in prop::sample::select(vec!["/", "-", "."]),
        year_first: bool,
        end in prop::sample::select(vec!["هـ", " هـ"]),
        after in after(),
    ) {
        let (year, month, hijri_day) = umm_al_qura(day);
        let s = separator;
        let digits = if year_first {
            format!("{year}{s}{month}{s}{hijri_day}")
        } else {
            format!("{hijri_day}{s}{month}{s}{year}")
        };
        let framed = Framed::new("وقع الحادث في ", &format!("{digits}{end}"), after);
        let time = framed.time(Context::default())?;
        is_day(&time, day, &framed.text)?;
        prop_assert_eq!(time.calendar, Calendar::Islamic, "{:?}", framed.text);
    }

    #[test]
    fn dates_in_two_calendars(
        day in day(),
        style in day_style(),
        spelling in 0_usize..12,
        joint in prop::sample::select(vec![" الموافق ", " الموافق لـ", "، الموافق ", " الموافق لـ "]),
        after in after(),
    ) {
        let month = EGYPTIAN[usize::from(day.month().unsigned_abs()) - 1];
        let civil = format!("{} {month} {}", day.day(), day.year());
        let text = format!("{}{joint}{civil}", written(day, &style, spelling, (" ", " هـ")));
        is_hijri_day(&Framed::new("وقع الحادث في ", &text, after), day)?;
    }

    #[test]
    fn a_second_calendar_agrees_within_a_day(
        day in day(),
        off in -9_i32..=9,
        style in day_style(),
        spelling in 0_usize..12,
        joint in prop::sample::select(vec![" الموافق ", " (", " - "]),
    ) {
        let civil = calendar::after(day, off);
        prop_assume!((1900..=2100).contains(&civil.year()));
        let month = EGYPTIAN[usize::from(civil.month().unsigned_abs()) - 1];
        let end = if joint == " (" { ")" } else { "" };
        let hijri = written(day, &style, spelling, (" ", " هـ"));
        let text = format!("{} {month} {}{joint}{hijri}{end}", civil.day(), civil.year());
        let framed = Framed::new("وقع الحادث في ", &text, "، بحسب المصادر.");
        let time = framed.time(Context::default())?;
        is_day(&time, civil, &framed.text)?;
        let flags: &[TimeFlag] = if off.abs() > 1 { &[TimeFlag::DateConflict] } else { &[] };
        prop_assert_eq!(&time.flags[..], flags, "{:?}", framed.text);
    }
}
