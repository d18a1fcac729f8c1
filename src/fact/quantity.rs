//! Quantities: how many of what, and how firmly it is said.

use super::{Link, Rank};
use crate::number::Number;
use crate::span::Span;

/// A hedge, a numeral and the thing counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quantity {
    /// What sort of number counts: so many, or so much of the whole.
    pub rank: Rank,
    /// How many.
    pub count: Count,
    /// The words that hedge it.
    pub hedge: Option<Span>,
    /// What is counted; none where the noun is left out.
    pub counted: Option<Counted>,
    /// Its numeral, of a range the first.
    pub numeral: Link,
    /// The quantity that it is a part of: بينهم 40.
    pub subset_of: Option<Link>,
}

/// A number as far as a text commits itself to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// How the number bounds what is meant.
    pub bound: Bound,
    /// The number that is named; none of a range or a class of numbers.
    pub number: Option<Number>,
    /// The least of a range or class.
    pub low: Option<Number>,
    /// The greatest of a range or class; an open class has none.
    pub high: Option<Number>,
}

/// How a named number bounds what is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    /// 65.
    Exactly,
    /// نحو 65.
    About,
    /// أكثر من 65, itself not meant.
    Over,
    /// ما لا يقل عن 65, itself meant too.
    AtLeast,
    /// أقل من 65, itself not meant.
    Under,
    /// لا يتجاوز 65, itself meant too.
    AtMost,
    /// بين 60 و70.
    Between,
    /// عشرات.
    Vague,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// The noun as it is written, without proclitics.
    pub span: Span,
    /// Its dictionary form, where the lists have it.
    pub noun: Option<&'static str>,
    /// What sort of thing it is; none where the lists do not have the noun.
    pub class: Option<NounClass>,
}

/// What a countable noun counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NounClass {
    /// Things that happen: attacks, sessions, goals.
    Event,
    /// Units of length, mass, volume, power, temperature.
    Measure,
    /// Currencies and securities.
    Money,
    /// Whatever is none of the others.
    Other,
    /// People, and groups that people are counted in.
    Person,
    /// Buildings, settlements, countries.
    Place,
    /// What moves people or goods.
    Vehicle,
    /// What is fired, thrown or laid.
    Weapon,
}

impl Count {
    /// Exactly that number.
    pub fn exactly(number: Number) -> Self {
        Self { bound: Bound::Exactly, number: Some(number), low: None, high: None }
    }
}

impl Bound {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exactly => "exactly",
            Self::About => "about",
            Self::Over => "over",
            Self::AtLeast => "at-least",
            Self::Under => "under",
            Self::AtMost => "at-most",
            Self::Between => "between",
            Self::Vague => "vague",
        }
    }
}

impl NounClass {
    /// Every class, in the order of their names.
    pub const ALL: [Self; 8] = [
        Self::Event,
        Self::Measure,
        Self::Money,
        Self::Other,
        Self::Person,
        Self::Place,
        Self::Vehicle,
        Self::Weapon,
    ];

    /// The name in the output and in the word list.
    pub fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Measure => "measure",
            Self::Money => "money",
            Self::Other => "other",
            Self::Person => "person",
            Self::Place => "place",
            Self::Vehicle => "vehicle",
            Self::Weapon => "weapon",
        }
    }
}
