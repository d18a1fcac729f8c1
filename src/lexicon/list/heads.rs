//! Words before a name that tell what it names: `place = ["مدينة"]`.

use super::{Row, named};
use crate::error::Result;
use crate::fact::EntityKind;
use crate::lexicon::Sense;

pub(super) fn rows(text: &str) -> Result<Vec<Row>> {
    named(text, |key| {
        Some(Sense::NameHead(match key {
            "actor" => EntityKind::Actor,
            "outlet" => EntityKind::Outlet,
            "place" => EntityKind::Place,
            _ => return None,
        }))
    })
}
