//! What takes the place of the changes: the difference of the snapshots, all facts of the document, the keys.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::dialog::below;
use super::keys::help as keys;
use super::paint::{LRI, line, paint, paint_all};
use super::palette::Palette;
use super::wrap::{plain, sentence};
use crate::harness::Evidence;
use crate::report::{PDI, gist, grouped, visible};
use crate::review::Session;
use crate::snapshot::{Item, LineChange};

/// Draws the difference of the snapshots from the line `scroll` on; where it was drawn from, and rows of a page.
pub(super) fn lines(
    session: &Session,
    palette: Palette,
    scroll: usize,
    area: Rect,
    buffer: &mut Buffer,
) -> (usize, usize) {
    let all = session.sheet().map(|sheet| sheet.case.changed.lines.as_slice()).unwrap_or_default();
    if all.is_empty() {
        paint(
            &line(" no line of a snapshot that was accepted before differs", Palette::faint()),
            area,
            0,
            buffer,
        );
    }
    from(all, scroll, area, buffer, |one, width| difference(one, palette, width))
}

fn difference(one: &LineChange, palette: Palette, width: usize) -> Vec<Line<'static>> {
    let style = match one.sign {
        '+' => palette.added(),
        '-' => palette.removed(),
        _ => Palette::faint(),
    };
    let sign = if one.sign == '@' { '⋯' } else { one.sign };
    plain(&format!(" {sign}{LRI}{}{PDI}", visible(&one.text)), width, 3, style)
}

/// Draws all facts from the one of index `scroll` on, likewise.
pub(super) fn facts(
    session: &Session,
    palette: Palette,
    scroll: usize,
    area: Rect,
    buffer: &mut Buffer,
) -> (usize, usize) {
    let Some(sheet) = session.sheet() else { return (0, 1) };
    let all = sheet.case.facts.as_slice();
    let number = if all.is_empty() { 0 } else { scroll.min(all.len() - 1) + 1 };
    let said = format!(" fact {} of {}", grouped(number), grouped(all.len()));
    paint(&line(said, Palette::faint()), area, 0, buffer);
    from(all, scroll, below(area, 1), buffer, |item, width| fact(item, &sheet.case.text, palette, width))
}

fn fact(item: &Item<'_>, text: &str, palette: Palette, width: usize) -> Vec<Line<'static>> {
    let mut lines = vec![Line::from(vec![
        Span::styled(format!(" {}", visible(&item.kind)), palette.changed()),
        Span::raw(format!(" {}", gist(item))),
        Span::styled(format!("  {}", visible(&item.rule)), Palette::faint()),
    ])];
    if let Some(evidence) = Evidence::at(text, item.span) {
        lines.extend(sentence(&evidence, width, Palette::strong()));
    }
    lines
}

/// Draws items from the one of index `scroll` on, as long as there is room: no item that is not seen is looked at.
fn from<T>(
    all: &[T],
    scroll: usize,
    area: Rect,
    buffer: &mut Buffer,
    each: impl Fn(&T, usize) -> Vec<Line<'static>>,
) -> (usize, usize) {
    let scroll = scroll.min(all.len().saturating_sub(1));
    let (mut rest, mut shown) = (area, 0_usize);
    for item in &all[scroll..] {
        if rest.height == 0 {
            break;
        }
        rest = below(rest, paint_all(&each(item, area.width.into()), rest, buffer));
        shown += 1;
    }
    (scroll, shown.saturating_sub(1).max(1))
}

/// Draws the keys from the row `scroll` on; where they were drawn from.
pub(super) fn help(scroll: usize, area: Rect, buffer: &mut Buffer) -> usize {
    let rows: Vec<_> = keys()
        .map(|(key, words)| {
            let key = Span::styled(format!("  {key:>9}"), Palette::strong());
            Line::from(vec![key, Span::styled(format!("  {words}"), Style::new())])
        })
        .collect();
    let scroll = scroll.min(rows.len().saturating_sub(area.height.into()));
    paint_all(&rows[scroll..], area, buffer);
    scroll
}
