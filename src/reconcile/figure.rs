//! Figures: testimonies in the ledger.

use super::testimony::Testimony;

/// A testimony in its entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What is said.
    pub testimony: Testimony,
    /// Which of the entry's independent origins it comes from, from 1.
    pub origin: usize,
}
