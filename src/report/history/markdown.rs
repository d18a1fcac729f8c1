//! For the description of a pull request: Markdown with the elements and attributes that GitHub lets pass, among which
//! `bdi` is not: what is read right to left stands in elements with a `dir`, which isolates as well.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::super::count::{grouped, plural};
use super::super::fact::change;
use super::super::sentence::{quoted, visible};
use super::super::style::PLAIN;
use super::super::terminal::{counts, facts, more_of};
use crate::harness::{Altered, Changed, Evidence, Fate, History, Tally};
use crate::snapshot::{Change, Nature};

/// Characters beyond which no more documents are shown: GitHub takes no description of more than 65,536.
const ROOM: usize = 60_000;

/// Writes what became of the accepted facts as Markdown; at most `limit` documents and as many changes of each, and no
/// more than a description of GitHub's holds. All without a limit.
///
/// # Errors
/// Output that fails.
pub fn history_markdown(history: &History, limit: Option<usize>, out: &mut impl Write) -> io::Result<()> {
    let mut text = String::new();
    for sum in super::sums(history) {
        let _ = writeln!(text, "**{}**\n", escaped(&sum));
    }
    table(&history.tally, &mut text);
    for problem in history.problems.iter().take(limit.unwrap_or(usize::MAX)) {
        let _ = writeln!(text, "⚠ {}\n", escaped(&visible(&problem.to_string())));
    }
    let mut shown = 0;
    for altered in history.altered.iter().take(limit.unwrap_or(usize::MAX)) {
        let section = section(altered, limit);
        if limit.is_some() && text.chars().count() + section.chars().count() > ROOM {
            break;
        }
        text.push_str(&section);
        shown += 1;
    }
    match history.altered.len() - shown {
        0 => {}
        left => drop(writeln!(text, "… {}", more_of(left, "document"))),
    }
    if let Some(waiting) = super::waiting(history) {
        let _ = writeln!(text, "{waiting}");
    }
    writeln!(out, "{}", text.trim_end())
}

/// A row for each kind, a column for each nature that there is.
fn table(tally: &Tally, text: &mut String) {
    let total = tally.total();
    let natures: Vec<_> = Nature::ALL.into_iter().filter(|nature| total.of(*nature) > 0).collect();
    if natures.is_empty() {
        return;
    }
    let cells = |cell: &dyn Fn(&Nature) -> String| natures.iter().map(cell).collect::<Vec<_>>().join(" | ");
    let _ = writeln!(text, "| kind | {} |", cells(&|nature| nature.name().to_owned()));
    let _ = writeln!(text, "|---|{}|", cells(&|_| "---:".to_owned()).replace(' ', ""));
    for (kind, tally) in tally.kinds() {
        let numbers = cells(&|nature| grouped(tally.of(*nature)));
        let _ = writeln!(text, "| {} | {numbers} |", escaped(&visible(kind)).replace('|', "\\|"));
    }
    text.push('\n');
}

/// What became of a document. It is HTML without an empty line, so that nothing in it is read as Markdown.
fn section(altered: &Altered, limit: Option<usize>) -> String {
    let id = format!("<code>{}</code>", escaped(&visible(&altered.id)));
    let became = match &altered.fate {
        Fate::Added(tally) => format!("added {id}: {}", facts(tally)),
        Fate::Removed(tally) => format!("removed {id}: {}", facts(tally)),
        Fate::Changed(changed) => format!("{id}: {}", became(changed)),
        Fate::Renamed { from, changed } => {
            let from = format!("renamed <code>{}</code> → {id}", escaped(&visible(from)));
            changed.as_ref().map_or(from.clone(), |changed| format!("{from}: {}", became(changed)))
        }
    };
    let Some(changed) = altered.fate.changed() else { return format!("- {became}\n\n") };
    let mut section = format!("<details><summary>{became}</summary>\n<ul>\n");
    let most = limit.unwrap_or(usize::MAX);
    for (one, evidence) in changed.diff.changes.iter().zip(&changed.evidence).take(most) {
        fact(one, evidence.as_ref(), &mut section);
    }
    match changed.diff.changes.len().saturating_sub(most) {
        0 => {}
        left => drop(writeln!(section, "<li>… {}</li>", more_of(left, "change"))),
    }
    if changed.diff.shifted > 0 {
        let _ = writeln!(
            section,
            "<li>{} only moved: the document was edited</li>",
            plural(changed.diff.shifted, "fact")
        );
    }
    section.push_str("</ul></details>\n\n");
    section
}

fn became(changed: &Changed) -> String {
    let mut tally = Tally::default();
    tally.add_changes(&changed.diff.changes);
    counts(&tally.total())
}

fn fact(one: &Change, evidence: Option<&Evidence>, section: &mut String) {
    let _ = write!(section, "<li>{}", escaped(&change(one, &PLAIN)));
    match (evidence, &one.old) {
        (Some(evidence), _) => {
            let [before, quotation, after] = quoted(evidence).map(|part| escaped(&part));
            let _ = write!(section, "<div dir=\"rtl\">{before}<mark>⟦{quotation}⟧</mark>{after}</div>");
        }
        (None, Some(old)) if !old.text.is_empty() => quotation(&old.text, "", section),
        _ => {}
    }
    match &one.old {
        Some(old) if matches!(one.nature, Nature::Grown | Nature::Shrunk) => {
            quotation(&old.text, "was ", section);
        }
        _ => {}
    }
    section.push_str("</li>\n");
}

fn quotation(text: &str, head: &str, section: &mut String) {
    let _ = write!(section, "<div>{head}<span dir=\"rtl\">⟦{}⟧</span></div>", escaped(&visible(text)));
}

/// Text that HTML and Markdown leave as it is, and in which GitHub finds nobody to notify and no issue to link.
pub(in crate::report) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '@' | '#' => {
                escaped.push(c);
                escaped.push_str("&#8203;");
            }
            '*' | '_' | '`' | '[' | '\\' | '~' => drop(write!(escaped, "&#{};", c as u32)),
            _ => escaped.push(c),
        }
    }
    escaped
}
