//! `tahqiq diff`: what became of the accepted facts since a revision.

use std::io::{BufWriter, Write};
use std::path::Path;

use clap::{Args, ValueEnum};
use tahqiq::harness::History;
use tahqiq::report::{history, history_json, history_markdown};

use crate::exit::Done;
use crate::open;
use crate::values::jobs;

#[derive(Debug, Args)]
#[command(
    after_help = "Compares accepted snapshots, which is what a pull request changes: it reads no document anew. \
    Sentences are shown where the document is still the one that its snapshot was made of.\n\nExit code: 0; with \
    --exit-code 1 where anything differs or a snapshot cannot be read; 2 where git does not know the revision."
)]
pub(crate) struct Diff {
    /// REV compares a revision with the snapshots as they lie in their folder, A..B two revisions, A...B the second
    /// with the commit at which it parted from the first.
    #[arg(value_name = "REV")]
    pub(crate) range: String,
    /// Documents by name, path, folder or pattern (`news/*-01`), those that are gone included; all by default.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<String>,
    /// `text` for a terminal, `markdown` for a pull request, `json` for programs.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// Documents and changes of each that are shown; 0 shows all. JSON has all.
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(crate) limit: usize,
    /// Exit with 1 where anything differs.
    #[arg(long)]
    pub(crate) exit_code: bool,
    /// Number of threads [default: as tahqiq.toml says, else one for each core].
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub(crate) jobs: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Format {
    #[default]
    Text,
    Markdown,
    Json,
}

pub(crate) fn run(options: &Diff, config: Option<&Path>) -> Done {
    let project = open::project(config)?;
    let threads = open::threads(options.jobs, Some(&project))?;
    let found = threads.install(|| History::of(&project, &options.range, &options.paths))?;
    let limit = (options.limit > 0).then_some(options.limit);
    let mut out = BufWriter::new(anstream::stdout());
    match options.format {
        Format::Text => history(&found, limit, &mut out)?,
        Format::Markdown => history_markdown(&found, limit, &mut out)?,
        Format::Json => history_json(&found, &mut out)?,
    }
    out.flush()?;
    Ok(u8::from(options.exit_code && !found.is_empty()))
}
