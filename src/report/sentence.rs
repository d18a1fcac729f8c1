//! Sentences that are read right to left, on terminals that can do so and on those that cannot.
//!
//! A sentence stands on a line of its own between isolates, its quotation between ⟦ and ⟧; what cannot be seen is shown
//! by name. Nothing is ever put under it: no two terminals agree where that would be.

use std::fmt::Write as _;

use super::style::Styles;
use crate::harness::Evidence;

/// First strong isolate: what follows runs in its own direction.
pub const FSI: char = '\u{2068}';
/// Pop directional isolate: here it ends.
pub const PDI: char = '\u{2069}';
/// Characters on either side of a quotation beyond which a sentence is cut.
const SIDE: usize = 140;

/// Text in its own direction amid text that runs left to right.
pub fn isolated(text: &str) -> String {
    format!("{FSI}{}{PDI}", visible(text))
}

/// The sentence with its quotation marked.
///
/// ```
/// use tahqiq::harness::Evidence;
/// use tahqiq::report::{STYLES, sentence};
/// use tahqiq::span::Span;
///
/// let evidence = Evidence::at("قُتل 17 شخصاً.", Span::new(9, 11)).unwrap();
/// let shown = anstream::adapter::strip_str(&sentence(&evidence, &STYLES)).to_string();
/// assert_eq!(shown, "\u{2068}قُتل ⟦17⟧ شخصاً.\u{2069}");
/// ```
pub fn sentence(evidence: &Evidence, styles: &Styles) -> String {
    let [before, quotation, after] = quoted(evidence);
    let (mark, end) = (styles.mark.render(), styles.mark.render_reset());
    format!("{FSI}{before}{mark}⟦{quotation}⟧{end}{after}{PDI}")
}

/// The sentence in three, the quotation in the middle: cut far from it, with what cannot be seen shown by name.
pub(super) fn quoted(evidence: &Evidence) -> [String; 3] {
    let (before, rest) = evidence.sentence.split_at(evidence.mark.start);
    let (quotation, after) = rest.split_at(evidence.mark.len());
    let (near_before, near_after) = (last_words(before), first_words(after));
    let opening = if near_before.len() < before.len() { "… " } else { "" };
    let closing = if near_after.len() < after.len() { " …" } else { "" };
    let (before, after) = (visible(near_before), visible(near_after));
    [format!("{opening}{before}"), visible(quotation), format!("{after}{closing}")]
}

/// The text with all that cannot be seen, or that would steer the terminal, shown by name.
///
/// ```
/// assert_eq!(tahqiq::report::visible("يوم\u{200f}\u{a0}\u{1b}[31m"), "يوم⟨RLM⟩⟨NBSP⟩⟨U+001B⟩[31m");
/// ```
pub fn visible(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut shown, c| {
        match (name(c), is_unseen(c)) {
            (Some(name), _) => shown.extend(["⟨", name, "⟩"]),
            (None, true) => {
                let _ = write!(shown, "⟨U+{:04X}⟩", c as u32);
            }
            (None, false) => shown.push(c),
        }
        shown
    })
}

fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '\t' => "TAB",
        '\n' => "LF",
        '\r' => "CR",
        '\u{a0}' => "NBSP",
        '\u{ad}' => "SHY",
        '\u{61c}' => "ALM",
        '\u{200b}' => "ZWSP",
        '\u{200c}' => "ZWNJ",
        '\u{200d}' => "ZWJ",
        '\u{200e}' => "LRM",
        '\u{200f}' => "RLM",
        '\u{202a}' => "LRE",
        '\u{202b}' => "RLE",
        '\u{202c}' => "PDF",
        '\u{202d}' => "LRO",
        '\u{202e}' => "RLO",
        '\u{202f}' => "NNBSP",
        '\u{2060}' => "WJ",
        '\u{2066}' => "LRI",
        '\u{2067}' => "RLI",
        '\u{2068}' => "FSI",
        '\u{2069}' => "PDI",
        '\u{feff}' => "BOM",
        _ => return None,
    })
}

/// Controls, separators of lines, and the tags that hide text from readers.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{206a}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}' | '\u{e0000}'..='\u{e007f}')
}

/// The end of `text`, from the start of a word.
pub(super) fn last_words(text: &str) -> &str {
    let Some((cut, _)) = text.char_indices().rev().nth(SIDE) else { return text };
    let near = &text[cut..];
    near.find(char::is_whitespace).map_or(near, |at| near[at..].trim_start())
}

/// The start of `text`, up to the end of a word.
pub(super) fn first_words(text: &str) -> &str {
    let Some((cut, _)) = text.char_indices().nth(SIDE) else { return text };
    let near = &text[..cut];
    near.rfind(char::is_whitespace).map_or(near, |at| near[..at].trim_end())
}
