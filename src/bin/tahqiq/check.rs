//! `tahqiq check`: the corpus against its snapshots.

use std::io::{BufWriter, Write};
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use tahqiq::harness::{Check as Found, Corpus, Extraction, Project, check};
use tahqiq::report::{Shown, report};

use crate::args::Check;
use crate::exit::Done;
use crate::open;

pub(crate) fn run(options: &Check, config: Option<&Path>) -> Done {
    let project = open::project(config)?;
    let corpus = Corpus::of(&project, &options.paths, &open::here()?)?;
    let found = found(options, &project, corpus)?;
    let limit = (options.limit > 0).then_some(options.limit);
    let shown = Shown {
        documents: limit,
        changes: limit,
        lines: options.diff,
        quiet: options.quiet,
        pending: !options.ci,
    };
    let mut out = BufWriter::new(anstream::stdout());
    report(&found, &project, shown, &mut out)?;
    out.flush()?;
    Ok(found.verdict().code())
}

fn found(options: &Check, project: &Project, corpus: Corpus) -> tahqiq::error::Result<Found> {
    let engine = open::engine(Some(project), !options.ci)?;
    let extraction = Extraction { kinds: &project.config().kinds, ..Extraction::new(&*engine) };
    let threads = open::threads(options.jobs, Some(project))?;
    let bar = progress(corpus.places.len(), options.quiet);
    let found = threads.install(|| check(project, corpus, extraction, !options.ci, &|| bar.inc(1)));
    bar.finish_and_clear();
    Ok(found)
}

/// A bar on standard error, where that is a terminal.
pub(crate) fn progress(documents: usize, quiet: bool) -> ProgressBar {
    if quiet {
        return ProgressBar::hidden();
    }
    let style = ProgressStyle::with_template("{bar:40} {human_pos} of {human_len} documents");
    let bar = ProgressBar::new(documents as u64);
    style.map(|style| bar.clone().with_style(style)).unwrap_or(bar)
}
