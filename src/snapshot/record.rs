//! A document's facts as they are written down.

use std::borrow::Cow;

use super::field::{Field, Fields, own_fields, owned};
use super::kind;
use crate::error::{Error, Result, Trouble};
use crate::extract::Reading;
use crate::fact::Fact;
use crate::span::Span;
use crate::text::Document;

/// Version of the output contract.
pub const SCHEMA: u32 = 1;

/// The one serialised shape of a document and its facts.
///
/// ```
/// use tahqiq::{extract, lexicon::Lexicon, snapshot::Record, text::Document};
///
/// let document = Document::new("example", "أصيب 17 شخصاً").unwrap();
/// let reading = extract::read(&document, &Lexicon::builtin(), extract::Context::default());
/// let record = Record::of(&document, reading);
/// assert!(record.to_json().contains(r#""kind":"numeral","start":9,"end":11"#));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record<'a> {
    /// Path under the corpus without its extension, or the name as given.
    pub id: Cow<'a, str>,
    /// How the bytes were read.
    pub encoding: Cow<'a, str>,
    /// Length of the file, where it is known.
    pub bytes: Option<usize>,
    /// SHA-256 of the file in hexadecimal, where it was computed.
    pub sha256: Option<String>,
    /// The headline and its quotation.
    pub headline: Option<(Span, Cow<'a, str>)>,
    /// When the document was published.
    pub published: Option<Published<'a>>,
    /// The day that relative times were resolved against.
    pub reference: Option<Basis<'a>>,
    /// The facts, by start, then longest first, then kind.
    pub facts: Vec<Item<'a>>,
}

/// When a document was published, as its text or its sidecar states it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published<'a> {
    /// The date, with clock time and offset where stated.
    pub value: Cow<'a, str>,
    /// The quotation; none where the sidecar says it.
    pub quotation: Option<(Span, Cow<'a, str>)>,
}

/// A document's reference date and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis<'a> {
    /// The day.
    pub date: Cow<'a, str>,
    /// `given`, `sidecar`, `published` or `inferred`.
    pub basis: Cow<'a, str>,
    /// Where it was inferred, the places in the text that told it, in order.
    pub clues: Vec<(Span, Cow<'a, str>)>,
}

/// A fact as it is written down; built-in kinds, those of other engines and those read back from a snapshot alike.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Item<'a> {
    /// `numeral`, `time`, or a name of another engine's own.
    pub kind: Cow<'a, str>,
    /// Where it stands.
    pub span: Span,
    /// The quotation.
    pub text: Cow<'a, str>,
    /// The rule that found it.
    pub rule: Cow<'a, str>,
    /// What it says, in the order in which it is written.
    pub fields: Fields<'a>,
}

impl<'a> Record<'a> {
    /// What was read in `document`, in the shape in which it is written down.
    pub fn of(document: &'a Document<'_>, reading: Reading) -> Self {
        let quote = |span: Span| (span, Cow::Borrowed(&document.text[span.range()]));
        Self {
            id: Cow::Borrowed(&document.id),
            encoding: document.encoding.name().into(),
            bytes: Some(document.bytes),
            sha256: None,
            headline: reading.headline.map(quote),
            published: reading.published.map(|(anchor, span)| Published {
                value: anchor.to_string().into(),
                quotation: span.map(quote),
            }),
            reference: reading.reference.map(|(anchor, basis)| Basis {
                date: anchor.moment.day.to_string().into(),
                basis: basis.name().into(),
                clues: reading.clues.into_iter().map(quote).collect(),
            }),
            facts: reading.facts.iter().map(|fact| Item::of(&document.text, fact)).collect(),
        }
    }

    /// Leaves out the facts of the kinds that `keep` refuses; references to them become null.
    pub fn retain_kinds(&mut self, keep: impl Fn(&str) -> bool) {
        self.facts.retain(|item| keep(&item.kind));
        for (_, field) in self.facts.iter_mut().flat_map(|item| &mut item.fields) {
            field.drop_references(&keep);
        }
    }

    /// Checks what every engine promises: spans lie in `text`, on character boundaries, and quote it.
    ///
    /// # Errors
    /// The first promise that is broken.
    pub fn verify(&self, text: &str) -> Result<()> {
        let clues = self.reference.iter().flat_map(|reference| &reference.clues);
        let published = self.published.iter().filter_map(|p| p.quotation.as_ref());
        let quotations = self.headline.iter().chain(published).chain(clues);
        for (span, quotation) in quotations {
            holds(text, *span, quotation, "document")?;
        }
        for item in &self.facts {
            holds(text, item.span, &item.text, &item.kind)?;
            for (_, field) in &item.fields {
                field_holds(text, field, &item.kind)?;
            }
        }
        let order = |item: &Item<'_>| (item.span.start, std::cmp::Reverse(item.span.end));
        if self.facts.is_sorted_by_key(order) {
            return Ok(());
        }
        Err(Error::new(Trouble::Invariant, UNORDERED))
    }

    /// Calls `with` on every place that the record points to.
    pub(super) fn each_span(&mut self, mut with: impl FnMut(&mut Span)) {
        let published = self.published.iter_mut().filter_map(|p| p.quotation.as_mut());
        let clues = self.reference.iter_mut().flat_map(|reference| &mut reference.clues);
        self.headline.iter_mut().chain(published).chain(clues).for_each(|(span, _)| with(span));
        for item in &mut self.facts {
            with(&mut item.span);
            item.fields.iter_mut().for_each(|(_, field)| field.each_span(&mut with));
        }
    }

    /// Index of the fact of that kind and span. Logarithmic.
    pub fn index_of(&self, kind: &str, span: Span) -> Option<usize> {
        let key = (span.start, std::cmp::Reverse(span.end));
        let first = self.facts.partition_point(|i| (i.span.start, std::cmp::Reverse(i.span.end)) < key);
        let same = self.facts[first..].iter().take_while(|item| item.span == span);
        same.zip(first..).find(|(item, _)| item.kind == kind).map(|(_, index)| index)
    }
}

impl Published<'_> {
    /// The same date, independent of the text that it was read from.
    pub(super) fn into_owned(self) -> Published<'static> {
        let quotation = self.quotation.map(|(span, text)| (span, owned(text)));
        Published { value: owned(self.value), quotation }
    }
}

impl Basis<'_> {
    /// The same day, independent of the text that it was read from.
    pub(super) fn into_owned(self) -> Basis<'static> {
        let clues = self.clues.into_iter().map(|(span, text)| (span, owned(text))).collect();
        Basis { date: owned(self.date), basis: owned(self.basis), clues }
    }
}

impl<'a> Item<'a> {
    fn of(text: &'a str, fact: &Fact) -> Self {
        Self {
            kind: fact.kind().name().into(),
            span: fact.span,
            text: Cow::Borrowed(&text[fact.span.range()]),
            rule: fact.rule.into(),
            fields: fields(fact, text),
        }
    }

    /// The value of the field of that name, unless it is missing or says nothing.
    pub fn field(&self, name: &str) -> Option<&Field<'a>> {
        self.fields.iter().find(|(n, _)| n == name).map(|(_, field)| field).filter(|field| !field.is_null())
    }

    /// The same fact, independent of the text that it was read from.
    pub fn into_owned(self) -> Item<'static> {
        Item {
            kind: owned(self.kind),
            span: self.span,
            text: owned(self.text),
            rule: owned(self.rule),
            fields: own_fields(self.fields),
        }
    }
}

/// What the fact says, as values.
fn fields<'a>(fact: &Fact, text: &'a str) -> Fields<'a> {
    let mut tree = kind::Tree { text, fields: Vec::with_capacity(MOST) };
    kind::put(&fact.detail, &mut tree);
    tree.fields
}

/// The fields of the kind that has most.
const MOST: usize = 17;

/// What is said of facts that are not sorted.
pub(super) const UNORDERED: &str = "the facts are not in order of start, then longest first";

pub(super) fn holds(text: &str, span: Span, quotation: &str, what: &str) -> Result<()> {
    let broken = |why: &str| {
        Err(Error::new(Trouble::Invariant, format!("{what} {}..{}: the span {why}", span.start, span.end)))
    };
    if span.start >= span.end {
        return broken("is empty");
    }
    match text.get(span.range()) {
        // What was cut out of the text itself is not compared: contents that reach to the end of one line may be many.
        Some(found) if std::ptr::eq(found, quotation) || found == quotation => Ok(()),
        Some(_) => broken("does not hold the text that the fact quotes"),
        None if span.range().end > text.len() => broken("ends after the document"),
        None => broken("cuts a character"),
    }
}

fn field_holds(text: &str, field: &Field<'_>, kind: &str) -> Result<()> {
    match field {
        Field::Extent(extent) => {
            let quotation =
                extent.text.as_deref().or_else(|| text.get(extent.span.range())).unwrap_or_default();
            holds(text, extent.span, quotation, kind)?;
            extent.more.iter().try_for_each(|(_, field)| field_holds(text, field, kind))
        }
        Field::List(values) => values.iter().try_for_each(|value| field_holds(text, value, kind)),
        Field::Object(fields) => fields.iter().try_for_each(|(_, value)| field_holds(text, value, kind)),
        _ => Ok(()),
    }
}
