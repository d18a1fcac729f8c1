//! `time/month`: a month by its name, with a year, a direction or in company that makes it one.

use super::calendar::month;
use super::draft::{Date, Draft, Year};
use super::stretch::month_of;
use super::word::{Read, is_joint};
use super::year::led_by;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::lexicon::{Class, ClassSet, Joint, MonthNames};

pub(super) const RULE: Rule<Draft> = Rule {
    name: "time/month",
    starts: ClassSet::of(&[Class::Month, Class::TimeUnit]),
    takes: &["آذار 2011", "آذار المقبل", "شهر رمضان", "يناير/كانون الثاني", "ديسمبر من العام الماضي"],
    leaves: &["شعبان عبد الرحيم", "نيسان", "ربيع", "تيريزا ماي"],
    find,
};

/// month ::= month-of | month, after في, منذ or حتى
fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    let (date, end) = month_of(at).or_else(|| led(at))?;
    Some(Match::between(at, end, Draft::date(date)))
}

fn led(at: Cursor<'_>) -> Read<'_, Date> {
    let sure = at.token().has_proclitic() || led_by(at, &[Joint::In, Joint::Spanning, Joint::To]);
    let (month, end) = month(at)?;
    let sure = sure || led_by(at, &[Joint::Of]) && end.here().is_some_and(|c| is_joint(c, Joint::To));
    let plain = match month.names {
        MonthNames::Gregorian => sure,
        MonthNames::Islamic => led_by(at, &[Joint::In, Joint::Spanning]) && end.index() > at.index(),
        MonthNames::Ambiguous | MonthNames::Libyan | MonthNames::English => false,
    };
    (plain && !at.has_article() && !at.token().has_conjunction())
        .then(|| (Date::Calendar(month.dated(Year::Missing, None)), end))
}
