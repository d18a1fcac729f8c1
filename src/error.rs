//! The one error of the library: what went wrong, where, and what to do about it.

use std::fmt;
use std::path::{Path, PathBuf};

/// What kind of trouble an [`Error`] reports; decides the exit code of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Trouble {
    /// A wrong option, path or configuration.
    Usage,
    /// A file or folder that cannot be read or written.
    Disk,
    /// A document that is not text in the encoding that was asked for.
    Encoding,
    /// A snapshot that cannot be read: merge markers, a broken header, invalid UTF-8.
    Snapshot,
    /// Something that an extractor promised and did not keep.
    Invariant,
}

/// An error in one line: where, what, and what to do.
///
/// The message reads as one sentence fit for a terminal, without a trailing full stop.
///
/// ```
/// use tahqiq::error::{Error, Trouble};
///
/// let error = Error::new(Trouble::Usage, "no document under `corpus`").advise("write one, or run `tahqiq init`");
/// assert_eq!(error.to_string(), "no document under `corpus`: write one, or run `tahqiq init`");
/// ```
#[derive(Debug, Clone)]
pub struct Error {
    trouble: Trouble,
    path: Option<PathBuf>,
    what: String,
    advice: Option<String>,
}

/// A result whose error is [`Error`].
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error of the given kind that says `what`.
    pub fn new(trouble: Trouble, what: impl Into<String>) -> Self {
        Self { trouble, path: None, what: what.into(), advice: None }
    }

    /// An input or output error on `path`, in the operating system's words.
    pub fn disk(path: &Path, error: &std::io::Error) -> Self {
        Self::new(Trouble::Disk, error.to_string()).at(path)
    }

    /// The same error with the file or folder that it is about.
    #[must_use]
    pub fn at(mut self, path: &Path) -> Self {
        self.path = Some(path.to_owned());
        self
    }

    /// The same error with what the reader can do about it.
    #[must_use]
    pub fn advise(mut self, advice: impl Into<String>) -> Self {
        self.advice = Some(advice.into());
        self
    }

    /// The kind of trouble.
    pub fn trouble(&self) -> Trouble {
        self.trouble
    }

    /// The file or folder it is about, if any.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(path) = &self.path {
            write!(f, "{}: ", path.display())?;
        }
        f.write_str(&self.what)?;
        match &self.advice {
            Some(advice) => write!(f, ": {advice}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {}
