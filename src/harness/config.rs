//! `tahqiq.toml`: what a project says about itself.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::budget::Budgets;
use super::limit::Share;
use crate::engine::CommandSettings;
use crate::error::{Error, Result, Trouble};

/// The keys of `tahqiq.toml`. All may be left out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Folder of the documents, or a `.jsonl` file with a document on each line; from the folder of `tahqiq.toml`.
    pub corpus: PathBuf,
    /// Folder of the snapshots, which mirrors the corpus.
    pub snapshots: PathBuf,
    /// Files of words to be added to the built-in lists; their tables are named and shaped as those lists.
    pub lexicon: Vec<PathBuf>,
    /// Kinds of facts that are checked, such as `["numeral", "time"]`; all where it is left out.
    pub kinds: Vec<String>,
    /// Encoding of the documents that have no byte order mark, where that is not `utf-8`: `windows-1256`, `utf-16le`,
    /// `utf-16be`. A sidecar may name another for its document.
    pub encoding: Option<String>,
    /// Number of threads; as many as the machine has cores where it is left out.
    pub jobs: Option<usize>,
    /// The program that finds the facts, where that is not the built-in readers.
    pub engine: Option<CommandSettings>,
    /// How much may become of facts before a check fails the louder for it.
    pub budget: Budgets,
    /// The least F1 over the verified documents, by kind.
    pub floor: BTreeMap<String, Share>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            corpus: "corpus".into(),
            snapshots: "snapshots".into(),
            lexicon: Vec::new(),
            kinds: Vec::new(),
            encoding: None,
            jobs: None,
            engine: None,
            budget: Budgets::default(),
            floor: BTreeMap::new(),
        }
    }
}

/// Reads a TOML file into its shape.
pub(super) fn read_toml<T: DeserializeOwned>(path: &Path) -> Result<T> {
    let text = std::fs::read_to_string(path).map_err(|error| Error::disk(path, &error))?;
    toml::from_str(&text).map_err(|error| {
        let line = error.span().map_or(0, |span| text[..span.start].matches('\n').count() + 1);
        let what = error.message().replace('\n', ", ");
        Error::new(Trouble::Usage, format!("line {line}: {what}")).at(path)
    })
}
