//! Lines: what an article's source calls a paragraph.

use crate::span::Span;

/// One line with visible text in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The line without its end and without white space, marks of order and tatweel around it.
    pub span: Span,
    /// Its number in the file, from 1.
    pub number: u32,
}

/// The lines of `text` that hold anything to see, in order.
///
/// ```
/// use tahqiq::text::lines;
///
/// let found = lines("\u{feff}عاجل \r\n\n  متابعات\u{a0}\n");
/// assert_eq!(found.iter().map(|l| l.number).collect::<Vec<_>>(), [1, 3]);
/// ```
pub fn lines(text: &str) -> Vec<Line> {
    let mut found = Vec::new();
    let mut start = 0;
    for (index, line) in text.split('\n').enumerate() {
        let from = line.len() - line.trim_start_matches(is_blank).len();
        let to = line.trim_end_matches(is_blank).len();
        if from < to {
            let span = Span::new((start + from) as u32, (start + to) as u32);
            found.push(Line { span, number: index as u32 + 1 });
        }
        start += line.len() + 1;
    }
    found
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || super::fold::is_silent_control(c) || c == '\u{61C}'
}
