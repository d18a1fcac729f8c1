//! Classes of people, by the words for them: `civilians = ["مدني"]`; `unspecified` for words that name none.

use super::{Row, Written, named};
use crate::error::Result;
use crate::lexicon::Sense;
use crate::lexicon::kept::kept;

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    named(list, |key| Some(Sense::People(kept(key))))
}
