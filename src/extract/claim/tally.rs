//! `claim/tally`: the number that a toll has come to: عدد القتلى تجاوز الثلاثين.

use super::near::{
    FAR, any_trigger, befits, breaks, covering, has_preposition, is_bond, is_cue, is_governed, is_joined,
    is_quote, is_verb, past_attribution, says, starting, trigger,
};
use super::parts::chain;
use super::told::{Part, Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Found, Match, Rule};
use crate::fact::{NounClass, Predicate, Quantity, Rank};
use crate::lexicon::{Bond, Class, ClassSet, Frame, Mood, Particle, Sense, Toll};

/// The frames of the nouns that it reads.
const NOUNS: ClassSet = ClassSet::of(&[Class::Masdar, Class::Suffixed, Class::Victim, Class::Tallied]);
/// Those of the verbs.
const VERBS: ClassSet = ClassSet::of(&[Class::Either, Class::Passive]);

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/tally",
    starts: NOUNS.with(VERBS),
    takes: &[
        "عدد ‹القتلى ”تجاوز الثلاثين›",
        "عدد ‹النازحين بنحو 6,500 شخص›",
        "ارتفعت حصيلة ‹القتلى، وفقاً للمرصد، إلى 1,120›",
        "عدد ‹المصابين بلغ 50 حالة›",
        "العدد النهائي لل‹قتلى هو 46›",
        "عدد الذين ‹فروا من السجن يتراوح بين 130 و140 نزيلاً›",
    ],
    leaves: &["القتلى في 3 مدن", "أسر القتلى 20 ألف ليرة"],
    find,
};

/// tally ::= (number-of | toll-of)? the-victims word* (link | to | ب) quantities
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let noun = trigger(at, NOUNS);
    let verb = || trigger(at, VERBS);
    let (noun, end) = noun.or_else(|| verb().filter(|_| is_of_those(at)))?;
    if is_bond(at, Bond::Bodies) && !heads_tally(at) {
        return None;
    }
    let is_noun = matches!(noun.frame, Frame::Victim | Frame::Tallied);
    let tallied = if is_noun { is_tallied(at) } else { is_tallied(at) && heads_tally(at) };
    if !tallied && !is_of_those(at) {
        return None;
    }
    let predicate = predicate(at, noun.predicate);
    if let Some(number) = come_before(at) {
        return told(at, end, predicate, false, chain(number, predicate)?);
    }
    let mut place = end.here()?;
    for _ in 0..FAR {
        if let Some(found) = starting(place.page(), place.index()) {
            let of = at.previous().is_some_and(|before| before.is(Class::Of));
            let alone = found.value.counted.is_none() && !of;
            let mut marks = (end.index()..place.index()).map(|token| Cursor::new(at.page(), token));
            let beside_it = place.index() == end.index() || found.value.hedge.is_some();
            let beside = marks.all(is_quote) && (heads_tally(at) || beside_it && alone);
            if parted(place, found.end as usize) {
                return None;
            }
            let linked = beside || is_linked(place) || is_come_to(at, place) || is_said_of(end, place, found);
            if (befits(predicate, &found.value) || counts_cases(at, found)) && linked {
                let mut parts = chain(place, predicate).unwrap_or_else(|| vec![Part::of(at.page(), found)]);
                parts.extend(risen(place, found.end as usize, predicate).into_iter().flatten());
                return told(at, end, predicate, false, parts);
            }
        }
        if let Some(behind) = past_attribution(place) {
            place = behind;
            continue;
        }
        if breaks(place) || is_verb(place) && !is_link(place) || is_cue(place) {
            return None;
        }
        place = place.next()?;
    }
    None
}

/// ارتفع إلى 11 عدد القتلى: the bare number before its toll.
fn come_before(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let toll = at.previous().filter(|toll| toll.means(Sense::Toll(Toll::Noun)))?;
    let found = covering(at.page(), toll.previous()?.index())?;
    let number = Cursor::new(at.page(), found.start as usize);
    let comes = found.end as usize == toll.index() && found.value.counted.is_none();
    (comes && number.previous().is_some_and(|to| to.is(Class::To))).then_some(number)
}

/// How many tokens before the toll the verb that it comes to may stand.
const LINK: usize = 3;

/// بلغ عدد الوفيات في الموقع عشرة: behind the verb, the toll and its setting.
fn is_come_to(at: Cursor<'_>, number: Cursor<'_>) -> bool {
    let before = std::iter::successors(at.previous(), |place| place.previous()).take(LINK);
    let mut words = before.take_while(|place| place.token().is_word());
    let what = |before: &Cursor<'_>| before.means(Sense::Mood(Mood::NotAny));
    let number = number.previous().filter(what).unwrap_or(number);
    heads_tally(at) && words.any(is_link) && !is_governed(number, None) && !is_joined(number)
}

/// قتلى السيل 400: a bare number that is said of the victims, whose name takes all that is between.
fn is_said_of(end: Cursor<'_>, number: Cursor<'_>, found: &Found<Quantity>) -> bool {
    let page = number.page();
    let mut between = (end.index()..number.index()).map(|at| Cursor::new(page, at));
    let name = |at: Cursor<'_>| {
        at.token().is_word() && !at.token().has_proclitic() && !at.is(Class::In)
            || at.has_article() && !has_preposition(at)
    };
    let ends = number
        .at(found.end as usize)
        .is_none_or(|next| !next.token().is_word() || next.token().has_conjunction());
    let last = number.previous().is_some_and(Cursor::is_definite);
    number.index() > end.index() && last && ends && found.value.counted.is_none() && between.all(name)
}

/// Cases are people where a number of victims is spoken of: عدد المصابين 50 حالة.
fn counts_cases(at: Cursor<'_>, found: &Found<Quantity>) -> bool {
    let event = found.value.counted.is_some_and(|counted| counted.class == Some(NounClass::Event));
    let tells = (found.start..found.end).filter_map(|t| at.at(t as usize)).any(|t| any_trigger(t).is_some());
    event && !tells && found.value.rank == Rank::Cardinal && heads_tally(at)
}

/// Whether بين parts the number among the dead and others: عدد الضحايا 120 بين قتيل ومفقود.
fn parted(at: Cursor<'_>, end: usize) -> bool {
    let between = at.at(end).filter(|next| next.is(Class::Between));
    between.and_then(Cursor::next).is_some_and(|next| any_trigger(next).is_some())
}

/// إلى 47 behind من 30.
pub(super) fn risen(first: Cursor<'_>, end: usize, predicate: Predicate) -> Option<Vec<Part>> {
    first.previous().filter(|before| before.is(Class::Of))?;
    let mut place = first.at(end)?;
    for _ in 0..4 {
        if place.term(Class::To).is_some() {
            return chain(place.next()?, predicate);
        }
        place = place.next()?;
    }
    None
}

/// The victims are known ones, or a number of them is spoken of.
fn is_tallied(at: Cursor<'_>) -> bool {
    at.is_definite()
        || heads_tally(at)
        || at.next().is_some_and(|next| next.token().is_word() && next.is_definite())
}

/// How many words of the clause may stand before its event.
const CLAUSE: usize = 5;

/// عدد من تمكنوا من الهرب, عدد الأشخاص الذين قتلوا: an event in a clause that tells of whom the number is.
fn is_of_those(at: Cursor<'_>) -> bool {
    let toll = |at: Cursor<'_>| at.means(Sense::Toll(Toll::Noun));
    let mut words = std::iter::successors(at.previous(), |place| place.previous())
        .take(CLAUSE)
        .take_while(|place| place.token().is_word());
    let relative = |place: &Cursor<'_>| place.means(Sense::Particle(Particle::Relative));
    let who =
        words.find(|place| relative(place) || place.is(Class::Of) && place.previous().is_some_and(toll));
    let head = who.and_then(Cursor::previous);
    head.is_some_and(toll) || head.and_then(Cursor::previous).is_some_and(toll)
}

/// عدد القتلى, حصيلة القتلى.
fn heads_tally(at: Cursor<'_>) -> bool {
    let toll = |at: Cursor<'_>| at.means(Sense::Toll(Toll::Noun));
    let mut place = at.previous();
    for _ in 0..3 {
        match place {
            Some(p) if toll(p) => return true,
            Some(p) if p.token().is_word() => place = p.previous(),
            _ => return false,
        }
    }
    false
}

/// Where the word can be read as dead or as victims of either sort, a tally is of the dead.
fn predicate(at: Cursor<'_>, first: Predicate) -> Predicate {
    if says(at, Predicate::Casualties) { Predicate::Killed } else { first }
}

/// Whether the quantity at a place is what a toll has come to: behind a link, إلى, من or ب, quotation marks aside.
pub(super) fn is_linked(at: Cursor<'_>) -> bool {
    if has_preposition(at) || at.means(Sense::Toll(Toll::Link)) {
        return true;
    }
    let mut before = at.previous();
    while let Some(place) = before {
        let what = place.means(Sense::Mood(Mood::NotAny));
        if !is_quote(place) && !place.is_sign(':') && (!what || has_preposition(place)) {
            return what
                || is_link(place)
                || place.is(Class::To)
                || place.is(Class::Of)
                || place.token().ends_in_tatweel();
        }
        before = place.previous();
    }
    false
}

fn is_link(at: Cursor<'_>) -> bool {
    at.means(Sense::Toll(Toll::Link)) && any_trigger(at).is_none()
}
