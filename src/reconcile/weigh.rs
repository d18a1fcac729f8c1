//! Weighing: the figures of an entry against one another.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::entry::{Entry, Finding};
use super::figure::Figure;
use super::group::Group;
use super::testimony::Testimony;
use super::verdict::Verdict;
use super::window::Window;
use crate::fact::{Bound, Predicate, Update};
use crate::number::Number;

/// Figures of an entry that are compared each with each; those that say nothing new of it are not among them.
const COMPARED: usize = 64;

/// What is said of one predicate, group, area and stretch of days, weighed.
pub(super) fn weigh(
    (predicate, group, area): (Predicate, Group, String),
    window: Option<Window>,
    mut testimonies: Vec<Testimony>,
) -> Entry {
    testimonies.sort_by(|a, b| place_of(a).cmp(&place_of(b)));
    let places = places(&testimonies);
    let figures = numbered(testimonies);
    let origins = figures.iter().map(|figure| figure.origin).max().unwrap_or(0);
    let compared = distinct(&figures);
    let findings = findings(&figures, &compared);
    let (lowest, highest) = (lowest(&figures), highest(&figures));
    let (best, best_origins) = best(&figures).unzip();
    Entry {
        predicate,
        group,
        area,
        places,
        window,
        verdict: verdict(&figures, &findings),
        findings,
        origins,
        compared: compared.len(),
        lowest,
        highest,
        best,
        best_origins: best_origins.unwrap_or(0),
        others: Vec::new(),
        figures,
    }
}

fn place_of(testimony: &Testimony) -> (Option<jiff::civil::Date>, &str, u32, crate::span::Span) {
    (testimony.days.reported, &testimony.document, testimony.line, testimony.span)
}

/// The places, each once, the one named most first.
fn places(testimonies: &[Testimony]) -> Vec<String> {
    let mut named = BTreeMap::<&str, usize>::new();
    for testimony in testimonies.iter().filter(|testimony| !testimony.area.place.is_empty()) {
        *named.entry(&testimony.area.place).or_default() += 1;
    }
    let mut places: Vec<_> = named.into_iter().collect();
    places.sort_by_key(|(_, times)| Reverse(*times));
    places.into_iter().map(|(place, _)| place.to_owned()).collect()
}

/// Each with the number of its origin, in the order in which they first speak.
fn numbered(testimonies: Vec<Testimony>) -> Vec<Figure> {
    let mut origins = HashMap::<String, usize>::new();
    let number = |testimony: Testimony| {
        let next = origins.len() + 1;
        let origin = *origins.entry(testimony.origin().to_owned()).or_insert(next);
        Figure { testimony, origin }
    };
    testimonies.into_iter().map(number).collect()
}

/// The indices of the figures that say something of their own, at most [`COMPARED`] of them.
fn distinct(figures: &[Figure]) -> Vec<usize> {
    let mut seen = HashSet::new();
    let is_new = |index: &usize| {
        let Figure { testimony, origin } = &figures[*index];
        let count = testimony.count.map(|count| (count.bound, count.number, count.low, count.high));
        let said = (testimony.polarity, testimony.modality, testimony.update.map(Update::name));
        let standing = (&*testimony.document, testimony.headline, testimony.is_part);
        seen.insert((count, said, standing, *origin))
    };
    (0..figures.len()).filter(is_new).take(COMPARED).collect()
}

/// What the comparisons come to, the gravest first.
fn findings(figures: &[Figure], compared: &[usize]) -> Vec<Finding> {
    let echoes: HashSet<usize> = echoes(figures).collect();
    let borne_out = borne_out(figures, compared);
    let mut found = BTreeMap::<Verdict, Finding>::new();
    for (at, one) in compared.iter().enumerate() {
        for other in &compared[at + 1..] {
            let pair = [*one, *other];
            if documents_differ(figures, pair) && pair.iter().any(|index| echoes.contains(index)) {
                continue;
            }
            let Some(verdict) = between(&figures[*one], &figures[*other]) else { continue };
            if verdict == Verdict::HeadlineAgainstBody && pair.iter().any(|index| borne_out.contains(index)) {
                continue;
            }
            let first = Finding { verdict, pairs: 0, first: (*one, *other) };
            found.entry(verdict).or_insert(first).pairs += 1;
        }
    }
    found.into_values().collect()
}

/// The figures of headlines that a figure of their own bodies goes together with.
fn borne_out(figures: &[Figure], compared: &[usize]) -> HashSet<usize> {
    let headlines = compared.iter().filter(|index| figures[**index].testimony.headline);
    let is_borne_out = |headline: &&usize| {
        compared.iter().any(|body| {
            let (headline, body) = (&figures[**headline].testimony, &figures[*body].testimony);
            let same = headline.document == body.document && !body.headline;
            same && Verdict::of(headline, body) == Some(Verdict::Agreement)
        })
    };
    headlines.filter(is_borne_out).copied().collect()
}

fn documents_differ(figures: &[Figure], [one, other]: [usize; 2]) -> bool {
    figures[one].testimony.document != figures[other].testimony.document
}

/// The figures of headlines whose bodies have a figure too: a headline shortens what its body says, and is compared with
/// that alone.
fn echoes(figures: &[Figure]) -> impl Iterator<Item = usize> {
    let compared = || figures.iter().map(|figure| &figure.testimony).filter(|t| t.is_compared());
    let bodies: HashSet<_> = compared().filter(|t| !t.headline).map(|t| t.document.clone()).collect();
    let is_echo =
        move |figure: &Figure| figure.testimony.headline && bodies.contains(&figure.testimony.document);
    figures.iter().enumerate().filter(move |(_, figure)| is_echo(figure)).map(|(index, _)| index)
}

/// Two figures from one origin that go together are one witness.
fn between(one: &Figure, other: &Figure) -> Option<Verdict> {
    let verdict = Verdict::of(&one.testimony, &other.testimony)?;
    let repeated = verdict == Verdict::Agreement && one.origin == other.origin;
    Some(if repeated { Verdict::OneOrigin } else { verdict })
}

/// The gravest finding; what else there is to say where nothing was compared.
fn verdict(figures: &[Figure], findings: &[Finding]) -> Verdict {
    let is_vague = |figure: &Figure| figure.testimony.count.is_some_and(|count| count.bound == Bound::Vague);
    let mut counted = figures.iter().filter(|figure| figure.testimony.is_compared()).peekable();
    let is_counted = counted.peek().is_some();
    let gravest = findings.first().map(|finding| finding.verdict);
    match gravest {
        Some(grave) if grave < Verdict::Agreement => grave,
        _ if !is_counted => Verdict::Uncounted,
        _ if counted.all(is_vague) => Verdict::VagueOnly,
        Some(found) => found,
        None => Verdict::OneOrigin,
    }
}

/// The figures that are compared and count the whole, with their indices.
fn whole(figures: &[Figure]) -> impl Iterator<Item = (usize, &Testimony)> {
    let echoes: HashSet<usize> = echoes(figures).collect();
    let testimonies = figures.iter().map(|figure| &figure.testimony).enumerate();
    testimonies.filter(move |(index, testimony)| {
        testimony.is_compared() && !testimony.is_part && !echoes.contains(index)
    })
}

fn lowest(figures: &[Figure]) -> Option<usize> {
    let low = |(index, t): (usize, &Testimony)| Some((named(t).or(t.interval()?.low())?, index));
    whole(figures).filter_map(low).min().map(|(_, index)| index)
}

fn highest(figures: &[Figure]) -> Option<usize> {
    let high = |(index, t): (usize, &Testimony)| {
        let interval = t.interval()?;
        Some((named(t).or(interval.high()).or(interval.low())?, Reverse(index)))
    };
    whole(figures).filter_map(high).max().map(|(_, Reverse(index))| index)
}

/// The number that a count names, whatever it says of it.
fn named(testimony: &Testimony) -> Option<Number> {
    testimony.count?.number
}

/// What origins that attest the same say: a number, exact or about; else how it is bounded, number, low and high.
type Attested = (Option<Bound>, Option<Number>, Option<Number>, Option<Number>);

/// The figure with the number of most independent origins, and how many these are.
fn best(figures: &[Figure]) -> Option<(usize, usize)> {
    let mut values = HashMap::<Attested, Vec<usize>>::new();
    for (index, testimony) in whole(figures) {
        let Some(count) = testimony.count else { continue };
        let value = match count.bound {
            Bound::Exactly | Bound::About => (None, count.number, None, None),
            bound => (Some(bound), count.number, count.low, count.high),
        };
        values.entry(value).or_default().push(index);
    }
    let attested = values.into_values().map(|indices| {
        let mut origins: Vec<_> = indices.iter().map(|index| figures[*index].origin).collect();
        origins.sort_unstable();
        origins.dedup();
        (indices, origins.len())
    });
    let rank = |index: usize| {
        let testimony = &figures[index].testimony;
        (Reverse(testimony.firmness()), testimony.days.reported, Reverse(index))
    };
    let of_value = |(indices, origins): (Vec<usize>, usize)| {
        indices.into_iter().max_by_key(|index| rank(*index)).map(|index| (index, origins))
    };
    attested.filter_map(of_value).max_by_key(|(index, origins)| (*origins, rank(*index)))
}
