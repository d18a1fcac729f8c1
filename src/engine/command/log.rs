//! What engines say on their standard error: the last lines for the error of a document, all of it in a file.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Lines that are shown with an error.
const LINES: usize = 3;
/// Characters of each that are shown.
const WIDTH: usize = 160;
/// Bytes that are taken for one line: what has no line ends must not be kept whole.
const LONGEST: u64 = 1 << 13;
/// Bytes of the file beyond which no more is written.
const FULL: usize = 64 << 20;

/// The file that all is written to; made when the first line comes.
#[derive(Debug)]
pub(crate) struct Log {
    path: PathBuf,
    open: Mutex<Option<(File, usize)>>,
}

impl Log {
    /// A log at `path`, in a folder of its own that version control leaves out. That of an earlier run is removed.
    pub(crate) fn at(path: PathBuf) -> Self {
        let _ = std::fs::remove_file(&path);
        Self { path, open: Mutex::new(None) }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Writes a line of that process. A log that cannot be written stops nothing.
    fn write(&self, process: usize, line: &[u8]) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if open.is_none() {
            *open = self.create().ok().map(|file| (file, 0));
        }
        if let Some((file, written)) = open.as_mut().filter(|(_, written)| *written < FULL) {
            *written += line.len();
            let _ = write!(file, "{process}: ").and_then(|()| file.write_all(line));
        }
    }

    fn create(&self) -> io::Result<File> {
        if let Some(folder) = self.path.parent() {
            std::fs::create_dir_all(folder)?;
            std::fs::write(folder.join(".gitignore"), "*\n")?;
        }
        File::create(&self.path)
    }
}

/// The last lines that a process said on its standard error.
#[derive(Debug)]
pub(super) struct Said {
    last: Mutex<VecDeque<String>>,
    log: Option<Arc<Log>>,
    process: usize,
}

impl Said {
    pub(super) fn new(process: usize, log: Option<Arc<Log>>) -> Self {
        Self { last: Mutex::default(), log, process }
    }

    /// Listens until the process ends.
    pub(super) fn listen(&self, errors: impl Read) {
        let mut errors = BufReader::new(errors);
        let mut line = Vec::new();
        while errors.by_ref().take(LONGEST).read_until(b'\n', &mut line).is_ok_and(|read| read > 0) {
            self.keep(&line);
            line.push(b'\n');
            let end = if line.ends_with(b"\n\n") { line.len() - 1 } else { line.len() };
            if let Some(log) = &self.log {
                log.write(self.process, &line[..end]);
            }
            line.clear();
        }
    }

    fn keep(&self, line: &[u8]) {
        let line: String = String::from_utf8_lossy(line).trim().chars().take(WIDTH).collect();
        // Neither an empty line nor one that only underlines another.
        if !line.contains(char::is_alphanumeric) {
            return;
        }
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if last.len() == LINES {
            last.pop_front();
        }
        last.push_back(line);
    }

    /// Forgets what was said of the document before.
    pub(super) fn forget(&self) {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// The last lines in one.
    pub(super) fn last(&self) -> String {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.iter().map(String::as_str).collect::<Vec<_>>().join(" | ")
    }
}
