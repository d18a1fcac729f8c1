//! The words at which a phrase of a source ends, those that it does not begin with, and those that carry it on.

use super::super::cursor::Cursor;
use super::complement::{is_that, leads_with_by};
use super::draft::cue;
use super::marks::name_in_marks;
use super::phrase::{ALEF, AND, LONG};
use super::word::{
    adverb, begins, entity, follows_definite, is_abbreviation, is_object, is_particle, is_people, named,
    partitive, time,
};
use crate::fact::{EntityKind, Rank};
use crate::lexicon::{Class, CueShape, Functions, Particle, Sense};
use crate::text::Kind;

/// Words that no phrase goes on over.
pub(super) fn ends_phrase(here: Cursor<'_>) -> bool {
    const GOES_ON: [Particle; 11] = [
        Particle::Infinitive,
        Particle::OnBehalf,
        Particle::Same,
        Particle::Several,
        Particle::TakesAbout,
        Particle::TakesBy,
        Particle::TakesFrom,
        Particle::TakesOn,
        Particle::TakesTo,
        Particle::Topic,
        Particle::Un,
    ];
    let ends = Functions::PARTICLES.without(GOES_ON.into());
    let is_short = || here.next().is_some_and(|dot| dot.is_sign('.') && is_abbreviation(dot));
    let is_alone = || here.token().kind() == Kind::Arabic && here.token().span.len() <= 2 && !is_short();
    let denied = || here.previous().is_some_and(|before| is_particle(before, Particle::Un));
    cue(here, |word| word.shape != CueShape::Participle || !denied()).is_some()
        || is_particle(here, ends)
        || is_particle(here, Particle::Infinitive) && !here.is_definite()
        || begins(here, Class::Clause)
        || time(here).is_some()
        || adverb(here).is_some()
        || here.numeral().is_some_and(|(found, _)| found.value.rank != Rank::Ordinal) && !is_one_of(here)
        || is_alone()
}

/// أحد الناجيين: a dual or a number with its article, of which one is meant.
fn is_one_of(here: Cursor<'_>) -> bool {
    here.has_article() && here.previous().is_some_and(|before| before.means(Sense::PronounOne))
}

/// Words that no phrase begins with.
pub(super) fn cannot_open(here: Cursor<'_>) -> bool {
    let opens = entity(here).is_some() || begins(here, Class::SourceNoun);
    time(here).is_some()
        || !opens
            && (ends_phrase(here) && here.numeral().is_none()
                || is_particle(here, Particle::Topic) && partitive(here).is_none()
                || is_object(here))
}

/// طب الطوارئ والدعم: a short word that no list has, with و and its article behind a definite one.
pub(super) fn is_joined_name(here: Cursor<'_>) -> bool {
    let word = here.page().quote(here.token().span);
    let joined = word.strip_prefix(AND).is_some_and(|noun| noun.starts_with(ARTICLE)) && word.len() >= LONG;
    joined && !word.ends_with(PRONOUNS) && follows_definite(here)
}

/// The letters of the article.
const ARTICLE: &str = "\u{627}\u{644}";
/// The last letters of the pronouns of a noun, but for those that names end in too.
const PRONOUNS: [char; 2] = ['\u{647}', ALEF];

/// المسؤول "الشائعات" التي: a name in quotation marks that a clause tells of is no name of a person.
pub(super) fn is_told_of(here: Cursor<'_>, after: Cursor<'_>) -> bool {
    let person = here.previous().is_some_and(|before| before.is_definite() && is_people(before));
    let tells = |at: Cursor<'_>| !at.token().has_conjunction() && is_particle(at, Particle::Relative);
    person && after.here().is_some_and(tells)
}

/// Indefinite people between quotation marks: “مصدر عسكري” في التنظيم.
pub(super) fn marks_people(first: Cursor<'_>) -> bool {
    let inner = first.next().filter(|_| name_in_marks(first).is_some());
    inner.is_some_and(|inner| is_people(inner) && !inner.is_definite() && named(inner).is_none())
}

/// The preposition that a participle takes.
fn preposition(participle: Particle) -> Option<Particle> {
    Some(match participle {
        Particle::TakesAbout => Particle::About,
        Particle::TakesBy => Particle::By,
        Particle::TakesFrom => Particle::From,
        Particle::TakesOn => Particle::On,
        Particle::TakesTo => Particle::To,
        _ => return None,
    })
}

/// The place after a participle and its preposition, ب with its word, where a source goes on: صادر عن, المقربة من.
pub(super) fn governing(here: Cursor<'_>) -> Option<Cursor<'_>> {
    let next = here.next().filter(|next| here.is(Class::Particle) && next.token().is_word())?;
    let taken = |sense| match sense {
        Sense::Particle(participle) => preposition(participle),
        _ => None,
    };
    let preposition = here.sense([Class::About, Class::Particle], taken)?;
    if is_particle(next, preposition) {
        return Some(next.after());
    }
    (preposition == Particle::By && leads_with_by(next) && !is_that(next)).then(|| next.after())
}

/// A comma, where a title goes on with who the source is: المتحدث باسم الجيش، العقيد.
pub(super) fn apposition(comma: Cursor<'_>) -> Option<Cursor<'_>> {
    let next = comma.next()?;
    let is_title = begins(next, Class::Title) || is_people(next);
    let person = entity(next).is_some_and(|(kind, _)| kind == EntityKind::Person);
    ((is_title || person) && !next.token().has_conjunction()).then(|| comma.after())
}
