//! Sidecars: what a person states about a document, in `name.toml` beside `name.txt`.

use std::path::Path;

use serde::Deserialize;

use super::config::read_toml;
use super::known::{Accepted, Known};
use crate::error::{Error, Result, Trouble};
use crate::extract::Anchor;
use crate::text::Encoding;

/// The keys of a sidecar. All may be left out.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Sidecar {
    /// When it was published, against which relative dates resolve: `2022-01-24`, perhaps with a clock time.
    pub published: Option<toml::Value>,
    /// Who published it.
    pub outlet: Option<String>,
    /// The licence that it stands under.
    pub licence: Option<String>,
    /// The house style that it is written in.
    pub style: Option<String>,
    /// Anything else that a reader should know.
    pub note: Option<String>,
    /// Its encoding, where that is not the project's.
    pub encoding: Option<String>,
    /// SHA-256, in hexadecimal, of the body of the snapshot that a person has read against the text.
    pub verified: Option<String>,
    /// What is known to be wrong in the snapshot or missing from it, and what would be right.
    pub known: Vec<Known>,
    /// Changes of verified facts that were accepted, and why.
    pub accepted: Vec<Accepted>,
}

impl Sidecar {
    /// Reads the file at `path`.
    ///
    /// # Errors
    /// A file that is no sidecar; the message names the line.
    pub fn read(path: &Path) -> Result<Self> {
        read_toml(path)
    }

    /// The publication date, checked.
    ///
    /// # Errors
    /// A value that is no date.
    pub fn published(&self) -> Result<Option<Anchor>> {
        match &self.published {
            None => Ok(None),
            Some(toml::Value::String(text)) => Anchor::parse(text).map(Some),
            Some(toml::Value::Datetime(date)) => Anchor::parse(&date.to_string()).map(Some),
            Some(other) => Anchor::parse(&other.to_string()).map(Some),
        }
    }

    /// The encoding, checked.
    ///
    /// # Errors
    /// A name that no encoding has.
    pub fn encoding(&self) -> Result<Option<Encoding>> {
        self.encoding.as_deref().map(named_encoding).transpose()
    }
}

/// The encoding of that name.
pub(super) fn named_encoding(name: &str) -> Result<Encoding> {
    Encoding::named(name).ok_or_else(|| {
        Error::new(Trouble::Usage, format!("no encoding is named `{name}`"))
            .advise("it is utf-8, utf-16le, utf-16be or windows-1256")
    })
}
