//! `claim/subject`: those whom a verb or state befell before it: سبعة مسلحين فروا, العشرات منهم طليقين.

use super::near::{
    befits, breaks, covering, has_mood, has_preposition, is_governed, is_nominal, is_verb, trigger,
};
use super::told::{Part, Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Found, Match, Rule};
use crate::fact::{NounClass, Predicate, Quantity};
use crate::lexicon::{Bond, Class, ClassSet, Frame, Mood, Particle, Sense, Trigger};

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/subject",
    starts: ClassSet::of(&[Class::Trigger]),
    takes: &[
        "قرابة ألفي أسرة نزحت",
        "عشرين سجيناً فروا",
        "لا يزال ‹العشرات منهم طليقين›",
        "لقي ‹ثلاثة أشخاص على الأقل مصرعهم›",
    ],
    leaves: &[
        "القبض على 8 من الفارين",
        "غارتين استهدفت إحداها تجمعا في دمشق",
        "ثلاثة منهم في مكمن استهدف قافلة في دمشق",
        "3 منازل أصيبت",
        "في 3 أيام فروا",
    ],
    find,
};

/// How many tokens may stand between the quantity and the verb.
const GAP: usize = 5;

/// subject ::= quantity word* (verb-of-event | state)
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (event, end) = trigger(at, |frame| matches!(frame, Frame::Either | Frame::Passive | Frame::State))?;
    let is_verb = event.frame != Frame::State;
    if at.token().has_conjunction() || event.predicate == Predicate::Sentenced {
        return None;
    }
    let noun = event.frame == Frame::Either && is_nominal(at);
    if is_verb && (noun || has_preposition(at) || at.has_article())
        || event.predicate == Predicate::Hospitalised && !is_brought(at)
    {
        return None;
    }
    if !is_verb && at.has_article() {
        return None;
    }
    let quantity = before(at, event.predicate).filter(|found| !strikes(event, &found.value))?;
    let mut found = told(at, end, event.predicate, event.ahead, vec![Part::of(at.page(), quantity)])?;
    found.value.ahead = event.ahead;
    Some(found)
}

/// Raids that hit something are not what was hit: غارتان استهدفتا تجمعا.
fn strikes(event: Trigger, quantity: &Quantity) -> bool {
    let events = quantity.counted.is_some_and(|counted| counted.class == Some(NounClass::Event));
    events && event.frame == Frame::Either && !event.predicate.is_of_people()
}

/// The nearest quantity before a verb in its clause.
pub(super) fn before(at: Cursor<'_>, predicate: Predicate) -> Option<&Found<Quantity>> {
    let mut place = at.previous()?;
    for _ in 0..=GAP {
        if let Some(found) = covering(place.page(), place.index()) {
            let first = Cursor::new(at.page(), found.start as usize);
            let fits = befits(predicate, &found.value) && !is_object(first);
            return fits.then_some(found);
        }
        if breaks(place) || is_verb(place) && !has_mood(place, Mood::Able) || is_joined_word(place) {
            return None;
        }
        if place.is(Class::Offset)
            || place.is(Class::In) && !predicate.is_of_people()
            || has_mood(place, Mood::Fact) && !place.means(Sense::Particle(Particle::Relative))
        {
            return None;
        }
        place = place.previous()?;
    }
    None
}

/// Whether somebody is said to be brought (نقل) before إلى المستشفى.
fn is_brought(at: Cursor<'_>) -> bool {
    let brought = |place: &Cursor<'_>| place.means(Sense::Bond(Bond::Brought));
    std::iter::successors(Some(at), |place| place.previous()).take(2 * GAP).any(|place| brought(&place))
}

fn is_joined_word(at: Cursor<'_>) -> bool {
    at.token().has_conjunction() || at.is_sign('،') || at.term(Class::Clause).is_some()
}

/// Behind في, من and the like the quantity is no subject.
fn is_object(first: Cursor<'_>) -> bool {
    is_governed(first, None)
        && !first.previous().is_some_and(|p| p.term(Class::Member).is_some() || p.is(Class::NoNoun))
}
