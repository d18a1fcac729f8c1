//! Checking: every document is read anew and compared with what was accepted.

use std::path::PathBuf;

use rayon::prelude::*;

use super::cause::Cause;
use super::discovery::Corpus;
use super::leftovers::sweep_parts;
use super::opened::Opened;
use super::outcome::{Changed, Finding, Outcome, Verdict, of_error};
use super::place::Place;
use super::project::Project;
use super::renamed::Moves;
use super::snapshots::{orphans, remove, write_pending};
use super::tally::Tally;
use crate::engine::Extraction;
use crate::error::{Error, Result};
use crate::snapshot::{Record, Snapshot, diff, line_diff};

/// Lines around a difference that are shown with it.
const CONTEXT: usize = 1;

/// What a check found.
#[derive(Debug, Clone, Default)]
pub struct Check {
    /// Number of documents that were checked.
    pub documents: usize,
    /// The facts that there are now, and what became of those that were accepted.
    pub tally: Tally,
    /// The documents that are not as they were accepted, in the order of the corpus.
    pub findings: Vec<Finding>,
    /// Snapshots without a document; sought only where the whole corpus was checked.
    pub orphans: Vec<PathBuf>,
    /// Whether they were sought.
    pub orphans_sought: bool,
    /// Number of waiting snapshots that were out of date and were written anew.
    pub outdated: usize,
    /// What stood in the way of finding documents or writing snapshots, each trouble once.
    pub problems: Vec<Error>,
}

/// Checks the documents of `corpus` on the threads of the current pool. With `write`, a `.snap.new` is left beside what
/// differs, and one that is outdated is removed; without it nothing is written. `done` is called after each document.
pub fn check(
    project: &Project,
    corpus: Corpus,
    extraction: Extraction<'_>,
    write: bool,
    done: &(dyn Fn() + Sync),
) -> Check {
    let orphans_sought = corpus.is_whole && corpus.problems.is_empty();
    let orphans = if orphans_sought { orphans(project, &corpus) } else { Vec::new() };
    let mut moves = Moves::of(&orphans);
    if write && corpus.is_whole {
        sweep_parts(project);
    }
    let documents = corpus.places.len();
    let mut check =
        Check { documents, orphans, orphans_sought, problems: corpus.problems, ..Check::default() };
    let one = |place: Place| {
        let judged = judge(project, &place, extraction);
        let written = if write { judged.write(&place) } else { Ok(false) };
        done();
        let same = matches!(judged.outcome, Outcome::Same);
        let finding = Finding { place, outcome: judged.outcome, snapshot: judged.snapshot };
        (judged.tally, (!same).then_some(finding), written)
    };
    let judged: Vec<_> = corpus.places.into_par_iter().map(one).collect();
    for (tally, finding, written) in judged {
        check.tally.add(&tally);
        let followed = finding.map(|finding| moves.follow(project, finding, &mut check.tally));
        check.findings.extend(followed);
        match written {
            Ok(outdated) => check.outdated += usize::from(outdated),
            Err(problem) => check.problems.push(problem),
        }
    }
    check.orphans.retain(|orphan| !moves.followed(orphan));
    check.problems = Error::gathered(check.problems);
    check
}

impl Check {
    /// Why documents could not be checked, in the order of the corpus.
    pub fn failures(&self) -> impl Iterator<Item = &Error> {
        self.findings.iter().filter_map(|finding| match &finding.outcome {
            Outcome::Failed(error) => Some(error),
            _ => None,
        })
    }

    /// What it comes to: the first that applies.
    pub fn verdict(&self) -> Verdict {
        let findings = self.findings.iter().map(|finding| finding.outcome.verdict());
        let problems = self.problems.iter().map(of_error);
        let orphans = self.orphans.iter().map(|_| Verdict::Orphan);
        findings.chain(problems).chain(orphans).min().unwrap_or(Verdict::Clean)
    }
}

/// What became of one document.
#[derive(Debug, Clone)]
pub struct Judged {
    /// What became of it.
    pub outcome: Outcome,
    /// Its facts, and what became of those that were accepted.
    pub tally: Tally,
    /// What would be its snapshot, where that is not what was accepted.
    pub snapshot: Option<Snapshot>,
}

/// Reads one document anew and compares it with what was accepted. Writes nothing.
pub fn judge(project: &Project, place: &Place, extraction: Extraction<'_>) -> Judged {
    let failed =
        |error: Error| Judged { outcome: Outcome::Failed(error), tally: Tally::default(), snapshot: None };
    let at = |error: Error| if error.path().is_some() { error } else { error.at(&place.file) };
    place
        .open(project)
        .and_then(|opened| judge_opened(project, place, &opened, extraction))
        .map_err(at)
        .unwrap_or_else(failed)
}

fn judge_opened(
    project: &Project,
    place: &Place,
    opened: &Opened,
    extraction: Extraction<'_>,
) -> Result<Judged> {
    let document = opened.document()?;
    let record = extraction.record(&document, opened.published)?;
    let mut tally = Tally::default();
    tally.add_facts(&record.facts);
    let body = record.to_body();
    let accepted = accepted(place, &body);
    if matches!(accepted, Ok(Accepted::Same)) {
        return Ok(Judged { outcome: Outcome::Same, tally, snapshot: None });
    }
    let snapshot = Snapshot { header: project.header(place, opened, extraction.engine), body };
    let outcome = match accepted {
        Ok(Accepted::Same) => Outcome::Same,
        Ok(Accepted::None) => Outcome::New(tally.clone()),
        Ok(Accepted::Other(old)) => changed(&old, &record, &snapshot, &document.text)
            .unwrap_or_else(|error| Outcome::Failed(error.at(&place.snapshot))),
        Err(error) => Outcome::Failed(error),
    };
    if let Outcome::Changed(changed) = &outcome {
        tally.add_changes(&changed.diff.changes);
    }
    Ok(Judged { outcome, tally, snapshot: Some(snapshot) })
}

enum Accepted {
    None,
    Same,
    Other(Snapshot),
}

fn accepted(place: &Place, body: &str) -> Result<Accepted> {
    let bytes = match std::fs::read(&place.snapshot) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Accepted::None),
        Err(error) => return Err(Error::disk(&place.snapshot, &error)),
    };
    if Snapshot::holds(&bytes, body.as_bytes()) {
        return Ok(Accepted::Same);
    }
    let old = Snapshot::parse(&bytes).map_err(|error| error.at(&place.snapshot))?;
    Ok(if old.body == body { Accepted::Same } else { Accepted::Other(old) })
}

pub(super) fn changed(
    accepted: &Snapshot,
    new: &Record<'_>,
    snapshot: &Snapshot,
    text: &str,
) -> Result<Outcome> {
    let old = Record::from_body(&*new.id, &accepted.body)?;
    let diff = diff(&old, new, text);
    let lines = line_diff(&accepted.body, &snapshot.body, CONTEXT);
    let cause = Cause::between(&accepted.header, &snapshot.header);
    Ok(Outcome::Changed(Box::new(Changed::new(&new.id, cause, diff, text, lines))))
}

impl Judged {
    /// Leaves a `.snap.new` beside what differs, and removes one that is outdated. Returns whether one was rewritten.
    fn write(&self, place: &Place) -> Result<bool> {
        match (&self.outcome, &self.snapshot) {
            (_, Some(snapshot)) => write_pending(place, snapshot),
            (Outcome::Same, None) => remove(&place.pending()).map(|()| false),
            _ => Ok(false),
        }
    }
}
