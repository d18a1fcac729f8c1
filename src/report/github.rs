//! Workflow commands of GitHub Actions: annotations on the lines that facts stand on.

use std::fmt::Write as _;

use super::account::{Account, Told, own_line, plain};
use super::count::{grouped, plural};
use super::gate::broken;
use super::sentence::{sentence, visible};
use super::spot::Spot;
use super::style::STYLES;
use super::terminal::facts;
use crate::harness::Outcome;

/// Annotations of one level that GitHub shows of a step.
const SHOWN: usize = 10;

/// The annotations, a command on each line: errors for what fails, warnings for new documents; notices in place of errors
/// where differences are no failure. Of each ten at most, the last of which counts the rest, and those first that speak
/// for like changes.
pub fn github(account: &Account<'_>) -> String {
    let level = if account.gate.excuses { "notice" } else { "error" };
    let mut errors = wrong(account);
    let mut changes: Vec<_> = changes(account);
    changes.sort_by_key(|(first, _)| !first);
    let changes = changes.into_iter().map(|(_, annotation)| annotation);
    let new = account.check.findings.iter().filter_map(|finding| match &finding.outcome {
        Outcome::New(tally) => Some(Annotation {
            file: Some(account.path(&finding.place.file)),
            spot: own_line(&finding.place).map(|line| Spot { line, column: None }),
            title: "a document without a snapshot".to_owned(),
            message: format!("{}: {}", visible(&finding.place.id), facts(tally)),
        }),
        _ => None,
    });
    let mut out = String::new();
    if account.gate.excuses {
        commands(level, &changes.collect::<Vec<_>>(), "change", &mut out);
    } else {
        errors.extend(changes);
    }
    commands("error", &errors, "error", &mut out);
    commands("warning", &new.collect::<Vec<_>>(), "new document", &mut out);
    out
}

#[derive(Default)]
struct Annotation {
    file: Option<String>,
    spot: Option<Spot>,
    title: String,
    message: String,
}

/// What cannot be read, what is exceeded or missed, and orphans.
fn wrong(account: &Account<'_>) -> Vec<Annotation> {
    let failed = account.check.findings.iter().filter_map(|finding| match &finding.outcome {
        Outcome::Failed(error) => Some((account.path(&finding.place.file), error.to_string())),
        _ => None,
    });
    let failed = failed.map(|(file, error)| annotation(Some(file), "could not be checked", &error));
    let problems = account.check.problems.iter().map(|problem| {
        annotation(problem.path().map(|path| account.path(path)), "problem", &problem.to_string())
    });
    let broken = broken(account.gate).map(|line| annotation(None, "gate", &line));
    let orphans = account
        .check
        .orphans
        .iter()
        .map(|orphan| annotation(Some(account.path(orphan)), "orphan", "a snapshot without a document"));
    failed.chain(problems).chain(broken).chain(orphans).collect()
}

fn annotation(file: Option<String>, title: &str, message: &str) -> Annotation {
    Annotation { file, spot: None, title: title.to_owned(), message: visible(message) }
}

/// Every change, with whether it is the first of its cluster.
fn changes<'a>(account: &'a Account<'_>) -> Vec<(bool, Annotation)> {
    let told = (0..account.check.findings.len()).flat_map(|at| account.told(at).map(move |told| (at, told)));
    let first = |at: usize, told: &Told<'a>| {
        told.cluster.is_some_and(|cluster| cluster.members.first() == Some(&(at, told.index)))
    };
    let annotations = told.map(|(at, told)| {
        let is_first = first(at, &told);
        (is_first, of_change(account, &told, is_first))
    });
    let moved = account.check.findings.iter().filter_map(|finding| match &finding.outcome {
        Outcome::Changed(changed) if changed.diff.changes.is_empty() => {
            let what =
                format!("{} only moved: the document was edited", plural(changed.diff.shifted, "fact"));
            Some((false, annotation(Some(account.path(&finding.place.file)), &finding.place.id, &what)))
        }
        _ => None,
    });
    annotations.chain(moved).collect()
}

fn of_change(account: &Account<'_>, told: &Told<'_>, is_first: bool) -> Annotation {
    let (id, fact) = (visible(&told.finding.place.id), told.id());
    let sentence = told.changed.evidence[told.index].as_ref().map(|e| plain(&sentence(e, &STYLES)));
    let mut message = format!("{id} #{fact}");
    if let Some(cluster) = told.cluster.filter(|cluster| is_first && cluster.members.len() > 1) {
        let more = cluster.members.len() - 1;
        let _ = write!(message, ", and {} like it (cluster {})", grouped(more), cluster.id);
    }
    if let Some(sentence) = sentence {
        message = format!("{sentence}\n{message}");
    }
    let file = Some(account.path(&told.finding.place.file));
    Annotation { file, spot: told.spot, title: told.line(), message }
}

/// Writes annotations of one level: all, or nine and one that counts the rest.
fn commands(level: &str, annotations: &[Annotation], noun: &str, out: &mut String) {
    let all = annotations.len();
    let shown = if all > SHOWN { SHOWN - 1 } else { all };
    annotations.iter().take(shown).for_each(|annotation| command(level, annotation, out));
    if all > shown {
        let more = plural(all - shown, noun).replacen(' ', " more ", 1);
        let message = "GitHub shows ten of a step; the log and the other reports hold all".to_owned();
        command(level, &Annotation { title: more, message, ..Annotation::default() }, out);
    }
}

fn command(level: &str, annotation: &Annotation, out: &mut String) {
    let mut properties: Vec<_> =
        annotation.file.iter().map(|file| format!("file={}", property(file))).collect();
    if let Some(spot) = annotation.spot {
        properties.push(format!("line={}", spot.line));
        properties.extend(spot.column.map(|column| format!("col={column}")));
    }
    properties.push(format!("title={}", property(&annotation.title)));
    let _ = writeln!(out, "::{level} {}::{}", properties.join(","), data(&annotation.message));
}

/// A message with what would end it written as GitHub reads it back.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property, likewise.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
