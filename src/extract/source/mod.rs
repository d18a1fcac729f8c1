//! Sources: who is said to have said something, and what that covers.
//!
//! Rules read a word of saying with its source and see where what is said begins; `chain` sees them side by side, and so
//! how far each reaches and which stands within which. Reads words of saying, entities and quotations. Does not know
//! what happened.

mod according;
mod chain;
mod complement;
mod draft;
mod hearsay;
mod participle;
mod phrase;
mod post;
mod relay;
mod relayed;
mod repost;
mod saying;
mod so_called;
mod subject;
mod verb;

use super::page::Page;
use super::rule::{Attempt, Found, Rule, attempts, scan};
use crate::fact::Source;
use draft::Draft;

/// The rules, in the order in which they are preferred where two match alike.
pub(super) const RULES: &[Rule<Draft>] = &[
    verb::RULE,
    participle::RULE,
    saying::RULE,
    according::RULE,
    relay::RULE,
    relayed::RULE,
    hearsay::RULE,
    so_called::RULE,
    repost::RULE,
    post::RULE,
];

/// Every attribution of the page, in order.
pub(super) fn read(page: &Page<'_>) -> Vec<Found<Source>> {
    let mut drafts = Vec::new();
    scan(RULES, page.places(), |draft| drafts.push(draft));
    drafts.extend(post::places(page).filter_map(|place| post::RULE.at(place)));
    drafts.sort_by_key(|draft| (draft.span.start, draft.start));
    chain::chain(page, &drafts)
}

/// Every rule that is tried, and what it reads.
pub(super) fn tried(page: &Page<'_>) -> Vec<Attempt> {
    let mut tried = attempts(RULES, page.places());
    for place in post::places(page) {
        let read = post::RULE.at(place).map(|found| found.span);
        tried.push(Attempt { rule: post::RULE.name, token: place.index(), read });
    }
    tried
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
