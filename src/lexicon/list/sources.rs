//! Nouns that stand for a source: `people = ["مصادر"]`.

use super::{Row, named};
use crate::error::Result;
use crate::lexicon::{Sense, SourceNoun};

pub(super) fn rows(text: &str) -> Result<Vec<Row>> {
    named(text, |key| {
        Some(Sense::SourceNoun(match key {
            "body" => SourceNoun::Body,
            "channel" => SourceNoun::Channel,
            "outlet" => SourceNoun::Outlet,
            "people" => SourceNoun::People,
            "writing" => SourceNoun::Writing,
            _ => return None,
        }))
    })
}
