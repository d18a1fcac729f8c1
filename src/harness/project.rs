//! The project: a folder with a configuration, a corpus and its snapshots.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::budget::known_kind;
use super::config::{Config, read_toml};
use super::sidecar::named_encoding;
use crate::engine::{Builtin, CommandEngine, Engine, Log};
use crate::error::{Error, Result, Trouble};
use crate::fact::Kind;
use crate::lexicon::Lexicon;
use crate::text::Encoding;

/// The file that makes a folder a project.
pub(super) const CONFIG: &str = "tahqiq.toml";

/// The folder of what is kept beside a configuration and belongs to nobody else.
const KEPT: &str = ".tahqiq";

/// A folder with a configuration, a corpus and its snapshots.
#[derive(Debug, Clone)]
pub struct Project {
    root: PathBuf,
    config: Config,
    encoding: Option<Encoding>,
}

impl Project {
    /// The project that `folder` lies in: the nearest folder upwards with a `tahqiq.toml`, or `folder` itself where it
    /// has a `corpus`.
    ///
    /// # Errors
    /// No project there, or a configuration that is wrong.
    pub fn find(folder: &Path) -> Result<Self> {
        Self::around(folder)?.ok_or_else(|| {
            Error::new(
                Trouble::Usage,
                format!("no {CONFIG} here or in a folder above, and no folder `corpus` here"),
            )
            .advise(format!("put documents into `corpus`, or name their folder in {CONFIG}: corpus = \"…\""))
        })
    }

    /// The project that `folder` lies in, if it lies in one.
    ///
    /// # Errors
    /// A configuration that is wrong.
    pub fn around(folder: &Path) -> Result<Option<Self>> {
        if let Some(root) = folder.ancestors().find(|folder| folder.join(CONFIG).is_file()) {
            return Self::open(&root.join(CONFIG)).map(Some);
        }
        let config = Config::default();
        folder.join(&config.corpus).is_dir().then(|| Self::new(folder, config)).transpose()
    }

    /// The project of that configuration file.
    ///
    /// # Errors
    /// A configuration that is wrong.
    pub fn open(config: &Path) -> Result<Self> {
        let root = config.parent().unwrap_or_else(|| Path::new("."));
        Self::new(root, read_toml(config)?)
            .map_err(|error| if error.path().is_some() { error } else { error.at(config) })
    }

    /// The project at `root` with that configuration.
    ///
    /// # Errors
    /// A kind or an encoding that there is none of, of which a budget or a floor may speak too; settings of a command
    /// that are wrong.
    pub fn new(root: &Path, config: Config) -> Result<Self> {
        let encoding = config.encoding.as_deref().map(named_encoding).transpose()?;
        if let Some(settings) = &config.engine {
            settings.checked()?;
        } else {
            known_kinds(&config.kinds)?;
            config.budget.checked()?;
            config.floor.keys().try_for_each(|kind| known_kind("floor", kind))?;
        }
        if config.jobs == Some(0) {
            return Err(Error::new(Trouble::Usage, "`jobs` is 0").advise("leave it out to use every core"));
        }
        Ok(Self { root: root.to_owned(), config, encoding })
    }

    /// The same project with paths that are short where it lies in the folder that the program was started in.
    #[must_use]
    pub fn seen_from(mut self, here: &Path) -> Self {
        if self.root == here {
            self.root = PathBuf::new();
        }
        self
    }

    /// The folder of the configuration.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// What the configuration says.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The encoding of documents that do not announce theirs.
    pub fn encoding(&self) -> Option<Encoding> {
        self.encoding
    }

    /// The folder of documents, or the `.jsonl` file.
    pub fn corpus(&self) -> PathBuf {
        self.root.join(&self.config.corpus)
    }

    /// The folder of snapshots.
    pub fn snapshots(&self) -> PathBuf {
        self.root.join(&self.config.snapshots)
    }

    /// The dictionary: the built-in lists, and the project's own.
    ///
    /// # Errors
    /// A list that cannot be read.
    pub fn lexicon(&self) -> Result<Arc<Lexicon>> {
        if self.config.lexicon.is_empty() {
            return Ok(Lexicon::builtin());
        }
        Lexicon::with_lists(&self.lists()?)
    }

    /// The project's own word lists: their names and texts.
    ///
    /// # Errors
    /// A list that cannot be read.
    pub(super) fn lists(&self) -> Result<Vec<(String, String)>> {
        let list = |name: &PathBuf| {
            let path = self.root.join(name);
            let text = std::fs::read_to_string(&path).map_err(|error| Error::disk(&path, &error))?;
            Ok((name.display().to_string(), text))
        };
        self.config.lexicon.iter().map(list).collect()
    }

    /// The engine: the command that the configuration names, started, or the built-in readers with the project's words.
    /// With `write`, what a command says on its standard error is kept in `.tahqiq/engine.log`.
    ///
    /// # Errors
    /// A command that cannot be started, or a list of words that cannot be read.
    pub fn engine(&self, write: bool) -> Result<Arc<dyn Engine>> {
        let Some(settings) = &self.config.engine else {
            return Ok(Arc::new(Builtin::new(self.lexicon()?)));
        };
        let log = write.then(|| Log::at(self.root.join(KEPT).join("engine.log")));
        Ok(Arc::new(CommandEngine::start(settings, &self.root, log)?))
    }

    /// What the command is called that finds the facts in place of the built-in readers, if there is one.
    pub fn command_engine(&self) -> Option<String> {
        self.config.engine.as_ref().map(|settings| settings.called(&self.root))
    }

    /// `path` from the project's folder, with forward slashes.
    pub fn relative(&self, path: &Path) -> String {
        let path = path.strip_prefix(&self.root).unwrap_or(path);
        path.to_string_lossy().replace('\\', "/")
    }
}

/// Checks that every name is that of a kind that the built-in readers find.
///
/// # Errors
/// The first name that is not.
pub fn known_kinds(names: &[String]) -> Result<()> {
    let Some(unknown) = names.iter().find(|name| Kind::ALL.iter().all(|kind| kind.name() != **name)) else {
        return Ok(());
    };
    let known: Vec<_> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    Err(Error::new(Trouble::Usage, format!("no kind of fact is named `{unknown}`"))
        .advise(format!("there are {}", known.join(", "))))
}
