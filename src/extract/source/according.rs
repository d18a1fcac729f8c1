//! A phrase with its source after it, and what is said around it: بحسب المرصد.

use super::super::cursor::Cursor;
use super::super::rule::{Match, Rule};
use super::complement::{complement, is_answer, is_that, is_writing, said};
use super::draft::{Draft, Hold, Reach, cue, words};
use super::phrase::{Ending, Phrase, Weight, phrase};
use super::word::{announces, is_outlet, is_particle, quotation, time};
use crate::lexicon::{Class, ClassSet, CueShape, Particle, Takes};

/// phrase source
pub(super) const RULE: Rule<Draft> = Rule {
    name: "source/according",
    starts: ClassSet::of(&[Class::According]),
    takes: &[
        "الطريق مقطوع بحسب مصدر أمني",
        "بحسب مصادر محلية",
        "وفقاً لناشطين",
        "بحسب ما أعلنته وزارة الداخلية",
        "على حد قوله",
        "حسبما أفادت الإذاعة",
        "جاء في الحكم أن الجريمة وقعت ليلا",
        "جاء في منشور لصفحة «حارتنا» أن الفرن أغلق",
        "الطريق مقطوع على ما جاء في بيان للبلدية",
        "حسب ما جاء في قرار الإحالة",
        "بحسب بيان صادر عن الإدارة، تلقت «الضفاف» نسخة منه، الطريق مقطوع",
        "الطريق مقطوع حسب ما أوردته، أمس، وزارة الداخلية",
    ],
    leaves: &["حسب الحاجة", "وفق خطة", "وفقا للقانون", "على حد سواء"],
    find,
};

fn find(place: Cursor<'_>) -> Option<Match<Draft>> {
    let (word, after) = cue(place, |word| {
        use CueShape::{According, AccordingTo, AsSaid, Manner, StatedIn};
        matches!(word.shape, According | AccordingTo | AsSaid | Manner { .. } | StatedIn)
    })?;
    if word.shape == CueShape::AsSaid && place.previous().is_some_and(is_answer) {
        return None;
    }
    let (end, source) = match word.shape {
        CueShape::According => (after, Some(known(after.here()?)?)),
        CueShape::AccordingTo => (after, Some(known(addressed(after.here()?)?)?)),
        CueShape::StatedIn => (after, Some(stated_in(place, after.here()?)?)),
        CueShape::Manner { understood: true } => (after, None),
        CueShape::Manner { .. } => (after, Some(phrase(after.here()?, Ending::Open)?)),
        _ => said_by(after.here()?)?,
    };
    let reach = match word.shape {
        CueShape::StatedIn => {
            let found = complement(source?.end, Takes::THAT).filter(|found| found.is_certain);
            found.map_or_else(|| around(place, source), |found| found.reach)
        }
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

/// The source before the writing that it issues: صدر عن المركز | البيان الآتي.
fn before_writing(source: Phrase<'_>) -> Phrase<'_> {
    let mut inner =
        (source.first.index() + 1..source.end.index()).map(|at| Cursor::new(source.first.page(), at));
    let writing = inner.find(|at| at.is_definite() && is_writing(*at));
    writing
        .filter(|at| at.next().and_then(Cursor::next).is_some_and(|colon| colon.is_sign(':')))
        .map_or(source, |end| Phrase { end, ..source })
}

/// A writing in which what follows أن stands (جاء في بيان أن), or what stands around it: كما جاء في بيان.
fn stated_in<'a>(place: Cursor<'a>, first: Cursor<'a>) -> Option<Phrase<'a>> {
    let source = phrase(first, Ending::Strict).filter(|source| source.weight > Weight::Bare)?;
    let source = before_writing(source);
    let as_stated = as_before(place).is_some();
    let says = || complement(source.end, Takes::THAT).is_some_and(|found| found.is_certain);
    (as_stated || says()).then_some(source)
}

/// كما, but not of وليس كما.
fn as_before(place: Cursor<'_>) -> Option<Cursor<'_>> {
    let before = place.previous().filter(|at| is_particle(*at, Particle::As))?;
    let denied = before.previous().is_some_and(|at| is_particle(at, Particle::Not));
    (!denied).then_some(before)
}

/// What كما جاء في stands behind; at the head of its sentence, what follows the comma.
fn around(place: Cursor<'_>, source: Option<Phrase<'_>>) -> Reach {
    let head = place.page().sentence(place.index()).start;
    if as_before(place).is_none_or(|before| before.index() != head) {
        return Reach::Around;
    }
    let comma = source.and_then(|source| source.end.here()).filter(|sign| sign.is_sign('،'));
    let first = comma.and_then(Cursor::next);
    let first = first.and_then(|first| if is_that(first) { first.next() } else { Some(first) });
    first.map_or(Reach::Nowhere, said)
}

/// A writing, though no list has its noun, where a definite word follows it: حسب ما جاء في قرار الإحالة.
fn writing(first: Cursor<'_>) -> Option<Phrase<'_>> {
    let listed = phrase(first, Ending::Strict).filter(|source| source.weight > Weight::Bare);
    let whose = || first.next().filter(|next| first.token().is_word() && next.is_definite());
    listed.or_else(|| Some(Phrase { first, ..phrase(whose()?, Ending::Strict)? }))
}

/// The source after ل, which may be written apart.
pub(super) fn addressed(next: Cursor<'_>) -> Option<Cursor<'_>> {
    let text = next.page().quote(next.token().span);
    if is_particle(next, Particle::For) {
        return next.next();
    }
    text.starts_with('\u{644}').then_some(next)
}

/// A verb of saying after ما, and its source.
fn said_by(verb: Cursor<'_>) -> Option<(Cursor<'_>, Option<Phrase<'_>>)> {
    let is_verb = |word: crate::lexicon::Cue| {
        use CueShape::{Past, Present, Relay, StatedIn, Suffixed};
        matches!(word.shape, Past | Present | Suffixed | Relay | StatedIn)
    };
    let (word, after) = cue(verb, is_verb)?;
    if word.shape == CueShape::StatedIn {
        return Some((after, Some(writing(after.here()?)?)));
    }
    let told = after.here().filter(|next| is_particle(*next, Particle::For));
    let after = told.map_or(after, Cursor::after);
    Some((after, beyond_time(after).here().and_then(|next| phrase(next, Ending::Strict))))
}

/// The place after a time, with the commas around it: حسب ما أوردته، أمس، الوزارة.
fn beyond_time(end: Cursor<'_>) -> Cursor<'_> {
    let is_comma = |at: &Cursor<'_>| at.is_sign('،') || at.is_sign(',');
    let open = end.here().filter(is_comma).map(Cursor::after);
    let Some(after) = open.unwrap_or(end).here().and_then(time) else { return end };
    let close = after.here().filter(|at| open.is_some() && is_comma(at));
    close.map_or(after, Cursor::after)
}

/// The place after the inner source of حسبما نقلت الوكالة عن مصدر, or نقلا عن مصدر.
fn beyond_relayed(end: Cursor<'_>) -> Cursor<'_> {
    let about = end.here().filter(|here| is_particle(*here, Particle::About));
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
    let end = beyond_relayed(end);
    let Some(mut next) = end.here().filter(|_| head) else { return Reach::Around };
    let mut says = false;
    while next.is_sign('،') || next.is_sign(',') || next.is_sign(':') || is_that(next) {
        says |= is_that(next);
        match next.next() {
            Some(after) => next = after,
            None => return Reach::Around,
        }
    }
    let beyond = beyond_clause(next, end.index()).filter(|_| !says);
    said(beyond.unwrap_or(next))
}

/// Where what is said begins behind words that belong to the source: في حديث لوكالة، فإن, or behind an aside on how it
/// came to be known: تلقت الصحيفة نسخة منه، فإن.
fn beyond_clause(first: Cursor<'_>, end: usize) -> Option<Cursor<'_>> {
    let hangs = [Particle::In, Particle::For, Particle::Relative];
    let beside = first.index() == end && is_particle(first, hangs);
    let comma = |at: &Cursor<'_>| at.is_sign('،') || at.is_sign(',');
    let stops = |at: &Cursor<'_>| comma(at) || at.is_sign('.') || at.is_sign(':');
    let mut places = std::iter::successors(Some(first), |at| at.next()).take(FAR);
    let (mut outlet, mut of_it) = (false, false);
    let close = places.by_ref().find(|at| {
        outlet |= is_outlet(*at) || quotation(*at).is_some();
        of_it |= is_particle(*at, Particle::For);
        stops(at)
    });
    let close = close.filter(|at| comma(at) && at.index() > first.index() + 1)?;
    let mut next = close.next()?;
    let says = is_that(next) || is_particle(next, Particle::Indeed) || quotation(next).is_some();
    let aside = first.index() > end && outlet && of_it;
    if !(beside && (says || is_particle(first, Particle::In)) || aside) {
        return None;
    }
    while is_that(next) {
        next = next.next()?;
    }
    Some(next)
}

/// Tokens of an aside between a source and what it says.
const FAR: usize = 16;
