//! Claims: what is said to have happened, to how many, by whom, where, when and on whose word.
//!
//! Reads words for events with the quantities, entities, times and sources around them. Does not judge: what two
//! claims make of one another is for the flags and for the ledger of many documents.

use super::page::Page;
use super::rule::{Attempt, Found, Rule, attempts, scan};
use crate::fact::Claim;

/// The rules, in the order in which they are preferred where two match alike.
pub(super) const RULES: &[Rule<Claim>] = &[];

/// Every claim of the page, in order.
pub(super) fn read(page: &Page<'_>) -> Vec<Found<Claim>> {
    let mut found = Vec::new();
    scan(RULES, page.places(), |claim| found.push(claim));
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
        keep_their_examples(RULES, |page| &page.claims);
    }
}
