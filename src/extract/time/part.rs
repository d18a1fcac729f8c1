//! `time/part`: a part of a day, with the day.

use super::clock::{self, is_adverb};
use super::day::part_of_day;
use super::draft::{Draft, Point};
use super::word::{Read, day_part, is_joint, joined};
use super::year::led_by;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::lexicon::{Class, ClassSet, DayPart, Joint, Sense};

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
    if let Some((Sense::DayPart(DayPart::BeforeNoon | DayPart::AfterNoon), end)) = at.term(Class::DayPart)
        && end.index() == at.index() + 1
    {
        return None;
    }
    let (point, end) = part_of_day(at).or_else(|| no_day(at))?;
    let (point, end) = clock::join(point, end);
    Some(Match::between(at, end, Draft::point(point)))
}

/// A part of some day: مساءً; منذ الفجر. The night as such is none.
fn no_day(at: Cursor<'_>) -> Read<'_, Point> {
    let (part, end) = day_part(at)?;
    let led = led_by(at, &[Joint::Spanning, Joint::To, Joint::Sharp]) && at.has_article();
    let named = led && !matches!(part, DayPart::Night | DayPart::Tonight);
    let qualified =
        end.here().is_some_and(|n| n.token().has_tanwin() || n.token().is_word() && named && n.is_definite());
    let adverb =
        is_adverb(at) && !at.has_article() && end.index() == at.index() + 1 && is_sure(at, part, end);
    ((adverb || named) && !qualified).then(|| (Point { part: Some(part), ..Point::default() }, end))
}

/// Not in a night of some kind (ليلةٍ), nor night and day, nor the two who appeared (ظهرا).
fn is_sure(at: Cursor<'_>, part: DayPart, end: Cursor<'_>) -> bool {
    let feminine = at.page().quote(at.stem()).contains('ة');
    let always = joined(end).is_some_and(|c| is_joint(c, Joint::Daytime));
    !feminine && !always && (part != DayPart::Midday || at.token().has_tanwin())
}
