//! Snapshots: facts written down, and what became of them since.
//!
//! [`Record`] is the one serialised shape of a document's facts: output, snapshots and other engines' answers are all
//! of it. This room knows the JSON of a record, the canonical text that a snapshot holds, the `.snap` files of insta in
//! which it stands, and the difference between two records fact by fact. It does not know how facts are found, which
//! documents there are, or what a screen is. Called by the harness and what stands above it.

mod answer;
mod beside;
mod body;
mod change;
mod cluster;
mod diff;
mod field;
mod file;
mod gist;
mod identity;
mod json;
mod kind;
mod lines;
mod literal;
mod merge;
mod offsets;
mod parse;
mod record;
mod straight;
mod yaml;

pub use answer::{Answer, Misfit};
pub use beside::write_beside;
pub(crate) use beside::{beside, remove_dead};
pub use change::{Change, FieldChange, Nature};
pub use cluster::{Cluster, clusters};
pub use diff::{DOCUMENT, Diff, diff};
pub use field::{Extent, Field, Fields, Reference};
pub(crate) use file::pending_path;
pub use file::{Header, PENDING, SNAP, Snapshot};
pub use lines::{LineChange, line_diff};
pub use literal::write_string;
pub use merge::merge;
pub use offsets::Offsets;
pub use record::{Basis, Item, Published, Record, SCHEMA};
pub use straight::write_reading;
