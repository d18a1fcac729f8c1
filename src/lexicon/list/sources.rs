//! Nouns that stand for a source, `people = ["مصادر"]`, the words that من takes it from, `several = ["عدد"]`, and those that stand
//! right before it: `same = ["ذات"]`.

use super::{Row, Written, named};
use crate::error::Result;
use crate::lexicon::{Particle, Sense, SourceNoun};

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    named(list, |key| {
        match key {
            "same" => return Some(Sense::Particle(Particle::Same)),
            "several" => return Some(Sense::Particle(Particle::Several)),
            _ => {}
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
