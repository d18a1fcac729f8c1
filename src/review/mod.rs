//! Review: a person decides on what changed, with the sentences in front of them.
//!
//! Knows the ceremony: which document is next, what the keys mean, what was decided. Reads keys from and writes to what
//! it is given, so that it works in a terminal, in a pipe and in a test alike. Does not know how facts are found.

mod prompt;
pub mod web;

pub use prompt::{Decided, review};
