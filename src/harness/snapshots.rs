//! The snapshots of a project: what stands in their folder.

use std::collections::HashSet;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::discovery::Corpus;
use super::opened::Opened;
use super::place::Place;
use super::project::Project;
use crate::engine::Engine;
use crate::error::{self, Error};
use crate::snapshot::{Header, PENDING, SCHEMA, SNAP, Snapshot};

/// The test that checks the corpus of a Cargo project through insta, whose name its snapshots then bear.
const TEST: &str = "tests/corpus.rs";
/// What bears the name of the snapshots of any other project.
const CONFIG: &str = "tahqiq.toml";

impl Project {
    /// The header of a document's snapshot: what the body depends on and does not say.
    pub fn header(&self, place: &Place, opened: &Opened, engine: &dyn Engine) -> Header {
        let source = if self.root().join(TEST).is_file() { TEST } else { CONFIG };
        let info = [
            ("bytes", opened.bytes.len().to_string()),
            ("engine", format!("{} {}", engine.name(), engine.version()).trim_end().to_owned()),
            ("schema", SCHEMA.to_string()),
            ("sha256", opened.sha256()),
        ];
        Header::new(source, &info, &self.relative(&place.file))
    }
}

/// Snapshots of documents that the corpus does not have.
pub(super) fn orphans(project: &Project, corpus: &Corpus) -> Vec<PathBuf> {
    let known: HashSet<&Path> = corpus.places.iter().map(|place| place.snapshot.as_path()).collect();
    files(project).filter(|file| !known.contains(accepted_path(file).as_path())).collect()
}

/// Every file of the snapshots' folder that is a document's, accepted or waiting, in the order of their paths. Others,
/// such as a scoreboard, are nobody's business here.
pub(super) fn files(project: &Project) -> impl Iterator<Item = PathBuf> {
    let walk = WalkDir::new(project.snapshots()).sort_by_file_name().into_iter();
    walk.filter_map(Result::ok).map(walkdir::DirEntry::into_path).filter(|file| is_of_a_document(file))
}

/// Whether a file waits for a decision.
pub(super) fn is_pending(file: &Path) -> bool {
    file.extension().is_some_and(|extension| extension == PENDING)
}

/// The path of the accepted snapshot of which this may be the waiting one.
pub(super) fn accepted_path(file: &Path) -> PathBuf {
    if is_pending(file) { file.with_extension("") } else { file.to_owned() }
}

/// The name of the document whose accepted snapshot is `snapshot`.
pub(super) fn document_of(project: &Project, snapshot: &Path) -> String {
    let below = snapshot.strip_prefix(project.snapshots()).unwrap_or(snapshot).with_extension("");
    let id = below.to_string_lossy().replace('\\', "/");
    id.strip_suffix(".txt").unwrap_or(&id).replace(".jsonl/", "/")
}

/// Whether a file of the snapshots' folder is that of a document.
pub(super) fn is_of_a_document(file: &Path) -> bool {
    let snap = accepted_path(file);
    if snap.extension().is_none_or(|extension| extension != SNAP) {
        return false;
    }
    let of_text = snap.with_extension("").extension().is_some_and(|extension| extension == "txt");
    of_text || snap.ancestors().skip(1).any(|folder| folder.extension().is_some_and(|e| e == "jsonl"))
}

/// Writes the waiting snapshot unless it stands there already. Returns whether an outdated one stood there.
pub(super) fn write_pending(place: &Place, snapshot: &Snapshot) -> error::Result<bool> {
    let path = place.pending();
    match std::fs::read(&path) {
        Ok(bytes) if bytes == snapshot.to_text().as_bytes() => Ok(false),
        before => snapshot.write(&path).map(|()| before.is_ok()),
    }
}

/// Removes a file that may have been removed already.
pub(super) fn remove(file: &Path) -> error::Result<()> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        // On a disk that is read only, a file that is not there cannot be removed either.
        Err(_) if is_missing(file) => Ok(()),
        done => done.map_err(|error| Error::disk(file, &error)),
    }
}

/// Whether nothing stands at `file`, not even a link.
pub(super) fn is_missing(file: &Path) -> bool {
    file.symlink_metadata().is_err_and(|error| error.kind() == ErrorKind::NotFound)
}
