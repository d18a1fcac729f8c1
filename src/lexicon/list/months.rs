//! Months by calendar and number: `[gregorian] 3 = ["آذار", "مارس"]`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Row, Written, named_rows, parse};
use crate::error::Result;
use crate::lexicon::{MonthNames, Sense};

type Names = BTreeMap<String, Vec<String>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Months {
    #[serde(default)]
    gregorian: Names,
    #[serde(default)]
    ambiguous: Names,
    #[serde(default)]
    libyan: Names,
    #[serde(default)]
    english: Names,
    #[serde(default)]
    islamic: Names,
}

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    let months: Months = parse(list)?;
    let tables = [
        (MonthNames::Gregorian, months.gregorian),
        (MonthNames::Ambiguous, months.ambiguous),
        (MonthNames::Libyan, months.libyan),
        (MonthNames::English, months.english),
        (MonthNames::Islamic, months.islamic),
    ];
    let mut rows = Vec::new();
    for (names, table) in tables {
        let number = |key: &str| key.parse().ok().filter(|n| (1..=12).contains(n));
        rows.extend(named_rows(table, |key| number(key).map(|n| Sense::Month(names, n)))?);
    }
    Ok(rows)
}
