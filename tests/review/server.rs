//! What the server lets through and what each request does.

use serde_json::{Value, json};

use super::served::Served;
use super::town::{NEWS, Town};

/// A request that is refused: what it is, method, path, headers in place of the right ones, body, status.
type Refused<'c> = (&'c str, &'c str, &'c str, &'c [(&'c str, &'c str)], &'c str, u16);

const REFUSED: &[Refused<'_>] = &[
    ("no key", "GET", "/", &[("X-Tahqiq-Key", "")], "", 403),
    ("another key", "GET", "/", &[("X-Tahqiq-Key", "0123")], "", 403),
    ("another key in the address", "GET", "/?key=0123", &[("X-Tahqiq-Key", "")], "", 403),
    ("no key for an act", "POST", "/api/undo", &[("X-Tahqiq-Key", "")], "{}", 403),
    ("no key, no such path", "GET", "/style.css", &[("X-Tahqiq-Key", "")], "", 403),
    ("another host", "GET", "/", &[("Host", "example.org")], "", 403),
    ("another host with the port", "GET", "/", &[("Host", "example.org:{port}")], "", 403),
    ("no port", "GET", "/", &[("Host", "127.0.0.1")], "", 403),
    ("no host", "GET", "/", &[("Host", "")], "", 403),
    ("a foreign page", "POST", "/api/undo", &[("Origin", "http://example.org")], "{}", 403),
    ("a page without origin", "POST", "/api/undo", &[("Origin", "null")], "{}", 403),
    ("another port's page", "POST", "/api/undo", &[("Origin", "http://127.0.0.1:1")], "{}", 403),
    ("a path upwards", "GET", "/../tahqiq.toml", &[], "", 403),
    ("a path upwards, hidden", "GET", "/%2e%2e/tahqiq.toml", &[], "", 403),
    ("a file", "GET", "/corpus/news/a.txt", &[], "", 404),
    ("an act by reading", "GET", "/api/rule", &[], "", 405),
    ("an act by reading, with a body", "GET", "/api/undo", &[], "{}", 405),
    ("a form", "POST", "/api/undo", &[("Content-Type", "text/plain")], "{}", 415),
    ("no JSON", "POST", "/api/rule", &[], "ruling=accept", 400),
    ("an unknown key", "POST", "/api/undo", &[], r#"{"all": true}"#, 422),
    ("no ruling of ours", "POST", "/api/rule", &[], r#"{"ruling": "delete", "document": "news/a"}"#, 422),
    ("nothing named", "POST", "/api/rule", &[], r#"{"ruling": "accept"}"#, 409),
    (
        "too much named",
        "POST",
        "/api/rule",
        &[],
        r#"{"ruling":"accept","document":"news/a","cluster":"1"}"#,
        409,
    ),
    ("an unknown document", "POST", "/api/rule", &[], r#"{"ruling":"accept","document":"../news/a"}"#, 409),
    (
        "an unknown change",
        "POST",
        "/api/rule",
        &[],
        r#"{"ruling":"accept","document":"news/a","change":"0"}"#,
        409,
    ),
    ("an unknown cluster", "POST", "/api/rule", &[], r#"{"ruling":"accept","cluster":"00000000"}"#, 409),
    ("nothing to undo", "POST", "/api/undo", &[], "{}", 409),
    ("verified while it waits", "POST", "/api/verify", &[], r#"{"document":"news/a"}"#, 409),
    ("a place beyond the text", "GET", "/api/why?document=news/a&start=0&end=9999", &[], "", 409),
    ("a place within a letter", "GET", "/api/why?document=news/a&start=1&end=2", &[], "", 409),
];

#[test]
fn what_is_not_the_pages_own_is_refused_and_writes_nothing() {
    let town = Town::spoiled();
    let before = town.files();
    let served = town.serve();
    let host = served.host();
    for (what, method, path, instead, body, status) in REFUSED {
        let right = [("Host", &*host), ("X-Tahqiq-Key", &*served.key), ("Content-Type", "application/json")];
        let given = |name: &str| instead.iter().find(|(n, _)| *n == name).map(|(_, value)| *value);
        let mut headers: Vec<(&str, String)> = right
            .iter()
            .map(|(n, v)| (*n, given(n).unwrap_or(v).replace("{port}", &served.port.to_string())))
            .collect();
        headers.extend(given("Origin").map(|origin| ("Origin", origin.to_owned())));
        let headers: Vec<_> =
            headers.iter().filter(|(_, v)| !v.is_empty()).map(|(n, v)| (*n, &**v)).collect();
        let answer = served.send(method, path, &headers, body);
        assert_eq!(answer.status, *status, "{what}: {}", answer.body);
        assert!(!answer.body.contains("doctype"), "{what}: the page was given");
    }
    let long = json!({"document": "news/a", "kind": "numeral", "text": "5", "start": 0, "says": null,
        "right": "5", "why": "x".repeat(70_000)});
    assert_eq!(served.post("/api/known", &long).status, 413);
    assert_eq!(town.files(), before);
}

#[test]
fn the_page_is_given_to_its_own_address_and_kept_by_nobody() {
    let town = Town::spoiled();
    let before = town.files();
    let served = town.serve();
    let (host, local) = (served.host(), format!("localhost:{}", served.port));
    let origin = format!("http://{host}");
    for headers in
        [vec![("Host", &*host)], vec![("Host", &*local)], vec![("Host", &*host), ("Origin", &*origin)]]
    {
        let answer = served.send("GET", &format!("/?key={}", served.key), &headers, "");
        assert_eq!(answer.status, 200);
        assert!(answer.body.starts_with("<!doctype html>"));
        for header in [
            "content-security-policy: default-src 'none'; script-src 'sha256-",
            "connect-src 'self'",
            "frame-ancestors 'none'",
            "x-content-type-options: nosniff",
            "referrer-policy: no-referrer",
            "cache-control: no-store",
        ] {
            assert!(answer.head.contains(header), "{header} is not in\n{}", answer.head);
        }
        assert!(!answer.body.contains(&served.key), "the page need not hold the key");
    }
    let other = Town::spoiled().serve();
    assert_ne!(other.key, served.key);
    assert_eq!(served.key.len(), 64);
    assert_eq!(town.files(), before);
}

fn change(data: &Value, case: usize, change: usize) -> String {
    data["cases"][case]["changes"][change]["id"].as_str().expect("an id").to_owned()
}

fn accepts_17(town: &Town, name: &str) -> bool {
    town.read(&format!("snapshots/news/{name}.txt.snap")).contains("\"number\":17")
}

fn waits(town: &Town, name: &str) -> bool {
    town.path(&format!("snapshots/news/{name}.txt.snap.new")).exists()
}

#[test]
fn a_change_is_accepted_and_taken_back() {
    let town = Town::spoiled();
    let before = town.files();
    let served = town.serve();
    let id = change(&served.data(), 0, 0);
    let told = served.done("/api/rule", &json!({"ruling": "accept", "document": "news/a", "change": id}));
    assert_eq!(told["documents"][0]["decided"], json!({ id.clone(): "accepted" }));
    assert_eq!((told["undo"].as_u64(), told["reload"].as_bool()), (Some(1), Some(false)));
    assert!(accepts_17(&town, "a") && waits(&town, "a") && !accepts_17(&town, "b"));
    let again = served.post("/api/rule", &json!({"ruling": "reject", "document": "news/a", "change": id}));
    assert_eq!(again.status, 409);
    assert_eq!(served.data()["cases"][0]["decided"][&id], "accepted");

    let told = served.done("/api/undo", &json!({}));
    assert_eq!((told["documents"][0]["decided"].clone(), told["change"].clone()), (json!({}), json!(id)));
    assert_eq!(town.files(), before);
}

#[test]
fn a_document_and_a_cluster_are_decided_at_once_and_taken_back_one_by_one() {
    let town = Town::spoiled();
    let before = town.files();
    let served = town.serve();
    let data = served.data();
    let cluster = data["clusters"][0]["id"].as_str().expect("a cluster");
    let told = served.done("/api/rule", &json!({"ruling": "accept", "cluster": cluster}));
    assert_eq!(told["documents"].as_array().map(Vec::len), Some(2));
    let middle = town.files();
    served.done("/api/rule", &json!({"ruling": "reject", "document": "news/a"}));
    assert!(!waits(&town, "a") && waits(&town, "b"));
    served.done("/api/undo", &json!({}));
    assert_eq!(town.files(), middle);
    served.done("/api/undo", &json!({}));
    assert_eq!(town.files(), before);
    let told = served.done("/api/rule", &json!({"ruling": "accept", "document": "news/b"}));
    assert_eq!(told["documents"][0]["decided"].as_object().map(serde_json::Map::len), Some(2));
    assert!(accepts_17(&town, "b") && !waits(&town, "b"));
    let (said, code) = served.finish();
    assert!(said.contains("2 changes accepted, 0 rejected, 2 left"), "{said}");
    assert_eq!(code, 1);
}

#[test]
fn what_is_wrong_or_missing_is_noted_and_a_document_is_verified() {
    let town = Town::spoiled();
    let served = town.serve();
    let note = |text: &str, start: usize, says: Value, right: Value| {
        json!({"document": "news/a", "kind": "numeral", "text": text, "start": start, "says": says, "right": right,
            "why": "read twice"})
    };
    let at = NEWS.find('3').expect("it stands there");
    assert_eq!(served.post("/api/known", &note("3", at + 1, json!("3"), Value::Null)).status, 409);
    assert_eq!(served.post("/api/known", &note("3", at, Value::Null, Value::Null)).status, 409);
    let told = served.done("/api/known", &note("3", at, json!("3"), json!("4")));
    assert_eq!(told["documents"][0]["known"][0]["right"], "4");
    let sidecar = town.read("corpus/news/a.toml");
    assert!(sidecar.contains("says = \"3\"") && sidecar.contains("read twice"), "{sidecar}");
    served.done("/api/rule", &json!({"ruling": "accept", "document": "news/a"}));
    let told = served.done("/api/verify", &json!({"document": "news/a"}));
    assert_eq!(told["documents"][0]["verified"], true);
    assert!(town.read("corpus/news/a.toml").contains("verified = \""));
    served.done("/api/undo", &json!({}));
    assert!(!town.read("corpus/news/a.toml").contains("verified"));
    served.done("/api/undo", &json!({}));
    served.done("/api/undo", &json!({}));
    assert!(!town.path("corpus/news/a.toml").exists());
}

#[test]
fn a_break_of_what_was_verified_needs_a_reason() {
    let town = Town::spoiled();
    let snapshot = town.read("snapshots/news/a.txt.snap");
    let (_, body) = snapshot[4..].split_once("\n---\n").expect("a header and a body");
    let hash = tahqiq::harness::sha256(body.as_bytes());
    town.write("corpus/news/a.toml", format!("verified = \"{hash}\"\n"));
    let served = town.serve();
    assert_eq!(served.data()["cases"][0]["changes"][0]["effect"], "breaks");
    let refused = served.post("/api/rule", &json!({"ruling": "accept", "document": "news/a"}));
    assert_eq!(refused.status, 409);
    assert!(refused.body.contains("was verified"), "{}", refused.body);
    assert_eq!(town.read("snapshots/news/a.txt.snap"), snapshot);
    served.done(
        "/api/rule",
        &json!({"ruling": "accept", "document": "news/a", "reason": "it was read backwards"}),
    );
    assert!(town.read("corpus/news/a.toml").contains("it was read backwards"));
}

#[test]
fn why_a_rule_fired_is_told_for_its_place() {
    let town = Town::spoiled();
    let served = town.serve();
    let fact = served.data()["cases"][0]["changes"][0]["new"].clone();
    let asked = format!("/api/why?document=news/a&start={}&end={}", fact["start"], fact["end"]);
    let trials = served.get(&asked).json()["trials"].clone();
    assert_eq!(trials[0]["rule"], "numeral/digits");
    assert_eq!((&trials[0]["outcome"], &trials[0]["read"]), (&json!("kept"), &json!("17")));
    assert!(trials.as_array().expect("a list").iter().any(|trial| trial["outcome"] == "left"), "{trials}");
}

#[test]
fn of_rulings_at_once_each_is_whole() {
    let town = Town::spoiled();
    let served = town.serve();
    let id = change(&served.data(), 0, 0);
    let rule = |served: &Served| {
        served.post("/api/rule", &json!({"ruling": "accept", "document": "news/a", "change": id})).status
    };
    let mut statuses: Vec<u16> = std::thread::scope(|scope| {
        let asked: Vec<_> = (0..6).map(|_| scope.spawn(|| rule(&served))).collect();
        asked.into_iter().map(|one| one.join().expect("answered")).collect()
    });
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409, 409, 409, 409, 409]);
    let (said, _) = served.finish();
    assert!(said.contains("1 change accepted, 0 rejected, 3 left"), "{said}");
}

#[test]
fn files_that_changed_since_are_left_alone() {
    let town = Town::spoiled();
    let served = town.serve();
    let waiting = town.read("snapshots/news/a.txt.snap.new").replace("\"number\":3", "\"number\":4");
    town.write("snapshots/news/a.txt.snap.new", waiting);
    let before = town.files();
    let answer = served.post("/api/rule", &json!({"ruling": "accept", "document": "news/a"}));
    assert_eq!(answer.status, 409);
    assert!(answer.body.contains("it has changed since it was shown"), "{}", answer.body);
    assert_eq!(town.files(), before);
}

#[test]
fn what_waits_otherwise_since_is_read_anew() {
    let town = Town::spoiled();
    let served = town.serve();
    let gone = change(&served.data(), 0, 1);
    served.done(
        "/api/rule",
        &json!({"ruling": "accept", "document": "news/a", "change": change(&served.data(), 0, 0)}),
    );
    let waiting = "snapshots/news/a.txt.snap.new";
    let kept: Vec<_> = town
        .read(waiting)
        .lines()
        .filter(|line| !line.contains("\"text\":\"5\""))
        .map(str::to_owned)
        .collect();
    town.write(waiting, (kept.join("\n") + "\n").replace("\"number\":3", "\"number\":4"));
    let known = json!({"document": "news/a", "kind": "numeral", "text": "17", "start": NEWS.find("17"),
        "says": "17", "right": "18", "why": ""});
    assert_eq!(served.done("/api/known", &known)["reload"], true);
    let case = served.data()["cases"][0].clone();
    assert_eq!(case["changes"].as_array().map(Vec::len), Some(1), "{}", case["changes"]);
    assert_ne!(case["changes"][0]["id"], json!(gone));
    let asked = json!({"ruling": "accept", "document": "news/a", "change": gone});
    assert_eq!(served.post("/api/rule", &asked).status, 409);
    let told = served.done("/api/rule", &json!({"ruling": "accept", "document": "news/a"}));
    assert_eq!((told["reload"].as_bool(), told["undo"].as_u64()), (Some(false), Some(3)));
    assert!(town.read("snapshots/news/a.txt.snap").contains("\"number\":4"));
    let (said, _) = served.finish();
    assert!(said.contains("2 changes accepted, 0 rejected, 2 left"), "{said}");
}

#[test]
fn nothing_that_waits_is_said_and_no_page_is_served() {
    let town = Town::accepted(&[("corpus/news/a.txt", "17\n")]);
    town.run(&["review", "--web", "--no-open"]).exits(0).says("nothing waits for a decision");
}

#[test]
fn a_port_that_is_taken_is_said_in_a_line() {
    let town = Town::spoiled();
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let said = town.run(&["review", "--web", "--no-open", "--port", &port]);
    said.exits(2).complains("cannot be served");
}
