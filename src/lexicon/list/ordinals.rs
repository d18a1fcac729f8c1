//! Ordinals without their article: `2 = ["ثان", "ثاني", "ثانية"]`.

use super::{Row, numbered};
use crate::error::Result;
use crate::lexicon::Sense;

pub(super) fn rows(text: &str) -> Result<Vec<Row>> {
    numbered(text, Sense::Ordinal)
}
