//! Reports: what a check found, for people to read in a terminal, in a browser and on a pull request, and for programs.
//!
//! Knows how a fact, a change and a sentence that is read right to left look; writes into whatever it is given, with
//! colours that the program takes away where nobody sees them. Decides nothing, knows no environment, and reads no file
//! but a document that changed, for the line that a fact stands on.

mod account;
mod cluster;
mod count;
mod coverage;
pub mod csv;
mod erratum;
mod fact;
mod gate;
mod github;
mod history;
pub mod html;
mod json;
mod junit;
mod ledger;
mod markdown;
pub mod schema;
mod score;
mod sentence;
mod spot;
mod style;
mod sum;
mod terminal;

pub use account::{Account, Links};
pub use cluster::{cluster, cluster_gist};
pub use count::{grouped, plural};
pub use coverage::{coverage, coverage_json};
pub use csv::{claims_csv, csv_head, datapackage};
pub use erratum::{erratum, erratum_gist};
pub use fact::{Words, change, gist, value};
pub use gate::gate;
pub use github::github;
pub use history::{history, history_json, history_markdown};
pub use json::json;
pub use junit::junit;
pub use ledger::{Extent, count_said, ledger, ledger_json, ledger_markdown, ledger_page};
pub use markdown::{LONGEST, markdown};
pub use score::{score, score_json};
pub use sentence::{FSI, PDI, isolated, sentence, visible};
pub use spot::Spot;
pub use style::{STYLES, Styles, sign};
pub use terminal::{Shown, changed, report};
