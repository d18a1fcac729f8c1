//! Words that stand beside a count: `part = ["بينهم"]`.

use super::{Row, named};
use crate::error::Result;
use crate::lexicon::{Member, Sense};

pub(super) fn rows(text: &str) -> Result<Vec<Row>> {
    named(text, |key| member(key).map(Sense::Member))
}

fn member(key: &str) -> Option<Member> {
    Some(match key {
        "part" => Member::Part,
        "among" => Member::Among,
        "aged" => Member::Aged,
        "never" => Member::Never,
        "numbered" => Member::Numbered,
        _ => return None,
    })
}
