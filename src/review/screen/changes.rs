//! The changes on the right: of a document, or of a cluster in all documents.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::dialog::below;
use super::list::window;
use super::paint::{line, paint};
use super::palette::Palette;
use crate::docket::{Effect, Ruling};
use crate::report::{FSI, PDI, Words, cluster_gist, plural, visible};
use crate::review::{Entry, Session, Sheet, Spot};

/// Draws what is open, and returns the rest of the area.
pub(super) fn title(session: &Session, palette: Palette, area: Rect, buffer: &mut Buffer) -> Rect {
    let mut spans = vec![Span::raw(" ")];
    match session.entries().get(session.entry()) {
        None => spans.push(Span::styled("nothing is shown: f and / change the filter", palette.changed())),
        Some(Entry::Document(sheet)) => document(&session.sheets()[*sheet], palette, &mut spans),
        Some(Entry::Cluster(index)) => {
            let like = &session.clusters()[*index];
            let documents = like.spots.chunk_by(|a, b| a.sheet == b.sheet).count();
            let gist = cluster_gist(&like.cluster);
            spans.push(Span::styled(format!("{} {gist}", visible(&like.cluster.kind)), Palette::strong()));
            let changes = plural(like.spots.len(), "change");
            let said = format!("  {changes} in {}", plural(documents, "document"));
            spans.push(Span::raw(said));
        }
    }
    paint(&Line::from(spans), area, 0, buffer);
    below(area, 1)
}

fn document(sheet: &Sheet, palette: Palette, spans: &mut Vec<Span<'static>>) {
    spans.push(Span::styled(name(sheet), Palette::strong()));
    let waiting = sheet.waiting();
    let said = match waiting {
        0 if sheet.case.ledger.is_verified => "  decided and verified".to_owned(),
        0 => "  decided: v marks it verified".to_owned(),
        _ if waiting == sheet.rows.len() => format!("  {}", plural(waiting, "change")),
        _ => format!("  {waiting} of {} wait", plural(sheet.rows.len(), "change")),
    };
    spans.push(Span::raw(said));
    if sheet.case.is_new() {
        spans.push(Span::styled("  new", palette.added()));
    }
    if sheet.case.ledger.is_verified && waiting > 0 {
        spans.push(Span::styled("  verified before", palette.changed()));
    }
}

/// A document's name, isolated.
pub(super) fn name(sheet: &Sheet) -> String {
    let name = visible(sheet.case.id());
    if name.is_ascii() { name } else { format!("{FSI}{name}{PDI}") }
}

/// Draws the changes around the current one in the upper part of the area, and returns the lower.
pub(super) fn draw(session: &Session, palette: Palette, area: Rect, buffer: &mut Buffer) -> Rect {
    let total = session.rows().len();
    let height = total.min(usize::from(area.height / 3).max(3)) as u16;
    let start = window(session.row(), total, height.into());
    for (y, index) in (0..height).zip(start..total) {
        let row = Rect { y: area.y + y, height: 1, ..area };
        if index == session.row() {
            buffer.set_style(row, Palette::here());
        }
        paint(&change(session, session.rows()[index], palette), row, 0, buffer);
    }
    let rest = below(area, height);
    let more = total.saturating_sub(start + usize::from(height));
    let rule = "─".repeat(usize::from(area.width).saturating_sub(14));
    let rule = if start + more > 0 {
        format!("── {} of {total} {rule}", session.row() + 1)
    } else {
        format!("{rule}──────────────")
    };
    paint(&line(rule, Palette::faint()), rest, 0, buffer);
    below(rest, 1)
}

/// A change in a line: how it was decided, its words, what it does to what was verified, the rule, its id.
fn change(session: &Session, spot: Spot, palette: Palette) -> Line<'static> {
    let sheet = &session.sheets()[spot.sheet];
    let row = &sheet.rows[spot.row];
    let mut spans = vec![Span::raw(" "), ruled(row.ruling(), palette), Span::raw(" ")];
    let Some(sight) = sheet.sight(spot.row) else {
        spans.push(Span::raw("no fact says anything else, but something moved"));
        return Line::from(spans);
    };
    let words = Words::of(sight.change);
    let color = palette.nature(sight.change.nature);
    spans.push(Span::styled(format!("{} {}", words.sign, words.kind), color));
    spans.push(Span::raw(format!(" {}{}", words.said, words.noise)));
    match sight.effect {
        Effect::Breaks => spans.push(Span::styled("  breaks", palette.removed())),
        Effect::Mends(_) => spans.push(Span::styled("  mends", palette.added())),
        Effect::Neither => {}
    }
    if matches!(session.entries().get(session.entry()), Some(Entry::Cluster(_))) {
        spans.push(Span::raw(format!("  {}", name(sheet))));
    }
    spans.push(Span::styled(format!("  {}  #{}", words.rule, row.id), Palette::faint()));
    Line::from(spans)
}

fn ruled(ruling: Option<Ruling>, palette: Palette) -> Span<'static> {
    match ruling {
        None => Span::styled(" ", Style::new()),
        Some(Ruling::Accept) => Span::styled("✓", palette.added()),
        Some(Ruling::Reject) => Span::styled("✗", palette.removed()),
    }
}
