//! Verifying: stating that a person has read the accepted facts of a document against its text.

use super::ledger::Ledger;
use crate::engine::Extraction;
use crate::error::Result;
use crate::harness::{Outcome, Place, Project, Verdict, judge};
use crate::snapshot::Snapshot;

/// What became of a document that was to be stated as verified, or no longer so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verification {
    /// It is stated now; that many facts were read, and so many errors are known.
    Stated {
        /// Facts of the accepted snapshot.
        facts: usize,
        /// Rows of what is known to be wrong.
        known: usize,
    },
    /// Its accepted snapshot was stated as verified before.
    Already,
    /// It is not stated, and why.
    Refused(Verdict, &'static str),
    /// What was stated is taken back.
    TakenBack,
    /// Nothing was stated that could be taken back.
    Nothing,
}

/// States in the sidecar that the accepted snapshot of `place` is verified. Refused where a fresh reading is not that
/// snapshot, or where another waits for a decision.
///
/// # Errors
/// A document, sidecar or snapshot that cannot be read, a sidecar that cannot be written, a document without one.
pub fn verify(project: &Project, place: &Place, extraction: Extraction<'_>) -> Result<Verification> {
    let judged = judge(project, place, extraction);
    match judged.outcome {
        Outcome::Failed(error) => return Err(error),
        Outcome::New(_) | Outcome::Renamed(_) => {
            return Ok(Verification::Refused(Verdict::Missing, "it has no accepted snapshot"));
        }
        Outcome::Changed(_) => {
            let why = "its facts are not those that were accepted";
            return Ok(Verification::Refused(Verdict::Differences, why));
        }
        Outcome::Same if place.pending().exists() => {
            let why = "a snapshot of it waits for a decision";
            return Ok(Verification::Refused(Verdict::Differences, why));
        }
        Outcome::Same => {}
    }
    let body = Snapshot::read(&place.snapshot)?.map(|snapshot| snapshot.body).unwrap_or_default();
    let ledger = Ledger::read(place, Some(&body))?;
    if ledger.is_verified {
        return Ok(Verification::Already);
    }
    ledger.verify(&body)?;
    Ok(Verification::Stated { facts: judged.tally.total().facts, known: ledger.known.len() })
}

/// Takes back what the sidecar of `place` states of it.
///
/// # Errors
/// A sidecar that cannot be read or written, a document without one.
pub fn unverify(place: &Place) -> Result<Verification> {
    let ledger = Ledger::read(place, None)?;
    if !ledger.is_stated {
        return Ok(Verification::Nothing);
    }
    ledger.unverify()?;
    Ok(Verification::TakenBack)
}
