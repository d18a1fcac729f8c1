//! Outlets, agencies and networks. The shape of the rows is that of every roster.

use super::{Row, Written, roster};
use crate::error::Result;
use crate::fact::EntityKind;

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    roster::rows(list, EntityKind::Outlet, "out:")
}
