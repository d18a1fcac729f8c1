//! Words that the name of a person does not hold: `particle = ["في"]`.

use super::{Row, Written, named};
use crate::error::Result;
use crate::lexicon::{NamePart, Sense};

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    named(list, |key| {
        Some(Sense::NamePart(match key {
            "namesake" => NamePart::Namesake,
            "noun" => NamePart::Office,
            "particle" | "verb" => NamePart::Never,
            _ => return None,
        }))
    })
}
