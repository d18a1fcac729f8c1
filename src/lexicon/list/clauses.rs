//! Words that begin another clause, `clause = ["فيما"]`, and the particles that hold clauses together: `that = ["أن"]`.

use super::{Row, Written, named};
use crate::error::Result;
use crate::lexicon::{Particle, Sense};

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    let mut rows = named(list, |key| {
        if key == "clause" { Some(Sense::Clause) } else { Particle::named(key).map(Sense::Particle) }
    })?;
    // What tells what something is about opens an adverbial too.
    let about = |row: &&Row| row.1 == Sense::Particle(Particle::Regarding);
    let adverbials: Vec<_> = rows.iter().filter(about).map(|(word, _)| word.clone()).collect();
    rows.extend(adverbials.into_iter().map(|word| (word, Sense::Particle(Particle::In))));
    Ok(rows)
}
