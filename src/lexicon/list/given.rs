//! Given names, and words that the next one completes to a name: `part = ["أبو"]`.

use super::{Row, Written, named};
use crate::error::Result;
use crate::lexicon::{NamePart, Sense};

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    named(list, |key| {
        Some(Sense::NamePart(match key {
            "given" => NamePart::Given,
            "link" => NamePart::Link,
            "part" => NamePart::Opening,
            _ => return None,
        }))
    })
}
