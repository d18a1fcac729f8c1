//! What was read, straight as a line of JSON: for streams, which make no use of a record besides.

use super::json::write_span;
use super::kind::{self, Name, Scalar, Sink};
use super::literal::{write_integer, write_part, write_plain, write_short, write_string};
use super::record::{Record, UNORDERED, holds};
use crate::error::{Error, Result, Trouble};
use crate::extract::{Reading, facts_at};
use crate::fact::{Fact, Kind, Link};
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
    let mut line = Line { text: &document.text, facts: &facts, out, kind: None, broken: None };
    for fact in &facts {
        line.fact(fact);
    }
    let broken = line.broken;
    out.extend_from_slice(b"]}");
    broken.map_or(Ok(()), |(kind, span)| holds(&document.text, span, "", kind.map_or("", Kind::name)))
}

/// How facts of a kind begin, up to the number where they start, and behind it what is none of that: to write as much as
/// there is, the processor would have to guess how much that is.
#[derive(Clone, Copy)]
struct Head {
    bytes: [u8; 32],
    len: usize,
}

/// The heads of all kinds, in their order.
const HEADS: [Head; Kind::ALL.len()] = {
    let (mut heads, mut at) = ([Head { bytes: [0; 32], len: 0 }; Kind::ALL.len()], 0);
    while at < heads.len() {
        assert!(Kind::ALL[at] as usize == at, "kinds are listed in their order");
        heads[at] = heads[at].with("{\"kind\":\"").with(Kind::ALL[at].name()).with("\",\"start\":");
        at += 1;
    }
    heads
};

impl Head {
    /// With that behind it.
    const fn with(mut self, more: &str) -> Self {
        let mut at = 0;
        while at < more.len() {
            self.bytes[self.len] = more.as_bytes()[at];
            (self.len, at) = (self.len + 1, at + 1);
        }
        self
    }
}

/// A line of output, as facts are put into it.
struct Line<'r> {
    text: &'r str,
    facts: &'r [Fact],
    out: &'r mut Vec<u8>,
    /// The kind of the fact that is written; of none before the first.
    kind: Option<Kind>,
    /// The first span that quotes nothing, and the kind of its fact.
    broken: Option<(Option<Kind>, Span)>,
}

impl Line<'_> {
    fn fact(&mut self, fact: &Fact) {
        if self.kind.is_some() {
            self.out.push(b',');
        }
        let Head { bytes, len } = &HEADS[fact.kind() as usize];
        self.kind = Some(fact.kind());
        let end = self.out.len() + len;
        self.out.extend_from_slice(bytes);
        self.out.truncate(end);
        write_short(self.out, u64::from(fact.span.start));
        self.out.extend_from_slice(b",\"end\":");
        write_short(self.out, u64::from(fact.span.end));
        self.out.extend_from_slice(b",\"rule\":\"");
        self.out.extend_from_slice(fact.rule.as_bytes());
        self.out.push(b'"');
        kind::put(&fact.detail, self);
        self.out.extend_from_slice(b",\"text\":");
        self.quote(fact.span);
        self.out.push(b'}');
    }

    fn quote(&mut self, span: Span) {
        if self.stands(span) {
            write_part(self.out, self.text, span.range());
        } else {
            write_string(self.out, "");
        }
    }

    /// Whether anything stands at the span, which is kept in mind where nothing does.
    fn stands(&mut self, span: Span) -> bool {
        let stands = self.text.get(span.range()).is_some_and(|quotation| !quotation.is_empty());
        if !stands {
            self.broken.get_or_insert((self.kind, span));
        }
        stands
    }

    fn index_of(&self, to: Link) -> Option<usize> {
        facts_at(self.facts, to.span).find(|(_, fact)| fact.kind() == to.kind).map(|(index, _)| index)
    }

    #[inline]
    fn name(&mut self, name: Name) {
        self.out.extend_from_slice(name.json.as_bytes());
    }

    #[expect(clippy::inline_always, reason = "what kind of value it is stands in the code too")]
    #[inline(always)]
    fn scalar(&mut self, value: Scalar<'_>) {
        match value {
            Scalar::Null => self.out.extend_from_slice(b"null"),
            Scalar::Bool(true) => self.out.extend_from_slice(b"true"),
            Scalar::Bool(false) => self.out.extend_from_slice(b"false"),
            Scalar::Integer(number) => write_integer(self.out, number),
            Scalar::Decimal(digits) => self.out.extend_from_slice(digits.as_bytes()),
            Scalar::Name(name) => write_plain(self.out, name),
            Scalar::Id(id) => write_string(self.out, id),
            Scalar::Text(text) => write_string(self.out, &text),
            Scalar::Moment(moment) => moment.write_iso(|iso| write_plain(self.out, iso)),
            Scalar::Reference(to) => match self.index_of(to) {
                Some(index) => write_short(self.out, index as u64),
                None => self.out.extend_from_slice(b"null"),
            },
        }
    }
}

impl Sink for Line<'_> {
    #[expect(clippy::inline_always, reason = "names stand in the code: each is written in a move or two")]
    #[inline(always)]
    fn put(&mut self, name: Name, value: Scalar<'_>) {
        if matches!(value, Scalar::Null) {
            return self.out.extend_from_slice(name.null.as_bytes());
        }
        self.name(name);
        self.scalar(value);
    }

    fn put_extent<'f>(
        &mut self,
        name: Name,
        span: Span,
        quotes: bool,
        more: impl IntoIterator<Item = (Name, Scalar<'f>)>,
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
        } else {
            self.stands(span);
        }
        self.out.push(b'}');
    }

    fn put_list<'f>(&mut self, name: Name, values: impl Iterator<Item = Scalar<'f>>) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::{Detail, Entity, EntityKind, Named, Source, Stance};

    fn entity(span: Span) -> Fact {
        let entity = Entity { id: "org:sdf".into(), kind: EntityKind::Actor, place: None };
        Fact { span, rule: "entity/listed", detail: Detail::Entity(entity) }
    }

    fn source(content: Span) -> Fact {
        let named = Named { span: Span::new(0, 4), entity: None };
        let source = Source {
            source: Some(named),
            cue: Span::new(0, 4),
            content: Some(content),
            within: None,
            stance: Stance::Neutral,
            quoted: false,
        };
        Fact { span: Span::new(0, 4), rule: "source/verb", detail: Detail::Source(Box::new(source)) }
    }

    fn written(facts: Vec<Fact>) -> std::result::Result<String, String> {
        let document = Document::new("d", "قسد قالت").expect("it is short");
        let mut out = Vec::new();
        let reading = Reading { facts, ..Reading::default() };
        write_reading(&document, reading, &mut out).map_err(|error| error.to_string())?;
        Ok(String::from_utf8(out).expect("it is JSON"))
    }

    #[test]
    fn a_fact_that_quotes_nothing_is_an_error() {
        assert!(written(vec![entity(Span::new(0, 6)), entity(Span::new(7, 15))]).is_ok());
        for (facts, said) in [
            (vec![entity(Span::new(0, 3))], "cuts a character"),
            (vec![entity(Span::new(4, 4))], "is empty"),
            (vec![entity(Span::new(7, 99))], "ends after the document"),
            (vec![entity(Span::new(7, 15)), entity(Span::new(0, 6))], "not in order"),
            (vec![source(Span::new(7, 98))], "ends after the document"),
        ] {
            let error = written(facts).expect_err(said);
            assert!(error.contains(said), "{error}");
        }
    }
}
