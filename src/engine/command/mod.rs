//! Command engines: any program that answers lines of JSON takes the place of the built-in readers.
//!
//! Knows what is written to such a program and what it may answer, keeps its processes alive from document to document,
//! and says in one line what became of one that did not answer. Does not know how a corpus is checked: called through
//! [`Engine`](crate::engine::Engine) alone, by whatever asks the project for its engine.

mod engine;
mod log;
mod pool;
mod process;
mod settings;

pub(crate) use engine::CommandEngine;
pub(crate) use log::Log;
pub use settings::CommandSettings;
