//! The list on the left: clusters, then documents.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use super::paint::{line, paint, width, width_of};
use super::palette::Palette;
use crate::report::{FSI, PDI, cluster_gist, sign, visible};
use crate::review::{Entry, Session};

/// Columns of the list on a screen of that width.
pub(super) fn columns(screen: u16) -> u16 {
    (screen * 3 / 10).clamp(22, 44)
}

/// A line between the list and what stands beside it.
pub(super) fn border(area: Rect, buffer: &mut Buffer) {
    (0..area.height).for_each(|y| paint(&line("│", Palette::faint()), area, y, buffer));
}

/// First of `total` rows to be shown in `height`, so that `here` is among them.
pub(super) fn window(here: usize, total: usize, height: usize) -> usize {
    here.saturating_sub(height / 2).min(total.saturating_sub(height))
}

/// Draws the part of the list around the open entry.
pub(super) fn draw(session: &Session, palette: Palette, area: Rect, buffer: &mut Buffer) {
    let rows = rows(session);
    let here = rows.iter().position(|row| *row == Ok(session.entry())).unwrap_or(0);
    let start = window(here, rows.len(), area.height.into());
    for (y, row) in (0..area.height).zip(&rows[start..]) {
        match row {
            Err(heading) => paint(&line(*heading, Palette::strong()), area, y, buffer),
            Ok(index) => entry(session, *index, palette, Rect { y: area.y + y, height: 1, ..area }, buffer),
        }
    }
}

/// Every row: the index of an entry, or a heading.
fn rows(session: &Session) -> Vec<Result<usize, &'static str>> {
    let is_cluster = |index: &usize| matches!(session.entries()[*index], Entry::Cluster(_));
    let (likes, documents): (Vec<_>, Vec<_>) = (0..session.entries().len()).partition(is_cluster);
    let mut rows = Vec::with_capacity(session.entries().len() + 2);
    for (heading, part) in [("like changes", likes), ("documents", documents)] {
        if !part.is_empty() {
            rows.push(Err(heading));
            rows.extend(part.into_iter().map(Ok));
        }
    }
    rows
}

fn entry(session: &Session, index: usize, palette: Palette, area: Rect, buffer: &mut Buffer) {
    let (mark, name, count) = match session.entries()[index] {
        Entry::Cluster(index) => cluster(session, index, palette),
        Entry::Document(sheet) => document(session, sheet, palette),
    };
    if index == session.entry() {
        buffer.set_style(area, Palette::here());
    }
    let taken = width_of(&count);
    let room = area.width.saturating_sub(taken + 5);
    let name = if matches!(session.entries()[index], Entry::Document(_)) { tail(&name, room) } else { name };
    paint(&Line::from(vec![Span::raw(" "), mark]), area, 0, buffer);
    paint(&line(name, Style::new()), Rect { x: area.x + 3, width: room, ..area }, 0, buffer);
    let right = Rect { x: area.x + area.width.saturating_sub(taken + 1), width: taken, ..area };
    paint(&line(count, Palette::faint()), right, 0, buffer);
}

fn cluster(session: &Session, index: usize, palette: Palette) -> (Span<'static>, String, String) {
    let like = &session.clusters()[index];
    let cluster = &like.cluster;
    let waiting = like.spots.iter().filter(|spot| session.row_at(**spot).is_waiting()).count();
    let mark = if waiting == 0 {
        Span::styled("✓", palette.added())
    } else {
        Span::styled(sign(cluster.nature).to_string(), palette.nature(cluster.nature))
    };
    let count = if waiting == 0 { like.spots.len().to_string() } else { of(waiting, like.spots.len()) };
    let (gist, rule) = (cluster_gist(cluster), cluster.rule.rsplit('/').next().unwrap_or_default());
    (mark, format!("{} {gist} {}", visible(&cluster.kind), visible(rule)), count)
}

fn document(session: &Session, sheet: usize, palette: Palette) -> (Span<'static>, String, String) {
    let sheet = &session.sheets()[sheet];
    let (waiting, all) = (sheet.waiting(), sheet.rows.len());
    let mark = match () {
        () if sheet.trouble.is_some() => Span::styled("!", palette.removed()),
        () if waiting == 0 => Span::styled("✓", palette.added()),
        () if sheet.case.is_new() => Span::styled("+", palette.added()),
        () => Span::raw(" "),
    };
    let count = match waiting {
        0 if sheet.case.ledger.is_verified => format!("{all} verified"),
        0 => all.to_string(),
        waiting => of(waiting, all),
    };
    (mark, visible(sheet.case.id()), count)
}

/// `2/3`: what waits of all, or the number where that is all.
fn of(waiting: usize, all: usize) -> String {
    if waiting == all { all.to_string() } else { format!("{waiting}/{all}") }
}

/// The end of a name, which tells more than its beginning; isolated where it may run the other way.
fn tail(name: &str, room: u16) -> String {
    let graphemes: Vec<_> = name.grapheme_indices(true).collect();
    let cut = if width_of(name) <= room {
        0
    } else {
        let mut left = room.saturating_sub(1);
        let fits = graphemes.iter().rev().take_while(|(_, grapheme)| {
            let taken = width(grapheme);
            let does = taken <= left;
            left = left.saturating_sub(taken);
            does
        });
        fits.last().map_or(name.len(), |(at, _)| *at)
    };
    let shown = if cut == 0 { name.to_owned() } else { format!("…{}", &name[cut..]) };
    if shown.replace('…', "").is_ascii() { shown } else { format!("{FSI}{shown}{PDI}") }
}
