//! The engine of these tests: finds figures, and does besides what a document tells it to.

use std::io::{BufRead, Write};
use std::process::exit;
use std::thread::sleep;
use std::time::Duration;

use serde_json::{Value, json};

/// Runs as an engine; `manner` is how it does so.
pub fn run(manner: &str) {
    match manner {
        "dies" => {
            eprintln!("no model at hand");
            exit(3);
        }
        "greets" => println!("{}", json!({"engine": {"name": "finder", "version": "2.1"}})),
        "writes" => loop {
            println!("{}", "x".repeat(1000));
        },
        "deaf" => sleep(Duration::from_mins(10)),
        _ => {}
    }
    let mut out = std::io::stdout().lock();
    for line in std::io::stdin().lock().lines() {
        let line = line.expect("a line can be read");
        let asked: Value = serde_json::from_str(&line).expect("a document is JSON");
        let (id, text) = (&asked["id"], asked["text"].as_str().expect("it has a text"));
        let mut answer = json!({"id": id, "facts": figures(text, manner)});
        if manner == "slow" {
            // The first documents take longest, so that processes overtake one another.
            sleep(Duration::from_millis(40_u64.saturating_sub(text.len() as u64 % 40)));
        }
        if let Some((_, order)) = text.split_once("do: ") {
            act(order.trim(), &mut answer);
        }
        writeln!(out, "{answer}").and_then(|()| out.flush()).expect("it can be written");
    }
}

/// Every run of digits, the last first.
fn figures(text: &str, manner: &str) -> Vec<Value> {
    let count = |at: usize| match manner {
        "chars" => text[..at].chars().count(),
        "utf16" => text[..at].encode_utf16().count(),
        _ => at,
    };
    let mut facts = Vec::new();
    for (start, digits) in text.match_indices(|c: char| c.is_ascii_digit()) {
        let mut fact = json!({"kind": "figure", "start": count(start), "end": count(start + 1)});
        fact["zeal"] = json!({"deep": [1.50, true, null], "a": "نص"});
        fact["digit"] = json!(digits);
        fact["about"] = json!({"kind": "figure", "start": count(start), "end": count(start + 1)});
        if manner == "chars" || manner == "utf16" {
            fact["text"] = json!(digits);
        }
        facts.insert(0, fact);
    }
    facts
}

/// Does what a document tells it to.
fn act(order: &str, answer: &mut Value) {
    let (order, more) = order.split_once(' ').unwrap_or((order, ""));
    match order {
        "crash" => {
            eprintln!("first\n\nTraceback\n  in extract\nValueError: {more}");
            exit(1);
        }
        "half" => {
            print!("{{\"id\":\"half\",");
            exit(0);
        }
        "abort" => std::process::abort(),
        "hang" => {
            eprintln!("thinking");
            sleep(Duration::from_mins(10));
        }
        "chatter" => println!("loading the model"),
        "invent" => answer["id"] = json!("someone"),
        "refuse" => *answer = json!({"id": answer["id"], "error": "too long for me"}),
        "forget" => *answer = json!({"id": answer["id"]}),
        "flood" => {
            let line = "e".repeat(99);
            (0..10_486).for_each(|_| eprintln!("{line}"));
        }
        "span" => {
            let facts = answer["facts"].as_array_mut().expect("a list");
            facts.push(serde_json::from_str(more).expect("a fact"));
        }
        "key" => answer["topics"] = json!(["sport"]),
        _ => panic!("no order is named {order}"),
    }
}
