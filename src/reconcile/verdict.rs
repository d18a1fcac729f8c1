//! Verdicts: how two testimonies, and all figures of an entry, stand to one another.

use super::testimony::Testimony;
use crate::fact::{Predicate, Update};
use crate::interval::Relation;

/// What a comparison comes to, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// No number is possible for both.
    HardConflict,
    /// One document's headline and its body do not say the same.
    HeadlineAgainstBody,
    /// The figures overlap and name different numbers.
    SoftConflict,
    /// One says that it is not so, the other that it is.
    Denial,
    /// A figure is taken back for another.
    Correction,
    /// A later toll that is no smaller.
    Update,
    /// Independent origins say what goes together.
    Agreement,
    /// Other people or a part of them are counted: nothing to compare.
    Scope,
    /// There are only classes of numbers: tens, many.
    VagueOnly,
    /// All comes from one origin, however often it is said.
    OneOrigin,
    /// Nothing is counted, or nothing is said as a fact.
    Uncounted,
}

impl Verdict {
    /// Every verdict, the gravest first.
    pub const ALL: [Self; 11] = [
        Self::HardConflict,
        Self::HeadlineAgainstBody,
        Self::SoftConflict,
        Self::Denial,
        Self::Correction,
        Self::Update,
        Self::Agreement,
        Self::Scope,
        Self::VagueOnly,
        Self::OneOrigin,
        Self::Uncounted,
    ];

    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::HardConflict => "hard-conflict",
            Self::HeadlineAgainstBody => "headline-against-body",
            Self::SoftConflict => "soft-conflict",
            Self::Denial => "denial",
            Self::Correction => "correction",
            Self::Update => "update",
            Self::Agreement => "agreement",
            Self::Scope => "scope",
            Self::VagueOnly => "vague-only",
            Self::OneOrigin => "one-origin",
            Self::Uncounted => "uncounted",
        }
    }

    /// Whether an editor has to choose.
    pub fn is_conflict(self) -> bool {
        self <= Self::Denial
    }

    /// How two testimonies of one predicate, group, place and time stand to one another; none where there is nothing
    /// to compare.
    pub fn of(one: &Testimony, other: &Testimony) -> Option<Self> {
        if one.is_part != other.is_part || one.area.is_apart(&other.area) {
            return Some(Self::Scope);
        }
        if denies(one, other) || denies(other, one) {
            let same = one.document == other.document;
            return Some(if same && is_mended(one, other) { Self::Correction } else { Self::Denial });
        }
        if is_former(one, other) || is_former(other, one) {
            return Some(Self::Update);
        }
        if !(one.is_compared() && other.is_compared()) {
            return None;
        }
        let relation = one.interval()?.relation(&other.interval()?);
        Some(match relation {
            Relation::Compatible => Self::Agreement,
            _ if one.document == other.document && one.headline != other.headline => {
                Self::HeadlineAgainstBody
            }
            _ if corrects(one, other) || corrects(other, one) => Self::Correction,
            // Who gives several figures in one report tells of several things.
            _ if one.document == other.document && one.origin() == other.origin() => Self::Scope,
            _ if grew(one, other) || grew(other, one) => Self::Update,
            Relation::Disjoint => Self::HardConflict,
            Relation::Apart => Self::SoftConflict,
        })
    }
}

/// Whether one says that what the other says is not so: all of it, or that number.
fn denies(one: &Testimony, other: &Testimony) -> bool {
    if !one.is_denied() || !other.is_affirmed() {
        return false;
    }
    let zero = |t: &Testimony| t.count.is_some_and(|count| count.number == Some(0.into()));
    match (one.interval(), other.interval()) {
        _ if zero(one) => !zero(other) && other.count.is_some(),
        (Some(own), Some(its)) => own.relation(&its) == Relation::Compatible,
        (None, _) => true,
        (Some(_), None) => false,
    }
}

/// Whether either takes back a figure for another.
fn is_mended(one: &Testimony, other: &Testimony) -> bool {
    [one, other]
        .iter()
        .any(|t| t.update == Some(Update::Corrected) || t.modality == crate::fact::Modality::Retracted)
}

/// The earlier figure of a toll that its own document tells the new one of: من 12 إلى 19.
fn is_former(one: &Testimony, other: &Testimony) -> bool {
    one.update == Some(Update::Former) && one.document == other.document && other.is_compared()
}

/// Whether `one` is said to correct figures of before, and `other` is of before.
fn corrects(one: &Testimony, other: &Testimony) -> bool {
    one.update == Some(Update::Corrected) && other.update != Some(Update::Corrected) && !is_later(other, one)
}

/// Whether `one` is a toll of a later day than `other` that is no smaller.
fn grew(one: &Testimony, other: &Testimony) -> bool {
    is_cumulative(one.predicate) && is_later(one, other) && {
        let low = |t: &Testimony| t.interval().and_then(|interval| interval.low());
        low(one) >= low(other)
    }
}

fn is_later(one: &Testimony, other: &Testimony) -> bool {
    matches!((one.days.reported, other.days.reported), (Some(own), Some(its)) if own > its)
}

/// Whether a later count includes the earlier one: what happened, not what is.
fn is_cumulative(predicate: Predicate) -> bool {
    !matches!(
        predicate,
        Predicate::AtLarge
            | Predicate::Detained
            | Predicate::Missing
            | Predicate::Hospitalised
            | Predicate::Deployed
            | Predicate::Other
    )
}
