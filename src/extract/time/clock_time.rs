//! `time/clock`: a clock time, perhaps with its date after it.

use super::clock::clock_first;
use super::draft::Draft;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::lexicon::{Class, ClassSet};

pub(super) const RULE: Rule<Draft> = Rule {
    name: "time/clock",
    starts: ClassSet::of(&[Class::Clock, Class::Digits, Class::Ordinal, Class::Cardinal]),
    takes: &[
        "الساعة 8 مساءً",
        "الساعة الثالثة والنصف عصراً",
        "الثامنة إلا ربعاً صباحاً",
        "الخامسة وعشر دقائق مساءً",
        "14:30",
        "الساعة 02.15 بعد منتصف الليل",
        "الساعة 20:00 بتوقيت دمشق يوم 20/1/2022",
        "الساعة 18:00 ت غ",
        "الساعة 23:11 من يوم الجمعة 22 نونبر",
        "الثانية عشرة إلا عشر دقائق",
        "الخامسة والنصف إلا خمس دقائق",
        "الحادية عشرة والنصف",
        "8:14 PM · Jan 22, 2022",
        "12:40 ظ",
    ],
    leaves: &[
        "الساعة الذهبية",
        "8 م",
        "الثامنة",
        "2:1",
        "ساعة",
        "الثانية والنصف الأول",
        "المباراة الثانية والنصف",
        "الطريق رقم 5 مساء الخميس",
    ],
    find,
};

/// clock ::= clock-first
fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    let (point, end) = clock_first(at)?;
    Some(Match::between(at, end, Draft::point(point)))
}
