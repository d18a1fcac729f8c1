//! Classes of people, by the words for them: `civilians = ["مدني"]`; `unspecified` for words that name none.

use super::{Row, named};
use crate::error::Result;
use crate::lexicon::Sense;
use crate::lexicon::kept::kept;

pub(super) fn rows(text: &str) -> Result<Vec<Row>> {
    named(text, |key| Some(Sense::People(kept(key))))
}
