//! `flag/headline-body-mismatch`: a figure of the headline that the body does not bear out.

use std::collections::HashMap;

use super::count_contradiction::said;
use super::interval::exclude;
use super::toll::{Toll, tolls};
use super::{Check, flag, link};
use crate::extract::Reading;
use crate::extract::page::Page;
use crate::fact::{Bound, Code, Fact, Predicate};

pub(super) const CHECK: Check = Check { name: "flag/headline-body-mismatch", find };

/// Figures of the body that a figure of the headline is compared with, and that a flag points to.
const COMPARED: usize = 64;
const REFS: usize = 3;

/// Each toll of the headline against those of the body that tell of the same.
fn find(_: &Page<'_>, reading: &Reading) -> Vec<Fact> {
    let Some(headline) = reading.headline else { return Vec::new() };
    let mut body: HashMap<Predicate, Vec<Toll<'_>>> = HashMap::new();
    let mut head = Vec::new();
    for toll in tolls(reading) {
        if headline.contains(toll.fact.span) {
            head.push(toll);
        } else {
            let told = body.entry(toll.claim.predicate).or_default();
            if told.len() < COMPARED {
                told.push(toll);
            }
        }
    }
    head.iter().filter_map(|toll| mismatch(toll, body.get(&toll.claim.predicate)?)).collect()
}

/// What is wrong, where no figure of the body bears the headline's out: the same number firmer than the body has it, or
/// another number.
fn mismatch(toll: &Toll<'_>, body: &[Toll<'_>]) -> Option<Fact> {
    if toll.count.number.is_none() || body.iter().any(|other| bears_out(other, toll)) {
        return None;
    }
    let hedged: Vec<_> = body.iter().filter(|other| other.count.number == toll.count.number).collect();
    let others: Vec<_> = if hedged.is_empty() { body.iter().collect() } else { hedged };
    let others = &others[..others.len().min(REFS)];
    let figures = others.iter().map(|other| said(&other.count)).collect::<Vec<_>>().join(", ");
    let message = format!(
        "{}: {} in the headline, {figures} in the body",
        toll.claim.predicate.name(),
        said(&toll.count)
    );
    let refs = std::iter::once(link(toll.fact)).chain(others.iter().map(|other| link(other.fact))).collect();
    Some(flag(toll.fact.span, Code::HeadlineBodyMismatch, message, refs))
}

/// Whether the body's figure is the headline's, or one that a hedge of the headline allows.
fn bears_out(body: &Toll<'_>, headline: &Toll<'_>) -> bool {
    let (own, its) = (&headline.count, &body.count);
    let firm = own.bound == Bound::Exactly;
    if own.number == its.number { !firm || its.bound == Bound::Exactly } else { !firm && !exclude(own, its) }
}
