//! The command line.

use std::path::PathBuf;

use clap::{Args as Options, Parser, Subcommand, ValueEnum};
use tahqiq::docket::Selection;
use tahqiq::extract::Anchor;
use tahqiq::snapshot::Offsets;
use tahqiq::text::Encoding;

use crate::completions::Completions;
use crate::coverage::Coverage;
use crate::diff::Diff;
use crate::init::Init;
use crate::{apply, page};

/// Runs extractors over a corpus of Arabic news and checks their facts against golden snapshots.
#[derive(Debug, Parser)]
#[command(name = "tahqiq", version, arg_required_else_help = true, max_term_width = 100)]
#[command(
    after_help = "Exit codes: 0 clean, 1 differences (or an input that could not be read), 2 usage, configuration or \
    a file that cannot be read or written, 3 missing snapshot, 4 orphan snapshot, 5 an extractor that is not \
    steady or broke another promise, 6 a budget that is exceeded or a score below its floor. With several, the first of \
    2, 5, 6, 3, 4, 1."
)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// The configuration file, where it is not the nearest `tahqiq.toml` upwards.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read every document anew and compare its facts with those that were accepted.
    Check(Check),
    /// Decide on what changed, document by document, with the sentences in front of you.
    Review(Review),
    /// Make snapshots that wait the accepted ones.
    Accept(Accept),
    /// Remove snapshots that wait; the accepted ones stay.
    Reject(Decide),
    /// Print the facts of documents as JSON.
    Extract(Extract),
    /// Show how a text is read: its tokens, its lines, the facts and the rules that found them.
    Explain(Explain),
    /// Show what became of the accepted facts since a git revision, for the description of a pull request.
    Diff(Diff),
    /// Show which rules and which words of the lists no document of the corpus witnesses.
    Coverage(Coverage),
    /// Make a new project: configuration, corpus, snapshots, a workflow for CI.
    Init(Init),
    /// Print the completions of a shell.
    Completions(Completions),
    /// Precision, recall and F1 over the documents that were verified, as accepted and as read now.
    Score(crate::score::Score),
    /// State that the accepted facts of documents were read against their texts.
    Verify(crate::verify::Verify),
    /// List what is known to be wrong, or enter an error that is not to be mended yet.
    Known(crate::known::Known),
    /// Write the review as one page that can be sent and read anywhere.
    Report(page::Report),
    /// Carry out what was decided on such a page.
    Apply(apply::Apply),
}

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
    #[arg(long = "report", value_name = "FORMAT=FILE", value_parser = report)]
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

#[derive(Debug, Options)]
#[command(
    after_help = "On a full screen: ? shows the keys. Where there is none (a pipe, TERM=dumb, fewer than 60 by 15 cells) \
    a prompt asks document by document. What is decided is written at once, and `u` takes it back. Exit codes: 0 all is \
    decided, 1 something waits, 2 something could not be read or written."
)]
pub(crate) struct Review {
    /// Documents by name, path, folder or pattern (`news/*-01`); all that wait by default.
    #[arg(value_name = "DOCUMENT")]
    pub(crate) documents: Vec<String>,
    /// Ask document by document, without the full screen.
    #[arg(long)]
    pub(crate) plain: bool,
    #[command(flatten)]
    pub(crate) browser: page::Browser,
}

#[derive(Debug, Options)]
#[command(
    after_help = "`tahqiq check` and `review` show the ids of clusters and facts; four digits are enough where they are \
    unambiguous. With several of --kind, --cluster and --fact a change is meant that fits each. A renamed document's \
    snapshot goes with it. What waits for a document that was edited since or is gone is not accepted: run \
    `tahqiq check` again."
)]
pub(crate) struct Decide {
    /// Documents by name, path, folder or pattern (`news/*-01`).
    #[arg(value_name = "DOCUMENT")]
    pub(crate) documents: Vec<String>,
    /// All that wait.
    #[arg(long, conflicts_with_all = ["documents", "doc"])]
    pub(crate) all: bool,
    /// Documents by pattern, likewise.
    #[arg(long, value_name = "GLOB")]
    pub(crate) doc: Vec<String>,
    /// Changes of facts of this kind alone.
    #[arg(long, value_name = "KIND")]
    pub(crate) kind: Vec<String>,
    /// Changes of this cluster alone.
    #[arg(long, value_name = "ID")]
    pub(crate) cluster: Vec<String>,
    /// This change alone.
    #[arg(long, value_name = "ID")]
    pub(crate) fact: Vec<String>,
    /// Why verified facts may change; kept in the sidecars.
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
}

#[derive(Debug, Options)]
pub(crate) struct Accept {
    #[command(flatten)]
    pub(crate) decide: Decide,
    /// Remove the snapshots of documents that the corpus no longer has.
    #[arg(long, conflicts_with_all = ["documents", "doc", "kind", "cluster", "fact"])]
    pub(crate) orphans: bool,
}

impl Decide {
    /// The documents that are named; none for all.
    pub(crate) fn named(&self) -> Vec<String> {
        self.documents.iter().chain(&self.doc).cloned().collect()
    }

    /// The changes that are meant in them.
    pub(crate) fn selection(&self) -> Selection {
        Selection { kinds: self.kind.clone(), clusters: self.cluster.clone(), facts: self.fact.clone() }
    }

    /// Whether anything is named at all.
    pub(crate) fn names_any(&self) -> bool {
        self.all || !self.named().is_empty() || !self.selection().is_whole()
    }
}

#[derive(Debug, Options)]
pub(crate) struct Explain {
    /// A file, `-` for standard input, or a text.
    #[arg(value_name = "FILE or TEXT")]
    pub(crate) what: String,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

/// Print the facts of documents as JSON.
#[derive(Debug, Options)]
#[command(
    after_help = "Exit codes: 0, or 1 where an input could not be read: that is said on standard error, in the \
    place of a bad line of a stream stands {\"id\",\"error\"}, and the other documents go on."
)]
pub(crate) struct Extract {
    /// Documents; `-` is standard input.
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// `json`: one object, or an array where there are several documents; `jsonl`: an object on a line for each.
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: Format,
    /// `text`: a file is a document; `jsonl`: a line {"id","text","published"?} is one, and is answered by a line, in
    /// order, as a stream. By default `jsonl` for files that are named so.
    #[arg(long, value_enum)]
    pub(crate) input: Option<Input>,
    #[command(flatten)]
    pub(crate) reading: Reading,
    /// The unit of `start` and `end`: bytes of UTF-8, code points (Python), or UTF-16 units (JavaScript, Java).
    #[arg(long, value_enum, default_value_t)]
    pub(crate) offsets: Unit,
    /// Number of threads [default: one for each core].
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub(crate) jobs: Option<usize>,
}

/// How documents are read.
#[derive(Debug, Options)]
pub(crate) struct Reading {
    /// The documents' own day, against which relative dates resolve: 2022-01-24, 2022-01-24T12:30, 2022-01-24T12:30+02:00.
    #[arg(long, value_name = "DATE", value_parser = anchor)]
    pub(crate) reference: Option<Anchor>,
    /// The kinds of facts to keep [default: all].
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    pub(crate) kinds: Vec<String>,
    /// The encoding of the documents: utf-8, utf-16le, utf-16be or windows-1256 [default: UTF-8, or UTF-16 where a byte
    /// order mark says so].
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub(crate) encoding: Option<Encoding>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Format {
    #[default]
    Json,
    Jsonl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Input {
    Text,
    Jsonl,
}

/// A report and where it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Report {
    pub(crate) kind: ReportKind,
    /// A file; none is standard output.
    pub(crate) file: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportKind {
    Junit,
    Github,
    Markdown,
    Html,
    Json,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum Unit {
    #[default]
    Bytes,
    Chars,
    Utf16,
}

impl From<Unit> for Offsets {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Bytes => Self::Bytes,
            Unit::Chars => Self::Chars,
            Unit::Utf16 => Self::Utf16,
        }
    }
}

fn anchor(text: &str) -> Result<Anchor, String> {
    Anchor::parse(text).map_err(|error| error.to_string())
}

fn encoding(name: &str) -> Result<Encoding, String> {
    Encoding::named(name).ok_or_else(|| "it is utf-8, utf-16le, utf-16be or windows-1256".to_owned())
}

fn report(text: &str) -> Result<Report, String> {
    let (name, file) = text.split_once('=').map_or((text, None), |(name, file)| (name, Some(file)));
    let known = ReportKind::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    let known: Vec<_> = known.map(|kind| kind.get_name().to_owned()).collect();
    let kind = ReportKind::from_str(name, false).map_err(|_| format!("there are {}", known.join(", ")))?;
    match file {
        Some("") => Err(format!("name a file after `{name}=`")),
        None if kind != ReportKind::Github => Err(format!("name its file: {name}=FILE, or {name}=-")),
        None | Some("-") => Ok(Report { kind, file: None }),
        Some(file) => Ok(Report { kind, file: Some(file.into()) }),
    }
}

fn runs(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|runs| *runs > 1).ok_or_else(|| "it is a number from 2".to_owned())
}

pub(crate) fn jobs(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(0) | Err(_) => Err("it is a number from 1".to_owned()),
        Ok(jobs) => Ok(jobs),
    }
}
