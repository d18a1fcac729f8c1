//! Time zones: what a zone is called by after بتوقيت, under its IANA name.

use super::{Row, Written, named};
use crate::error::Result;
use crate::lexicon::Sense;

/// A zone's name outlives its list: a sense is copied into every answer, and there is one per row of a list.
pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    named(list, |key| Some(Sense::Zone(Box::leak(key.to_owned().into_boxed_str()))))
}
