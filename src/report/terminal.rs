//! The report of a check for a terminal: the documents, the changes with their sentences, the sum.

use std::io::{self, Write};

use super::cluster::cluster;
use super::count::{grouped, plural};
use super::fact::change;
use super::sentence::{isolated, sentence, visible};
use super::style::STYLES;
use crate::harness::{
    Changed, Check, Evidence, Finding, KindTally, Outcome, Project, Renamed, Tally, Verdict,
};
use crate::snapshot::{Change, LineChange, Nature, PENDING, clusters};

/// How much of a report is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// Documents of each sort; none means all.
    pub documents: Option<usize>,
    /// Changes of each document; none means all.
    pub changes: Option<usize>,
    /// Whether the files' difference is shown line by line too.
    pub lines: bool,
    /// Whether only what is wrong and the sum are shown.
    pub quiet: bool,
    /// Whether snapshots wait for a decision now, so that the reader can be told how to decide.
    pub pending: bool,
}

/// Writes what a check found.
///
/// # Errors
/// Output that fails.
pub fn report(check: &Check, project: &Project, shown: Shown, out: &mut impl Write) -> io::Result<()> {
    let of = |verdict: Verdict| check.findings.iter().filter(move |f| f.outcome.verdict() == verdict);
    if !shown.quiet {
        list(of(Verdict::Differences), shown, out, |finding, out| document(finding, project, shown, out))?;
        list(of(Verdict::Missing), shown, out, |finding, out| document(finding, project, shown, out))?;
        orphans(check, project, shown, out)?;
        likes(check, shown, out)?;
    }
    let failed = of(Verdict::Trouble).chain(of(Verdict::Invariant));
    list(failed, shown, out, |finding, out| document(finding, project, shown, out))?;
    let limit = shown.documents.unwrap_or(usize::MAX);
    for problem in check.problems.iter().take(limit) {
        wrong(&problem.to_string(), out)?;
    }
    more(check.problems.len().saturating_sub(limit), "problem", out)?;
    sum(check, shown, out)
}

/// As many of `items` as are shown, and a word on the rest.
fn list<'c, W: Write>(
    mut items: impl Iterator<Item = &'c Finding>,
    shown: Shown,
    out: &mut W,
    mut each: impl FnMut(&Finding, &mut W) -> io::Result<()>,
) -> io::Result<()> {
    for finding in items.by_ref().take(shown.documents.unwrap_or(usize::MAX)) {
        each(finding, out)?;
    }
    more(items.count(), "document", out)
}

/// `54 more documents`.
pub(super) fn more_of(number: usize, noun: &str) -> String {
    plural(number, noun).replacen(' ', " more ", 1)
}

/// Says how many more there are than are shown.
pub(super) fn more(number: usize, noun: &str, out: &mut impl Write) -> io::Result<()> {
    if number == 0 {
        return Ok(());
    }
    let faint = STYLES.faint;
    writeln!(out, "{faint}… {} (all of them: --limit 0){faint:#}", more_of(number, noun))
}

fn document(finding: &Finding, project: &Project, shown: Shown, out: &mut impl Write) -> io::Result<()> {
    let (strong, faint) = (STYLES.strong, STYLES.faint);
    let (id, file) = (visible(&finding.place.id), visible(&finding.place.shown(project)));
    match &finding.outcome {
        Outcome::Same => Ok(()),
        Outcome::New(tally) => {
            let added = STYLES.added;
            writeln!(
                out,
                "{added}new{added:#} {strong}{id}{strong:#}  {}  {faint}{file}{faint:#}",
                facts(tally)
            )
        }
        Outcome::Changed(differences) => {
            let cause = visible(&differences.cause.to_string());
            writeln!(out, "{strong}{id}{strong:#}  {faint}{file}  ({cause}){faint:#}")?;
            changed(differences, shown, out)?;
            writeln!(out)
        }
        Outcome::Renamed(renamed) => {
            renamed_from(renamed, &format!("{strong}{id}{strong:#}  {faint}{file}{faint:#}"), shown, out)
        }
        Outcome::Failed(error) => wrong(&error.to_string(), out),
    }
}

fn renamed_from(renamed: &Renamed, to: &str, shown: Shown, out: &mut impl Write) -> io::Result<()> {
    let yellow = STYLES.changed;
    writeln!(out, "{yellow}renamed{yellow:#} from {} to {to}", visible(&renamed.from))?;
    match &renamed.changed {
        None => Ok(()),
        Some(since) => changed(since, shown, out).and_then(|()| writeln!(out)),
    }
}

/// Writes what became of a document's facts.
///
/// # Errors
/// Output that fails.
pub fn changed(changed: &Changed, shown: Shown, out: &mut impl Write) -> io::Result<()> {
    let faint = STYLES.faint;
    let limit = shown.changes.unwrap_or(usize::MAX);
    for (index, (one, evidence)) in changed.diff.changes.iter().zip(&changed.evidence).enumerate().take(limit)
    {
        fact(one, evidence.as_ref(), changed.ids.get(index), out)?;
    }
    more_changes(changed.diff.changes.len().saturating_sub(limit), out)?;
    if changed.diff.shifted > 0 {
        let moved = plural(changed.diff.shifted, "fact");
        writeln!(out, "  {faint}{moved} only moved: the document was edited{faint:#}")?;
    }
    if shown.lines { lines(&changed.lines, out) } else { Ok(()) }
}

fn more_changes(number: usize, out: &mut impl Write) -> io::Result<()> {
    let faint = STYLES.faint;
    match number {
        0 => Ok(()),
        _ => writeln!(out, "  {faint}… {} (all of them: --limit 0){faint:#}", more_of(number, "change")),
    }
}

fn fact(
    one: &Change,
    evidence: Option<&Evidence>,
    id: Option<&String>,
    out: &mut impl Write,
) -> io::Result<()> {
    let faint = STYLES.faint;
    let id = id.map(|id| format!("  {faint}#{id}{faint:#}")).unwrap_or_default();
    writeln!(out, "  {}{id}", change(one, &STYLES))?;
    match (evidence, &one.old) {
        (Some(evidence), _) => writeln!(out, "    {}", sentence(evidence, &STYLES))?,
        (None, Some(old)) if !old.text.is_empty() => {
            writeln!(out, "    {}", isolated(&format!("⟦{}⟧", old.text)))?;
        }
        _ => {}
    }
    match &one.old {
        Some(old) if matches!(one.nature, Nature::Grown | Nature::Shrunk) => {
            let faint = STYLES.faint;
            writeln!(out, "    {faint}was{faint:#} {}", isolated(&format!("⟦{}⟧", old.text)))
        }
        _ => Ok(()),
    }
}

fn lines(lines: &[LineChange], out: &mut impl Write) -> io::Result<()> {
    let (added, removed, faint) = (STYLES.added, STYLES.removed, STYLES.faint);
    for LineChange { sign, text } in lines {
        let text = visible(text);
        match sign {
            '+' => writeln!(out, "  {added}+{text}{added:#}")?,
            '-' => writeln!(out, "  {removed}-{text}{removed:#}")?,
            '@' => writeln!(out, "  {faint}⋯{faint:#}")?,
            _ => writeln!(out, "  {faint} {text}{faint:#}")?,
        }
    }
    Ok(())
}

/// The clusters of more than one change.
fn likes(check: &Check, shown: Shown, out: &mut impl Write) -> io::Result<()> {
    let changed = check.findings.iter().enumerate().filter_map(|(index, finding)| match &finding.outcome {
        Outcome::Changed(changed) => Some((index, changed.diff.changes.as_slice())),
        _ => None,
    });
    let clusters: Vec<_> = clusters(changed).into_iter().filter(|c| c.members.len() > 1).collect();
    let (strong, faint) = (STYLES.strong, STYLES.faint);
    if !clusters.is_empty() {
        writeln!(
            out,
            "{strong}like changes{strong:#}  {faint}accept or reject each at once: --cluster ID{faint:#}"
        )?;
    }
    let limit = shown.documents.unwrap_or(usize::MAX);
    for one in clusters.iter().take(limit) {
        writeln!(out, "  {} {}", one.id, cluster(one, &STYLES))?;
    }
    more(clusters.len().saturating_sub(limit), "cluster", out)
}

fn orphans(check: &Check, project: &Project, shown: Shown, out: &mut impl Write) -> io::Result<()> {
    let (removed, faint) = (STYLES.removed, STYLES.faint);
    let limit = shown.documents.unwrap_or(usize::MAX);
    for orphan in check.orphans.iter().take(limit) {
        let path = orphan.strip_prefix(project.root()).unwrap_or(orphan).to_string_lossy();
        let hint = if orphan.extension().is_some_and(|extension| extension == PENDING) {
            "waits for a decision on a document that is gone: `tahqiq reject` removes this"
        } else {
            "its document is gone: bring it back, or `tahqiq accept --orphans` removes this"
        };
        writeln!(out, "{removed}orphan{removed:#} {}  {faint}{hint}{faint:#}", visible(&path))?;
    }
    more(check.orphans.len().saturating_sub(limit), "orphan", out)
}

/// Writes what is wrong, in a line.
pub(super) fn wrong(what: &str, out: &mut impl Write) -> io::Result<()> {
    let removed = STYLES.removed;
    writeln!(out, "{removed}!{removed:#} {}", visible(what))
}

/// `14 facts (10 numeral, 4 time)`.
pub(super) fn facts(tally: &Tally) -> String {
    let kinds: Vec<_> = tally.kinds().map(|(kind, t)| format!("{} {kind}", grouped(t.facts))).collect();
    match kinds.len() {
        0 => "no facts".to_owned(),
        _ => format!("{} ({})", plural(tally.total().facts, "fact"), kinds.join(", ")),
    }
}

fn sum(check: &Check, shown: Shown, out: &mut impl Write) -> io::Result<()> {
    let count = |verdict: Verdict| check.findings.iter().filter(|f| f.outcome.verdict() == verdict).count();
    let (changed, missing) = (count(Verdict::Differences), count(Verdict::Missing));
    let failed = check.findings.len() - changed - missing;
    let is_renamed = |finding: &&Finding| matches!(finding.outcome, Outcome::Renamed(_));
    let renamed = check.findings.iter().filter(is_renamed).count();
    let new = missing - renamed;
    let (strong, added, removed) = (STYLES.strong, STYLES.added, STYLES.removed);
    let of = plural(check.documents, "document");
    if check.verdict() == Verdict::Clean {
        let all = plural(check.tally.total().facts, "fact");
        return if shown.quiet {
            Ok(())
        } else {
            writeln!(out, "{added}{of}, {all}: all as accepted{added:#}")
        };
    }
    if changed > 0 {
        let counts = counts(&check.tally.total());
        writeln!(out, "{strong}{counts} in {} of {of}{strong:#}", grouped(changed))?;
        kinds(&check.tally, out)?;
        announcement(check, out)?;
    }
    if new > 0 {
        writeln!(out, "{strong}{} of {of} without a snapshot{strong:#}", grouped(new))?;
    }
    if renamed > 0 {
        writeln!(out, "{strong}{} renamed{strong:#}", plural(renamed, "document"))?;
    }
    if !check.orphans.is_empty() {
        writeln!(out, "{strong}{} without a document{strong:#}", plural(check.orphans.len(), "snapshot"))?;
    }
    if failed > 0 {
        writeln!(out, "{removed}{} of {of} could not be checked{removed:#}", grouped(failed))?;
    }
    if check.outdated > 0 && !shown.quiet {
        let waited = plural(check.outdated, "waiting snapshot");
        writeln!(out, "{waited} out of date, written anew: the documents or the rules changed since")?;
    }
    if changed + missing > 0 { next(shown, out) } else { Ok(()) }
}

/// A word on a new version of the engine, where nothing else is behind any of the changes.
fn announcement(check: &Check, out: &mut impl Write) -> io::Result<()> {
    let causes = check.findings.iter().filter_map(|finding| match &finding.outcome {
        Outcome::Changed(changed) => Some(&changed.cause),
        _ => None,
    });
    let causes: Vec<_> = causes.collect();
    let Some((name, old, new)) = causes.first().and_then(|cause| cause.version()) else { return Ok(()) };
    if causes.iter().any(|cause| cause != &causes[0]) {
        return Ok(());
    }
    let (name, old, new, read) =
        (visible(name), visible(old), visible(new), plural(causes.len(), "document"));
    write!(out, "a new version of {name} ({old} → {new}) reads {read} otherwise: ")?;
    writeln!(out, "`tahqiq check --ci` shows the effect before anything is accepted")
}

/// `+3 facts, -1, 2 changed`.
pub(super) fn counts(tally: &KindTally) -> String {
    let mut said = Vec::new();
    for (number, sign) in [(tally.of(Nature::Added), '+'), (tally.of(Nature::Removed), '-')] {
        match (number, said.is_empty()) {
            (0, _) => {}
            (_, true) => said.push(format!("{sign}{}", plural(number, "fact"))),
            (_, false) => said.push(format!("{sign}{}", grouped(number))),
        }
    }
    match (tally.altered(), said.is_empty()) {
        (0, true) => said.push("No fact says anything else, but something moved".to_owned()),
        (0, false) => {}
        (number, true) => said.push(format!("{} changed", plural(number, "fact"))),
        (number, false) => said.push(format!("{} changed", grouped(number))),
    }
    said.join(", ")
}

/// Writes what became of the facts of each kind.
pub(super) fn kinds(tally: &Tally, out: &mut impl Write) -> io::Result<()> {
    let width = tally.kinds().map(|(kind, _)| kind.chars().count()).max().unwrap_or(0);
    for (kind, tally) in tally.kinds() {
        let natures = Nature::ALL.into_iter().filter(|nature| tally.of(*nature) > 0);
        let said: Vec<_> = natures.map(|n| format!("{} {}", grouped(tally.of(n)), n.name())).collect();
        if !said.is_empty() {
            writeln!(out, "  {kind:width$}  {}", said.join(", "))?;
        }
    }
    Ok(())
}

fn next(shown: Shown, out: &mut impl Write) -> io::Result<()> {
    let faint = STYLES.faint;
    match (shown.quiet, shown.pending) {
        (true, _) => Ok(()),
        (false, true) => writeln!(
            out,
            "{faint}`tahqiq review` shows them one by one; `tahqiq accept --all` takes all{faint:#}"
        ),
        (false, false) => {
            writeln!(out, "{faint}run `tahqiq check` without --ci, then `tahqiq review`{faint:#}")
        }
    }
}
