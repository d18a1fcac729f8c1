//! The docket: what waits for a decision, and what deciding does.
//!
//! A [`Docket`] lists the cases, documents whose new snapshot is not what was accepted, each change with its sentence and
//! with what it does to what a person has verified, and the clusters of like changes. A [`Ruling`] on some of a case's
//! changes is carried out at once, file by file, and can be taken back. It knows snapshots and sidecars, and nothing of
//! screens: the prompt, the full screen, the page and the command line all decide through it. What people have verified
//! and know to be wrong is gold, against which [`score`] measures what was accepted and what is read now.

mod case;
mod decisions;
mod effect;
mod errata;
mod gold;
mod ledger;
mod list;
mod ruling;
mod score;
mod selection;
mod standing;
mod verify;

pub use case::Case;
pub use decisions::{Applied, Decision, Decisions, Noted, Verified};
pub use effect::Effect;
pub use errata::{Erratum, enter, errata};
pub use gold::Score;
pub use ledger::{Correction, Ledger};
pub use list::Docket;
pub use ruling::{Before, Ruling, Settled, settle};
pub use score::{KindScore, Scores, Stale, score};
pub use selection::Selection;
pub use standing::{Standing, standings};
pub use verify::{Verification, unverify, verify};
