//! Renamed documents: their snapshots are found under the names that they had.

use std::collections::{HashMap, HashSet, VecDeque};
use std::path::{Path, PathBuf};

use super::check::changed;
use super::outcome::{Changed, Finding, Outcome, Renamed};
use super::place::Place;
use super::project::Project;
use super::snapshots::{document_of, is_pending, remove};
use super::tally::Tally;
use crate::error::Result;
use crate::snapshot::{Record, Snapshot};

/// The key of a header that identifies the document.
const HASH: &str = "sha256";

/// Accepted snapshots without a document, by the hash of the document that each was made of.
#[derive(Debug, Default)]
pub(super) struct Moves {
    by_hash: HashMap<String, VecDeque<PathBuf>>,
    followed: HashSet<PathBuf>,
}

impl Moves {
    /// Those of `orphans` that are whole.
    pub(super) fn of(orphans: &[PathBuf]) -> Self {
        let mut moves = Self::default();
        for orphan in orphans.iter().filter(|orphan| !is_pending(orphan)) {
            let old = Snapshot::read(orphan).ok().flatten();
            let whole = old.filter(|old| Record::from_body("", &old.body).is_ok());
            if let Some(hash) = whole.and_then(|old| old.header.info(HASH)) {
                moves.by_hash.entry(hash).or_default().push_back(orphan.clone());
            }
        }
        moves
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.by_hash.is_empty()
    }

    /// The snapshot that a document of that hash left behind. Each is given once.
    pub(super) fn take(&mut self, hash: &str) -> Option<PathBuf> {
        let left = self.by_hash.get_mut(hash)?.pop_front()?;
        self.followed.insert(left.clone());
        Some(left)
    }

    /// Whether that orphan's document has another name now.
    pub(super) fn followed(&self, orphan: &Path) -> bool {
        self.followed.contains(orphan)
    }

    /// What is found of a document without a snapshot, if it has one under another name. What became of its facts since
    /// is added to `tally`.
    pub(super) fn follow(&mut self, project: &Project, finding: Finding, tally: &mut Tally) -> Finding {
        let (Outcome::New(facts), Some(new)) = (&finding.outcome, &finding.snapshot) else { return finding };
        let Some(old) = new.header.info(HASH).and_then(|hash| self.take(&hash)) else { return finding };
        let changed = since(project, &finding.place, &old, new).ok().flatten();
        if let Some(changed) = &changed {
            tally.add_changes(&changed.diff.changes);
        }
        let from = document_of(project, &old);
        let renamed = Renamed { from, snapshot: old, tally: facts.clone(), changed };
        Finding { outcome: Outcome::Renamed(Box::new(renamed)), ..finding }
    }
}

/// What became of the facts of a renamed document since the snapshot at `old` was accepted.
fn since(project: &Project, place: &Place, old: &Path, new: &Snapshot) -> Result<Option<Box<Changed>>> {
    let Some(old) = Snapshot::read(old)?.filter(|old| old.body != new.body) else { return Ok(None) };
    let opened = place.open(project)?;
    let record = Record::from_body(&*place.id, &new.body)?;
    match changed(&old, &record, new, &opened.document()?.text)? {
        Outcome::Changed(changed) => Ok(Some(changed)),
        _ => Ok(None),
    }
}

/// Removes the snapshot at `from`, which a renamed document left behind, if it is of the document that was `accepted`.
pub(super) fn leave(from: &Path, accepted: &Snapshot) -> Result<()> {
    let hash = |snapshot: &Snapshot| snapshot.header.info(HASH);
    match Snapshot::read(from)? {
        Some(old) if hash(&old).is_some() && hash(&old) == hash(accepted) => remove(from),
        _ => Ok(()),
    }
}
