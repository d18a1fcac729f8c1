//! Effects: what a change does to what a person has verified.

use crate::harness::Known;
use crate::snapshot::{Change, Nature};

use super::ledger::Ledger;

/// What a change does to what a person has verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Effect {
    /// It mends the known error of that index.
    Mends(usize),
    /// The fact was verified as it was.
    Breaks,
    /// Neither.
    Neither,
}

impl Effect {
    /// What `change` does to what the sidecar holds.
    pub fn of(change: &Change, ledger: &Ledger) -> Self {
        if let Some(row) = ledger.known.iter().position(|row| mends(change, row)) {
            return Self::Mends(row);
        }
        if ledger.is_verified
            && says_otherwise(change)
            && !ledger.known.iter().any(|row| concerns(change, row))
        {
            return Self::Breaks;
        }
        Self::Neither
    }

    /// The word in data: `mends` or `breaks`; none for neither.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::Mends(_) => Some("mends"),
            Self::Breaks => Some("breaks"),
            Self::Neither => None,
        }
    }

    /// The words in reports; none for neither.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Mends(_) => Some("mends a known error"),
            Self::Breaks => Some("breaks a verified fact"),
            Self::Neither => None,
        }
    }
}

/// Whether what was wrong is right now: said rightly, gone, or no longer missing.
fn mends(change: &Change, row: &Known) -> bool {
    let was_wrong = change.old.as_ref().is_some_and(|old| row.is_wrong(old));
    let is_right = change.new.as_ref().is_some_and(|new| row.is_right(new));
    match (&row.says, &row.right) {
        (Some(_), None) => was_wrong && change.new.as_ref().is_none_or(|new| !row.is_wrong(new)),
        (None, Some(_)) => is_right,
        (Some(_), Some(_)) => is_right && (was_wrong || change.old.is_none()),
        (None, None) => false,
    }
}

/// Whether the row speaks of the fact: what is known to be wrong was not verified.
fn concerns(change: &Change, row: &Known) -> bool {
    change.old.as_ref().is_some_and(|old| row.is_wrong(old))
}

/// Whether a fact says something else, or stands elsewhere in its sentence; the rule that finds it says nothing.
fn says_otherwise(change: &Change) -> bool {
    change.nature != Nature::Changed || change.fields.iter().any(|field| field.name != "rule")
}
