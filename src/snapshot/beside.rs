//! Files that take the place of others at once: written beside them and renamed.
//!
//! While it is written, the file beside is locked, and the system lifts the lock however its writer ends: who meets one
//! that nobody locks knows that its writer is dead, on any machine and whatever its clock and its process numbers say.

use std::fs::{File, TryLockError};
use std::io::{self, Write as _};
use std::path::Path;

use tempfile::NamedTempFile;

use crate::error::{Error, Result};

/// What the name of a file beside begins with: hidden from git's and insta's patterns for snapshots.
const PREFIX: &str = ".tahqiq-";
/// What it ends in.
const SUFFIX: &str = ".tmp";
/// How often a file is written anew that somebody else took away.
const TRIES: usize = 3;

/// Writes the file at `path` and the folders above it: the old one or the new one stands there, never a part.
///
/// # Errors
/// A folder or file that cannot be written.
pub fn write_beside(path: &Path, bytes: &[u8]) -> Result<()> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    std::fs::create_dir_all(folder)
        .map_err(|error| Error::disk(folder, &error).advise("snapshots are written there"))?;
    let mut tries = 0..TRIES;
    loop {
        match replace(folder, path, bytes) {
            // Between its making and its lock, a file beside may be taken for a dead run's.
            Err(error) if error.kind() == io::ErrorKind::NotFound && tries.next().is_some() => {}
            done => return done.map_err(|error| Error::disk(path, &error)),
        }
    }
}

fn replace(folder: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = beside(folder).map_err(|error| plain(&error))?;
    match file.as_file().try_lock() {
        Err(TryLockError::WouldBlock) => return Err(io::ErrorKind::NotFound.into()),
        // A file system without locks: nobody will take the file for a dead run's either.
        Ok(()) | Err(TryLockError::Error(_)) => {}
    }
    file.as_file_mut().write_all(bytes)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// A temporary file in `folder`, with the permissions of an ordinary one.
pub(crate) fn beside(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    #[cfg(unix)]
    let mode: std::fs::Permissions = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(unix)]
    builder.permissions(mode);
    builder.tempfile_in(folder)
}

/// The system's error without the name of the file beside, which differs from run to run and tells nobody anything.
fn plain(error: &io::Error) -> io::Error {
    let said = error.to_string();
    io::Error::new(error.kind(), said.split(" at path ").next().unwrap_or_default())
}

/// Removes the file if it is one that a dead run was writing. What cannot be removed stays: it harms nobody.
pub(crate) fn remove_dead(file: &Path) {
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    if !(name.starts_with(PREFIX) && name.ends_with(SUFFIX)) {
        return;
    }
    let opened = File::options().write(true).open(file);
    if opened.is_ok_and(|opened| opened.try_lock().is_ok()) {
        let _ = std::fs::remove_file(file);
    }
}
