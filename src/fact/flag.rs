//! Flags: what an editor should look at.

use super::Link;

/// Something in a document that an editor should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// What it is.
    pub code: Code,
    /// One line of English for the editor.
    pub message: String,
    /// The facts that it is about.
    pub refs: Vec<Link>,
}

/// What a flag is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Code {
    /// A weekday and a date that do not go together.
    WeekdayMismatch,
    /// The document's date and the days that its text names do not go together.
    ReferenceConflict,
    /// A date that no calendar has.
    ImpossibleDate,
    /// Two figures for the same thing that exclude one another.
    CountContradiction,
    /// The headline says something else than the body.
    HeadlineBodyMismatch,
    /// Invisible characters that change how a text reads.
    InvisibleControl,
    /// Digits of several scripts in one number or for one figure.
    MixedDigits,
    /// A figure of a size that its noun hardly has.
    SuspiciousMagnitude,
    /// A quotation without its end.
    OpenQuotation,
}

/// How much a flag matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Good to know.
    Note,
    /// Likely a mistake, or two readings.
    Warning,
    /// Certainly a mistake of the text.
    Error,
}

impl Code {
    /// Every code.
    pub const ALL: [Self; 9] = [
        Self::WeekdayMismatch,
        Self::ReferenceConflict,
        Self::ImpossibleDate,
        Self::CountContradiction,
        Self::HeadlineBodyMismatch,
        Self::InvisibleControl,
        Self::MixedDigits,
        Self::SuspiciousMagnitude,
        Self::OpenQuotation,
    ];

    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::WeekdayMismatch => "weekday-mismatch",
            Self::ReferenceConflict => "reference-conflict",
            Self::ImpossibleDate => "impossible-date",
            Self::CountContradiction => "count-contradiction",
            Self::HeadlineBodyMismatch => "headline-body-mismatch",
            Self::InvisibleControl => "invisible-control",
            Self::MixedDigits => "mixed-digits",
            Self::SuspiciousMagnitude => "suspicious-magnitude",
            Self::OpenQuotation => "open-quotation",
        }
    }

    /// How much it matters.
    pub fn severity(self) -> Severity {
        match self {
            Self::WeekdayMismatch | Self::ImpossibleDate => Severity::Error,
            Self::ReferenceConflict
            | Self::CountContradiction
            | Self::HeadlineBodyMismatch
            | Self::SuspiciousMagnitude => Severity::Warning,
            Self::InvisibleControl | Self::MixedDigits | Self::OpenQuotation => Severity::Note,
        }
    }
}

impl Severity {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}
