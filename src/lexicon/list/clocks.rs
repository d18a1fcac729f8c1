//! The clock and the parts of the day: `morning = ["صباح", "صباحا"]`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Row, Written, named_rows, parse};
use crate::error::Result;
use crate::lexicon::{DayPart, Sense};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Clocks {
    #[serde(default)]
    clock: Vec<String>,
    #[serde(default)]
    minutes: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    part: BTreeMap<String, Vec<String>>,
}

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    let table: Clocks = parse(list)?;
    let mut rows: Vec<Row> = table.clock.into_iter().map(|word| (word, Sense::Clock)).collect();
    rows.extend(named_rows(table.minutes, |key| key.parse().ok().map(Sense::Minutes))?);
    rows.extend(named_rows(table.part, |key| part(key).map(Sense::DayPart))?);
    Ok(rows)
}

fn part(key: &str) -> Option<DayPart> {
    Some(match key {
        "dawn" => DayPart::Dawn,
        "morning" => DayPart::Morning,
        "midday" => DayPart::Midday,
        "afternoon" => DayPart::Afternoon,
        "evening" => DayPart::Evening,
        "night" => DayPart::Night,
        "tonight" => DayPart::Tonight,
        "after-midnight" => DayPart::AfterMidnight,
        "before-noon" => DayPart::BeforeNoon,
        "after-noon" => DayPart::AfterNoon,
        "midnight" => DayPart::Midnight,
        _ => return None,
    })
}
