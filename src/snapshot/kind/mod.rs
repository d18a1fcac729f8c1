//! The fields of the built-in kinds, one file per kind: every key of the contract, in its order, null where it says
//! nothing.

mod claim;
mod entity;
mod flag;
mod numeral;
mod quantity;
mod source;
mod time;

use super::field::{Extent, Field, Fields, Reference};
use crate::fact::{Detail, Link, Named};
use crate::span::Span;

/// The fields of what a fact of the document `text` says.
pub(super) fn fields(detail: Detail, text: &str) -> Fields<'static> {
    match detail {
        Detail::Numeral(numeral) => numeral::fields(numeral),
        Detail::Time(time) => time::fields(*time),
        Detail::Quantity(quantity) => quantity::fields(&quantity, text),
        Detail::Source(source) => source::fields(&source, text),
        Detail::Claim(claim) => claim::fields(&claim, text),
        Detail::Entity(entity) => entity::fields(entity),
        Detail::Flag(flag) => flag::fields(*flag),
    }
}

/// A stretch with its quotation and what else is said of it.
fn span(span: Span, text: &str, more: Fields<'static>) -> Field<'static> {
    Field::Extent(Box::new(Extent { span, text: Some(text[span.range()].to_owned().into()), more }))
}

/// Someone or something that the text names, with the entity's id where it is known.
fn named(named: Option<&Named>, text: &str) -> Field<'static> {
    let Some(named) = named else { return Field::Null };
    let entity = named.entity.clone().map(|id| ("entity".into(), Field::Text(id)));
    span(named.span, text, entity.into_iter().collect())
}

/// Another fact.
fn link(to: Option<Link>) -> Field<'static> {
    to.map_or(Field::Null, |to| Field::Reference(Reference { kind: to.kind.name().into(), span: to.span }))
}
