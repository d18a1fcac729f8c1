//! Witnesses: what a document that was read testifies to.

use std::collections::HashMap;
use std::sync::Arc;

use super::area::{Area, Given};
use super::group::Group;
use super::testimony::{Days, Testimony};
use super::voice::Voice;
use crate::extract::Reading;
use crate::fact::{Claim, Detail, EntityKind, Link, Named, NounClass, Quantity, Source, Time};
use crate::lexicon::{Lexicon, Sense, SourceNoun};
use crate::span::Span;
use crate::text::{Document, fold, sentence_at, tokenize};

/// Sources that a chain has at most, and places one within another: more is a circle.
const CHAIN: usize = 8;

/// Who published a document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outlet {
    /// As it is named; empty where nothing names it.
    pub name: String,
    /// The entity, where it is known.
    pub entity: Option<std::borrow::Cow<'static, str>>,
}

/// The testimonies of a document, one for each claim, in order. `outlet` is what its sidecar says; without that, it is
/// the outlet that a line above or below the text names.
///
/// ```
/// use tahqiq::{extract, lexicon::Lexicon, reconcile, text::Document};
///
/// let (document, lexicon) = (Document::new("a", "هدوء في المدينة").unwrap(), Lexicon::builtin());
/// let reading = extract::read(&document, &lexicon, extract::Context::default());
/// assert!(reconcile::testimonies(&document, &reading, &lexicon, None).is_empty());
/// ```
pub fn testimonies(
    document: &Document<'_>,
    reading: &Reading,
    lexicon: &Lexicon,
    outlet: Option<Outlet>,
) -> Vec<Testimony> {
    if !reading.facts.iter().any(|fact| matches!(fact.detail, Detail::Claim(_))) {
        return Vec::new();
    }
    let witness = Witness::new(document, reading, lexicon, outlet);
    let claims = reading.facts.iter().filter_map(|fact| match &fact.detail {
        Detail::Claim(claim) => Some((fact.span, &**claim)),
        _ => None,
    });
    claims.map(|(span, claim)| witness.testimony(span, claim)).collect()
}

/// A document's facts by their places.
struct Witness<'r> {
    id: Arc<str>,
    text: &'r str,
    lexicon: &'r Lexicon,
    headline: Option<Span>,
    reported: Option<jiff::civil::Date>,
    outlet: Voice,
    lines: Vec<u32>,
    times: HashMap<Span, &'r Time>,
    quantities: HashMap<Span, &'r Quantity>,
    sources: HashMap<Span, &'r Source>,
    /// The sources that are named, by place.
    named: Vec<(u32, &'r Named)>,
    /// The area of a claim that names none.
    main: Area,
}

impl<'r> Witness<'r> {
    fn new(
        document: &'r Document<'_>,
        reading: &'r Reading,
        lexicon: &'r Lexicon,
        outlet: Option<Outlet>,
    ) -> Self {
        let text = &*document.text;
        let outlet = outlet.or_else(|| credited(text, reading)).unwrap_or_default();
        let mut witness = Self {
            id: document.id.as_ref().into(),
            text,
            lexicon,
            headline: reading.headline,
            reported: reading.reference.map(|(anchor, _)| anchor.moment.day),
            outlet: of_outlet(outlet, &document.id),
            lines: text.bytes().enumerate().filter(|(_, b)| *b == b'\n').map(|(at, _)| at as u32).collect(),
            times: HashMap::new(),
            quantities: HashMap::new(),
            sources: HashMap::new(),
            named: Vec::new(),
            main: Area::unknown(),
        };
        witness.take_facts(reading);
        witness.main = witness.main_area(reading);
        witness
    }

    fn take_facts(&mut self, reading: &'r Reading) {
        for fact in &reading.facts {
            match &fact.detail {
                Detail::Time(time) => drop(self.times.insert(fact.span, time)),
                Detail::Quantity(quantity) => drop(self.quantities.insert(fact.span, quantity)),
                Detail::Source(source) => {
                    self.sources.insert(fact.span, source);
                    self.named.extend(source.source.as_ref().map(|named| (fact.span.start, named)));
                }
                _ => {}
            }
        }
        self.named.sort_by_key(|(start, _)| *start);
    }

    fn testimony(&self, span: Span, claim: &Claim) -> Testimony {
        let quantity = claim.quantity.and_then(|to| self.quantities.get(&to.span).copied());
        let group = self.group(claim, quantity);
        let innermost = claim.source.and_then(|to| self.sources.get(&to.span).copied());
        let sentence = sentence_at(self.text, span);
        let from = sentence.start;
        Testimony {
            document: self.id.clone(),
            line: self.lines.partition_point(|end| *end < span.start) as u32 + 1,
            span,
            headline: self.headline.is_some_and(|headline| headline.contains(span)),
            predicate: claim.predicate,
            // A part of a group that is not named itself is not that group.
            is_part: group == Group::Unspecified && quantity.is_some_and(|q| q.subset_of.is_some()),
            group,
            area: self.area(claim.place.as_ref()),
            days: self.days(claim.when),
            count: claim.count,
            hedge: quantity.and_then(|q| q.hedge).map(|hedge| self.text[hedge.range()].to_owned()),
            chain: self.chain(claim.source),
            stance: innermost.map(|source| source.stance),
            polarity: claim.polarity,
            modality: claim.modality,
            update: claim.update,
            sentence: self.text[sentence.range()].to_owned(),
            mark: (span.start - from) as usize..(span.end - from) as usize,
        }
    }

    /// Whom it counts: the entity, else the class of the words, else the noun.
    fn group(&self, claim: &Claim, quantity: Option<&Quantity>) -> Group {
        if let Some(id) = claim.who.as_ref().and_then(|who| who.entity.clone()) {
            return Group::Entity(id);
        }
        let counted = quantity.and_then(|quantity| quantity.counted);
        let who = claim.who.as_ref().map(|who| who.span);
        if let Some(people) = who.or(counted.map(|noun| noun.span)).and_then(|span| self.people(span)) {
            return people;
        }
        match (counted.and_then(|noun| noun.noun), counted.and_then(|noun| noun.class), who) {
            (Some(noun), ..) => self.class_of(noun).unwrap_or(Group::Noun(noun)),
            (None, Some(NounClass::Person) | None, None) => Group::Unspecified,
            (_, _, span) => span
                .or(counted.map(|noun| noun.span))
                .map_or(Group::Unspecified, |span| Group::Words(fold(&self.text[span.range()]))),
        }
    }

    /// The class of people that the words name: the first that is one, before those that say of nobody what he is.
    fn people(&self, span: Span) -> Option<Group> {
        self.class_of(&self.text[span.range()])
    }

    /// The same for words that do not stand in the text, such as the dictionary form of عناصرها.
    fn class_of(&self, words: &str) -> Option<Group> {
        let tokens = tokenize(words, self.lexicon);
        let known = tokens.iter().filter(|token| token.word().is_known());
        let classes =
            known.flat_map(|token| self.lexicon.word(token.word()).senses()).filter_map(
                |sense| match sense {
                    Sense::People(class) => Some(*class),
                    _ => None,
                },
            );
        let (mut unnamed, mut named) = (false, None);
        for class in classes {
            match class {
                UNSPECIFIED => unnamed = true,
                class => named = named.or(Some(class)),
            }
        }
        named.map(Group::People).or(unnamed.then_some(Group::Unspecified))
    }

    fn area(&self, place: Option<&Named>) -> Area {
        match place {
            None => self.main.clone(),
            Some(Named { entity: Some(id), .. }) => self.area_of(id, Given::Stated),
            Some(Named { span, entity: None }) => {
                let words = &self.text[span.range()];
                let given = Given::Stated;
                Area { key: fold(words), place: words.to_owned(), within: Vec::new(), is_whole: false, given }
            }
        }
    }

    /// The area of a place: the governorate that it is or lies in, as far up as the lists know; else the outermost place
    /// below a country.
    fn area_of(&self, id: &str, given: Given) -> Area {
        let mut within = vec![id.to_owned()];
        let mut known = self.lexicon.place(id);
        let is_whole =
            known.is_some_and(|place| matches!(&*place.kind, "governorate" | "country" | "region"));
        let mut iso = known.and_then(|place| place.iso.clone());
        while let Some(outer) =
            known.and_then(|place| place.within.as_deref()).filter(|_| within.len() < CHAIN)
        {
            known = self.lexicon.place(outer);
            if known.is_some_and(|place| place.kind == "country") {
                break;
            }
            iso = iso.or_else(|| known.and_then(|place| place.iso.clone()));
            within.push(outer.to_owned());
        }
        let key = iso.unwrap_or_else(|| within.last().map_or_else(|| id.to_owned(), Clone::clone));
        Area { key, place: id.to_owned(), within, is_whole, given }
    }

    /// The area that the document names most often below a country, of several the first; else the country; else none,
    /// and then its claims are compared with no other document's.
    fn main_area(&self, reading: &Reading) -> Area {
        let mut areas = HashMap::<String, (usize, usize, Area)>::new();
        for (at, fact) in reading.facts.iter().enumerate() {
            let Detail::Entity(entity) = &fact.detail else { continue };
            if entity.kind == EntityKind::Place {
                let area = self.area_of(&entity.id, Given::Document);
                areas.entry(area.key.clone()).or_insert_with(|| (0, usize::MAX - at, area)).0 += 1;
            }
        }
        let is_country =
            |area: &Area| self.lexicon.place(&area.place).is_some_and(|place| place.kind == "country");
        let most = areas.into_values().max_by_key(|(times, early, area)| (!is_country(area), *times, *early));
        let nowhere = || Area { key: format!("document:{}", self.id), ..Area::unknown() };
        most.map_or_else(nowhere, |(.., area)| area)
    }

    fn days(&self, when: Option<Link>) -> Days {
        let time = when.and_then(|to| self.times.get(&to.span));
        let stated = time.and_then(|time| Some((time.from?.day, time.to?.day)));
        let reported = self.reported;
        match (stated, reported) {
            (Some(event), _) => Days { event: Some(event), given: Given::Stated, reported },
            (None, Some(day)) => Days { event: Some((day, day)), given: Given::Document, reported },
            (None, None) => Days { event: None, given: Given::Unknown, reported },
        }
    }

    /// The voices from the outlet to the source at `innermost`.
    fn chain(&self, innermost: Option<Link>) -> Vec<Voice> {
        let mut inner = Vec::new();
        let mut next = innermost;
        while let Some(source) = next.filter(|_| inner.len() < CHAIN) {
            let Some(found) = self.sources.get(&source.span) else { break };
            inner.extend(self.voice(source.span, found));
            next = found.within;
        }
        let mut chain = vec![self.outlet.clone()];
        chain.extend(inner.into_iter().rev());
        chain
    }

    /// The voice of a source; where it is left understood, of the one named before it, if one is.
    fn voice(&self, span: Span, source: &Source) -> Option<Voice> {
        let understood = source.source.is_none();
        let before = self.named.partition_point(|(start, _)| *start < span.start);
        let named_before = || before.checked_sub(1).map(|index| self.named[index].1);
        let named = source.source.as_ref().or_else(named_before)?;
        let name = self.text[named.span.range()].to_owned();
        let key = match &named.entity {
            Some(id) => id.clone().into_owned(),
            None if self.names_nobody(&name) => format!("{}/{}", self.outlet.key, fold(&name)),
            None => fold(&name),
        };
        Some(Voice { key, name, entity: named.entity.clone(), understood })
    }

    /// Whether a source is described and not named: مصادر محلية.
    fn names_nobody(&self, name: &str) -> bool {
        let described = |sense: &Sense| {
            matches!(sense, Sense::SourceNoun(SourceNoun::People | SourceNoun::Writing | SourceNoun::Channel))
        };
        let tokens = tokenize(name, self.lexicon);
        let first = tokens.iter().find(|token| token.is_word());
        first.is_some_and(|token| self.lexicon.word(token.word()).senses().iter().any(described))
    }
}

/// The class of words for people that say of nobody what he is.
const UNSPECIFIED: &str = "unspecified";

/// The outlet that a line above or below the text names.
fn credited(text: &str, reading: &Reading) -> Option<Outlet> {
    let in_credit = |span: Span| reading.credits.iter().any(|credit| credit.contains(span));
    reading.facts.iter().find_map(|fact| match &fact.detail {
        Detail::Entity(entity) if entity.kind == EntityKind::Outlet && in_credit(fact.span) => {
            Some(Outlet { name: text[fact.span.range()].to_owned(), entity: Some(entity.id.clone()) })
        }
        _ => None,
    })
}

/// The voice of an outlet; one that nothing names is known by its document.
fn of_outlet(outlet: Outlet, document: &str) -> Voice {
    let key = match &outlet.entity {
        Some(id) => id.clone().into_owned(),
        None if outlet.name.is_empty() => format!("document:{document}"),
        None => fold(&outlet.name),
    };
    let name =
        if outlet.name.is_empty() && outlet.entity.is_none() { document.to_owned() } else { outlet.name };
    Voice { key, name, entity: outlet.entity, understood: false }
}
