//! What goes round, and what others have spread: ما تردد عن, ما تداولته صفحات بشأن.

use super::super::cursor::Cursor;
use super::super::rule::{Match, Rule};
use super::complement::{OBJECTS, is_event, is_that, said};
use super::draft::{Draft, Hold, Reach, cue, words};
use super::phrase::{Ending, Phrase, Weight, phrase};
use super::word::{adverb, begins, follows_what, is_particle, time};
use crate::fact::Stance;
use crate::lexicon::{Class, ClassSet, Cue, CueShape, Mood, Particle, Sense};

/// Tokens after the verb in which what goes round must begin.
const FAR: usize = 12;

/// verb source? (أن | preposition) what-goes-round
pub(super) const RULE: Rule<Draft> = Rule {
    name: "source/rumour",
    starts: ClassSet::of(&[Class::Hearsay, Class::Cue]),
    takes: &[
        "تردد عن مقتل مئة نزيل",
        "تردد أن الطريق مقطوع",
        "يتردد بشأن احتجاز خمسة صيادين",
        "يُشاع على بعض الصفحات من سقوط قتلى",
    ],
    leaves: &[
        "ترددت أنباء عن انفجار",
        "نفت البلدية ما راج على مواقع التواصل بشأن انهيار سد",
        "تردد الشاب على المكان",
        "راج البيع في الأسواق",
        "تقرير نشرته صحيفة عن مقتل خمسة",
    ],
    find,
};

fn find(place: Cursor<'_>) -> Option<Match<Draft>> {
    let spread = |word: Cue| match word.shape {
        CueShape::Rumour => follows_what(place) || !place.page().quote(place.stem()).ends_with(OBJECTS),
        CueShape::Suffixed => follows_what(place),
        _ => false,
    };
    let (word, after) = cue(place, spread)?;
    if place.previous().is_some_and(|before| is_particle(before, Particle::Not)) {
        return None;
    }
    let is_suffixed = place.page().quote(place.stem()).ends_with(OBJECTS);
    if word.shape == CueShape::Rumour && !is_suffixed && is_denied(place) {
        return None;
    }
    let hearsay = |word: Cue| word.shape == CueShape::Hearsay;
    if after.here().is_some_and(|noun| cue(noun, hearsay).is_some()) {
        return None;
    }
    let source = source(after);
    let matter = matter(source.map_or(after, |source| source.end), word, is_suffixed)?;
    let reach = match said(matter) {
        Reach::Sentence(at) => Reach::Clause(at),
        exact => exact,
    };
    let mut draft = Draft::of(words(place, after), word, source.as_ref(), reach);
    draft.hold = Hold::Free;
    Some(draft.found(after.index()))
}

/// How many tokens before what goes round its denial may stand.
const DENIED: usize = 8;

/// نفى ما راج بشأن: of what is denied the denial is the word.
fn is_denied(place: Cursor<'_>) -> bool {
    let before = std::iter::successors(place.previous(), |at| at.previous()).take(DENIED);
    let mut words = before.take_while(|at| at.token().is_word());
    let denies = |at: Cursor<'_>| {
        let mood = at.term(Class::Mood).map(|(sense, _)| sense);
        matches!(mood, Some(Sense::Mood(Mood::Deny | Mood::Nothing)))
            || cue(at, |word| word.stance == Stance::Denying).is_some()
    };
    words.any(denies)
}

/// Who has spread it, or where: ما تداولته صفحات, ما يُشاع على بعض الصفحات.
fn source(after: Cursor<'_>) -> Option<Phrase<'_>> {
    let mut next = after.here()?;
    while let Some(beyond) = time(next).or_else(|| adverb(next)) {
        next = beyond.here()?;
    }
    let on = is_particle(next, [Particle::On, Particle::In]);
    let first = if on && !is_matter(next) { next.next()? } else { next };
    let is_marked =
        |source: &Phrase<'_>| !Cursor::new(after.page(), source.end.index() - 1).token().is_word();
    phrase(first, Ending::Strict).filter(|source| source.weight == Weight::Known || on && is_marked(source))
}

/// What goes round, after أن or a preposition: before أن and عن nothing but adverbials may stand.
fn matter(end: Cursor<'_>, word: Cue, is_suffixed: bool) -> Option<Cursor<'_>> {
    let ends =
        |at: &Cursor<'_>| at.is_sign('.') || begins(*at, Class::Clause) || cue(*at, |_| true).is_some();
    let mut places = std::iter::successors(end.here(), |at| at.next()).take(FAR);
    let opens = |at: &Cursor<'_>| is_that(*at) || is_matter(*at) || is_part(*at);
    let at = places.find(|at| ends(at) || opens(at)).filter(opens)?;
    let beside = at.index() == end.index();
    let next = at.next()?;
    let told =
        is_event(next) || word.shape == CueShape::Rumour && beside && is_about(at) && next.token().is_word();
    (is_that(at) && beside && !is_suffixed || !is_that(at) && told).then_some(next)
}

fn is_about(at: Cursor<'_>) -> bool {
    is_particle(at, Particle::About)
}

/// عن, بشأن.
fn is_matter(at: Cursor<'_>) -> bool {
    is_particle(at, [Particle::About, Particle::Regarding])
}

/// ما تردد من مقتل خمسة.
fn is_part(at: Cursor<'_>) -> bool {
    is_particle(at, Particle::From) && at.next().is_some_and(is_event)
}
