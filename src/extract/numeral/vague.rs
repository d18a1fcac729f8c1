//! `numeral/vague`: a class of numbers, with its bounds.

use super::amount::{amount, scale_word};
use super::spelled::cardinal;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Form, Numeral, Rank, Value};
use crate::lexicon::{Class, ClassSet, Sense};
use crate::number::Number;

pub(super) const RULE: Rule<Numeral> = Rule {
    name: "numeral/vague",
    starts: ClassSet::of(&[Class::Vague, Class::Cardinal, Class::Scale, Class::Digits]),
    takes: &[
        "عشرات",
        "المئات",
        "عشرات الآلاف",
        "بضعة عشر",
        "بضع مئات",
        "عشرون ونيف",
        "بضعة وعشرون",
        "مئات الملايين",
    ],
    leaves: &["ثلاثة آلاف", "5 ملايين"],
    find,
};

/// What نيف is of: one to nine.
const ODD: Bounds = (1, Some(9));

/// Bounds of a class, both included.
type Bounds = (i128, Option<i128>);

/// vague ::= class scale-plural | few teen | few and ten | class | amount and-odd
fn find(at: Cursor<'_>) -> Option<Match<Numeral>> {
    let ((low, high), end) = match class(at) {
        Some(ODD) => few_and_ten(at, ODD)?,
        Some(own) => scaled_class(at, own).or_else(|| few_and_ten(at, own)).unwrap_or((own, at.after())),
        None => and_odd(at)?,
    };
    Some(Match::between(
        at,
        end,
        Numeral { form: Form::Vague, rank: Rank::Cardinal, value: Value::Vague { low, high } },
    ))
}

fn class(at: Cursor<'_>) -> Option<Bounds> {
    at.sense(Class::Vague, |sense| match sense {
        Sense::Vague(low, high) if high != Some(0) => Some((i128::from(low), high.map(i128::from))),
        Sense::Vague(..) => Some(ODD),
        _ => None,
    })
}

/// عشرات الآلاف is 20,000 to 99,999; of few (بضع مئات) the hundreds are counted whole, 300 to 900.
fn scaled_class(at: Cursor<'_>, (low, high): Bounds) -> Option<(Bounds, Cursor<'_>)> {
    let next = at.next().filter(|n| !n.token().has_conjunction() && !n.token().has_proclitic())?;
    let (unit, rest) = match scale_word(next) {
        Some((scale, _)) => (i128::from(scale), i128::from(scale)),
        None => (class(next).and_then(|(low, _)| (low >= 20 && low % 10 == 0).then_some(low / 2))?, 1),
    };
    let few = low < 10;
    let top = |high: i128| if few { high * unit } else { (high + 1) * rest.max(unit) - 1 };
    Some(((low * unit, high.map(top)), next.after()))
}

/// بضعة عشر is 13 to 19, بضعة وعشرون 23 to 29.
fn few_and_ten(at: Cursor<'_>, (low, high): Bounds) -> Option<(Bounds, Cursor<'_>)> {
    let high = high.filter(|_| low < 10)?;
    if let Some(teen) = at.next().filter(|n| n.means(Sense::Teen) && !n.token().has_proclitic()) {
        return Some(((low + 10, Some(high + 10)), teen.after()));
    }
    let place = at.after().joined()?;
    let ten = i128::from(cardinal(place).filter(|t| (20..100).contains(t) && t % 10 == 0)?);
    Some(((low + ten, Some(high + ten)), place.after()))
}

/// An amount and some: 1 to 9 after a ten, up to ten after a hundred, up to a hundred after a thousand.
fn and_odd(at: Cursor<'_>) -> Option<(Bounds, Cursor<'_>)> {
    let amount = amount(at)?;
    let place = amount.end.joined().filter(|p| p.means(Sense::Vague(1, Some(0))))?;
    let value = amount.number.integer()?;
    let odd = [(1000, 100), (100, 10), (10, 9)]
        .into_iter()
        .find(|(unit, _)| value % unit == 0)
        .map_or(9, |(_, odd)| odd);
    (value >= 10 && amount.number >= Number::from(10))
        .then_some(((value + 1, Some(value + odd)), place.after()))
}
