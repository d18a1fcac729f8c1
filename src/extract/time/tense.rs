//! How a clause looks at what it tells: whether a day in it is to come.

use super::word::tense;
use crate::extract::cursor::Cursor;
use crate::lexicon::Tense;

/// Tokens before a time among which a word that looks ahead speaks of it.
const BEFORE: usize = 14;
/// Tokens after a time among which a verb that looks ahead speaks of it.
const AFTER: usize = 4;
/// Tokens before a plan among which كان makes it one of then.
const PLAN: usize = 2;
/// Ends of feminine nouns, with a pronoun or without.
const NOUN_ENDS: &[&str] = &["ة", "ته", "تها", "تهم", "تنا"];
const LETTERS: std::ops::RangeInclusive<char> = 'ء'..='ي';

/// Whether the sentence looks ahead before the place, with nothing between that tells when it was said.
pub(super) fn looks_ahead(at: Cursor<'_>) -> bool {
    is_after(at, &[Tense::Ahead])
}

/// The same, or it tells a programme: يبدأ العرض.
pub(super) fn plans_ahead(at: Cursor<'_>) -> bool {
    is_after(at, &[Tense::Ahead, Tense::Plan])
}

fn is_after(at: Cursor<'_>, cues: &[Tense]) -> bool {
    for place in std::iter::successors(at.previous(), |c| c.previous()).take(BEFORE) {
        match view(place) {
            Some(cue) if cues.contains(&cue) => return !is_of_then(place),
            Some(Tense::Past | Tense::Back) => return false,
            _ if is_stop(place) => return false,
            _ => {}
        }
    }
    false
}

/// Whether منذ stands before the place.
pub(super) fn is_since(at: Cursor<'_>) -> bool {
    at.previous().and_then(tense) == Some(Tense::Since)
}

/// Whether the sentence goes on with a verb of what is to come.
pub(super) fn goes_on_ahead(end: Cursor<'_>) -> bool {
    std::iter::successors(end.here(), |c| c.next())
        .take(AFTER)
        .take_while(|place| !is_stop(*place))
        .any(|place| view(place) == Some(Tense::Ahead))
}

fn view(at: Cursor<'_>) -> Option<Tense> {
    tense(at).or_else(|| is_future_verb(at).then_some(Tense::Ahead))
}

/// كان من المقرر: what was to come then.
fn is_of_then(at: Cursor<'_>) -> bool {
    let mut before = std::iter::successors(at.previous(), |c| c.previous()).take(PLAN);
    before.any(|c| tense(c) == Some(Tense::Past))
}

fn is_stop(at: Cursor<'_>) -> bool {
    ['.', '؟', '!', '؛', ':', '…'].iter().any(|c| at.is_sign(*c))
}

/// A verb with the particle of the future: سيعقد, وستنطلق. Nouns with the same letters are listed, or have the marks of
/// nouns: an alef after the second letter (سيارة, سياسة), ة, or a pronoun after it (سيطرتها).
fn is_future_verb(at: Cursor<'_>) -> bool {
    let token = at.token();
    if !token.is_word() || token.word().is_known() {
        return false;
    }
    let word = at.page().quote(token.span);
    let mut letters = word.chars().filter(|c| LETTERS.contains(c) && *c != 'ـ').peekable();
    letters.next_if(|c| matches!(c, 'و' | 'ف'));
    if letters.next() != Some('س') || !letters.next().is_some_and(|c| matches!(c, 'ي' | 'ت' | 'ن')) {
        return false;
    }
    let second = letters.next();
    let long = letters.next().is_some();
    long && second != Some('ا') && !NOUN_ENDS.iter().any(|end| word.ends_with(end))
}
