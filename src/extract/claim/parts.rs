//! Those whom an event befell, part by part: سبعة أطفال وامرأتان، بينهم رضيع; 39 لا 47.

use super::near::{
    any_trigger, befits, begins_with_and, breaks, counts_people, is_bond, is_cue, is_joined, is_verb,
    starting, trigger,
};
use super::person;
use super::told::Part;
use crate::extract::cursor::Cursor;
use crate::extract::rule::Found;
use crate::fact::{Predicate, Quantity};
use crate::lexicon::{Bond, Class, Frame, Member, Mood, Particle, Sense};
use crate::text::is_and;

/// How many parts one word for an event is given.
const MANY: usize = 12;
/// How many tokens may stand between two parts.
const GAP: usize = 9;

/// The quantity that begins at a place and those that are joined to it.
pub(super) fn chain(at: Cursor<'_>, predicate: Predicate) -> Option<Vec<Part>> {
    let first = starting(at.page(), at.index()).filter(|found| befits(predicate, &found.value))?;
    let mut parts = vec![Part::of(at.page(), first)];
    go_on(at, first.end as usize, predicate, &mut parts);
    Some(parts)
}

/// Adds the parts that go on after the token before `end`.
pub(super) fn go_on(at: Cursor<'_>, end: usize, predicate: Predicate, parts: &mut Vec<Part>) {
    let mut end = end;
    while parts.len() < MANY {
        let Some(place) = at.at(end) else { return };
        let item = first_item(place, parts).map(|item| (item, false));
        let Some((found, taken_back)) = item.or_else(|| next_part(place, predicate)) else {
            parts.extend(one_more(place, predicate).filter(|_| parts.last().is_some_and(is_few)));
            return;
        };
        let part = Part::of(at.page(), found);
        parts.push(Part { is_taken_back: taken_back, ..part });
        end = found.end as usize;
    }
}

/// Behind a colon, وهم or ، هم the first of those who were told of before it: 9 أشخاص: 4 نساء و3 أطفال.
fn first_item<'p>(place: Cursor<'p>, parts: &[Part]) -> Option<&'p Found<Quantity>> {
    let [whole] = parts else { return None };
    let comma = place.is_sign('،');
    let place = if comma { place.next()? } else { place };
    let stands = comma || begins_with_and(place);
    let names = place.is_sign(':') || stands && place.means(Sense::Particle(Particle::Pronoun));
    let found = starting(place.page(), place.next().filter(|_| names)?.index())?;
    let fewer = match whole.count.and_then(|count| count.number) {
        Some(whole) => found.value.count.number? < whole,
        None => whole.quantity.is_none() && !place.is_sign(':'),
    };
    (fewer && counts_people(&found.value) && !tells_by_itself(place, found)).then_some(found)
}

/// A number with which a plural goes: what is joined to 150 شاباً by و may be counted with them.
fn is_few(part: &Part) -> bool {
    part.count.and_then(|count| count.number).is_some_and(|number| number <= 10.into())
}

/// One more, without a number: بينهم فتاة, طفلان ومسعف.
fn one_more(place: Cursor<'_>, predicate: Predicate) -> Option<Part> {
    if !predicate.is_of_people() {
        return None;
    }
    let place = if place.is_sign('،') { place.next()? } else { place };
    match place.term(Class::Member) {
        Some((Sense::Member(Member::Part), end)) => person::one(end.here()?),
        Some(_) => None,
        None => person::another(place),
    }
}

/// The next quantity that is joined to what stands before `place`, a part of it, or named in its stead.
fn next_part(place: Cursor<'_>, predicate: Predicate) -> Option<(&Found<Quantity>, bool)> {
    if let Some(other) = in_stead(place) {
        return Some((other, true));
    }
    if let Some(more) = besides(place) {
        let fits = counts_people(&more.value) && befits(predicate, &more.value);
        return (fits && !tells_by_itself(place, more)).then_some((more, false));
    }
    let (mut at, mut way) = (place, Way::default());
    for _ in 0..GAP {
        if let Some(found) = starting(at.page(), at.index()) {
            if is_of_setting(at, found) {
                at = at.at(found.end as usize)?;
                way.words += 1;
                continue;
            }
            return joins(at, found, way, predicate).then_some((found, false));
        }
        if breaks(at) || ends_part(at) || way.is_over(at) {
            return None;
        }
        way.pass(at);
        at = at.next()?;
    }
    None
}

/// 340 أسيراً من الجانبين، منهم 210: a known number behind a preposition, which is no part.
fn is_of_setting(at: Cursor<'_>, found: &Found<Quantity>) -> bool {
    let of = at.previous().is_some_and(|before| before.is(Class::Of));
    of && at.is_definite() && found.value.subset_of.is_none()
}

/// What has been passed on the way from one part to the next.
#[derive(Clone, Copy, Default)]
struct Way {
    words: usize,
    comma: bool,
    member: bool,
    /// What stands between is where or when it was: 7 في الأول و3 في الثاني.
    settled: bool,
}

impl Way {
    fn pass(&mut self, at: Cursor<'_>) {
        self.settled |= self.words == 0 && !self.comma && at.is(Class::In);
        self.comma |= at.is_sign('،');
        self.member |= at.term(Class::Member).is_some();
        let and = at.token().is_word() && is_and(at.page().quote(at.token().span));
        self.words += usize::from(at.token().is_word() && !and && at.term(Class::Member).is_none());
    }

    /// Behind a comma only a part or بينهم goes on; anything else is another clause.
    fn is_over(self, at: Cursor<'_>) -> bool {
        let and = at.token().is_word() && is_and(at.page().quote(at.token().span));
        self.comma && !self.member && !and && at.term(Class::Member).is_none()
    }
}

/// Whether the quantity at a place, that far after the part before, is another part.
fn joins(at: Cursor<'_>, found: &Found<Quantity>, way: Way, predicate: Predicate) -> bool {
    if !befits(predicate, &found.value) || tells_by_itself(at, found) {
        return false;
    }
    if found.value.subset_of.is_some() {
        return way.member || way.words == 0 || is_joined(at) && counts_people(&found.value);
    }
    is_joined(at) && (way.words == 0 || counts_people(&found.value) || way.settled && is_parallel(at, found))
}

/// Whether a number that counts nothing by name has its own place: و3 في الثاني.
fn is_parallel(at: Cursor<'_>, found: &Found<Quantity>) -> bool {
    found.value.counted.is_none() && at.at(found.end as usize).is_some_and(|next| next.is(Class::In))
}

/// Others whom the same befell, who are named besides: فضلاً عن ثلاثة مدنيين.
fn besides(place: Cursor<'_>) -> Option<&Found<Quantity>> {
    let place = if place.is_sign('،') { place.next()? } else { place };
    let (_, end) = place.term(Class::Bond).filter(|_| is_bond(place, Bond::Besides))?;
    starting(place.page(), end.here()?.index())
}

/// Whether the noun that is counted is itself a word for an event, or a verb of its own follows.
fn tells_by_itself(at: Cursor<'_>, found: &Found<Quantity>) -> bool {
    let counted = (found.start..found.end).filter_map(|token| at.at(token as usize).or(Some(at)));
    let tells = counted.clone().any(|token| any_trigger(token).is_some());
    let behind = at.at(found.end as usize).filter(|next| !next.token().has_conjunction());
    let state = |next: Cursor<'_>| trigger(next, |frame| frame == Frame::State).is_some();
    let hurt =
        |next: Cursor<'_>| trigger(next, |frame| frame == Frame::Victim).is_some() && !next.is_definite();
    tells
        || behind
            .is_some_and(|next| is_verb(next) || hurt(next) || found.value.counted.is_none() && state(next))
}

/// لا 47, وليس 312: a number right behind the one that it gives way to.
fn in_stead(place: Cursor<'_>) -> Option<&Found<Quantity>> {
    if !is_bond(place, Bond::NotThat) {
        return None;
    }
    let (_, end) = place.term(Class::Bond)?;
    starting(place.page(), end.here()?.index())
}

/// Whether the words that belong to a part end before the token at the place.
fn ends_part(at: Cursor<'_>) -> bool {
    let fact = |sense| matches!(sense, Sense::Mood(Mood::Fact)).then_some(());
    let is_prison = |event: Frame| event == Frame::Penalty && at.has_article();
    any_trigger(at).is_some_and(|(event, _)| event.frame != Frame::State && !is_prison(event.frame))
        || is_cue(at)
        || at.sense(fact).is_some()
}
