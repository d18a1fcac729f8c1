//! Days by their names: weekdays, days counted from today, and which of a row of days is meant.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Row, Written, named_rows, parse};
use crate::error::Result;
use crate::lexicon::{Sense, VagueTime};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Days {
    /// Weekdays from Monday, 1 to 7, with their article (or English).
    #[serde(default)]
    weekday: BTreeMap<String, Vec<String>>,
    /// The same without the article, where no number or pronoun has the same letters.
    #[serde(default)]
    bare: BTreeMap<String, Vec<String>>,
    /// Days from today.
    #[serde(default)]
    shift: BTreeMap<String, Vec<String>>,
    /// Steps from now, agreeing with any noun.
    #[serde(default)]
    step: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    this: Vec<String>,
    #[serde(default)]
    vague: BTreeMap<String, Vec<String>>,
}

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    let table: Days = parse(list)?;
    let mut rows = named_rows(table.weekday, |key| key.parse().ok().map(|n| Sense::Weekday(n, false)))?;
    rows.extend(named_rows(table.bare, |key| key.parse().ok().map(|n| Sense::Weekday(n, true)))?);
    rows.extend(named_rows(table.shift, |key| key.parse().ok().map(Sense::DayShift))?);
    rows.extend(named_rows(table.step, |key| key.parse().ok().map(Sense::Step))?);
    rows.extend(table.this.into_iter().map(|word| (word, Sense::This)));
    rows.extend(named_rows(table.vague, |key| vague(key).map(Sense::VagueTime))?);
    Ok(rows)
}

fn vague(key: &str) -> Option<VagueTime> {
    Some(match key {
        "past" => VagueTime::Past,
        "present" => VagueTime::Present,
        "future" => VagueTime::Future,
        _ => return None,
    })
}
