//! Which fact absorbs which: the one table of overlaps.

use crate::fact::{Fact, Kind};

/// The first kind absorbs any fact of the second that it overlaps.
const ABSORBS: &[(Kind, Kind)] = &[(Kind::Time, Kind::Numeral), (Kind::Time, Kind::Quantity)];

/// Of facts in their order, those that no other absorbs. Linear.
pub(super) fn absorb(mut facts: Vec<Fact>) -> Vec<Fact> {
    for (strong, weak) in ABSORBS {
        let holders: Vec<_> = facts.iter().filter(|f| f.kind() == *strong).map(|f| f.span).collect();
        let mut at = 0;
        facts.retain(|fact| {
            while holders.get(at).is_some_and(|holder| holder.end <= fact.span.start) {
                at += 1;
            }
            fact.kind() != *weak || !holders.get(at).is_some_and(|holder| holder.overlaps(fact.span))
        });
    }
    facts
}

/// By start, then longest first, then kind.
pub(super) fn sort(facts: &mut [Fact]) {
    // Facts are long: their keys are sorted, and each fact is moved once.
    facts.sort_by_cached_key(|fact| (fact.span.start, std::cmp::Reverse(fact.span.end), fact.kind()));
}
