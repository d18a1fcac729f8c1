//! Voices: who says something, from the outlet inwards.

use std::borrow::Cow;

/// One link of the chain from a document's outlet to whom a claim comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// What makes two voices the same: the entity, else the folded words; words that name nobody (مصادر محلية) are
    /// another's in another outlet.
    pub key: String,
    /// As the document names it; empty where nothing names it.
    pub name: String,
    /// The entity, where it is known.
    pub entity: Option<Cow<'static, str>>,
    /// Whether the sentence leaves it understood (وأضاف): it is the one named before.
    pub understood: bool,
}

impl Voice {
    /// The name for a line: the words, else the entity, else the key.
    pub fn said(&self) -> &str {
        if !self.name.is_empty() {
            return &self.name;
        }
        self.entity.as_deref().unwrap_or(&self.key)
    }
}
