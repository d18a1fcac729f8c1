//! As much YAML as the header of a `.snap` file has: strings, written as insta writes them.

use std::fmt::Write as _;

/// Characters that a plain string may not start with.
const NOT_FIRST: &[char] = &['&', '*', '?', '|', '-', '<', '>', '=', '!', '%', '@', '.', ' '];
/// Characters that a plain string may not hold.
const NOT_INSIDE: &[char] = &[':', '{', '}', '[', ']', ',', '#', '`', '"', '\'', '\\'];
/// Words that would be read as something else than a string.
const NOT_STRINGS: &[&str] = &["yes", "no", "true", "false", "on", "off", "null"];

/// The string as a YAML scalar, in quotes only where insta puts it in quotes.
pub(super) fn scalar(text: &str) -> String {
    if needs_quotes(text) { quoted(text) } else { text.to_owned() }
}

/// The string that a scalar stands for, or `None` where it is none.
pub(super) fn string(scalar: &str) -> Option<String> {
    let scalar = scalar.trim();
    match scalar.as_bytes().first() {
        Some(b'"') => serde_json::from_str(scalar).ok(),
        Some(b'\'') => Some(scalar.strip_prefix('\'')?.strip_suffix('\'')?.replace("''", "'")),
        Some(b'[' | b'{' | b'&' | b'*' | b'|' | b'>' | b'%' | b'@') => None,
        _ => Some(scalar.to_owned()),
    }
}

fn needs_quotes(text: &str) -> bool {
    let control =
        |c: char| matches!(c, '\0'..='\x06' | '\t' | '\n' | '\r' | '\x0e'..='\x1a' | '\x1c'..='\x1f');
    text.is_empty()
        || text.starts_with(NOT_FIRST)
        || text.ends_with(' ')
        || text.contains(|c| NOT_INSIDE.contains(&c) || control(c))
        || text == "~"
        || NOT_STRINGS.iter().any(|word| in_a_usual_case(text, word))
        || text.starts_with("0x")
        || text.parse::<i64>().is_ok()
        || text.parse::<f64>().is_ok()
}

/// `no`, `No` or `NO`.
fn in_a_usual_case(text: &str, word: &str) -> bool {
    let upper = word.to_uppercase();
    text == word || text == upper || text.get(1..) == Some(&word[1..]) && text.get(..1) == Some(&upper[..1])
}

fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\x08' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\x0c' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            '\0'..='\x1f' | '\x7f' => {
                let _ = write!(out, "\\u{:04x}", c as u32);
            }
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}
