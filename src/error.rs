//! The one error of the library: what went wrong, where, and what to do about it.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::{fmt, io};

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
    /// Other files and folders that the same is true of.
    others: usize,
}

/// A result whose error is [`Error`].
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error of the given kind that says `what`.
    pub fn new(trouble: Trouble, what: impl Into<String>) -> Self {
        Self { trouble, path: None, what: what.into(), advice: None, others: 0 }
    }

    /// An input or output error on `path`, in the operating system's words.
    pub fn disk(path: &Path, error: &io::Error) -> Self {
        let wrong = Self::new(Trouble::Disk, error.to_string()).at(path);
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                wrong.advise("make room and run it again; what stands there is whole")
            }
            io::ErrorKind::ReadOnlyFilesystem => wrong.advise("`tahqiq check --ci` needs to write nothing"),
            _ => wrong,
        }
    }

    /// The same errors, each trouble once: the first of those that say the same of several files names its file and the
    /// number of the others, so that a full disk is one line and not one for each document.
    ///
    /// ```
    /// use std::path::Path;
    /// use tahqiq::error::{Error, Trouble};
    ///
    /// let full = |path| Error::new(Trouble::Disk, "no space left").at(Path::new(path));
    /// let said = Error::gathered([full("a"), full("b"), full("b"), full("c")]);
    /// assert_eq!(said.len(), 1);
    /// assert_eq!(said[0].to_string(), "a and 2 more: no space left");
    /// ```
    pub fn gathered(errors: impl IntoIterator<Item = Self>) -> Vec<Self> {
        let (mut gathered, mut firsts, mut paths) = (Vec::<Self>::new(), HashMap::new(), HashSet::new());
        for error in errors {
            let trouble = (error.trouble, error.what.clone());
            let first = *firsts.entry(trouble).or_insert(gathered.len());
            let is_new = paths.insert((first, error.path.clone()));
            match gathered.get_mut(first) {
                Some(said) => said.others += usize::from(is_new),
                None => gathered.push(error),
            }
        }
        gathered
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
            match self.others {
                0 => write!(f, "{}: ", path.display())?,
                others => write!(f, "{} and {others} more: ", path.display())?,
            }
        }
        f.write_str(&self.what)?;
        match &self.advice {
            Some(advice) => write!(f, ": {advice}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Error {}
