//! Meanings of words that tell what a line of a page is.

/// What a word or phrase says about the line that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PageWord {
    /// A caption starts with it.
    Caption,
    /// It credits an author, agency or way of reporting.
    Credit,
    /// A heading after which short lines are links.
    Heading,
    /// A whole line of furniture.
    Line,
    /// A formula that opens a text.
    Opening,
    /// A line of furniture starts with it.
    Start,
}
