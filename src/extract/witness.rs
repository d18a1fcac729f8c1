//! Witness: which rules and which words of the lists a document makes use of.

use super::cursor::Cursor;
use super::page::Page;
use super::rule::Attempt;
use super::{claim, entity, flag, numeral, quantity, source, time};
use crate::lexicon::{Lexicon, Seen};
use crate::text::{Document, Key};

/// The names of the rules, in the order in which they are tried.
///
/// ```
/// assert!(tahqiq::extract::rule_names().any(|rule| rule == "numeral/digits"));
/// ```
pub fn rule_names() -> impl Iterator<Item = &'static str> {
    let names = numeral::RULES.iter().map(|rule| rule.name);
    let names = names.chain(time::RULES.iter().map(|rule| rule.name));
    let names = names.chain(entity::RULES.iter().map(|rule| rule.name));
    let names = names.chain(quantity::RULES.iter().map(|rule| rule.name));
    let names = names.chain(source::RULES.iter().map(|rule| rule.name));
    let names = names.chain(claim::RULES.iter().map(|rule| rule.name));
    names.chain(flag::CHECKS.iter().map(|check| check.name))
}

/// Notes the words and phrases of the dictionary that stand in a document, page furniture included, and returns the
/// rule of every match, whether a fact comes of it or not.
pub fn witness(document: &Document<'_>, lexicon: &Lexicon, seen: &mut Seen) -> Vec<&'static str> {
    let mut page = Page::new(&document.text, lexicon);
    page.read();
    for at in 0..page.tokens.len() {
        let here = Cursor::new(&page, at);
        let rest = std::iter::successors(here.next(), |place| place.next());
        let keys = rest.map_while(|place| Key::of(page.quote(place.token().span)));
        lexicon.note(page.tokens[at].word(), keys, seen);
    }
    let matched = |attempt: Attempt| attempt.read.map(|_| attempt.rule);
    tried(&page).into_iter().filter_map(matched).collect()
}

/// Every rule that is tried in the page, kind by kind.
pub(super) fn tried(page: &Page<'_>) -> Vec<Attempt> {
    [numeral::tried, time::tried, entity::tried, quantity::tried, source::tried, claim::tried]
        .into_iter()
        .flat_map(|tried| tried(page))
        .collect()
}
