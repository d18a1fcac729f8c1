//! Words that say how a number beside them is meant: percentages, ranges, designations, names of rulers.

use serde::Deserialize;

use super::{Row, parse};
use crate::error::Result;
use crate::lexicon::Sense;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Marks {
    #[serde(default)]
    between: Vec<String>,
    #[serde(default)]
    designator: Vec<String>,
    #[serde(default)]
    percent: Vec<String>,
    #[serde(default)]
    regnal: Vec<String>,
}

pub(super) fn rows(text: &str) -> Result<Vec<Row>> {
    let marks: Marks = parse(text)?;
    let groups = [
        (Sense::Between, marks.between),
        (Sense::Designator, marks.designator),
        (Sense::Percent, marks.percent),
        (Sense::Regnal, marks.regnal),
    ];
    Ok(groups
        .into_iter()
        .flat_map(|(sense, words)| words.into_iter().map(move |word| (word, sense)))
        .collect())
}
