//! Putting text into the cells of a screen, with all that has no width.
//!
//! A cell holds what one column shows. Isolates show nothing and have no column, so they go with the column before them,
//! as terminals keep them too: a cell that is drawn anew brings them along.

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use crate::report::{FSI, PDI};

/// Puts `line` into the row `y` of `area`, as far as it fits; what does not fit ends in `…`.
pub(super) fn paint(line: &Line<'_>, area: Rect, y: u16, buffer: &mut Buffer) {
    if y >= area.height || area.width == 0 {
        return;
    }
    let mut pen = Pen { x: area.x, end: area.x.saturating_add(area.width), y: area.y + y, isolates: 0 };
    for span in &line.spans {
        for grapheme in span.content.graphemes(true) {
            if !pen.put(grapheme, span.style, buffer) {
                pen.cut(area.x, buffer);
                return;
            }
        }
    }
}

/// Puts lines one beneath the other; how many rows they take.
pub(super) fn paint_all(lines: &[Line<'_>], area: Rect, buffer: &mut Buffer) -> u16 {
    let rows = lines.len().min(area.height.into()) as u16;
    (0..).zip(lines).take(rows.into()).for_each(|(y, line)| paint(line, area, y, buffer));
    rows
}

/// Where the next column is.
struct Pen {
    x: u16,
    end: u16,
    y: u16,
    isolates: usize,
}

impl Pen {
    /// Whether there was room.
    fn put(&mut self, grapheme: &str, style: Style, buffer: &mut Buffer) -> bool {
        let width = width(grapheme);
        match width {
            0 => self.join(grapheme, buffer),
            _ if self.x + width > self.end => return false,
            _ => {
                let cell = &mut buffer[(self.x, self.y)];
                cell.set_symbol(grapheme).set_style(style);
                (1..width).for_each(|more| buffer[(self.x + more, self.y)].reset());
                self.x += width;
            }
        }
        true
    }

    /// Joins what has no width to the column before it.
    fn join(&mut self, unseen: &str, buffer: &mut Buffer) {
        if unseen.chars().all(char::is_control) {
            return;
        }
        match unseen {
            _ if unseen.starts_with(opens) => self.isolates += 1,
            _ if unseen.starts_with(PDI) => self.isolates = self.isolates.saturating_sub(1),
            _ => {}
        }
        if let Some(cell) = self.x.checked_sub(1).and_then(|x| buffer.cell_mut((x, self.y))) {
            let symbol = format!("{}{unseen}", cell.symbol());
            cell.set_symbol(&symbol);
        }
    }

    /// Ends a line that does not fit, and the isolates that are open in it.
    fn cut(&mut self, start: u16, buffer: &mut Buffer) {
        let last = self.x.min(self.end.saturating_sub(1)).max(start);
        let cell = &mut buffer[(last, self.y)];
        let (opened, closed) = (cell.symbol().matches(opens).count(), cell.symbol().matches(PDI).count());
        let open = (self.isolates + closed).saturating_sub(opened);
        let ends: String = std::iter::repeat_n(PDI, open).collect();
        cell.set_symbol(&format!("…{ends}"));
    }
}

/// Left-to-right isolate: what follows runs so whatever it begins with.
pub(super) const LRI: char = '\u{2066}';

/// Whether a character opens an isolate.
pub(super) fn opens(c: char) -> bool {
    matches!(c, FSI | LRI)
}

/// Columns that a grapheme takes.
pub(super) fn width(grapheme: &str) -> u16 {
    if grapheme.chars().all(char::is_control) { 0 } else { grapheme.cell_width() }
}

/// Columns that a text takes.
pub(super) fn width_of(text: &str) -> u16 {
    text.graphemes(true).map(width).sum()
}

/// A text in one style, as a line.
pub(super) fn line(text: impl Into<String>, style: Style) -> Line<'static> {
    Line::from(Span::styled(text.into(), style))
}
