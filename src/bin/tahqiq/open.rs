//! What every command needs first: the project, its engine, threads.

use std::path::Path;

use tahqiq::error::{Error, Result, Trouble};
use tahqiq::harness::{Builtin, Project};
use tahqiq::lexicon::Lexicon;

/// The project that the command was started in.
pub(crate) fn project(config: Option<&Path>) -> Result<Project> {
    match config {
        Some(config) => Project::open(config),
        None => here().and_then(|here| Ok(Project::find(&here)?.seen_from(&here))),
    }
}

/// The project that the command was started in, for commands that do without one too.
pub(crate) fn project_if_any(config: Option<&Path>) -> Result<Option<Project>> {
    match config {
        Some(config) => Project::open(config).map(Some),
        None => here().and_then(|here| Ok(Project::around(&here)?.map(|project| project.seen_from(&here)))),
    }
}

/// The built-in engine with the words of the project, if there is one.
pub(crate) fn engine(project: Option<&Project>) -> Result<Builtin> {
    project.map_or_else(|| Ok(Builtin::new(Lexicon::builtin())), Project::engine)
}

/// Threads: as many as were asked for, else as the project says, else one for each core.
pub(crate) fn threads(asked: Option<usize>, project: Option<&Project>) -> Result<rayon::ThreadPool> {
    let jobs = asked.or_else(|| project?.config().jobs).unwrap_or(0);
    rayon::ThreadPoolBuilder::new().num_threads(jobs).build().map_err(|error| {
        Error::new(Trouble::Usage, format!("threads cannot be started: {error}")).advise("try --jobs 1")
    })
}

pub(crate) fn here() -> Result<std::path::PathBuf> {
    std::env::current_dir().map_err(|error| Error::disk(Path::new("."), &error))
}
