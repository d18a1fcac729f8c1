//! A line of a `.jsonl` corpus: a document with its name.

use std::borrow::Cow;

use serde::Deserialize;

use crate::error::{Error, Result, Trouble};
use crate::extract::Anchor;

/// A document on a line: `{"id","text","published"?,"outlet"?}`; other keys are left unread.
#[derive(Debug, Deserialize)]
pub(super) struct Line<'a> {
    #[serde(borrow)]
    pub(super) id: Cow<'a, str>,
    #[serde(borrow)]
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

/// A string; anything else under that name is somebody's own and is left unread.
fn text_or_nothing<'de, D: serde::Deserializer<'de>>(
    input: D,
) -> std::result::Result<Option<String>, D::Error> {
    Ok(match serde_json::Value::deserialize(input)? {
        serde_json::Value::String(text) => Some(text),
        _ => None,
    })
}

/// Whether a line holds nothing.
pub(super) fn is_blank(line: &[u8]) -> bool {
    line.iter().all(u8::is_ascii_whitespace)
}
