//! What a check finds.

use std::path::PathBuf;

use super::cause::Cause;
use super::evidence::Evidence;
use super::place::Place;
use super::tally::Tally;
use crate::error::{Error, Trouble};
use crate::snapshot::{Diff, LineChange, Snapshot};

/// A document that is not as it was accepted.
#[derive(Debug, Clone)]
pub struct Finding {
    /// The document.
    pub place: Place,
    /// What is the matter with it.
    pub outcome: Outcome,
    /// What would be its snapshot; none where it could not be read.
    pub snapshot: Option<Snapshot>,
}

/// What became of a document.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// Its facts are those that were accepted.
    Same,
    /// It has no accepted snapshot; its facts by kind.
    New(Tally),
    /// Its facts are not those that were accepted.
    Changed(Box<Changed>),
    /// It has no accepted snapshot under its name, and one under another that no document has any more.
    Renamed(Box<Renamed>),
    /// It, its sidecar or its snapshot cannot be read, or the engine broke a promise.
    Failed(Error),
}

/// A document whose facts are not those that were accepted.
#[derive(Debug, Clone)]
pub struct Changed {
    /// What besides the facts is not as it was.
    pub cause: Cause,
    /// What became of the facts.
    pub diff: Diff,
    /// The id of each change of the difference, as `--fact` takes it; none where there is nothing to decide.
    pub ids: Vec<String>,
    /// The sentence of each change, where there is one to show.
    pub evidence: Vec<Option<Evidence>>,
    /// The difference of the files, line by line.
    pub lines: Vec<LineChange>,
}

impl Changed {
    /// What became of the facts of the document `id`, whose text is now `text`.
    pub fn new(id: &str, cause: Cause, diff: Diff, text: &str, lines: Vec<LineChange>) -> Self {
        let ids = diff.changes.iter().map(|change| change.id(id)).collect();
        let evidence = diff.changes.iter().map(|change| Evidence::of(text, change, &diff)).collect();
        Self { cause, diff, ids, evidence, lines }
    }
}

/// A document that was renamed or moved: its bytes are those of the document that a snapshot without one was made of.
#[derive(Debug, Clone)]
pub struct Renamed {
    /// The name that it had.
    pub from: String,
    /// The snapshot under that name.
    pub snapshot: PathBuf,
    /// Its facts by kind.
    pub tally: Tally,
    /// What became of its facts since, where they are not those that were accepted.
    pub changed: Option<Box<Changed>>,
}

/// What a check comes to; the first that applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The configuration, or a file that cannot be read or written.
    Trouble,
    /// Something that an engine promised and did not keep.
    Invariant,
    /// A document without an accepted snapshot.
    Missing,
    /// A snapshot without a document.
    Orphan,
    /// Facts that are not those that were accepted.
    Differences,
    /// All is as it was accepted.
    Clean,
}

impl Verdict {
    /// The exit code of the program.
    pub fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Differences => 1,
            Self::Trouble => 2,
            Self::Missing => 3,
            Self::Orphan => 4,
            Self::Invariant => 5,
        }
    }
}

impl Outcome {
    /// What it comes to.
    pub fn verdict(&self) -> Verdict {
        match self {
            Self::Same => Verdict::Clean,
            Self::New(_) | Self::Renamed(_) => Verdict::Missing,
            Self::Changed(_) => Verdict::Differences,
            Self::Failed(error) => of_error(error),
        }
    }
}

/// What an error comes to.
pub(super) fn of_error(error: &Error) -> Verdict {
    if error.trouble() == Trouble::Invariant { Verdict::Invariant } else { Verdict::Trouble }
}
