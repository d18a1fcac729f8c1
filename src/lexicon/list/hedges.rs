//! How a number is hedged, before it or (`after`) behind it: `over = ["أكثر من"]`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Row, Written, named_rows, parse};
use crate::error::Result;
use crate::lexicon::{Hedge, Sense};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hedges {
    #[serde(default)]
    before: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    after: BTreeMap<String, Vec<String>>,
}

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    let table: Hedges = parse(list)?;
    let mut rows = named_rows(table.before, |key| hedge(key).map(Sense::Hedge))?;
    rows.extend(named_rows(table.after, |key| hedge(key).map(Sense::HedgeAfter))?);
    Ok(rows)
}

fn hedge(key: &str) -> Option<Hedge> {
    Some(match key {
        "over" => Hedge::Over,
        "at-least" => Hedge::AtLeast,
        "under" => Hedge::Under,
        "at-most" => Hedge::AtMost,
        "about" => Hedge::About,
        _ => return None,
    })
}
