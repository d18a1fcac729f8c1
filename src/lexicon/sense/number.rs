//! Meanings of words that count, and of what is counted.

use std::num::NonZeroU32;

use crate::fact::NounClass;
use crate::lexicon::class::Class;
use crate::number::Number;

/// A countable noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Noun {
    /// What it counts.
    pub class: NounClass,
    /// Its dictionary form, as the list has it.
    pub lemma: &'static str,
}

/// So many parts of so many, as words say them: two of three. Smaller than a [`Number`], since every meaning of a word
/// takes as much room as the largest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ratio {
    /// How many parts.
    pub parts: u32,
    /// How many of them are the whole.
    pub of: NonZeroU32,
}

impl From<Ratio> for Number {
    fn from(ratio: Ratio) -> Self {
        let parts = i128::from(ratio.parts);
        Self::ratio(parts, ratio.of.get().into()).unwrap_or_else(|| parts.into())
    }
}

/// How a number is hedged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hedge {
    /// أكثر من.
    Over,
    /// ما لا يقل عن.
    AtLeast,
    /// أقل من.
    Under,
    /// لا يتجاوز.
    AtMost,
    /// نحو.
    About,
}

/// Grammatical gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gender {
    /// With ta marbuta.
    Feminine,
    /// Without.
    Masculine,
}

/// How a word for a fraction stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FractionForm {
    /// By itself: نصف.
    Single,
    /// With the whole as its suffix: نصفهم.
    Suffixed,
    /// The plural that a cardinal multiplies: أرباع.
    Plural,
    /// The letters of a cardinal; a fraction only before the definite whole: خمس السكان.
    BeforeWhole,
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

/// How a word stands to a count beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Member {
    /// بينهم: what follows is part of what was counted.
    Part,
    /// من بين: what follows names what was counted, and then its part.
    Among,
    /// عدد: what a hedge and its number may have between them.
    Amount,
    /// لا يقل: a hedge that closes with a preposition, what is measured between the two.
    Bounds(Hedge),
    /// من أصل: what follows is the whole of the count before it.
    Whole,
    /// مقابل: between the numbers of a score.
    Versus,
    /// سن: the number beside it is an age.
    Aged,
    /// في: never what is counted.
    Never,
    /// فوج: the number after it tells which, not how many.
    Numbered,
}

impl Member {
    /// The class of its words.
    #[inline]
    pub(super) const fn class(self) -> Class {
        match self {
            Self::Never => Class::NoNoun,
            _ => Class::Member,
        }
    }
}
