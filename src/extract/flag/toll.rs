//! Tolls: what happened to how many, as the checks compare it.

use crate::extract::page::Page;
use crate::extract::{Reading, facts_at};
use crate::fact::{Claim, Count, Detail, Fact, Kind, Modality, Polarity, Quantity, Rank, Source, Stance};
use crate::span::Span;
use crate::text::fold;

/// A claim that counts, said to be so.
#[derive(Clone, Copy)]
pub(super) struct Toll<'r> {
    pub(super) fact: &'r Fact,
    pub(super) claim: &'r Claim,
    pub(super) count: Count,
}

/// The claims of a document that count something and are asserted: no plans, no denials.
pub(super) fn tolls(reading: &Reading) -> impl Iterator<Item = Toll<'_>> {
    reading.facts.iter().filter_map(|fact| {
        let Detail::Claim(claim) = &fact.detail else { return None };
        let said = claim.polarity == Polarity::Affirmed && claim.modality == Modality::Asserted;
        Some(Toll { fact, claim, count: claim.count.filter(|_| said)? })
    })
}

/// The facts that tolls point to, by their places.
#[derive(Clone, Copy)]
pub(super) struct Links<'r> {
    facts: &'r [Fact],
}

impl<'r> Links<'r> {
    pub(super) fn of(reading: &'r Reading) -> Self {
        Self { facts: &reading.facts }
    }

    /// What the facts of exactly that place say.
    fn details(self, span: Span) -> impl Iterator<Item = &'r Detail> {
        facts_at(self.facts, span).map(|(_, fact)| &fact.detail)
    }

    /// The quantity at that place.
    pub(super) fn at(self, span: Span) -> Option<&'r Quantity> {
        self.details(span).find_map(|detail| match detail {
            Detail::Quantity(quantity) => Some(&**quantity),
            _ => None,
        })
    }

    fn source(self, span: Span) -> Option<&'r Source> {
        self.details(span).find_map(|detail| match detail {
            Detail::Source(source) => Some(&**source),
            _ => None,
        })
    }

    /// The quantity that a toll counts by.
    pub(super) fn quantity(self, toll: &Toll<'_>) -> Option<&'r Quantity> {
        let link = toll.claim.quantity.filter(|link| link.kind == Kind::Quantity)?;
        self.at(link.span)
    }

    /// Whether a toll is of a part of something, of a share, or an earlier or later figure than another.
    pub(super) fn is_partial(self, toll: &Toll<'_>) -> bool {
        let quantity = self.quantity(toll);
        toll.claim.update.is_some()
            || quantity.is_some_and(|q| q.subset_of.is_some() || q.rank != Rank::Cardinal)
    }

    /// Whether its source denies what it covers.
    pub(super) fn is_denied(self, toll: &Toll<'_>) -> bool {
        let source = toll.claim.source.and_then(|link| self.source(link.span));
        source.is_some_and(|source| source.stance == Stance::Denying)
    }

    /// Who was struck, in words that can be compared: the entity, or the noun and what it is said of; none where the
    /// text leaves it out.
    pub(super) fn group(self, page: &Page<'_>, toll: &Toll<'_>) -> Option<String> {
        if let Some(id) = toll.claim.who.as_ref().and_then(|who| who.entity.as_deref()) {
            return Some(id.to_owned());
        }
        let counted = self.quantity(toll).and_then(|quantity| quantity.counted);
        let noun = counted.map(|counted| match counted.noun {
            Some(noun) => noun.to_owned(),
            None => fold(page.quote(counted.span)),
        });
        noun.or_else(|| toll.claim.who.as_ref().map(|who| fold(page.quote(who.span))))
    }
}
