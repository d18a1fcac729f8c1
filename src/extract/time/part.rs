//! `time/part`: a part of a day, with the day.

use super::clock;
use super::day::part_of_day;
use super::draft::Draft;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::lexicon::{Class, ClassSet, DayPart, Sense};

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
    ],
    leaves: &["ظهر الرجل", "عصر النهضة", "ليلة القدر", "صباح الخير", "م"],
    find,
};

/// part ::= part-of-day joined-clock?
fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    if let Some((Sense::DayPart(DayPart::BeforeNoon | DayPart::AfterNoon), end)) = at.term(Class::DayPart)
        && end.index() == at.index() + 1
    {
        return None;
    }
    let (point, end) = part_of_day(at)?;
    let (point, end) = clock::join(point, end);
    Some(Match::between(at, end, Draft::point(point)))
}
