//! Places: where a document of the corpus stands, and where its snapshot.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::line::Line;
use super::opened::Opened;
use super::project::Project;
use super::sidecar::Sidecar;
use crate::error::{Error, Result};
use crate::snapshot::pending_path;

/// Where a document of the corpus stands, and where its snapshot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Path under the corpus without its extension.
    pub id: String,
    /// The file that it stands in.
    pub file: PathBuf,
    /// Where in that file, if it is one of many.
    pub stretch: Option<Stretch>,
    /// Its sidecar, if it has one.
    pub sidecar: Option<PathBuf>,
    /// Its accepted snapshot, whether there is one or not.
    pub snapshot: PathBuf,
}

/// A line of a `.jsonl` file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Number of the line, from 1.
    pub line: usize,
    /// Offset of its first byte.
    pub start: u64,
    /// Its length in bytes.
    pub bytes: usize,
}

impl Place {
    /// Its snapshot that waits for a decision, whether there is one or not.
    pub fn pending(&self) -> PathBuf {
        pending_path(&self.snapshot)
    }

    /// The file, and the line where it is one of many: `corpus/day.jsonl:17`.
    pub fn shown(&self, project: &Project) -> String {
        let file = project.relative(&self.file);
        match self.stretch {
            Some(stretch) => format!("{file}:{}", stretch.line),
            None => file,
        }
    }

    /// Reads the document and what its sidecar says.
    ///
    /// # Errors
    /// A file that cannot be read, or a sidecar or a line that is wrong.
    pub fn open(&self, project: &Project) -> Result<Opened> {
        match self.stretch {
            Some(stretch) => self.open_line(stretch),
            None => self.open_file(project),
        }
    }

    fn open_file(&self, project: &Project) -> Result<Opened> {
        let bytes = std::fs::read(&self.file).map_err(|error| Error::disk(&self.file, &error))?;
        let (mut published, mut encoding, mut outlet) = (None, None, None);
        if let Some(path) = &self.sidecar {
            let sidecar = Sidecar::read(path)?;
            published = sidecar.published().map_err(|error| error.at(path))?;
            encoding = sidecar.encoding().map_err(|error| error.at(path))?;
            outlet = sidecar.outlet;
        }
        let encoding = encoding.or_else(|| project.encoding().filter(|_| !announces_encoding(&bytes)));
        Ok(Opened { id: self.id.clone(), bytes, encoding, published, outlet })
    }

    fn open_line(&self, stretch: Stretch) -> Result<Opened> {
        let line = read_stretch(&self.file, stretch).map_err(|error| Error::disk(&self.file, &error))?;
        let line = Line::parse(&line).map_err(|error| error.at(&self.file))?;
        let published = line.published().map_err(|error| error.at(&self.file))?;
        Ok(Opened {
            id: self.id.clone(),
            bytes: line.text.into_owned().into_bytes(),
            encoding: None,
            published,
            outlet: line.outlet,
        })
    }
}

/// Whether a byte order mark says how the text is encoded.
fn announces_encoding(bytes: &[u8]) -> bool {
    [&[0xFF, 0xFE][..], &[0xFE, 0xFF], &[0xEF, 0xBB, 0xBF]].iter().any(|mark| bytes.starts_with(mark))
}

fn read_stretch(file: &Path, stretch: Stretch) -> std::io::Result<Vec<u8>> {
    let mut file = File::open(file)?;
    file.seek(SeekFrom::Start(stretch.start))?;
    let mut line = vec![0; stretch.bytes];
    file.read_exact(&mut line)?;
    Ok(line)
}
