//! Adjectives of countries by ISO 3166-1 alpha-2: `SY = ["سوري", "سورية"]`.

use super::{Row, Written, named};
use crate::error::Result;
use crate::lexicon::Sense;
use crate::lexicon::kept::kept;

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    named(list, |key| (key.len() == 2).then(|| Sense::Demonym(kept(key))))
}
