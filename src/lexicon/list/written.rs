//! What the rows of a list are read from, JSON as compiled in or a table of a user's, and the shapes that its readers
//! share. Knows no list.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeOwned, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::error::{Error, Result, Trouble};

/// A list as it is written.
pub(in crate::lexicon) enum Written<'l> {
    /// A compiled-in list.
    Json(&'l str),
    /// A list of a user's, or a part of a list.
    Table(toml::Table),
}

/// A table whose rows are only gone through, in the order of their keys, as a compiled-in list and a user's both have
/// them.
pub(super) struct Pairs<T>(pub(super) Vec<(String, T)>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Pairs<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        struct Table<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Table<T> {
            type Value = Pairs<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> std::result::Result<Pairs<T>, M::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        from.deserialize_map(Table(PhantomData))
    }
}

/// A string that is there for whoever reads the list.
pub(super) struct Unread;

impl<'de> Deserialize<'de> for Unread {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        struct Text;
        impl Visitor<'_> for Text {
            type Value = Unread;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }

            fn visit_str<E>(self, _: &str) -> std::result::Result<Unread, E> {
                Ok(Unread)
            }
        }
        from.deserialize_str(Text)
    }
}

/// The list in that shape.
///
/// # Errors
/// A list of another shape.
pub(super) fn parse<T: DeserializeOwned>(list: Written<'_>) -> Result<T> {
    match list {
        Written::Json(text) => {
            serde_json::from_str(text).map_err(|e| Error::new(Trouble::Usage, e.to_string()))
        }
        Written::Table(table) => table.try_into().map_err(|e| wrong(&e)),
    }
}

/// What the reader of TOML has to say, on one line.
pub(super) fn wrong(error: &toml::de::Error) -> Error {
    Error::new(Trouble::Usage, error.message().replace('\n', ", "))
}
