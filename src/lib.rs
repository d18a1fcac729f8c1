//! Verifies a corpus: runs extractors over every document and checks their facts against golden snapshots.

#![deny(clippy::print_stdout, clippy::print_stderr)]

pub mod docket;
pub mod error;
pub mod extract;
pub mod fact;
pub mod harness;
pub mod lexicon;
pub mod number;
pub mod report;
pub mod review;
pub mod snapshot;
pub mod span;
pub mod text;
