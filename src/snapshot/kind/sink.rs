//! Where the fields of a fact go: into a record, or straight into a line of output.

use std::borrow::Cow;

use crate::fact::{Link, Moment};
use crate::number::Number;
use crate::snapshot::field::{Extent, Field, Fields, Reference};
use crate::span::Span;

/// The name of a field, made by [`name!`].
#[derive(Clone, Copy)]
pub(in crate::snapshot) struct Name {
    /// As the contract has it.
    pub(in crate::snapshot) plain: &'static str,
    /// With what stands around it in a line of JSON: written at one go.
    pub(in crate::snapshot) json: &'static str,
    /// The same with the value that says nothing, as most fields have.
    pub(in crate::snapshot) null: &'static str,
}

/// The name of a field.
macro_rules! name {
    ($name:literal) => {
        $crate::snapshot::kind::Name {
            plain: $name,
            json: concat!(",\"", $name, "\":"),
            null: concat!(",\"", $name, "\":null"),
        }
    };
}
pub(super) use name;

/// A value that holds no others.
pub(in crate::snapshot) enum Scalar<'f> {
    /// Nothing: the key is there, the text does not say.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Integer(i128),
    /// Any other number, in its digits.
    Decimal(Cow<'f, str>),
    /// A word of the contract.
    Name(&'static str),
    /// The id of an entity.
    Id(&'f Cow<'static, str>),
    /// A string.
    Text(Cow<'f, str>),
    /// A moment, in ISO 8601.
    Moment(Moment),
    /// Another fact of the document.
    Reference(Link),
}

/// Takes the fields of a fact one after another, in the order of the contract.
pub(in crate::snapshot) trait Sink {
    /// A field with a value.
    fn put(&mut self, name: Name, value: Scalar<'_>);

    /// A field with a stretch of the document, with its quotation or without, and what else is said of it.
    fn put_extent<'f>(
        &mut self,
        name: Name,
        span: Span,
        quotes: bool,
        more: impl IntoIterator<Item = (Name, Scalar<'f>)>,
    );

    /// A field with several values.
    fn put_list<'f>(&mut self, name: Name, values: impl Iterator<Item = Scalar<'f>>);
}

impl<'f> Scalar<'f> {
    /// A word of the contract, or nothing.
    pub(super) fn name(value: Option<&'static str>) -> Self {
        value.map_or(Self::Null, Self::Name)
    }

    /// A string, or nothing.
    pub(super) fn text(value: Option<impl Into<Cow<'f, str>>>) -> Self {
        value.map_or(Self::Null, |text| Self::Text(text.into()))
    }

    /// A whole number, or nothing.
    pub(super) fn integer(value: Option<impl Into<i128>>) -> Self {
        value.map_or(Self::Null, |number| Self::Integer(number.into()))
    }

    /// Another fact, or nothing.
    pub(super) fn link(to: Option<Link>) -> Self {
        to.map_or(Self::Null, Self::Reference)
    }
}

/// An exact JSON number, or `"2/3"` where no short decimal is exact.
impl From<Number> for Scalar<'_> {
    fn from(number: Number) -> Self {
        if let Some(whole) = number.integer() {
            return Self::Integer(whole);
        }
        match number.short_decimal() {
            Some(digits) => Self::Decimal(digits.into()),
            None => Self::Text(number.to_string().into()),
        }
    }
}

/// The fields as values of a record.
pub(in crate::snapshot) struct Tree<'a> {
    /// The document.
    pub(in crate::snapshot) text: &'a str,
    /// What has been put.
    pub(in crate::snapshot) fields: Fields<'a>,
}

impl Sink for Tree<'_> {
    fn put(&mut self, name: Name, value: Scalar<'_>) {
        self.fields.push((name.plain.into(), value.into()));
    }

    fn put_extent<'f>(
        &mut self,
        name: Name,
        span: Span,
        quotes: bool,
        more: impl IntoIterator<Item = (Name, Scalar<'f>)>,
    ) {
        let text = quotes.then(|| Cow::Borrowed(&self.text[span.range()]));
        let more = more.into_iter().map(|(name, value)| (name.plain.into(), value.into())).collect();
        self.fields.push((name.plain.into(), Field::Extent(Box::new(Extent { span, text, more }))));
    }

    fn put_list<'f>(&mut self, name: Name, values: impl Iterator<Item = Scalar<'f>>) {
        self.fields.push((name.plain.into(), Field::List(values.map(Field::from).collect())));
    }
}

impl From<Scalar<'_>> for Field<'_> {
    fn from(value: Scalar<'_>) -> Self {
        match value {
            Scalar::Null => Self::Null,
            Scalar::Bool(yes) => Self::Bool(yes),
            Scalar::Integer(number) => Self::Integer(number),
            Scalar::Decimal(digits) => Self::Decimal(digits.into_owned().into()),
            Scalar::Name(name) => Self::Text(name.into()),
            Scalar::Id(id) => Self::Text(id.clone()),
            Scalar::Text(text) => Self::Text(text.into_owned().into()),
            Scalar::Moment(moment) => Self::Text(moment.iso().into()),
            Scalar::Reference(to) => {
                Self::Reference(Reference { kind: to.kind.name().into(), span: to.span })
            }
        }
    }
}
