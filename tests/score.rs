//! Verified, known, score: small projects, what people state of them, and what it comes to.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use tahqiq::harness::sha256;
use tahqiq::snapshot::Snapshot;
use tempfile::TempDir;

const NEWS: &str = "أصيب 17 شخصاً في 3 غارات\n\nوقال إن 5 منازل تضررت.\n";

struct Town {
    root: TempDir,
}

struct Said {
    code: i32,
    out: String,
    err: String,
}

impl Town {
    /// A project of a document with three numerals, accepted.
    fn new() -> Self {
        let town = Self { root: TempDir::new().expect("a folder") };
        write(&town.path("tahqiq.toml"), "");
        write(&town.path("corpus/a.txt"), NEWS);
        town.run(&["check"]).exits(3);
        town.run(&["accept", "--all"]).exits(0);
        town
    }

    /// The same, verified.
    fn verified() -> Self {
        let town = Self::new();
        town.run(&["verify", "a"]).exits(0).says("a: verified, 3 facts");
        town
    }

    /// A project whose accepted snapshot was edited, with this sidecar, verified all the same.
    fn edited(edit: impl Fn(&str) -> String, known: &str) -> Self {
        let town = Self::new();
        let path = town.path("snapshots/a.txt.snap");
        let before = fs::read_to_string(&path).expect("a snapshot");
        let after = edit(&before);
        assert_ne!(before, after);
        write(&path, &after);
        let body = Snapshot::read(&path).expect("readable").expect("a snapshot").body;
        write(&town.path("corpus/a.toml"), &format!("verified = \"{}\"\n{known}", sha256(body.as_bytes())));
        town
    }

    fn path(&self, path: &str) -> PathBuf {
        self.root.path().join(path)
    }

    fn run(&self, arguments: &[&str]) -> Said {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tahqiq"));
        let output =
            command.args(arguments).current_dir(self.root.path()).output().expect("the program runs");
        Said {
            code: output.status.code().expect("it exits by itself"),
            out: String::from_utf8(output.stdout).expect("text"),
            err: String::from_utf8(output.stderr).expect("text"),
        }
    }

    fn json(&self) -> Value {
        let said = self.run(&["score", "--format", "json"]).exits(0);
        serde_json::from_str(&said.out).expect("JSON")
    }

    /// Gold, found and right of numerals, as accepted and now.
    #[track_caller]
    fn scores(&self, accepted: [u64; 3], now: [u64; 3]) -> Value {
        let json = self.json();
        let counts = |which: &str| {
            let score = &json["kinds"]["numeral"][which];
            ["gold", "found", "right"].map(|key| score[key].as_u64().expect("a count"))
        };
        assert_eq!((counts("accepted"), counts("now")), (accepted, now), "{json:#}");
        json
    }
}

impl Said {
    #[track_caller]
    fn exits(self, code: i32) -> Self {
        assert_eq!(self.code, code, "exit code\n--- out\n{}--- err\n{}", self.out, self.err);
        self
    }

    #[track_caller]
    fn says(self, part: &str) -> Self {
        assert!(self.out.contains(part), "`{part}` is not in\n{}", self.out);
        self
    }

    #[track_caller]
    fn complains(self, part: &str) -> Self {
        assert!(self.err.contains(part), "`{part}` is not in\n{}", self.err);
        assert_eq!(self.err.lines().count(), 1, "more than a line:\n{}", self.err);
        self
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    fs::write(path, text).expect("written");
}

fn without(line: &'static str) -> impl Fn(&str) -> String {
    move |text| text.split_inclusive('\n').filter(|l| !l.contains(line)).collect()
}

#[test]
fn nothing_verified_is_said_in_a_line() {
    let town = Town::new();
    let said = town.run(&["score"]).exits(0).says("nothing is verified: read").says("1 not verified");
    assert_eq!(said.out.lines().count(), 2, "{}", said.out);
    assert_eq!(town.json()["kinds"], json!({}));
    town.run(&["score", "b"]).exits(2).complains("`b`");
}

#[test]
fn what_is_as_verified_is_right() {
    let town = Town::verified();
    let json = town.scores([3, 3, 3], [3, 3, 3]);
    assert_eq!((&json["verified"], &json["total"]["now"]["f1"]), (&json!(1), &json!(1.0)));
    let said = town.run(&["score"]).exits(0).says("numeral  accepted       3       3       3      100.0");
    said.says("change                 0       0          0       0       0")
        .says("1 document verified, 0 stale");
}

#[test]
fn a_known_error_is_no_gold() {
    let town = Town::verified();
    let enter = ["known", "a", "--kind", "numeral", "--text", "3", "--says", "3", "--why", "a name"];
    town.run(&enter).exits(0).says("numeral 3, should not be there  a name").says("⟦3⟧");
    town.scores([2, 3, 2], [2, 3, 2]);
    town.run(&enter).exits(2).complains("an error of this numeral is known already");

    let town = Town::verified();
    town.run(&[&enter[..], &["--right", "30"]].concat()).exits(0).says("numeral 3, should be 30");
    let json = town.scores([3, 3, 2], [3, 3, 2]);
    assert_eq!(json["kinds"]["numeral"]["now"]["precision"], json!(2.0 / 3.0));
}

#[test]
fn what_is_known_to_be_missing_is_gold() {
    let town = Town::verified();
    let enter = ["known", "a", "--kind", "numeral", "--text", "منازل", "--right", "2", "--why", "two"];
    town.run(&enter).exits(0).says("numeral 2 is missing").says("⟦منازل⟧");
    let json = town.scores([4, 3, 3], [4, 3, 3]);
    assert_eq!(json["kinds"]["numeral"]["now"]["recall"], json!(0.75));
    town.run(&["known"]).exits(0).says("numeral 2 is missing").says("1 known error in 1 document\n");
    town.run(&enter).exits(2).complains("known already");
}

#[test]
fn a_change_of_a_verified_fact_is_wrong_and_of_its_rule_is_not() {
    let town = Town::edited(|text| text.replace("\"number\":17", "\"number\":71"), "");
    let json = town.scores([3, 3, 3], [3, 3, 2]);
    let change = json["kinds"]["numeral"]["change"]["f1"].as_f64().expect("a number");
    assert!((change + 1.0 / 3.0).abs() < 1e-9, "{change}");
    town.run(&["score"]).exits(0).says("66.7").says("-33.3");
    Town::edited(without("\"text\":\"5\""), "").scores([2, 2, 2], [2, 3, 2]);
    Town::edited(|text| text.replace("numeral/digits", "numeral/other"), "").scores([3, 3, 3], [3, 3, 3]);
}

#[test]
fn what_is_mended_counts() {
    let known = "[[known]]\nkind = \"numeral\"\nsays = \"71\"\nright = \"17\"\ntext = \"17\"\n";
    let town = Town::edited(|text| text.replace("\"number\":17", "\"number\":71"), known);
    town.scores([3, 3, 2], [3, 3, 3]);
    let missing = "[[known]]\nkind = \"numeral\"\nright = \"5\"\ntext = \"5\"\n";
    Town::edited(without("\"text\":\"5\""), missing).scores([3, 2, 2], [3, 3, 3]);
}

#[test]
fn what_is_right_may_stand_within_the_words_of_a_row_that_says_where() {
    let start = NEWS.find("5 منازل").expect("it is there");
    let words = "kind = \"numeral\"\nright = \"5\"\ntext = \"5 منازل\"\n";
    let there = format!("[[known]]\nstart = {start}\n{words}");
    Town::edited(without("\"text\":\"5\""), &there).scores([3, 2, 2], [3, 3, 3]);
    Town::edited(without("\"text\":\"5\""), &format!("[[known]]\n{words}")).scores([3, 2, 2], [3, 3, 2]);
}

#[test]
fn each_row_speaks_of_one_fact() {
    let town = Town::new();
    write(&town.path("corpus/a.txt"), "قصفت 3 قرى و3 مدن و3 مزارع\n");
    town.run(&["check"]).exits(1);
    town.run(&["accept", "--all"]).exits(0);
    let row = "[[known]]\nkind = \"numeral\"\nsays = \"3\"\ntext = \"3\"\n";
    for rows in 1..=3 {
        write(&town.path("corpus/a.toml"), &row.repeat(rows));
        town.run(&["verify", "a"]).exits(0);
        let gold = 3 - rows as u64;
        town.scores([gold, 3, gold], [gold, 3, gold]);
    }
    write(&town.path("corpus/a.toml"), "");
    let enter = ["known", "a", "--kind", "numeral", "--text", "3", "--says", "3", "--why", "no"];
    town.run(&enter).exits(2).complains("the words stand 3 times in the text: say where with --start 9, ");
    town.run(&[&enter[..], &["--start", "9"]].concat()).exits(0);
    assert!(fs::read_to_string(town.path("corpus/a.toml")).expect("a sidecar").contains("start = 9\n"));
}

#[test]
fn what_was_verified_otherwise_is_stale() {
    let town = Town::verified();
    let path = town.path("snapshots/a.txt.snap");
    let accepted = fs::read_to_string(&path).expect("a snapshot");
    write(&path, &accepted.replace("\"number\":17", "\"number\":18"));
    town.run(&["score"]).exits(0).says("stale a: its accepted snapshot has changed since");
    fs::remove_file(&path).expect("removed");
    town.run(&["score"]).exits(0).says("stale a: it has no accepted snapshot any more");
    write(&path, &accepted);
    write(&town.path("corpus/a.txt"), &NEWS.replace("17", "1777"));
    town.run(&["score"])
        .exits(0)
        .says("stale a: its text was edited since")
        .says("nothing is verified as it is");
    assert_eq!(town.json()["stale"][0]["document"], json!("a"));
}

#[test]
fn verify_refuses_what_is_not_as_accepted() {
    let town = Town::new();
    write(&town.path("corpus/b.txt"), NEWS);
    town.run(&["verify", "a", "b"]).exits(3).says("a: verified, 3 facts").complains("b: it has no accepted");
    town.run(&["verify", "a"]).exits(0).says("a: verified already");
    town.run(&["verify", "--unset", "a"]).exits(0).says("a: no longer verified");
    town.run(&["verify", "--unset", "a"]).exits(0).says("a: was not verified");
    write(&town.path("corpus/a.txt"), &NEWS.replace("17", "18"));
    town.run(&["verify", "a"]).exits(1).complains("a: its facts are not those that were accepted");
    town.run(&["check"]).exits(3);
    write(&town.path("corpus/a.txt"), NEWS);
    town.run(&["verify", "a"]).exits(1).complains("a: a snapshot of it waits for a decision");
    assert!(!fs::read_to_string(town.path("corpus/a.toml")).expect("a sidecar").contains("verified"));
}

/// Options of `known`, and what is wrong with them.
const REFUSED: &[(&[&str], &str)] = &[
    (&["--kind", "number", "--text", "5", "--says", "5"], "no kind of fact is named `number`"),
    (&["--kind", "numeral", "--text", "5"], "give --says, --right or both"),
    (&["--kind", "numeral", "--text", "5", "--says", "6"], "says something else: it says 5"),
    (&["--kind", "numeral", "--text", "5", "--right", "6"], "says something else: it says 5"),
    (&["--kind", "numeral", "--text", "5", "--right", "5"], "the error is there no more"),
    (&["--kind", "numeral", "--text", "ستة", "--right", "6"], "do not stand there in the text"),
    (&["--kind", "numeral", "--text", "5", "--says", "5", "--start", "1"], "they stand at 56"),
    (&["--kind", "numeral", "--text", "منازل", "--says", "6", "--right", "2"], "no fact quotes these words"),
];

#[test]
fn an_error_that_is_none_is_not_entered() {
    let town = Town::verified();
    let before = fs::read_to_string(town.path("corpus/a.toml")).expect("a sidecar");
    for (options, why) in REFUSED {
        town.run(&[&["known", "a", "--why", "no"], *options].concat()).exits(2).complains(why);
    }
    assert_eq!(fs::read_to_string(town.path("corpus/a.toml")).expect("a sidecar"), before);
}

#[test]
fn rows_that_no_longer_apply_are_named_and_count_for_nothing() {
    let rows = "[[known]]\nkind = \"numeral\"\nsays = \"70\"\nright = \"17\"\ntext = \"17\"\n\
        [[known]]\nkind = \"numeral\"\nright = \"6\"\ntext = \"ستة\"\n";
    let town = Town::edited(|text| text.replace("numeral/digits", "numeral/other"), rows);
    let json = town.scores([3, 3, 3], [3, 3, 3]);
    assert_eq!(json["outdated"], json!(2));
    town.run(&["score"]).exits(0).says("2 known errors of verified documents no longer apply");
    let said =
        town.run(&["known", "a"]).exits(0).says("does not apply, the error is there no more: numeral 70");
    said.says("do not stand there in the text: numeral 6 is missing").says("2 of them no longer apply");
}
