//! What is said in the lines below a colon that ends its own.

use std::ops::Range;

use super::super::cursor::Cursor;
use super::super::layout::LineKind;
use super::super::page::Page;
use super::draft::Reach;
use super::word::quotation;
use crate::text::Kind;

/// Numbered points that are looked at.
const POINTS: usize = 40;

/// What stands in the lines below a colon that ends its own: a quotation, numbered points, or one line.
pub(super) fn below(colon: Cursor<'_>) -> Option<Reach> {
    let page = colon.page();
    let lines = &page.layout.lines;
    let own = lines.partition_point(|(range, _)| range.end <= colon.index());
    let next = lines.get(own + 1..).filter(|rest| is_text(rest.first()))?;
    let first = Cursor::new(page, next[0].0.start);
    if let Some((span, _)) = quotation(first) {
        return Some(Reach::Exactly(span));
    }
    let points =
        next.iter().take(POINTS).take_while(|line| is_text(Some(line)) && is_point(page, line.0.start));
    let last = points.last().unwrap_or(&next[0]);
    Some(Reach::Exactly(first.token().span.to(page.tokens[last.0.end - 1].span)))
}

fn is_text(line: Option<&(Range<usize>, LineKind)>) -> bool {
    line.is_some_and(|(_, kind)| *kind == LineKind::Body)
}

/// 1) or a hyphen at the head of a line.
fn is_point(page: &Page<'_>, first: usize) -> bool {
    let sign = |at: usize| page.tokens.get(at).is_some_and(|token| matches!(token.kind(), Kind::Sign(_)));
    let hyphen = ['-', '–', '•', '●', '■', '*'].iter().any(|c| page.tokens[first].is_sign(*c));
    hyphen || page.tokens[first].is_digits() && sign(first + 1)
}
