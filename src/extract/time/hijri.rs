//! The Islamic calendar: civil days by Umm al-Qura.

use std::ops::RangeInclusive;

use icu_calendar::cal::Hijri as Calendar;
use icu_calendar::{Date, Iso};
use jiff::civil;

/// Years that the calendar's tables hold; outside them its days would be arithmetic guesses.
const YEARS: RangeInclusive<i32> = 1300..=1600;

/// The civil day of a Hijri date, where it has one.
pub(super) fn civil_day(year: i32, month: u8, day: u8) -> Option<civil::Date> {
    if !YEARS.contains(&year) {
        return None;
    }
    let date = Date::try_new_hijri_with_calendar(year, month, day, Calendar::new_umm_al_qura()).ok()?;
    let iso: Date<Iso> = date.to_calendar(Iso);
    let year = i16::try_from(iso.year().extended_year()).ok()?;
    civil::Date::new(year, iso.month().ordinal.cast_signed(), iso.day_of_month().0.cast_signed()).ok()
}

/// The Hijri year, month and day of a civil day.
pub(super) fn of(day: civil::Date) -> Option<(i32, u8, u8)> {
    let iso =
        Date::try_new_iso(i32::from(day.year()), day.month().cast_unsigned(), day.day().cast_unsigned())
            .ok()?;
    let date = iso.to_calendar(Calendar::new_umm_al_qura());
    Some((date.year().extended_year(), date.month().ordinal, date.day_of_month().0))
}

/// First and last civil day of a Hijri month.
pub(super) fn civil_month(year: i32, month: u8) -> Option<(civil::Date, civil::Date)> {
    let next = if month == 12 { civil_day(year + 1, 1, 1) } else { civil_day(year, month + 1, 1) };
    Some((civil_day(year, month, 1)?, next?.yesterday().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_those_of_umm_al_qura() {
        let cases =
            [((1445, 1, 10), "2023-07-28"), ((1445, 9, 10), "2024-03-20"), ((1444, 9, 27), "2023-04-18")];
        for ((year, month, day), want) in cases {
            let civil = civil_day(year, month, day).expect("a day");
            assert_eq!(civil.to_string(), want);
            assert_eq!(of(civil), Some((year, month, day)));
        }
        assert_eq!(civil_day(1445, 1, 31), None);
    }
}
