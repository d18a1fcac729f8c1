//! The session that the terminal and the page share: what it takes back, and what it keeps of a renamed document.

use tahqiq::docket::{Docket, Ruling};
use tahqiq::harness::Project;
use tahqiq::review::{Happened, Reach, Session};

use super::town::Town;

const WAITING: &str = "snapshots/news/a.txt.snap.new";

fn session(town: &Town) -> Session {
    let project = Project::find(&town.path("")).expect("a project");
    let docket = Docket::open(&project, &[]).expect("a docket");
    Session::new(project, docket)
}

#[track_caller]
fn accept(session: &mut Session, reach: Reach) {
    match session.rule(reach, Ruling::Accept, None) {
        Happened::Ruled(ruled) if ruled.failures.is_empty() => {}
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_could_not_be_taken_back_can_be_once_more() {
    let town = Town::spoiled();
    let before = town.files();
    let mut session = session(&town);
    while session.progress().waiting > 0 {
        accept(&mut session, Reach::Cluster);
    }
    std::fs::create_dir_all(town.path(WAITING).join("in the way")).expect("made");
    let undone = session.undo().expect("a step");
    assert_eq!((undone.sheets.len(), undone.failures.len()), (2, 1));
    assert_eq!((session.progress().accepted, session.progress().failed), (3, 1));
    std::fs::remove_dir_all(town.path(WAITING)).expect("gone");
    assert!(session.undo().expect("what is left of it").failures.is_empty());
    assert_eq!(session.progress().accepted, 2);
    assert!(session.undo().expect("the step before").change.is_some());
    assert!(session.undo().is_none());
    assert_eq!(town.files(), before);
}

#[test]
fn a_renamed_document_is_accepted_change_by_change() {
    let town = Town::spoiled();
    town.rename("corpus/news/b.txt", "corpus/old/b.txt");
    town.remove("snapshots/news/b.txt.snap.new");
    town.run(&["check", "--quiet"]);
    let before = town.files();
    let mut session = session(&town);
    session.last();
    session.previous_change();
    assert_eq!(session.sheet().expect("a document").case.id(), "old/b");
    accept(&mut session, Reach::Change);
    session.last();
    accept(&mut session, Reach::Change);
    let accepted = town.read("snapshots/old/b.txt.snap");
    assert!(accepted.contains("\"number\":17") && accepted.contains("\"text\":\"5\""), "{accepted}");
    session.undo();
    session.undo();
    assert_eq!(town.files(), before);
    session.last();
    accept(&mut session, Reach::Document);
    assert!(!town.path("snapshots/news/b.txt.snap").exists(), "its old name is kept");
}
