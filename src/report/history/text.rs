//! For a terminal.

use std::io::{self, Write};

use super::super::sentence::visible;
use super::super::style::STYLES;
use super::super::terminal::{Shown, changed, facts, kinds, more, wrong};
use crate::harness::{Altered, Fate, History};

/// Writes what became of the accepted facts; at most `limit` documents and as many changes of each, all without it.
///
/// # Errors
/// Output that fails.
pub fn history(history: &History, limit: Option<usize>, out: &mut impl Write) -> io::Result<()> {
    let most = limit.unwrap_or(usize::MAX);
    for one in history.altered.iter().take(most) {
        altered(one, limit, out)?;
    }
    more(history.altered.len().saturating_sub(most), "document", out)?;
    for problem in history.problems.iter().take(most) {
        wrong(&problem.to_string(), out)?;
    }
    more(history.problems.len().saturating_sub(most), "problem", out)?;
    let (strong, faint) = (STYLES.strong, STYLES.faint);
    for sum in super::sums(history) {
        writeln!(out, "{strong}{}{strong:#}", visible(&sum))?;
    }
    kinds(&history.tally, out)?;
    match super::waiting(history) {
        Some(waiting) => writeln!(out, "{faint}{waiting}{faint:#}"),
        None => Ok(()),
    }
}

fn altered(altered: &Altered, limit: Option<usize>, out: &mut impl Write) -> io::Result<()> {
    let (strong, faint) = (STYLES.strong, STYLES.faint);
    let (id, file) = (visible(&altered.id), visible(&altered.file));
    let name = format!("{strong}{id}{strong:#}");
    let (added, removed, yellow) = (STYLES.added, STYLES.removed, STYLES.changed);
    match &altered.fate {
        Fate::Added(tally) => {
            writeln!(out, "{added}added{added:#} {name}  {}  {faint}{file}{faint:#}", facts(tally))?;
        }
        Fate::Removed(tally) => {
            writeln!(out, "{removed}removed{removed:#} {name}  {}  {faint}{file}{faint:#}", facts(tally))?;
        }
        Fate::Changed(_) => writeln!(out, "{name}  {faint}{file}{faint:#}")?,
        Fate::Renamed { from, .. } => {
            let from = visible(from);
            writeln!(out, "{yellow}renamed{yellow:#} {from} → {name}  {faint}{file}{faint:#}")?;
        }
    }
    let Some(differences) = altered.fate.changed() else { return Ok(()) };
    let shown = Shown { documents: limit, changes: limit, lines: false, quiet: false, pending: false };
    changed(differences, shown, out)?;
    writeln!(out)
}
