//! Words that make what they govern other than a plain fact: `not = ["لم"]`.

use super::{Row, Written, named};
use crate::error::Result;
use crate::lexicon::{Mood, Sense};

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    named(list, |key| {
        Some(Sense::Mood(match key {
            "able" => Mood::Able,
            "attempted" => Mood::Attempted,
            "carry" => Mood::Carry,
            "deny" => Mood::Deny,
            "fact" => Mood::Fact,
            "failed" => Mood::Failed,
            "not" => Mood::Not,
            "not-ahead" => Mood::NotAhead,
            "not-any" => Mood::NotAny,
            "nothing" => Mood::Nothing,
            "perhaps" => Mood::Perhaps,
            "planned" => Mood::Planned,
            "possible" => Mood::Possible,
            "report" => Mood::Report,
            "restrict" => Mood::Restrict,
            "without" => Mood::Without,
            _ => return None,
        }))
    })
}
