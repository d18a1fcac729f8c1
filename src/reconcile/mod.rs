//! Reconciling: what many documents say of the same thing becomes a ledger of agreements and contradictions.
//!
//! A claim is reduced to a [`Testimony`] as soon as its document is read, so that no text is held. Testimonies of one
//! predicate, group, place and stretch of days are an [`Entry`], whose figures are compared as intervals; independent
//! origins count, not documents. Decides nothing and guesses nothing: what a claim leaves open is said to be open. Does
//! not know files, snapshots or screens.

mod area;
#[cfg(test)]
mod cases;
mod entry;
mod figure;
mod group;
mod ledger;
mod testimony;
mod verdict;
mod voice;
mod weigh;
mod window;
mod witness;

pub use area::{Area, Given};
pub use entry::{Entry, Finding};
pub use figure::Figure;
pub use group::Group;
pub use ledger::Ledger;
pub use testimony::{Days, Testimony};
pub use verdict::Verdict;
pub use voice::Voice;
pub use window::Window;
pub use witness::{Outlet, testimonies};
