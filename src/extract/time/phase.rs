//! `time/phase`: the beginning, middle or end of a stretch of the calendar.

use super::calendar::month;
use super::draft::{Date, Draft, Year};
use super::stretch::{self, month_of};
use super::word::{Read, is_unit, skip, unit};
use super::year;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::TimeUnit;
use crate::lexicon::{Class, ClassSet, Joint, MonthNames, Sense, UnitForm};

pub(super) const RULE: Rule<Draft> = Rule {
    name: "time/phase",
    starts: ClassSet::of(&[Class::Phase]),
    takes: &[
        "منتصف آذار 2011",
        "مطلع عام 2020",
        "أواخر حزيران",
        "أوائل العام 2019",
        "نهاية الأسبوع",
        "بداية 2020",
    ],
    leaves: &["منتصف الطريق", "نهاية المباراة", "العشر الأواخر من رمضان", "بداية"],
    find,
};

/// phase ::= phase-word (من)? (month | stretch | year | definite unit)
fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    let phase = at.sense(Class::Phase, |sense| match sense {
        Sense::Phase(phase) => Some(phase),
        _ => None,
    })?;
    if at.has_article() {
        return None;
    }
    let place = skip(at.next()?, Joint::Of);
    let (date, end) = month_of(place)
        .or_else(|| stretch::read(place))
        .or_else(|| plain_month(place))
        .or_else(|| year::bare(place).map(|(year, end)| (Date::Years(year, year), end)))
        .or_else(|| current(place))?;
    Some(Match::between(at, end, Draft { modifier: Some(phase), ..Draft::date(date) }))
}

fn plain_month(at: Cursor<'_>) -> Read<'_, Date> {
    let (month, end) = month(at)?;
    let plain = matches!(month.names, MonthNames::Gregorian | MonthNames::Ambiguous | MonthNames::Islamic);
    (plain && !at.has_article()).then(|| (Date::Calendar(month.dated(Year::Missing, None)), end))
}

/// The week, month or year itself, which is the present one: نهاية الأسبوع.
fn current(at: Cursor<'_>) -> Read<'_, Date> {
    let (unit, UnitForm::Singular) = unit(at)? else { return None };
    let calendar = matches!(unit, TimeUnit::Week | TimeUnit::Month | TimeUnit::Year) && at.has_article();
    let head =
        at.next().is_some_and(|n| n.token().is_word() && n.is_definite() && !is_unit(n, TimeUnit::Day));
    (calendar && !head).then(|| (Date::Stretch(unit, 0), at.after()))
}
