//! `time/vague`: a time without a place in the calendar.

use super::draft::{Draft, What};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::lexicon::{Class, ClassSet, Sense};

pub(super) const RULE: Rule<Draft> = Rule {
    name: "time/vague",
    starts: ClassSet::of(&[Class::VagueTime]),
    takes: &["مؤخراً", "حالياً", "حتى إشعار آخر"],
    leaves: &["حتى الحدود"],
    find,
};

/// vague ::= vague-word
fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    let (Sense::VagueTime(vague), end) = at.term(Class::VagueTime)? else { return None };
    Some(Match::between(at, end, Draft { what: What::Vague(vague), modifier: None }))
}
