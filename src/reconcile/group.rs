//! Groups: whom or what a claim counts.

use std::borrow::Cow;
use std::fmt;

/// Whom or what a claim is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Nobody says whom: people in general.
    Unspecified,
    /// A class of people of the word lists: `civilians`, `children`.
    People(&'static str),
    /// An actor, or another entity.
    Entity(Cow<'static, str>),
    /// A noun of the word lists, by its dictionary form.
    Noun(&'static str),
    /// Words that no list has, folded.
    Words(String),
}

impl Group {
    /// The name in reports: `unspecified`, `civilians`, `org:sdf`, or the noun.
    pub fn name(&self) -> &str {
        match self {
            Self::Unspecified => "unspecified",
            Self::People(name) | Self::Noun(name) => name,
            Self::Entity(id) => id,
            Self::Words(words) => words,
        }
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
