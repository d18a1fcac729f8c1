//! Leftovers of runs that were killed: taken away by the next one that writes.

use std::path::Path;

use walkdir::WalkDir;

use super::project::Project;
use super::snapshots::{accepted_path, files, is_pending};
use crate::snapshot::{Snapshot, remove_dead};

/// Removes what killed runs have left below the folder of snapshots: files that they were writing, and waiting snapshots
/// that say what was accepted. A run that is alive is left alone, and what cannot be removed stays and harms nobody.
pub fn sweep(project: &Project) {
    sweep_parts(project);
    for file in files(project).filter(|file| is_pending(file) && is_settled(file)) {
        let _ = std::fs::remove_file(file);
    }
}

/// Removes the files alone that killed runs were writing.
pub(super) fn sweep_parts(project: &Project) {
    for entry in WalkDir::new(project.snapshots()).into_iter().filter_map(Result::ok) {
        remove_dead(entry.path());
    }
}

/// Whether a waiting snapshot says what the accepted one says.
fn is_settled(waiting: &Path) -> bool {
    let snapshot = accepted_path(waiting);
    let read = |path: &Path| Snapshot::read(path).ok().flatten();
    snapshot.is_file()
        && read(waiting).is_some_and(|new| read(&snapshot).is_some_and(|old| old.body == new.body))
}
