//! `tahqiq check`: the corpus against its snapshots.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::Args as Options;
use tahqiq::docket;
use tahqiq::engine::Extraction;
use tahqiq::error::Result;
use tahqiq::harness::{Check as Found, Corpus, Gate, Project, Stopwatch, check, repeat};
use tahqiq::report::{self, Account, Shown};

use crate::exit::{Done, FAILED};
use crate::open;
use crate::progress::progress;
use crate::reports::{self, Reading, Report};
use crate::values::jobs;

#[derive(Debug, Options)]
#[command(
    after_help = "Where a document differs, its new snapshot is left beside the accepted one as `.snap.new`, for \
    `tahqiq review`, `accept` and `reject`, and for `cargo insta review` alike. With --ci nothing is written but the \
    reports that are asked for. A report that cannot be written is said in one line (exit code 2); the others are \
    written all the same."
)]
pub(crate) struct Check {
    /// Documents, folders or `.jsonl` files of the corpus; all of it by default. Orphans are sought only then.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Leave no snapshots, whatever the environment says.
    #[arg(long)]
    pub(crate) ci: bool,
    /// Write a report: `junit=FILE`, `markdown=FILE`, `html=FILE`, `json=FILE`, or `github`, annotations on standard output. `-` as FILE
    /// is standard output too; what else would go there goes to standard error. May be given several times.
    #[arg(long = "report", value_name = "FORMAT=FILE", value_parser = reports::report)]
    pub(crate) reports: Vec<Report>,
    /// Read the corpus N times in all, each time in another order and on another number of threads; a document whose record
    /// is not the same each time is an error of the extractor (exit code 5).
    #[arg(long, value_name = "N", num_args = 0..=1, require_equals = true, default_missing_value = "2", value_parser = runs)]
    pub(crate) repeat: Option<usize>,
    /// Show the difference of the snapshot files line by line too.
    #[arg(long)]
    pub(crate) diff: bool,
    /// Documents of each sort and changes of each document that are shown; 0 shows all.
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(crate) limit: usize,
    /// Show what is wrong and the sum alone, and nothing where all is as accepted.
    #[arg(long, short)]
    pub(crate) quiet: bool,
    /// Number of threads [default: as tahqiq.toml says, else one for each core].
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub(crate) jobs: Option<usize>,
}

fn runs(text: &str) -> std::result::Result<usize, String> {
    text.parse().ok().filter(|runs| *runs > 1).ok_or_else(|| "it is a number from 2".to_owned())
}

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
