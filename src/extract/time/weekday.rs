//! `time/weekday`: a weekday, alone or with its date.

use super::clock;
use super::day::{lead, named};
use super::draft::{Draft, Point};
use super::word::{is_eponym, step_after, weekday};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::lexicon::{Class, ClassSet, Eponym};

pub(super) const RULE: Rule<Draft> = Rule {
    name: "time/weekday",
    starts: ClassSet::of(&[Class::Weekday, Class::TimeUnit, Class::DayLead, Class::This]),
    takes: &[
        "الخميس",
        "يوم الثلاثاء",
        "الخميس الماضي",
        "يوم الخميس، 20 يناير/كانون الثاني",
        "الأحد 24 نونبر 2019 - 18:40",
        "الخميس الموافق 20 يناير",
    ],
    leaves: &["صلاة الجمعة", "كل خميس", "العميد خميس", "المتهمين الاثنين"],
    find,
};

/// weekday ::= (يوم | هذا)? named joined-clock?
fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    let place = lead(at);
    if place.index() == at.index() && is_name(at) && step_after(at.after()).is_none() {
        return None;
    }
    let (date, end) = named(place)?;
    let (point, end) = clock::join(Point::of(date), end);
    Some(Match::between(at, end, Draft::point(point)))
}

/// صلاة الجمعة; or الاثنين that counts two of something definite.
fn is_name(at: Cursor<'_>) -> bool {
    at.previous().is_some_and(|p| {
        is_eponym(p, Eponym::OfWeekday) && !p.is_definite()
            || weekday(at) == Some(1) && (p.is(Class::Between) || p.is(Class::Dual) && p.is_definite())
    })
}
