//! Reading: a document becomes facts, floor by floor, one pass each and never back.
//!
//! Layout comes first, then numerals, times (read, and resolved once the document's day is known), entities,
//! quantities, sources, claims and flags. Each kind has its folder and each rule its file; what absorbs what is one table. Does not know files, snapshots or screens, nor
//! what day it is: relative dates resolve against the document's own day or stay unresolved.

mod absorb;
mod anchor;
mod begun;
mod claim;
mod clause;
mod cursor;
mod entity;
mod explain;
mod flag;
mod lay;
mod layout;
mod list;
mod numeral;
mod page;
mod quantity;
mod room;
mod rule;
mod sets;
mod source;
mod starts;
mod time;
mod witness;

pub use anchor::{Anchor, offset_name};
pub use cursor::Cursor;
pub use explain::{Explanation, LineNote, Outcome, TokenNote, Trial, explain};
pub use layout::{Layout, LineKind};
pub use page::Page;
pub use rule::{Attempt, Found, Match, Rule, attempts};
pub use witness::{rule_names, witness};

use std::cmp::Reverse;

use crate::fact::{Basis, Detail, Fact, Kind};
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::Document;

/// What is known of a document besides its text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Context {
    /// The reference date that the user gave.
    pub reference: Option<Anchor>,
    /// The publication date that the document's sidecar states.
    pub published: Option<Anchor>,
}

/// What was read in a document.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The headline.
    pub headline: Option<Span>,
    /// The lines above and below the text that name outlet, author, agency or place.
    pub credits: Vec<Span>,
    /// When it was published, and where the text says so; no span where the sidecar says it.
    pub published: Option<(Anchor, Option<Span>)>,
    /// The day that relative times were resolved against, and what it rests on.
    pub reference: Option<(Anchor, ReferenceBasis)>,
    /// Where the clues stand that told the reference date, in order; none where it was not inferred.
    pub clues: Vec<Span>,
    /// The facts, by start, then longest first, then kind.
    pub facts: Vec<Fact>,
}

/// Where a document's reference date comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReferenceBasis {
    /// The user gave it.
    Given,
    /// The sidecar states it.
    Sidecar,
    /// The publication line states it.
    Published,
    /// Clues in the text agree on it.
    Inferred,
}

impl ReferenceBasis {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Sidecar => "sidecar",
            Self::Published => "published",
            Self::Inferred => "inferred",
        }
    }

    /// What a time resolved against such a date rests on.
    fn basis(self) -> Basis {
        if self == Self::Inferred { Basis::Inferred } else { Basis::Reference }
    }
}

/// Reads a document.
///
/// ```
/// use tahqiq::{extract, lexicon::Lexicon, text::Document};
///
/// let document = Document::new("example", "أصيب ١٢ ألف شخص").unwrap();
/// let reading = extract::read(&document, &Lexicon::builtin(), extract::Context::default());
/// let quotes: Vec<_> = reading.facts.iter().map(|fact| &document.text[fact.span.range()]).collect();
/// assert_eq!(quotes, ["أصيب ١٢ ألف شخص", "١٢ ألف شخص", "١٢ ألف"]);
/// ```
pub fn read(document: &Document<'_>, lexicon: &Lexicon, context: Context) -> Reading {
    let mut page = Page::new(&document.text, lexicon);
    page.read();
    let published =
        context.published.map(|anchor| (anchor, None)).or_else(|| time::published(&page, &page.times));
    let stated = reference(context, published);
    let inferred = if stated.is_none() { time::inferred(&page, &page.times) } else { None };
    let reference = stated.or_else(|| Some((inferred.as_ref()?.anchor, ReferenceBasis::Inferred)));
    let mut reading = Reading {
        headline: page.layout.headline(&page),
        credits: page.layout.credits(&page),
        published,
        reference,
        clues: inferred.map_or_else(Vec::new, |inference| inference.clues),
        facts: facts(&page, reference),
    };
    let flags = flag::read(&page, &reading);
    if !flags.is_empty() {
        reading.facts.extend(flags);
        absorb::sort(&mut reading.facts);
    }
    reading
}

/// What was found in the page, as facts in their order; times are resolved here. Facts are long: their places are sorted
/// and each is made once, where it belongs.
fn facts(page: &Page<'_>, reference: Option<(Anchor, ReferenceBasis)>) -> Vec<Fact> {
    let anchor = reference.map(|(anchor, basis)| (anchor, basis.basis()));
    let found = [
        page.numerals.len(),
        page.times.len(),
        page.quantities.len(),
        page.sources.len(),
        page.claims.len(),
        page.entities.len(),
    ];
    let mut places = Vec::with_capacity(found.iter().sum());
    note(&mut places, Kind::Numeral, &page.numerals);
    note(&mut places, Kind::Time, &page.times);
    note(&mut places, Kind::Quantity, &page.quantities);
    note(&mut places, Kind::Source, &page.sources);
    note(&mut places, Kind::Claim, &page.claims);
    note(&mut places, Kind::Entity, &page.entities);
    // In the order of each kind they stand already, which this sort makes use of.
    places.sort();
    absorb::absorb(&mut places, |place| (place.kind(), place.span()));
    let mut made = Vec::with_capacity(places.len());
    for place in places {
        let index = place.index();
        made.push(match place.kind() {
            Kind::Numeral => fact(&page.numerals[index], |numeral| Detail::Numeral(*numeral)),
            Kind::Time => {
                fact(&page.times[index], |draft| Detail::Time(Box::new(time::resolve(draft, anchor))))
            }
            Kind::Quantity => fact(&page.quantities[index], |quantity| Detail::Quantity(Box::new(*quantity))),
            Kind::Source => fact(&page.sources[index], |source| Detail::Source(Box::new(source.clone()))),
            Kind::Claim => fact(&page.claims[index], |claim| Detail::Claim(Box::new(claim.clone()))),
            Kind::Entity => fact(&page.entities[index], |entity| Detail::Entity(entity.clone())),
            // Flags are raised by what is found.
            Kind::Flag => continue,
        });
    }
    made
}

/// Where a fact stands, as one number in the order of facts: start, longest first, kind; and its index among those of its
/// kind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Place(u128);

impl Place {
    fn new(span: Span, kind: Kind, index: u32) -> Self {
        let place = u64::from(span.start) << 32 | u64::from(!span.end);
        Self(u128::from(place) << 64 | u128::from(kind as u8) << 32 | u128::from(index))
    }

    fn span(self) -> Span {
        Span::new((self.0 >> 96) as u32, !((self.0 >> 64) as u32))
    }

    fn kind(self) -> Kind {
        Kind::ALL[(self.0 >> 32) as u8 as usize]
    }

    fn index(self) -> usize {
        self.0 as u32 as usize
    }
}

fn note<T>(places: &mut Vec<Place>, kind: Kind, found: &[Found<T>]) {
    places.extend(found.iter().zip(0..).map(|(f, index)| Place::new(f.span, kind, index)));
}

fn fact<T>(found: &Found<T>, detail: impl Fn(&T) -> Detail) -> Fact {
    Fact { span: found.span, rule: found.rule, detail: detail(&found.value) }
}

/// The facts of exactly that place, with their indices; `facts` are in their order. Logarithmic.
pub(crate) fn facts_at(facts: &[Fact], span: Span) -> impl Iterator<Item = (usize, &Fact)> {
    let key = |span: Span| (span.start, Reverse(span.end));
    let first = facts.partition_point(|fact| key(fact.span) < key(span));
    (first..).zip(&facts[first..]).take_while(move |(_, fact)| fact.span == span)
}

/// The day that is given or stated.
fn reference(
    context: Context,
    published: Option<(Anchor, Option<Span>)>,
) -> Option<(Anchor, ReferenceBasis)> {
    if let Some(given) = context.reference {
        return Some((given, ReferenceBasis::Given));
    }
    match published {
        Some((anchor, None)) => Some((anchor, ReferenceBasis::Sidecar)),
        Some((anchor, Some(_))) => Some((anchor, ReferenceBasis::Published)),
        None => None,
    }
}
