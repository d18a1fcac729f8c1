//! `time/part`: a part of a day, with the day.

use super::clock::{self, is_adverb};
use super::day::part_of_day;
use super::draft::{Draft, Point};
use super::word::{Read, day_part, is_joint, joined};
use super::year::led_by;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::lexicon::{Class, ClassSet, DayPart, Joint};

pub(super) const RULE: Rule<Draft> = Rule {
    name: "time/part",
    starts: ClassSet::of(&[Class::DayPart, Class::This]),
    takes: &[
        "مساء يوم الخميس الماضي 20 كانون الأول",
        "ليلة الجمعة",
        "ليل الثلاثاء - الأربعاء",
        "فجر اليوم",
        "مساء أمس الأحد",
        "الليلة الماضية",
        "هذا المساء",
        "ليلاً",
    ],
    leaves: &[
        "ظهر الرجل",
        "عصر النهضة",
        "ليلة القدر",
        "صباح الخير",
        "م",
        "ساعات الليل",
        "في الليل",
        "عصراً جديداً",
    ],
    find,
};

/// part ::= part-of-day joined-clock? | part as an adverb | definite part, after منذ or عند
fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    match day_part(at) {
        Some((DayPart::BeforeNoon | DayPart::AfterNoon, end)) if end.index() == at.index() + 1 => {
            return None;
        }
        None if !at.is(Class::This) => return None,
        _ => {}
    }
    let (point, end) = part_of_day(at).or_else(|| no_day(at))?;
    let (point, end) = clock::join(point, end);
    Some(Match::between(at, end, Draft::point(point)))
}

/// A part of some day: مساءً; منذ الفجر. The night as such is none.
fn no_day(at: Cursor<'_>) -> Read<'_, Point> {
    let (part, end) = day_part(at)?;
    (is_alone(at, part, end) || is_named(at, part, end))
        .then(|| (Point { part: Some(part), ..Point::default() }, end))
}

/// An adverb: not a night of some kind (ليلةٍ), nor night and day, a new age (عصراً جديداً) or the two who appeared (ظهرا).
fn is_alone(at: Cursor<'_>, part: DayPart, end: Cursor<'_>) -> bool {
    let adverb = is_adverb(at) && !at.has_article() && end.index() == at.index() + 1;
    let feminine = at.page().quote(at.stem()).contains('ة');
    let always = joined(end).is_some_and(|c| is_joint(c, Joint::Daytime));
    let other = match part {
        DayPart::Afternoon => end.here().is_some_and(|n| n.token().has_tanwin()),
        DayPart::Midday => !at.token().has_tanwin(),
        _ => false,
    };
    adverb && !feminine && !always && !other
}

/// With its article after منذ, حتى or عند.
fn is_named(at: Cursor<'_>, part: DayPart, end: Cursor<'_>) -> bool {
    let led = led_by(at, &[Joint::Spanning, Joint::To, Joint::Sharp]) && at.has_article();
    let qualified = end.here().is_some_and(|n| n.token().is_word() && n.is_definite());
    led && !qualified && !matches!(part, DayPart::Night | DayPart::Tonight)
}
