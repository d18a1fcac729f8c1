//! Words that begin another clause, `clause = ["فيما"]`, and the particles that hold clauses together: `that = ["أن"]`.

use super::{Row, named};
use crate::error::Result;
use crate::lexicon::{Particle, Sense};

pub(super) fn rows(text: &str) -> Result<Vec<Row>> {
    named(
        text,
        |key| {
            if key == "clause" { Some(Sense::Clause) } else { Particle::named(key).map(Sense::Particle) }
        },
    )
}
