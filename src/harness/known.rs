//! Known errors: what a person found wrong in a snapshot, or missing from it, and what would be right.

use serde::Deserialize;

use crate::snapshot::Item;
use crate::span::Span;

/// A row `[[known]]` of a sidecar. With `says` and `right` a fact says the one and should say the other; with `says`
/// alone it should not be there; with `right` alone it is missing.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// The kind of the fact.
    pub kind: String,
    /// The words that the fact quotes, or should quote.
    pub text: String,
    /// Where they stand, in bytes of the text, where the same words stand in it more than once.
    pub start: Option<u32>,
    /// What the fact says: its number, its timex, its predicate, as reports show it; or a table of its fields.
    pub says: Option<toml::Value>,
    /// What would be right, likewise.
    pub right: Option<toml::Value>,
    /// Why.
    pub why: Option<String>,
}

/// A row `[[accepted]]` of a sidecar: a change of a verified fact that a person accepted, and why.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    /// The kind of the fact.
    pub kind: String,
    /// The words that it quotes.
    pub text: String,
    /// What it said; left out where it was not there.
    pub said: Option<String>,
    /// What it says; left out where it is gone.
    pub says: Option<String>,
    /// Why the change was accepted.
    pub why: String,
}

impl Known {
    /// Whether the row speaks of these words in this place.
    pub fn names(&self, item: &Item<'_>) -> bool {
        self.kind == item.kind
            && self.text == item.text
            && self.start.is_none_or(|start| start == item.span.start)
    }

    /// Whether that is the fact that is wrong.
    pub fn is_wrong(&self, item: &Item<'_>) -> bool {
        self.names(item) && self.says.as_ref().is_some_and(|says| says_so(item, says))
    }

    /// Whether that is the fact that would be right: it says so of these words, or of some of them where the row says
    /// where they stand. One that is missing may have more of the words around it: how far a claim reaches is the
    /// reader's matter.
    pub fn is_right(&self, item: &Item<'_>) -> bool {
        (self.names(item) || self.holds(item))
            && self.right.as_ref().is_some_and(|right| says_so(item, right))
    }

    /// Whether it is a missing fact that the row speaks of.
    pub fn is_missing(&self) -> bool {
        self.says.is_none()
    }

    /// Whether the fact lies within the words of a row that says where they stand; of a row whose fact is missing, also
    /// whether they share any of these; where it does not say so, whether the fact takes them all in.
    fn holds(&self, item: &Item<'_>) -> bool {
        let lies = match self.start {
            Some(start) => {
                let words = Span::new(start, start.saturating_add(self.text.len() as u32));
                words.contains(item.span) || self.is_missing() && item.span.overlaps(words)
            }
            None => self.is_missing() && item.text.contains(&*self.text),
        };
        self.kind == item.kind && lies
    }
}

/// Whether a fact says `value`: its gist as a string or a number, or each field of a table.
fn says_so(item: &Item<'_>, value: &toml::Value) -> bool {
    match value {
        toml::Value::Table(fields) => fields.iter().all(|(name, value)| {
            let said = item.fields.iter().find(|(field, _)| field == name).map(|(_, field)| field.said());
            said.unwrap_or_default() == plain(value)
        }),
        value => item.gist() == plain(value),
    }
}

fn plain(value: &toml::Value) -> String {
    match value {
        toml::Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
