//! Budgets and floors, each in a line.

use std::io::{self, Write};

use super::count::grouped;
use super::sentence::visible;
use super::style::STYLES;
use super::sum::unsought;
use super::terminal::Shown;
use crate::harness::{Check, Floor, Gate, Spending, Verdict};

/// Writes what there is to say behind the sum of a check: what it did not look for, and how it stands to budgets and
/// floors.
///
/// # Errors
/// Output that fails.
pub fn gate(gate: &Gate, check: &Check, shown: Shown, out: &mut impl Write) -> io::Result<()> {
    let (removed, faint) = (STYLES.removed, STYLES.faint);
    if let Some(why) = unsought(check).filter(|_| !shown.quiet) {
        writeln!(out, "{faint}{why}{faint:#}")?;
    }
    for line in broken(gate) {
        writeln!(out, "{removed}{line}{removed:#}")?;
    }
    if gate.excuses && check.verdict() == Verdict::Differences && !shown.quiet {
        writeln!(out, "{EXCUSED}")?;
    }
    Ok(())
}

/// What is said where differences are no failure.
pub(super) const EXCUSED: &str = "all within the budgets, which alone decide here";

/// What is exceeded or missed, a line each.
pub(super) fn broken(gate: &Gate) -> impl Iterator<Item = String> {
    gate.exceeded().map(spending).chain(gate.missed().map(floor))
}

/// `budget: removed claim 3 of at most 0`.
pub(super) fn spending(spent: &Spending) -> String {
    let (used, limit) = (grouped(spent.used), grouped(spent.limit));
    let share = spent.share.map(|(share, whole)| format!(" ({share} of {})", grouped(whole)));
    let (nature, kind) = (spent.nature, visible(&spent.kind));
    format!("budget: {nature} {kind} {used} of at most {limit}{}", share.unwrap_or_default())
}

/// `floor: F1 of numeral 0.9312, at least 0.95`.
pub(super) fn floor(floor: &Floor) -> String {
    let (kind, least) = (visible(&floor.kind), floor.least.value());
    match floor.score {
        // Cut, not rounded: what is below the floor must not look as if it were not.
        Some(score) => format!("floor: F1 of {kind} {}, at least {least}", (score * 1e4).floor() / 1e4),
        None => {
            format!("floor: F1 of {kind} unknown, at least {least}: no verified document has such a fact")
        }
    }
}
