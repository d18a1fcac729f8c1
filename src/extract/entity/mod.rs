//! Entities: the actors, places, outlets and persons that a text names.
//!
//! Names come from word lists; a person's from what stands after a title or role. Does not know what is said of them.

use super::page::Page;
use super::rule::{Attempt, Found, Rule, attempts, scan};
use crate::fact::Entity;

/// The rules, in the order in which they are preferred where two match alike.
pub(super) const RULES: &[Rule<Entity>] = &[];

/// Every entity of the page, in order.
pub(super) fn read(page: &Page<'_>) -> Vec<Found<Entity>> {
    let mut found = Vec::new();
    scan(RULES, page.places(), |entity| found.push(entity));
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
        keep_their_examples(RULES, |page| &page.entities);
    }
}
