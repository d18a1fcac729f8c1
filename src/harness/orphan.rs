//! Orphans: snapshots whose documents the corpus does not have, and their end.

use std::path::{Path, PathBuf};

use super::discovery::Corpus;
use super::project::Project;
use super::renamed::Moves;
use super::snapshots::{is_missing, orphans, remove};
use crate::error::{Error, Result};

/// Snapshots, accepted or waiting, whose documents the corpus does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orphans {
    /// Those whose documents are gone.
    pub gone: Vec<PathBuf>,
    /// Those whose documents were renamed and have no accepted snapshot under their new names yet.
    pub renamed: Vec<PathBuf>,
}

impl Orphans {
    /// The orphans of the whole corpus.
    ///
    /// # Errors
    /// A corpus that could not be read to its end: what was not seen may not be gone.
    pub fn of(project: &Project, corpus: &Corpus) -> Result<Self> {
        if let Some(problem) = corpus.problems.first() {
            return Err(problem.clone());
        }
        let orphans = orphans(project, corpus);
        let mut moves = Moves::of(&orphans);
        if !moves.is_empty() {
            for place in corpus.places.iter().filter(|place| is_missing(&place.snapshot)) {
                let _ = place.open(project).map(|opened| moves.take(&opened.sha256()));
            }
        }
        let (renamed, gone) = orphans.into_iter().partition(|orphan| moves.followed(orphan));
        Ok(Self { gone, renamed })
    }
}

/// Removes an orphan.
///
/// # Errors
/// A file that cannot be removed.
pub fn remove_orphan(orphan: &Path) -> Result<()> {
    remove(orphan).map_err(|error: Error| error.at(orphan))
}
