//! The house rules that a machine can check: who may use whom, and that what is written is also listed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The rooms from the ground up: a room uses only floors below its own, so that there is no circle either.
const FLOORS: &[&[&str]] = &[
    &["error", "number", "span"],
    &["text"],
    &["fact"],
    &["interval", "lexicon"],
    &["extract"],
    &["reconcile", "snapshot"],
    &["engine"],
    &["harness"],
    &["docket"],
    &["report"],
    &["review"],
    &["bin"],
];

/// Names that say nothing of what is in a room.
const NO_ROOMS: &[&str] = &["utils", "util", "helpers", "common", "types", "core", "manager", "misc"];

#[test]
fn rooms_use_only_floors_below_their_own() {
    let floors = floors();
    let mut arrows = 0;
    for file in sources() {
        let room = room(&file);
        if room == "lib" {
            continue;
        }
        let floor =
            *floors.get(room.as_str()).unwrap_or_else(|| panic!("{}: no floor has `{room}`", file.display()));
        for (used, line) in uses(&file) {
            if used == room {
                continue;
            }
            let below = floors.get(used.as_str()).is_some_and(|other| *other < floor);
            assert!(below, "{}:{line}: `{room}` uses `{used}`, which is not below it", file.display());
            arrows += 1;
        }
    }
    assert!(arrows > 50, "only {arrows} uses were found: the reader of this test is broken");
}

#[test]
fn every_room_has_a_floor_and_a_name() {
    let floors = floors();
    for file in sources() {
        for part in file.strip_prefix(src()).expect("it is a source").with_extension("").components() {
            let part = part.as_os_str().to_string_lossy().into_owned();
            assert!(!NO_ROOMS.contains(&part.as_str()), "{}: `{part}` says nothing", file.display());
        }
    }
    let declared = fs::read_to_string(src().join("lib.rs")).expect("lib.rs can be read");
    for name in declared.lines().filter_map(|line| line.strip_prefix("pub mod ")) {
        let name = name.trim_end_matches(';');
        assert!(floors.contains_key(name), "lib.rs has `{name}`, which has no floor in this test");
    }
}

#[test]
fn every_room_has_a_door() {
    for door in sources().into_iter().filter(|file| file.file_name().is_some_and(|name| name == "mod.rs")) {
        let text = fs::read_to_string(&door).expect("a source can be read");
        let lines = text.lines().take_while(|line| line.starts_with("//!")).count();
        assert!((1..=15).contains(&lines), "{}: its door has {lines} lines", door.display());
    }
}

#[test]
fn every_rule_is_in_its_rooms_list() {
    let mut rules = 0;
    for file in sources().into_iter().filter(|file| file.starts_with(src().join("extract"))) {
        let text = fs::read_to_string(&file).expect("a source can be read");
        if !text.contains("const RULE:") {
            continue;
        }
        let stem = file.file_stem().expect("a source has a name").to_string_lossy().into_owned();
        let list = file.with_file_name("mod.rs");
        let listed = fs::read_to_string(&list).expect("a room has a door");
        let list_of_rules =
            listed.split_once("RULES").map_or("", |(_, rest)| rest.split(';').next().unwrap_or(""));
        assert!(
            list_of_rules.contains(&format!("{stem}::RULE")),
            "{}: not in RULES of {}",
            file.display(),
            list.display()
        );
        rules += 1;
    }
    assert!(rules > 0, "no rules were found: the reader of this test is broken");
}

#[test]
fn the_library_never_prints() {
    let lib = fs::read_to_string(src().join("lib.rs")).expect("lib.rs can be read");
    assert!(lib.contains("#![deny(clippy::print_stdout, clippy::print_stderr)]"), "lib.rs allows printing");
    // The script that compiles the word lists speaks to Cargo so.
    let script = src().join("lexicon/words/compile.rs");
    for file in sources().into_iter().filter(|file| room(file) != "bin" && *file != script) {
        for (line, number) in code(&file) {
            let prints =
                ["println!", "print!", "io::stdout", "io::stderr"].iter().any(|word| line.contains(word));
            assert!(!prints, "{}:{number}: prints", file.display());
        }
    }
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources() -> Vec<PathBuf> {
    let walk = walkdir::WalkDir::new(src()).sort_by_file_name().into_iter();
    let files = walk.map(|entry| entry.expect("a source can be found").into_path());
    files.filter(|file| file.extension().is_some_and(|extension| extension == "rs")).collect()
}

fn floors() -> BTreeMap<&'static str, usize> {
    FLOORS
        .iter()
        .enumerate()
        .flat_map(|(floor, rooms)| rooms.iter().map(move |room| (*room, floor)))
        .collect()
}

/// The room that a file is in: its folder under `src`, or its own name.
fn room(file: &Path) -> String {
    let below = file.strip_prefix(src()).expect("it is a source").with_extension("");
    let first = below.components().next().expect("it has a name");
    first.as_os_str().to_string_lossy().into_owned()
}

/// The rooms that a file names, with the line of each.
fn uses(file: &Path) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    // The program is a crate of its own: there `crate::` names its own files.
    let start = if room(file) == "bin" { "tahqiq::" } else { "crate::" };
    for (line, number) in code(file) {
        for rest in line.split(start).skip(1) {
            assert!(!rest.starts_with('{'), "{}:{number}: one `use` for each room", file.display());
            let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            found.push((name, number));
        }
    }
    found
}

/// The lines of a file without comments, numbered.
fn code(file: &Path) -> Vec<(String, usize)> {
    let text = fs::read_to_string(file).expect("a source can be read");
    let numbered = text.lines().zip(1..).filter(|(line, _)| !line.trim_start().starts_with("//"));
    numbered.map(|(line, number)| (line.to_owned(), number)).collect()
}
