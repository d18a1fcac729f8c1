//! What the lines of a document are: headline, byline, dateline, publication line, furniture, captions, posts, body.
//!
//! Knows the habits of pages, from word lists. Does not read numbers or dates; the staircase asks it where they may
//! be read. Furniture yields no facts; a caption may.

mod line;

use std::ops::Range;

use super::page::Page;
use crate::span::Span;
use line::Shape;

/// What a line of a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineKind {
    /// The headline.
    Headline,
    /// Outlet, author, agency or place above or below the text.
    Credit,
    /// A line that says when the document was published.
    Publication,
    /// Buttons, counters, links to other articles, file names.
    Furniture,
    /// What stands under a picture.
    Caption,
    /// A post of a social network, embedded in the text.
    Post,
    /// The text itself.
    Body,
}

/// What the lines of a document are.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// Every line with anything in it: its tokens and what it is, in order.
    pub lines: Vec<(Range<usize>, LineKind)>,
}

impl LineKind {
    /// The name in explanations.
    pub fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Credit => "credit",
            Self::Publication => "publication",
            Self::Furniture => "furniture",
            Self::Caption => "caption",
            Self::Post => "post",
            Self::Body => "body",
        }
    }
}

impl Layout {
    /// The layout of the lines of `page`, in the room of another.
    pub(super) fn of(room: Self, page: &Page<'_>) -> Self {
        let shapes: Vec<Shape> = ranges(page).map(|range| Shape::of(page, range)).collect();
        let body = shapes.iter().position(|shape| shape.is_paragraph);
        let headline = headline(&shapes[..body.unwrap_or(shapes.len())]);
        let mut lines = room.lines;
        let mut after_heading = false;
        for (index, shape) in shapes.into_iter().enumerate() {
            let head = body.is_none_or(|body| index < body);
            after_heading = shape.is_heading || after_heading && !shape.is_paragraph;
            let kind = match () {
                () if Some(index) == headline => LineKind::Headline,
                () if shape.is_furniture || after_heading => LineKind::Furniture,
                () if shape.is_post => LineKind::Post,
                () if shape.is_caption => LineKind::Caption,
                () if shape.is_date => LineKind::Publication,
                () if shape.is_credit || head && shape.words < 4 => LineKind::Credit,
                () if head && headline.is_some_and(|headline| index > headline) && shape.words < 16 => {
                    LineKind::Caption
                }
                () => LineKind::Body,
            };
            lines.push((shape.tokens, kind));
        }
        Self { lines }
    }

    /// The headline.
    pub fn headline(&self, page: &Page<'_>) -> Option<Span> {
        let (range, _) = self.lines.iter().find(|(_, kind)| *kind == LineKind::Headline)?;
        Some(page.tokens[range.start].span.to(page.tokens[range.end - 1].span))
    }

    /// The lines above and below the text that name outlet, author, agency or place; one amid it is of what it embeds.
    pub fn credits(&self, page: &Page<'_>) -> Vec<Span> {
        let is_body = |(_, kind): &(Range<usize>, LineKind)| *kind == LineKind::Body;
        let first = self.lines.iter().position(is_body).unwrap_or(self.lines.len());
        let after = self.lines.iter().rposition(is_body).map_or(0, |last| last + 1);
        let outside = self.lines[..first].iter().chain(&self.lines[after.max(first)..]);
        let credits = outside.filter(|(_, kind)| *kind == LineKind::Credit);
        credits.map(|(range, _)| page.tokens[range.start].span.to(page.tokens[range.end - 1].span)).collect()
    }

    /// The ranges of tokens of page furniture, in order: nothing is read in them.
    pub fn muted(&self) -> impl Iterator<Item = Range<usize>> {
        self.lines.iter().filter(|(_, kind)| *kind == LineKind::Furniture).map(|(range, _)| range.clone())
    }
}

/// The token ranges of the lines.
fn ranges(page: &Page<'_>) -> impl Iterator<Item = Range<usize>> {
    let begins = |at: &usize| *at == 0 || page.tokens[*at].starts_line();
    let mut starts = page.breaks().iter().map(|at| *at as usize).filter(begins).peekable();
    std::iter::from_fn(move || {
        let start = starts.next()?;
        Some(start..starts.peek().copied().unwrap_or(page.tokens.len()))
    })
}

/// The first line above the body that reads like a title: four words or more, no date, no credit, no furniture.
fn headline(head: &[Shape]) -> Option<usize> {
    head.iter().position(|shape| {
        let other =
            shape.is_furniture || shape.is_date || shape.is_credit || shape.is_opening || shape.is_post;
        shape.words >= 4 && !other && !shape.is_caption && !shape.is_closed
    })
}
