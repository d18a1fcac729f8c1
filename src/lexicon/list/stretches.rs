//! Stretches of the calendar: seasons, decades, and which part of a stretch is meant.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Row, Written, named_rows, parse};
use crate::error::Result;
use crate::fact::Mod;
use crate::lexicon::{Season, Sense};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stretches {
    #[serde(default)]
    phase: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    season: BTreeMap<String, Vec<String>>,
    /// By the first year within their century.
    #[serde(default)]
    decade: BTreeMap<String, Vec<String>>,
    /// By how many of them a year has.
    #[serde(default)]
    portion: BTreeMap<String, Vec<String>>,
}

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    let table: Stretches = parse(list)?;
    let mut rows = named_rows(table.phase, |key| phase(key).map(Sense::Phase))?;
    rows.extend(named_rows(table.season, |key| season(key).map(Sense::Season))?);
    rows.extend(named_rows(table.decade, |key| key.parse().ok().map(Sense::Decade))?);
    rows.extend(named_rows(table.portion, |key| key.parse().ok().map(Sense::Portion))?);
    Ok(rows)
}

fn phase(key: &str) -> Option<Mod> {
    Some(match key {
        "start" => Mod::Start,
        "mid" => Mod::Mid,
        "end" => Mod::End,
        _ => return None,
    })
}

fn season(key: &str) -> Option<Season> {
    Some(match key {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "autumn" => Season::Autumn,
        "winter" => Season::Winter,
        _ => return None,
    })
}
