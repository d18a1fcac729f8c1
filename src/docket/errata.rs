//! Errata: what is known to be wrong in a document, in its sentences, and entering more of it.

use std::slice;

use super::ledger::Ledger;
use super::standing::{Standing, places, standings};
use crate::error::{Error, Result, Trouble};
use crate::fact::Kind;
use crate::harness::{Evidence, Known, Place, Project};
use crate::snapshot::{Item, Record, Snapshot};
use crate::span::Span;

/// Places of words that are named in an error.
const NAMED: usize = 8;

/// A known error and how it stands now.
#[derive(Debug, Clone)]
pub struct Erratum {
    /// The row of the sidecar.
    pub known: Known,
    /// How it stands to the accepted facts.
    pub standing: Standing,
    /// The sentence of its words, where they stand in the text.
    pub evidence: Option<Evidence>,
}

/// What is known to be wrong in the document at `place`, in the order of its sidecar.
///
/// # Errors
/// Known errors of a document that has no accepted snapshot; a document, sidecar or snapshot that cannot be read.
pub fn errata(project: &Project, place: &Place) -> Result<Vec<Erratum>> {
    let ledger = Ledger::read(place, None)?;
    if ledger.known.is_empty() {
        return Ok(Vec::new());
    }
    let (snapshot, opened) = (accepted(place)?, place.open(project)?);
    let (record, document) = (record(place, &snapshot)?, opened.document()?);
    let standings = standings(&ledger.known, &record.facts, &document.text);
    let erratum = |(known, standing)| Erratum::new(known, standing, &record.facts, &document.text);
    Ok(ledger.known.into_iter().zip(standings).map(erratum).collect())
}

/// Enters `known` into the sidecar of the document at `place`, with the place of its words.
///
/// # Errors
/// A row that says nothing, that is there already, that does not say clearly where its words stand, or that does not
/// apply to the accepted facts; and as [`errata`].
pub fn enter(project: &Project, place: &Place, known: Known) -> Result<Erratum> {
    let ledger = Ledger::read(place, None)?;
    let (snapshot, opened) = (accepted(place)?, place.open(project)?);
    let (record, document) = (record(place, &snapshot)?, opened.document()?);
    let (facts, text) = (&record.facts, &*document.text);
    known_kind(&known.kind, facts)?;
    is_clear(&known, facts, text)?;
    let standing = standings(slice::from_ref(&known), facts, text).pop().unwrap_or(Standing::Lost);
    let Some(span) = span(standing, facts).filter(|_| standing.applies()) else {
        return Err(refused(&known, standing, facts, text));
    };
    let others = standings(&ledger.known, facts, text).into_iter().zip(&ledger.known);
    let is_there = |(other, row): (Standing, &Known)| {
        row.kind == known.kind && other.applies() && self::span(other, facts) == Some(span)
    };
    if others.into_iter().any(is_there) {
        return Err(Error::new(Trouble::Usage, format!("an error of this {} is known already", known.kind))
            .advise("`tahqiq known` lists what is known"));
    }
    ledger.enter(&Known { start: Some(span.start), ..known.clone() })?;
    Ok(Erratum::new(known, standing, facts, text))
}

impl Erratum {
    fn new(known: Known, standing: Standing, facts: &[Item<'_>], text: &str) -> Self {
        let span = span(standing, facts).or_else(|| places(&known, text).next());
        Self { evidence: span.and_then(|span| Evidence::at(text, span)), known, standing }
    }
}

/// Where the fact stands, or should stand.
fn span(standing: Standing, facts: &[Item<'_>]) -> Option<Span> {
    match standing {
        Standing::Wrong(index) | Standing::Otherwise(index) => Some(facts[index].span),
        Standing::Missing(span) => Some(span),
        Standing::Mended | Standing::Unsaid | Standing::Lost => None,
    }
}

fn accepted(place: &Place) -> Result<Snapshot> {
    Snapshot::read(&place.snapshot)?.ok_or_else(|| {
        Error::new(Trouble::Snapshot, "errors are known of facts that were accepted, and it has no snapshot")
            .at(&place.file)
            .advise("run `tahqiq check`, then `tahqiq review`")
    })
}

fn record<'s>(place: &Place, snapshot: &'s Snapshot) -> Result<Record<'s>> {
    Record::from_body(place.id.clone(), &snapshot.body).map_err(|error| error.at(&place.snapshot))
}

/// Checks that the kind is one that there is.
fn known_kind(kind: &str, facts: &[Item<'_>]) -> Result<()> {
    let names = Kind::ALL.map(Kind::name);
    if names.contains(&kind) || facts.iter().any(|item| item.kind == kind) {
        return Ok(());
    }
    Err(Error::new(Trouble::Usage, format!("no kind of fact is named `{kind}`"))
        .advise(format!("there are {}", names.join(", "))))
}

/// Checks that a row without `start` can speak of one place alone.
fn is_clear(known: &Known, facts: &[Item<'_>], text: &str) -> Result<()> {
    let places: Vec<_> = places(known, text).collect();
    let fitting = facts.iter().filter(|item| known.is_wrong(item)).count();
    if known.start.is_some() || places.len() < 2 || fitting == 1 {
        return Ok(());
    }
    let what = format!("the words stand {} times in the text", places.len());
    Err(Error::new(Trouble::Usage, what).advise(format!("say where with --start {}", starts(&places))))
}

fn refused(known: &Known, standing: Standing, facts: &[Item<'_>], text: &str) -> Error {
    let error = Error::new(Trouble::Usage, standing.why_not().unwrap_or("it applies"));
    match standing {
        Standing::Otherwise(index) => error.advise(format!("it says {}, see --says", facts[index].gist())),
        Standing::Unsaid => error.advise("leave --says out where the fact is missing"),
        Standing::Lost if known.start.is_some() => {
            let anywhere = Known { start: None, ..known.clone() };
            let places: Vec<_> = places(&anywhere, text).collect();
            if places.is_empty() { error } else { error.advise(format!("they stand at {}", starts(&places))) }
        }
        _ => error,
    }
}

/// `12, 45 or 90`.
fn starts(places: &[Span]) -> String {
    let all: Vec<_> = places.iter().take(NAMED).map(|place| place.start.to_string()).collect();
    match all.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => all.concat(),
    }
}
