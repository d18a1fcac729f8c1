//! What waits for a decision, as it is shown.

use std::collections::HashMap;
use std::path::PathBuf;

use crate::error::{Error, Result, Trouble};
use crate::harness::{Cause, Changed, Corpus, Evidence, Opened, Pending, Place, Project, Tally};
use crate::snapshot::{Item, Record, Snapshot, diff, line_diff};

/// Lines around a difference that are shown with it.
const CONTEXT: usize = 1;

/// The documents whose snapshots wait for a decision.
#[derive(Debug)]
pub struct Session<'p> {
    project: &'p Project,
    places: HashMap<PathBuf, Place>,
}

/// A waiting snapshot beside the accepted one.
#[derive(Debug)]
pub struct Reviewed {
    /// What became of the facts; none where there is no accepted snapshot, or none that can be read.
    pub changed: Option<Changed>,
    /// The facts that wait.
    pub tally: Tally,
    /// The first of them with their sentences, where there is no accepted snapshot.
    pub facts: Vec<(Item<'static>, Option<Evidence>)>,
    /// What the reader should know before deciding.
    pub notes: Vec<String>,
}

impl<'p> Session<'p> {
    /// A session on the documents of `corpus`.
    pub fn new(project: &'p Project, corpus: Corpus) -> Self {
        Self {
            project,
            places: corpus.places.into_iter().map(|place| (place.snapshot.clone(), place)).collect(),
        }
    }

    /// What waits, beside what was accepted.
    ///
    /// # Errors
    /// A waiting snapshot that cannot be read.
    pub fn open(&self, pending: &Pending) -> Result<Reviewed> {
        let file = pending.file();
        let gone = || Error::new(Trouble::Disk, "it is gone").at(&file).advise("run `tahqiq check` again");
        let new = Snapshot::read(&file)?.ok_or_else(gone)?;
        let mut notes = Vec::new();
        let opened = self.document(pending, &new, &mut notes);
        let document = opened.as_ref().and_then(|opened| opened.document().ok());
        let text = document.as_ref().map_or("", |document| &*document.text);
        let record = Record::from_body(&*pending.id, &new.body).map_err(|error| error.at(&file))?;
        let mut tally = Tally::default();
        tally.add_facts(&record.facts);
        let old = Snapshot::read(&pending.snapshot).unwrap_or_else(|error| {
            notes.push(format!("the accepted snapshot cannot be read: {error}"));
            None
        });
        let changed = old.and_then(|old| {
            let before = Record::from_body(&*pending.id, &old.body)
                .map_err(|error| notes.push(error.to_string()))
                .ok()?;
            let diff = diff(&before, &record, text);
            let evidence = diff.changes.iter().map(|change| Evidence::of(text, change, &diff)).collect();
            let cause = Cause::between(&old.header, &new.header);
            Some(Changed { cause, diff, evidence, lines: line_diff(&old.body, &new.body, CONTEXT) })
        });
        let shown = if changed.is_none() { record.facts.len() } else { 0 };
        let facts = record.facts.iter().take(shown);
        let facts = facts.map(|item| (item.clone().into_owned(), Evidence::at(text, item.span))).collect();
        Ok(Reviewed { changed, tally, facts, notes })
    }

    fn document(&self, pending: &Pending, new: &Snapshot, notes: &mut Vec<String>) -> Option<Opened> {
        let Some(place) = self.places.get(&pending.snapshot) else {
            notes.push("its document is gone: reject it".to_owned());
            return None;
        };
        let opened = place.open(self.project).map_err(|error| notes.push(error.to_string())).ok()?;
        if new.header.info("sha256").is_some_and(|hash| hash != opened.sha256()) {
            notes.push("its document was edited since: run `tahqiq check` again".to_owned());
        }
        Some(opened)
    }
}
