//! Sentences of a page by its tokens: how far an attribution or a verb can reach.

use super::page::Page;
use crate::text::{Kind, Token};

/// Where each sentence of a page begins, as the index of its first token, in order; `starts` is the room for them. A
/// sentence ends with its line, or after a full stop, question or exclamation mark that white space or a closing quotation
/// mark follows.
pub(super) fn sentences(mut starts: Vec<u32>, page: &Page<'_>) -> Vec<u32> {
    for at in page.breaks() {
        let token = page.tokens[*at as usize];
        if (*at == 0 || token.starts_line()) && starts.last() != Some(at) {
            starts.push(*at);
        }
        let next = at + 1;
        let goes_on = page.tokens.get(next as usize).is_some_and(|token| !token.starts_line());
        if goes_on && token.is_any_sign() && ends(page, next as usize) {
            starts.push(next);
        }
    }
    starts
}

/// Whether a sentence ends before the token `at`, which is not the first of its line and stands behind a sign.
fn ends(page: &Page<'_>, at: usize) -> bool {
    if closes_quotation(page, at) {
        return false;
    }
    let mut before = at - 1;
    while before > 0 && closes_quotation(page, before) && !page.tokens[before].after_space() {
        before -= 1;
    }
    matches!(page.tokens[before].kind(), Kind::Sign('.' | '!' | '?' | '؟' | '…' | '۔'))
        && (page.tokens[at].after_space() || before + 1 < at || joins_on(page, at))
}

/// No white space after the stop, but a word before it that is no abbreviation, and one after it that و joins on.
fn joins_on(page: &Page<'_>, at: usize) -> bool {
    let long = |token: &Token| token.is_digits() || token.is_word() && token.span.len() >= LONG;
    at > 1 && page.tokens[at].has_conjunction() && long(&page.tokens[at - 2])
}

/// Bytes of a word of three letters.
const LONG: u32 = 6;

fn closes_quotation(page: &Page<'_>, at: usize) -> bool {
    let Kind::Sign(sign) = page.tokens[at].kind() else { return false };
    matches!(sign, '"' | '”' | '“' | '»' | ')' | ']') && !page.tokens[at].after_space()
}
