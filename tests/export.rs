//! Claims as CSV, and the schemas of what is printed, as a user meets them.

#[expect(dead_code, reason = "each test uses what it needs of it")]
mod town;

use serde_json::Value;
use walkdir::WalkDir;

use town::Town;

const NEWS: &str = "هجوم في الحسكة\n\nقال المرصد السوري لحقوق الإنسان إن نحو 17 مدنياً قتلوا في انفجار \"عبوة, ناسفة\" في الحسكة.\nلم يُصب أحد بجروح.\n";

fn town() -> Town {
    Town::new(&[("corpus/a.txt", NEWS), ("corpus/a.toml", "published = \"2022-01-24\"\n")])
}

/// The rows of a table, each by its columns.
fn rows(table: &[u8]) -> Vec<Vec<(String, String)>> {
    let mut reader = csv::Reader::from_reader(table);
    let head = reader.headers().expect("there is a head").clone();
    let row = |record: csv::StringRecord| {
        head.iter().zip(&record).map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
    };
    reader.records().map(|record| row(record.expect("every row has every cell"))).collect()
}

fn cell<'r>(row: &'r [(String, String)], name: &str) -> &'r str {
    &row.iter().find(|(column, _)| column == name).unwrap_or_else(|| panic!("no column {name}")).1
}

#[test]
fn a_claim_is_a_row_with_what_it_points_to() {
    let said = town().run(&["extract", "--format", "csv", "corpus/a.txt"]).exits(0);
    let rows = rows(said.out.as_bytes());
    let killed =
        rows.iter().find(|row| cell(row, "number") == "17").unwrap_or_else(|| panic!("{}", said.out));
    let expected = [
        ("document", "a"),
        ("published", "2022-01-24"),
        ("reference", "2022-01-24"),
        ("line", "3"),
        ("predicate", "killed"),
        ("bound", "about"),
        ("polarity", "affirmed"),
        ("modality", "asserted"),
        ("where_entity", "place:hasakah"),
        ("country", "SY"),
        ("iso", "SY-HA"),
        ("sources", "المرصد السوري لحقوق الإنسان"),
        ("cue", "قال"),
        ("stance", "neutral"),
        ("quoted", "false"),
    ];
    for (name, value) in expected {
        assert_eq!(cell(killed, name), value, "{name}");
    }
    assert!(cell(killed, "sentence").contains("\"عبوة, ناسفة\""), "{killed:?}");
    let (start, end): (usize, usize) =
        (cell(killed, "start").parse().expect("a number"), cell(killed, "end").parse().expect("a number"));
    assert_eq!(&NEWS[start..end], cell(killed, "text"));
}

#[test]
fn lines_end_as_rfc_4180_says_and_every_row_is_whole() {
    let said = town().run(&["extract", "--format", "csv", "corpus/a.txt"]).exits(0);
    assert!(said.out.ends_with("\r\n") && said.out.starts_with("document,published,"));
    assert_eq!(said.out.matches('\n').count(), said.out.matches("\r\n").count());
}

#[test]
fn places_are_counted_in_the_unit_that_was_asked_for() {
    let run = |unit: &str| {
        let said = town().run(&["extract", "--format", "csv", "--offsets", unit, "corpus/a.txt"]).exits(0);
        rows(said.out.as_bytes())
    };
    for row in run("chars") {
        let at = |name: &str| cell(&row, name).parse::<usize>().expect("a number");
        let (start, end) = (at("start"), at("end"));
        let words: String = NEWS.chars().skip(start).take(end - start).collect();
        assert_eq!(words, cell(&row, "text"));
        assert!(cell(&row, "sentence").contains(&words), "the sentence is looked up in bytes");
    }
}

#[test]
fn words_that_a_spreadsheet_would_run_are_text() {
    let text = "=HYPERLINK قُتل 17 مدنياً في الحسكة.\n";
    let lines = serde_json::json!({ "id": "=1+1", "text": text }).to_string() + "\n";
    let said =
        town().run_with(&["extract", "--format", "csv", "--input", "jsonl", "-"], lines.as_bytes()).exits(0);
    let rows = rows(said.out.as_bytes());
    assert!(!rows.is_empty(), "{}", said.out);
    for row in &rows {
        assert_eq!(cell(row, "document"), "'=1+1");
        for (name, value) in row {
            assert!(!value.starts_with(['=', '+', '@']), "{name}: {value}");
        }
    }
    assert!(rows.iter().any(|row| cell(row, "sentence").starts_with("'=HYPERLINK")), "{rows:?}");
}

#[test]
fn a_stream_is_one_table_and_a_bad_line_is_left_out() {
    let good = serde_json::json!({ "id": "x", "text": NEWS }).to_string();
    let lines = format!("{good}\nnonsense\n{good}\n");
    let said = town().run_with(&["extract", "--format", "csv", "--input", "jsonl", "-"], lines.as_bytes());
    let said = said.exits(1).complains("line 2");
    let rows = rows(said.out.as_bytes());
    assert!(rows.len() >= 2 && rows.iter().all(|row| cell(row, "document") == "x"), "{}", said.out);
}

#[test]
fn a_table_in_a_folder_is_described_beside_it() {
    let town = town();
    town.run(&["extract", "--format", "csv", "--output", "out/table", "corpus/a.txt"]).exits(0);
    let table = town.read("out/table/claims.csv");
    let package: Value = serde_json::from_str(&town.read("out/table/datapackage.json")).expect("it is JSON");
    let resource = &package["resources"][0];
    assert_eq!((&resource["path"], &resource["bytes"]), (&"claims.csv".into(), &table.len().into()));
    let fields = resource["schema"]["fields"].as_array().expect("there are fields");
    let names: Vec<_> = fields.iter().filter_map(|field| field["name"].as_str()).collect();
    assert_eq!(table.lines().next().map(|head| head.trim_end().to_owned()), Some(names.join(",")));
    for row in rows(table.as_bytes()) {
        for (field, (name, value)) in fields.iter().zip(&row) {
            let fits = match field["type"].as_str() {
                _ if value.is_empty() => field["constraints"]["required"] != true,
                Some("integer") => value.parse::<i64>().is_ok(),
                Some("number") => value.parse::<f64>().is_ok(),
                Some("boolean") => value == "true" || value == "false",
                _ => true,
            };
            assert!(fits, "{name}: `{value}` is no {}", field["type"]);
        }
    }
}

#[test]
fn a_folder_is_its_documents_in_the_order_of_their_paths() {
    let line = "{\"id\":\"s\",\"text\":\"قُتل ثلاثة\"}\n";
    let town = Town::new(&[
        ("loose/b.txt", "قُتل 17 مدنياً"),
        ("loose/a/c.txt", NEWS),
        ("loose/d.jsonl", line),
        ("loose/notes.md", "قُتل 9"),
        ("empty/notes.md", ""),
    ]);
    let said = town.run(&["extract", "--format", "jsonl", "loose"]).exits(0);
    let id = |line: &str| serde_json::from_str::<Value>(line).expect("a record")["id"].clone();
    assert_eq!(said.out.lines().map(id).collect::<Vec<_>>(), ["loose/a/c.txt", "loose/b.txt", "s"]);
    let array = town.run(&["extract", "loose/a"]).exits(0).out;
    assert_eq!(serde_json::from_str::<Value>(&array).expect("JSON").as_array().map(Vec::len), Some(1));
    let nothing = town.run(&["extract", "empty"]).exits(2);
    assert_eq!(nothing.err.lines().count(), 1, "{}", nothing.err);
    assert!(nothing.err.contains("holds no documents"), "{}", nothing.err);
}

#[test]
fn options_that_do_not_go_together_are_one_line() {
    let town = town();
    town.run(&["extract", "--output", "out", "corpus/a.txt"]).exits(2).complains("--output");
    town.run(&["extract", "--format", "csv", "--kinds", "claim", "corpus/a.txt"])
        .exits(2)
        .complains("--kinds");
    town.write("file", b"");
    town.run(&["extract", "--format", "csv", "--output", "file", "corpus/a.txt"]).exits(2).complains("file");
}

fn validator(of: &str) -> jsonschema::Validator {
    let schema = town().run(&["schema", of]).exits(0);
    let schema: Value = serde_json::from_str(&schema.out).expect("the schema is JSON");
    jsonschema::draft202012::new(&schema).expect("the schema is one")
}

#[track_caller]
fn holds(validator: &jsonschema::Validator, value: &Value, what: &str) {
    let wrong: Vec<_> = validator
        .iter_errors(value)
        .take(3)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(wrong.is_empty(), "{what}: {wrong:#?}");
}

/// The project's own documents.
fn corpus() -> Vec<String> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    let files = WalkDir::new(root).sort_by_file_name().into_iter().filter_map(Result::ok);
    let texts = files.filter(|file| file.path().extension().is_some_and(|ending| ending == "txt"));
    texts.map(|file| file.path().to_string_lossy().into_owned()).collect()
}

#[test]
fn what_is_printed_is_as_the_schema_says() {
    let validator = validator("facts");
    let files = corpus();
    let town = town();
    for arguments in
        [&["--format", "jsonl"][..], &["--format", "jsonl", "--offsets", "chars"], &["--format", "json"]]
    {
        let mut all = vec!["extract"];
        all.extend(arguments);
        all.extend(files.iter().map(String::as_str));
        let said = town.run(&all).exits(0);
        if arguments.len() == 2 && arguments[1] == "json" {
            holds(&validator, &serde_json::from_str(&said.out).expect("it is JSON"), "array");
            continue;
        }
        for line in said.out.lines() {
            holds(
                &validator,
                &serde_json::from_str(line).expect("a line is JSON"),
                &line[..80.min(line.len())].escape_debug().to_string(),
            );
        }
    }
    let bad = town.run_with(&["extract", "--input", "jsonl", "-"], b"nonsense\n").exits(1);
    holds(&validator, &serde_json::from_str(&bad.out).expect("it is JSON"), "a bad line");
}

#[test]
fn snapshots_are_as_the_schema_says() {
    let validator = validator("snapshot");
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots");
    let files = WalkDir::new(root).sort_by_file_name().into_iter().filter_map(Result::ok);
    let mut lines = 0;
    for file in files.filter(|file| file.path().extension().is_some_and(|ending| ending == "snap")) {
        let text = std::fs::read_to_string(file.path()).expect("a snapshot is text");
        let body = text.splitn(3, "---\n").nth(2).unwrap_or_default();
        for line in
            body.lines().filter(|line| line.starts_with("{\"encoding\"") || line.starts_with("{\"kind\""))
        {
            holds(
                &validator,
                &serde_json::from_str(line).expect("a line is JSON"),
                &file.path().display().to_string(),
            );
            lines += 1;
        }
    }
    assert!(lines > 1000, "only {lines} lines of snapshots were found");
}

#[test]
fn a_wrong_key_or_a_missing_one_is_no_fact() {
    let validator = validator("facts");
    let said = town().run(&["extract", "corpus/a.txt"]).exits(0);
    let record: Value = serde_json::from_str(&said.out).expect("it is JSON");
    holds(&validator, &record, "as it is");
    let facts = record["facts"].as_array().expect("there are facts").len();
    for index in 0..facts {
        let keys: Vec<_> = record["facts"][index].as_object().expect("a fact").keys().cloned().collect();
        for key in keys {
            let mut less = record.clone();
            less["facts"][index].as_object_mut().expect("a fact").remove(&key);
            assert!(!validator.is_valid(&less), "fact {index} passes without `{key}`");
        }
        let mut more = record.clone();
        more["facts"][index]["extra"] = 1.into();
        assert!(!validator.is_valid(&more), "fact {index} passes with a key that is none");
        let mut other = record.clone();
        other["facts"][index]["kind"] = "rumour".into();
        assert!(!validator.is_valid(&other), "fact {index} passes with a kind that is none");
    }
    for key in ["id", "facts", "headline", "published", "reference"] {
        let mut less = record.clone();
        less.as_object_mut().expect("a record").remove(key);
        assert!(!validator.is_valid(&less), "a document passes without `{key}`");
    }
}

#[test]
fn every_schema_is_one() {
    for of in ["facts", "snapshot", "ledger", "check"] {
        let said = town().run(&["schema", of]).exits(0);
        let schema: Value = serde_json::from_str(&said.out).expect("it is JSON");
        jsonschema::draft202012::meta::validate(&schema).unwrap_or_else(|error| panic!("{of}: {error}"));
    }
    town().run(&["schema", "nonsense"]).exits(2).complains("nonsense");
}
