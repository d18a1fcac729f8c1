//! Decisions: what a person decided elsewhere, as a file, and carrying it out here.
//!
//! Each decision names what it was made on by the hashes of both snapshots. Where either is another by now it is not
//! carried out, and that is said.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::case::Case;
use super::effect::Effect;
use super::ledger::Correction;
use super::list::Docket;
use super::ruling::{Ruling, settle};
use crate::engine::Extraction;
use crate::error::{Error, Result, Trouble};
use crate::harness::{Corpus, Project, check, sha256};
use crate::snapshot::Snapshot;

/// Version of the file.
const SCHEMA: u32 = 1;
/// What a decision names in a document in which no fact says anything else.
const WHOLE: &str = "*";

/// What a person decided, as the page saves it.
///
/// ```
/// use tahqiq::docket::Decisions;
///
/// let empty = r#"{"schema": 1, "decisions": [], "known": [], "verified": []}"#;
/// assert!(Decisions::parse(empty).is_ok());
/// assert!(Decisions::parse(r#"{"schema": 2}"#).is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decisions {
    /// Version of the file: 1.
    pub schema: u32,
    /// Rulings on changes.
    pub decisions: Vec<Decision>,
    /// What is wrong or missing.
    #[serde(default)]
    pub known: Vec<Noted>,
    /// Documents that were read against what is accepted of them once the rulings are carried out.
    #[serde(default)]
    pub verified: Vec<Verified>,
}

/// A ruling on one change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// The document's name.
    pub document: String,
    /// SHA-256 of the body of its accepted snapshot; null where there was none.
    pub accepted: Option<String>,
    /// SHA-256 of the body of the snapshot that waited.
    pub waiting: String,
    /// The change's id; `*` for a document in which no fact says anything else.
    pub change: String,
    /// What becomes of it.
    pub ruling: Ruling,
    /// Why a verified fact may change.
    pub reason: Option<String>,
}

/// A fact that is wrong or missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noted {
    /// The document's name.
    pub document: String,
    /// SHA-256 of the body of the snapshot that waited.
    pub waiting: String,
    /// The kind of the fact.
    pub kind: String,
    /// The words that it quotes, or should quote.
    pub text: String,
    /// Where they stand, in bytes of the text.
    pub start: u32,
    /// What it says; null where it is missing.
    pub says: Option<String>,
    /// What would be right; null where it should not be there.
    pub right: Option<String>,
    /// Why.
    pub why: String,
}

/// A document that was read against its snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verified {
    /// The document's name.
    pub document: String,
    /// SHA-256 of the body of the snapshot that waited.
    pub waiting: String,
}

/// What carrying decisions out came to.
#[derive(Debug, Clone, Default)]
pub struct Applied {
    /// Changes that were accepted.
    pub accepted: usize,
    /// Those that were rejected.
    pub rejected: usize,
    /// Facts that were noted as wrong or missing.
    pub known: usize,
    /// Documents that are verified now.
    pub verified: usize,
    /// What was not carried out, and why.
    pub refused: Vec<Error>,
}

/// What was decided of one document.
#[derive(Default)]
struct Sheet<'d> {
    decisions: Vec<&'d Decision>,
    known: Vec<&'d Noted>,
    verified: Vec<&'d Verified>,
}

impl Decisions {
    /// Reads the file's text.
    ///
    /// # Errors
    /// Text that is no such file: one line that says where and why. Two rulings on one change.
    pub fn parse(text: &str) -> Result<Self> {
        let wrong =
            |what: String| Error::new(Trouble::Usage, what).advise("save the decisions from the page again");
        let read: Self =
            serde_json::from_str(text).map_err(|error| wrong(format!("no decisions: {error}")))?;
        if read.schema != SCHEMA {
            return Err(wrong(format!("`schema` is {}, this program reads {SCHEMA}", read.schema)));
        }
        let mut seen = BTreeSet::new();
        match read.decisions.iter().find(|one| !seen.insert((&one.document, &one.change))) {
            Some(twice) => Err(wrong(format!("`{}` of {} is decided twice", twice.change, twice.document))),
            None => Ok(read),
        }
    }

    /// Carries out what still is as it was when it was decided. Documents that do not wait, because the check that was
    /// decided on wrote nothing, are checked first.
    ///
    /// # Errors
    /// A corpus that cannot be read.
    pub fn apply(&self, project: &Project, extraction: Extraction<'_>) -> Result<Applied> {
        let sheets = self.sheets();
        let mut corpus = Corpus::of(project, &[], project.root())?;
        corpus.places.retain(|place| sheets.contains_key(&*place.id));
        corpus.is_whole = false;
        let names: BTreeSet<String> = corpus.places.iter().map(|place| place.id.clone()).collect();
        corpus.places.retain(|place| !place.pending().exists());
        let mut applied = Applied::default();
        let checked = check(project, corpus, extraction, true, &|| {});
        let docket = Docket::open(project, &[])?;
        let troubles = checked.failures().chain(&checked.problems).chain(&docket.problems);
        applied.refused.extend(troubles.cloned());
        for (document, sheet) in sheets {
            let case = docket.cases.iter().find(|case| case.id() == document && case.place.is_some());
            match case {
                Some(case) => sheet.apply(project, case, &mut applied),
                None if names.contains(document) => {
                    applied.refuse(document, "nothing of it waits: it is as it was accepted", None);
                }
                None => applied.refuse(document, "there is no such document", None),
            }
        }
        Ok(applied)
    }

    /// What was decided, by document.
    fn sheets(&self) -> BTreeMap<&str, Sheet<'_>> {
        let mut sheets: BTreeMap<&str, Sheet<'_>> = BTreeMap::new();
        for one in &self.decisions {
            sheets.entry(&one.document).or_default().decisions.push(one);
        }
        for one in &self.known {
            sheets.entry(&one.document).or_default().known.push(one);
        }
        for one in &self.verified {
            sheets.entry(&one.document).or_default().verified.push(one);
        }
        sheets
    }
}

impl Applied {
    fn refuse(&mut self, document: &str, what: &str, advice: Option<&str>) {
        let error = Error::new(Trouble::Usage, format!("{document}: {what}"));
        self.refused.push(match advice {
            Some(advice) => error.advise(advice),
            None => error,
        });
    }

    fn take(&mut self, done: Result<()>) -> bool {
        done.map_err(|error| self.refused.push(error)).is_ok()
    }
}

impl Sheet<'_> {
    fn apply(&self, project: &Project, case: &Case, applied: &mut Applied) {
        if let Some(why) = self.is_of_another(case) {
            return applied.refuse(case.id(), why, Some("write the page again: `tahqiq report --html FILE`"));
        }
        self.unknown(case, applied);
        for (is_rejected, reason) in self.rounds() {
            match case.again(project) {
                Ok(Some(case)) => self.rule(&case, is_rejected, reason, applied),
                Ok(None) => {}
                Err(error) => applied.refused.push(error),
            }
        }
        self.note(case, applied);
        self.verify(case, applied);
    }

    /// Why the document is not the one that was decided on, where it is not.
    fn is_of_another(&self, case: &Case) -> Option<&'static str> {
        let accepted = case.old.as_ref().map(|old| sha256(old.body.as_bytes()));
        let waiting = sha256(case.new.body.as_bytes());
        let known = self.known.iter().map(|one| &one.waiting);
        let of_waiting = self.decisions.iter().map(|one| &one.waiting).chain(known);
        if self.decisions.iter().any(|one| one.accepted != accepted) {
            return Some("its accepted snapshot is not the one that was decided on");
        }
        let mut all = of_waiting.chain(self.verified.iter().map(|one| &one.waiting));
        all.any(|hash| *hash != waiting).then_some("its facts are not those that were decided on")
    }

    /// Says which changes the document does not have.
    fn unknown(&self, case: &Case, applied: &mut Applied) {
        let is_known = |id: &String| case.ids().contains(id) || (id == WHOLE && case.ids().is_empty());
        for one in self.decisions.iter().filter(|one| !is_known(&one.change)) {
            applied.refuse(case.id(), &format!("it has no change `{}`", one.change), None);
        }
    }

    /// The rulings, each with the reasons that are given for it: changes of one round are ruled on at once.
    fn rounds(&self) -> BTreeSet<(bool, Option<&str>)> {
        self.decisions.iter().map(|one| (one.ruling == Ruling::Reject, one.reason.as_deref())).collect()
    }

    /// Rules on the changes of one round.
    fn rule(&self, case: &Case, is_rejected: bool, reason: Option<&str>, applied: &mut Applied) {
        let ruling = if is_rejected { Ruling::Reject } else { Ruling::Accept };
        let round = |one: &&&Decision| one.ruling == ruling && one.reason.as_deref() == reason;
        let ids: BTreeSet<&str> = self.decisions.iter().filter(round).map(|one| &*one.change).collect();
        let lacks = |index: usize| ruling == Ruling::Accept && lacks_reason(case, index, reason);
        let named: Vec<usize> = (0..case.ids().len()).filter(|at| ids.contains(&*case.ids()[*at])).collect();
        for index in named.iter().filter(|index| lacks(**index)) {
            let id = &case.ids()[*index];
            applied.refuse(case.id(), &format!("`{id}` breaks a verified fact and gives no reason"), None);
        }
        let chosen: Vec<usize> = named.into_iter().filter(|index| !lacks(*index)).collect();
        let is_whole = case.ids().is_empty() && ids.contains(WHOLE);
        if chosen.is_empty() && !is_whole {
            return;
        }
        match settle(case, ruling, |index| chosen.contains(&index), reason) {
            Ok(_) if is_rejected => applied.rejected += chosen.len().max(1),
            Ok(_) => applied.accepted += chosen.len().max(1),
            Err(error) => applied.refused.push(error),
        }
    }

    fn note(&self, case: &Case, applied: &mut Applied) {
        for one in &self.known {
            let Noted { kind, text, start, says, right, why, .. } = (*one).clone();
            let correction = Correction { kind, text, start, says, right, why };
            let added = correction.stands_in(&case.text).and_then(|()| case.ledger.add(&correction));
            if applied.take(added.map_err(|error| within(case.id(), &error))) {
                applied.known += 1;
            }
        }
    }

    fn verify(&self, case: &Case, applied: &mut Applied) {
        if self.verified.is_empty() {
            return;
        }
        if case.pending.file().exists() {
            return applied.refuse(case.id(), "it is not verified: something of it still waits", None);
        }
        let done = match Snapshot::read(&case.pending.snapshot) {
            Ok(Some(accepted)) => case.ledger.verify(&accepted.body),
            Ok(None) => {
                return applied.refuse(case.id(), "nothing of it is accepted that could be verified", None);
            }
            Err(error) => Err(error),
        };
        if applied.take(done) {
            applied.verified += 1;
        }
    }
}

/// The error with the document that it is about, where it names no file.
fn within(document: &str, error: &Error) -> Error {
    match error.path() {
        Some(_) => error.clone(),
        None => Error::new(error.trouble(), format!("{document}: {error}")),
    }
}

fn lacks_reason(case: &Case, index: usize, reason: Option<&str>) -> bool {
    case.effects[index] == Effect::Breaks && reason.is_none_or(|reason| reason.trim().is_empty())
}
