//! Words that begin another clause: `words = ["فيما"]`.

use super::{Row, named};
use crate::error::Result;
use crate::lexicon::Sense;

pub(super) fn rows(text: &str) -> Result<Vec<Row>> {
    named(text, |key| (key == "words").then_some(Sense::Clause))
}
