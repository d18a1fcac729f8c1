//! How a clause looks at what it tells: `ahead = ["سوف"]`.

use super::{Row, Written, named};
use crate::error::Result;
use crate::lexicon::{Sense, Tense};

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    named(list, |key| {
        let tense = match key {
            "ahead" => Tense::Ahead,
            "back" => Tense::Back,
            "noun" => Tense::Noun,
            "past" => Tense::Past,
            "plan" => Tense::Plan,
            "since" => Tense::Since,
            _ => return None,
        };
        Some(Sense::Tense(tense))
    })
}
