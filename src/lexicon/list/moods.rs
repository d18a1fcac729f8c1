//! Words that make what they govern other than a plain fact.

use super::{Row, named};
use crate::error::Result;

pub(super) fn rows(text: &str) -> Result<Vec<Row>> {
    named(text, |_| None)
}
