//! Actors by the conflict or country that they are of. The shape of the rows is that of every roster.

use super::{Row, roster};
use crate::error::Result;
use crate::fact::EntityKind;

pub(super) fn rows(text: &str) -> Result<Vec<Row>> {
    roster::rows(text, EntityKind::Actor, "org:")
}
