//! What every command needs first: the project, its engine, threads.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tahqiq::engine::{Builtin, Engine};
use tahqiq::error::{Error, Result, Trouble};
use tahqiq::harness::{Config, Corpus, Project};
use tahqiq::lexicon::Lexicon;

/// As programs end that are interrupted: 128 and the number of SIGINT.
const INTERRUPTED: i32 = 130;

/// Whether an interruption is being seen to.
static INTERRUPTING: AtomicBool = AtomicBool::new(false);

/// Where the program was interrupted, leaves its end to what sees to that: a command whose engine was stopped under it
/// has nothing to say, and must not end the program before the rest of the engine is.
pub(crate) fn give_way() {
    while INTERRUPTING.load(Ordering::Acquire) {
        std::thread::park();
    }
}

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

/// A project whose corpus is that file or folder.
pub(crate) fn corpus_at(path: &Path) -> Result<Project> {
    Project::new(Path::new(""), Config { corpus: path.to_owned(), ..Config::default() })
}

/// The documents of a folder: as a part of the project's corpus where it is one, else as a corpus of its own.
pub(crate) fn documents(folder: &Path, project: Option<&Project>) -> Result<Corpus> {
    let within = project.map(|project| Corpus::of(project, &[folder.to_owned()], &here()?));
    match within {
        Some(Ok(corpus)) => Ok(corpus),
        _ => Corpus::of(&corpus_at(folder)?, &[], &here()?),
    }
}

/// The engine of the project, if there is one, else the built-in one. With `write`, a command's standard error is kept.
/// When the program is interrupted, what the engine started is ended first.
pub(crate) fn engine(project: Option<&Project>, write: bool) -> Result<Arc<dyn Engine>> {
    let Some(project) = project else { return Ok(Arc::new(Builtin::new(Lexicon::builtin()))) };
    let engine = project.engine(write)?;
    if project.command_engine().is_some() {
        let running = Arc::downgrade(&engine);
        let interrupted = move || {
            INTERRUPTING.store(true, Ordering::Release);
            let _ = running.upgrade().map(|engine| engine.stop());
            std::process::exit(INTERRUPTED);
        };
        ctrlc::set_handler(interrupted).map_err(|error| {
            Error::new(Trouble::Usage, format!("interruptions cannot be handled: {error}"))
        })?;
    }
    Ok(engine)
}

/// The built-in readers with the words of the project, if there is one.
pub(crate) fn builtin(project: Option<&Project>) -> Result<Builtin> {
    Ok(Builtin::new(project.map_or_else(|| Ok(Lexicon::builtin()), Project::lexicon)?))
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
