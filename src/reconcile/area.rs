//! Areas: how far apart places may be and still be one place.

/// Where something happened, as coarse as claims of several documents are compared: the governorate where the list
/// knows it, else the place itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    /// What makes two areas the same: an ISO 3166-2 code, an entity's id, folded words, or nothing where no place is
    /// known.
    pub key: String,
    /// The place itself: its id, else its words.
    pub place: String,
    /// Who says so.
    pub given: Given,
}

/// What a place or a day of a testimony rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Given {
    /// The claim states it.
    Stated,
    /// The claim does not: it is the document's main place, or its own day.
    Document,
    /// Nothing does.
    Unknown,
}

impl Given {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Document => "document",
            Self::Unknown => "unknown",
        }
    }
}

impl Area {
    /// No place is known.
    pub fn unknown() -> Self {
        Self { key: String::new(), place: String::new(), given: Given::Unknown }
    }
}
