//! A claim and what it points to.

use crate::snapshot::{Extent, Field, Item, Record};
use crate::span::Span;
use crate::text::sentence_at;

/// Sources that a chain has at most: more is a circle.
const CHAIN: usize = 8;

/// A claim in its record.
pub(super) struct Row<'r> {
    pub(super) record: &'r Record<'r>,
    pub(super) text: &'r str,
    pub(super) item: &'r Item<'r>,
    pub(super) line: usize,
    /// The claim's place in the unit of the table.
    pub(super) span: Span,
}

impl<'r> Row<'r> {
    pub(super) fn published(&self) -> String {
        self.record.published.as_ref().map(|published| published.value.to_string()).unwrap_or_default()
    }

    pub(super) fn reference(&self) -> String {
        self.record.reference.as_ref().map(|reference| reference.date.to_string()).unwrap_or_default()
    }

    /// The value of a field of the claim.
    pub(super) fn said(&self, field: &str) -> String {
        self.item.field(field).map(plain).unwrap_or_default()
    }

    /// The words of a stretch that the claim names.
    pub(super) fn named(&self, field: &str) -> String {
        self.said(field)
    }

    /// The entity of such a stretch.
    pub(super) fn entity(&self, field: &str) -> String {
        extent(self.item, field).map(|extent| entity(extent).to_owned()).unwrap_or_default()
    }

    /// A field of the claim's quantity.
    pub(super) fn quantity(&self, field: &str) -> String {
        self.of(self.item, "quantity")
            .and_then(|quantity| quantity.field(field))
            .map(plain)
            .unwrap_or_default()
    }

    /// What the lists know of the place.
    pub(super) fn place(&self, field: &str) -> String {
        let Some(id) = extent(self.item, "where").map(entity).filter(|id| !id.is_empty()) else {
            return String::new();
        };
        let is_it = |item: &&Item<'_>| {
            item.kind == "entity" && matches!(item.field("entity"), Some(Field::Text(found)) if found == id)
        };
        self.record
            .facts
            .iter()
            .find(is_it)
            .and_then(|found| found.field(field))
            .map(plain)
            .unwrap_or_default()
    }

    pub(super) fn when(&self) -> String {
        self.of(self.item, "when").map(|time| time.text.to_string()).unwrap_or_default()
    }

    /// A field of the claim's time.
    pub(super) fn time(&self, field: &str) -> String {
        self.of(self.item, "when").and_then(|time| time.field(field)).map(plain).unwrap_or_default()
    }

    /// The sources from the outermost to the innermost.
    pub(super) fn sources(&self) -> String {
        let mut chain = Vec::new();
        let mut next = self.of(self.item, "source");
        while let Some(source) = next.filter(|_| chain.len() < CHAIN) {
            chain.push(source.field("source").map_or_else(|| "…".to_owned(), plain));
            next = self.of(source, "within");
        }
        chain.reverse();
        chain.join(" ← ")
    }

    /// A field of the innermost source, or what is said of the stretch in it.
    pub(super) fn origin(&self, field: &str, more: Option<&str>) -> String {
        let Some(source) = self.of(self.item, "source") else { return String::new() };
        match more {
            None => source.field(field).map(plain).unwrap_or_default(),
            Some(_) => extent(source, field).map(|extent| entity(extent).to_owned()).unwrap_or_default(),
        }
    }

    pub(super) fn sentence(&self) -> String {
        self.text[sentence_at(self.text, self.item.span).range()].to_owned()
    }

    /// The fact that a field of `item` points to.
    fn of(&self, item: &Item<'_>, field: &str) -> Option<&'r Item<'r>> {
        let Some(Field::Reference(to)) = item.field(field) else { return None };
        self.record.index_of(&to.kind, to.span).map(|index| &self.record.facts[index])
    }
}

fn extent<'i>(item: &'i Item<'_>, field: &str) -> Option<&'i Extent<'i>> {
    match item.field(field) {
        Some(Field::Extent(extent)) => Some(extent),
        _ => None,
    }
}

fn entity<'e>(extent: &'e Extent<'_>) -> &'e str {
    extent
        .more
        .iter()
        .find_map(|(name, value)| match value {
            Field::Text(id) if name == "entity" => Some(&**id),
            _ => None,
        })
        .unwrap_or_default()
}

/// A value as it stands in a cell.
fn plain(field: &Field<'_>) -> String {
    match field {
        Field::Bool(yes) => yes.to_string(),
        Field::Integer(number) => number.to_string(),
        Field::Decimal(text) | Field::Text(text) => text.to_string(),
        Field::Extent(extent) => extent.text.as_deref().unwrap_or_default().to_owned(),
        Field::Null | Field::List(_) | Field::Reference(_) | Field::Object(_) => String::new(),
    }
}
