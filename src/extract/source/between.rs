//! The letters of a verb of saying that are a preposition too: بين الطرفين, بيّن مدير المعبر أن.

use super::super::cursor::Cursor;
use super::complement::{complement, is_that};
use super::phrase::{Ending, Phrase, Weight, phrase};
use super::word::{adverb, is_particle};
use crate::lexicon::{Class, Particle, Takes};

/// The mark of a doubled letter, which the verb alone has.
const DOUBLED: char = '\u{651}';
/// The ending of what a preposition governs in the dual and plural.
const GOVERNED: &str = "\u{64a}\u{646}";

/// Whether a preposition stands here. The verb has one source and أن right behind it; where it opens its clause, more may
/// stand between, and at the start of a sentence the source may be understood.
pub(super) fn is_between(place: Cursor<'_>, after: Cursor<'_>, takes: Takes) -> bool {
    if !place.is(Class::Between) || place.page().quote(place.stem()).contains(DOUBLED) {
        return false;
    }
    let Some(next) = after.here().filter(|next| !next.token().has_conjunction()) else { return true };
    let says = |end| complement(end, takes).is_some_and(|found| found.is_certain);
    let Some(source) = phrase(next, Ending::Open) else {
        return !(is_that(next) || heads(place) && says(after));
    };
    let at_once = source.end.here().is_some_and(is_that);
    let opens = opens(place);
    let is_named = source.weight >= Weight::Definite && (at_once || opens && says(source.end));
    let is_single = !is_joined(&source) || opens && source.weight == Weight::Known;
    let verb = at_once && heads(place) || (is_named || at_once && opens) && is_single;
    is_governed(&source) || !verb
}

/// Whether a sentence begins here.
fn heads(place: Cursor<'_>) -> bool {
    place.page().sentence(place.index()).start == place.index()
}

/// Whether nothing stands before that a preposition could hang on.
fn opens(place: Cursor<'_>) -> bool {
    let leads = [Particle::As, Particle::Indeed];
    let led = |before: Cursor<'_>| before.is_sign('،') || before.is_sign(',') || is_particle(before, leads);
    let mut before = std::iter::successors(place.previous(), |at| at.previous()).take(ADVERB);
    let ends_adverb = |at: Cursor<'_>| adverb(at).is_some_and(|after| after.index() == place.index());
    heads(place) || place.previous().is_none_or(led) || before.any(ends_adverb)
}

/// Words of an adverbial at most.
const ADVERB: usize = 3;

/// Whether the source has the ending that a preposition asks for.
fn is_governed(source: &Phrase<'_>) -> bool {
    let dual = source.first.is_definite() || source.weight == Weight::Bare;
    dual && source.first.page().quote(source.first.token().span).ends_with(GOVERNED)
}

/// Whether و joins another to it.
fn is_joined(source: &Phrase<'_>) -> bool {
    let page = source.first.page();
    (source.first.index() + 1..source.end.index()).any(|at| Cursor::new(page, at).token().has_conjunction())
}
