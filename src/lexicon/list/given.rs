//! Given names, and words that the next one completes to a name: `part = ["أبو"]`.

use super::{Row, named};
use crate::error::Result;
use crate::lexicon::{NamePart, Sense};

pub(super) fn rows(text: &str) -> Result<Vec<Row>> {
    named(text, |key| {
        Some(Sense::NamePart(match key {
            "given" => NamePart::Given,
            "link" => NamePart::Link,
            "part" => NamePart::Opening,
            _ => return None,
        }))
    })
}
