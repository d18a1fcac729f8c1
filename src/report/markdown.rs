//! Markdown for a pull request, or for the summary of a step.
//!
//! Everything that comes from a document stands in HTML, escaped, and no tag that GitHub would drop is used: a text can
//! neither format the report nor call anybody by name.

use std::fmt::Write as _;

use super::account::{Account, Told, own_line};
use super::cluster::cluster_gist;
use super::count::{grouped, plural};
use super::gate::{EXCUSED, broken};
use super::sentence::{quoted, visible};
use super::sum::{sum, sum_of, unsought};
use super::terminal::facts;
use crate::harness::{Changed, Finding, Outcome};
use crate::snapshot::{Cluster, Nature};

/// Characters that a comment on GitHub may have.
pub const LONGEST: usize = 65_536;
/// Characters that are kept for saying what was left out.
const RESERVE: usize = 400;
/// Changes of one document that are shown, and clusters.
const SHOWN: usize = 20;

/// The report, of [`LONGEST`] characters at most; what was left out is said at its end.
pub fn markdown(account: &Account<'_>) -> String {
    let mut page = Page::default();
    head(account, &mut page);
    page.add("table of kinds", &kinds(account));
    let clusters: Vec<_> = account.clusters.iter().filter(|cluster| cluster.members.len() > 1).collect();
    page.add("table of like changes", &likes(&clusters));
    for problem in &account.check.problems {
        page.add("problem", &format!("<p>problem: {}</p>\n\n", raw(&problem.to_string())));
    }
    for orphan in &account.check.orphans {
        page.add("orphan", &format!("<p>orphan <code>{}</code></p>\n\n", raw(&account.path(orphan))));
    }
    let mut findings: Vec<_> = account.check.findings.iter().enumerate().collect();
    findings.sort_by_key(|(_, finding)| rank(&finding.outcome));
    for (at, finding) in findings {
        page.add("document", &document(account, at, finding));
    }
    page.finish()
}

/// What cannot be read comes first, and what is merely new last: there may be more of it than room.
fn rank(outcome: &Outcome) -> u8 {
    match outcome {
        Outcome::Failed(_) => 0,
        Outcome::Same | Outcome::Changed(_) | Outcome::Renamed(_) => 1,
        Outcome::New(_) => 2,
    }
}

/// A text that grows until it is as long as it may be.
#[derive(Default)]
struct Page {
    text: String,
    length: usize,
    left_out: Vec<(&'static str, usize)>,
}

impl Page {
    /// Adds a part, or counts it among what was left out.
    fn add(&mut self, noun: &'static str, part: &str) {
        let length = part.chars().map(char::len_utf16).sum::<usize>();
        if self.length + length + RESERVE <= LONGEST {
            self.text += part;
            self.length += length;
            return;
        }
        match self.left_out.iter_mut().find(|(known, _)| *known == noun) {
            Some((_, number)) => *number += 1,
            None => self.left_out.push((noun, 1)),
        }
    }

    fn finish(mut self) -> String {
        if !self.left_out.is_empty() {
            let said: Vec<_> = self.left_out.iter().map(|(noun, number)| plural(*number, noun)).collect();
            let said = said.join(", ");
            let _ = writeln!(self.text, "\nLeft out, for want of room: {said}. The other reports hold all.");
        }
        self.text
    }
}

fn head(account: &Account<'_>, page: &mut Page) {
    let lines = sum(account.check);
    let verdict = account.gate.verdict(account.check).name();
    page.add("line", &format!("### tahqiq: {verdict}\n\n"));
    for line in lines.iter().map(|line| format!("**{line}**")).chain(broken(account.gate).map(|l| html(&l))) {
        page.add("line", &format!("{line}\\\n"));
    }
    if account.gate.excuses {
        page.add("line", &format!("{EXCUSED}\\\n"));
    }
    if let Some(why) = unsought(account.check) {
        page.add("line", &format!("{why}\\\n"));
    }
    let end = page.text.trim_end_matches("\\\n").len();
    page.text.truncate(end);
    page.add("line", "\n\n");
}

/// What became of the facts of each kind.
fn kinds(account: &Account<'_>) -> String {
    let kinds: Vec<_> = account
        .check
        .tally
        .kinds()
        .filter(|(_, tally)| Nature::ALL.iter().any(|nature| tally.of(*nature) > 0))
        .collect();
    if kinds.is_empty() {
        return String::new();
    }
    let natures: Vec<_> = Nature::ALL
        .into_iter()
        .filter(|nature| kinds.iter().any(|(_, tally)| tally.of(*nature) > 0))
        .collect();
    let mut rows = vec![row("th", ["kind", "facts"].into_iter().chain(natures.iter().map(|n| n.name())))];
    rows.extend(kinds.into_iter().take(SHOWN).map(|(kind, tally)| {
        let counts = natures.iter().map(|nature| grouped(tally.of(*nature)));
        row("td", [raw(kind), grouped(tally.facts)].into_iter().chain(counts))
    }));
    table(&rows)
}

fn likes(clusters: &[&Cluster]) -> String {
    if clusters.is_empty() {
        return String::new();
    }
    let mut rows = vec![row("th", ["like changes", "rule", "changes", "documents", "cluster"])];
    rows.extend(clusters.iter().take(SHOWN).map(|cluster| {
        let gist = format!("{} {}", raw(&cluster.kind), html(&cluster_gist(cluster)));
        let counts = [cluster.members.len(), cluster.documents()].map(grouped);
        let [changes, documents] = counts;
        let (rule, id) =
            (format!("<code>{}</code>", raw(&cluster.rule)), format!("<code>{}</code>", cluster.id));
        row("td", [gist, rule, changes, documents, id])
    }));
    let more = clusters.len().saturating_sub(SHOWN);
    let rest = if more > 0 { format!("and {} more clusters\n\n", grouped(more)) } else { String::new() };
    table(&rows) + &rest
}

fn row(tag: &str, cells: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let cells = cells.into_iter().map(|cell| format!("<{tag}>{}</{tag}>", cell.as_ref()));
    format!("<tr>{}</tr>\n", cells.collect::<String>())
}

fn table(rows: &[String]) -> String {
    format!("<table>\n{}</table>\n\n", rows.concat())
}

/// A document that unfolds into its changes, each with its sentence.
fn document(account: &Account<'_>, at: usize, finding: &Finding) -> String {
    let place = &finding.place;
    let id = raw(&place.id);
    let path = raw(&account.path(&place.file));
    let link = |line: Option<usize>, text: &str| {
        format!("<a href=\"{}\">{text}</a>", account.link(&place.file, line))
    };
    let file = link(own_line(place), &path);
    match &finding.outcome {
        Outcome::Same => String::new(),
        Outcome::New(tally) => format!("<p>new {id}: {}. {file}</p>\n\n", raw(&facts(tally))),
        Outcome::Failed(error) => format!("<p>failed {id}: {}</p>\n\n", raw(&error.to_string())),
        Outcome::Renamed(renamed) => {
            let title = format!("renamed {} → {id}", raw(&renamed.from));
            match &renamed.changed {
                Some(changed) => details(account, at, changed, &title, &link),
                None => format!("<p>{title}. {file}</p>\n\n"),
            }
        }
        Outcome::Changed(changed) => details(account, at, changed, &id, &link),
    }
}

/// The changes of a document, below a title that opens them.
fn details(
    account: &Account<'_>,
    at: usize,
    changed: &Changed,
    title: &str,
    link: &impl Fn(Option<usize>, &str) -> String,
) -> String {
    let place = &account.check.findings[at].place;
    let file = link(own_line(place), &raw(&account.path(&place.file)));
    let listed: String = account.told(at).take(SHOWN).map(|told| item(&told, link)).collect();
    let more = changed.diff.changes.len().saturating_sub(SHOWN);
    let rest = if more > 0 { format!("<li>and {} more</li>\n", grouped(more)) } else { String::new() };
    let sum = html(&sum_of(changed));
    format!(
        "<details><summary>{title}: {sum}</summary>\n<p>{file}</p>\n<ul>\n{listed}{rest}</ul>\n</details>\n\n"
    )
}

fn item(told: &Told<'_>, to: &impl Fn(Option<usize>, &str) -> String) -> String {
    let said = html(&told.line());
    let at = told.spot.map(|spot| to(Some(spot.line), &format!("line {}", spot.line)));
    let at = at.map(|at| format!(", {at}")).unwrap_or_default();
    let mark = |words: String| format!("<strong>⟦{words}⟧</strong>");
    let words = match (&told.changed.evidence[told.index], &told.change().old) {
        (Some(evidence), _) => {
            let [before, quotation, after] = quoted(evidence);
            format!("{}{}{}", html(&before), mark(html(&quotation)), html(&after))
        }
        (None, Some(old)) if !old.text.is_empty() => mark(raw(&old.text)),
        _ => String::new(),
    };
    let sentence = if words.is_empty() { String::new() } else { format!("\n<div dir=\"rtl\">{words}</div>") };
    format!("<li>{said}{at} <code>{}</code>{sentence}</li>\n", told.id())
}

/// A text from outside: as [`html`], with what cannot be seen shown by name, line ends too, which would end the element.
fn raw(text: &str) -> String {
    html(&visible(text))
}

/// A text for the inside of an element: nothing in it is a tag, calls a person by name or points at an issue.
fn html(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '@' | '#' => safe.extend(["<span>", c.encode_utf8(&mut [0; 4]), "</span>"]),
            _ => safe.push(c),
        }
    }
    safe
}
