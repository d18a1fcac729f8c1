//! The canonical text of a record: what a snapshot holds below its header.
//!
//! A line of JSON for what the facts depend on, then a line for each fact. Neither the document's name nor its hash
//! stands in it: a document that is renamed keeps its snapshot, and one whose facts stay the same keeps its text.

use std::borrow::Cow;

use super::json::{Pointing, write_item};
use super::literal::write_string;
use super::parse::{self, Pairs, Parsed};
use super::record::{Basis, Published, Record};
use crate::error::{Error, Result, Trouble};
use crate::span::Span;

impl<'a> Record<'a> {
    /// The canonical text.
    ///
    /// # Panics
    /// Never: what is written is made of strings.
    pub fn to_body(&self) -> String {
        let mut out = Vec::with_capacity(256 + 256 * self.facts.len());
        self.write_body(&mut out);
        String::from_utf8(out).expect("what is written is made of strings")
    }

    /// Writes the canonical text: every line ends in a line feed.
    pub fn write_body(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"{\"encoding\":");
        write_string(out, &self.encoding);
        out.push(b',');
        self.write_context(out);
        out.extend_from_slice(b"}\n");
        for item in &self.facts {
            write_item(out, item, Pointing::Name);
            out.push(b'\n');
        }
    }

    /// The record of the document `id`, read back from its canonical text.
    ///
    /// # Errors
    /// The first line that is not as it is written.
    ///
    /// ```
    /// use tahqiq::snapshot::Record;
    ///
    /// let body = concat!(
    ///     r#"{"encoding":"utf-8","headline":null,"published":null,"reference":null}"#, "\n",
    ///     r#"{"kind":"numeral","start":9,"end":11,"rule":"numeral/digits","number":17,"text":"17"}"#, "\n",
    /// );
    /// let record = Record::from_body("news/a", body).unwrap();
    /// assert_eq!(record.facts[0].kind, "numeral");
    /// assert_eq!(record.to_body(), body);
    /// assert!(Record::from_body("news/a", "<<<<<<< ours").is_err());
    /// ```
    pub fn from_body(id: impl Into<Cow<'a, str>>, body: &'a str) -> Result<Self> {
        let mut lines = body.lines().zip(1_usize..);
        let at = |(line, number): (&str, usize), why: String| {
            let advice = "delete the file and run `tahqiq check`, or take it back from version control";
            if conflict(line) {
                return conflicted(number);
            }
            Error::new(Trouble::Snapshot, format!("line {number} below the header {why}")).advise(advice)
        };
        let first = lines.next().unwrap_or(("", 1));
        let mut record = document(first.0).map_err(|why| at(first, why))?;
        record.id = id.into();
        for line in lines {
            record.facts.push(parse::item(line.0).map_err(|why| at(line, why))?);
        }
        Ok(record)
    }
}

/// Whether a line is what a merge leaves behind.
pub(super) fn conflict(line: &str) -> bool {
    ["<<<<<<<", "=======", ">>>>>>>", "|||||||"].iter().any(|mark| line.starts_with(mark))
}

fn conflicted(number: usize) -> Error {
    Error::new(Trouble::Snapshot, format!("line {number} below the header is a merge marker"))
        .advise("take either side, then run `tahqiq check`")
}

fn document(line: &str) -> Parsed<Record<'_>> {
    let mut pairs = Pairs::read(line)?;
    let encoding = pairs.string("encoding")?;
    let headline = pairs.take("headline").filter(is_there).map(quotation).transpose()?;
    let published = pairs.take("published").filter(is_there).map(published).transpose()?;
    let reference = pairs.take("reference").filter(is_there).map(reference).transpose()?;
    if let Some((key, _)) = pairs.0.first() {
        return Err(format!("has the unknown key `{key}`"));
    }
    let (id, facts) = (Cow::Borrowed(""), Vec::new());
    Ok(Record { id, encoding, bytes: None, sha256: None, headline, published, reference, facts })
}

pub(super) fn is_there(json: &&str) -> bool {
    *json != "null"
}

pub(super) fn quotation(json: &str) -> Parsed<(Span, Cow<'_, str>)> {
    let mut pairs = Pairs::read(json)?;
    Ok((pairs.span()?, pairs.string("text")?))
}

pub(super) fn published(json: &str) -> Parsed<Published<'_>> {
    let mut pairs = Pairs::read(json)?;
    let value = pairs.string("value")?;
    let stated = pairs.0.iter().any(|(key, value)| key == "start" && value.get() != "null");
    let quotation = if stated { Some((pairs.span()?, pairs.string("text")?)) } else { None };
    Ok(Published { value, quotation })
}

pub(super) fn reference(json: &str) -> Parsed<Basis<'_>> {
    let mut pairs = Pairs::read(json)?;
    let (date, basis) = (pairs.string("date")?, pairs.string("basis")?);
    let clues = pairs.take("clues").filter(is_there).map(clues).transpose()?;
    Ok(Basis { date, basis, clues: clues.unwrap_or_default() })
}

fn clues(json: &str) -> Parsed<Vec<(Span, Cow<'_, str>)>> {
    let clues: Vec<&serde_json::value::RawValue> =
        serde_json::from_str(json).map_err(|_| "has `clues` that are not a list")?;
    clues.into_iter().map(|clue| quotation(clue.get())).collect()
}
