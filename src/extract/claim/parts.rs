//! Those whom an event befell, part by part: سبعة أطفال وامرأتان، بينهم رضيع; 39 لا 47.

use super::near::{
    any_trigger, befits, begins_with_and, breaks, counts_people, is_bond, is_cue, is_joined, is_verb,
    starting, trigger,
};
use super::patient::past_mark;
use super::person;
use super::told::Part;
use crate::extract::cursor::Cursor;
use crate::extract::rule::Found;
use crate::fact::{Predicate, Quantity};
use crate::lexicon::{Bond, Class, Frame, Joint, Member, Mood, Particle, Sense};
use crate::text::is_and;

/// How many parts one word for an event is given.
const MANY: usize = 12;
/// How many tokens may stand between two parts.
const GAP: usize = 9;
/// How many tokens on بينهم may stand.
const LATER: usize = 24;

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
        let later = || some_of_them(place, parts, predicate).map(|some| (some, false));
        let Some((found, taken_back)) = item.or_else(|| next_part(place, predicate)).or_else(later) else {
            parts.extend(one_more(place, predicate).filter(|_| parts.last().is_some_and(is_few)));
            return;
        };
        let part = Part::of(at.page(), found);
        parts.push(Part { is_taken_back: taken_back, ..part });
        end = found.end as usize;
    }
}

/// Some of those who were counted, behind بينهم further on in the sentence: أنقذ 87 شخصاً حاولوا العبور، من ضمنهم أربع نساء.
fn some_of_them<'p>(place: Cursor<'p>, parts: &[Part], predicate: Predicate) -> Option<&'p Found<Quantity>> {
    let sentence = place.page().sentence(place.index()).end;
    let mut ahead = std::iter::successors(Some(place), |at| at.next())
        .take(LATER)
        .take_while(|at| at.index() < sentence && !breaks(*at));
    let set_off = |at: Cursor<'_>| at.previous().is_some_and(|before| !before.token().is_word());
    let first = ahead.find_map(|at| match at.term(Class::Member) {
        Some((Sense::Member(Member::Part), end)) if set_off(at) => end.here(),
        _ => None,
    })?;
    let first = past_mark(first);
    let found = starting(first.page(), first.index()).filter(|found| befits(predicate, &found.value))?;
    let whole =
        found.value.subset_of.is_some_and(|whole| parts.iter().any(|part| part.quantity == Some(whole)));
    (whole && !tells_by_itself(first, found)).then_some(found)
}

/// Behind a colon, a bracket, وهم or ، هم the first of those who were told of before it: 9 أشخاص: 4 نساء و3 أطفال.
fn first_item<'p>(place: Cursor<'p>, parts: &[Part]) -> Option<&'p Found<Quantity>> {
    let [whole] = parts else { return None };
    let comma = place.is_sign('،');
    let place = if comma { place.next()? } else { place };
    let stands = comma || begins_with_and(place);
    let names =
        place.is_sign(':') || place.is_sign('(') || stands && place.means(Sense::Particle(Particle::Pronoun));
    let found = starting(place.page(), place.next().filter(|_| names)?.index())?;
    let fewer = match whole.count.and_then(|count| count.number) {
        Some(whole) => found.value.count.number? < whole,
        None => whole.quantity.is_none() && !place.is_sign(':') && !place.is_sign('('),
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
        if let Some(behind) = past_time(at) {
            at = behind;
            continue;
        }
        if breaks(at) || ends_part(at) || way.is_over(at) {
            return None;
        }
        way.pass(at);
        at = at.next()?;
    }
    None
}

/// Past a time, with its preposition and the comma behind it, before بينهم: خلال الشهر الماضي، بينهم.
fn past_time(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let opens = at.means(Sense::Particle(Particle::In)) || at.is(Class::Offset);
    let first = if opens { at.next()? } else { at };
    let time = at.page().time_at(first.index())?;
    let comma = at.at(time.end as usize).filter(|next| next.is_sign('،'));
    comma.and_then(Cursor::next).filter(|next| next.term(Class::Member).is_some())
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
        let of_them = || is_of_them(at, found);
        let behind_comma = at.previous().is_some_and(|before| before.is_sign('،'));
        return way.member
            || way.words == 0
            || behind_comma && of_them()
            || is_joined(at) && counts_people(&found.value);
    }
    is_joined(at) && (way.words == 0 || counts_people(&found.value) || way.settled && is_parallel(at, found))
}

/// 5 منهم بالرصاص: some of them of whom nothing else is told.
fn is_of_them(at: Cursor<'_>, found: &Found<Quantity>) -> bool {
    let them = at.at(found.end as usize).filter(|next| next.means(Sense::Joint(Joint::OfThem)));
    let more = |next: Cursor<'_>| {
        let state = trigger(next, Class::State).is_some();
        state || is_verb(next) || is_bond(next, Bond::Still) || next.is(Class::Mood)
    };
    them.is_some_and(|them| !them.next().is_some_and(more))
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
    let state = |next: Cursor<'_>| trigger(next, Class::State).is_some();
    let hurt = |next: Cursor<'_>| trigger(next, Class::Victim).is_some() && !next.is_definite();
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
    let is_prison = |event: Frame| event == Frame::Penalty && at.has_article();
    any_trigger(at).is_some_and(|(event, _)| event.frame != Frame::State && !is_prison(event.frame))
        || is_cue(at)
        || at.means(Sense::Mood(Mood::Fact))
}
