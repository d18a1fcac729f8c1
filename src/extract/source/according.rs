//! A phrase with its source after it, and what is said around it: بحسب المرصد.

use super::super::cursor::Cursor;
use super::super::rule::{Match, Rule};
use super::complement::{complement, is_that, said};
use super::draft::{Draft, Hold, Reach, cue, words};
use super::phrase::{Ending, Phrase, Weight, phrase};
use super::word::{announces, is_particle};
use crate::lexicon::{Class, ClassSet, CueShape, Particle, Takes};

/// phrase source
pub(super) const RULE: Rule<Draft> = Rule {
    name: "source/according",
    starts: ClassSet::of(&[Class::Cue]),
    takes: &[
        "الطريق مقطوع بحسب مصدر أمني",
        "بحسب مصادر محلية",
        "وفقاً لناشطين",
        "بحسب ما أعلنته وزارة الداخلية",
        "على حد قوله",
        "حسبما أفادت الإذاعة",
        "جاء في الحكم أن الجريمة وقعت ليلا",
        "جاء في منشور لصفحة «حارتنا» أن الفرن أغلق",
    ],
    leaves: &["حسب الحاجة", "وفق خطة", "وفقا للقانون", "على حد سواء"],
    find,
};

fn find(place: Cursor<'_>) -> Option<Match<Draft>> {
    let (word, after) = cue(place, |word| {
        use CueShape::{According, AccordingTo, AsSaid, Manner, StatedIn};
        matches!(word.shape, According | AccordingTo | AsSaid | Manner { .. } | StatedIn)
    })?;
    let (end, source) = match word.shape {
        CueShape::According => (after, Some(known(after.here()?)?)),
        CueShape::AccordingTo => (after, Some(known(addressed(after.here()?)?)?)),
        CueShape::StatedIn => (after, Some(stated_in(after.here()?)?)),
        CueShape::Manner { understood: true } => (after, None),
        CueShape::Manner { .. } => (after, Some(phrase(after.here()?, Ending::Open)?)),
        _ => said_by(after.here()?)?,
    };
    let reach = match word.shape {
        CueShape::StatedIn => complement(source?.end, Takes::THAT)?.reach,
        _ => reach(place, source.map_or(end, |source| source.end)),
    };
    let mut draft = Draft::of(words(place, end), word, source.as_ref(), reach);
    if reach == Reach::Around {
        draft.hold = Hold::Free;
    }
    Some(draft.found(end.index()))
}

/// A source that one of the lists has, or a name in quotation marks.
fn known(first: Cursor<'_>) -> Option<Phrase<'_>> {
    let marked = !first.token().is_word() && !first.next().is_some_and(announces);
    phrase(first, Ending::Strict)
        .filter(|source| source.weight == Weight::Known || marked && source.weight == Weight::Definite)
}

/// A writing in which what follows أن stands: جاء في بيان أن.
fn stated_in(first: Cursor<'_>) -> Option<Phrase<'_>> {
    let source = phrase(first, Ending::Strict).filter(|source| source.weight > Weight::Bare)?;
    complement(source.end, Takes::THAT).filter(|found| found.is_certain).map(|_| source)
}

/// The source after ل, which may be written apart.
pub(super) fn addressed(next: Cursor<'_>) -> Option<Cursor<'_>> {
    let text = next.page().quote(next.token().span);
    if is_particle(next, |p| p == Particle::For) {
        return next.next();
    }
    text.starts_with('\u{644}').then_some(next)
}

/// A verb of saying after ما, and its source.
fn said_by(verb: Cursor<'_>) -> Option<(Cursor<'_>, Option<Phrase<'_>>)> {
    let is_verb = |word: crate::lexicon::Cue| {
        matches!(word.shape, CueShape::Past | CueShape::Present | CueShape::Suffixed | CueShape::Relay)
    };
    let (_, after) = cue(verb, is_verb)?;
    let told = after.here().filter(|next| is_particle(*next, |p| p == Particle::For));
    let after = told.map_or(after, Cursor::after);
    Some((after, after.here().and_then(|next| phrase(next, Ending::Strict))))
}

/// The place after the inner source of حسبما نقلت الوكالة عن مصدر, or نقلا عن مصدر.
fn beyond_relayed(end: Cursor<'_>) -> Cursor<'_> {
    let about = end.here().filter(|here| is_particle(*here, |p| p == Particle::About));
    let by = end.here().and_then(|here| cue(here, |word| word.shape == CueShape::According));
    let inner = about.and_then(Cursor::next).or_else(|| by?.1.here());
    let inner = inner.and_then(|next| phrase(next, Ending::Strict));
    inner.map_or(end, |inner| inner.end)
}

/// At the head of its sentence it covers the rest, elsewhere what stands around it.
fn reach(place: Cursor<'_>, end: Cursor<'_>) -> Reach {
    let head = place.page().sentence(place.index()).start == place.index();
    if head
        && let Some(found) =
            complement(end, Takes::THAT).filter(|found| found.is_certain && !found.is_quotation)
    {
        return found.reach;
    }
    let Some(mut next) = beyond_relayed(end).here().filter(|_| head) else { return Reach::Around };
    while next.is_sign('،') || next.is_sign(',') || next.is_sign(':') || is_that(next) {
        match next.next() {
            Some(after) => next = after,
            None => return Reach::Around,
        }
    }
    said(next)
}
