//! For a terminal.

use std::io::{self, Write};

use super::words::{asides, chain, count_said, days, findings, isolated_if_arabic, places, sums, verdict};
use super::{Extent, rule};
use crate::harness::Evidence;
use crate::reconcile::{Entry, Figure, Ledger, Testimony, Verdict};
use crate::report::style::{STYLES, Styles};
use crate::report::{grouped, isolated, sentence, visible};

/// Writes the ledger: each entry with its verdict, then its figures, each in its sentence; the sum at the end.
///
/// # Errors
/// Output that fails.
pub fn ledger(ledger: &Ledger, extent: Extent, out: &mut impl Write) -> io::Result<()> {
    let Styles { strong, faint, .. } = STYLES;
    let (entries, left) = extent.entries(ledger);
    for shown in entries {
        entry(shown, extent, out)?;
    }
    if left > 0 {
        writeln!(out, "{faint}… {} more (all of them: --limit 0){faint:#}", grouped(left))?;
    }
    let sums = super::sums(ledger, extent);
    if let Some((first, rest)) = sums.split_first() {
        let rest = rest.iter().map(|sum| ["  ", sum, "\n"].concat()).collect::<String>();
        write!(out, "{strong}{first}{strong:#}\n{rest}")?;
    }
    writeln!(out, "{faint}{}{faint:#}", rule(ledger))
}

fn entry(entry: &Entry, extent: Extent, out: &mut impl Write) -> io::Result<()> {
    let Styles { strong, faint, .. } = STYLES;
    let color = colour(entry.verdict);
    let group = isolated_if_arabic(entry.group.name());
    writeln!(
        out,
        "{strong}{}{strong:#} {group}  {}  {}  {color}{}{color:#}",
        entry.predicate.name(),
        places(entry),
        days(entry.window),
        verdict(entry.verdict)
    )?;
    writeln!(out, "  {faint}{}{faint:#}", sums(entry).join("; "))?;
    for finding in findings(entry) {
        writeln!(out, "  {faint}{finding}{faint:#}")?;
    }
    let shown = extent.figures(entry);
    for one in &entry.figures[..shown] {
        figure(one, out)?;
    }
    if shown < entry.figures.len() {
        writeln!(out, "  {faint}… {} more figures{faint:#}", grouped(entry.figures.len() - shown))?;
    }
    if !entry.others.is_empty() {
        let others: Vec<_> = entry.others.iter().map(|group| isolated_if_arabic(group.name())).collect();
        writeln!(out, "  {faint}another scope: {}{faint:#}", others.join(", "))?;
    }
    writeln!(out)
}

fn figure(figure: &Figure, out: &mut impl Write) -> io::Result<()> {
    let Styles { strong, faint, .. } = STYLES;
    let testimony = &figure.testimony;
    let count = count_said(testimony.count.as_ref());
    let chain: Vec<_> = chain(testimony).iter().map(|name| isolated(name)).collect();
    let place = format!("{}:{}", visible(&testimony.document), testimony.line);
    let asides = asides(figure).join(", ");
    let asides = if asides.is_empty() { asides } else { format!("  {asides}") };
    writeln!(
        out,
        "  {strong}{count:<14}{strong:#} #{} {}  {faint}{place}{asides}{faint:#}",
        figure.origin,
        chain.join(" ← ")
    )?;
    writeln!(out, "    {}", sentence(&evidence(testimony), &STYLES))
}

/// The sentence of a testimony and the claim in it.
pub(super) fn evidence(testimony: &Testimony) -> Evidence {
    Evidence { sentence: testimony.sentence.clone(), mark: testimony.mark.clone() }
}

fn colour(verdict: Verdict) -> anstyle::Style {
    match verdict {
        Verdict::HardConflict | Verdict::HeadlineAgainstBody | Verdict::Denial => STYLES.removed,
        Verdict::SoftConflict | Verdict::Correction | Verdict::Update => STYLES.changed,
        Verdict::Agreement => STYLES.added,
        _ => STYLES.faint,
    }
}
