//! The engine of these tests: finds figures, and does besides what a document tells it to.

use std::io::{BufRead, Write};
use std::process::exit;
use std::thread::sleep;
use std::time::Duration;

use serde_json::{Value, json};

/// Runs as an engine; `manner` is how it does so.
pub(crate) fn run(manner: &str) {
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
        let text = asked["text"].as_str().expect("it has a text");
        if manner == "slow" {
            // Documents take their time each in their own way, so that processes overtake one another.
            sleep(Duration::from_millis(3 - text.len() as u64 % 3));
        }
        let facts = figures(text, manner);
        let id = asked["id"].to_string();
        let answer = match text.split_once("do: ") {
            Some((_, order)) => act(order.trim(), &id, facts),
            None => answer(&id, &facts),
        };
        writeln!(out, "{answer}").and_then(|()| out.flush()).expect("it can be written");
    }
}

fn answer(id: &str, facts: &[String]) -> String {
    format!(r#"{{"id":{id},"facts":[{}]}}"#, facts.join(","))
}

/// Every digit, the last first; written by hand, since the order of the keys is to be kept.
fn figures(text: &str, manner: &str) -> Vec<String> {
    let count = |at: usize| match manner {
        "chars" => text[..at].chars().count(),
        "utf16" => text[..at].encode_utf16().count(),
        _ => at,
    };
    let quotes = manner == "chars" || manner == "utf16";
    let figure = |(start, digit): (usize, &str)| {
        let place = format!(r#""start":{},"end":{}"#, count(start), count(start + 1));
        let quotation = if quotes { format!(r#","text":"{digit}""#) } else { String::new() };
        let own = format!(r#""zeal":{{"deep":[1.50,true,null],"a":"نص"}},"digit":"{digit}""#);
        format!(r#"{{"kind":"figure",{own},"about":{{"kind":"figure",{place}}},{place}{quotation}}}"#)
    };
    let mut facts: Vec<_> = text.match_indices(|c: char| c.is_ascii_digit()).map(figure).collect();
    facts.reverse();
    facts
}

/// Does what a document tells it to.
fn act(order: &str, id: &str, mut facts: Vec<String>) -> String {
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
            // A pulse by which the test sees whether it lives.
            let mut pulse = std::fs::File::create("pulse").expect("a file can be made");
            for _ in 0..60_000 {
                pulse.write_all(b".").expect("a file can be written");
                sleep(Duration::from_millis(10));
            }
        }
        "chatter" => println!("loading the model"),
        "invent" => return answer("\"someone\"", &facts),
        "refuse" => return format!(r#"{{"id":{id},"error":"too long for me"}}"#),
        "forget" => return format!(r#"{{"id":{id}}}"#),
        "key" => return format!(r#"{{"id":{id},"facts":[],"topics":["sport"]}}"#),
        "flood" => {
            let line = "e".repeat(99);
            (0..10_486).for_each(|_| eprintln!("{line}"));
        }
        "span" => facts = vec![more.to_owned()],
        _ => panic!("no order is named {order}"),
    }
    answer(id, &facts)
}
