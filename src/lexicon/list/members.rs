//! Words after which a part of what was counted follows: `part = ["بينهم"]`.

use super::{Row, named};
use crate::error::Result;
use crate::lexicon::Sense;

pub(super) fn rows(text: &str) -> Result<Vec<Row>> {
    named(text, |key| (key == "part").then_some(Sense::Member))
}
