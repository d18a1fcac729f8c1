//! Sources: who is said to have said something, and what that covers.
//!
//! Reads words of saying, entities and quotations. Does not know what happened.

use super::page::Page;
use super::rule::{Attempt, Found, Rule, attempts, scan};
use crate::fact::Source;

/// The rules, in the order in which they are preferred where two match alike.
pub(super) const RULES: &[Rule<Source>] = &[];

/// Every attribution of the page, in order.
pub(super) fn read(page: &Page<'_>) -> Vec<Found<Source>> {
    let mut found = Vec::new();
    scan(RULES, page.places(), |source| found.push(source));
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
        keep_their_examples(RULES, |page| &page.sources);
    }
}
