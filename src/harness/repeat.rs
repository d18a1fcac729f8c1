//! Repeating: the corpus is read again in another order, and every record has to be the same.

use std::collections::HashMap;
use std::path::Path;

use rayon::prelude::*;

use super::check::Check;
use super::hash::sha256;
use super::outcome::{Finding, Outcome};
use super::place::Place;
use super::project::Project;
use crate::engine::Extraction;
use crate::error::{Error, Result, Trouble};
use crate::snapshot::{Change, Nature, Record, Snapshot, diff};

/// Reads the documents of a check again on the threads of the current pool and compares each record, byte for byte, with
/// the one that `found` was made of. A document that is read otherwise becomes a finding of its own, an error that names
/// its first fact that differs, and its snapshot waits no longer, where `write` says that it was left to. The first
/// `round` goes backwards, each further one in an order of its own, the same on every machine.
pub fn repeat(
    project: &Project,
    places: &[Place],
    extraction: Extraction<'_>,
    round: usize,
    write: bool,
    found: &mut Check,
) {
    let findings: HashMap<&Path, &Finding> =
        found.findings.iter().map(|finding| (finding.place.snapshot.as_path(), finding)).collect();
    let unsteady = |place: &Place| {
        let before = findings.get(place.snapshot.as_path()).copied();
        let said = again(project, place, extraction);
        let why = differs(place, before, said.as_ref().map_err(ToString::to_string), project)?;
        Some((place.snapshot.clone(), Finding::failed(place, broken(round, &why).at(&place.file))))
    };
    let mut broken: HashMap<_, _> = in_order(places, round).into_par_iter().filter_map(unsteady).collect();
    if broken.is_empty() {
        return;
    }
    if write {
        found.problems.extend(broken.values().filter_map(|finding| withdraw(&finding.place).err()));
    }
    let mut before: HashMap<_, _> = std::mem::take(&mut found.findings)
        .into_iter()
        .map(|finding| (finding.place.snapshot.clone(), finding))
        .collect();
    for place in places {
        let earlier = before.remove(&place.snapshot);
        let finding = match broken.remove(&place.snapshot) {
            None => earlier,
            Some(now) => {
                if let Some(Outcome::Changed(changed)) = earlier.map(|earlier| earlier.outcome) {
                    found.tally.take_changes(&changed.diff.changes);
                }
                Some(now)
            }
        };
        found.findings.extend(finding);
    }
}

impl Finding {
    fn failed(place: &Place, error: Error) -> Self {
        Self { place: place.clone(), outcome: Outcome::Failed(error), snapshot: None }
    }
}

fn broken(round: usize, why: &str) -> Error {
    let run = round + 1;
    Error::new(Trouble::Invariant, format!("run {run} does not read it as the first run did: {why}"))
        .advise("a document's facts must not depend on the run, the order or the number of threads")
}

/// The documents backwards, or in an order that only the round and their names decide.
fn in_order(places: &[Place], round: usize) -> Vec<&Place> {
    let mut order: Vec<_> = places.iter().rev().collect();
    if round > 1 {
        order.sort_by_cached_key(|place| sha256(format!("{round} {}", place.id).as_bytes()));
    }
    order
}

/// The canonical text of the document's record, and the document's text.
fn again(project: &Project, place: &Place, extraction: Extraction<'_>) -> Result<(String, String)> {
    let at = |error: Error| if error.path().is_some() { error } else { error.at(&place.file) };
    let opened = place.open(project).map_err(at)?;
    let document = opened.document().map_err(at)?;
    let body = extraction.record(&document, opened.published).map_err(at)?.to_body();
    Ok((body, document.text.into_owned()))
}

/// In what the record is not as it was, if it is not.
fn differs(
    place: &Place,
    before: Option<&Finding>,
    now: std::result::Result<&(String, String), String>,
    project: &Project,
) -> Option<String> {
    let first = before.map_or_else(
        || accepted(&place.snapshot),
        |finding| match (&finding.snapshot, &finding.outcome) {
            (Some(snapshot), _) => Ok(snapshot.body.clone()),
            (None, Outcome::Failed(error)) => Err(error.to_string()),
            (None, _) => accepted(&place.snapshot),
        },
    );
    match (first, now) {
        (Ok(first), Ok((now, text))) => (first != *now).then(|| first_difference(&first, now, text)),
        (Err(first), Err(now)) => (first != now).then(|| format!("first {first}, then {now}")),
        (Err(first), Ok(_)) => Some(format!("first {first}, then none of this")),
        (Ok(_), Err(now)) => Some(now.replace(&format!("{}: ", project.relative(&place.file)), "")),
    }
}

/// What stands in an accepted snapshot, which is what a document that is as accepted says.
fn accepted(path: &Path) -> std::result::Result<String, String> {
    let gone = || format!("{} is gone", path.display());
    Snapshot::read(path).map_err(|error| error.to_string())?.map(|snapshot| snapshot.body).ok_or_else(gone)
}

/// The first fact in which two bodies differ.
fn first_difference(first: &str, now: &str, text: &str) -> String {
    let (first, now) = (Record::from_body("", first), Record::from_body("", now));
    let (Ok(first), Ok(now)) = (first, now) else { return "its record cannot be read".to_owned() };
    diff(&first, &now, text)
        .changes
        .first()
        .map_or_else(|| "its facts stand in another order".to_owned(), said)
}

fn said(change: &Change) -> String {
    let item = change.item();
    let at = |span: crate::span::Span| format!("{}..{}", span.start, span.end);
    let fact = format!("{} {}", item.kind, at(item.span));
    match (change.nature, change.fields.first(), &change.old) {
        (Nature::Added, ..) => format!("{fact} is there this time only ({})", item.gist()),
        (Nature::Removed, ..) => format!("{fact} was there the first time only ({})", item.gist()),
        (_, Some(field), _) => {
            format!("{fact} had {} {}, then {}", field.name, field.old.said(), field.new.said())
        }
        (_, None, Some(old)) => format!("{fact} stood at {}", at(old.span)),
        (_, None, None) => fact,
    }
}

/// Nothing waits for a decision on what depends on the run.
fn withdraw(place: &Place) -> Result<()> {
    let pending = place.pending();
    match std::fs::remove_file(&pending) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(Error::disk(&pending, &error)),
        _ => Ok(()),
    }
}
