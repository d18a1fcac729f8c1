//! Sources: who is said to have said something.

use super::{Link, Named};
use crate::span::Span;

/// An attribution: a source, the word that makes it one, and what it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Who says it; none where the subject is understood (وأضاف).
    pub source: Option<Named>,
    /// The word or phrase of saying: قال, بحسب, نقلاً عن.
    pub cue: Span,
    /// What is said; none where the attribution covers nothing that can be pointed at.
    pub content: Option<Span>,
    /// The outer source of a chain, which says that this one says it.
    pub within: Option<Link>,
    /// How the text stands to what is said.
    pub stance: Stance,
    /// Whether what is said is quoted word by word.
    pub quoted: bool,
}

/// How an attribution presents what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stance {
    /// قال.
    Neutral,
    /// أكد: the source vouches for it, or admits it.
    Affirming,
    /// زعم: the text does not.
    Distancing,
    /// نفى: the source says that it is not so.
    Denying,
    /// أنباء عن: nobody vouches for it.
    Unconfirmed,
}

impl Stance {
    /// Every stance.
    pub const ALL: [Self; 5] =
        [Self::Neutral, Self::Affirming, Self::Distancing, Self::Denying, Self::Unconfirmed];

    /// The name in the output and in the word list.
    pub fn name(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Affirming => "affirming",
            Self::Distancing => "distancing",
            Self::Denying => "denying",
            Self::Unconfirmed => "unconfirmed",
        }
    }
}
