//! Words that look like words of other lists, or like them behind a clitic, and are not: `words = ["لست"]`.

use serde::Deserialize;

use super::{Row, Written, parse};
use crate::error::Result;
use crate::lexicon::Sense;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Traps {
    words: Vec<String>,
}

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    let traps: Traps = parse(list)?;
    Ok(traps.words.into_iter().map(|word| (word, Sense::Trap)).collect())
}
