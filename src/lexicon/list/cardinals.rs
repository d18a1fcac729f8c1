//! Number words up to hundreds: `3 = ["ثلاث", "ثلاثة"]`, and the second part of eleven to nineteen.

use super::{Row, Written, numbered};
use crate::error::Result;
use crate::lexicon::Sense;

/// Besides the listed words come those that are typed as one: a hundred or unit, و and a ten (خمسةوعشرون).
pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    let mut rows = numbered(list, Sense::Cardinal)?;
    rows.extend(run_together(&rows));
    rows.extend(
        rows.iter()
            .filter(|(_, s)| *s == Sense::Cardinal(10))
            .map(|(w, _)| (w.clone(), Sense::Teen))
            .collect::<Vec<_>>(),
    );
    Ok(rows)
}

fn run_together(rows: &[Row]) -> Vec<Row> {
    let value = |sense: &Sense| match sense {
        Sense::Cardinal(n) => *n,
        _ => 0,
    };
    let tens = || rows.iter().filter(|(_, s)| (20..100).contains(&value(s)) && value(s) % 10 == 0);
    let heads = rows.iter().filter(|(_, s)| (1..10).contains(&value(s)) || value(s) >= 100);
    heads
        .flat_map(|(head, a)| {
            tens().map(move |(ten, b)| (format!("{head}و{ten}"), Sense::Cardinal(value(a) + value(b))))
        })
        .collect()
}
