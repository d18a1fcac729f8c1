//! The difference of two texts line by line, for who wants to see what the file will show.

use similar::{ChangeTag, TextDiff};

/// A line of a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineChange {
    /// `-`, `+`, or a space for a line that both have.
    pub sign: char,
    /// The line, without its end.
    pub text: String,
}

/// Lines of `old` and `new` that differ, each group with `context` common lines around it; an empty line of sign `@`
/// stands between groups.
pub fn line_diff(old: &str, new: &str, context: usize) -> Vec<LineChange> {
    let diff = TextDiff::from_lines(old, new);
    let mut lines = Vec::new();
    for group in diff.grouped_ops(context) {
        if !lines.is_empty() {
            lines.push(LineChange { sign: '@', text: String::new() });
        }
        lines.extend(group.iter().flat_map(|op| diff.iter_changes(op)).map(|change| LineChange {
            sign: sign(change.tag()),
            text: change.value().trim_end_matches('\n').to_owned(),
        }));
    }
    lines
}

fn sign(tag: ChangeTag) -> char {
    match tag {
        ChangeTag::Delete => '-',
        ChangeTag::Insert => '+',
        ChangeTag::Equal => ' ',
    }
}
