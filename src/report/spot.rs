//! Spots: the line and column of a text that a fact stands on.

use crate::harness::{Changed, Place, Project};
use crate::snapshot::{Change, DOCUMENT};

/// Where a fact stands in the file of its document, as editors count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Number of the line, from 1.
    pub line: usize,
    /// Number of the character in it, from 1; none in a `.jsonl` file, whose lines are documents.
    pub column: Option<usize>,
}

/// The spot of each change of a document; none where the fact stands nowhere, or stood where nobody knows any more.
pub(super) fn spots(project: &Project, place: &Place, changed: &Changed) -> Vec<Option<Spot>> {
    let starts = changed.diff.changes.iter().map(|change| start(change, changed.diff.edited));
    if let Some(stretch) = place.stretch {
        let spot = Spot { line: stretch.line, column: None };
        return starts.map(|start| start.map(|_| spot)).collect();
    }
    let opened = place.open(project).ok();
    let Some(document) = opened.as_ref().and_then(|opened| opened.document().ok()) else {
        return vec![None; changed.diff.changes.len()];
    };
    let mut walk = Walk::through(&document.text);
    starts.map(|start| walk.to(start?)).collect()
}

/// Where a fact stands, or stood in a document that is what it was.
fn start(change: &Change, edited: bool) -> Option<usize> {
    let item = match (&change.new, &change.old) {
        _ if change.item().kind == DOCUMENT => return None,
        (Some(new), _) => new,
        (None, Some(old)) if !edited => old,
        _ => return None,
    };
    Some(item.span.range().start)
}

/// A walk through a text, from change to change: they come in order, so that it goes through it once.
struct Walk<'t> {
    text: &'t str,
    at: usize,
    spot: (usize, usize),
}

impl<'t> Walk<'t> {
    fn through(text: &'t str) -> Self {
        // A byte order mark is no character of its line.
        let at = if text.starts_with('\u{feff}') { 3 } else { 0 };
        Self { text, at, spot: (1, 1) }
    }

    fn to(&mut self, offset: usize) -> Option<Spot> {
        if offset < self.at {
            *self = Self::through(self.text);
        }
        let between = self.text.get(self.at..offset)?;
        let (mut line, mut column) = self.spot;
        match between.rfind('\n') {
            Some(end) => {
                line += between.matches('\n').count();
                column = between[end + 1..].chars().count() + 1;
            }
            None => column += between.chars().count(),
        }
        (self.at, self.spot) = (offset, (line, column));
        Some(Spot { line, column: Some(column) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_are_counted_in_characters() {
        let mut walk = Walk::through("\u{feff}قُتل 17\r\nثم 24 و30");
        let at = |spot: Option<Spot>| spot.map(|spot| (spot.line, spot.column));
        assert_eq!(at(walk.to(12)), Some((1, Some(6))));
        assert_eq!(at(walk.to(21)), Some((2, Some(4))));
        assert_eq!(at(walk.to(26)), Some((2, Some(8))));
        assert_eq!(at(walk.to(12)), Some((1, Some(6))), "a fact that stands before the last is found too");
        assert_eq!(at(walk.to(900)), None);
    }
}
