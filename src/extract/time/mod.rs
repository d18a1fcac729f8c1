//! Times: dates, clock times, durations and frequencies.

use super::anchor::Anchor;
use super::page::Page;
use super::rule::Found;
use crate::fact::{Basis, Time};
use crate::span::Span;

/// A time as it is written, before the document's day is known.
#[derive(Debug, Clone)]
pub(super) struct Draft;

/// Every time expression of the page, unresolved.
pub(super) fn read(_page: &Page<'_>) -> Vec<Found<Draft>> {
    Vec::new()
}

/// The document's publication date, where a line of the page states it.
pub(super) fn published(_page: &Page<'_>, _drafts: &[Found<Draft>]) -> Option<(Anchor, Option<Span>)> {
    None
}

/// What a draft denotes, given the document's day.
pub(super) fn resolve(_draft: &Draft, _reference: Option<(Anchor, Basis)>) -> Time {
    unreachable!()
}
