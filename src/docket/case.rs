//! A case: a document whose new snapshot is not what was accepted.

use super::effect::Effect;
use super::ledger::Ledger;
use crate::error::{Error, Result, Trouble};
use crate::harness::{Cause, Changed, Opened, Pending, Place, Project, Tally};
use crate::snapshot::{Change, Diff, Item, Record, Snapshot, diff, line_diff};

/// Lines around a difference that are shown with it.
const CONTEXT: usize = 1;

/// A document whose new snapshot is not what was accepted.
#[derive(Debug, Clone)]
pub struct Case {
    /// The files.
    pub pending: Pending,
    /// The document; none where it is gone.
    pub place: Option<Place>,
    /// What was accepted; none where the document is new, or where it cannot be read.
    pub old: Option<Snapshot>,
    /// What is new.
    pub new: Snapshot,
    /// The text of the document, as far as it can be read.
    pub text: String,
    /// What became of the facts; in a document without an accepted snapshot all are new.
    pub changed: Changed,
    /// What each change does to what a person has verified.
    pub effects: Vec<Effect>,
    /// Every fact that there is now.
    pub facts: Vec<Item<'static>>,
    /// What a person has verified, and what is known to be wrong.
    pub ledger: Ledger,
    /// What the reader should know before deciding.
    pub notes: Vec<String>,
}

impl Case {
    /// What waits at `pending`, beside what was accepted.
    ///
    /// # Errors
    /// A waiting snapshot that cannot be read.
    pub fn open(project: &Project, pending: Pending, place: Option<Place>) -> Result<Self> {
        let file = pending.file();
        let gone = || Error::new(Trouble::Disk, "it is gone").at(&file).advise("run `tahqiq check` again");
        let new = Snapshot::read(&file)?.ok_or_else(gone)?;
        Self::of(project, pending, place, new)
    }

    /// A document whose new snapshot is `new`, beside what was accepted.
    ///
    /// # Errors
    /// A new snapshot that cannot be read.
    pub fn of(project: &Project, pending: Pending, place: Option<Place>, new: Snapshot) -> Result<Self> {
        let mut notes = Vec::new();
        let text = text(project, place.as_ref(), &new, &mut notes);
        let record = Record::from_body(&*pending.id, &new.body).map_err(|error| error.at(&pending.file()))?;
        if let Some(from) = &pending.from {
            notes.push(format!("its document was renamed: {} goes when this is accepted", from.display()));
        }
        let before = pending.from.as_ref().unwrap_or(&pending.snapshot);
        let old = Snapshot::read(before).unwrap_or_else(|error| {
            notes.push(format!("the accepted snapshot cannot be read: {error}"));
            None
        });
        let difference = old
            .as_ref()
            .and_then(|old| {
                let before = Record::from_body(&*pending.id, &old.body);
                before
                    .map(|before| diff(&before, &record, &text))
                    .map_err(|error| notes.push(format!("the accepted snapshot cannot be read: {error}")))
                    .ok()
            })
            .unwrap_or_else(|| Diff::of_new(&record));
        let lines = old.as_ref().map(|old| line_diff(&old.body, &new.body, CONTEXT)).unwrap_or_default();
        let body = old.as_ref().map(|old| &*old.body);
        let ledger = place.as_ref().map(|place| Ledger::read(place, body)).transpose();
        let ledger = ledger.unwrap_or_else(|error| {
            notes.push(error.to_string());
            None
        });
        let ledger = ledger.unwrap_or_default();
        let effects = difference.changes.iter().map(|change| Effect::of(change, &ledger)).collect();
        let facts = record.facts.into_iter().map(Item::into_owned).collect();
        let cause = old.as_ref().map(|old| Cause::between(&old.header, &new.header)).unwrap_or_default();
        let changed = Changed::new(&pending.id, cause, difference, &text, lines);
        Ok(Self { pending, place, old, new, text, changed, effects, facts, ledger, notes })
    }

    /// The same case as its files are now; none where nothing of it waits any more.
    ///
    /// # Errors
    /// A waiting snapshot that cannot be read.
    pub fn again(&self, project: &Project) -> Result<Option<Self>> {
        Self::still(project, self.pending.clone(), self.place.clone())
    }

    /// What still waits at `pending`, which was there before; none where nothing does. The accepted snapshot may have got
    /// there since, or have gone from there again.
    ///
    /// # Errors
    /// A waiting snapshot that cannot be read.
    pub fn still(project: &Project, mut pending: Pending, place: Option<Place>) -> Result<Option<Self>> {
        if !pending.file().exists() {
            return Ok(None);
        }
        if pending.snapshot.exists() {
            pending.from = None;
        }
        Self::open(project, pending, place).map(Some)
    }

    /// The document's name.
    pub fn id(&self) -> &str {
        &self.pending.id
    }

    /// What became of the facts.
    pub fn changes(&self) -> &[Change] {
        &self.changed.diff.changes
    }

    /// The id of each change, as `--fact` takes it.
    pub fn ids(&self) -> &[String] {
        &self.changed.ids
    }

    /// Whether there is no accepted snapshot.
    pub fn is_new(&self) -> bool {
        self.old.is_none()
    }

    /// The facts that there are now, by kind.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        tally.add_facts(&self.facts);
        tally
    }
}

/// The text of the document, and what the reader should know of it.
fn text(project: &Project, place: Option<&Place>, new: &Snapshot, notes: &mut Vec<String>) -> String {
    let Some(place) = place else {
        notes.push("its document is gone: reject it".to_owned());
        return String::new();
    };
    let opened: Option<Opened> = place.open(project).map_err(|error| notes.push(error.to_string())).ok();
    let Some(opened) = opened else { return String::new() };
    if new.header.info("sha256").is_some_and(|hash| hash != opened.sha256()) {
        notes.push("its document was edited since: run `tahqiq check` again".to_owned());
    }
    opened.document().map(|document| document.text.into_owned()).unwrap_or_default()
}
