//! Production: the rest of an amount, behind its unit.

use super::head::Head;
use super::noun::{self, Thing};
use crate::extract::cursor::Cursor;
use crate::fact::{Count, Form, NounClass, Rank, Value};
use crate::lexicon::{Class, Sense};
use crate::number::Number;

/// What is added to an amount, and the place after it.
#[derive(Clone, Copy)]
pub(super) struct Rest<'a> {
    number: Number,
    pub(super) end: Cursor<'a>,
}

/// Scales below which the rest of a round number lies.
const SCALES: [i128; 4] = [1_000_000_000, 1_000_000, 1_000, 100];

/// rest ::= و (number-below-the-scale | fraction the-unit)
pub(super) fn rest<'a>(head: &Head<'a>, thing: &Thing<'a>) -> Option<Rest<'a>> {
    if !matches!(thing.counted.class, Some(NounClass::Money | NounClass::Measure)) {
        return None;
    }
    let at = thing.end.joined()?;
    let (numeral, end) = at.numeral()?;
    let Value::Exact(number) = numeral.value.value else { return None };
    if numeral.value.rank == Rank::Fraction {
        let unit = end.here().filter(|unit| unit.has_article())?;
        let same = unit.sense(Class::Noun, Sense::noun).filter(|noun| Some(noun.lemma) == thing.counted.noun);
        return same.map(|_| Rest { number, end: unit.after() });
    }
    let own = noun::thing(&Head { first: at, hedge: None, numeral, end });
    let words = head.numeral.value.form != Form::Digits && numeral.value.rank == Rank::Cardinal;
    (words && own.is_none() && is_below(number, head.exact()?)).then_some(Rest { number, end })
}

/// Whether a number is less than the scale that another is a round number of.
fn is_below(rest: Number, round: Number) -> bool {
    let Some(whole) = round.integer() else { return false };
    let scale = SCALES.into_iter().find(|scale| whole % scale == 0);
    scale.is_some_and(|scale| rest < Number::from(scale))
}

impl Rest<'_> {
    /// The count with the rest added.
    pub(super) fn added_to(&self, count: Count) -> Option<Count> {
        Some(Count { number: Some(count.number?.plus(self.number)?), ..count })
    }
}
