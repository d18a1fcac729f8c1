//! Deciding: what accepting and rejecting do to files.

use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};

use super::project::Project;
use super::renamed::leave;
use super::snapshots::{accepted_path, document_of, files, is_pending, remove};
use super::trace::Stale;
use crate::error::{Error, Result, Trouble};
use crate::snapshot::{Record, Snapshot, pending_path};

/// A snapshot that waits for a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// The document's name.
    pub id: String,
    /// The accepted snapshot, whether there is one or not.
    pub snapshot: PathBuf,
    /// The snapshot that it had under another name, where its document was renamed; see [`trace`](super::trace()).
    pub from: Option<PathBuf>,
    /// Why it can no longer be accepted, where it cannot; see [`trace`](super::trace()).
    pub stale: Option<Stale>,
}

impl Pending {
    /// The file that waits.
    pub fn file(&self) -> PathBuf {
        pending_path(&self.snapshot)
    }

    /// Whether it can be accepted.
    ///
    /// # Errors
    /// A waiting snapshot that is stale.
    pub fn acceptable(&self) -> Result<()> {
        self.stale.map_or(Ok(()), |stale| Err(stale.error(&self.file())))
    }

    /// The document of that snapshot, accepted or waiting.
    pub(super) fn of(project: &Project, file: &Path) -> Self {
        let snapshot = accepted_path(file);
        Self { id: document_of(project, &snapshot), snapshot, from: None, stale: None }
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

/// Makes the waiting snapshot the accepted one, and removes the one under the name that a renamed document had.
///
/// However the program ends, the accepted snapshot is the old or the new one, and until it is the new one the waiting
/// one stands: what was killed can be done again.
///
/// # Errors
/// A waiting snapshot that is stale or cannot be read, or an accepted one that cannot be written. Either way both stay as
/// they were.
pub fn accept(pending: &Pending) -> Result<()> {
    let file = pending.file();
    pending.acceptable()?;
    let bytes = std::fs::read(&file).map_err(|error| Error::disk(&file, &error))?;
    let snapshot = Snapshot::parse(&bytes).map_err(|error| error.at(&file))?;
    Record::from_body(&*pending.id, &snapshot.body).map_err(|error| error.at(&file))?;
    let accepted = Snapshot { header: snapshot.header.accepted(), ..snapshot };
    if accepted.to_text().as_bytes() == bytes {
        // At once, and on a full disk too.
        let gone = |error: &std::io::Error| error.kind() == std::io::ErrorKind::NotFound;
        let at = |error| Error::disk(if gone(&error) { &file } else { &pending.snapshot }, &error);
        std::fs::rename(&file, &pending.snapshot).map_err(at)?;
    } else {
        accepted.write(&pending.snapshot)?;
        remove(&file)?;
    }
    leave_old_name(pending, &accepted)
}

/// Makes `part`, which has some of what waits and all else as it was, the accepted snapshot, and removes the one under
/// the name that a renamed document had. What waits goes on waiting.
///
/// # Errors
/// A waiting snapshot that is stale, or an accepted one that cannot be written. Either way both stay as they were.
pub fn accept_part(pending: &Pending, part: Snapshot) -> Result<()> {
    pending.acceptable()?;
    let accepted = Snapshot { header: part.header.accepted(), ..part };
    accepted.write(&pending.snapshot)?;
    leave_old_name(pending, &accepted)
}

fn leave_old_name(pending: &Pending, accepted: &Snapshot) -> Result<()> {
    pending.from.as_ref().map_or(Ok(()), |from| leave(from, accepted))
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
        if text.trim().is_empty() {
            return Err(Error::new(Trouble::Usage, "an empty name names no document")
                .advise("name one, or use --all"));
        }
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
