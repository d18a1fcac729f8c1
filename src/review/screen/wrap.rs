//! Wrapping at words, by the columns that they take.
//!
//! A sentence that is read right to left is broken here, and each of its lines isolated by itself: a terminal that can
//! turn lines does so line by line, and one that cannot shows the letters in the order in which they are read.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;

use super::paint::{opens, width};
use crate::harness::Evidence;
use crate::report::{FSI, PDI, visible};

/// Columns before each line of a sentence; the first isolate goes with them.
const INDENT: &str = "  ";

/// A grapheme, its columns, and whether it is quoted.
struct Glyph<'t> {
    text: &'t str,
    width: usize,
    is_quoted: bool,
}

/// The sentence in lines of `width` columns, its quotation between ⟦ and ⟧ on each of them, in `style`.
pub(super) fn sentence(evidence: &Evidence, width: usize, style: Style) -> Vec<Line<'static>> {
    let (before, rest) = evidence.sentence.split_at(evidence.mark.start);
    let (quotation, after) = rest.split_at(evidence.mark.len());
    quoted(&visible(before), &visible(quotation), &visible(after), width, style)
}

/// A quotation alone.
pub(super) fn quotation(text: &str, width: usize, style: Style) -> Vec<Line<'static>> {
    quoted("", &visible(text), "", width, style)
}

fn quoted(before: &str, quotation: &str, after: &str, width: usize, style: Style) -> Vec<Line<'static>> {
    let parts = [(before, false), ("⟦", true), (quotation, true), ("⟧", true), (after, false)];
    let glyphs: Vec<_> = parts.into_iter().flat_map(|(text, is_quoted)| glyphs(text, is_quoted)).collect();
    // Room for the brackets of a quotation that goes on from line to line.
    let room = width.saturating_sub(INDENT.len() + 2).max(1);
    lines(&glyphs, room).into_iter().map(|line| isolated(&glyphs[line], style)).collect()
}

fn glyphs(text: &str, is_quoted: bool) -> impl Iterator<Item = Glyph<'_>> {
    text.graphemes(true).map(move |text| Glyph { text, width: width(text).into(), is_quoted })
}

/// A line of a sentence: between isolates, with brackets around what is quoted of it.
fn isolated(glyphs: &[Glyph<'_>], style: Style) -> Line<'static> {
    let mut spans = vec![Span::raw(format!("{INDENT}{FSI}"))];
    for run in glyphs.chunk_by(|a, b| a.is_quoted == b.is_quoted) {
        let text: String = run.iter().map(|glyph| glyph.text).collect();
        spans.push(if run[0].is_quoted {
            let opening = if text.starts_with('⟦') { "" } else { "⟦" };
            let closing = if text.ends_with('⟧') { "" } else { "⟧" };
            Span::styled(format!("{opening}{text}{closing}"), style)
        } else {
            Span::raw(text)
        });
    }
    spans.push(Span::raw(PDI.to_string()));
    Line::from(spans)
}

/// Where each line of `room` columns begins and ends, without the white space at which it breaks.
fn lines(glyphs: &[Glyph<'_>], room: usize) -> Vec<std::ops::Range<usize>> {
    let mut lines = Vec::new();
    let mut at = 0;
    while at < glyphs.len() {
        let mut columns = 0;
        let fits = glyphs[at..].iter().take_while(|glyph| {
            columns += glyph.width;
            columns <= room
        });
        let full = at + fits.count().max(1);
        let is_space = |index: &usize| is_space(glyphs[*index].text);
        let cut = if full == glyphs.len() || is_space(&full) {
            full
        } else {
            (at + 1..full).rev().find(is_space).unwrap_or(full)
        };
        lines.push(at..cut);
        at = (cut..glyphs.len()).find(|index| !is_space(index)).unwrap_or(glyphs.len());
    }
    lines
}

fn is_space(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// Plain text in lines of `width` columns, in `style`; those after the first begin with `indent` spaces. What is isolated
/// is so on each of its lines.
pub(super) fn plain(text: &str, width: usize, indent: usize, style: Style) -> Vec<Line<'static>> {
    let glyphs: Vec<_> = glyphs(text, false).collect();
    let mut found = Vec::new();
    let mut open = String::new();
    for line in lines(&glyphs, width.saturating_sub(indent).max(1)) {
        let mut text = " ".repeat(if found.is_empty() { 0 } else { indent }) + &open;
        for glyph in &glyphs[line] {
            text.push_str(glyph.text);
            match glyph.text.chars().next() {
                Some(c) if opens(c) => open.push(c),
                Some(PDI) => drop(open.pop()),
                _ => {}
            }
        }
        text.extend(open.chars().map(|_| PDI));
        found.push(Line::from(Span::styled(text, style)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, mark: &str, width: usize) -> Vec<String> {
        let start = text.find(mark).expect("the mark is in the text");
        let evidence = Evidence { sentence: text.to_owned(), mark: start..start + mark.len() };
        sentence(&evidence, width, Style::new()).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn lines_are_isolated_each_and_break_at_words() {
        let lines = shown("قُتل 17 شخصاً في الهجوم.", "17", 16);
        assert_eq!(
            lines,
            ["  \u{2068}قُتل ⟦17⟧\u{2069}", "  \u{2068}شخصاً في\u{2069}", "  \u{2068}الهجوم.\u{2069}"]
        );
    }

    #[test]
    fn a_quotation_over_lines_has_its_brackets_on_each() {
        let lines = shown("نحو خمسة وعشرين ألف شخص", "خمسة وعشرين ألف", 16);
        let expected = ["نحو ⟦خمسة⟧", "⟦وعشرين ألف⟧", "شخص"];
        assert_eq!(lines, expected.map(|line| format!("  \u{2068}{line}\u{2069}")));
    }

    #[test]
    fn what_is_isolated_is_so_on_each_line() {
        let lines = plain("why  \u{2068}خمسة وعشرين\u{2069} end", 12, 2, Style::new());
        let lines: Vec<_> = lines.iter().map(ToString::to_string).collect();
        assert_eq!(lines, ["why  \u{2068}خمسة\u{2069}", "  \u{2068}وعشرين\u{2069} end"]);
    }

    #[test]
    fn a_word_that_is_too_long_is_cut_and_marks_take_no_room() {
        let lines = shown("سَيَستَقبِلونَها", "سَيَستَقبِلونَها", 8);
        assert!(lines.len() > 2, "{lines:?}");
        assert!(lines.iter().all(|line| super::super::paint::width_of(line) <= 8), "{lines:?}");
    }
}
