//! Snapshot files: insta's format, a header in YAML and the canonical text below it.
//!
//! Read with a reader of our own that says what is wrong with a broken one; written beside the target and renamed, so
//! that whatever happens the file is the old one or the new one.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::beside::write_beside;
use super::body::conflict;
use super::yaml;
use crate::error::{Error, Result, Trouble};

/// Ending of an accepted snapshot.
pub const SNAP: &str = "snap";
/// Ending of one that waits for a decision, after that of the accepted one.
pub const PENDING: &str = "new";

/// A snapshot as it stands in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// What stands above it.
    pub header: Header,
    /// The canonical text.
    pub body: String,
}

/// The header of a snapshot: lines of YAML that are kept as they are.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Header {
    lines: Vec<String>,
}

impl Header {
    /// A header in insta's order: `source`, then `info` (strings, sorted by name), then `input_file`.
    pub fn new(source: &str, info: &[(&str, String)], input_file: &str) -> Self {
        let mut lines = vec![format!("source: {}", yaml::scalar(source)), "info:".to_owned()];
        lines.extend(info.iter().map(|(name, value)| format!("  {name}: {}", yaml::scalar(value))));
        lines.push(format!("input_file: {}", yaml::scalar(input_file)));
        Self { lines }
    }

    /// The value of a key of its own.
    pub fn value(&self, key: &str) -> Option<String> {
        self.lines.iter().find_map(|line| value_of(line, key))
    }

    /// The value of a key of `info`: the engine, its version, the document's hash.
    pub fn info(&self, key: &str) -> Option<String> {
        let block = self.lines.iter().skip_while(|line| line.trim_end() != "info:").skip(1);
        block.take_while(|line| line.starts_with(' ')).find_map(|line| value_of(line.trim_start(), key))
    }

    /// The header of the accepted snapshot: without the line of the test that failed, which only insta writes.
    #[must_use]
    pub fn accepted(mut self) -> Self {
        self.lines.retain(|line| value_of(line, "assertion_line").is_none());
        self
    }
}

fn value_of(line: &str, key: &str) -> Option<String> {
    yaml::string(line.strip_prefix(key)?.strip_prefix(':')?)
}

impl Snapshot {
    /// Reads the file at `path`; `None` where there is none.
    ///
    /// # Errors
    /// A file that cannot be read, or that is no snapshot: merge markers, a broken header, invalid UTF-8.
    pub fn read(path: &Path) -> Result<Option<Self>> {
        match std::fs::read(path) {
            Ok(bytes) => Self::parse(&bytes).map(Some).map_err(|error| error.at(path)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::disk(path, &error)),
        }
    }

    /// Reads the bytes of a snapshot file.
    ///
    /// # Errors
    /// Bytes that are no snapshot; the message says what is wrong with them.
    pub fn parse(bytes: &[u8]) -> Result<Self> {
        let broken = |what: String| {
            Error::new(Trouble::Snapshot, what)
                .advise("take it back from version control, or delete it and run `tahqiq check`")
        };
        let text = std::str::from_utf8(bytes)
            .map_err(|e| broken(format!("invalid UTF-8 at byte {}", e.valid_up_to())))?
            .replace("\r\n", "\n");
        let lines = || text.lines().zip(1..);
        if let Some((_, number)) = lines().find(|(line, _)| conflict(line)) {
            return Err(Error::new(Trouble::Snapshot, format!("line {number} is a merge marker"))
                .advise("take either side, then run `tahqiq check`"));
        }
        if text.starts_with('\u{feff}') {
            return Err(broken(
                "it starts with a byte order mark, with which insta would read an empty snapshot".into(),
            ));
        }
        let rest =
            text.strip_prefix("---\n").ok_or_else(|| broken("line 1 is not the `---` of a header".into()))?;
        let (header, body) =
            split_header(rest).ok_or_else(|| broken("the header has no end, a line `---`".into()))?;
        if let Some((_, number)) = header.lines().zip(2..).find(|(line, _)| !is_header_line(line)) {
            return Err(broken(format!("line {number} of the header is not `key: value`")));
        }
        let header = Header { lines: header.lines().map(str::to_owned).collect() };
        Ok(Self { header, body: format!("{}\n", body.trim_end()) })
    }

    /// The bytes of the file.
    pub fn to_text(&self) -> String {
        let mut text = String::with_capacity(self.body.len() + 512);
        text.push_str("---\n");
        for line in &self.header.lines {
            let _ = writeln!(text, "{line}");
        }
        text.push_str("---\n");
        text.push_str(&self.body);
        text
    }

    /// Writes the file at `path` and the folders above it. However the program ends, what stands there is the old file
    /// or the new one. Nothing is forced onto the disk: what a power cut leaves is the file system's word.
    ///
    /// # Errors
    /// A folder or file that cannot be written.
    pub fn write(&self, path: &Path) -> Result<()> {
        write_beside(path, self.to_text().as_bytes())
    }

    /// Whether the snapshot file `bytes` holds exactly `body`: the quick look of a run in which nothing changed.
    pub fn holds(bytes: &[u8], body: &[u8]) -> bool {
        let above = bytes.len().wrapping_sub(body.len());
        bytes.starts_with(b"---\n")
            && bytes.ends_with(body)
            && bytes[..above].ends_with(b"\n---\n")
            && !bytes[4..above - 4].windows(5).any(|window| window == b"\n---\n")
    }
}

/// Path of the snapshot that waits for a decision beside the accepted one at `snap`.
pub(crate) fn pending_path(snap: &Path) -> PathBuf {
    let mut path = snap.as_os_str().to_owned();
    path.push(".");
    path.push(PENDING);
    path.into()
}

fn split_header(rest: &str) -> Option<(&str, &str)> {
    if let Some(body) = rest.strip_prefix("---\n") {
        return Some(("", body));
    }
    rest.split_once("\n---\n").or_else(|| rest.strip_suffix("\n---").map(|header| (header, "")))
}

fn is_header_line(line: &str) -> bool {
    let line = line.trim_end();
    line.is_empty()
        || line.starts_with(' ')
        || line.split_once(':').is_some_and(|(key, rest)| {
            !key.is_empty() && !key.contains(' ') && (rest.is_empty() || rest.starts_with(' '))
        })
}
