//! What a reader does to what waits: ruling, taking back, stating what is wrong, missing or verified.

use std::collections::{BTreeMap, HashSet};

use super::session::{Session, Spot, Step};
use crate::docket::{Before, Correction, Effect, Ruling, settle};
use crate::error::{Error, Result, Trouble};
use crate::report::{plural, visible};
use crate::snapshot::{DOCUMENT, Item, Snapshot};

/// How far a ruling reaches, within what the filter shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// The current change.
    Change,
    /// Every change of its document that waits.
    Document,
    /// Every change of its cluster that waits, in all documents.
    Cluster,
}

/// What became of a ruling.
#[derive(Debug)]
pub enum Happened {
    /// Nothing that waits is reached: why.
    Nothing(&'static str),
    /// Nothing yet: so many of the changes break a verified fact, and no reason was given.
    NeedsReason(usize),
    /// It was carried out.
    Ruled(Ruled),
}

/// A ruling that was carried out.
#[derive(Debug)]
pub struct Ruled {
    /// What was ruled.
    pub ruling: Ruling,
    /// Changes that it decided.
    pub changes: usize,
    /// Documents that they are of.
    pub documents: usize,
    /// The document that it decided to the end, where it is one alone.
    pub completed: Option<String>,
    /// Documents in which it failed: there nothing was written.
    pub failures: Vec<Error>,
}

/// A step that was taken back.
#[derive(Debug)]
pub struct Undone {
    /// What the step was.
    pub what: String,
    /// Indices of the sheets that it touched.
    pub sheets: Vec<usize>,
    /// The id of the change that it began with; none where it was a statement.
    pub change: Option<String>,
    /// Documents whose files could not be put back: that much of the step is still to be undone.
    pub failures: Vec<Error>,
}

/// A fact that is missing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Missing {
    /// The words that it should quote.
    pub words: String,
    /// Its kind.
    pub kind: String,
    /// What it should say.
    pub right: String,
    /// Why.
    pub why: String,
}

impl Session {
    /// The changes that a ruling would decide.
    pub fn reached(&self, reach: Reach) -> Vec<Spot> {
        let Some(here) = self.spot() else { return Vec::new() };
        let row = self.row_at(here);
        let spots: Vec<_> = match (reach, &row.cluster) {
            (Reach::Change, _) => vec![here],
            (Reach::Document, _) => self.shown(here.sheet).collect(),
            (Reach::Cluster, None) => Vec::new(),
            (Reach::Cluster, Some(id)) => {
                let all = (0..self.sheets.len()).flat_map(|sheet| self.shown(sheet));
                all.filter(|spot| self.row_at(*spot).cluster.as_ref() == Some(id)).collect()
            }
        };
        spots.into_iter().filter(|spot| self.row_at(*spot).is_waiting()).collect()
    }

    /// Decides what `reach` reaches and goes on to the next change that waits. Accepting what breaks a verified fact needs
    /// a `reason`. A document that fails does not stop the others.
    pub fn rule(&mut self, reach: Reach, ruling: Ruling, reason: Option<&str>) -> Happened {
        let spots = self.reached(reach);
        if spots.is_empty() {
            return Happened::Nothing(self.why_nothing(reach));
        }
        let happened = self.decide(&spots, ruling, reason);
        if matches!(happened, Happened::Ruled(_)) {
            self.go_on();
        }
        happened
    }

    /// Decides changes that wait, as one step and with the reader where they were; else as [`Session::rule`].
    pub(super) fn decide(&mut self, spots: &[Spot], ruling: Ruling, reason: Option<&str>) -> Happened {
        let broken = spots.iter().filter(|spot| self.breaks(**spot)).count();
        let reason = reason.map(str::trim).filter(|reason| !reason.is_empty());
        if ruling == Ruling::Accept && broken > 0 && reason.is_none() {
            return Happened::NeedsReason(broken);
        }
        let mut step = self.step(String::new());
        step.change = spots.first().map(|spot| self.row_at(*spot).id.clone());
        let ruled = self.carry_out(spots, ruling, reason, &mut step);
        step.what = ruled.words();
        if !step.files.is_empty() {
            self.history.push(step);
        }
        self.refresh();
        Happened::Ruled(ruled)
    }

    fn why_nothing(&self, reach: Reach) -> &'static str {
        let Some(spot) = self.spot() else { return "nothing is shown: f and / change the filter" };
        match (reach, &self.row_at(spot).cluster) {
            (Reach::Cluster, None) => "it is in no cluster: nothing of its document was accepted before",
            (Reach::Change, _) => "it is decided: u takes the last ruling back",
            _ => "all of it is decided: u takes the last ruling back",
        }
    }

    fn breaks(&self, spot: Spot) -> bool {
        self.sheets[spot.sheet].sight(spot.row).is_some_and(|sight| sight.effect == Effect::Breaks)
    }

    fn carry_out(&mut self, spots: &[Spot], ruling: Ruling, reason: Option<&str>, step: &mut Step) -> Ruled {
        let mut ruled = Ruled { ruling, changes: 0, documents: 0, completed: None, failures: Vec::new() };
        let mut sheets: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for spot in spots {
            sheets.entry(spot.sheet).or_default().push(spot.row);
        }
        self.offer = None;
        for (at, rows) in &sheets {
            match self.settle(*at, rows, ruling, reason) {
                Ok(before) => {
                    step.files.push((*at, before));
                    ruled.documents += 1;
                    ruled.changes += rows.len();
                    self.offer = (!self.sheets[*at].is_open && sheets.len() == 1).then_some(*at);
                }
                Err(error) => {
                    self.sheets[*at].trouble = Some(error.clone());
                    ruled.failures.push(error);
                }
            }
        }
        ruled.completed = self.offer.map(|at| self.sheets[at].case.id().to_owned());
        ruled
    }

    fn settle(&mut self, at: usize, rows: &[usize], ruling: Ruling, reason: Option<&str>) -> Result<Before> {
        let sheet = &mut self.sheets[at];
        let chosen: HashSet<_> = rows.iter().map(|row| sheet.rows[*row].id.clone()).collect();
        let ids = sheet.case.ids();
        let settled = settle(&sheet.case, ruling, |index| chosen.contains(&ids[index]), reason)?;
        sheet.trouble = sheet.renew(&self.project, Some((ruling, &chosen))).err();
        Ok(settled.before)
    }

    fn step(&self, what: String) -> Step {
        let entry = self.entries.get(self.entry).copied();
        Step { what, files: Vec::new(), change: None, entry, spot: self.spot() }
    }

    /// Takes the last step back and returns to where it was taken; nothing where there is none. A document that fails does
    /// not stop the others, and can be taken back again.
    pub fn undo(&mut self) -> Option<Undone> {
        self.offer = None;
        let mut step = self.history.pop()?;
        let sheets = step.files.iter().map(|(at, _)| *at).collect();
        let mut failures = Vec::new();
        step.files.retain(|(at, before)| {
            let sheet = &mut self.sheets[*at];
            sheet.trouble = before.restore().and_then(|()| sheet.renew(&self.project, None)).err();
            failures.extend(sheet.trouble.clone());
            sheet.trouble.is_some()
        });
        self.refresh();
        self.return_to(&step);
        let (what, change) = (step.what.clone(), step.change.clone());
        if !step.files.is_empty() {
            self.history.push(step);
        }
        Some(Undone { what, sheets, change, failures })
    }

    fn return_to(&mut self, step: &Step) {
        if let Some(entry) = step.entry.and_then(|entry| self.entries.iter().position(|one| *one == entry)) {
            self.open(entry, 0);
            let row = step.spot.and_then(|spot| self.rows.iter().position(|one| *one == spot));
            self.row = row.unwrap_or(0);
        }
    }

    /// States that the fact of the current change is wrong: it should say `right`, or, where that is empty, not be there.
    /// Of a fact that is gone: that it should be there and say so. What was stated.
    ///
    /// # Errors
    /// A change that is of no fact, or a sidecar that cannot be written.
    pub fn mark_wrong(&mut self, right: &str, why: &str) -> Result<String> {
        let change = self.sight().map(|sight| sight.change).filter(|change| change.item().kind != DOCUMENT);
        let (Some(spot), Some(change)) = (self.spot(), change) else {
            return Err(Error::new(Trouble::Usage, "that is no fact of the text")
                .advise("state the date in the sidecar: published = \"2022-01-24\""));
        };
        let item = change.item();
        let correction = Correction {
            kind: item.kind.to_string(),
            text: item.text.to_string(),
            start: item.span.start,
            says: change.new.as_ref().map(Item::gist),
            right: stated(right),
            why: why.trim().to_owned(),
        };
        if correction.says.is_none() && correction.right.is_none() {
            return Err(Error::new(Trouble::Usage, "the fact is gone")
                .advise("say what it should say, or accept that"));
        }
        self.note(spot.sheet, &correction)
    }

    /// States that a fact is missing, at the place of its words that is nearest to the current change. What was stated.
    ///
    /// # Errors
    /// Words that the text does not have, a fact that says nothing, or a sidecar that cannot be written.
    pub fn add_missing(&mut self, missing: &Missing) -> Result<String> {
        let wrong = |what: &str, advice: &str| Err(Error::new(Trouble::Usage, what).advise(advice));
        let Some(spot) = self.spot() else { return wrong("no document is shown", "change the filter") };
        let words = missing.words.trim();
        if words.is_empty() {
            return wrong("no words", "type them as they stand in the text");
        }
        let Some(right) = stated(&missing.right) else {
            return wrong("no value", "type what the fact should say: 17, 2022-01-24");
        };
        let near = self.sight().map_or(0, |sight| sight.change.item().span.range().start);
        let places = self.sheets[spot.sheet].case.text.match_indices(words).map(|(start, _)| start);
        let Some(start) = places.min_by_key(|start| start.abs_diff(near)) else {
            return wrong("these words are not in the text", "type them with its marks and spaces");
        };
        let correction = Correction {
            kind: missing.kind.clone(),
            text: words.to_owned(),
            start: start as u32,
            says: None,
            right: Some(right),
            why: missing.why.trim().to_owned(),
        };
        self.note(spot.sheet, &correction)
    }

    /// States what a person says is wrong or missing in a document. What was stated.
    pub(super) fn note(&mut self, at: usize, correction: &Correction) -> Result<String> {
        let case = &self.sheets[at].case;
        correction.stands_in(&case.text)?;
        let before = Before::of(case)?;
        case.ledger.add(correction)?;
        self.stated(at, before, known(correction))
    }

    /// What was stated of a document is in its sidecar: reads it anew and notes how to take it back.
    fn stated(&mut self, at: usize, before: Before, what: String) -> Result<String> {
        let mut step = self.step(what.clone());
        step.files.push((at, before));
        self.history.push(step);
        let renewed = self.sheets[at].renew(&self.project, None);
        self.refresh();
        renewed.map(|()| what)
    }

    /// The document that [`Session::verify`] would state: the one that the last ruling completed, else the current one.
    pub fn verifiable(&self) -> Option<&str> {
        let at = self.offer.or_else(|| self.spot().map(|spot| spot.sheet))?;
        Some(self.sheets[at].case.id())
    }

    /// States that the accepted snapshot of a document was read against its text: of the one that the last ruling decided
    /// to the end, else of the current one. What was stated.
    ///
    /// # Errors
    /// A document of which something waits or nothing is accepted, or a sidecar that cannot be written.
    pub fn verify(&mut self) -> Result<String> {
        let at = self.offer.take().or_else(|| self.spot().map(|spot| spot.sheet));
        let Some(at) = at else { return Err(Error::new(Trouble::Usage, "no document is shown")) };
        self.verify_sheet(at)
    }

    /// As [`Session::verify`], of the sheet of that index.
    pub(super) fn verify_sheet(&mut self, at: usize) -> Result<String> {
        let sheet = &self.sheets[at];
        let id = visible(sheet.case.id());
        if sheet.is_open {
            let what = format!("{id}: {} of it wait", plural(sheet.waiting(), "change"));
            return Err(Error::new(Trouble::Usage, what).advise("decide first"));
        }
        if sheet.case.pending.file().exists() {
            let what = format!("{id}: another snapshot of it waits since");
            return Err(Error::new(Trouble::Usage, what).advise("run `tahqiq review` again"));
        }
        let accepted = Snapshot::read(&sheet.case.pending.snapshot)?.ok_or_else(|| {
            Error::new(Trouble::Usage, format!("{id}: nothing of it is accepted")).advise("accept it first")
        })?;
        let before = Before::of(&sheet.case)?;
        sheet.case.ledger.verify(&accepted.body)?;
        self.stated(at, before, format!("{id} is verified"))
    }
}

impl Ruled {
    /// `accepted 12 changes in 9 documents; 1 failed: …`.
    pub fn words(&self) -> String {
        let ruled = match self.ruling {
            Ruling::Accept => "accepted",
            Ruling::Reject => "rejected",
        };
        let mut said = Vec::new();
        if self.documents > 0 || self.failures.is_empty() {
            let (changes, documents) = (plural(self.changes, "change"), plural(self.documents, "document"));
            said.push(format!("{ruled} {changes} in {documents}"));
        }
        if let [first, ..] = self.failures.as_slice() {
            said.push(format!("{} failed: {first}", plural(self.failures.len(), "document")));
        }
        said.extend(
            self.completed.as_ref().map(|id| format!("{} is decided: v marks it verified", visible(id))),
        );
        said.join("; ")
    }
}

/// What a row of what is known to be wrong states.
fn known(Correction { kind, start, says, right, .. }: &Correction) -> String {
    match (says, right) {
        (None, _) => format!("known: {} at {start} is missing", visible(kind)),
        (_, Some(right)) => format!("known: {} should say {}", visible(kind), visible(right)),
        (_, None) => format!("known: {} should not be there", visible(kind)),
    }
}

/// What was typed, unless that is nothing.
fn stated(typed: &str) -> Option<String> {
    let typed = typed.trim();
    (!typed.is_empty()).then(|| typed.to_owned())
}
