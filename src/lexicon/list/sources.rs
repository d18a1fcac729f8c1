//! Nouns that stand for a source, `people = ["مصادر"]`, and the words that من takes it from: `several = ["عدد"]`.

use super::{Row, named};
use crate::error::Result;
use crate::lexicon::{Particle, Sense, SourceNoun};

pub(super) fn rows(text: &str) -> Result<Vec<Row>> {
    named(text, |key| {
        if key == "several" {
            return Some(Sense::Particle(Particle::Several));
        }
        Some(Sense::SourceNoun(match key {
            "body" => SourceNoun::Body,
            "channel" => SourceNoun::Channel,
            "outlet" => SourceNoun::Outlet,
            "people" => SourceNoun::People,
            "power" => SourceNoun::Power,
            "writing" => SourceNoun::Writing,
            _ => return None,
        }))
    })
}
