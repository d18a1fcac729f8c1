//! For a pull request or a file: a heading and a table for each entry.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::table::evidence;
use super::words::{asides, chain, count_said, days, findings, places, sums, verdict};
use super::{Extent, rule};
use crate::reconcile::{Entry, Figure, Ledger};
use crate::report::history::markdown::escaped;
use crate::report::sentence::quoted;
use crate::report::{grouped, visible};

/// Writes the ledger as Markdown: sums first, then each entry with the table of its figures, sentences right to left.
///
/// # Errors
/// Output that fails.
pub fn ledger_markdown(ledger: &Ledger, extent: Extent, out: &mut impl Write) -> io::Result<()> {
    let mut text = String::from("## Ledger\n\n");
    for sum in super::sums(ledger, extent) {
        let _ = writeln!(text, "- {sum}");
    }
    let _ = writeln!(text, "\n{}.\n", rule(ledger));
    let (entries, left) = extent.entries(ledger);
    for shown in entries {
        entry(shown, extent, &mut text);
    }
    if left > 0 {
        let _ = writeln!(text, "… {} more entries", grouped(left));
    }
    out.write_all(text.as_bytes())
}

fn entry(entry: &Entry, extent: Extent, text: &mut String) {
    let group = escaped(&visible(entry.group.name()));
    let _ = writeln!(text, "### {}: {} {group}\n", verdict(entry.verdict), entry.predicate.name());
    let _ = writeln!(
        text,
        "{}, {}; {}\n",
        cell(&places(entry)),
        days(entry.window),
        cell(&sums(entry).join("; "))
    );
    for finding in findings(entry) {
        let _ = writeln!(text, "- {}", cell(&finding));
    }
    text.push_str("\n| figure | origin | chain | place | says |\n|---|---:|---|---|---|\n");
    let shown = extent.figures(entry);
    entry.figures[..shown].iter().for_each(|one| figure(one, text));
    if shown < entry.figures.len() {
        let _ = writeln!(text, "\n… {} more figures", grouped(entry.figures.len() - shown));
    }
    text.push('\n');
}

fn figure(figure: &Figure, text: &mut String) {
    let testimony = &figure.testimony;
    let chain: Vec<_> =
        chain(testimony).iter().map(|name| format!("<bdi>{}</bdi>", cell(&visible(name)))).collect();
    let [before, quotation, after] = quoted(&evidence(testimony)).map(|part| cell(&part));
    let asides = asides(figure);
    let asides = if asides.is_empty() { String::new() } else { format!("<br>{}", cell(&asides.join(", "))) };
    let _ = writeln!(
        text,
        "| {} | {} | {} | {}:{}{asides} | <div dir=\"rtl\">{before}<mark>{quotation}</mark>{after}</div> |",
        cell(&count_said(testimony.count.as_ref())),
        figure.origin,
        chain.join(" ← "),
        cell(&visible(&testimony.document)),
        testimony.line
    );
}

/// Text that stands in a cell of a table.
fn cell(text: &str) -> String {
    escaped(text).replace('|', "&#124;").replace('\n', " ")
}
