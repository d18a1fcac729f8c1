//! One test for each document of the corpus, named as the document: its facts are those of its accepted snapshot.
//!
//! Through insta, so that `cargo insta pending-snapshots`, `review` and `accept` see what differs; `tahqiq check` compares
//! the same files. Over all of them the scoreboard: how many facts of each kind every rule finds, and the score over the
//! documents that are verified, so that what a change does to the whole is one small difference.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

use libtest_mimic::{Arguments, Failed, Trial};
use rayon::prelude::*;
use tahqiq::docket::score;
use tahqiq::engine::{Engine, Extraction};
use tahqiq::harness::{Corpus, Outcome, Place, Project, judge};
use tahqiq::report::{Shown, changed};
use tahqiq::snapshot::{Snapshot, line_diff};

fn main() {
    let arguments = Arguments::from_args();
    // A failing test says what became of the facts; where in insta it failed is nobody's concern.
    std::panic::set_hook(Box::new(|_| {}));
    let trials = trials().unwrap_or_else(|error| {
        let said = error.to_string();
        vec![Trial::test("the corpus can be read", move || Err(said.into()))]
    });
    libtest_mimic::run(&arguments, trials).exit();
}

fn trials() -> tahqiq::error::Result<Vec<Trial>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let project = Arc::new(Project::find(root)?);
    let engine = project.engine(false)?;
    let corpus = Corpus::of(&project, &[], root)?;
    if let Some(problem) = corpus.problems.into_iter().next() {
        return Err(problem);
    }
    let trial = |place: Place| {
        let (project, engine) = (project.clone(), engine.clone());
        Trial::test(place.id.clone(), move || is_as_accepted(&project, &*engine, &place))
    };
    let mut trials: Vec<_> = corpus.places.clone().into_iter().map(trial).collect();
    let scoreboard = move || scoreboard_is_as_accepted(&project, &*engine, &corpus.places);
    trials.push(Trial::test("scoreboard", scoreboard));
    Ok(trials)
}

fn is_as_accepted(project: &Project, engine: &dyn Engine, place: &Place) -> Result<(), Failed> {
    let extraction = Extraction { kinds: &project.config().kinds, ..Extraction::new(engine) };
    let opened = place.open(project)?;
    let document = opened.document()?;
    let body = extraction.record(&document, opened.published)?.to_body();
    let header = project.header(place, &opened, engine);
    let info: BTreeMap<_, _> =
        ["bytes", "engine", "schema", "sha256"].map(|key| (key, header.info(key).unwrap_or_default())).into();
    let asserted = catch_unwind(AssertUnwindSafe(|| assert(project, place, &info, &body)));
    asserted.map_err(|_| said(project, place, extraction).into())
}

fn assert(project: &Project, place: &Place, info: &BTreeMap<&str, String>, body: &str) {
    let name = place.snapshot.file_stem().expect("a snapshot has a name").to_string_lossy();
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(place.snapshot.parent().expect("a snapshot stands in a folder"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.set_info(info);
    settings.set_input_file(place.shown(project));
    settings.bind(|| insta::assert_snapshot!(&*name, body));
}

/// What accepts a new scoreboard, with cargo-insta and without it. It is no document's, so `tahqiq accept` does not.
const ACCEPT: &str =
    "accept it with `cargo insta review`, or with `INSTA_UPDATE=always cargo test --test corpus scoreboard`";

fn scoreboard_is_as_accepted(project: &Project, engine: &dyn Engine, places: &[Place]) -> Result<(), Failed> {
    let board = scoreboard(project, engine, places)?;
    let mut settings = insta::Settings::new();
    settings.set_snapshot_path(project.snapshots());
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let asserted =
        catch_unwind(AssertUnwindSafe(|| settings.bind(|| insta::assert_snapshot!("scoreboard", &board))));
    asserted.map_err(|_| {
        let accepted = Snapshot::read(&project.snapshots().join("scoreboard.snap")).ok().flatten();
        let lines = line_diff(&accepted.map(|snapshot| snapshot.body).unwrap_or_default(), &board, 0);
        let mut said = String::new();
        for line in lines.iter().filter(|line| line.sign != '@') {
            let _ = writeln!(said, "{}{}", line.sign, line.text);
        }
        (said + ACCEPT).into()
    })
}

/// Documents and facts of the whole corpus: a line for each kind, one for each of its rules, one for each score.
fn scoreboard(project: &Project, engine: &dyn Engine, places: &[Place]) -> tahqiq::error::Result<String> {
    let extraction = Extraction { kinds: &project.config().kinds, ..Extraction::new(engine) };
    let rules = |place: &Place| {
        let opened = place.open(project)?;
        let document = opened.document()?;
        let record = extraction.record(&document, opened.published)?;
        Ok(record.facts.iter().map(|item| [item.kind.to_string(), item.rule.to_string()]).collect::<Vec<_>>())
    };
    let found: Vec<_> = places.par_iter().map(rules).collect::<tahqiq::error::Result<_>>()?;
    let mut kinds: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for [kind, rule] in found.into_iter().flatten() {
        *kinds.entry(kind).or_default().entry(rule).or_default() += 1;
    }
    let corpus = Corpus { places: places.to_vec(), is_whole: true, ..Corpus::default() };
    let scores = score(project, corpus, extraction);
    let mut board = format!("documents {}\nverified {}\n", places.len(), scores.verified);
    for (kind, rules) in &kinds {
        let _ = writeln!(board, "\n{kind} {}", rules.values().sum::<usize>());
        for (rule, facts) in rules {
            let _ = writeln!(board, "  {rule} {facts}");
        }
    }
    for (kind, score) in scores.kinds() {
        let share = |share: Option<f64>| share.map_or_else(|| "-".to_owned(), |share| format!("{share:.4}"));
        let [precision, recall, f1] = [score.now.precision(), score.now.recall(), score.now.f1()].map(share);
        let _ = writeln!(board, "\nscore {kind}\n  precision {precision}\n  recall {recall}\n  f1 {f1}");
    }
    Ok(board)
}

/// What a test says when it fails: what became of the facts, in their sentences.
fn said(project: &Project, place: &Place, extraction: Extraction<'_>) -> String {
    let mut out = Vec::new();
    let shown = Shown { documents: None, changes: Some(20), lines: false, quiet: false, pending: true };
    match judge(project, place, extraction).outcome {
        Outcome::Changed(differences) => {
            changed(&differences, shown, &mut out).expect("writing into memory cannot fail");
        }
        Outcome::New(_) | Outcome::Renamed(_) => {
            out.extend_from_slice(b"no accepted snapshot: run `tahqiq check`, then `tahqiq review`");
        }
        Outcome::Failed(error) => out.extend_from_slice(error.to_string().as_bytes()),
        Outcome::Same => out.extend_from_slice(b"insta finds a difference that `tahqiq check` does not"),
    }
    anstream::adapter::strip_str(&String::from_utf8_lossy(&out)).to_string()
}
