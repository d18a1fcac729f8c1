//! Meanings of words that name someone or something, or stand before a name.

use crate::fact::{EntityKind, Gazetteer};

/// An entity that a list has a name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Name {
    /// The entity's id: `org:sdf`.
    pub id: &'static str,
    /// What it is.
    pub kind: EntityKind,
    /// Whether the name counts only after a head such as مدينة, since it is also an ordinary word.
    pub after_head: bool,
    /// What is known of a place.
    pub place: Option<&'static Gazetteer>,
}

/// What a word before a person's name says of the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Title {
    /// السيد, الدكتور.
    Honorific,
    /// العميد, اللواء.
    Rank,
    /// قائد, وزير, المتحدث باسم: what the person is, of what may stand between it and the name.
    Role,
}
