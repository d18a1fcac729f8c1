//! Meanings of words by which something is said to be said.

use crate::fact::Stance;

/// A word or phrase of saying.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cue {
    /// How it stands to its source and to what is said.
    pub shape: CueShape,
    /// How it presents what is said.
    pub stance: Stance,
}

/// How a word of saying stands to its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CueShape {
    /// قال: a verb, its source after it or before it.
    Verb,
    /// مضيفاً: the source is understood.
    Participle,
    /// بحسب: the source follows, and what is said stands around it or after it.
    According,
    /// نقل … عن: two sources, the second within the first.
    Relay,
    /// أنباء عن: no source but the word itself.
    Hearsay,
}

/// A noun that stands for a source: مصادر, شهود, بيان.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceNoun {
    /// People: مصادر, شهود عيان, مسؤول.
    People,
    /// What people write or publish: بيان, تقرير, تغريدة.
    Writing,
}
