//! Words of recurrence: `[per] day = ["يوميا"]`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::units::unit;
use super::{Row, Written, named_rows, parse};
use crate::error::Result;
use crate::lexicon::Sense;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Recurrences {
    #[serde(default)]
    every: Vec<String>,
    #[serde(default)]
    per: BTreeMap<String, Vec<String>>,
    /// A number of times; 0 is the plural that a number counts.
    #[serde(default)]
    times: BTreeMap<String, Vec<String>>,
}

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    let table: Recurrences = parse(list)?;
    let mut rows: Vec<Row> = table.every.into_iter().map(|word| (word, Sense::Every)).collect();
    rows.extend(named_rows(table.per, |key| unit(key).map(Sense::Per))?);
    rows.extend(named_rows(table.times, |key| key.parse().ok().map(|n| Sense::Times((n > 0).then_some(n))))?);
    Ok(rows)
}
