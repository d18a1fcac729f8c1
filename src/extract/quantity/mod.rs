//! Quantities: hedge, numeral and the thing counted.
//!
//! Reads numerals that stand outside times. Does not know what happened to what is counted.

use super::page::Page;
use super::rule::{Attempt, Found, Rule, attempts, scan};
use crate::fact::Quantity;

/// The rules, in the order in which they are preferred where two match alike.
pub(super) const RULES: &[Rule<Quantity>] = &[];

/// Every quantity of the page, in order.
pub(super) fn read(page: &Page<'_>) -> Vec<Found<Quantity>> {
    let mut found = Vec::new();
    scan(RULES, page.places(), |quantity| found.push(quantity));
    found
}

/// Every rule that is tried, and what it reads.
pub(super) fn tried(page: &Page<'_>) -> Vec<Attempt> {
    attempts(RULES, page.places())
}

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::extract::rule::keep_their_examples;

    #[test]
    fn rules_keep_their_examples() {
        keep_their_examples(RULES, |page| &page.quantities);
    }
}
