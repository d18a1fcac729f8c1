//! Words before a person's name: `rank = ["العميد"]`.

use super::{Row, named};
use crate::error::Result;
use crate::lexicon::{Sense, Title};

pub(super) fn rows(text: &str) -> Result<Vec<Row>> {
    named(text, |key| {
        Some(Sense::Title(match key {
            "honorific" => Title::Honorific,
            "rank" => Title::Rank,
            "role" => Title::Role,
            _ => return None,
        }))
    })
}
