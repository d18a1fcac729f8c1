//! Verifies a corpus: runs extractors over every document and checks their facts against golden snapshots.
//!
//! The rooms from the ground up, each of which uses only those below it: [`span`], [`number`] and [`error`]; [`text`];
//! [`fact`]; [`lexicon`], and beside it [`interval`], which compares counts; [`extract`]; [`snapshot`], and beside it
//! [`reconcile`]; [`engine`], which turns one document into a record; [`harness`], which knows the corpus and its
//! snapshots; [`docket`], where it is decided what becomes of a change, by whatever screen; [`report`], which shows and
//! decides nothing; [`review`], in the terminal and in a browser. `tests/house.rs` holds them to that.

#![deny(clippy::print_stdout, clippy::print_stderr)]

pub mod docket;
pub mod engine;
pub mod error;
pub mod extract;
pub mod fact;
pub mod harness;
pub mod interval;
pub mod lexicon;
pub mod number;
pub mod reconcile;
pub mod report;
pub mod review;
pub mod snapshot;
pub mod span;
pub mod text;
