//! Words for a toll and for how it changes: `noun = ["حصيلة"]`.

use super::{Row, Written, named};
use crate::error::Result;
use crate::fact::Update;
use crate::lexicon::{Sense, Toll};

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    named(list, |key| {
        Some(Sense::Toll(match key {
            "figure" => Toll::Figure,
            "link" => Toll::Link,
            "noun" => Toll::Noun,
            _ => Toll::Change(Update::named(key)?),
        }))
    })
}
