//! Numerals: expressions that name a number.

use crate::number::Number;

/// A numeric expression, without hedge and without the thing counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numeral {
    /// How it is written.
    pub form: Form,
    /// What sort of number it is.
    pub rank: Rank,
    /// Which number it is.
    pub value: Value,
}

/// How a numeral is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// Digits of any script: 65, ٢٥٠.
    Digits,
    /// Spelled out: ثلاثمئة وخمسون.
    Words,
    /// Digits and words: 12 ألف.
    Mixed,
    /// The dual of a counted noun: سيارتين.
    Dual,
    /// A class of numbers: عشرات، بضع.
    Vague,
}

/// What sort of number a numeral is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rank {
    /// How many.
    Cardinal,
    /// Which in order.
    Ordinal,
    /// A part of a whole: ثلث.
    Fraction,
    /// Parts of a hundred: 7,3٪; the number is the percentage itself, 7.3.
    Percent,
    /// How many times: ضعف، ثلاثة أضعاف، مرتين.
    Multiple,
}

/// Which number a numeral names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// Exactly this one.
    Exact(Number),
    /// Some whole number of a class, both bounds included; an open class has no upper bound.
    Vague {
        /// The least.
        low: i128,
        /// The greatest.
        high: Option<i128>,
    },
    /// Several numbers in one expression, such as a score (2-1) or a case number (114/2019).
    Compound,
}

impl Form {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Digits => "digits",
            Self::Words => "words",
            Self::Mixed => "mixed",
            Self::Dual => "dual",
            Self::Vague => "vague",
        }
    }
}

impl Rank {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cardinal => "cardinal",
            Self::Ordinal => "ordinal",
            Self::Fraction => "fraction",
            Self::Percent => "percent",
            Self::Multiple => "multiple",
        }
    }
}
