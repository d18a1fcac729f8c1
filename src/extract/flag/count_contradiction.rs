//! `flag/count-contradiction`: two figures of one thing that exclude one another.

use std::collections::HashMap;

use super::toll::{Links, Toll, tolls};
use super::{Check, flag, link};
use crate::extract::Reading;
use crate::extract::page::Page;
use crate::fact::{Code, Count, Fact, Predicate};
use crate::interval::{Interval, Relation};
use crate::span::Span;
use crate::text::fold;

pub(super) const CHECK: Check = Check { name: "flag/count-contradiction", find };

/// Earlier figures of one thing that a figure is compared with.
const EARLIER: usize = 4;

/// What two tolls have in common that contradict one another.
#[derive(PartialEq, Eq, Hash)]
struct Topic {
    predicate: Predicate,
    /// None where the text leaves it out.
    group: Option<String>,
    place: String,
    when: Option<Span>,
}

/// Tolls that exclude an earlier one of the same people, place and time.
fn find(page: &Page<'_>, reading: &Reading) -> Vec<Fact> {
    let links = Links::of(reading);
    let mut flags = Vec::new();
    let mut told: HashMap<Topic, Vec<Toll<'_>>> = HashMap::new();
    let whole = |toll: &Toll<'_>| {
        !links.is_partial(toll) && !links.is_denied(toll) && !is_of_others(page, links, toll)
    };
    for toll in tolls(reading).filter(whole) {
        let Some(topic) = topic(page, reading, links, &toll) else { continue };
        let earlier = told.entry(topic).or_default();
        if let Some(other) = earlier.iter().find(|other| exclude(&other.count, &toll.count)) {
            flags.push(contradiction(other, &toll));
        }
        if earlier.len() < EARLIER {
            earlier.push(toll);
        }
    }
    flags
}

fn topic(page: &Page<'_>, reading: &Reading, links: Links<'_>, toll: &Toll<'_>) -> Option<Topic> {
    if reading.headline.is_some_and(|headline| headline.overlaps(toll.fact.span)) {
        return None;
    }
    let place = toll.claim.place.as_ref()?;
    let place = place.entity.as_deref().map_or_else(|| fold(page.quote(place.span)), str::to_owned);
    let when = toll.claim.when.map(|when| when.span);
    Some(Topic { predicate: toll.claim.predicate, group: links.group(page, toll), place, when })
}

/// Whether what is counted is told from what was counted before: a noun with another one in agreement behind it, as in
/// أحد عشر مسلحاً آخر.
fn is_of_others(page: &Page<'_>, links: Links<'_>, toll: &Toll<'_>) -> bool {
    let Some(counted) = links.quantity(toll).and_then(|quantity| quantity.counted) else { return false };
    let next = page.tokens.partition_point(|token| token.span.start < counted.span.end);
    let here = page.tokens.get(next).filter(|token| !token.starts_line() && !token.has_proclitic());
    here.is_some() && page.senses(next).iter().any(|sense| sense.noun().is_some())
}

fn contradiction(earlier: &Toll<'_>, toll: &Toll<'_>) -> Fact {
    let (one, other) = (said(&earlier.count), said(&toll.count));
    let message = format!(
        "{}: {one} and {other} of the same people, where only one can be",
        toll.claim.predicate.name()
    );
    let refs = vec![link(earlier.fact), link(toll.fact)];
    flag(toll.fact.span, Code::CountContradiction, message, refs)
}

/// Whether no number is possible for both.
pub(super) fn exclude(one: &Count, other: &Count) -> bool {
    Interval::of(one).relation(&Interval::of(other)) == Relation::Disjoint
}

/// `over 65`, `20 to 99`.
pub(super) fn said(count: &Count) -> String {
    use crate::fact::Bound;
    let bound = match count.bound {
        Bound::Exactly | Bound::Between | Bound::Vague => String::new(),
        other => format!("{} ", other.name().replace('-', " ")),
    };
    match (count.number, count.low, count.high) {
        (Some(number), ..) => format!("{bound}{number}"),
        (None, Some(low), Some(high)) => format!("{low} to {high}"),
        (None, Some(low), None) => format!("{low} and more"),
        (None, ..) => "some".to_owned(),
    }
}
