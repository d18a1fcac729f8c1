//! What the lines of a document are: headline, byline, dateline, publication line, furniture, captions, posts, body.
//!
//! Knows the habits of pages, from word lists. Does not read numbers or dates; the staircase asks it where they may
//! be read, and which line a document's own date is to be looked for in.

use std::ops::Range;

use super::page::Page;
use crate::span::Span;

/// What the lines of a document are.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// The headline.
    pub headline: Option<Span>,
    /// Token ranges of page furniture, in order: nothing is read in them.
    muted: Vec<Range<usize>>,
}

impl Layout {
    /// The layout of the lines of `page`.
    pub fn of(page: &Page<'_>) -> Self {
        let _ = page;
        Self::default()
    }

    /// The ranges of tokens outside page furniture.
    pub fn readable(&self, tokens: usize) -> impl Iterator<Item = Range<usize>> {
        let starts = std::iter::once(0).chain(self.muted.iter().map(|m| m.end));
        let ends = self.muted.iter().map(|m| m.start).chain(std::iter::once(tokens));
        starts.zip(ends).filter(|(start, end)| start < end).map(|(start, end)| start..end)
    }
}
