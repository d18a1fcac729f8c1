//! Words that stand beside a count: `part = ["بينهم"]`.

use super::{Row, Written, named};
use crate::error::Result;
use crate::lexicon::{Hedge, Member, Sense};

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    named(list, |key| member(key).map(Sense::Member))
}

fn member(key: &str) -> Option<Member> {
    Some(match key {
        "part" => Member::Part,
        "among" => Member::Among,
        "amount" => Member::Amount,
        "bounds-at-least" => Member::Bounds(Hedge::AtLeast),
        "bounds-at-most" => Member::Bounds(Hedge::AtMost),
        "bounds-over" => Member::Bounds(Hedge::Over),
        "bounds-under" => Member::Bounds(Hedge::Under),
        "versus" => Member::Versus,
        "whole" => Member::Whole,
        "aged" => Member::Aged,
        "never" => Member::Never,
        "numbered" => Member::Numbered,
        _ => return None,
    })
}
