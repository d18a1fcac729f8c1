//! Claims: what is said to have happened, to how many, by whom, where, when and on whose word.
//!
//! Reads words for events with the quantities, entities, times and sources around them: each rule says how a word
//! stands to those whom the event befell ([`told`]), and every event is then asked for its mood, its setting and how its
//! figure changes another. Does not judge: what two claims make of one another is for the flags and for the ledger of
//! many documents.

mod able;
mod absent;
mod acted;
mod actor;
mod among;
mod between;
mod bodies;
#[cfg(test)]
mod cases;
mod event;
mod fallen;
mod held;
mod illness;
mod masdar;
mod mood;
mod near;
mod parts;
mod party;
mod patient;
mod penalty;
mod person;
mod prisoners;
mod received;
mod setting;
mod shared;
mod split;
mod stated;
mod subject;
mod tally;
mod told;
mod toll;
mod update;
mod verb;
mod victim;

use std::collections::HashSet;

use super::cursor::Cursor;
use super::page::Page;
use super::rule::{Attempt, Found, Rule, attempts};
use super::starts::{Reader, Tried};
use crate::fact::{Claim, Count, Modality, Polarity, Predicate, Stance, Update};
use crate::lexicon::{Class, ClassSet, Mood};
use told::{Part, Told, stretch};

/// The rules, in the order in which they are preferred.
pub(super) const RULES: &[Rule<Told>] = &[
    between::RULE,
    victim::RULE,
    stated::RULE,
    among::RULE,
    shared::RULE,
    tally::RULE,
    split::RULE,
    penalty::RULE,
    verb::RULE,
    able::RULE,
    masdar::RULE,
    subject::RULE,
    fallen::RULE,
    toll::RULE,
    held::RULE,
    received::RULE,
    bodies::RULE,
    absent::RULE,
    prisoners::RULE,
    event::RULE,
];

/// Every claim of the page, in order.
pub(super) fn read(mut found: Vec<Found<Claim>>, page: &Page<'_>) -> Vec<Found<Claim>> {
    let mut free = 0;
    for place in page.places_of(Reader::Claims) {
        if place.index() < free {
            continue;
        }
        if let Some((told, rule)) = tell(place) {
            // Those who are brought to a hospital may be dead or wounded by their noun.
            let reach = told.trigger.1 as usize;
            free = if told.predicate == Predicate::Hospitalised { place.index() + 1 } else { reach };
            let parts = told.parts.iter().map(|part| (part, claim(place, &told, part, rule)));
            let told_of = parts.filter(|(part, claim)| !part.is_nobody || claim.value.count.is_some());
            let former = former(place, &told);
            let begins =
                former.as_ref().map_or(u32::MAX, |part| page.tokens[part.tokens.0 as usize].span.start);
            found.extend(told_of.map(|(_, mut claim)| {
                // The day behind the former figure is its own: 120، وكان 95 أمس.
                claim.value.when = claim.value.when.filter(|when| when.span.start < begins);
                claim
            }));
            found.extend(former.map(|part| claim(place, &told, &part, rule)));
        }
    }
    if found.is_empty() {
        return found;
    }
    found.retain(|claim| !illness::is_of_illness(page, claim));
    found.sort_by_key(|claim| (claim.span.start, claim.span.end));
    let mut seen = HashSet::new();
    found.retain(|claim| claim.value.quantity.is_none_or(|q| seen.insert((claim.value.predicate, q))));
    let told: HashSet<_> = found
        .iter()
        .filter(|claim| !is_known(page, claim))
        .filter_map(|claim| claim.value.quantity)
        .collect();
    let more_is_told = |claim: &Found<Claim>| claim.value.quantity.is_some_and(|q| told.contains(&q));
    found.retain(|claim| !(is_known(page, claim) && more_is_told(claim)));
    found
}

/// Whether a claim only says what those are of whom more may be told: 12 معتقلاً, ثلاثة من المصابين.
fn is_known(page: &Page<'_>, claim: &Found<Claim>) -> bool {
    let of_known = || {
        let last = Cursor::new(page, claim.end as usize - 1);
        last.is_definite() && last.previous().is_some_and(|of| of.is(Class::Of))
    };
    claim.rule == prisoners::RULE.name || claim.rule == victim::RULE.name && of_known()
}

/// The figure that another takes the place of: what is corrected was never so, what has risen was.
fn former(at: Cursor<'_>, told: &Told) -> Option<Part> {
    let part = told.parts.last()?;
    let update = update::of(Cursor::new(at.page(), part.tokens.0 as usize));
    let end = part.tokens.1.max(told.trigger.1) as usize;
    let is_corrected = update == Some(Update::Corrected);
    let fallen = update == Some(Update::Fallen);
    let was = || part.count.and_then(|count| update::was(at, end, count, fallen));
    let former = match update {
        Some(Update::Former) => return None,
        Some(_) => update::former(at, end, !is_corrected).or_else(was)?,
        None => was()?,
    };
    Some(Part { update: Some(Update::Former), is_corrected, ..Part::of(at.page(), former) })
}

/// The rules that name those whom something befell: whatever is planned for the dead, they are dead. Those whom a
/// prosecutor orders to be held are held.
const BEFALLEN: [&str; 7] = [
    stated::RULE.name,
    victim::RULE.name,
    tally::RULE.name,
    toll::RULE.name,
    among::RULE.name,
    bodies::RULE.name,
    prisoners::RULE.name,
];

/// Where the rules are tried.
pub(super) const STARTS: ClassSet = ClassSet::TRIGGERS.with(ClassSet::of(&[Class::Telling, Class::Toll]));

/// What the first rule that matches at a place reads.
fn tell(place: Cursor<'_>) -> Option<(Told, &'static str)> {
    Tried::of(Reader::Claims, place.mark())
        .find_map(|rule| Some(((RULES[rule].find)(place)?.value, RULES[rule].name)))
}

/// Every rule that is tried, and what it reads.
pub(super) fn tried(page: &Page<'_>) -> Vec<Attempt> {
    attempts(RULES, page.places())
}

/// One part of an event as a claim.
fn claim(at: Cursor<'_>, told: &Told, part: &Part, rule: &'static str) -> Found<Claim> {
    let page = at.page();
    let tokens = (told.trigger.0.min(part.tokens.0), told.trigger.1.max(part.tokens.1));
    let span = stretch(page, tokens);
    let (source, stance) = setting::source(page, span);
    let mood = mood::of(at, told.ahead);
    let mood = if is_in_number(page, told, part) { (Polarity::Affirmed, mood.1) } else { mood };
    let mood =
        if mood.1 == Modality::Asserted && is_due(at, told) { (mood.0, Modality::Planned) } else { mood };
    // Those who are sentenced are the accused: that word doubts what they did, not what the court does.
    let is_doubted = mood.1 == Modality::Possible && told.predicate == Predicate::Sentenced;
    let mood = if is_doubted { (mood.0, Modality::Asserted) } else { mood };
    let (polarity, modality) = settle(mood, stance, part);
    let is_so =
        BEFALLEN.contains(&rule) || rule == penalty::RULE.name && told.predicate == Predicate::Detained;
    let reached =
        modality == Modality::Planned || rule == stated::RULE.name && modality == Modality::Attempted;
    let modality = if is_so && reached { Modality::Asserted } else { modality };
    let is_past = polarity == Polarity::Affirmed && modality == Modality::Asserted;
    let update = part.update.or_else(|| update::of(Cursor::new(page, part.tokens.0 as usize)));
    let value = Claim {
        predicate: told.predicate,
        count: part.count.or_else(|| none_of(part, polarity)),
        quantity: part.quantity,
        who: part.who.clone(),
        by: told.by.clone().or_else(|| event::doer(Cursor::new(page, tokens.1 as usize))),
        place: part.place.clone().or_else(|| setting::place(page, tokens)),
        when: setting::when(page, tokens, is_past, part.count.is_some()),
        source,
        polarity,
        modality,
        update: update.filter(|_| part.count.is_some()),
    };
    Found { value, span, start: tokens.0, end: tokens.1, rule }
}

/// Whether a verb of the present has a time to come in its phrase: يفرج غداً عن 110 أسرى.
fn is_due(at: Cursor<'_>, told: &Told) -> bool {
    const BEHIND: u32 = 3;
    near::is_verb(at)
        && mood::is_present(at)
        && setting::has_time_ahead(at.page(), (told.trigger.0, told.trigger.1 + BEHIND))
}

/// Whether the negation before an event only bounds its number: لم يتجاوز عدد القتلى ستة.
fn is_in_number(page: &Page<'_>, told: &Told, part: &Part) -> bool {
    part.tokens.0 < told.trigger.0 && near::has_mood(Cursor::new(page, part.tokens.0 as usize), Mood::Not)
}

/// The mood together with what the source makes of it and with what the text takes back itself.
fn settle(mood: (Polarity, Modality), stance: Option<Stance>, part: &Part) -> (Polarity, Modality) {
    let (polarity, modality) = mood;
    if part.is_taken_back {
        return (Polarity::Negated, Modality::Retracted);
    }
    match stance {
        _ if part.is_corrected => (polarity, Modality::Retracted),
        Some(Stance::Denying) => (Polarity::Negated, modality),
        Some(Stance::Unconfirmed) if mood == (Polarity::Affirmed, Modality::Asserted) => {
            (polarity, Modality::Possible)
        }
        _ => (polarity, modality),
    }
}

/// Where none of a kind are told of, their number is nought.
fn none_of(part: &Part, polarity: Polarity) -> Option<Count> {
    (part.is_any && polarity == Polarity::Negated).then(|| Count::exactly(0.into()))
}

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::extract::rule::keep_their_examples;

    #[test]
    fn rules_keep_their_examples() {
        keep_their_examples(RULES, |page| &page.claims);
    }
}
