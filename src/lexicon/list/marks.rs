//! Words that say how a number beside them is meant: percentages, ranges, designations, names of rulers.

use serde::Deserialize;

use super::{Row, Written, parse};
use crate::error::Result;
use crate::lexicon::Sense;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Marks {
    #[serde(default)]
    between: Vec<String>,
    #[serde(default)]
    colloquial_hundred: Vec<String>,
    #[serde(default)]
    designator: Vec<String>,
    #[serde(default)]
    doubled: Vec<String>,
    #[serde(default)]
    r#in: Vec<String>,
    #[serde(default)]
    named_by: Vec<String>,
    #[serde(default)]
    numbered_name: Vec<String>,
    #[serde(default)]
    of: Vec<String>,
    #[serde(default)]
    or: Vec<String>,
    #[serde(default)]
    percent: Vec<String>,
    #[serde(default)]
    pronoun_one: Vec<String>,
    #[serde(default)]
    regnal: Vec<String>,
    #[serde(default)]
    score: Vec<String>,
    #[serde(default)]
    to: Vec<String>,
}

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    let marks: Marks = parse(list)?;
    let groups = [
        (Sense::Between, marks.between),
        (Sense::Colloquial(100), marks.colloquial_hundred),
        (Sense::Designator, marks.designator),
        (Sense::Doubled, marks.doubled),
        (Sense::In, marks.r#in),
        (Sense::NamedBy, marks.named_by),
        (Sense::NumberedName, marks.numbered_name),
        (Sense::Of, marks.of),
        (Sense::Or, marks.or),
        (Sense::Percent, marks.percent),
        (Sense::PronounOne, marks.pronoun_one),
        (Sense::Regnal, marks.regnal),
        (Sense::Score, marks.score),
        (Sense::To, marks.to),
    ];
    Ok(groups
        .into_iter()
        .flat_map(|(sense, words)| words.into_iter().map(move |word| (word, sense)))
        .collect())
}
