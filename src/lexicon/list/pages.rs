//! Habits of pages: furniture by whole lines and by how lines start, credits, captions, and formulas that open a text.

use serde::Deserialize;

use super::{Row, Written, parse};
use crate::error::Result;
use crate::lexicon::{PageWord, Sense};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pages {
    /// Words of a credit line: متابعات, خاص.
    #[serde(default)]
    credit: Vec<String>,
    /// What a caption starts with.
    #[serde(default)]
    caption: Vec<String>,
    /// Headings after which short lines are links.
    #[serde(default)]
    heading: Vec<String>,
    /// Whole lines of furniture; numbers beside them are counters.
    #[serde(default)]
    line: Vec<String>,
    /// Formulas that open a text and are not its headline.
    #[serde(default)]
    opening: Vec<String>,
    /// What a line of furniture starts with.
    #[serde(default)]
    start: Vec<String>,
}

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    let pages: Pages = parse(list)?;
    let groups = [
        (PageWord::Credit, pages.credit),
        (PageWord::Caption, pages.caption),
        (PageWord::Heading, pages.heading),
        (PageWord::Line, pages.line),
        (PageWord::Opening, pages.opening),
        (PageWord::Start, pages.start),
    ];
    let rows =
        groups.into_iter().flat_map(|(word, words)| words.into_iter().map(move |w| (w, Sense::Page(word))));
    Ok(rows.collect())
}
