//! Multiples: `one` says its number itself (ضعفين), `many` waits for a cardinal that multiplies it (أضعاف، مرات).

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Row, Written, parse};
use crate::error::{Error, Result, Trouble};
use crate::lexicon::Sense;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Multiples {
    #[serde(default)]
    one: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    many: BTreeMap<String, Vec<String>>,
    /// Pronouns that a plural takes: أضعافه.
    #[serde(default)]
    suffixes: Vec<String>,
}

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    let table: Multiples = parse(list)?;
    let mut rows = Vec::new();
    for (many, words) in [(false, table.one), (true, table.many)] {
        for (key, words) in words {
            let value =
                key.parse().map_err(|_| Error::new(Trouble::Usage, format!("`{key}` is not a number")))?;
            for word in words {
                if many {
                    let with = |suffix: &String| (format!("{word}{suffix}"), Sense::Multiple(value, many));
                    rows.extend(table.suffixes.iter().map(with));
                }
                rows.push((word, Sense::Multiple(value, many)));
            }
        }
    }
    Ok(rows)
}
