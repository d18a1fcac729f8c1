//! Engines that do not read alike twice: each run is held against the first.

use std::collections::HashMap;
use std::sync::Mutex;

use tahqiq::engine::{Engine, Extraction};
use tahqiq::error::{Error, Result, Trouble};
use tahqiq::extract::Context;
use tahqiq::harness::{Check, Corpus, Outcome, Project, Verdict, check, repeat};
use tahqiq::snapshot::{Field, Item, Record};
use tahqiq::span::Span;
use tahqiq::text::Document;

use crate::accepted;
use crate::town::Town;

/// Reads a document as its name and the number of times that it was read before say.
#[derive(Default)]
struct Fickle {
    times: Mutex<HashMap<String, usize>>,
    order: Mutex<Vec<String>>,
}

impl Engine for Fickle {
    fn name(&self) -> &'static str {
        "fickle"
    }

    fn version(&self) -> &'static str {
        "1"
    }

    fn read<'a>(&self, document: &'a Document<'_>, _: Context) -> Result<Record<'a>> {
        self.order.lock().expect("a list").push(document.id.to_string());
        let time = {
            let mut times = self.times.lock().expect("a table");
            let time = times.entry(document.id.to_string()).or_default();
            *time += 1;
            *time
        };
        let number = |at: u32, number: i128| item(Span::new(at, at + 2), number);
        let facts = match (&*document.id, time) {
            ("counts", _) => vec![number(0, 17), number(2, time as i128)],
            ("gains", 2) => vec![number(0, 17), number(2, 5)],
            ("loses", 2) => vec![],
            ("fails", 2) => return Err(Error::new(Trouble::Invariant, "not now")),
            ("mends", 1) => return Err(Error::new(Trouble::Invariant, "not yet")),
            ("late", 3) => vec![number(0, 3)],
            _ => vec![number(0, 17)],
        };
        Ok(Record {
            id: document.id.to_string().into(),
            encoding: "utf-8".into(),
            bytes: None,
            sha256: None,
            headline: None,
            published: None,
            reference: None,
            facts,
        })
    }
}

fn item(span: Span, number: i128) -> Item<'static> {
    let fields = vec![("number".into(), Field::Integer(number))];
    Item { kind: "numeral".into(), span, text: "س".into(), rule: "r".into(), fields }
}

/// A project with these documents, read `runs` times.
fn checked(town: &Town, engine: &Fickle, names: &[&str], runs: usize) -> Check {
    for name in names {
        town.write(&format!("corpus/{name}.txt"), "سسس");
    }
    let project = Project::find(&town.path("")).expect("it has a corpus");
    let corpus = Corpus::of(&project, &[], &town.path("")).expect("it has documents");
    let places = corpus.places.clone();
    let extraction = Extraction::new(engine);
    let mut found = check(&project, corpus, extraction, true, &|| {});
    (1..runs).for_each(|round| repeat(&project, &places, extraction, round, true, &mut found));
    found
}

/// Documents by name, and what is said of their second run.
const UNSTEADY: &[(&str, &str)] = &[
    ("counts", "numeral 2..4 had number 1, then 2"),
    ("fails", "not now"),
    ("gains", "numeral 2..4 is there this time only (5)"),
    ("loses", "numeral 0..2 was there the first time only (17)"),
    ("mends", "not yet: "),
];

#[test]
fn what_depends_on_the_run_is_named_with_its_first_fact() {
    let mut names: Vec<_> = UNSTEADY.iter().map(|(name, _)| *name).collect();
    names.push("steady");
    let town = Town::new(&[]);
    let found = checked(&town, &Fickle::default(), &names, 2);
    assert_eq!(found.findings.len(), names.len());
    for ((name, part), finding) in UNSTEADY.iter().zip(&found.findings) {
        assert_eq!(finding.place.id, *name);
        let Outcome::Failed(error) = &finding.outcome else { panic!("{name}: {:?}", finding.outcome) };
        let said = error.to_string();
        assert!(said.contains(&format!("corpus/{name}.txt: run 2 does not read")), "{said}");
        assert!(said.contains(part.trim_end_matches(": ")), "{name}: {said}");
        assert!(!finding.place.pending().exists(), "{name}: what depends on the run waits for nobody");
    }
    assert_eq!(found.findings[5].outcome.verdict(), Verdict::Missing);
    assert!(found.findings[5].place.pending().exists());
    assert_eq!(found.verdict(), Verdict::Invariant);
    assert_eq!(Verdict::Invariant.code(), 5);
}

#[test]
fn each_run_has_an_order_of_its_own() {
    let names = ["a", "b", "c", "d", "e", "f", "g", "late"];
    let run = |runs| {
        let (town, engine) = (Town::new(&[]), Fickle::default());
        let one = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread");
        let found = one.install(|| checked(&town, &engine, &names, runs));
        (found.verdict(), engine.order.into_inner().expect("a list"))
    };
    let (verdict, order) = run(3);
    assert_eq!(verdict, Verdict::Invariant, "the third run is held against the first too");
    let rounds: Vec<_> = order.chunks(names.len()).collect();
    assert_eq!(rounds[0], names);
    assert!(rounds[1].iter().eq(names.iter().rev()), "{:?}", rounds[1]);
    assert!(rounds[2] != rounds[0] && rounds[2] != rounds[1], "{:?}", rounds[2]);
    assert_eq!(run(3).1, order, "the same on every day");
    assert_eq!(run(2).0, Verdict::Missing);
}

#[test]
fn a_steady_engine_passes() {
    let town = accepted(&["a", "b"]);
    town.run(&["check", "--ci", "--repeat"]).exits(0).says("2 documents, 4 facts: all as accepted");
    town.run(&["check", "--ci", "--repeat=3", "--jobs", "1"]).exits(0);
    town.spoil("a", "\"number\":17", "\"number\":71");
    town.run(&["check", "--ci", "--repeat"]).exits(1).says("1 fact changed in 1 of 2 documents");
}
