//! `time/date`: a date of a calendar, perhaps with its clock time.

use super::calendar::{calendar, is_loose};
use super::clock;
use super::day::lead;
use super::draft::{Date, Draft, Point, Year};
use super::word::is_eponym;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::lexicon::{Class, ClassSet, Eponym};

pub(super) const RULE: Rule<Draft> = Rule {
    name: "time/date",
    starts: ClassSet::of(&[
        Class::Digits,
        Class::Ordinal,
        Class::Cardinal,
        Class::Month,
        Class::TimeUnit,
        Class::DayLead,
    ]),
    takes: &[
        "20 كانون الأول",
        "يوم 6 ماي 2018",
        "14 شباط 2019",
        "الثاني والعشرين من شباط 2020",
        "22/01/2022",
        "14 - 10 - 1436",
        "17\\10\\1436ه",
        "2022.01.24",
        "2022-01-24T12:30:00+02:00",
        "March 18, 2021",
        "10 محرم 1445 هـ",
        "3 آذار/مارس 2021",
        "13 يونيو 2023، الساعة 14:20 بتوقيت الخرطوم",
        "5 النوار 1986",
        "فاتح شتنبر",
        "غرة مارس",
    ],
    leaves: &["114/2019", "2-1", "3.14", "الثاني من الفريق", "5 الربيع", "فاتح"],
    find,
};

/// date ::= (يوم | نهار)? calendar joined-clock?
fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    let place = lead(at);
    if place.token().is_digits() && !is_loose(place) {
        return None;
    }
    let (date, end) = calendar(place)?;
    let named = is_named(at) && !matches!(date.year, Year::Stated(_) | Year::Toward(_));
    let point = Point { named, ..Point::of(Date::Calendar(date)) };
    let (point, end) = clock::join(point, end);
    Some(Match::between(at, end, Draft::point(point)))
}

/// After a word for what is named after a day (شارع 29 أيار), or after one with a genitive of its own (حركة شباب 6 أبريل).
fn is_named(at: Cursor<'_>) -> bool {
    let namer = |c: Cursor<'_>| is_eponym(c, Eponym::OfDate) && !c.is_definite();
    let Some(before) = at.previous().filter(|p| p.token().is_word()) else { return false };
    let genitive = before.is(Class::Noun) && !before.is_definite() && !before.token().has_proclitic();
    namer(before) || genitive && before.previous().is_some_and(namer)
}
