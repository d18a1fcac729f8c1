//! One source that passes on another: نقل الموقع عن مصادر. The outer one; the inner one is [`super::relayed`].

use super::super::cursor::Cursor;
use super::super::rule::{Match, Rule};
use super::complement::complement;
use super::draft::{Draft, Reach, cue, words};
use super::phrase::{Ending, Phrase, Weight, phrase};
use super::subject::{is_of_condition, subject};
use super::word::{announces, is_particle, time};
use crate::lexicon::{Class, ClassSet, Cue, CueShape, Particle, Takes};

/// Tokens before عن in which the verb may stand.
const FAR: usize = 18;

/// verb source? عن
pub(super) const RULE: Rule<Draft> = Rule {
    name: "source/relay",
    starts: ClassSet::of(&[Class::Relay]),
    takes: &[
        "نقل موقع محلي عن مصادر مطلعة أن الهدنة انهارت",
        "نقل التقرير عن سولفانج وهو باحث أول قوله إن الهدنة انهارت",
        "نسبت الصحيفة إلى مسؤول أن الهدنة انهارت",
        "قناة «المسار» نقلت عن مصدر عسكري أن الهدنة انهارت",
        "نقلت صحيفة «ميزان اليوم» عن مصادر مطلعة أن الهدنة انهارت",
    ],
    leaves: &["نقل الجرحى إلى المستشفى", "نقلت سيارة المصابين"],
    find,
};

/// What a verb of passing on stands between.
pub(super) struct Relay<'a> {
    pub word: Cue,
    pub after: Cursor<'a>,
    pub outer: Option<Phrase<'a>>,
    pub about: Cursor<'a>,
    pub inner: Phrase<'a>,
    pub reach: Reach,
}

fn find(place: Cursor<'_>) -> Option<Match<Draft>> {
    let relay = relay(place)?;
    let source = relay.outer.as_ref().or(Some(&relay.inner));
    let cue =
        if relay.outer.is_some() { words(place, relay.after) } else { words(place, relay.about.after()) };
    let end = if relay.outer.is_some() { relay.after } else { relay.about.after() };
    Some(Draft::of(cue, relay.word, source, relay.reach).found(end.index()))
}

/// The verb at `place` with both of its sources.
pub(super) fn relay(place: Cursor<'_>) -> Option<Relay<'_>> {
    let (word, after) = cue(place, |word| word.shape == CueShape::Relay)?;
    let behind = after.here().and_then(|next| phrase(next, Ending::Open));
    let mut about = behind.map_or(after, |outer| outer.end).here()?;
    while let Some(skipped) = time(about).or_else(|| about.is_sign('،').then(|| about.after())) {
        about = skipped.here()?;
    }
    let between = if word.takes.has(Takes::FROM) {
        Particle::From
    } else if word.takes.has(Takes::TO) {
        Particle::To
    } else {
        Particle::About
    };
    if !is_particle(about, between) {
        return None;
    }
    let outer = behind.or_else(|| known_before(place));
    let open = phrase(about.next()?, Ending::Open)?;
    let (inner, said) =
        said(open.end).map_or_else(|| announcing(open, outer.is_some()), |reach| (open, Some(reach)));
    if between == Particle::To && said.is_none() {
        return None;
    }
    let plausible =
        said.is_some() || inner.weight == Weight::Known || outer.is_some_and(|o| o.weight == Weight::Known);
    let reach = said.unwrap_or(Reach::Nowhere);
    plausible.then_some(Relay { word, after, outer, about, inner, reach })
}

/// The outer source where it stands before the verb: كانت القناة قد نقلت عن مصدر.
fn known_before(place: Cursor<'_>) -> Option<Phrase<'_>> {
    let is_told = place.previous().is_some_and(|at| is_particle(at, Particle::Relative));
    let (source, _) = subject(place).filter(|_| !is_told)?;
    (source.weight == Weight::Known).then_some(source)
}

/// The inner source before what it announces: نقل المرصد عن مصادره مقتل خمسة.
fn announcing(open: Phrase<'_>, is_outer: bool) -> (Phrase<'_>, Option<Reach>) {
    let strict = phrase(open.first, Ending::Strict).filter(|strict| strict.end.here().is_some_and(announces));
    let strict = strict.filter(|strict| is_outer && strict.weight == Weight::Known);
    strict.map_or((open, None), |strict| (strict, Some(Reach::Clause(strict.end.index() as u32))))
}

/// What is said after the inner source: أن, or قوله إن.
fn said(end: Cursor<'_>) -> Option<Reach> {
    let here = beyond_aside(end).here()?;
    let noun = cue(here, |word| word.shape == CueShape::Noun).map(|(_, after)| after);
    complement(noun.unwrap_or(here), Takes::THAT).map(|found| found.reach)
}

/// The place of قوله after what is said of the inner source: عن سولفانج وهو باحث قوله.
pub(super) fn beyond_aside(end: Cursor<'_>) -> Cursor<'_> {
    let opens = |at: Cursor<'_>| at.is_sign('،') || is_particle(at, Particle::Pronoun);
    let Some(first) = end.here().filter(|at| opens(*at)) else { return end };
    let mut places = std::iter::successors(first.next(), |at| at.next()).take(FAR);
    let noun = places
        .find(|at| at.is_sign('.') || !is_of_condition(*at) && cue(*at, |_| true).is_some())
        .filter(|at| cue(*at, |word| word.shape == CueShape::Noun).is_some());
    noun.unwrap_or(end)
}

/// The inner source that ends before `place`, where قوله stands.
pub(super) fn relayed(place: Cursor<'_>) -> Option<Phrase<'_>> {
    let verb = verb_before(place)?;
    let relay = relay(verb)?;
    (relay.outer.is_some() && beyond_aside(relay.inner.end).index() == place.index()).then_some(relay.inner)
}

/// The verb of passing on before `place`.
pub(super) fn verb_before(place: Cursor<'_>) -> Option<Cursor<'_>> {
    let mut before = std::iter::successors(place.previous(), |at| at.previous()).take(FAR);
    before.find(|at| cue(*at, |word| word.shape == CueShape::Relay).is_some())
}
