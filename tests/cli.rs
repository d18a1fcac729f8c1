//! The program as its user meets it: throwaway projects, the binary, what it says and how it exits.

#[expect(dead_code, reason = "each test uses what it needs of it")]
mod town;

use std::fs;
use std::path::Path;

use tempfile::TempDir;
use town::{ATTACK, Town};

/// A project with one document whose snapshot is accepted.
fn accepted() -> Town {
    Town::accepted(&[("corpus/news/a.txt", ATTACK)])
}

#[test]
fn from_the_first_check_to_a_decision() {
    let town = Town::new(&[("corpus/news/a.txt", ATTACK)]);
    town.run(&["check"]).exits(3).says("new news/a  2 facts").says("1 of 1 document without a snapshot");
    town.run(&["accept", "news/a"]).exits(0);
    town.run(&["check"]).exits(0).says("1 document, 2 facts: all as accepted");

    town.write("corpus/news/a.txt", ATTACK.replace("17", "18"));
    let said =
        town.run(&["check"]).exits(1).says("numeral 17 → 18").says("1 fact changed in 1 of 1 document");
    said.says("    \u{2068}قُتل ⟦18⟧ شخصاً في الهجوم.\u{2069}\n").says_not("\u{1b}[");
    let before = town.read("snapshots/news/a.txt.snap");
    town.run_with(&["review"], b"r\n").exits(0).says("0 accepted, 1 rejected, 0 left");
    assert_eq!(town.read("snapshots/news/a.txt.snap"), before);

    town.run(&["check"]).exits(1);
    town.run_with(&["review"], b"what?\nd\na\n")
        .exits(0)
        .says("1 accepted, 0 rejected, 0 left")
        .says("-{\"kind\"");
    town.run(&["check"]).exits(0);
}

#[test]
fn review_leaves_what_is_skipped_and_ends_with_its_input() {
    let town = Town::new(&[("corpus/a.txt", ATTACK), ("corpus/b.txt", ATTACK)]);
    town.run(&["review"]).exits(0).says("nothing waits");
    town.run(&["check"]).exits(3);
    town.run_with(&["review"], b"s\n").exits(1).says("0 accepted, 0 rejected, 2 left");
    town.run_with(&["review", "b"], b"a\n").exits(0).says("(1 of 1)");
    town.run_with(&["review"], b"q\n").exits(1).says("1 left");
}

/// What was edited in the document, and what the report says of its facts.
const EDITS: &[(&str, &str, &[&str])] = &[
    ("هجوم", "وقع هجوم", &["2 facts only moved: the document was edited"]),
    ("وأصيب 24 آخرون.", "", &["- numeral 24", "⟦24⟧", "-1 fact in 1 of 1 document"]),
    (
        "في الهجوم.",
        "في الهجوم. ونزح 30 منهم.",
        &["+ numeral 30", "⟦30⟧", "1 fact only moved", "+1 fact in 1"],
    ),
    (
        "17 شخصاً",
        "17 ألف شخص",
        &["~ numeral 17 → 17000, reaches further", "was \u{2068}⟦17⟧\u{2069}", "1 grown"],
    ),
];

#[test]
fn edits_are_told_by_what_became_of_the_facts() {
    for (old, new, parts) in EDITS {
        let town = accepted();
        town.write("corpus/news/a.txt", ATTACK.replacen(old, new, 1));
        parts.iter().fold(town.run(&["check"]).exits(1), |said, part| said.says(part));
    }
}

#[test]
fn ci_writes_nothing() {
    let town = accepted();
    town.write("corpus/news/a.txt", ATTACK.replace("17", "18"));
    town.write("corpus/news/b.txt", ATTACK);
    let before = town.snapshots();
    let mut command = town.command(&["check", "--ci"]);
    command.env("INSTA_UPDATE", "always").env("INSTA_FORCE_UPDATE", "1");
    assert_eq!(command.output().expect("the program runs").status.code(), Some(3));
    assert_eq!(town.snapshots(), before);
    town.run(&["check"]).exits(3);
    assert_eq!(town.snapshots().len(), before.len() + 2);
}

#[test]
fn what_waits_is_removed_once_nothing_differs() {
    let town = accepted();
    town.write("corpus/news/a.txt", ATTACK.replace("17", "18"));
    town.run(&["check"]).exits(1);
    town.write("corpus/news/a.txt", ATTACK);
    town.run(&["check"]).exits(0);
    assert_eq!(town.snapshots().len(), 1);
}

#[test]
fn orphans_are_named_on_whole_runs_alone_and_kept() {
    let town = accepted();
    town.write("corpus/news/b.txt", ATTACK);
    town.run(&["check"]).exits(3);
    town.run(&["accept", "news/b.txt"]).exits(0);
    town.remove("corpus/news/a.txt");
    town.run(&["check"])
        .exits(4)
        .says("orphan snapshots/news/a.txt.snap")
        .says("1 snapshot without a document");
    town.run(&["check", "corpus/news/b.txt"]).exits(0).says_not("orphan snapshots");
    assert!(town.path("snapshots/news/a.txt.snap").is_file());
}

/// What a snapshot was replaced by, and what is said of it.
const BROKEN: &[(&[u8], &str)] = &[
    (b"---\nsource: x\n---\n<<<<<<< ours\n{}\n", "line 4 is a merge marker"),
    (b"<<<<<<< ours\n---\n", "line 1 is a merge marker"),
    (b"---\nsource: x\n{}\n", "the header has no end"),
    (b"---\nsource\n---\n{}\n", "line 2 of the header is not `key: value`"),
    (b"source: x\n", "line 1 is not the `---`"),
    (b"---\nsource: \xff\n---\n{}\n", "invalid UTF-8 at byte 12"),
    (b"\xef\xbb\xbf---\nsource: x\n---\n{}\n", "byte order mark"),
    (b"---\nsource: x\n---\n", "line 1 below the header is not a JSON object"),
    (b"---\nsource: x\n---\n{}\n", "line 1 below the header has no `encoding`"),
    (b"---\nsource: x\n---\n{\"encoding\":\"utf-8\",\"colour\":1}\n", "the unknown key `colour`"),
    (b"---\nsource: x\n---\n{\"encoding\":\"utf-8\"}\n{\"kind\":1}\n", "line 2 below the header has a `kind`"),
    (
        b"---\nsource: x\n---\n{\"encoding\":\"utf-8\"}\n{\"kind\":\"a\",\"rule\":\"b\",\"text\":\"c\",\"start\":9,\"end\":1}\n",
        "line 2 below the header starts at 9 and ends at 1",
    ),
];

#[test]
fn a_broken_snapshot_is_named_and_the_others_are_checked() {
    let town = accepted();
    town.write("corpus/news/b.txt", ATTACK);
    for (content, part) in BROKEN {
        town.write("snapshots/news/a.txt.snap", content);
        let said = town.run(&["check"]).exits(2).says("snapshots/news/a.txt.snap: ").says(part);
        said.says("new news/b").says("1 of 2 documents could not be checked");
    }
    town.run(&["accept", "news/a"]).exits(0);
    town.run(&["check", "news/a"]).exits(0);
}

/// A document's bytes, options, its encoding in the output, and the offsets of its numeral there.
type Encoded = (&'static [u8], &'static [&'static str], &'static str, (u32, u32));

const ENCODINGS: &[Encoded] = &[
    (b"\xef\xbb\xbf17\r\n", &[], "utf-8", (3, 5)),
    (b"a\r\n17\r\n", &[], "utf-8", (3, 5)),
    (b"\xff\xfe1\x007\x00", &[], "utf-16le", (3, 5)),
    (b"\xfe\xff\x001\x007", &[], "utf-16be", (3, 5)),
    (b"\xc7 17", &["--encoding", "windows-1256"], "windows-1256", (3, 5)),
];

#[test]
fn documents_of_every_encoding_are_read() {
    for (bytes, options, encoding, (start, end)) in ENCODINGS {
        let town = Town::new(&[]);
        town.write("a.txt", bytes);
        let said = town.run(&[&["extract", "a.txt"], *options].concat()).exits(0);
        let record: serde_json::Value = serde_json::from_str(&said.out).expect("it is JSON");
        assert_eq!(record["encoding"], *encoding);
        let fact = record["facts"][0].clone();
        assert_eq!(
            (&fact["start"], &fact["end"], &fact["text"]),
            (&(*start).into(), &(*end).into(), &"17".into()),
            "{encoding}"
        );
    }
}

#[test]
fn invalid_utf8_names_its_byte_and_the_others_go_on() {
    let town = Town::new(&[("corpus/b.txt", ATTACK)]);
    town.write("corpus/a.txt", b"ab\n\xc7\n");
    town.run(&["check"]).exits(2).says("corpus/a.txt: invalid UTF-8: byte 3 (line 2) is 0xC7").says("new b");
    town.run(&["extract", "--format", "jsonl", "corpus/a.txt", "corpus/b.txt"])
        .exits(1)
        .complains("byte 3")
        .says("\"id\":\"b\"");
    town.write("corpus/a.toml", "encoding = \"windows-1256\"");
    town.run(&["check"]).exits(3).says("new a");
}

/// Arguments in a project with one document, and what is said about them in one line with exit code 2.
const WRONG: &[(&[&str], &str)] = &[
    (&["chek"], "unrecognized subcommand 'chek'"),
    (&["check", "--no-such-option"], "unexpected argument '--no-such-option'"),
    (&["check", "nowhere"], "`nowhere` is neither here nor in the corpus"),
    (&["check", "tahqiq.toml"], "`tahqiq.toml` lies outside the corpus"),
    (&["check", "--jobs", "0"], "it is a number from 1"),
    (&["check", "--config", "other.toml"], "other.toml: "),
    (&["accept"], "nothing is named"),
    (&["accept", "--all", "news/a"], "cannot be used with"),
    (&["accept", "news/x"], "nothing named `news/x` waits"),
    (&["reject", "{"], "is not a pattern"),
    (&["extract"], "<PATH>"),
    (&["extract", "a", "--kinds", "verb"], "there are numeral, time"),
    (&["extract", "a", "--reference", "2022-02-30"], "`2022-02-30` is not a date"),
    (&["extract", "a", "--encoding", "latin1"], "windows-1256"),
    (&["extract", "a", "--offsets", "lines"], "possible values: bytes, chars, utf16"),
];

#[test]
fn what_is_wrong_is_said_in_one_line() {
    let town = Town::new(&[("corpus/news/a.txt", ATTACK)]);
    for (arguments, part) in WRONG {
        town.run(arguments).exits(2).complains(part);
    }
}

/// A configuration or sidecar and what is said about it.
const MISWRITTEN: &[(&str, &str, &str)] = &[
    (
        "tahqiq.toml",
        "corpus = \"corpus\"\ncorpsu = \"x\"",
        "tahqiq.toml: line 2: unknown field `corpsu`, expected one of",
    ),
    ("tahqiq.toml", "corpus = ", "tahqiq.toml: line 1: "),
    ("tahqiq.toml", "corpus = \"elsewhere\"", "the corpus `elsewhere` does not exist"),
    ("tahqiq.toml", "kinds = [\"verb\"]", "tahqiq.toml: no kind of fact is named `verb`"),
    ("tahqiq.toml", "encoding = \"latin1\"", "tahqiq.toml: no encoding is named `latin1`"),
    ("tahqiq.toml", "lexicon = [\"words.toml\"]", "words.toml: "),
    ("tahqiq.toml", "jobs = 0", "`jobs` is 0"),
];

#[test]
fn a_wrong_configuration_is_said_in_one_line() {
    for (file, content, part) in MISWRITTEN {
        let town = Town::new(&[("corpus/news/a.txt", ATTACK)]);
        town.write(file, content);
        town.run(&["check"]).exits(2).complains(part);
    }
}

#[test]
fn sidecars_say_when_a_document_was_published() {
    let town = Town::new(&[("corpus/a.txt", ATTACK), ("corpus/a.toml", "published = 2022-01-24")]);
    let said = town
        .run(&["extract", "corpus/a.txt"])
        .exits(0)
        .says(r#""published":{"value":"2022-01-24","start":null"#);
    said.says(r#""reference":{"date":"2022-01-24","basis":"sidecar"}"#).says(r#""id":"a""#);
    for (sidecar, part) in [
        ("publshed = 1", "a.toml: line 1: unknown field"),
        ("published = \"now\"", "a.toml: `now` is not a date"),
    ] {
        town.write("corpus/a.toml", sidecar);
        town.run(&["check"]).exits(2).says(part);
    }
}

#[test]
fn an_empty_corpus_is_no_success() {
    let town = Town::new(&[("corpus/readme.md", "nothing"), ("corpus/.hidden.txt", "17")]);
    town.run(&["check"]).exits(2).complains("the corpus `corpus` holds no documents");
    let nowhere = TempDir::new().expect("a temporary folder can be made");
    let mut command = town.command(&["check"]);
    let output = command.current_dir(nowhere.path()).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no tahqiq.toml here or in a folder above"));
}

#[test]
fn a_corpus_may_be_lines() {
    let lines = "{\"id\":\"one\",\"text\":\"قُتل 17\",\"published\":\"2022-01-24\"}\n\n{\"id\":\"../two\",\"text\":\"18\"}\n";
    let town = Town::new(&[("corpus/day.jsonl", lines)]);
    town.run(&["check"]).exits(3).says("new day/one").says("corpus/day.jsonl:3");
    town.run(&["accept", "day"]).exits(0).says("2 snapshots");
    assert!(town.read("snapshots/day.jsonl/one.snap").contains("2022-01-24"));
    assert!(
        town.path("snapshots/day.jsonl/%2E./two.snap").is_file(),
        "a name cannot climb out of its folder"
    );
    town.run(&["check", "corpus/day.jsonl"]).exits(0);
    town.write("corpus/day.jsonl", lines.replace("17", "71"));
    town.run(&["check"]).exits(1).says("numeral 17 → 71").says("⟦71⟧");
    town.write("corpus/day.jsonl", format!("{lines}{{\"id\":\"one\",\"text\":\"\"}}\nnonsense\n"));
    let said = town.run(&["check"]).exits(2).says("line 4: line 1 has the same `id`, `one`");
    said.says("line 5: not a document");
}

#[test]
fn a_stream_answers_each_line_in_its_place() {
    let town = Town::new(&[]);
    let mut input =
        b"\xef\xbb\xbf{\"id\":\"a\",\"text\":\"17\"}\r\n{\"id\":\"b\"}\n\n{\"text\":\"x\"}\n".to_vec();
    input.extend_from_slice(
        b"{\"id\":\"c\",\"text\":\"\\ud83d\\ude00 18\",\"outlet\":\"x\"}\n{\"id\":\"d\",\"text\":\"\xff\"}",
    );
    let said = town.run_with(&["extract", "--input", "jsonl", "--offsets", "chars", "-"], &input).exits(1);
    let lines: Vec<serde_json::Value> =
        said.out.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect();
    let ids: Vec<_> = lines.iter().map(|line| line["id"].as_str().unwrap_or("null")).collect();
    assert_eq!(ids, ["a", "b", "null", "c", "d"]);
    assert_eq!(lines[3]["facts"][0]["start"], 2);
    let bad: Vec<_> = lines.iter().map(|line| line["error"].is_string()).collect();
    assert_eq!(bad, [false, true, true, false, true]);
    assert_eq!(said.err.lines().count(), 3);
    assert!(
        said.err.contains("standard input: line 2: not a document: missing field `text`"),
        "{}",
        said.err
    );
}

#[test]
fn a_line_longer_than_what_is_read_at_once_is_one_document() {
    let long = format!(
        "{{\"id\":\"long\",\"text\":\"{}17\"}}\n{{\"id\":\"short\",\"text\":\"18\"}}",
        "x ".repeat(2 << 20)
    );
    let town = Town::new(&[("in.jsonl", &long)]);
    let said = town.run(&["extract", "in.jsonl"]).exits(0).says("\"start\":4194304,");
    assert_eq!(said.out.lines().count(), 2);
}

#[test]
fn a_byte_order_mark_speaks_before_the_project() {
    let town = Town::new(&[("tahqiq.toml", "encoding = \"windows-1256\""), ("corpus/a.txt", "\u{feff}17")]);
    town.write("corpus/b.txt", b"\xc7 17");
    town.run(&["extract", "corpus/a.txt"]).exits(0).says("\"encoding\":\"utf-8\"");
    town.run(&["extract", "corpus/b.txt"]).exits(0).says("\"encoding\":\"windows-1256\"");
}

#[test]
fn a_long_stream_keeps_its_order() {
    let text = ATTACK.replace('\n', "\\n").repeat(20);
    let lines: Vec<_> = (0..3000).map(|id| format!("{{\"id\":\"{id}\",\"text\":\"{text}\"}}\n")).collect();
    let input = lines.concat();
    let town = Town::new(&[("in.jsonl", &input)]);
    let said = town.run(&["extract", "in.jsonl", "--jobs", "2"]).exits(0);
    let ids = said
        .out
        .lines()
        .map(|line| line[line.find("\"id\":\"").expect("it has an id") + 6..].split('"').next());
    assert!(
        ids.eq((0..3000).map(|id| id.to_string()).collect::<Vec<_>>().iter().map(|id| Some(id.as_str())))
    );
}

#[test]
fn several_files_are_an_array() {
    let town = Town::new(&[("a.txt", "17"), ("b.txt", "18")]);
    let said = town.run(&["extract", "a.txt", "nowhere.txt", "b.txt"]).exits(1).complains("nowhere.txt: ");
    let records: serde_json::Value = serde_json::from_str(&said.out).expect("it is JSON");
    let ids: Vec<_> =
        records.as_array().expect("it is an array").iter().map(|record| record["id"].clone()).collect();
    assert_eq!(ids, ["a.txt", "b.txt"]);
    town.run(&["extract", "nowhere", "nor-there"]).exits(1).says("[]\n");
    town.run_with(&["extract", "-"], "أصيب 12 ألفاً".as_bytes()).exits(0).says("\"id\":\"-\"").says("12000");
    town.run(&["extract", "--kinds", "time", "a.txt"]).exits(0).says_not("numeral");
}

#[test]
fn explain_reads_a_text_or_a_file() {
    let town = Town::new(&[("corpus/a.txt", ATTACK)]);
    for arguments in [["explain", "قُتل 17 شخصاً"], ["explain", "corpus/a.txt"]] {
        town.run(&arguments).exits(0).says("numeral 17").says("⟦17⟧").says("numeral/digits");
    }
    town.run_with(&["explain", "-"], "عاد".as_bytes()).exits(0).says("none");
    town.run(&["explain", "12% منهم"]).exits(0).says("digits").says_not("opens phrases of Digits");
}

#[test]
fn what_cannot_be_seen_is_shown_by_name() {
    let town = accepted();
    let hostile = ATTACK.replace("قُتل 17", "قُتل\u{202e}\u{1b}[31m\u{a0}18");
    town.write("corpus/news/a.txt", hostile);
    town.run(&["check"])
        .exits(1)
        .says("قُتل⟨RLO⟩⟨U+001B⟩[31m⟨NBSP⟩⟦18⟧")
        .says_not("\u{1b}")
        .says_not("\u{202e}");
}

#[test]
fn colours_are_for_terminals() {
    let town = Town::new(&[("corpus/a.txt", ATTACK)]);
    let with = |name: &str| town.command(&["check", "--ci"]).env(name, "1").output().expect("it runs").stdout;
    assert!(with("CLICOLOR_FORCE").contains(&0x1b));
    assert!(!with("NO_COLOR").contains(&0x1b));
    town.run(&["check", "--ci"]).says_not("\u{1b}");
}

#[test]
fn quiet_says_the_sum_or_nothing() {
    let town = accepted();
    assert_eq!(town.run(&["check", "--quiet"]).exits(0).out, "");
    town.write("corpus/news/a.txt", ATTACK.replace("17", "18"));
    let said = town.run(&["check", "-q"]).exits(1);
    assert_eq!(said.out, "1 fact changed in 1 of 1 document\n  numeral  1 changed\n");
}

#[test]
fn long_reports_are_cut_and_say_so() {
    let town = Town::new(&[]);
    (0..30).for_each(|n| town.write(&format!("corpus/{n:02}.txt"), ATTACK));
    town.run(&["check", "--limit", "4"])
        .exits(3)
        .says("… 26 more documents (all of them: --limit 0)")
        .says_not("new 04");
    town.run(&["check", "--limit", "0"]).exits(3).says("new 29").says_not("more");
}

#[test]
#[cfg(unix)]
fn circles_of_links_are_survived() {
    let town = Town::new(&[("corpus/a/a.txt", ATTACK)]);
    std::os::unix::fs::symlink(town.path("corpus"), town.path("corpus/a/up")).expect("a link can be made");
    town.run(&["check"]).exits(3).says("1 of 1 document without a snapshot");
    std::os::unix::fs::symlink(town.path("nowhere.txt"), town.path("corpus/b.txt"))
        .expect("a link can be made");
    town.run(&["check"]).exits(2).says("corpus/b.txt: ").says("1 of 1 document");
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_that_cannot_be_written_is_said_and_bounded() {
    let town = Town::new(&[("tahqiq.toml", "snapshots = \"/proc/snapshots\"")]);
    (0..9).for_each(|n| town.write(&format!("corpus/{n}.txt"), ATTACK));
    let said =
        town.run(&["check", "--limit", "2"]).exits(2).says("! /proc/snapshots: ").says_not("more problem");
    said.says("9 of 9 documents without a snapshot");
    town.run(&["check", "--ci"]).exits(3);
}

#[test]
#[cfg(unix)]
fn a_closed_pipe_is_no_panic() {
    let text = ATTACK.repeat(2000);
    let town = Town::new(&[("a.txt", &text)]);
    let mut child = town.command(&["extract", "a.txt"]).spawn().expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(output.status.code(), Some(141));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_said() {
    let town = Town::new(&[("a.txt", ATTACK)]);
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
    let output = town.command(&["extract", "a.txt"]).stdout(full).output().expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("tahqiq: the output cannot be written: "));
}

#[test]
fn snapshots_are_in_the_format_of_insta() {
    let town = Town::new(&[("corpus/news/a.txt", ATTACK), ("corpus/odd: 'name', #1.txt", "nothing")]);
    town.run(&["check"]).exits(3);
    town.run(&["accept", "--all"]).exits(0);
    for (path, bytes) in town.snapshots() {
        let snapshot = insta::Snapshot::from_file(&path).expect("insta reads it");
        let text = String::from_utf8(bytes).expect("it is text");
        let body = text.split_once("\n---\n").expect("it has a header").1;
        assert_eq!(format!("{}\n", snapshot.contents().as_text().expect("it is text")), body);
        assert_eq!(snapshot.metadata().source(), Some("tahqiq.toml"));
        assert!(snapshot.metadata().input_file().is_some_and(|file| town.path(file).is_file()));
        assert_eq!(keys(&text), ["source", "info", "input_file"]);
        let copy = Path::new(&path).with_extension("copy");
        snapshot.save(&copy).expect("insta writes it");
        assert_eq!(fs::read_to_string(&copy).expect("it is there"), text, "insta would write it otherwise");
    }
}

/// The keys of a header, in their order.
fn keys(text: &str) -> Vec<&str> {
    let header = text.lines().skip(1).take_while(|line| *line != "---");
    header.filter(|line| !line.starts_with(' ')).filter_map(|line| line.split(':').next()).collect()
}

#[test]
fn a_snapshot_that_insta_left_is_accepted_alike() {
    let town = accepted();
    let accepted = town.read("snapshots/news/a.txt.snap");
    let pending = accepted.replacen("info:", "assertion_line: 59\ninfo:", 1);
    town.write("snapshots/news/a.txt.snap.new", pending);
    town.write("snapshots/news/a.txt.snap", "---\nsource: x\n---\n{\"encoding\":\"utf-8\"}\n");
    town.run(&["accept", "snapshots/news/a.txt.snap.new"]).exits(0);
    assert_eq!(town.read("snapshots/news/a.txt.snap"), accepted);
}

#[test]
fn facts_are_decided_by_kind_cluster_and_id() {
    let town = accepted();
    town.write("corpus/news/b.txt", ATTACK);
    town.run(&["check"]).exits(3);
    town.run(&["accept", "--all"]).exits(0);
    for name in ["a", "b"] {
        let path = format!("snapshots/news/{name}.txt.snap");
        let spoiled = town.read(&path).replace("\"number\":17", "\"number\":71").replace(":24", ":42");
        town.write(&path, spoiled);
    }
    let said = town.run(&["check"]).exits(1);
    let id = |after: &str| {
        let line = said.out.lines().find(|line| line.contains(after)).unwrap_or_else(|| panic!("{after}"));
        line.split(['#', ' ']).find(|word| word.len() >= 8 && word.bytes().all(|b| b.is_ascii_hexdigit()))
    };
    let fact = id("#").expect("an id");
    let cluster = id("42 → 24  numeral/digits  2 changes in 2 documents").expect("an id");
    town.run(&["accept", "--fact", &fact[..5]])
        .exits(0)
        .says("1 change of 1 document accepted; 1 more waits");
    town.run(&["reject", "--doc", "news/b", "--kind", "time"]).exits(2).complains("no change of kind `time`");
    town.run(&["accept", "--cluster", cluster])
        .exits(0)
        .says("2 changes of 2 documents accepted; 1 more waits");
    town.run(&["accept", "--cluster", cluster]).exits(2).complains(cluster);
    town.run(&["accept", "--kind", "numeral"]).exits(0).says("1 change of 1 document accepted");
    town.run(&["check", "--ci"]).exits(0);
}
