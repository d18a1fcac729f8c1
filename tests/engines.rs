//! Engines that do not keep their promises: each is the error of its document, and the others go on.

use std::fs;

use tahqiq::engine::{Builtin, Engine, Extraction, quiet_panics};
use tahqiq::error::{Error, Result, Trouble};
use tahqiq::extract::Context;
use tahqiq::harness::{Check, Corpus, Outcome, Project, Verdict, check};
use tahqiq::lexicon::Lexicon;
use tahqiq::snapshot::{Extent, Field, Item, Record};
use tahqiq::span::Span;
use tahqiq::text::Document;
use walkdir::WalkDir;

/// Reads a document as its name says.
struct Faulty;

impl Engine for Faulty {
    fn name(&self) -> &'static str {
        "faulty"
    }

    fn version(&self) -> &'static str {
        "1"
    }

    fn read<'a>(&self, document: &'a Document<'_>, _: Context) -> Result<Record<'a>> {
        let (spans, text): (&[(u32, u32)], &str) = match &*document.id {
            "panics" => panic!("no {} today", "luck"),
            "refuses" => return Err(Error::new(Trouble::Invariant, "not today")),
            "cuts" => (&[(0, 1)], "س"),
            "misquotes" => (&[(0, 2)], "ش"),
            "overruns" => (&[(0, 900)], "س"),
            "empties" => (&[(2, 2)], ""),
            "disorders" => (&[(2, 4), (0, 2)], "س"),
            _ => (&[(0, 2)], "س"),
        };
        let facts =
            spans.iter().map(|(start, end)| item(Span::new(*start, *end), text, &document.id)).collect();
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

fn item(span: Span, text: &str, id: &str) -> Item<'static> {
    let end = if id == "strays" { 900 } else { 4 };
    let who = Extent { span: Span::new(2, end), text: Some("س".into()), more: Vec::new() };
    Item {
        kind: "letter".into(),
        span,
        text: text.to_owned().into(),
        rule: "letter/any".into(),
        fields: vec![("who".into(), Field::Extent(Box::new(who)))],
    }
}

/// Documents by name, and what is said about the engine's answer.
const FAULTS: &[(&str, &str)] = &[
    ("cuts", "letter 0..1: the span cuts a character"),
    ("disorders", "the facts are not in order of start"),
    ("empties", "letter 2..2: the span is empty"),
    ("misquotes", "letter 0..2: the span does not hold the text that the fact quotes"),
    ("overruns", "letter 0..900: the span ends after the document"),
    ("panics", "the engine panicked: no luck today (tests/engines.rs:"),
    ("refuses", "not today"),
    ("strays", "letter 2..900: the span ends after the document"),
];

fn checked(names: &[&str]) -> Check {
    let town = tempfile::TempDir::new().expect("a temporary folder can be made");
    fs::create_dir(town.path().join("corpus")).expect("a folder can be made");
    for name in names {
        fs::write(town.path().join("corpus").join(format!("{name}.txt")), "سسس")
            .expect("a file can be written");
    }
    let project = Project::find(town.path()).expect("it has a corpus");
    let corpus = Corpus::of(&project, &[], town.path()).expect("it has documents");
    check(&project, corpus, Extraction::new(&Faulty), true, &|| {})
}

#[test]
fn a_broken_promise_is_the_error_of_its_document() {
    quiet_panics();
    let mut names: Vec<_> = FAULTS.iter().map(|(name, _)| *name).collect();
    names.push("well");
    let check = checked(&names);
    for ((name, part), finding) in FAULTS.iter().zip(&check.findings) {
        assert_eq!(finding.place.id, *name);
        let Outcome::Failed(error) = &finding.outcome else { panic!("{name}: {:?}", finding.outcome) };
        assert!(error.to_string().contains(part), "{error}");
        assert_eq!(finding.outcome.verdict(), Verdict::Invariant, "{name}");
    }
    assert_eq!(check.findings.len(), names.len());
    assert_eq!(check.findings.last().map(|finding| finding.outcome.verdict()), Some(Verdict::Missing));
    assert_eq!(check.verdict(), Verdict::Invariant);
}

#[test]
fn what_comes_first_decides_the_exit_code() {
    let order = [2, 5, 6, 3, 4, 1, 0];
    let verdicts = [
        Verdict::Trouble,
        Verdict::Invariant,
        Verdict::Gate,
        Verdict::Missing,
        Verdict::Orphan,
        Verdict::Differences,
        Verdict::Clean,
    ];
    assert!(verdicts.is_sorted());
    assert_eq!(verdicts.map(Verdict::code), order);
}

/// A stream writes the facts without making a record of them; both ways are one contract.
#[test]
fn what_is_written_straight_is_the_record() {
    let engine = Builtin::new(Lexicon::builtin());
    let files =
        WalkDir::new("corpus").sort_by_file_name().into_iter().map(|entry| entry.expect("it is read"));
    let texts = files.filter(|file| file.path().extension().is_some_and(|extension| extension == "txt"));
    let mut documents = 0;
    for file in texts {
        let Ok(text) = fs::read_to_string(file.path()) else { continue };
        let document = Document::new("d", &*text).expect("it is short");
        let record = engine.read(&document, Context::default()).expect("it is read");
        let mut straight = Vec::new();
        engine.write(&document, Context::default(), &mut straight).expect("it is read");
        assert_eq!(String::from_utf8_lossy(&straight), record.to_json(), "{}", file.path().display());
        documents += 1;
    }
    assert!(documents > 100, "the corpus is not there");
}
