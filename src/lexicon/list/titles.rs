//! Words before a person's name: `rank = ["العميد"]`.

use super::{Row, Written, named};
use crate::error::Result;
use crate::lexicon::{Sense, Title};

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    named(list, |key| {
        Some(Sense::Title(match key {
            "honorific" => Title::Honorific,
            "rank" => Title::Rank,
            "role" => Title::Role,
            _ => return None,
        }))
    })
}
