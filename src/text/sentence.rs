//! Sentences: the shortest stretch that a reviewer can judge a fact in.

use crate::span::Span;

/// Characters on either side of a span beyond which a sentence without an end is cut.
const FAR: usize = 600;

/// The sentences of `text`, in order, without the white space between them. A sentence ends with its line, or with a
/// full stop, question or exclamation mark that white space or a closing quotation mark follows.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if ends_sentence(text, at, c) {
            push(text, start, at + c.len_utf8(), &mut found);
            start = at + c.len_utf8();
        }
    }
    push(text, start, text.len(), &mut found);
    found
}

/// The sentence that `span` stands in (or the stretch from the sentence of its start to that of its end).
///
/// ```
/// use tahqiq::{span::Span, text::sentence_at};
///
/// let text = "هدأ القصف. قُتل 17 شخصاً. ثم عاد.";
/// let at = text.find("17").unwrap() as u32;
/// let sentence = sentence_at(text, Span::new(at, at + 2));
/// assert_eq!(&text[sentence.range()], "قُتل 17 شخصاً.");
/// ```
pub fn sentence_at(text: &str, span: Span) -> Span {
    let start = text[..span.range().start]
        .char_indices()
        .rev()
        .take(FAR)
        .find(|(at, c)| ends_sentence(text, *at, *c));
    let start = start.map_or_else(|| nth_back(text, span.range().start), |(at, c)| at + c.len_utf8());
    let rest = &text[span.range().end..];
    let end = rest.char_indices().take(FAR).find(|(at, c)| ends_sentence(text, span.range().end + at, *c));
    let end = end.map_or_else(
        || span.range().end + rest.char_indices().nth(FAR).map_or(rest.len(), |(at, _)| at),
        |(at, c)| span.range().end + at + c.len_utf8(),
    );
    trim(text, start, end).map_or(span, |sentence| sentence.to(span))
}

fn nth_back(text: &str, end: usize) -> usize {
    text[..end].char_indices().rev().take(FAR).last().map_or(end, |(at, _)| at)
}

fn ends_sentence(text: &str, at: usize, c: char) -> bool {
    match c {
        '\n' | '\u{2028}' | '\u{2029}' => true,
        '.' | '!' | '?' | '؟' | '…' | '۔' => {
            let next = text[at + c.len_utf8()..].chars().next();
            next.is_none_or(|n| n.is_whitespace() || matches!(n, '"' | '”' | '“' | '»' | ')' | '\u{200f}'))
        }
        _ => false,
    }
}

fn push(text: &str, start: usize, end: usize, into: &mut Vec<Span>) {
    into.extend(trim(text, start, end));
}

fn trim(text: &str, start: usize, end: usize) -> Option<Span> {
    let stretch = &text[start..end];
    let from = start + (stretch.len() - stretch.trim_start().len());
    let to = start + stretch.trim_end().len();
    (from < to).then(|| Span::new(from as u32, to as u32))
}
