//! Ordinals without their article: `2 = ["ثان", "ثاني", "ثانية"]`.

use super::{Row, Written, numbered};
use crate::error::Result;
use crate::lexicon::Sense;

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    numbered(list, Sense::Ordinal)
}
