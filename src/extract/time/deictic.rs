//! `time/deictic`: a day by its distance from today.

use super::clock;
use super::day::{lead, shifted};
use super::draft::{Date, Draft, Point};
use super::word::{follows, is_joint};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::lexicon::{Class, ClassSet, Joint};

pub(super) const RULE: Rule<Draft> = Rule {
    name: "time/deictic",
    starts: ClassSet::of(&[Class::Deixis, Class::TimeUnit, Class::DayLead, Class::This]),
    takes: &[
        "اليوم",
        "أمس السبت",
        "يوم غد الثلاثاء",
        "أول أمس",
        "أول من أمس",
        "بعد غد",
        "يوم أمس الساعة 8 مساءً",
    ],
    leaves: &["في أمس الحاجة", "اليوم العالمي للمرأة", "صحيفة المصري اليوم", "تيار الغد"],
    find,
};

/// deictic ::= (يوم | هذا)? shifted joined-clock?
fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    let place = lead(at);
    let led = place.index() != at.index();
    let (date, end) = shifted(place)?;
    let bare_today = date == Date::Shift { days: 0, weekday: None };
    if !led && is_bare_morrow(place, date, end) || bare_today && is_label(at, end) {
        return None;
    }
    let (point, end) = clock::join(Point::of(date), end);
    Some(Match::between(at, end, Draft::point(point)))
}

/// غد by itself is part of a name more often than a day: تيار الغد. غداً is the day.
fn is_bare_morrow(at: Cursor<'_>, date: Date, end: Cursor<'_>) -> bool {
    let Date::Shift { days: 1, weekday: None } = date else { return false };
    let adverb = at.token().has_tanwin() || at.page().quote(at.stem()).ends_with('ا');
    let led = follows(at, Joint::To) || follows(at, Joint::Spanning) || is_start(at);
    !adverb && !led && end.index() == at.index() + 1
}

/// اعتبارا من الغد
fn is_start(at: Cursor<'_>) -> bool {
    let of = at.previous().filter(|c| is_joint(*c, Joint::Of));
    of.and_then(Cursor::previous).is_some_and(|c| is_joint(c, Joint::Starting))
}

/// Words of a line that is a label rather than a sentence.
const LABEL: usize = 3;

/// Whether اليوم closes the label of an outlet: a line of its own, or its part before a dash.
fn is_label(at: Cursor<'_>, end: Cursor<'_>) -> bool {
    let first = std::iter::successors(at.previous(), |c| c.previous()).take(LABEL).last();
    let Some(first) = first.filter(|f| f.token().starts_line()) else { return false };
    let words = at.index() - first.index();
    let dash = end.here().is_some_and(|c| ['–', '-', '|', '—', '/'].iter().any(|s| c.is_sign(*s)));
    words == 1 && end.here().is_none() || words < LABEL && dash
}
