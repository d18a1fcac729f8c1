//! What our own documents say is known to be wrong is wrong, and what they say is missing is missing.

use std::path::Path;

use tahqiq::docket::{Ledger, errata};
use tahqiq::harness::{Corpus, Known, Place, Project};
use tahqiq::snapshot::{Record, Snapshot};

fn corpus() -> (Project, Vec<Place>) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = Project::find(root).expect("a project");
    let corpus = Corpus::of(&project, &[], root).expect("a corpus");
    (project, corpus.places)
}

#[test]
fn every_known_error_applies() {
    let (project, places) = corpus();
    let mut rows = 0;
    for place in &places {
        for erratum in errata(&project, place).expect("it can be read") {
            let Known { kind, text, .. } = &erratum.known;
            let why_not = erratum.standing.why_not();
            assert_eq!(why_not, None, "{}: {kind} {text}", place.id);
            assert!(erratum.evidence.is_some(), "{}: {kind} {text} has no sentence", place.id);
            rows += 1;
        }
    }
    assert!(rows >= 29, "only {rows} rows were found");
}

/// Read off the snapshots and texts themselves: a row without `start` can mean one place alone.
#[test]
fn every_known_error_is_clear() {
    let (project, places) = corpus();
    for place in &places {
        let ledger = Ledger::read(place, None).expect("a sidecar");
        if ledger.known.is_empty() {
            continue;
        }
        let snapshot = Snapshot::read(&place.snapshot).expect("readable").expect("accepted");
        let facts = Record::from_body(&*place.id, &snapshot.body).expect("a record").facts;
        let opened = place.open(&project).expect("a document");
        let text = opened.document().expect("text").text.into_owned();
        for row in &ledger.known {
            let at = row.start.map(|start| &text[start as usize..]);
            assert!(at.is_none_or(|rest| rest.starts_with(&row.text)), "{}: {}", place.id, row.text);
            let wrong = facts.iter().filter(|item| row.is_wrong(item)).count();
            let right = facts.iter().filter(|item| row.is_right(item)).count();
            assert_eq!((wrong, right), (usize::from(row.says.is_some()), 0), "{}: {}", place.id, row.text);
            let is_clear = row.says.is_some() || row.start.is_some() || text.matches(&row.text).count() == 1;
            assert!(is_clear, "{}: {} stands more than once: give it a `start`", place.id, row.text);
        }
    }
}
