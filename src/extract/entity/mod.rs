//! Entities: the actors, places, outlets and persons that a text names.
//!
//! Names come from word lists; a person's from what stands after a title or role. Does not know what is said of them.

mod listed;
mod listing;
mod national;
mod person;
mod shared;
mod surname;
mod unlisted;
mod veiled;

use super::page::Page;
use super::rule::{Attempt, Found, Rule, attempts, scan};
use crate::fact::Entity;

/// The rules, in the order in which they are preferred where two match alike. Those of persons come last: they are read
/// apart, since a title may hold other names (قائد قوات سوريا الديمقراطية).
pub(super) const RULES: &[Rule<Entity>] =
    &[national::RULE, listed::RULE, unlisted::RULE, veiled::RULE, person::RULE, surname::RULE];

/// How many of the rules are of names.
const NAMES: usize = 4;

/// Every entity of the page, in order.
pub(super) fn read(page: &Page<'_>) -> Vec<Found<Entity>> {
    let mut found = Vec::new();
    scan(&RULES[..NAMES], page.places(), |entity| found.push(entity));
    shared::settle(page, &mut found);
    let persons = person::read(page, &found);
    let later = surname::read(page, &persons);
    give_way(&mut found, &persons);
    found.extend(persons);
    found.sort_by_key(|entity| entity.span.start);
    found.extend(apart(&found, later));
    found.sort_by_key(|entity| entity.span.start);
    found
}

/// Drops the names that lie in a person's name: محمد السوداني is of no country.
fn give_way(names: &mut Vec<Found<Entity>>, persons: &[Found<Entity>]) {
    let mut persons = persons.iter().peekable();
    names.retain(|name| {
        while persons.next_if(|person| person.end <= name.start).is_some() {}
        persons.peek().is_none_or(|person| !person.span.overlaps(name.span))
    });
}

/// Those of `others` that overlap none of `found`; both are in order.
fn apart(found: &[Found<Entity>], others: Vec<Found<Entity>>) -> Vec<Found<Entity>> {
    let mut at = 0;
    let free = |other: &Found<Entity>| {
        while found.get(at).is_some_and(|entity| entity.end <= other.start) {
            at += 1;
        }
        found.get(at).is_none_or(|entity| !entity.span.overlaps(other.span))
    };
    others.into_iter().filter(free).collect()
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
