//! `time/hijri-year`: a year of the Islamic calendar in figures, and two of them.

use super::calendar::is_loose;
use super::draft::{CalendarDate, Date, Draft, What, Year};
use super::word::{Read, digits};
use super::year::{Era, era, is_year_word, second};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::lexicon::{Class, ClassSet};

pub(super) const RULE: Rule<Draft> = Rule {
    name: "time/hijri-year",
    starts: ClassSet::of(&[Class::Digits, Class::TimeUnit]),
    takes: &["1445هـ", "١٤٤٥ هـ", "1445/1446هـ", "عام 1445-1446 هـ"],
    leaves: &["1445", "1445 قتيلاً", "12 هـ"],
    find,
};

/// hijri-year ::= (عام | سنة)? year ((/ | -) year)? هـ
fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    let place = if is_year_word(at) { at.next()? } else { at };
    let (first, end) = figure(place)?;
    let (last, end) = second(first, end).unwrap_or((first, end));
    let (Some(Era::Islamic), end) = era(end) else { return None };
    let what = if first == last { Draft::date(of(first)).what } else { What::Range(of(first), of(last)) };
    Some(Match::between(at, end, Draft { what, modifier: None }))
}

fn figure(at: Cursor<'_>) -> Read<'_, i32> {
    let (value, count) = digits(at).filter(|_| is_loose(at))?;
    (count == 4 && (1300..1500).contains(&value)).then(|| (value.cast_signed(), at.after()))
}

fn of(year: i32) -> Date {
    Date::Calendar(CalendarDate { islamic: true, year: Year::Stated(year), ..Default::default() })
}
