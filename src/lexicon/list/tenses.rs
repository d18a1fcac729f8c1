//! How a clause looks at what it tells: `ahead = ["سوف"]`.

use super::{Row, named};
use crate::error::Result;
use crate::lexicon::{Sense, Tense};

pub(super) fn rows(text: &str) -> Result<Vec<Row>> {
    named(text, |key| {
        let tense = match key {
            "ahead" => Tense::Ahead,
            "noun" => Tense::Noun,
            "past" => Tense::Past,
            "told" => Tense::Told,
            _ => return None,
        };
        Some(Sense::Tense(tense))
    })
}
