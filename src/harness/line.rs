//! A line of a `.jsonl` corpus: a document with its name.

use std::borrow::Cow;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use crate::error::{Error, Result, Trouble};
use crate::extract::Anchor;

/// A document on a line: `{"id","text","published"?,"outlet"?}`; other keys are left unread.
#[derive(Debug, Deserialize)]
pub(super) struct Line<'a> {
    #[serde(borrow)]
    pub(super) id: Cow<'a, str>,
    #[serde(borrow, deserialize_with = "text")]
    pub(super) text: Cow<'a, str>,
    #[serde(default)]
    published: Option<String>,
    #[serde(default, deserialize_with = "text_or_nothing")]
    pub(super) outlet: Option<String>,
}

/// The name alone, for a look at a line whose text is not wanted or not readable.
#[derive(Deserialize)]
pub(super) struct Name<'a> {
    #[serde(borrow)]
    pub(super) id: Cow<'a, str>,
}

impl<'a> Line<'a> {
    pub(super) fn parse(line: &'a [u8]) -> Result<Self> {
        parse(line)
    }

    pub(super) fn published(&self) -> Result<Option<Anchor>> {
        let wrong = |error: Error| Error::new(Trouble::Usage, format!("`published`: {error}"));
        self.published.as_deref().map(Anchor::parse).transpose().map_err(wrong)
    }
}

impl<'a> Name<'a> {
    pub(super) fn parse(line: &'a [u8]) -> Result<Self> {
        parse(line)
    }
}

fn parse<'a, T: Deserialize<'a>>(line: &'a [u8]) -> Result<T> {
    let parsed = match simdutf8::basic::from_utf8(line) {
        Ok(text) => serde_json::from_str(text),
        // The slower way names the place.
        Err(_) => serde_json::from_slice(line),
    };
    parsed.map_err(|error| {
        let said = error.to_string();
        let what = said.split(" at line ").next().unwrap_or_default();
        Error::new(Trouble::Usage, format!("not a document: {what} (column {})", error.column()))
            .advise(r#"a line is {"id":"…","text":"…"}, with "published":"2022-01-24" where it is known"#)
    })
}

/// The text of a document: a long string, with an escape at each line end as a rule, and hardly ever another. Put
/// together in one room of the right size.
fn text<'de, D: Deserializer<'de>>(input: D) -> std::result::Result<Cow<'de, str>, D::Error> {
    let raw = <&RawValue>::deserialize(input)?.get();
    let inside = raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    match inside.and_then(plainly) {
        Some(text) => Ok(text),
        None => serde_json::from_str(raw).map(Cow::Owned).map_err(D::Error::custom),
    }
}

/// What is written between the quotation marks of a JSON string, if all that is escaped in it takes one sign.
fn plainly(inside: &str) -> Option<Cow<'_, str>> {
    let mut escapes = memchr::memchr_iter(b'\\', inside.as_bytes()).peekable();
    if escapes.peek().is_none() {
        return Some(Cow::Borrowed(inside));
    }
    let (mut text, mut read) = (String::with_capacity(inside.len()), 0);
    for at in escapes {
        if at < read {
            // The second of two is no escape.
            continue;
        }
        text.push_str(&inside[read..at]);
        text.push(match inside.as_bytes().get(at + 1)? {
            b'n' => '\n',
            b't' => '\t',
            b'r' => '\r',
            sign @ (b'"' | b'\\' | b'/') => char::from(*sign),
            _ => return None,
        });
        read = at + 2;
    }
    text.push_str(&inside[read..]);
    Some(Cow::Owned(text))
}

/// A string; anything else under that name is somebody's own and is left unread.
fn text_or_nothing<'de, D: Deserializer<'de>>(input: D) -> std::result::Result<Option<String>, D::Error> {
    Ok(match serde_json::Value::deserialize(input)? {
        serde_json::Value::String(text) => Some(text),
        _ => None,
    })
}

/// Whether a line holds nothing.
pub(super) fn is_blank(line: &[u8]) -> bool {
    line.iter().all(u8::is_ascii_whitespace)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// A text is read as any reader of JSON reads it, whatever is escaped in it and however.
        #[test]
        fn texts_are_read_as_json(parts in prop::collection::vec(prop_oneof![
            "[اب \u{64B}\u{1F600}x]{0,4}",
            Just("\\n".to_owned()), Just("\\\"".to_owned()), Just("\\\\".to_owned()), Just("\\/".to_owned()),
            Just("\\t".to_owned()), Just("\\r".to_owned()), Just("\\b".to_owned()), Just("\\u0627".to_owned()),
            Just("\\ud83d\\ude00".to_owned()), Just("\\ud83d".to_owned()), Just("\\x".to_owned()),
        ], 0..8)) {
            let line = format!(r#"{{"id":"a","text":"{}"}}"#, parts.concat());
            let expected = serde_json::from_str::<serde_json::Value>(&line).ok().map(|value| value["text"].clone());
            let read = Line::parse(line.as_bytes()).ok().map(|line| serde_json::Value::from(line.text));
            prop_assert_eq!(read, expected);
        }
    }
}
