//! Verified, known, score: small projects, what people state of them, and what it comes to.

#[expect(dead_code, reason = "each test uses what it needs of it")]
mod town;

use serde_json::{Value, json};
use tahqiq::harness::sha256;
use tahqiq::snapshot::Snapshot;
use town::{NEWS, Town};

impl Town {
    /// A project of a document with three numerals, accepted.
    fn of_news() -> Self {
        Self::accepted(&[("corpus/a.txt", NEWS)])
    }

    /// The same, verified.
    fn verified() -> Self {
        let town = Self::of_news();
        town.run(&["verify", "a"]).exits(0).says("a: verified, 3 facts");
        town
    }

    /// A project whose accepted snapshot was edited, with this sidecar, verified all the same.
    fn edited(edit: impl Fn(&str) -> String, known: &str) -> Self {
        let town = Self::of_news();
        let before = town.read(SNAP);
        let after = edit(&before);
        assert_ne!(before, after);
        town.write(SNAP, after);
        let body = Snapshot::read(&town.path(SNAP)).expect("readable").expect("a snapshot").body;
        town.write("corpus/a.toml", format!("verified = \"{}\"\n{known}", sha256(body.as_bytes())));
        town
    }

    fn score(&self) -> Value {
        self.run(&["score", "--format", "json"]).exits(0).json()
    }

    /// Gold, found and right of numerals, as accepted and now.
    #[track_caller]
    fn scores(&self, accepted: [u64; 3], now: [u64; 3]) -> Value {
        let json = self.score();
        let counts = |which: &str| {
            let score = &json["kinds"]["numeral"][which];
            ["gold", "found", "right"].map(|key| score[key].as_u64().expect("a count"))
        };
        assert_eq!((counts("accepted"), counts("now")), (accepted, now), "{json:#}");
        json
    }
}

/// Where its accepted snapshot stands.
const SNAP: &str = "snapshots/a.txt.snap";

fn without(line: &'static str) -> impl Fn(&str) -> String {
    move |text| text.split_inclusive('\n').filter(|l| !l.contains(line)).collect()
}

#[test]
fn nothing_verified_is_said_in_a_line() {
    let town = Town::of_news();
    let said = town.run(&["score"]).exits(0).says("nothing is verified: read").says("1 not verified");
    assert_eq!(said.out.lines().count(), 2, "{}", said.out);
    assert_eq!(town.score()["kinds"], json!({}));
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

/// Fields are entered as a sidecar writes them, so that a row can tell of what the gist of a fact leaves out.
#[test]
fn fields_of_a_fact_are_entered_as_a_table() {
    let town = Town::verified();
    let enter = ["known", "a", "--kind", "numeral", "--text", "3", "--why", "a name"];
    let fields = ["--says", "{ number = 3 }", "--right", "{ number = 30 }"];
    town.run(&[&enter[..], &fields].concat())
        .exits(0)
        .says("numeral { number = 3 }, should be { number = 30 }");
    let sidecar = town.read("corpus/a.toml");
    assert!(sidecar.contains("says = { number = 3 }\nright = { number = 30 }\n"), "{sidecar}");
    let mended =
        ["known", "a", "--kind", "numeral", "--text", "5", "--why", "no", "--right", "{ number = 5 }"];
    town.run(&mended).exits(2).complains("the error is there no more");
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

/// How many words a claim takes in is the reader's matter: one that was missing is found around the words of its row.
#[test]
fn what_was_missing_may_stand_around_the_words_of_its_row() {
    let row = "[[known]]\nkind = \"numeral\"\nright = \"17\"\ntext = \"7\"\n";
    Town::edited(without("\"text\":\"17\""), row).scores([3, 2, 2], [3, 3, 3]);
    let other = row.replace("\"17\"", "\"18\"");
    Town::edited(without("\"text\":\"17\""), &other).scores([3, 2, 2], [3, 3, 2]);
    let town = Town::verified();
    let verified = town.read("corpus/a.toml");
    town.write("corpus/a.toml", format!("{verified}\n{row}"));
    town.run(&["known"]).exits(0).says("does not apply, the error is there no more");
    town.scores([3, 3, 3], [3, 3, 3]);
}

#[test]
fn each_row_speaks_of_one_fact() {
    let town = Town::of_news();
    town.write("corpus/a.txt", "قصفت 3 قرى و3 مدن و3 مزارع\n");
    town.run(&["check"]).exits(1);
    town.run(&["accept", "--all"]).exits(0);
    let row = "[[known]]\nkind = \"numeral\"\nsays = \"3\"\ntext = \"3\"\n";
    for rows in 1..=3 {
        town.write("corpus/a.toml", row.repeat(rows));
        town.run(&["verify", "a"]).exits(0);
        let gold = 3 - rows as u64;
        town.scores([gold, 3, gold], [gold, 3, gold]);
    }
    town.write("corpus/a.toml", "");
    let enter = ["known", "a", "--kind", "numeral", "--text", "3", "--says", "3", "--why", "no"];
    town.run(&enter).exits(2).complains("the words stand 3 times in the text: say where with --start 9, ");
    town.run(&[&enter[..], &["--start", "9"]].concat()).exits(0);
    assert!(town.read("corpus/a.toml").contains("start = 9\n"));
}

#[test]
fn what_was_verified_otherwise_is_stale() {
    let town = Town::verified();
    let accepted = town.read(SNAP);
    town.write(SNAP, accepted.replace("\"number\":17", "\"number\":18"));
    town.run(&["score"]).exits(0).says("stale a: its accepted snapshot has changed since");
    town.remove(SNAP);
    town.run(&["score"]).exits(0).says("stale a: it has no accepted snapshot any more");
    town.write(SNAP, accepted);
    town.write("corpus/a.txt", NEWS.replace("17", "1777"));
    town.run(&["score"])
        .exits(0)
        .says("stale a: its text was edited since")
        .says("nothing is verified as it is");
    assert_eq!(town.score()["stale"][0]["document"], json!("a"));
}

#[test]
fn verify_refuses_what_is_not_as_accepted() {
    let town = Town::of_news();
    town.write("corpus/b.txt", NEWS);
    town.run(&["verify", "a", "b"]).exits(3).says("a: verified, 3 facts").complains("b: it has no accepted");
    town.run(&["verify", "a"]).exits(0).says("a: verified already");
    town.run(&["verify", "--unset", "a"]).exits(0).says("a: no longer verified");
    town.run(&["verify", "--unset", "a"]).exits(0).says("a: was not verified");
    town.write("corpus/a.txt", NEWS.replace("17", "18"));
    town.run(&["verify", "a"]).exits(1).complains("a: its facts are not those that were accepted");
    town.run(&["check"]).exits(3);
    town.write("corpus/a.txt", NEWS);
    town.run(&["verify", "a"]).exits(1).complains("a: a snapshot of it waits for a decision");
    assert!(!town.read("corpus/a.toml").contains("verified"));
}

/// Options of `known`, and what is wrong with them.
const REFUSED: &[(&[&str], &str)] = &[
    (&["--kind", "number", "--text", "5", "--says", "5"], "no kind of fact is named `number`"),
    (&["--kind", "numeral", "--text", "5"], "give --says, --right or both"),
    (&["--kind", "numeral", "--text", "5", "--says", "6"], "says something else: it says 5"),
    (&["--kind", "numeral", "--text", "5", "--right", "6"], "says something else: it says 5"),
    (&["--kind", "numeral", "--text", "5", "--right", "5"], "the error is there no more"),
    (
        &["--kind", "numeral", "--text", "5", "--right", "{ number = }"],
        "`--right { number = }` is no table of fields",
    ),
    (&["--kind", "numeral", "--text", "ستة", "--right", "6"], "do not stand there in the text"),
    (&["--kind", "numeral", "--text", "5", "--says", "5", "--start", "1"], "they stand at 56"),
    (&["--kind", "numeral", "--text", "منازل", "--says", "6", "--right", "2"], "no fact quotes these words"),
];

#[test]
fn an_error_that_is_none_is_not_entered() {
    let town = Town::verified();
    let before = town.read("corpus/a.toml");
    for (options, why) in REFUSED {
        town.run(&[&["known", "a", "--why", "no"], *options].concat()).exits(2).complains(why);
    }
    assert_eq!(town.read("corpus/a.toml"), before);
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
