//! `time/vague`: a time without a place in the calendar.

use super::draft::{Draft, What};
use super::word::{is_joint, tense};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::lexicon::{Class, ClassSet, Joint, Sense, Tense, VagueTime};

pub(super) const RULE: Rule<Draft> = Rule {
    name: "time/vague",
    starts: ClassSet::of(&[Class::VagueTime]),
    takes: &["مؤخراً", "حالياً", "حتى إشعار آخر"],
    leaves: &["حتى الحدود", "قريباً من الحدود", "كان قريباً", "يكون قريبا منهم"],
    find,
};

/// vague ::= vague-word, not before من: قريباً من is near, as is كان قريباً
fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    let (Sense::VagueTime(vague), end) = at.term(Class::VagueTime)? else { return None };
    let predicate = vague == VagueTime::Future && at.previous().and_then(tense) == Some(Tense::Past);
    if predicate || end.here().is_some_and(|n| is_joint(n, Joint::Of) || is_joint(n, Joint::OfThem)) {
        return None;
    }
    Some(Match::between(at, end, Draft { what: What::Vague(vague), modifier: None }))
}
