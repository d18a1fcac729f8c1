//! `tahqiq reconcile` as its user meets it.

#[expect(dead_code, reason = "each test uses what it needs of it")]
mod town;

use serde_json::Value;

use town::Town;

const FIRST: &str =
    "انفجار في الحسكة\n\nقُتل 17 مدنياً في انفجار في الحسكة، بحسب المرصد السوري لحقوق الإنسان.\n";
const SECOND: &str = "قتلى في الحسكة\n\nأعلنت وزارة الصحة مقتل 40 مدنياً في انفجار في الحسكة.\n";
const THIRD: &str =
    "خبر من الحسكة\n\nقال المرصد السوري لحقوق الإنسان إن 17 مدنياً قتلوا في انفجار في الحسكة.\n";

fn town() -> Town {
    let sidecar = |name: &str| format!("published = \"2022-01-24\"\noutlet = \"{name}\"\n");
    Town::new(&[
        ("corpus/a.txt", FIRST),
        ("corpus/a.toml", &sidecar("Nabd")),
        ("corpus/b.txt", SECOND),
        ("corpus/b.toml", &sidecar("Difaf")),
        ("corpus/c.txt", THIRD),
        ("corpus/c.toml", &sidecar("Marfa")),
    ])
}

fn ledger(town: &Town, arguments: &[&str]) -> Value {
    let said = town.run(&[&["reconcile", "--format", "json"], arguments].concat()).exits(0);
    serde_json::from_str(&said.out).expect("the ledger is JSON")
}

/// The entry of the civilians killed.
fn killed(ledger: &Value) -> &Value {
    let entries = ledger["entries"].as_array().expect("there are entries");
    let is_it = |entry: &&Value| entry["predicate"] == "killed" && entry["group"]["name"] == "civilians";
    entries.iter().find(is_it).unwrap_or_else(|| panic!("{ledger:#}"))
}

#[test]
fn figures_that_exclude_one_another_are_a_hard_conflict_and_one_origin_is_one_witness() {
    let ledger = ledger(&town(), &[]);
    let entry = killed(&ledger);
    assert_eq!(entry["verdict"], "hard-conflict", "{entry:#}");
    assert_eq!(entry["figures"].as_array().map(Vec::len), Some(3));
    assert_eq!(entry["origins"], 2, "the monitor in two outlets is one witness: {entry:#}");
    assert_eq!(entry["area"], "SY-HA");
    let best = &entry["figures"][entry["best"].as_u64().expect("there is one") as usize];
    assert_eq!((&entry["best_origins"], &best["bound"]), (&1.into(), &"exactly".into()));
    assert_eq!(entry["figures"][0]["chain"][0]["name"], "Nabd", "the sidecar names the outlet");
}

#[test]
fn a_later_and_greater_toll_is_an_update() {
    let town = town();
    town.write("corpus/b.toml", b"published = \"2022-01-25\"\n");
    assert_eq!(killed(&ledger(&town, &[]))["verdict"], "update");
    // A day later is another time where the window has no day.
    assert_eq!(killed(&ledger(&town, &["--window", "0"]))["verdict"], "one-origin");
}

#[test]
fn every_form_holds_the_figures_and_their_sentences() {
    let town = town();
    for format in ["table", "markdown", "html", "json"] {
        let said = town.run(&["reconcile", "--format", format]).exits(0).says("17 مدنياً").says("40 مدنياً");
        let conflict = if format == "json" { "hard-conflict" } else { "hard conflict" };
        let said = said.says(conflict).says("Nabd");
        assert!(said.err.is_empty(), "{}", said.err);
    }
    let page = town
        .run(&["reconcile", "--format", "html"])
        .exits(0)
        .says("dir=\"rtl\" lang=\"ar\"")
        .says_not("<script");
    assert!(!page.out.contains("http://") && !page.out.contains("https://"), "the page loads nothing");
}

#[test]
fn texts_cannot_write_the_page() {
    let town = town();
    town.write(
        "corpus/d.txt",
        "خبر عن الحسكة\n\nقُتل 23 مدنياً <b onclick=x>في</b> الحسكة | *عاجل*.\n".as_bytes(),
    );
    town.run(&["reconcile", "--format", "html"]).exits(0).says("&lt;b onclick").says_not("<b onclick");
    town.run(&["reconcile", "--format", "markdown"]).exits(0).says_not("<b onclick").says_not("*عاجل*");
}

#[test]
fn files_and_folders_are_read_wherever_they_lie() {
    let town = town();
    town.write("elsewhere/x.txt", SECOND.as_bytes());
    town.write("elsewhere/y.txt", FIRST.as_bytes());
    let entry = ledger(&town, &["elsewhere"]);
    assert_eq!((&entry["documents"], &killed(&entry)["verdict"]), (&2.into(), &"hard-conflict".into()));
    assert_eq!(ledger(&town, &["elsewhere/x.txt", "a"])["documents"], 2, "one is of the corpus, one is not");
    assert_eq!(ledger(&town, &["elsewhere", "elsewhere/x.txt"])["documents"], 2, "each is read once");
    let lines = [("p", FIRST), ("q", SECOND)].map(|(id, text)| {
        serde_json::json!({ "id": id, "text": text, "published": "2022-01-24", "outlet": id }).to_string()
            + "\n"
    });
    town.write("day.jsonl", lines.concat().as_bytes());
    let ledger = ledger(&town, &["day.jsonl"]);
    assert_eq!((&ledger["documents"], &killed(&ledger)["verdict"]), (&2.into(), &"hard-conflict".into()));
}

#[test]
fn a_bad_document_stops_no_other() {
    let town = town();
    town.write("corpus/bad.txt", b"\xff\xfe\xfa");
    let said = town.run(&["reconcile", "--format", "json"]).exits(1).complains("bad.txt");
    let ledger: Value = serde_json::from_str(&said.out).expect("the ledger is JSON");
    assert_eq!((&ledger["documents"], ledger["problems"].as_array().map(Vec::len)), (&3.into(), Some(1)));
    assert_eq!(killed(&ledger)["verdict"], "hard-conflict");
}

#[test]
fn wrong_arguments_are_one_line() {
    let town = town();
    town.run(&["reconcile", "-"]).exits(2).complains("standard input");
    town.run(&["reconcile", "nowhere"]).exits(2).complains("nowhere");
    town.run(&["reconcile", "--window", "x"]).exits(2).complains("--window");
}

#[test]
fn the_ledger_is_as_its_schema_says_and_the_same_on_every_run() {
    let town = town();
    let schema = town.run(&["schema", "ledger"]).exits(0);
    let schema: Value = serde_json::from_str(&schema.out).expect("the schema is JSON");
    let validator = jsonschema::draft202012::new(&schema).expect("the schema is one");
    let ledger = ledger(&town, &[]);
    let wrong: Vec<_> =
        validator.iter_errors(&ledger).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    let mut broken = ledger.clone();
    broken["entries"][0]["figures"][0]["origins"] = 1.into();
    assert!(!validator.is_valid(&broken), "a key that is none passes");
    let run = |jobs: &str| town.run(&["reconcile", "--format", "json", "--jobs", jobs]).exits(0).out;
    assert_eq!(run("1"), run("2"));
}
