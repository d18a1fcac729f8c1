//! Outlets and agencies.

use super::{Row, named};
use crate::error::Result;

pub(super) fn rows(text: &str) -> Result<Vec<Row>> {
    named(text, |_| None)
}
