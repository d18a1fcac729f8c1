//! Which fact absorbs which: the one table of overlaps.

use crate::fact::{Fact, Kind};
use crate::span::Span;

/// The first kind absorbs any fact of the second that it overlaps.
const ABSORBS: &[(Kind, Kind)] = &[(Kind::Time, Kind::Numeral), (Kind::Time, Kind::Quantity)];

/// Keeps of what was found, in its order, that which nothing else absorbs: `of` tells its kind and place. Linear.
pub(super) fn absorb<T>(found: &mut Vec<T>, of: impl Fn(&T) -> (Kind, Span)) {
    for (strong, weak) in ABSORBS {
        let spans = found.iter().map(&of);
        let holders: Vec<_> = spans.filter(|(kind, _)| kind == strong).map(|(_, span)| span).collect();
        let mut at = 0;
        found.retain(|one| {
            let (kind, span) = of(one);
            while holders.get(at).is_some_and(|holder| holder.end <= span.start) {
                at += 1;
            }
            kind != *weak || !holders.get(at).is_some_and(|holder| holder.overlaps(span))
        });
    }
}

/// By start, then longest first, then kind.
pub(super) fn sort(facts: &mut [Fact]) {
    // Facts are long: their keys are sorted, and each fact is moved once.
    facts.sort_by_cached_key(|fact| (fact.span.start, std::cmp::Reverse(fact.span.end), fact.kind()));
}
