//! The harness: a corpus is run through an engine and what comes out is compared with what was accepted.
//!
//! Knows the project and its configuration, which documents there are and where the snapshot of each stands,
//! checking, and what accepting and rejecting do to files. It reads and writes disk, and is the lowest room that does so
//! for more than one file. Does not know how facts are found or how anything looks: what it returns, a report shows.

mod budget;
mod cause;
mod check;
mod config;
mod coverage;
mod decide;
mod discovery;
mod evidence;
mod gate;
mod hash;
mod history;
mod init;
mod known;
mod leftovers;
mod limit;
mod line;
mod opened;
mod orphan;
mod outcome;
mod place;
mod project;
mod renamed;
mod repeat;
mod sidecar;
mod snapshots;
mod stopwatch;
mod stream;
mod tally;
mod testify;
mod trace;

pub use budget::{Budgets, Spending};
pub use cause::Cause;
pub use check::{Check, Judged, check, judge};
pub use config::Config;
pub use coverage::{Coverage, ListCoverage, RuleCoverage, WordLists, coverage};
pub use decide::{Pending, accept, accept_part, pending, reject};
pub use discovery::Corpus;
pub use evidence::Evidence;
pub use gate::{Floor, Gate};
pub use hash::sha256;
pub use history::{Altered, Fate, History};
pub use init::{Made, init};
pub use known::{Accepted, Known};
pub use leftovers::sweep;
pub use limit::{Limit, Share};
pub use opened::Opened;
pub use orphan::{Orphans, remove_orphan};
pub use outcome::{Changed, Finding, Outcome, Renamed, Verdict};
pub use place::Place;
pub use project::{Project, known_kinds};
pub use repeat::repeat;
pub use sidecar::Sidecar;
pub use stopwatch::Stopwatch;
pub use stream::{Streamed, stream, stream_as};
pub use tally::{KindTally, Tally};
pub use testify::{Testified, testify};
pub use trace::{Stale, trace};
