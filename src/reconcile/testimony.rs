//! Testimonies: claims reduced to what the ledger needs.

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;

use super::area::{Area, Given};
use super::group::Group;
use super::voice::Voice;
use crate::fact::{Bound, Count, Modality, Polarity, Predicate, Stance, Update};
use crate::interval::Interval;
use crate::span::Span;

/// What one claim of one document says, who says so, and the sentence.
#[derive(Debug, Clone, PartialEq)]
pub struct Testimony {
    /// The document's name.
    pub document: Arc<str>,
    /// The line of the claim in it, from 1.
    pub line: u32,
    /// The claim's quotation in it.
    pub span: Span,
    /// Whether it stands in the headline.
    pub headline: bool,
    /// What happened.
    pub predicate: Predicate,
    /// To whom.
    pub group: Group,
    /// Where.
    pub area: Area,
    /// When, and when it was said.
    pub days: Days,
    /// To how many; none where the claim does not count.
    pub count: Option<Count>,
    /// The words that hedge the number.
    pub hedge: Option<String>,
    /// Whether it counts a part of what another figure of its document counts (بينهم).
    pub is_part: bool,
    /// Who says so, the document's outlet first and the origin last; never empty.
    pub chain: Vec<Voice>,
    /// How the text stands to it; none in the outlet's own narration.
    pub stance: Option<Stance>,
    /// Whether it is said to be so.
    pub polarity: Polarity,
    /// Whether it is said as a fact.
    pub modality: Modality,
    /// How it changes an earlier figure.
    pub update: Option<Update>,
    /// The sentence.
    pub sentence: String,
    /// The claim in the sentence, in bytes.
    pub mark: Range<usize>,
}

/// The days of a testimony.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// First and last day of what it tells of.
    pub event: Option<(Date, Date)>,
    /// What that rests on.
    pub given: Given,
    /// The document's own day, on which it was said.
    pub reported: Option<Date>,
}

impl Testimony {
    /// From whom it comes in the end: the innermost voice.
    pub fn origin(&self) -> &str {
        self.chain.last().map_or(&*self.document, |voice| &voice.key)
    }

    /// What its count leaves possible.
    pub fn interval(&self) -> Option<Interval> {
        self.count.as_ref().map(Interval::of)
    }

    /// Whether its figure is one to compare: counted, said as a fact, and not the figure of before.
    pub fn is_compared(&self) -> bool {
        self.count.is_some() && self.is_affirmed() && self.update != Some(Update::Former)
    }

    /// Whether it is said to be so, as a fact.
    pub fn is_affirmed(&self) -> bool {
        self.polarity == Polarity::Affirmed && self.modality == Modality::Asserted
    }

    /// Whether it is said not to be so, or no longer.
    pub fn is_denied(&self) -> bool {
        self.polarity == Polarity::Negated || self.modality == Modality::Retracted
    }

    /// How firmly its number is said, the firmest least.
    pub fn firmness(&self) -> u8 {
        match self.count.map(|count| count.bound) {
            Some(Bound::Exactly) => 0,
            Some(Bound::About) => 1,
            Some(Bound::Between) => 2,
            Some(Bound::AtLeast | Bound::Over) => 3,
            Some(Bound::Under | Bound::AtMost) => 4,
            Some(Bound::Vague) => 5,
            None => 6,
        }
    }
}
