//! `claim/shared`: victims by where they were: توزع الضحايا على مديريتين: 12 في الزيدية، وتسعة في باجل.

use super::near::{breaks, is_bond, is_cue, trigger};
use super::party::phrase;
use super::told::{Part, Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Found, Match, Rule};
use crate::fact::{EntityKind, Named, Predicate, Quantity, Rank};
use crate::lexicon::{Bond, Class, ClassSet, Particle, Sense};

/// The frames of the words that it reads.
const NOUNS: ClassSet = ClassSet::of(&[Class::Victim, Class::Masdar, Class::State, Class::Tallied]);

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/shared",
    starts: NOUNS,
    takes: &[
        "توزع ‹الضحايا على مديريتين: 12› في الزيدية، وتسعة في باجل",
        "يتوزع ‹القتلى، بحسب المحافظ، على بلدتين: سبعة› في القرية الأولى، وثلاثة في القرية الثانية",
    ],
    leaves: &[
        "توزعت الإصابات على المدن",
        "توزع القتلى على أربع مديريات",
        "توزع القتلى: 12 في الزيدية، وتسعة في باجل",
        "توزع الضحايا على 12 شاحنة و3 عربات",
        "توزعت المقاعد على مديريتين: 12 في الزيدية، وتسعة في باجل",
    ],
    find,
};

/// How many tokens before the victims the verb may stand.
const VERB: usize = 2;
/// How many tokens behind them the preposition may stand.
const ON: usize = 12;
/// How many tokens behind that the shares may go on.
const SHARES: usize = 80;
/// Words of a place that no list has.
const PLACE: usize = 2;

/// shared ::= share-verb the-victims … على … shares, two or more
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (noun, end) = trigger(at, NOUNS).filter(|(noun, _)| noun.predicate.is_of_people())?;
    let mut before = std::iter::successors(at.previous(), |place| place.previous()).take(VERB);
    if !at.is_definite() || !before.any(|verb| is_bond(verb, Bond::Share)) {
        return None;
    }
    let mut behind = std::iter::successors(end.here(), |place| place.next()).take(ON);
    let is_on = |place: &Cursor<'_>| place.means(Sense::Particle(Particle::On));
    let on = behind.find(|place| is_on(place) || breaks(*place)).filter(is_on)?;
    let dead = super::near::says(at, Predicate::Casualties);
    let predicate = if dead { Predicate::Killed } else { noun.predicate };
    let parts = shares(on.next()?);
    if parts.len() < 2 {
        return None;
    }
    told(at, end, predicate, false, parts)
}

/// The numbers behind a place that have a place of their own, to the end of the sentence.
fn shares(from: Cursor<'_>) -> Vec<Part> {
    let page = from.page();
    let mut parts = Vec::new();
    let places = std::iter::successors(Some(from), |place| place.next()).take(SHARES);
    for at in places.take_while(|at| (!breaks(*at) || at.is_sign(':')) && !is_cue(*at)) {
        let Some(found) = page.quantity_at(at.index()).filter(|found| is_share(found)) else { continue };
        parts.extend(stands_in(at, found).map(|place| Part { place: Some(place), ..Part::of(page, found) }));
    }
    parts
}

fn is_share(found: &Found<Quantity>) -> bool {
    found.value.counted.is_none() && found.value.rank == Rank::Cardinal
}

/// 12 في الزيدية.
fn stands_in(at: Cursor<'_>, found: &Found<Quantity>) -> Option<Named> {
    let first = at.at(found.end as usize).filter(|next| next.is(Class::In))?.next()?;
    place_at(first).or_else(|| {
        let words = std::iter::successors(Some(first), |place| place.next()).take(PLACE);
        let last =
            words.take_while(|word| word.token().is_word() && !word.token().has_conjunction()).last()?;
        Some(phrase(first.page(), (first.index() as u32, last.index() as u32 + 1)))
    })
}

fn place_at(at: Cursor<'_>) -> Option<Named> {
    let entity = at.page().entity_at(at.index()).filter(|found| found.value.kind == EntityKind::Place)?;
    Some(Named { span: entity.span, entity: Some(entity.value.id.clone()) })
}
