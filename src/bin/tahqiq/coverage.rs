//! `tahqiq coverage`: which rules and which words of the lists no document witnesses.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use tahqiq::engine::Extraction;
use tahqiq::harness::{Corpus, WordLists, coverage};
use tahqiq::report;

use crate::exit::Done;
use crate::open;
use crate::progress::progress;
use crate::values::jobs;

#[derive(Debug, Args)]
#[command(
    after_help = "A rule is witnessed by a fact that it found; a row of a word list by any of its forms that stands in \
    a document. Nothing is written.\n\nExit code: 0, or 2 where a document cannot be read; the others are."
)]
pub(crate) struct Coverage {
    /// Documents, folders or `.jsonl` files of the corpus; all of it by default.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// `text` for a terminal, `json` for programs.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// Rows of each word list that are shown; 0 shows all. JSON has all.
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(crate) limit: usize,
    /// Number of threads [default: as tahqiq.toml says, else one for each core].
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub(crate) jobs: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Format {
    #[default]
    Text,
    Json,
}

pub(crate) fn run(options: &Coverage, config: Option<&Path>) -> Done {
    let project = open::project(config)?;
    let corpus = Corpus::of(&project, &options.paths, &open::here()?)?;
    let engine = project.engine(false)?;
    // Word lists are those of the built-in engine; of any other there are only the rules that its facts bear.
    let lists = project.command_engine().is_none().then(|| WordLists::of(&project)).transpose()?;
    let extraction = Extraction { kinds: &project.config().kinds, ..Extraction::new(&*engine) };
    let threads = open::threads(options.jobs, Some(&project))?;
    let bar = progress(corpus.places.len(), options.format == Format::Json);
    let found = threads.install(|| coverage(&project, corpus, extraction, lists.as_ref(), &|| bar.inc(1)));
    bar.finish_and_clear();
    let mut out = BufWriter::new(anstream::stdout());
    match options.format {
        Format::Text => report::coverage(&found, (options.limit > 0).then_some(options.limit), &mut out)?,
        Format::Json => report::coverage_json(&found, &mut out)?,
    }
    out.flush()?;
    Ok(found.verdict().code())
}
