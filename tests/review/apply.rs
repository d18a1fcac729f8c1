//! Decisions that come back as a file.

use serde_json::{Value, json};

use super::served::data;
use super::town::{NEWS, Said, Town};

/// The decisions of the page, each change ruled on as `ruling` says by document and index.
fn decisions(town: &Town, ruling: impl Fn(&str, usize) -> Option<&'static str>) -> Value {
    let data = data(&town.page());
    let mut decisions = Vec::new();
    for case in data["cases"].as_array().expect("cases") {
        let document = case["document"].as_str().expect("a name");
        for (index, change) in case["changes"].as_array().expect("changes").iter().enumerate() {
            if let Some(ruling) = ruling(document, index) {
                decisions.push(
                    json!({"document": document, "accepted": case["accepted"], "waiting": case["waiting"],
                    "change": change["id"], "ruling": ruling, "reason": null}),
                );
            }
        }
    }
    json!({"schema": 1, "decisions": decisions, "known": [], "verified": []})
}

/// Applies the file.
fn apply(town: &Town, decisions: &str) -> Said {
    town.write("decisions.json", decisions);
    town.run(&["apply", "decisions.json"])
}

#[test]
fn what_was_decided_on_the_page_is_carried_out() {
    for pending in [true, false] {
        let town = Town::spoiled();
        if !pending {
            town.run(&["reject", "--all"]);
        }
        let file = decisions(&town, |document, index| match (document, index) {
            ("news/a", 0) => Some("accept"),
            ("news/a", _) => Some("reject"),
            _ => Some("accept"),
        });
        let said = apply(&town, &file.to_string());
        assert_eq!((said.code, &*said.out, &*said.err), (0, "3 changes accepted, 1 rejected\n", ""));
        let a = town.read("snapshots/news/a.txt.snap");
        assert!(a.contains("\"number\":17") && !a.contains("\"text\":\"5\""), "{a}");
        let b = town.read("snapshots/news/b.txt.snap");
        assert!(b.contains("\"number\":17") && b.contains("\"text\":\"5\""), "{b}");
        assert!(!town.path("snapshots/news/a.txt.snap.new").exists());

        let said = apply(&town, &file.to_string());
        assert_eq!((said.code, &*said.out), (1, "0 changes accepted, 0 rejected\n"));
        assert!(said.err.contains("news/a: its accepted snapshot is not the one"), "{}", said.err);
        assert!(said.err.contains("news/b: nothing of it waits"), "{}", said.err);
    }
}

#[test]
fn what_is_left_open_still_waits() {
    let town = Town::spoiled();
    let file = decisions(&town, |document, index| (document == "news/a" && index == 1).then_some("accept"));
    apply(&town, &file.to_string()).exits(0);
    let waiting = town.read("snapshots/news/a.txt.snap.new");
    assert!(waiting.contains("\"number\":17"));
    assert!(town.read("snapshots/news/a.txt.snap").contains("\"number\":71"));
}

/// A file that is none: what it is, its text, what is said.
const BROKEN: &[(&str, &str, &str)] = &[
    ("nothing", "", "no decisions: EOF"),
    ("cut off", "{\"schema\": 1, \"decisions\": [", "line 1 column 28"),
    ("another version", r#"{"schema":2,"decisions":[]}"#, "`schema` is 2, this program reads 1"),
    ("no schema", r#"{"decisions":[]}"#, "missing field `schema`"),
    ("an unknown key", r#"{"schema":1,"decisions":[],"force":true}"#, "unknown field `force`"),
    (
        "an unknown ruling",
        r#"{"schema":1,"decisions":[{"document":"news/a","accepted":null,"waiting":"","change":"1","ruling":"maybe","reason":null}]}"#,
        "unknown variant `maybe`",
    ),
    (
        "one change twice",
        r#"{"schema":1,"decisions":[{"document":"a","accepted":null,"waiting":"","change":"1","ruling":"accept","reason":null},
            {"document":"a","accepted":null,"waiting":"","change":"1","ruling":"reject","reason":null}]}"#,
        "`1` of a is decided twice",
    ),
];

#[test]
fn a_file_that_is_none_is_said_in_a_line_and_nothing_is_written() {
    let town = Town::spoiled();
    for (what, text, said) in BROKEN {
        town.write("decisions.json", text);
        let before = town.files();
        let found = apply(&town, text);
        assert_eq!(found.code, 2, "{what}");
        assert!(found.err.contains(said) && found.err.lines().count() == 1, "{what}: {}", found.err);
        assert_eq!(town.files(), before, "{what}");
    }
    town.run(&["apply", "nowhere.json"]).exits(2);
}

/// What may have changed since, and what is said of it.
type Since = (&'static str, fn(&Town, &mut Value), &'static str);

const SINCE: &[Since] = &[
    ("the document is gone", |town, _| town.remove("corpus/news/a.txt"), "news/a: there is no such document"),
    (
        "the document was edited",
        |town, _| {
            town.write("corpus/news/a.txt", NEWS.replace('3', "4"));
            town.run(&["check", "--quiet"]);
        },
        "news/a: its facts are not those that were decided on",
    ),
    (
        "another snapshot was accepted",
        |town, _| {
            let text = town.read("snapshots/news/a.txt.snap").replace("\"number\":71", "\"number\":72");
            town.write("snapshots/news/a.txt.snap", text);
        },
        "news/a: its accepted snapshot is not the one that was decided on",
    ),
    (
        "the change is unknown",
        |_, file| file["decisions"][0]["change"] = "0000000000".into(),
        "news/a: it has no change `0000000000`",
    ),
    (
        "a verified fact changes without a reason",
        |town, _| {
            let snapshot = town.read("snapshots/news/a.txt.snap");
            let (_, body) = snapshot[4..].split_once("\n---\n").expect("a header and a body");
            let hash = tahqiq::harness::sha256(body.as_bytes());
            town.write("corpus/news/a.toml", format!("verified = \"{hash}\"\n"));
        },
        "breaks a verified fact and gives no reason",
    ),
    (
        "it is verified while something waits",
        |_, file| {
            file["verified"] = json!([{"document": "news/a", "waiting": file["decisions"][0]["waiting"]}]);
        },
        "news/a: it is not verified: something of it still waits",
    ),
    (
        "a note on words that stand elsewhere",
        |_, file| {
            file["known"] = json!([{"document": "news/a", "waiting": file["decisions"][0]["waiting"], "kind": "numeral",
                "text": "3", "start": 0, "says": "3", "right": null, "why": ""}]);
        },
        "news/a: `3` does not stand at byte 0 of the text",
    ),
    (
        "a note that says nothing",
        |_, file| {
            file["known"] = json!([{"document": "news/a", "waiting": file["decisions"][0]["waiting"], "kind": "numeral",
                "text": "3", "start": NEWS.find('3'), "says": null, "right": null, "why": ""}]);
        },
        "says neither what is wrong nor what is right",
    ),
];

#[test]
fn what_is_otherwise_since_is_said_and_the_rest_carried_out() {
    for (what, since, said) in SINCE {
        let town = Town::spoiled();
        let mut file =
            decisions(&town, |document, index| (document == "news/b" || index == 0).then_some("accept"));
        since(&town, &mut file);
        let found = apply(&town, &file.to_string());
        assert_eq!(found.code, 1, "{what}: {}", found.err);
        assert!(found.err.contains(said), "{what}: {}", found.err);
        assert!(town.read("snapshots/news/b.txt.snap").contains("\"number\":17"), "{what}: the rest is left");
    }
}

#[test]
fn reasons_notes_and_what_is_verified_are_kept() {
    let town = Town::spoiled();
    let snapshot = town.read("snapshots/news/a.txt.snap");
    let (_, body) = snapshot[4..].split_once("\n---\n").expect("a header and a body");
    town.write(
        "corpus/news/a.toml",
        format!("verified = \"{}\"\n", tahqiq::harness::sha256(body.as_bytes())),
    );
    let mut file = decisions(&town, |document, _| (document == "news/a").then_some("accept"));
    for one in file["decisions"].as_array_mut().expect("decisions") {
        one["reason"] = "17 was read backwards".into();
    }
    let waiting = file["decisions"][0]["waiting"].clone();
    let start = NEWS.find('3').expect("it stands there");
    file["known"] = json!([{"document": "news/a", "waiting": waiting, "kind": "numeral", "text": "3", "start": start,
        "says": "3", "right": "4", "why": "the other report"}]);
    file["verified"] = json!([{"document": "news/a", "waiting": waiting}]);
    let said = apply(&town, &file.to_string());
    assert_eq!((said.code, &*said.err), (0, ""));
    assert_eq!(
        said.out,
        "2 changes accepted, 0 rejected, 1 fact marked wrong or missing, 1 document verified\n"
    );
    let sidecar = town.read("corpus/news/a.toml");
    for part in ["17 was read backwards", "right = \"4\"", "the other report"] {
        assert!(sidecar.contains(part), "{part} is not in\n{sidecar}");
    }
    let snapshot = town.read("snapshots/news/a.txt.snap");
    let (_, body) = snapshot[4..].split_once("\n---\n").expect("a header and a body");
    assert!(sidecar.contains(&tahqiq::harness::sha256(body.as_bytes())));
}
