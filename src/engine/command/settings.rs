//! The table `[engine]` of `tahqiq.toml`.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde::Deserialize;

use crate::error::{Error, Result, Trouble};
use crate::snapshot::Offsets;

/// Seconds that a document may take where nothing else is said.
const TIMEOUT: u64 = 60;

/// The keys of `[engine]`. All but the command may be left out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommandSettings {
    /// The program and its arguments; it is started in the folder of `tahqiq.toml`.
    pub command: Vec<String>,
    /// Number of processes that run at most; one for each thread where it is left out.
    pub processes: Option<usize>,
    /// Seconds within which a document is answered; 60 where it is left out.
    pub timeout: Option<u64>,
    /// Its name in the header of snapshots; that of its script or program where it is left out.
    pub name: Option<String>,
    /// Its version, likewise; what it says of itself where it is left out.
    pub version: Option<String>,
    /// How it counts `start` and `end`: `bytes` of UTF-8, `chars` (code points, as Python), `utf16` (as JavaScript).
    pub offsets: Option<String>,
}

impl CommandSettings {
    /// Checks what can be checked without starting anything.
    pub(crate) fn checked(&self) -> Result<()> {
        let wrong = |what: &str, advice: &str| Err(Error::new(Trouble::Usage, what).advise(advice));
        if self.command.first().is_none_or(String::is_empty) {
            return wrong("[engine] names no command", "command = [\"python3\", \"extract.py\"]");
        }
        if self.processes == Some(0) {
            return wrong("`processes` of [engine] is 0", "leave it out for one on each thread");
        }
        if self.timeout == Some(0) {
            return wrong("`timeout` of [engine] is 0", "it is a number of seconds, 60 where it is left out");
        }
        self.offsets().map(drop)
    }

    /// The unit of its offsets.
    pub(super) fn offsets(&self) -> Result<Offsets> {
        let name = self.offsets.as_deref().unwrap_or("bytes");
        Offsets::named(name).ok_or_else(|| {
            Error::new(Trouble::Usage, format!("no unit of `offsets` is named `{name}`"))
                .advise("it is bytes, chars (code points, as Python counts) or utf16")
        })
    }

    pub(super) fn timeout(&self) -> Duration {
        Duration::from_secs(self.timeout.unwrap_or(TIMEOUT))
    }

    /// The program: where it is a path, from the project's folder.
    pub(super) fn program(&self, folder: &Path) -> PathBuf {
        let program = Path::new(self.command.first().map_or("", String::as_str));
        if program.components().count() > 1 { folder.join(program) } else { program.to_owned() }
    }

    /// The name that it is called by: its own, or that of the first word of the command that is a file of the project.
    pub(crate) fn called(&self, folder: &Path) -> String {
        if let Some(name) = &self.name {
            return name.clone();
        }
        let of_the_project = |word: &&String| Path::new(word).is_relative() && folder.join(word).is_file();
        let script = self.command.iter().find(of_the_project);
        let path = Path::new(script.or(self.command.first()).map_or("", String::as_str));
        path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }
}
