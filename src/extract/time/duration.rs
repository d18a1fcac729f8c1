//! `time/duration`: a length of time.

use super::draft::{Draft, Length};
use super::hedged::trailing;
use super::length::{length, row, single};
use super::word::{Read, follows, is_joint, step_after};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::TimeUnit;
use crate::lexicon::{Class, ClassSet, Joint, Sense};

pub(super) const RULE: Rule<Draft> = Rule {
    name: "time/duration",
    starts: ClassSet::of(&[
        Class::Digits,
        Class::Cardinal,
        Class::Scale,
        Class::Vague,
        Class::Fraction,
        Class::Minutes,
        Class::TimeUnit,
        Class::Several,
    ]),
    takes: &[
        "3 أيام",
        "شهرين",
        "نصف ساعة",
        "ساعة ونصف الساعة",
        "الساعات الـ24 الماضية",
        "الأيام الثلاثة الماضية",
    ],
    leaves: &[
        "محمد (34 عاماً)",
        "يبلغ من العمر 23 عاماً",
        "ذات التسعة أعوام",
        "يتراوح عمره بين «25» إلى «30 سنة»",
        "أشهر المطربين",
        "الأمين العام",
        "وقع عقدين",
    ],
    find,
};

/// duration ::= length step? hedge? | row | unit, after خلال or منذ
fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    let (length, end) = read(at)?;
    let (hedge, end) = trailing(end);
    Some(Match::between(at, end, Draft { modifier: hedge, ..Draft::length(length) }))
}

pub(super) fn read(at: Cursor<'_>) -> Read<'_, Length> {
    if let Some(found) = row(at) {
        return Some(found);
    }
    let Some((length, end)) = length(at) else { return spanned(at) };
    let stepped = step_after(end);
    let sure = stepped.is_some() || is_spanning(at) || length.unit != TimeUnit::Decade;
    if !sure || is_age(at, end, length) || is_part_of_number(at) {
        return None;
    }
    Some((length, stepped.map_or(end, |(_, after)| after)))
}

/// Whether the number is the tail of a longer expression, as in 3.14 or 114/2019.
fn is_part_of_number(at: Cursor<'_>) -> bool {
    at.token().is_digits() && !super::calendar::is_loose(at)
}

/// One unit by itself, after a word that says how long: خلال أسبوع; after بعد only where the phrase ends with it.
fn spanned(at: Cursor<'_>) -> Read<'_, Length> {
    let after = at.previous().is_some_and(|p| p.means(Sense::Offset(1)));
    if at.token().has_proclitic() || !is_spanning(at) && !after {
        return None;
    }
    single(at).filter(|(_, end)| !after || is_closed(*end))
}

/// Whether no adjective follows: من, على, a sign or nothing.
fn is_closed(end: Cursor<'_>) -> bool {
    end.here().is_none_or(|c| !c.token().is_word() || is_joint(c, Joint::Of) || is_joint(c, Joint::At))
}

fn is_spanning(at: Cursor<'_>) -> bool {
    follows(at, Joint::Spanning)
        || at.previous().is_some_and(|p| p.is(Class::Hedge) || p.means(Sense::Offset(-1)))
}

/// Words before a number among which a word of age makes it one.
const AGE_REACH: usize = 4;

/// The place before, past an article that stands alone: ذات الـ14 عاما.
fn skip_back(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let before = at.previous()?;
    if is_joint(before, Joint::Article) { before.previous() } else { Some(before) }
}

/// Whether a number of years is an age: after ذو, after عمره, in parentheses or between commas behind a name, before من العمر.
pub(super) fn is_age(at: Cursor<'_>, end: Cursor<'_>, length: Length) -> bool {
    if !matches!(length.unit, TimeUnit::Year | TimeUnit::Month) {
        return false;
    }
    let owner = skip_back(at);
    if owner.is_some_and(|c| is_joint(c, Joint::Aged)) {
        return true;
    }
    let clause = std::iter::successors(at.previous(), |c| c.previous())
        .take_while(|c| ![':', '.', '؛'].iter().any(|stop| c.is_sign(*stop)));
    let mut before = clause.filter(|c| c.token().is_word()).take(AGE_REACH);
    if before.any(|c| is_joint(c, Joint::Age)) {
        return true;
    }
    let after = end.here().filter(|c| is_joint(*c, Joint::Of)).and_then(Cursor::next);
    if after.is_some_and(|c| is_joint(c, Joint::Age)) {
        return true;
    }
    let enclosed = |open: char, close: char| {
        at.previous().is_some_and(|p| p.is_sign(open)) && end.here().is_some_and(|c| c.is_sign(close))
    };
    length.unit == TimeUnit::Year && (enclosed('(', ')') || enclosed('،', '،') || enclosed(',', ','))
}
