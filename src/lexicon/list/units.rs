//! Units of time in the singular, dual and plural, and the prepositions that count them from now.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Row, Written, named_rows, parse};
use crate::error::{Error, Result, Trouble};
use crate::fact::TimeUnit;
use crate::lexicon::{Sense, UnitForm};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Units {
    #[serde(default)]
    offset: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    unit: Vec<Unit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Unit {
    name: String,
    singular: Vec<String>,
    #[serde(default)]
    dual: Vec<String>,
    #[serde(default)]
    construct: Vec<String>,
    #[serde(default)]
    plural: Vec<String>,
}

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    let table: Units = parse(list)?;
    let mut rows = named_rows(table.offset, |key| key.parse().ok().map(Sense::Offset))?;
    for row in table.unit {
        let name = unit(&row.name)
            .ok_or_else(|| Error::new(Trouble::Usage, format!("`{}` is not a unit of time", row.name)))?;
        let forms = [
            (UnitForm::Singular, row.singular),
            (UnitForm::Dual, row.dual),
            (UnitForm::Construct, row.construct),
            (UnitForm::Plural, row.plural),
        ];
        for (form, words) in forms {
            rows.extend(words.into_iter().map(|word| (word, Sense::TimeUnit(name, form))));
        }
    }
    Ok(rows)
}

pub(super) fn unit(name: &str) -> Option<TimeUnit> {
    Some(match name {
        "second" => TimeUnit::Second,
        "minute" => TimeUnit::Minute,
        "hour" => TimeUnit::Hour,
        "day" => TimeUnit::Day,
        "week" => TimeUnit::Week,
        "month" => TimeUnit::Month,
        "year" => TimeUnit::Year,
        "decade" => TimeUnit::Decade,
        "century" => TimeUnit::Century,
        _ => return None,
    })
}
