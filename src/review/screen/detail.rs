//! The current change: what it does, its sentence before and after, what it says field by field.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::changes::name;
use super::paint::{line, paint_all};
use super::palette::Palette;
use super::wrap::{plain, quotation, sentence};
use crate::docket::Effect;
use crate::harness::Evidence;
use crate::report::{plural, value, visible};
use crate::review::{Entry, Session, Sheet, Sight};
use crate::snapshot::{DOCUMENT, Field, Item, Nature};

/// Draws it from the row `scroll` on; the row that it was drawn from and the rows that there is room for.
pub(super) fn draw(
    session: &Session,
    palette: Palette,
    scroll: usize,
    area: Rect,
    buffer: &mut Buffer,
) -> (usize, usize) {
    let Some(sheet) = session.sheet() else { return (0, 1) };
    let width = usize::from(area.width);
    let mut lines = head(session, sheet, palette, width);
    if let Some(sight) = session.sight() {
        lines.extend(sentences(sheet, sight, palette, width));
        lines.extend(fields(sight, palette, width));
    }
    let room = usize::from(area.height);
    let most = lines.len().saturating_sub(room);
    let scroll = scroll.min(most);
    paint_all(&lines[scroll..], area, buffer);
    if most > 0 {
        let left = most - scroll;
        let said = if left == 0 { "PgUp".to_owned() } else { format!("PgDn: {}", plural(left, "more line")) };
        let at = area.width.saturating_sub(said.len() as u16 + 1);
        let last = Rect {
            x: area.x + at,
            y: area.y + area.height.saturating_sub(1),
            width: area.width - at,
            height: 1,
        };
        paint_all(&[line(said, Palette::here())], last, buffer);
    }
    (scroll, room.saturating_sub(1))
}

/// Where it is from, what it does, and what the reader should know.
fn head(session: &Session, sheet: &Sheet, palette: Palette, width: usize) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    if matches!(session.entries().get(session.entry()), Some(Entry::Cluster(_))) {
        lines.push(line(format!(" {}", name(sheet)), Palette::strong()));
    }
    if let Some(error) = &sheet.trouble {
        lines.extend(plain(&format!(" ! {}", visible(&error.to_string())), width, 3, palette.removed()));
    }
    for note in &sheet.case.notes {
        lines.extend(plain(&format!(" ! {}", visible(note)), width, 3, palette.changed()));
    }
    let Some(spot) = session.spot() else { return lines };
    let row = session.row_at(spot);
    let Some(sight) = session.sight() else { return lines };
    let mut said = format!(" {}  #{}", visible(&sight.change.item().rule), row.id).replace("   #", " #");
    if let Some(cluster) = &row.cluster {
        said = format!("{said}  cluster {cluster}{}", likes(session, cluster));
    }
    lines.extend(plain(&said, width, 1, Palette::faint()));
    let style = if sight.effect == Effect::Breaks { palette.removed() } else { palette.added() };
    lines.extend(sight.effect.name().map(|name| line(format!(" {name}"), style)));
    lines
}

/// ` (12 in 9 documents)`, of a cluster of several.
fn likes(session: &Session, cluster: &str) -> String {
    let Some(like) = session.clusters().iter().find(|like| like.cluster.id == cluster) else {
        return String::new();
    };
    let documents = like.spots.chunk_by(|a, b| a.sheet == b.sheet).count();
    format!(" ({} in {})", like.spots.len(), plural(documents, "document"))
}

/// The sentence with the quotation, twice where that was another.
fn sentences(sheet: &Sheet, sight: Sight<'_>, palette: Palette, width: usize) -> Vec<Line<'static>> {
    let change = sight.change;
    let mark = palette.nature(change.nature).patch(Palette::strong());
    let is_elsewhere = matches!(change.nature, Nature::Grown | Nature::Shrunk | Nature::Shifted);
    let was = change.old.as_ref().filter(|_| is_elsewhere || change.new.is_none());
    let mut lines = Vec::new();
    if let Some(old) = was.filter(|old| !old.text.is_empty()) {
        lines.push(line(" was", Palette::faint()));
        let evidence = if change.new.is_none() { sight.evidence.cloned() } else { before(sheet, old) };
        lines.extend(match evidence {
            Some(evidence) => sentence(&evidence, width, mark),
            None => quotation(&old.text, width, mark),
        });
    }
    if let (Some(_), Some(evidence)) = (&change.new, sight.evidence) {
        if !lines.is_empty() {
            lines.push(line(" now", Palette::faint()));
        }
        lines.extend(sentence(evidence, width, mark));
    }
    lines
}

/// Where a fact stood, as far as the text is still the same there.
fn before(sheet: &Sheet, old: &Item<'_>) -> Option<Evidence> {
    let text = &sheet.case.text;
    (text.get(old.span.range()) == Some(&*old.text)).then(|| Evidence::at(text, old.span)).flatten()
}

/// What the fact says, first what it says otherwise: `number  17 │ 71`.
fn fields(sight: Sight<'_>, palette: Palette, width: usize) -> Vec<Line<'static>> {
    let pairs = pairs(sight);
    let widest = pairs.iter().map(|(name, ..)| name.chars().count()).max().unwrap_or(0);
    let (same, otherwise): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(_, old, new)| old == new);
    let both = sight.change.old.is_some() && sight.change.new.is_some();
    let mut lines = Vec::new();
    for (name, old, new) in otherwise.into_iter().chain(same) {
        let (said, style) = match (both, old == new) {
            (true, false) => (format!("{old} │ {new}"), palette.changed()),
            (true, true) => (new, Palette::faint()),
            (false, _) => (if new.is_empty() { old } else { new }, Style::new()),
        };
        let text = format!(" {name:<widest$}  {said}");
        lines.extend(plain(&text, width, widest + 3, style));
    }
    if !lines.is_empty() {
        let heading = if both { " was │ now" } else { "" };
        lines.insert(0, Line::from(Span::styled(heading, Palette::faint())));
    }
    lines
}

/// Each field's name and what it said and says; nothing where there is no fact.
fn pairs(sight: Sight<'_>) -> Vec<(String, String, String)> {
    let (old, new) = (sight.change.old.as_ref(), sight.change.new.as_ref());
    let mut names: Vec<&str> = Vec::new();
    for (name, _) in [new, old].into_iter().flatten().flat_map(|item| &item.fields) {
        if !names.contains(&&**name) {
            names.push(name);
        }
    }
    let said = |item: Option<&Item<'_>>, name: &str| {
        item.map(|item| value(item.field(name).unwrap_or(&Field::Null))).unwrap_or_default()
    };
    let says = |name: &&str| [old, new].into_iter().flatten().any(|item| item.field(name).is_some());
    let fields = names.into_iter().filter(says);
    let mut pairs: Vec<_> = fields.map(|name| (visible(name), said(old, name), said(new, name))).collect();
    let rule = |item: Option<&Item<'_>>| item.map(|item| visible(&item.rule)).unwrap_or_default();
    let place = |item: Option<&Item<'_>>| {
        item.map(|item| format!("{}..{}", item.span.start, item.span.end)).unwrap_or_default()
    };
    if sight.change.item().kind != DOCUMENT {
        pairs.push(("rule".to_owned(), rule(old), rule(new)));
        pairs.push(("bytes".to_owned(), place(old), place(new)));
    }
    pairs
}
