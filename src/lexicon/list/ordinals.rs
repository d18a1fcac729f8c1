//! Ordinals without their article: `2 = ["ثان", "ثاني", "ثانية"]`.

use super::{Row, Source, numbered};
use crate::error::Result;
use crate::lexicon::Sense;

pub(super) fn rows(list: Source<'_>) -> Result<Vec<Row>> {
    numbered(list, Sense::Ordinal)
}
