//! Evidence: the sentence in which a fact is judged.

use std::ops::Range;

use crate::snapshot::{Change, DOCUMENT, Diff};
use crate::span::Span;
use crate::text::sentence_at;

/// A sentence of a document and the stretch of it that a fact quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The sentence as it stands in the document.
    pub sentence: String,
    /// The quotation, in bytes of the sentence.
    pub mark: Range<usize>,
}

impl Evidence {
    /// The sentence of `text` that `span` stands in; `None` where the text does not reach so far.
    pub fn at(text: &str, span: Span) -> Option<Self> {
        text.get(span.range())?;
        let sentence = sentence_at(text, span);
        let start = sentence.range().start;
        let mark = span.range().start - start..span.range().end - start;
        Some(Self { sentence: text[sentence.range()].to_owned(), mark })
    }

    /// The sentence of a change: where the fact stands now, or where it stood, unless the document was edited since.
    pub fn of(text: &str, change: &Change, diff: &Diff) -> Option<Self> {
        match (&change.new, &change.old) {
            _ if change.item().kind == DOCUMENT => None,
            (Some(new), _) => Self::at(text, new.span),
            (None, Some(old)) if !diff.edited => Self::at(text, old.span),
            _ => None,
        }
    }
}
