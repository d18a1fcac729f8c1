//! What was read, straight as a line of JSON: for streams, which make no use of a record besides.

use super::json::{write_integer, write_short, write_span, write_string};
use super::kind::{self, Scalar, Sink};
use super::record::{Record, UNORDERED, holds};
use crate::error::{Error, Result, Trouble};
use crate::extract::Reading;
use crate::fact::{Fact, Link};
use crate::span::Span;
use crate::text::Document;

/// Writes what was read in `document` as [`Record::write_json`] would write its record, without making one.
///
/// # Errors
/// The first promise of [`Record::verify`] that a fact breaks.
pub fn write_reading(document: &Document<'_>, mut reading: Reading, out: &mut Vec<u8>) -> Result<()> {
    let facts = std::mem::take(&mut reading.facts);
    let order = |fact: &Fact| (fact.span.start, std::cmp::Reverse(fact.span.end));
    if !facts.is_sorted_by_key(order) {
        return Err(Error::new(Trouble::Invariant, UNORDERED));
    }
    let record = Record::of(document, reading);
    record.verify(&document.text)?;
    record.write_document(out);
    out.extend_from_slice(b",\"facts\":[");
    let mut line = Line { text: &document.text, facts: &facts, out, first: true, broken: None };
    for fact in &facts {
        line.fact(fact);
    }
    let broken = line.broken;
    out.extend_from_slice(b"]}");
    broken.map_or(Ok(()), |span| holds(&document.text, span, "", "document"))
}

/// A line of output, as facts are put into it.
struct Line<'r> {
    text: &'r str,
    facts: &'r [Fact],
    out: &'r mut Vec<u8>,
    first: bool,
    /// The first span that quotes nothing.
    broken: Option<Span>,
}

impl Line<'_> {
    fn fact(&mut self, fact: &Fact) {
        self.out.extend_from_slice(if self.first { b"{\"kind\":\"" } else { b",{\"kind\":\"" });
        self.first = false;
        self.out.extend_from_slice(fact.kind().name().as_bytes());
        self.out.extend_from_slice(b"\",");
        write_span(self.out, fact.span);
        self.out.extend_from_slice(b",\"rule\":\"");
        self.out.extend_from_slice(fact.rule.as_bytes());
        self.out.push(b'"');
        kind::put(&fact.detail, self);
        self.out.extend_from_slice(b",\"text\":");
        self.quote(fact.span);
        self.out.push(b'}');
    }

    fn quote(&mut self, span: Span) {
        let quotation = self.text.get(span.range()).unwrap_or_default();
        if quotation.is_empty() {
            self.broken.get_or_insert(span);
        }
        write_string(self.out, quotation);
    }

    fn name(&mut self, name: &str) {
        self.out.extend_from_slice(b",\"");
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(b"\":");
    }

    fn scalar(&mut self, value: Scalar<'_>) {
        match value {
            Scalar::Null => self.out.extend_from_slice(b"null"),
            Scalar::Bool(true) => self.out.extend_from_slice(b"true"),
            Scalar::Bool(false) => self.out.extend_from_slice(b"false"),
            Scalar::Integer(number) => write_integer(self.out, number),
            Scalar::Decimal(digits) => self.out.extend_from_slice(digits.as_bytes()),
            Scalar::Name(name) => write_string(self.out, name),
            Scalar::Id(id) => write_string(self.out, id),
            Scalar::Text(text) => write_string(self.out, &text),
            Scalar::Reference(to) => match index_of(self.facts, to) {
                Some(index) => write_short(self.out, index as u64),
                None => self.out.extend_from_slice(b"null"),
            },
        }
    }
}

impl Sink for Line<'_> {
    fn put(&mut self, name: &'static str, value: Scalar<'_>) {
        self.name(name);
        self.scalar(value);
    }

    fn put_extent<'f>(
        &mut self,
        name: &'static str,
        span: Span,
        quotes: bool,
        more: impl IntoIterator<Item = (&'static str, Scalar<'f>)>,
    ) {
        self.name(name);
        self.out.push(b'{');
        write_span(self.out, span);
        for (name, value) in more {
            self.put(name, value);
        }
        if quotes {
            self.out.extend_from_slice(b",\"text\":");
            self.quote(span);
        }
        self.out.push(b'}');
    }

    fn put_list<'f>(&mut self, name: &'static str, values: impl Iterator<Item = Scalar<'f>>) {
        self.name(name);
        self.out.push(b'[');
        for (index, value) in values.enumerate() {
            if index > 0 {
                self.out.push(b',');
            }
            self.scalar(value);
        }
        self.out.push(b']');
    }
}

/// Index of the fact that is pointed to. Logarithmic.
fn index_of(facts: &[Fact], to: Link) -> Option<usize> {
    let key = |span: Span| (span.start, std::cmp::Reverse(span.end));
    let first = facts.partition_point(|fact| key(fact.span) < key(to.span));
    let same = facts[first..].iter().take_while(|fact| fact.span == to.span);
    same.zip(first..).find(|(fact, _)| fact.kind() == to.kind).map(|(_, index)| index)
}
