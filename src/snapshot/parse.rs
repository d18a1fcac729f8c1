//! JSON back into fields. Numbers keep their digits, keys their order.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::field::{Extent, Field, Fields, Reference};
use super::record::Item;
use crate::span::Span;

/// Lists and objects within one another beyond which a value is refused.
const DEPTH: u8 = 16;

/// What is wrong, in words that end a sentence about a line.
pub(super) type Parsed<T> = Result<T, String>;

/// The keys of a JSON object and their values, unread, in order.
pub(super) struct Pairs<'a>(pub(super) Vec<(Cow<'a, str>, &'a RawValue)>);

#[derive(serde::Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de: 'a, 'a> Deserialize<'de> for Pairs<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct InOrder;
        impl<'de> Visitor<'de> for InOrder {
            type Value = Pairs<'de>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some((Text(key), value)) = map.next_entry()? {
                    pairs.push((key, value));
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(InOrder)
    }
}

impl<'a> Pairs<'a> {
    pub(super) fn read(json: &'a str) -> Parsed<Self> {
        serde_json::from_str(json).map_err(|error| format!("is not a JSON object ({error})"))
    }

    /// Takes the value of `key` out.
    pub(super) fn take(&mut self, key: &str) -> Option<&'a str> {
        let at = self.0.iter().position(|(name, _)| name == key)?;
        Some(self.0.remove(at).1.get())
    }

    pub(super) fn string(&mut self, key: &str) -> Parsed<Cow<'a, str>> {
        string(self.take(key).ok_or_else(|| format!("has no `{key}`"))?)
            .map_err(|_| format!("has a `{key}` that is not a string"))
    }

    pub(super) fn span(&mut self) -> Parsed<Span> {
        let mut offset = |key: &str| {
            let value = self.take(key).ok_or_else(|| format!("has no `{key}`"))?;
            value.parse::<u32>().map_err(|_| format!("has a `{key}` that is not an offset"))
        };
        let span = Span::new(offset("start")?, offset("end")?);
        if span.start > span.end {
            return Err(format!("starts at {} and ends at {}", span.start, span.end));
        }
        Ok(span)
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.0.iter().any(|(name, _)| name == key)
    }

    /// A key that is there more than once.
    pub(super) fn repeated(&self) -> Option<&str> {
        let mut names: Vec<_> = self.0.iter().map(|(name, _)| &**name).collect();
        names.sort_unstable();
        names.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| pair[0])
    }

    pub(super) fn fields(self, depth: u8) -> Parsed<Fields<'a>> {
        self.0.into_iter().map(|(name, value)| Ok((name, field(value.get(), depth)?))).collect()
    }
}

/// A fact from its JSON object.
pub(super) fn item(json: &str) -> Parsed<Item<'_>> {
    let mut pairs = Pairs::read(json)?;
    let (kind, rule, text) = (pairs.string("kind")?, pairs.string("rule")?, pairs.string("text")?);
    let span = pairs.span()?;
    Ok(Item { kind, span, text, rule, fields: pairs.fields(0)? })
}

pub(super) fn string(json: &str) -> Parsed<Cow<'_, str>> {
    serde_json::from_str(json).map(|Text(text)| text).map_err(|error| error.to_string())
}

fn field(json: &str, depth: u8) -> Parsed<Field<'_>> {
    if depth > DEPTH {
        return Err(format!("has values nested more than {DEPTH} deep"));
    }
    match json.as_bytes().first() {
        Some(b'n') => Ok(Field::Null),
        Some(b't') => Ok(Field::Bool(true)),
        Some(b'f') => Ok(Field::Bool(false)),
        Some(b'"') => string(json).map(Field::Text),
        Some(b'[') => {
            let values: Vec<&RawValue> = serde_json::from_str(json).map_err(|error| error.to_string())?;
            values
                .into_iter()
                .map(|value| field(value.get(), depth + 1))
                .collect::<Parsed<_>>()
                .map(Field::List)
        }
        Some(b'{') => object(Pairs::read(json)?, depth + 1),
        _ => Ok(number(json)),
    }
}

/// A JSON number; whole ones in one form only, so that equal numbers are equal fields.
fn number(json: &str) -> Field<'_> {
    match json.parse::<i128>() {
        Ok(whole) if json != "-0" => Field::Integer(whole),
        _ => Field::Decimal(json.into()),
    }
}

/// What has a kind and a place is a reference, what has a place an extent.
fn object(mut pairs: Pairs<'_>, depth: u8) -> Parsed<Field<'_>> {
    if !pairs.has("start") || !pairs.has("end") {
        return pairs.fields(depth).map(Field::Object);
    }
    let span = pairs.span()?;
    if pairs.0.len() == 1 && pairs.has("kind") {
        return Ok(Field::Reference(Reference { kind: pairs.string("kind")?, span }));
    }
    let text = if pairs.has("text") { Some(pairs.string("text")?) } else { None };
    Ok(Field::Extent(Box::new(Extent { span, text, more: pairs.fields(depth)? })))
}
