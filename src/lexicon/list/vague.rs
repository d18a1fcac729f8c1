//! Vague numerals: a class of numbers with its bounds, the lexical minimum of the plural first.

use serde::Deserialize;

use super::{Row, Written, parse};
use crate::error::Result;
use crate::lexicon::Sense;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Classes {
    class: Vec<VagueClass>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct VagueClass {
    low: u64,
    high: Option<u64>,
    words: Vec<String>,
}

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    let table: Classes = parse(list)?;
    let rows = table.class.into_iter().flat_map(|class| {
        class.words.into_iter().map(move |word| (word, Sense::Vague(class.low, class.high)))
    });
    Ok(rows.collect())
}
