//! The foot: what was said last, how far the review has come, the keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::dialog::below;
use super::keys::FOOT;
use super::paint::{paint, paint_all, width_of};
use super::palette::Palette;
use super::wrap::plain;
use super::{SMALLEST, Screen};
use crate::report::{grouped, plural, visible};

/// Lines that a message may have.
const MOST: usize = 3;

/// Rows of the foot.
pub(super) fn height(screen: &Screen, width: u16) -> u16 {
    message(screen, width).len() as u16 + 2
}

/// Draws it.
pub(super) fn draw(screen: &Screen, area: Rect, buffer: &mut Buffer) {
    let rest = below(area, paint_all(&message(screen, area.width), area, buffer));
    paint(&progress(screen), rest, 0, buffer);
    paint(&keys(area.width), below(rest, 1), 0, buffer);
}

fn message(screen: &Screen, width: u16) -> Vec<Line<'static>> {
    let Some(message) = &screen.message else { return vec![Line::default()] };
    let style = if message.is_trouble { screen.palette.removed() } else { Style::new() };
    let sign = if message.is_trouble { "! " } else { "" };
    let mut lines = plain(&format!(" {sign}{}", visible(&message.text)), width.into(), 1, style);
    lines.truncate(MOST);
    lines
}

/// `3 of 12 changes decided  numeral alone  names with "bayan"`.
fn progress(screen: &Screen) -> Line<'static> {
    let (progress, filter) = (screen.session.progress(), screen.session.filter());
    let total = plural(progress.total(), "change");
    let said = format!(" {} of {total} decided", grouped(progress.decided()));
    let mut spans = vec![Span::styled(said, Palette::strong())];
    if progress.failed > 0 {
        spans.push(Span::styled(format!("  {} failed", progress.failed), screen.palette.removed()));
    }
    let kind = filter.kind.as_ref().map(|kind| format!("  {} alone", visible(kind)));
    let name = (!filter.name.is_empty()).then(|| format!("  names with \"{}\"", visible(&filter.name)));
    spans.extend([kind, name].into_iter().flatten().map(|said| Span::styled(said, screen.palette.changed())));
    Line::from(spans)
}

/// As many keys as there is room for.
fn keys(width: u16) -> Line<'static> {
    let mut spans = vec![Span::raw(" ")];
    let mut room = width.saturating_sub(1);
    for (key, word) in FOOT {
        let taken = width_of(key) + width_of(word) + 3;
        if taken > room + 2 {
            break;
        }
        room = room.saturating_sub(taken);
        spans.push(Span::styled(*key, Palette::strong()));
        spans.push(Span::styled(format!(" {word}  "), Palette::faint()));
    }
    Line::from(spans)
}

/// What is said where there is no room for a review.
pub(super) fn too_small(area: Rect, buffer: &mut Buffer) {
    let (columns, rows) = SMALLEST;
    let said = format!(
        "a review needs {columns} by {rows} cells; here are {} by {}: q quits",
        area.width, area.height
    );
    let lines = plain(&said, area.width.max(1).into(), 0, Style::new());
    paint_all(&lines, area, buffer);
}
