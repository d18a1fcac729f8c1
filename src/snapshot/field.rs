//! The values that the fields of a fact can have.

use std::borrow::Cow;

use crate::span::Span;

/// Named values in the order in which they are written.
pub type Fields<'a> = Vec<(Cow<'a, str>, Field<'a>)>;

/// What a field of a fact says.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Field<'a> {
    /// Nothing: the key is there, the text does not say.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number, written as such.
    Integer(i128),
    /// Any other JSON number, in its own digits: nothing is rounded.
    Decimal(Cow<'a, str>),
    /// A string.
    Text(Cow<'a, str>),
    /// Several values in order.
    List(Vec<Self>),
    /// A stretch of the document, with what is said of it.
    Extent(Box<Extent<'a>>),
    /// Another fact of the same document.
    Reference(Reference<'a>),
    /// Named values that are none of the above.
    Object(Fields<'a>),
}

/// A stretch of the document that a fact points to.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Extent<'a> {
    /// Where it stands.
    pub span: Span,
    /// The quotation, where it is repeated.
    pub text: Option<Cow<'a, str>>,
    /// What else is said of it, such as `entity` or `noun`.
    pub more: Fields<'a>,
}

/// A fact named by kind and span, so that one more fact elsewhere does not change it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reference<'a> {
    /// The fact's kind.
    pub kind: Cow<'a, str>,
    /// The fact's span.
    pub span: Span,
}

impl<'a> Field<'a> {
    /// A string, or nothing.
    pub fn text(value: Option<impl Into<Cow<'a, str>>>) -> Self {
        value.map_or(Self::Null, |text| Self::Text(text.into()))
    }

    /// A whole number, or nothing.
    pub fn integer(value: Option<impl Into<i128>>) -> Self {
        value.map_or(Self::Null, |number| Self::Integer(number.into()))
    }

    /// Whether it says anything.
    pub fn is_null(&self) -> bool {
        *self == Self::Null
    }

    /// The same value, independent of the text that it was read from.
    pub fn into_owned(self) -> Field<'static> {
        match self {
            Self::Null => Field::Null,
            Self::Bool(yes) => Field::Bool(yes),
            Self::Integer(number) => Field::Integer(number),
            Self::Decimal(digits) => Field::Decimal(owned(digits)),
            Self::Text(text) => Field::Text(owned(text)),
            Self::List(values) => Field::List(values.into_iter().map(Self::into_owned).collect()),
            Self::Extent(extent) => Field::Extent(Box::new(extent.into_owned())),
            Self::Reference(to) => Field::Reference(Reference { kind: owned(to.kind), span: to.span }),
            Self::Object(fields) => Field::Object(own_fields(fields)),
        }
    }

    /// Whether both say the same, wherever in the document they point: for documents that were edited.
    pub fn says_as(&self, other: &Field<'_>) -> bool {
        match (self, other) {
            (Self::List(left), Field::List(right)) => {
                left.len() == right.len() && left.iter().zip(right).all(|(l, r)| l.says_as(r))
            }
            (Self::Extent(left), Field::Extent(right)) => {
                left.text == right.text && fields_say_as(&left.more, &right.more)
            }
            (Self::Reference(left), Field::Reference(right)) => left.kind == right.kind,
            (Self::Object(left), Field::Object(right)) => fields_say_as(left, right),
            _ => self == other,
        }
    }

    /// Calls `with` on every place that the value points to.
    pub(super) fn each_span(&mut self, with: &mut impl FnMut(&mut Span)) {
        match self {
            Self::List(values) => values.iter_mut().for_each(|value| value.each_span(with)),
            Self::Extent(extent) => {
                with(&mut extent.span);
                extent.more.iter_mut().for_each(|(_, value)| value.each_span(with));
            }
            Self::Reference(to) => with(&mut to.span),
            Self::Object(fields) => fields.iter_mut().for_each(|(_, value)| value.each_span(with)),
            Self::Null | Self::Bool(_) | Self::Integer(_) | Self::Decimal(_) | Self::Text(_) => {}
        }
    }

    /// Replaces references to facts that `keep` refuses by nothing.
    pub(super) fn drop_references(&mut self, keep: &impl Fn(&str) -> bool) {
        match self {
            Self::Reference(to) if !keep(&to.kind) => *self = Self::Null,
            Self::List(values) => values.iter_mut().for_each(|value| value.drop_references(keep)),
            Self::Extent(extent) => extent.more.iter_mut().for_each(|(_, value)| value.drop_references(keep)),
            Self::Object(fields) => fields.iter_mut().for_each(|(_, value)| value.drop_references(keep)),
            _ => {}
        }
    }
}

impl Extent<'_> {
    fn into_owned(self) -> Extent<'static> {
        Extent { span: self.span, text: self.text.map(owned), more: own_fields(self.more) }
    }
}

pub(super) fn owned(text: Cow<'_, str>) -> Cow<'static, str> {
    Cow::Owned(text.into_owned())
}

pub(super) fn own_fields(fields: Fields<'_>) -> Fields<'static> {
    fields.into_iter().map(|(name, value)| (owned(name), value.into_owned())).collect()
}

fn fields_say_as(left: &Fields<'_>, right: &Fields<'_>) -> bool {
    left.len() == right.len() && left.iter().zip(right).all(|((n, l), (m, r))| n == m && l.says_as(r))
}
