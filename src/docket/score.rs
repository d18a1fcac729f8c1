//! Scores: precision and recall over the documents that people have verified, as accepted and as read now.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::gold::{Gold, Score};
use super::ledger::Ledger;
use super::standing::standings;
use crate::engine::Extraction;
use crate::error::{Error, Result};
use crate::harness::{Corpus, Opened, Place, Project};
use crate::snapshot::{Record, Snapshot};

/// Precision and recall over the verified documents of a corpus.
///
/// The gold of a document is its accepted snapshot, less the facts that `[[known]]` rows say are wrong, plus what they
/// say would be right. A fact is right when its kind, its span and every field equal those of a fact of the gold, the
/// places to which it points among them; the rule that found it does not count. Of what a row says would be right a fact
/// is right when it stands at the row's words, or within them where the row says where they stand, and says that; one
/// that was missing may also stand around them, or share some of them where the row says where they stand.
#[derive(Debug, Clone, Default)]
pub struct Scores {
    /// Number of documents that are verified as they were accepted; they alone are scored.
    pub verified: usize,
    /// Number of documents that nobody has verified.
    pub unverified: usize,
    /// Documents that were verified as they are no more, in the order of the corpus.
    pub stale: Vec<Stale>,
    /// Rows of what is known to be wrong in verified documents that no longer apply; they count for nothing.
    pub outdated: usize,
    /// Documents, sidecars and snapshots that cannot be read. Where the text is known and the engine fails, the document
    /// is scored as one in which nothing was found.
    pub problems: Vec<Error>,
    kinds: BTreeMap<String, KindScore>,
}

/// A document that was verified as it is no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// The document's name.
    pub id: String,
    /// What has become of it.
    pub why: &'static str,
}

/// The scores of one kind of fact, or of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct KindScore {
    /// What the accepted snapshots say.
    pub accepted: Score,
    /// What is read in the documents now.
    pub now: Score,
}

impl Scores {
    /// The scores of each kind, in the order of their names.
    pub fn kinds(&self) -> impl Iterator<Item = (&str, KindScore)> {
        self.kinds.iter().map(|(kind, score)| (kind.as_str(), *score))
    }

    /// The scores of all kinds together.
    pub fn total(&self) -> KindScore {
        let mut total = KindScore::default();
        self.kinds.values().for_each(|score| total.add(score));
        total
    }

    /// The F1 of a kind as it is read now, from 0 to 1; none where no verified document has facts of that kind, and none
    /// are read in one.
    pub fn f1(&self, kind: &str) -> Option<f64> {
        self.kinds.get(kind)?.now.f1()
    }

    fn add(&mut self, kinds: BTreeMap<String, Score>, of: impl Fn(&mut KindScore) -> &mut Score) {
        for (kind, score) in kinds {
            of(self.kinds.entry(kind).or_default()).add(score);
        }
    }
}

impl KindScore {
    fn add(&mut self, other: &Self) {
        self.accepted.add(other.accepted);
        self.now.add(other.now);
    }
}

/// Scores the documents of `corpus` on the threads of the current pool. Writes nothing.
pub fn score(project: &Project, corpus: Corpus, extraction: Extraction<'_>) -> Scores {
    let mut scores = Scores { problems: corpus.problems, ..Scores::default() };
    let one = |place: Place| (one(project, &place, extraction), place);
    let all: Vec<_> = corpus.places.into_par_iter().map(one).collect();
    for (sorted, place) in all {
        match sorted {
            Ok(Sorted::Unverified) => scores.unverified += 1,
            Ok(Sorted::Stale(why)) => scores.stale.push(Stale { id: place.id, why }),
            Ok(Sorted::Verified(verified)) => {
                scores.verified += 1;
                scores.outdated += verified.outdated;
                scores.add(verified.accepted, |kind| &mut kind.accepted);
                scores.add(verified.now, |kind| &mut kind.now);
                scores.problems.extend(verified.problem.map(|error| at(error, &place)));
            }
            Err(error) => scores.problems.push(at(error, &place)),
        }
    }
    scores
}

fn at(error: Error, place: &Place) -> Error {
    if error.path().is_some() { error } else { error.at(&place.file) }
}

/// What a document is to the score.
enum Sorted {
    Unverified,
    Stale(&'static str),
    Verified(Verified),
}

struct Verified {
    accepted: BTreeMap<String, Score>,
    now: BTreeMap<String, Score>,
    outdated: usize,
    problem: Option<Error>,
}

fn one(project: &Project, place: &Place, extraction: Extraction<'_>) -> Result<Sorted> {
    let snapshot = Snapshot::read(&place.snapshot)?;
    let ledger = Ledger::read(place, snapshot.as_ref().map(|snapshot| &*snapshot.body))?;
    match snapshot {
        _ if !ledger.is_stated => Ok(Sorted::Unverified),
        None => Ok(Sorted::Stale("it has no accepted snapshot any more")),
        Some(_) if !ledger.is_verified => Ok(Sorted::Stale("its accepted snapshot has changed since")),
        Some(snapshot) => {
            let opened = place.open(project)?;
            compare(&snapshot, &ledger, &opened, extraction)
                .map(|verified| verified.map_or(Sorted::Stale("its text was edited since"), Sorted::Verified))
        }
    }
}

/// The accepted facts and those of now against the gold; none where the text is not the one that was read.
fn compare(
    snapshot: &Snapshot,
    ledger: &Ledger,
    opened: &Opened,
    extraction: Extraction<'_>,
) -> Result<Option<Verified>> {
    let document = opened.document()?;
    let is_edited = snapshot.header.info("sha256").is_some_and(|hash| hash != opened.sha256());
    let now = extraction.record(&document, opened.published);
    if is_edited && now.as_ref().is_ok_and(|now| now.to_body() != snapshot.body) {
        return Ok(None);
    }
    let accepted = Record::from_body(&*opened.id, &snapshot.body)?;
    let standings = standings(&ledger.known, &accepted.facts, &document.text);
    let gold = Gold::new(&accepted.facts, &ledger.known, &standings);
    Ok(Some(Verified {
        accepted: gold.score(&accepted.facts),
        now: gold.score(now.as_ref().map_or(&[], |now| &now.facts)),
        outdated: standings.iter().filter(|standing| !standing.applies()).count(),
        problem: now.err(),
    }))
}
