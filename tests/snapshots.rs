//! Records, their canonical text and their difference.

use std::fmt::Write as _;

use proptest::prelude::*;
use tahqiq::snapshot::{Diff, Nature, Offsets, Record, diff};

const ABOVE: &str = r#"{"encoding":"utf-8","headline":null,"published":null,"reference":null}"#;

/// The canonical text of numerals that stand where `marks` say in a text: the value of each, and its place.
fn body(facts: &[(u32, &str, i64)]) -> String {
    let mut body = format!("{ABOVE}\n");
    for (start, text, number) in facts {
        let end = start + text.len() as u32;
        let _ = writeln!(
            body,
            "{{\"kind\":\"numeral\",\"start\":{start},\"end\":{end},\"rule\":\"r\",\"number\":{number},\"text\":\"{text}\"}}"
        );
    }
    body
}

/// What a rule could say of every run of digits in a text.
fn facts(text: &str) -> Vec<(u32, &str, i64)> {
    let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    runs.map(|run| ((run.as_ptr() as usize - text.as_ptr() as usize) as u32, run, run.parse().unwrap_or(0)))
        .collect()
}

fn between(old: &str, new: &str, text: &str) -> Diff {
    let parse = |body| Record::from_body("a", body).expect("it is a body");
    diff(&parse(old), &parse(new), text)
}

fn natures(diff: &Diff) -> Vec<(Nature, String)> {
    diff.changes.iter().map(|change| (change.nature, change.item().text.to_string())).collect()
}

/// The document before and after, what became of its numbers, and how many only moved.
type Edit = (&'static str, &'static str, &'static [(Nature, &'static str)], usize);

const EDITS: &[Edit] = &[
    ("a 17 b 17 c 17", "a b 17 c 17", &[(Nature::Removed, "17")], 2),
    ("a 17 b 17 c 17", "x a 17 b 17 d 18 c 17", &[(Nature::Added, "18")], 3),
    ("a 17 b 18", "b 18 a 17", &[(Nature::Added, "18"), (Nature::Removed, "18")], 1),
    ("a 17 b", "aa 17 b", &[], 1),
    ("a 5 b 17 c", "aaaa 5 b 170 c", &[(Nature::Grown, "170")], 1),
    ("a 5 b 170 c", "aaaa 5 b 17 c", &[(Nature::Shrunk, "17")], 1),
    ("", "17", &[(Nature::Added, "17")], 0),
];

#[test]
fn facts_of_an_edited_document_are_matched_by_value_and_neighbourhood() {
    for (old, new, expected, shifted) in EDITS {
        let diff = between(&body(&facts(old)), &body(&facts(new)), new);
        let expected: Vec<_> = expected.iter().map(|(nature, text)| (*nature, (*text).to_owned())).collect();
        assert_eq!((natures(&diff), diff.shifted), (expected, *shifted), "{old} -> {new}");
    }
}

#[test]
fn facts_of_a_document_that_was_not_edited_are_matched_by_place() {
    let text = "17 000 and 17 and 17";
    let old = body(&[(0, "17", 17), (11, "17", 17), (18, "17", 17)]);
    let new = body(&[(0, "17 000", 17000), (18, "17", 71)]);
    let diff = between(&old, &new, text);
    let expected = [(Nature::Grown, "17 000"), (Nature::Removed, "17"), (Nature::Changed, "17")];
    assert_eq!(natures(&diff), expected.map(|(nature, text)| (nature, text.to_owned())));
    assert_eq!((diff.shifted, diff.edited), (0, false));
}

/// Lines that are written again as they were read, whatever an engine puts into them.
const LINES: &[&str] = &[
    r#"{"kind":"x","start":0,"end":1,"rule":"r","a":null,"b":true,"c":false,"text":"17"}"#,
    r#"{"kind":"x","start":0,"end":1,"rule":"r","a":3.50,"b":-0,"c":1e3,"d":170141183460469231731687303715884105727,"text":""}"#,
    r#"{"kind":"x","start":0,"end":1,"rule":"r","a":[],"b":[1,"2/3",[null]],"c":{},"d":{"e":{"f":1}},"text":"\"\\\n"}"#,
    r#"{"kind":"x","start":0,"end":1,"rule":"r","who":{"start":1,"end":2,"entity":"org:x","text":"س"},"text":"س"}"#,
    r#"{"kind":"x","start":0,"end":1,"rule":"r","of":{"kind":"x","start":1,"end":2},"content":{"start":1,"end":2},"text":"س"}"#,
    "{\"kind\":\"x\",\"start\":0,\"end\":1,\"rule\":\"r\",\"text\":\"\u{200f}\u{2028}\u{85}\u{7f}\\u0001\\t\"}",
];

#[test]
fn the_canonical_text_is_written_again_as_it_was_read() {
    for line in LINES {
        let body = format!("{ABOVE}\n{line}\n");
        let record = Record::from_body("a", &body).unwrap_or_else(|error| panic!("{line}: {error}"));
        assert_eq!(record.to_body(), body);
    }
    let deep = format!(
        "{ABOVE}\n{{\"kind\":\"x\",\"start\":0,\"end\":1,\"rule\":\"r\",\"a\":{}1{},\"text\":\"\"}}\n",
        "[".repeat(99),
        "]".repeat(99)
    );
    assert!(
        Record::from_body("a", &deep).expect_err("it is too deep").to_string().contains("more than 16 deep")
    );
}

/// One text, places of it in bytes, and the same in code points and in UTF-16.
#[test]
fn offsets_are_converted_everywhere() {
    let text = "س😀17";
    let line =
        r#"{"kind":"numeral","start":6,"end":8,"rule":"r","of":{"start":2,"end":6,"text":"😀"},"text":"17"}"#;
    let body = format!("{ABOVE}\n{line}\n").replacen(
        "\"headline\":null",
        "\"headline\":{\"start\":0,\"end\":8,\"text\":\"\"}",
        1,
    );
    for (unit, places) in [(Offsets::Chars, [0, 4, 2, 4, 1, 2]), (Offsets::Utf16, [0, 5, 3, 5, 1, 3])] {
        let mut record = Record::from_body("a", &body).expect("it is a body");
        record.count_in(unit, text);
        let json: serde_json::Value = serde_json::from_str(&record.to_json()).expect("it is JSON");
        let (headline, fact) = (&json["headline"], &json["facts"][0]);
        let found = [headline, fact, &fact["of"]].map(|place| [&place["start"], &place["end"]]).concat();
        assert_eq!(found.iter().map(|n| n.as_u64().expect("it is a number")).collect::<Vec<_>>(), places);
    }
}

/// References are indexes in JSON and names in snapshots, and nothing where the kind is left out.
#[test]
fn references_follow_their_facts() {
    let numeral = r#"{"kind":"numeral","start":0,"end":2,"rule":"r","text":"17"}"#;
    let time = r#"{"kind":"time","start":0,"end":2,"rule":"r","of":{"kind":"numeral","start":0,"end":2},"text":"17"}"#;
    let body = format!("{ABOVE}\n{numeral}\n{time}\n");
    let mut record = Record::from_body("a", &body).expect("it is a body");
    assert!(record.to_json().contains(r#""of":0,"#), "{}", record.to_json());
    record.retain_kinds(|kind| kind == "time");
    assert!(record.to_json().contains(r#""of":null,"#), "{}", record.to_json());
    assert!(record.to_body().contains(r#""of":null,"#), "{}", record.to_body());
}

proptest! {
    /// Whatever is edited, no fact is lost from the sum, and nothing differs from itself.
    #[test]
    fn the_difference_accounts_for_every_fact(old in "([0-9]{1,3} [ab]{0,2} ){0,12}", new in "([0-9]{1,3} [ab]{0,2} ){0,12}") {
        let (before, after) = (facts(&old), facts(&new));
        let diff = between(&body(&before), &body(&after), &new);
        let count = |nature| diff.changes.iter().filter(|change| change.nature == nature).count();
        prop_assert_eq!(before.len() + count(Nature::Added), after.len() + count(Nature::Removed));
        let itself = between(&body(&after), &body(&after), &new);
        prop_assert!(itself == Diff::default());
    }
}
