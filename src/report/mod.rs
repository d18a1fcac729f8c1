//! Reports: what a check found, for people to read in a terminal.
//!
//! Knows how a fact, a change and a sentence that is read right to left look; writes into whatever it is given, with
//! colours that the program takes away where nobody sees them. Decides nothing and reads no files.

mod cluster;
mod count;
mod fact;
mod sentence;
mod style;
mod terminal;

pub use cluster::{cluster, cluster_gist};
pub use count::{grouped, plural};
pub use fact::{Words, change, gist, value};
pub use sentence::{FSI, PDI, isolated, sentence, visible};
pub use style::{STYLES, Styles, sign};
pub use terminal::{Shown, changed, report};
