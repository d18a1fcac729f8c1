//! The command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::apply::Apply;
use crate::check::Check;
use crate::completions::Completions;
use crate::coverage::Coverage;
use crate::decide::{Accept, Decide};
use crate::diff::Diff;
use crate::explain::Explain;
use crate::extract::Extract;
use crate::init::Init;
use crate::known::Known;
use crate::page::Report;
use crate::reconcile::Reconcile;
use crate::review::Review;
use crate::schema::Schema;
use crate::score::Score;
use crate::verify::Verify;

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
    /// Print the facts of documents as JSON, or their claims as CSV.
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
    Score(Score),
    /// State that the accepted facts of documents were read against their texts.
    Verify(Verify),
    /// List what is known to be wrong, or enter an error that is not to be mended yet.
    Known(Known),
    /// Write the review as one page that can be sent and read anywhere.
    Report(Report),
    /// Carry out what was decided on such a page.
    Apply(Apply),
    /// Set what documents say of the same things against one another: agreements, updates, contradictions.
    Reconcile(Reconcile),
    /// Print the JSON Schema of what is printed.
    Schema(Schema),
}
