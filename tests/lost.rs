//! Nothing is lost: what killed, concurrent and mistaken runs leave, broken files, renamed and vanished documents.

#[expect(dead_code, reason = "each test uses what it needs of it")]
mod town;

use std::fs;
use std::path::PathBuf;

use town::{ATTACK, Said, Town};

/// Where the snapshot of `corpus/news/a.txt` stands.
const SNAP: &str = "snapshots/news/a.txt.snap";
/// And the one that waits.
const WAITS: &str = "snapshots/news/a.txt.snap.new";

/// A project with one document whose snapshot is accepted.
fn accepted() -> Town {
    Town::accepted(&[("corpus/news/a.txt", ATTACK)])
}

/// The same, after which the document was edited and checked.
fn waiting() -> Town {
    let town = accepted();
    town.write("corpus/news/a.txt", edited());
    town.run(&["check"]).exits(1);
    town
}

fn edited() -> String {
    ATTACK.replace("17", "18")
}

/// What takes leftovers away.
const WRITERS: &[&[&str]] = &[&["check"], &["accept", "--all"], &["reject", "--all"], &["review"]];

#[test]
fn what_dead_runs_were_writing_is_taken_away_and_what_live_ones_write_is_not() {
    let town = accepted();
    let (dead, live) = ("snapshots/news/.tahqiq-dead.tmp", "snapshots/.tahqiq-live.tmp");
    town.write(live, "---\nsour");
    let held = fs::File::options().write(true).open(town.path(live)).expect("it can be opened");
    held.lock().expect("it can be locked");
    for writer in WRITERS {
        town.write(dead, "---\nsour");
        town.run(&["check", "--ci"]).exits(0);
        assert!(town.path(dead).exists(), "--ci removed a file");
        town.run(writer).exits(0);
        assert!(!town.path(dead).exists(), "{writer:?} left it");
        assert!(town.path(live).exists(), "{writer:?} took it from a live run");
    }
    drop(held);
    town.run(&["check"]).exits(0);
    assert!(!town.path(live).exists());
}

#[test]
fn what_waits_and_was_accepted_already_is_taken_away_and_not_shown() {
    let town = accepted();
    let accepted = town.read(SNAP);
    for writer in WRITERS {
        town.write(WAITS, accepted.replacen("info:", "assertion_line: 59\ninfo:", 1));
        let said = town.run(writer).exits(0);
        assert!(said.out.contains("nothing waits") || writer == &["check"], "{}", said.out);
        assert_eq!(town.snapshots(), [(town.path(SNAP), accepted.clone().into_bytes())]);
    }
}

#[test]
fn runs_at_the_same_time_do_not_trip_over_one_another() {
    let town = Town::new(&[]);
    let name = |n: usize| format!("corpus/{}/{n}.txt", n % 7);
    (0..300).for_each(|n| town.write(&name(n), ATTACK));
    town.run(&["check", "-q"]).exits(3);
    let together: [&[&str]; 4] = [&["accept", "--all"], &["check"], &["accept", "--all"], &["check"]];
    let runs = together.map(|arguments| town.command(arguments).spawn().expect("the program starts"));
    for run in runs {
        let said = Said::from(run.wait_with_output().expect("the program ends"));
        assert!([0, 3].contains(&said.code), "exit code {}\n{}{}", said.code, said.out, said.err);
        assert_eq!(said.err, "");
        assert!(!said.out.contains("panicked"), "{}", said.out);
    }
    town.run(&["accept", "--all"]).exits(0);
    town.run(&["check"]).exits(0).says("300 documents, 600 facts: all as accepted");
    assert_eq!(town.snapshots().len(), 300, "something was left");
}

/// What stands where a snapshot should; none is a folder. And what is said of it.
const DEFECTS: &[(Option<&[u8]>, &str)] = &[
    (Some(b"---\nsource: x\n---\n<<<<<<< ours\n{}\n=======\n"), "line 4 is a merge marker"),
    (Some(b"---\nsource\n---\n{}\n"), "line 2 of the header is not `key: value`"),
    (Some(b"---\nsource: \xff\n---\n{}\n"), "invalid UTF-8 at byte 12"),
    (Some(b""), "line 1 is not the `---`"),
    (Some(b"---\nsource: x\n---\n{\"encod"), "line 1 below the header is not a JSON object"),
    (None, "Is a directory"),
];

fn break_it(town: &Town, path: &str, content: Option<&[u8]>) {
    let _ = fs::remove_file(town.path(path)).or_else(|_| fs::remove_dir(town.path(path)));
    match content {
        Some(content) => town.write(path, content),
        None => fs::create_dir(town.path(path)).expect("a folder can be made"),
    }
}

#[test]
#[cfg(unix)]
fn broken_snapshots_are_named_and_the_others_are_decided() {
    for (content, part) in DEFECTS {
        let town = waiting();
        break_it(&town, SNAP, *content);
        town.write("corpus/news/b.txt", ATTACK);
        let said = town.run(&["check"]).exits(2).says("snapshots/news/a.txt.snap: ").says(part);
        said.says("new news/b").says("1 of 2 documents could not be checked");
        let said =
            town.run_with(&["review"], b"s\ns\n").exits(1).says("! the accepted snapshot cannot be read: ");
        said.says(part).says("news/b  (2 of 2)");
        town.run(&["reject", "news/a"]).exits(0).says("1 snapshot rejected");
        town.run(&["check"]).exits(2);
        let said = town.run(&["accept", "--all"]);
        if content.is_some() {
            said.exits(0).says("2 snapshots accepted");
            town.run(&["check"]).exits(0);
        } else {
            said.exits(2).complains("tahqiq: snapshots/news/a.txt.snap: Is a directory");
            assert!(town.path(WAITS).is_file(), "what waited is lost");
            town.run(&["check", "news/b"]).exits(0);
        }
    }
}

#[test]
#[cfg(unix)]
fn broken_waiting_snapshots_are_named_and_never_accepted() {
    for (content, part) in DEFECTS {
        let town = waiting();
        let before = town.read(SNAP);
        town.write("corpus/news/b.txt", ATTACK);
        town.run(&["check"]).exits(3);
        break_it(&town, WAITS, *content);
        let said = town.run_with(&["review"], b"s\n").exits(2).says("snapshots/news/a.txt.snap.new: ");
        said.says(part).says("news/b  (1 of 1)");
        let said = town.run(&["accept", "--all"]).exits(2).says("1 snapshot accepted");
        said.complains("snapshots/news/a.txt.snap.new: ").complains(part);
        assert_eq!(town.read(SNAP), before);
        let said = town.run(&["check"]);
        if content.is_some() {
            said.exits(1).says("numeral 17 → 18");
            break_it(&town, WAITS, *content);
            town.run(&["reject", "--all"]).exits(0);
            assert!(!town.path(WAITS).exists());
        } else {
            said.exits(2).says("! snapshots/news/a.txt.snap.new: Is a directory").says("numeral 17 → 18");
            town.run(&["reject", "--all"])
                .exits(2)
                .complains("snapshots/news/a.txt.snap.new: Is a directory");
        }
        assert_eq!(town.read(SNAP), before);
    }
}

#[test]
fn what_waits_is_stale_once_its_document_is_edited_or_gone() {
    let town = waiting();
    let before = town.read(SNAP);
    town.write("corpus/news/a.txt", ATTACK.replace("17", "19"));
    town.write("corpus/news/b.txt", ATTACK);
    let said = town.run(&["accept", "--all"]).exits(2).says("0 snapshots accepted");
    said.complains(
        "tahqiq: snapshots/news/a.txt.snap.new: its document was edited since: run `tahqiq check` again",
    );
    let said = town.run_with(&["review"], b"a\n").exits(2).says("! its document was edited since");
    said.says("0 accepted, 0 rejected, 1 left");
    assert_eq!(town.read(SNAP), before);
    let said = town.run(&["check"]).exits(3).says("numeral 17 → 19");
    said.says("1 waiting snapshot out of date, written anew");
    town.run(&["check"]).exits(3).says_not("out of date");

    town.remove("corpus/news/a.txt");
    let said = town.run(&["accept", "news/a"]).exits(2);
    said.complains("snapshots/news/a.txt.snap.new: its document is gone: `tahqiq reject` removes what waits");
    town.run(&["check"])
        .exits(3)
        .says("orphan snapshots/news/a.txt.snap.new  waits for a decision on a document");
    town.run(&["reject", "news/a"]).exits(0);
    assert_eq!(town.read(SNAP), before);
}

/// Paths and names, and what is said of them.
const MISTYPED: &[(&[&str], &str)] = &[
    (&["check", ""], "a value is required for '[PATH]...' but none was supplied"),
    (&["check", "corpus/news/a.text"], "is neither here nor in the corpus: did you mean `news/a`?"),
    (&["check", "nws/a"], "`nws/a` is neither here nor in the corpus: did you mean `news/a`?"),
    (&["check", "corpus/empty"], "`corpus/empty` holds no documents"),
    (&["accept", ""], "an empty name names no document"),
    (&["accept", "./"], "nothing named `./` waits"),
    (&["reject", " "], "an empty name names no document"),
    (&["review", "nws/a"], "nothing named `nws/a` waits for a decision"),
    (&["accept", "--orphans", "news/a"], "cannot be used with"),
];

#[test]
fn empty_and_mistyped_paths_are_said_and_nothing_is_done() {
    let town = waiting();
    fs::create_dir(town.path("corpus/empty")).expect("a folder can be made");
    let before = town.snapshots();
    for (arguments, part) in MISTYPED {
        town.run(arguments).exits(2).complains(part);
        assert_eq!(town.snapshots(), before, "{arguments:?}");
    }
}

#[test]
fn orphans_are_removed_when_that_is_asked_for() {
    let town = waiting();
    town.write("corpus/news/b.txt", "nothing");
    town.run(&["check", "-q"]).exits(3);
    town.run(&["accept", "news/b"]).exits(0);
    town.remove("corpus/news/a.txt");
    town.run(&["check"])
        .exits(4)
        .says("orphan snapshots/news/a.txt.snap  its document is gone: bring it back, or");
    town.run(&["accept", "--orphans"]).exits(0).says("2 orphans removed");
    town.run(&["check"]).exits(0);
    town.run(&["accept", "--orphans"]).exits(0).says("0 orphans removed");
    let before = town.snapshots();
    town.remove("corpus/news/b.txt");
    town.run(&["accept", "--orphans"]).exits(2).complains("the corpus `corpus` holds no documents");
    town.write("corpus/day.jsonl", "{\"id\":\"x\",\"text\":\"\"}\nnonsense\n");
    town.run(&["accept", "--orphans"]).exits(2).complains("line 2: not a document");
    assert_eq!(town.snapshots(), before, "what was not seen may not be gone");
}

/// A project whose one document was moved after its snapshot was accepted.
fn moved() -> Town {
    let town = accepted();
    town.rename("corpus/news/a.txt", "corpus/old/z.txt");
    town
}

#[test]
fn a_renamed_document_takes_its_snapshot_along() {
    let town = moved();
    let before = town.snapshots();
    let said = town.run(&["check", "--ci"]).exits(3).says("renamed from news/a to old/z  corpus/old/z.txt\n");
    said.says("1 document renamed\n").says_not("orphan").says_not("new ");
    assert_eq!(town.snapshots(), before);
    town.run(&["check"]).exits(3).says("renamed from news/a to old/z");
    let said = town.run(&["accept", "--orphans"]).exits(0).says("0 orphans removed");
    said.says("1 snapshot of renamed documents kept");
    let said = town.run_with(&["review"], b"s\n").exits(1);
    said.says("! its document was renamed: snapshots/news/a.txt.snap goes when this is accepted")
        .says_not("+ numeral");
    town.run(&["accept", "old/z"]).exits(0).says("1 snapshot accepted");
    let files: Vec<PathBuf> = town.snapshots().into_iter().map(|(path, _)| path).collect();
    assert_eq!(files, [town.path("snapshots/old/z.txt.snap")]);
    town.run(&["check", "--ci"]).exits(0);
    assert!(town.read("snapshots/old/z.txt.snap").contains("input_file: corpus/old/z.txt"));
}

#[test]
fn facts_of_a_renamed_document_are_compared_with_those_under_its_old_name() {
    let town = moved();
    town.write(SNAP, town.read(SNAP).replace(r#""number":17"#, r#""number":71"#));
    let said = town.run(&["check"]).exits(3).says("renamed from news/a to old/z").says("numeral 71 → 17");
    said.says("1 document renamed").says_not("orphan");
    town.run_with(&["review"], b"a\n").exits(0).says("numeral 71 → 17").says("1 accepted");
    assert_eq!(town.snapshots().len(), 1);
    town.run(&["check"]).exits(0);
}

#[test]
fn a_snapshot_of_another_document_does_not_move() {
    let town = moved();
    town.run(&["check"]).exits(3);
    town.write("corpus/old/z.txt", edited());
    town.run(&["check"]).exits(3).says("new old/z").says("orphan snapshots/news/a.txt.snap");
    town.run(&["accept", "--all"]).exits(0);
    assert!(town.path(SNAP).exists());

    let town = accepted();
    town.write("corpus/news/copy.txt", ATTACK);
    town.run(&["check"]).exits(3).says("new news/copy").says_not("renamed");
    town.run(&["accept", "--all"]).exits(0);
    town.run(&["check"]).exits(0).says("2 documents");
}

#[test]
fn of_two_documents_with_the_same_bytes_each_snapshot_moves_once() {
    let town = moved();
    town.write("corpus/old/y.txt", ATTACK);
    let said = town.run(&["check"]).exits(3).says("renamed from news/a to old/y").says("new old/z");
    said.says("1 of 2 documents without a snapshot\n1 document renamed\n");
    town.run(&["accept", "--all"]).exits(0).says("2 snapshots accepted");
    assert_eq!(town.snapshots().len(), 2);
    town.run(&["check"]).exits(0);
}

#[test]
fn a_line_that_is_renamed_takes_its_snapshot_along() {
    let line = |id: &str| format!("{{\"id\":\"{id}\",\"text\":\"قُتل 17\"}}\n");
    let town = Town::new(&[("corpus/day.jsonl", &line("one"))]);
    town.run(&["check"]).exits(3);
    town.run(&["accept", "--all"]).exits(0);
    town.write("corpus/day.jsonl", line("two"));
    town.run(&["check"]).exits(3).says("renamed from day/one to day/two  corpus/day.jsonl:1");
    town.run(&["accept", "--all"]).exits(0);
    town.run(&["check"]).exits(0);
}

#[test]
#[cfg(target_os = "linux")]
fn the_same_trouble_of_many_documents_is_said_once() {
    let town = Town::new(&[]);
    (0..30).for_each(|n| town.write(&format!("corpus/{n:02}.txt"), ATTACK));
    town.write("tahqiq.toml", "snapshots = \"/proc/snapshots\"");
    let said = town.run(&["check", "-q"]).exits(2).says("! /proc/snapshots: ");
    assert_eq!(said.out.lines().filter(|line| line.starts_with('!')).count(), 1, "{}", said.out);
    town.write("tahqiq.toml", "");
    town.run(&["check", "-q"]).exits(3);
    (0..30).for_each(|n| town.write(&format!("snapshots/{n:02}.txt.snap.new"), ""));
    let said = town.run(&["accept", "--all"]).exits(2);
    said.complains(
        "tahqiq: snapshots/00.txt.snap.new and 29 more: line 1 is not the `---` of a header: take it back",
    );
}
