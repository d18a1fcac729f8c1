//! What a word of a list means, in the terms of its list.

use super::class::Class;
use crate::number::Number;

/// One meaning of a word or phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// A number word up to hundreds (or two of them written together).
    Cardinal(u64),
    /// The second part of eleven to nineteen.
    Teen,
    /// A scale word: its value, and how many of them the word itself says.
    Scale(u64, ScaleForm),
    /// A place in an order.
    Ordinal(u64),
    /// A part of a whole: its value, and whether it is the plural that a cardinal multiplies (أرباع).
    Fraction(Number, bool),
    /// A class of numbers: bounds, and whether it is a plural that another class may precede (عشرات الآلاف).
    Vague(u64, Option<u64>),
    /// A number of times: the word's own, and whether it is a plural that a cardinal multiplies (أضعاف، مرات).
    Multiple(u64, bool),
    /// The dual of a countable noun.
    Dual,
    /// The same letters as the sound plural of that noun: a dual only where something else says so.
    DualOrPlural,
    /// The dual without its nun, as before a genitive (طرفا النزاع); the same letters may be another form.
    DualConstruct,
    /// A countable noun in the singular.
    NounSingular,
    /// A countable noun in the plural.
    NounPlural,
    /// Makes a percentage: بالمئة.
    Percent,
    /// Opens a range: بين.
    Between,
    /// Names what a following number designates: القرار 2254.
    Designator,
    /// A ruler's title.
    Regnal,
    /// A word that looks like one of the others and is not; it keeps clitics from being taken off (لست).
    Trap,
}

/// How many of its scale a scale word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScaleForm {
    /// ألف: one, or as many as a number before it says.
    Singular,
    /// ألفان: two.
    Dual,
    /// ألفا: two before a genitive, or the accusative of one after a number.
    Construct,
    /// آلاف: as many as a number before it says.
    Plural,
}

impl Sense {
    /// The class that the meaning puts a word in, if any.
    pub fn class(self) -> Option<Class> {
        Some(match self {
            Self::Cardinal(_) => Class::Cardinal,
            Self::Teen => Class::Teen,
            Self::Scale(..) => Class::Scale,
            Self::Ordinal(_) => Class::Ordinal,
            Self::Fraction(..) => Class::Fraction,
            Self::Vague(..) => Class::Vague,
            Self::Multiple(..) => Class::Multiple,
            Self::Dual | Self::DualOrPlural | Self::DualConstruct => Class::Dual,
            Self::NounSingular | Self::NounPlural => Class::Noun,
            Self::Percent => Class::Percent,
            Self::Between => Class::Between,
            Self::Designator => Class::Designator,
            Self::Regnal => Class::Regnal,
            Self::Trap => return None,
        })
    }
}
