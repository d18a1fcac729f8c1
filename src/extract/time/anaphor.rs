//! `time/anaphor`: a day, month or year that the text has spoken of.

use super::draft::{Date, Draft, Point};
use super::word::{Read, day_part, is_joint, unit};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::TimeUnit;
use crate::lexicon::{Class, ClassSet, DayPart, Joint, Sense, UnitForm};

pub(super) const RULE: Rule<Draft> = Rule {
    name: "time/anaphor",
    starts: ClassSet::of(&[Class::Anaphor, Class::Deixis, Class::DayPart, Class::TimeUnit]),
    takes: &["اليوم نفسه", "الليلة ذاتها", "العام نفسه", "ذلك اليوم", "تلك الليلة", "نفس الشهر"],
    leaves: &["الرجل نفسه", "ذلك الرجل", "اليوم العالمي", "نفس الساعة التي", "ذلك العصر"],
    find,
};

fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    let (point, end) = read(at)?;
    Some(Match::between(at, end, Draft::point(point)))
}

/// The day of a part of it: مساء اليوم نفسه.
pub(super) fn day(at: Cursor<'_>) -> Read<'_, Date> {
    let (point, end) = read(at).filter(|(point, _)| point.part.is_none())?;
    point.date.filter(|date| *date == Date::Anaphoric(TimeUnit::Day)).map(|date| (date, end))
}

/// anaphor ::= (ذلك | نفس) definite | definite (نفسه | ذاته)
fn read(at: Cursor<'_>) -> Read<'_, Point> {
    if let Some(place) = before(at) {
        return definite(place);
    }
    let (point, end) = definite(at)?;
    itself(end).map(|end| (point, end))
}

fn before(at: Cursor<'_>) -> Option<Cursor<'_>> {
    (is_joint(at, Joint::Selfsame) || is_joint(at, Joint::Aged)).then(|| at.next()).flatten()
}

fn itself(end: Cursor<'_>) -> Option<Cursor<'_>> {
    end.here().filter(|c| is_joint(*c, Joint::Itself)).map(Cursor::after)
}

/// definite ::= اليوم | الشهر | الليلة
fn definite(at: Cursor<'_>) -> Read<'_, Point> {
    let unit = match unit(at) {
        Some((unit, UnitForm::Singular)) if unit >= TimeUnit::Day && at.has_article() => Some(unit),
        _ => at.means(Sense::DayShift(0)).then_some(TimeUnit::Day),
    };
    if let Some(unit) = unit {
        return Some((Point::of(Date::Anaphoric(unit)), at.after()));
    }
    // العصر is as often an age.
    if !at.is_definite() {
        return None;
    }
    let (part, end) = day_part(at).filter(|(part, _)| *part != DayPart::Afternoon)?;
    let part = if part == DayPart::Tonight { DayPart::Night } else { part };
    Some((Point { part: Some(part), ..Point::of(Date::Anaphoric(TimeUnit::Day)) }, end))
}
