//! Reports: what a check found, for people to read in a terminal or in a browser.
//!
//! Knows how a fact, a change and a sentence that is read right to left look; writes into whatever it is given, with
//! colours that the program takes away where nobody sees them. Decides nothing and reads no files.

mod cluster;
mod count;
mod fact;
pub mod html;
mod sentence;
mod style;
mod terminal;

pub use cluster::{cluster, cluster_gist};
pub use count::{grouped, plural};
pub use fact::{change, gist, value};
pub use sentence::{isolated, sentence, visible};
pub use style::{STYLES, Styles};
pub use terminal::{Shown, changed, report};
