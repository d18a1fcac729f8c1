//! The snapshots of a project: what stands in their folder.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::discovery::Corpus;
use super::engine::Engine;
use super::opened::Opened;
use super::place::Place;
use super::project::Project;
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

fn is_of_a_document(file: &Path) -> bool {
    let snap = accepted_path(file);
    if snap.extension().is_none_or(|extension| extension != SNAP) {
        return false;
    }
    let of_text = snap.with_extension("").extension().is_some_and(|extension| extension == "txt");
    of_text || snap.ancestors().skip(1).any(|folder| folder.extension().is_some_and(|e| e == "jsonl"))
}

/// Writes the waiting snapshot unless it stands there already.
pub(super) fn write_pending(place: &Place, snapshot: &Snapshot) -> crate::error::Result<()> {
    let path = place.pending();
    match std::fs::read(&path) {
        Ok(bytes) if bytes == snapshot.to_text().as_bytes() => Ok(()),
        _ => snapshot.write(&path),
    }
}
