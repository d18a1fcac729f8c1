//! Reports: what a check found, for people to read in a terminal or in a browser.
//!
//! Knows how a fact, a change and a sentence that is read right to left look; writes into whatever it is given, with
//! colours that the program takes away where nobody sees them. Decides nothing and reads no files.

mod cluster;
mod count;
mod coverage;
mod erratum;
mod fact;
mod history;
pub mod html;
mod score;
mod sentence;
mod style;
mod terminal;

pub use cluster::{cluster, cluster_gist};
pub use count::{grouped, plural};
pub use coverage::{coverage, coverage_json};
pub use erratum::{erratum, erratum_gist};
pub use fact::{change, gist, value};
pub use history::{history, history_json, history_markdown};
pub use score::{score, score_json};
pub use sentence::{isolated, sentence, visible};
pub use style::{STYLES, Styles};
pub use terminal::{Shown, changed, report};
