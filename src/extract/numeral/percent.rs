//! `numeral/percent`: parts of a hundred, with the sign on either side or in words.

use super::amount::amount;
use super::exact;
use super::figure::{figure, minus};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Form, Numeral, Rank};
use crate::lexicon::{Class, ClassSet, FractionForm, Sense};
use crate::number::Number;

pub(super) const RULE: Rule<Numeral> = Rule {
    name: "numeral/percent",
    starts: ClassSet::of(&[Class::Digits, Class::PercentSign, Class::Cardinal, Class::Fraction]),
    takes: &["7,3٪", "%15", "15 في المئة", "18,4 بالمائة", "خمسة وعشرين بالمئة", "0.5%", "نصف في المئة"],
    leaves: &["15 مئة", "في المئة يوم الأولى"],
    find,
};

/// percent ::= percent-sign figure | amount (percent-sign | percent-word) | half percent-word
fn find(at: Cursor<'_>) -> Option<Match<Numeral>> {
    if at.is(Class::PercentSign) {
        let digits = at.next().filter(|n| n.is_glued())?;
        let figure = figure(digits)?;
        return Some(exact(at, figure.end, Form::Digits, Rank::Percent, figure.number));
    }
    let (number, form, end) = part(at)?;
    let place = end.here()?;
    let end = if place.is(Class::PercentSign) { place.after() } else { place.term(Class::Percent)?.1 };
    let is_words = form == Form::Words || place.is(Class::PercentSign);
    let form = if is_words { form } else { Form::Mixed };
    match minus(at) {
        Some(sign) => Some(exact(sign, end, form, Rank::Percent, number.negated())),
        None => Some(exact(at, end, form, Rank::Percent, number)),
    }
}

fn part(at: Cursor<'_>) -> Option<(Number, Form, Cursor<'_>)> {
    if let Some(amount) = amount(at) {
        return Some((amount.number, amount.form, amount.end));
    }
    let half = at.sense(Class::Fraction, |sense| match sense {
        Sense::Fraction(value, FractionForm::Single) => Some(Number::from(value)),
        _ => None,
    })?;
    Some((half, Form::Words, at.after()))
}
