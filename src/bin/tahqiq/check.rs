//! `tahqiq check`: the corpus against its snapshots.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use tahqiq::docket;
use tahqiq::error::Result;
use tahqiq::harness::{Check as Found, Corpus, Extraction, Gate, Project, Stopwatch, check, repeat};
use tahqiq::report::{self, Account, Shown};

use crate::args::Check;
use crate::exit::Done;
use crate::open;
use crate::reports::{self, Reading};

/// Exit code where a report could not be written.
const FAILED: u8 = 2;

pub(crate) fn run(options: &Check, config: Option<&Path>) -> Done {
    reports::checked(&options.reports)?;
    let project = open::project(config)?;
    let corpus = Corpus::of(&project, &options.paths, &open::here()?)?;
    let (found, reading) = found(options, &project, corpus)?;
    let gate = Gate::of(project.config(), &found, &scores(options, &project)?);
    let written = options.reports.is_empty() || {
        let account = Account::new(&project, &found, &gate, reports::links(&project));
        reports::write(&options.reports, &account, &reading)?
    };
    let mut out: Box<dyn Write> = if reports::take_output(&options.reports) {
        Box::new(anstream::stderr())
    } else {
        Box::new(anstream::stdout())
    };
    tell(options, &project, &found, &gate, &mut out)?;
    Ok(if written { gate.verdict(&found).code() } else { FAILED })
}

/// F1 by kind over the verified documents, and of all kinds together, where a floor asks for them.
fn scores(options: &Check, project: &Project) -> Result<Vec<(String, f64)>> {
    if project.config().floor.is_empty() {
        return Ok(Vec::new());
    }
    let engine = open::engine(Some(project), false)?;
    let extraction = Extraction { kinds: &project.config().kinds, ..Extraction::new(&*engine) };
    let corpus = Corpus::of(project, &options.paths, &open::here()?)?;
    let threads = open::threads(options.jobs, Some(project))?;
    let scores = threads.install(|| docket::score(project, corpus, extraction));
    let kinds = project.config().floor.keys();
    let f1 = |kind: &str| if kind == "all" { scores.total().now.f1() } else { scores.f1(kind) };
    Ok(kinds.filter_map(|kind| Some((kind.clone(), f1(kind)?))).collect())
}

/// The report for the terminal.
fn tell(
    options: &Check,
    project: &Project,
    found: &Found,
    gate: &Gate,
    out: &mut dyn Write,
) -> io::Result<()> {
    let limit = (options.limit > 0).then_some(options.limit);
    let shown = Shown {
        documents: limit,
        changes: limit,
        lines: options.diff,
        quiet: options.quiet,
        pending: !options.ci,
    };
    let mut out = BufWriter::new(out);
    report::report(found, project, shown, &mut out)?;
    report::gate(gate, found, shown, &mut out)?;
    out.flush()
}

fn found(options: &Check, project: &Project, corpus: Corpus) -> Result<(Found, Reading)> {
    let engine = open::engine(Some(project), !options.ci)?;
    let watch = Stopwatch::new(&*engine);
    let extraction = Extraction { kinds: &project.config().kinds, ..Extraction::new(&watch) };
    let threads = open::threads(options.jobs, Some(project))?;
    let runs = options.repeat.unwrap_or(1);
    let bar = progress(corpus.places.len() * runs, options.quiet);
    let places = corpus.places.clone();
    let mut found = threads.install(|| check(project, corpus, extraction, !options.ci, &|| bar.inc(1)));
    for round in 1..runs {
        let threads = open::threads(Some(other(threads.current_num_threads(), round)), None)?;
        let again = || repeat(project, &places, extraction, round, !options.ci, &mut found);
        threads.install(again);
        bar.inc(places.len() as u64);
    }
    bar.finish_and_clear();
    Ok((found, Reading { places, took: watch.times() }))
}

/// A number of threads that is not `threads`: one, or where that is it, more.
fn other(threads: usize, round: usize) -> usize {
    if threads > 1 && round % 2 == 1 { 1 } else { threads + round }
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
