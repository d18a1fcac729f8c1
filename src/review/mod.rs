//! Review: a person decides on what changed, with the sentences in front of them.
//!
//! Knows the ceremony: which document is next, what the keys mean, what was decided. A [`Session`] is the review itself;
//! [`screen`] shows it on a full terminal, and the plain prompt does with lines alone. Reads keys from and writes to what
//! it is given, so that it works in a terminal, in a pipe and in a test alike. Does not know how facts are found.

mod browse;
mod prompt;
mod rule;
pub mod screen;
mod session;
mod sheet;
pub mod web;

pub use prompt::{Decided, review};
pub use rule::{Happened, Missing, Reach, Ruled, Undone};
pub use session::{Entry, Filter, Like, Progress, Session, Spot};
pub use sheet::{Past, Row, Sheet, Sight, Standing};
