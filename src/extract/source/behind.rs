//! Verbs of saying that stand behind what is said, or take it up again.

use super::super::cursor::Cursor;
use super::complement::Complement;
use super::complement::leads_with_by;
use super::draft::Reach;
use super::phrase::{Ending, Phrase, Weight, phrase};
use super::verb::is_enough;
use super::word::{NAME, adverb, is_any_particle, is_particle, leads_with, time};
use crate::fact::Stance;
use crate::lexicon::{Class, Cue, CueShape, Particle, Sense, Takes};
use crate::span::Span;

/// كما أعلنت السلطات: what the source says stands around it, and nothing of its own follows.
pub(super) fn stands_behind(
    place: Cursor<'_>,
    source: &Phrase<'_>,
    word: Cue,
    found: Option<Complement>,
) -> bool {
    let Some(before) = place.previous().filter(|p| is_particle(*p, Particle::As)) else {
        return false;
    };
    let mut end = source.end;
    while let Some(after) = end.here().and_then(|here| time(here).or_else(|| adverb(here))) {
        end = after;
    }
    let closes = end.here().is_none_or(|sign| ['،', ',', '.'].iter().any(|c| sign.is_sign(*c)));
    let heads = before.page().sentence(before.index()).start == before.index();
    let says =
        word.takes.has(Takes::THAT) && (source.weight == Weight::Known || !word.takes.has(Takes::KNOWN));
    let aside = before.previous().is_some_and(|sign| sign.is_sign('،'))
        && end.here().is_some_and(|sign| sign.is_sign('،'));
    !heads
        && closes
        && says
        && (aside || source.weight > Weight::Bare)
        && !found.is_some_and(|found| found.is_certain)
}

/// وأكدته الصحيفة: what was said before is denied or affirmed by another.
pub(super) fn takes_up(place: Cursor<'_>, source: &Phrase<'_>, word: Cue) -> bool {
    let judges = matches!(word.stance, Stance::Affirming | Stance::Denying);
    judges && place.token().has_conjunction() && source.weight > Weight::Bare
}

/// ونفت الحركة كذلك.
pub(super) fn denies_too(source: &Phrase<'_>, word: Cue) -> bool {
    let too = source.end.here().and_then(adverb);
    let ends =
        too.is_some_and(|after| after.here().is_none_or(|sign| sign.is_sign('.') || sign.is_sign('،')));
    word.stance == Stance::Denying && source.weight == Weight::Known && ends
}

/// الحصيلة التي أعلنتها الوزارة: a toll that the source announced; where commas part the clause from it, it goes on
/// behind them.
pub(super) fn announced(place: Cursor<'_>) -> Option<Reach> {
    let relative = place.previous().filter(|at| is_particle(*at, Particle::Relative))?;
    let before = relative.previous()?;
    let comma = before.is_sign('،') || before.is_sign(',');
    let last = if comma { before.previous()? } else { before };
    let mut nouns =
        std::iter::successors(Some(last), |at| at.previous()).take(3).take_while(|at| at.is_definite());
    let noun = nouns.find(|at| at.is(Class::Toll) || is_topic(*at))?;
    let heads = noun.page().sentence(noun.index()).start + 3 > noun.index();
    if comma && heads {
        return Some(Reach::Around);
    }
    Some(Reach::Exactly(noun.stem().to(last.token().span)))
}

fn is_topic(at: Cursor<'_>) -> bool {
    at.means(Sense::Particle(Particle::Topic))
}

/// أفاد بذلك مدير المعبر: what was said before is what the source said.
pub(super) fn takes_this(after: Cursor<'_>, source: &Phrase<'_>, word: Cue) -> bool {
    let this = |here: Cursor<'_>| is_particle(here, Particle::For) && leads_with_by(here);
    let verb = word.shape == CueShape::Past && word.takes.has(Takes::BY);
    verb && source.weight == Weight::Known && after.here().is_some_and(this)
}

/// هذا ما أعلنه: what was said before is what the source announced.
pub(super) fn sums_up(place: Cursor<'_>) -> bool {
    let pronoun = |at: Cursor<'_>| is_particle(at, Particle::Pronoun);
    let what = place.previous().filter(|before| pronoun(*before));
    what.and_then(Cursor::previous).is_some_and(pronoun)
}

/// «…»، يحكي الناجي: a verb behind the quotation of what its source says; in the present, behind any words of it.
pub(super) fn behind<'a>(place: Cursor<'a>, after: Cursor<'a>, word: Cue) -> Option<(Phrase<'a>, Reach)> {
    let comma = place.previous().filter(|sign| sign.is_sign('،') || sign.is_sign(','))?;
    if place.token().has_conjunction() || !word.takes.has(Takes::THAT) {
        return None;
    }
    let source = after.here().and_then(|next| phrase(next, Ending::Open))?;
    let mut end = source.end;
    while let Some(after) = end.here().and_then(|here| time(here).or_else(|| adverb(here))) {
        end = after;
    }
    if !end.here().is_none_or(|sign| ['،', ',', '.'].iter().any(|c| sign.is_sign(*c))) {
        return None;
    }
    if let Some(said) = quoted_before(comma) {
        return Some((source, Reach::Exactly(said)));
    }
    let long = comma.page().sentence(place.index()).start + SHORT < place.index();
    let closes = end.here().is_none_or(|sign| sign.is_sign('.'));
    let says = word.shape == CueShape::Present && source.weight == Weight::Known && long && closes;
    says.then_some((source, Reach::Around))
}

/// The quotation that closes before the comma, if it is longer than a name.
fn quoted_before(comma: Cursor<'_>) -> Option<Span> {
    let page = comma.page();
    let close = comma.previous().filter(|mark| !mark.token().is_word())?.token().span.start;
    let last = page.quotations.partition_point(|q| q.span.start < close);
    let near = page.quotations[..last].iter().rev().take(NEAR);
    let is_speech = |span: Span| page.quote(span).split_whitespace().take(NAME + 1).count() > NAME;
    near.filter(|q| q.closed && q.span.end == close).map(|q| q.span).find(|span| is_speech(*span))
}

/// Words of a clause at least, behind which a verb of saying may stand.
const SHORT: usize = 4;
/// Quotations before one that closes, in which it may stand.
const NEAR: usize = 8;

/// What is said stands before a verb that nothing follows: “…”، قال المتحدث. Elsewhere such a verb says nothing that can
/// be pointed at, and no noun may follow its source.
pub(super) fn aside(place: Cursor<'_>, source: &Phrase<'_>, word: Cue) -> Option<Reach> {
    let closes = |sign: Cursor<'_>| ['،', ',', '"', '”', '“', '»'].iter().any(|c| sign.is_sign(*c));
    if place.previous().is_some_and(closes) && !place.token().has_conjunction() {
        let head = Cursor::new(place.page(), place.page().sentence(place.index()).start);
        return Some(if is_any_particle(head) { Reach::Nowhere } else { Reach::Around });
    }
    let goes_on = source
        .end
        .here()
        .is_some_and(|next| next.token().is_word() && !is_any_particle(next) && !leads_with(next));
    let named = source.first.token().is_word() && is_enough(source, word);
    (named && !goes_on).then_some(Reach::Nowhere)
}
