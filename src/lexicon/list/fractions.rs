//! Fractions: `"1/3" = ["ثلث"]`; a plural (`many`) waits for a cardinal that multiplies it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Row, parse};
use crate::error::{Error, Result, Trouble};
use crate::lexicon::Sense;
use crate::number::Number;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fractions {
    #[serde(default)]
    one: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    many: BTreeMap<String, Vec<String>>,
}

pub(super) fn rows(text: &str) -> Result<Vec<Row>> {
    let table: Fractions = parse(text)?;
    let mut rows = Vec::new();
    for (many, words) in [(false, table.one), (true, table.many)] {
        for (key, words) in words {
            let value = ratio(&key)?;
            rows.extend(words.into_iter().map(|word| (word, Sense::Fraction(value, many))));
        }
    }
    Ok(rows)
}

fn ratio(text: &str) -> Result<Number> {
    let parts = text.split_once('/').and_then(|(a, b)| Number::ratio(a.parse().ok()?, b.parse().ok()?));
    parts.ok_or_else(|| Error::new(Trouble::Usage, format!("`{text}` is not a fraction such as 2/3")))
}
