//! Numerals: from digits and words to exact numbers.

mod digits;

use super::page::Page;
use super::rule::{Found, Rule, scan};
use crate::fact::Numeral;

/// The rules, in the order in which they are preferred where two match alike.
pub(super) const RULES: &[Rule<Numeral>] = &[digits::RULE];

/// Every numeral of the page.
pub(super) fn read(page: &Page<'_>) -> Vec<Found<Numeral>> {
    let mut found = Vec::new();
    scan(RULES, page.places(), |numeral| found.push(numeral));
    found
}
