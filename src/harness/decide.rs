//! Deciding: what accepting and rejecting do to files.

use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

use super::project::Project;
use super::snapshots::{accepted_path, files, is_pending};
use crate::error::{Error, Result, Trouble};
use crate::snapshot::{Snapshot, pending_path};

/// A snapshot that waits for a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// The document's name.
    pub id: String,
    /// The accepted snapshot, whether there is one or not.
    pub snapshot: PathBuf,
}

impl Pending {
    /// The file that waits.
    pub fn file(&self) -> PathBuf {
        pending_path(&self.snapshot)
    }

    /// The document of that snapshot, accepted or waiting.
    pub(super) fn of(project: &Project, file: &Path) -> Self {
        let snapshot = accepted_path(file);
        let below = snapshot.strip_prefix(project.snapshots()).unwrap_or(&snapshot).with_extension("");
        let id = below.to_string_lossy().replace('\\', "/");
        let id = id.strip_suffix(".txt").unwrap_or(&id).replace(".jsonl/", "/");
        Self { id, snapshot }
    }
}

/// The snapshots that wait for a decision and that one of `patterns` names: a document's name or path, a folder, or a
/// pattern of either with `*`; all where there are no patterns.
///
/// # Errors
/// A pattern that is none, or that names nothing that waits.
pub fn pending(project: &Project, patterns: &[String]) -> Result<Vec<Pending>> {
    let waiting: Vec<_> = files(project).filter(|file| is_pending(file)).collect();
    let mut wanted = vec![patterns.is_empty(); waiting.len()];
    for pattern in patterns {
        let named = Pattern::new(pattern)?;
        let mut any = false;
        for (file, wanted) in waiting.iter().zip(&mut wanted) {
            let is_named = named.names(project, file);
            *wanted |= is_named;
            any |= is_named;
        }
        if !any {
            return Err(Error::new(
                Trouble::Usage,
                format!("nothing named `{pattern}` waits for a decision"),
            )
            .advise("run `tahqiq check` to see what does"));
        }
    }
    let kept = waiting.iter().zip(wanted).filter(|(_, wanted)| *wanted);
    Ok(kept.map(|(file, _)| Pending::of(project, file)).collect())
}

/// Makes the waiting snapshot the accepted one.
///
/// # Errors
/// A waiting snapshot that cannot be read, or an accepted one that cannot be written. Either way both stay as they were.
pub fn accept(pending: &Pending) -> Result<()> {
    let file = pending.file();
    let gone = || Error::new(Trouble::Disk, "it is gone").at(&file).advise("run `tahqiq check` again");
    let snapshot = Snapshot::read(&file)?.ok_or_else(gone)?;
    Snapshot { header: snapshot.header.accepted(), ..snapshot }.write(&pending.snapshot)?;
    reject(pending)
}

/// Removes the waiting snapshot; the accepted one stays as it is.
///
/// # Errors
/// A file that cannot be removed.
pub fn reject(pending: &Pending) -> Result<()> {
    let file = pending.file();
    std::fs::remove_file(&file).map_err(|error| Error::disk(&file, &error))
}

/// What names documents: a name, a path, a folder, or a pattern of either with `*`.
pub(super) struct Pattern {
    text: String,
    glob: GlobSet,
}

impl Pattern {
    pub(super) fn new(text: &str) -> Result<Self> {
        let wrong = |error: globset::Error| {
            Error::new(Trouble::Usage, format!("`{text}` is not a pattern: {}", error.kind()))
        };
        let text = text.trim_start_matches("./").trim_end_matches('/').replace('\\', "/");
        let glob = GlobBuilder::new(&text).literal_separator(true).build().map_err(wrong)?;
        let glob = GlobSetBuilder::new().add(glob).build().map_err(wrong)?;
        Ok(Self { text, glob })
    }

    /// Whether it names the document of that snapshot.
    pub(super) fn names(&self, project: &Project, file: &Path) -> bool {
        let id = Pending::of(project, file).id;
        let snap = accepted_path(file);
        let below = snap.strip_prefix(project.snapshots()).unwrap_or(&snap).with_extension("");
        let document = project.config().corpus.join(&below);
        let names = [Path::new(&id), &below, &document, &snap, file];
        let names = names.map(|name| project.relative(name));
        names.iter().any(|name| self.glob.is_match(name) || is_below(name, &self.text))
    }
}

fn is_below(name: &str, folder: &str) -> bool {
    name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
}
