//! The early look at a number: whether what stands around it can make a time of it at all.
//!
//! Most numbers count something. One look at the word after the number spares them every rule.

use super::word::{NUMBERS, digits, follows, is_joint};
use crate::extract::cursor::Cursor;
use crate::lexicon::{Class, ClassSet, Joint};

/// What makes a time of the number before it.
const COMPANY: ClassSet = ClassSet::of(&[
    Class::DayPart,
    Class::Minutes,
    Class::Month,
    Class::Recurrence,
    Class::Teen,
    Class::TimeUnit,
    Class::Zone,
]);
/// Small words that go on from a number to what makes a time of it.
const LINKS: &[Joint] = &[
    Joint::And,
    Joint::BeforeLetter,
    Joint::Except,
    Joint::Gregorian,
    Joint::In,
    Joint::Islamic,
    Joint::IsoT,
    Joint::Of,
    Joint::TimeLetter,
    Joint::To,
    Joint::ZoneTime,
];
/// Signs that stand inside dates and clock times.
const SIGNS: &[char] = &['/', '-', '–', '—', '.', ':', '\\', 'ـ', '٫'];

/// Whether a time of some rule may begin here; `starts` are those of all rules.
pub(super) fn may_begin(at: Cursor<'_>, starts: ClassSet) -> bool {
    let classes = at.classes();
    if !classes.meets(starts) {
        return false;
    }
    classes.meets(starts.without(NUMBERS)) || is_accompanied(at)
}

fn is_accompanied(at: Cursor<'_>) -> bool {
    let end = at.numeral().map_or(at.after(), |(_, end)| end);
    at.next().is_some_and(|next| accompanies(at, next))
        || end.index() > at.index() + 1
            && (end.here().is_some_and(|next| accompanies(at, next))
                || end.previous().is_some_and(|last| last.is(Class::Recurrence)))
        || is_year(at)
        || at.is(Class::Ordinal) && follows(at, Joint::Sharp)
}

fn accompanies(at: Cursor<'_>, next: Cursor<'_>) -> bool {
    if !next.token().is_word() {
        return next.is(Class::Digits) || at.token().is_digits() && is_link(next);
    }
    let classes = next.classes();
    classes.meets(COMPANY)
        || classes.has(Class::Joint) && LINKS.iter().any(|joint| is_joint(next, *joint))
        || at.is(Class::Ordinal) && classes.meets(NUMBERS)
}

/// Four digits, which may be a year by themselves.
fn is_year(at: Cursor<'_>) -> bool {
    digits(at).is_some_and(|(_, count)| count == 4)
}

/// A sign inside a date, a clock time or a range, with more behind it.
fn is_link(sign: Cursor<'_>) -> bool {
    SIGNS.iter().any(|c| sign.is_sign(*c))
        && sign.next().is_some_and(|n| n.is_glued() || n.is(Class::Digits) || n.is(Class::Month))
}
