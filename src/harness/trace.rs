//! Tracing: what became of the documents of snapshots that wait.

use std::collections::HashMap;
use std::path::Path;

use super::decide::Pending;
use super::discovery::Corpus;
use super::place::Place;
use super::project::Project;
use super::renamed::Moves;
use super::snapshots::{is_missing, orphans};
use crate::error::{Error, Trouble};
use crate::snapshot::Snapshot;

/// Why a waiting snapshot can no longer be accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stale {
    /// The corpus has its document no more.
    Gone,
    /// Its document has other bytes now.
    Edited,
}

impl Stale {
    /// What is said of the waiting snapshot at `file`.
    pub fn error(self, file: &Path) -> Error {
        let (what, advice) = match self {
            Self::Gone => ("its document is gone", "`tahqiq reject` removes what waits"),
            Self::Edited => ("its document was edited since", "run `tahqiq check` again"),
        };
        Error::new(Trouble::Usage, what).at(file).advise(advice)
    }
}

/// Finds out of each of `waiting` whether its document is as it was, and where it had another name before. `corpus` is
/// the whole corpus.
pub fn trace(project: &Project, corpus: &Corpus, waiting: &mut [Pending]) {
    let places: HashMap<&Path, &Place> =
        corpus.places.iter().map(|place| (place.snapshot.as_path(), place)).collect();
    let knows_all = corpus.problems.is_empty();
    let any_new = knows_all && waiting.iter().any(|one| is_missing(&one.snapshot));
    let mut moves = if any_new { Moves::of(&orphans(project, corpus)) } else { Moves::default() };
    for pending in waiting {
        let new = Snapshot::read(&pending.file()).ok().flatten();
        let hash = new.and_then(|new| new.header.info("sha256"));
        pending.stale = match places.get(pending.snapshot.as_path()) {
            None => knows_all.then_some(Stale::Gone),
            Some(place) => hash.as_deref().and_then(|hash| edited(project, place, hash)),
        };
        if pending.stale.is_none() && is_missing(&pending.snapshot) {
            pending.from = hash.and_then(|hash| moves.take(&hash));
        }
    }
}

fn edited(project: &Project, place: &Place, hash: &str) -> Option<Stale> {
    let opened = place.open(project).ok()?;
    (opened.sha256() != hash).then_some(Stale::Edited)
}
