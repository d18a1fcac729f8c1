//! Meanings of words that name someone or something, or stand before a name.

use crate::fact::{EntityKind, Gazetteer};

/// An entity that a list has a name of.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Name {
    /// The entity's id: `org:sdf`.
    pub id: &'static str,
    /// What it is.
    pub kind: EntityKind,
    /// What has to stand before the name, since it is also an ordinary word.
    pub after: After,
    /// Whether every country has one, so that its adjective tells which: الجيش السوري.
    pub national: bool,
    /// What is known of a place.
    pub place: Option<&'static Gazetteer>,
    /// The entities that share the name, each with its id and, of a place, what is known of it: طرابلس.
    pub either: Vec<(&'static str, Option<&'static Gazetteer>)>,
}

/// What has to stand before a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum After {
    /// Nothing: the name is no other word.
    Anything,
    /// A head such as مدينة.
    Head,
    /// A head, or a preposition of place.
    Preposition,
}

/// A word before a name: of what it names, and whether it is part of a name that no list has (حي الزهور).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct NameHead {
    /// What it names.
    pub kind: EntityKind,
    /// Whether a name that no list has is known by it.
    pub names: bool,
    /// Whether what is called after a town or country there is another place: بحيرة تشاد.
    pub apart: bool,
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

/// What a word is to the name of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NamePart {
    /// A given name.
    Given,
    /// What the next word completes: أبو, عبد.
    Opening,
    /// What joins a name to the next: بن, آل.
    Link,
    /// A noun that offices are named by: مجلس, قيادة.
    Office,
    /// A noun for what is named after persons: جامعة, مطار.
    Namesake,
    /// A word that no name holds: a particle, a verb.
    Never,
}
