//! `flag/headline-body-mismatch`: a figure of the headline that the body does not bear out.

use std::collections::{HashMap, HashSet};

use super::count_contradiction::{exclude, said};
use super::toll::{Links, Toll, tolls};
use super::{Check, flag, link};
use crate::extract::Reading;
use crate::extract::page::Page;
use crate::fact::{Bound, Code, Detail, Fact, Numeral, Predicate, Rank, Value};
use crate::number::Number;
use crate::span::Span;

pub(super) const CHECK: Check = Check { name: "flag/headline-body-mismatch", find };

/// Figures of the body that a figure of the headline is compared with, and that a flag points to.
const COMPARED: usize = 32;
const REFS: usize = 3;

/// What a headline is held against.
struct Body<'r> {
    /// The tolls of each kind of event, the first ones.
    tolls: HashMap<Predicate, Vec<Toll<'r>>>,
    /// Every number that is named.
    numbers: HashSet<Number>,
}

/// Each toll of the headline that names a number against those of the body that tell of the same.
fn find(page: &Page<'_>, reading: &Reading) -> Vec<Fact> {
    let Some(headline) = reading.headline else { return Vec::new() };
    let links = Links::of(reading);
    let (titled, told): (Vec<_>, Vec<_>) = tolls(reading)
        .filter(|toll| links.quantity(toll).is_some_and(|quantity| quantity.rank == Rank::Cardinal))
        .partition(|toll| headline.contains(toll.fact.span));
    if titled.is_empty() {
        return Vec::new();
    }
    let mut body = Body { tolls: HashMap::new(), numbers: numbers(reading, headline) };
    for toll in told.into_iter().filter(|toll| !headline.overlaps(toll.fact.span)) {
        let tolls = body.tolls.entry(toll.claim.predicate).or_default();
        if tolls.len() < COMPARED {
            tolls.push(toll);
        }
    }
    titled.iter().filter_map(|toll| mismatch(page, links, toll, &body)).collect()
}

/// The numbers that the text names outside its headline.
fn numbers(reading: &Reading, headline: Span) -> HashSet<Number> {
    let below = reading.facts.iter().filter(|fact| !headline.overlaps(fact.span));
    let named = below.filter_map(|fact| match &fact.detail {
        Detail::Numeral(Numeral { value: Value::Exact(number), .. }) => Some(*number),
        _ => None,
    });
    named.collect()
}

/// What is wrong, where no figure of the body bears the headline's out: the same number hedged in the body, or another
/// number of the same people, where the headline's is exact and nowhere in the body, not as a sum either. One alone
/// is told for an example as often as for the toll.
fn mismatch(page: &Page<'_>, links: Links<'_>, toll: &Toll<'_>, body: &Body<'_>) -> Option<Fact> {
    let number = toll.count.number?;
    let events = body.tolls.get(&toll.claim.predicate)?;
    if events.iter().any(|other| bears_out(other, toll)) {
        return None;
    }
    let mut others: Vec<_> = events.iter().filter(|other| other.count.number == Some(number)).collect();
    if others.is_empty() {
        if toll.count.bound != Bound::Exactly || body.numbers.contains(&number) || is_sum(number, body) {
            return None;
        }
        let group = links.group(page, toll);
        let alike = |other: &&Toll<'_>| {
            let its = links.group(page, other);
            group.is_none() || its.is_none() || group == its
        };
        let single = |other: &&Toll<'_>| other.count.number == Some(1.into());
        others = events.iter().take(1).filter(alike).filter(|other| !single(other)).collect();
    }
    others.truncate(REFS);
    let figures = others.iter().map(|other| said(&other.count)).collect::<Vec<_>>().join(", ");
    let message = format!(
        "{}: {} in the headline, {figures} in the body",
        toll.claim.predicate.name(),
        said(&toll.count)
    );
    let refs = std::iter::once(link(toll.fact)).chain(others.iter().map(|other| link(other.fact))).collect();
    (!others.is_empty()).then(|| flag(toll.fact.span, Code::HeadlineBodyMismatch, message, refs))
}

/// Whether a number is that of two tolls of the body together: dead and wounded, a leader and his men.
fn is_sum(number: Number, body: &Body<'_>) -> bool {
    let numbers = body.tolls.values().flatten().filter_map(|toll| toll.count.number).take(COMPARED);
    let numbers: Vec<_> = numbers.collect();
    let sums = |one: &Number| numbers.iter().any(|other| one.plus(*other) == Some(number));
    numbers.iter().any(sums)
}

/// Whether the body's figure is the headline's, or one that a hedge of the headline allows.
fn bears_out(body: &Toll<'_>, headline: &Toll<'_>) -> bool {
    let (own, its) = (&headline.count, &body.count);
    let firm = own.bound == Bound::Exactly;
    if own.number == its.number {
        return !firm || its.bound == Bound::Exactly;
    }
    !firm && !exclude(own, its)
        || firm && own.number.zip(its.number).is_some_and(|(own, its)| rounds(own, its))
}

/// Whether a figure in thousands is another less its last digits: 128 ألفا for 128571.
fn rounds(round: Number, full: Number) -> bool {
    let (Some(round), Some(full)) = (round.integer(), full.integer()) else { return false };
    let rest = full.saturating_sub(round).abs();
    let scale = [1_000_000, 100_000, 10_000, 1_000].into_iter().find(|scale| round % scale == 0);
    scale.is_some_and(|scale| rest < scale && rest.saturating_mul(20) < round)
}
