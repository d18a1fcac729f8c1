//! `numeral/multiple`: how many times.

use super::amount::amount;
use super::exact;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Form, Numeral, Rank};
use crate::lexicon::{Class, ClassSet, FractionForm, Sense};
use crate::number::Number;
use crate::text::{fold, trim_marks};

pub(super) const RULE: Rule<Numeral> = Rule {
    name: "numeral/multiple",
    starts: ClassSet::of(&[Class::Digits, Class::Cardinal, Class::Scale, Class::Multiple]),
    takes: &["ثلاثة أضعاف", "مرتين", "ضعفي", "11 مرة", "ثلاث مرات", "تضاعف", "ثلاثة أضعافهم", "مرة ونصف"],
    leaves: &["بسبب ضعف الإقبال", "مرة أخرى", "للمرة الأولى"],
    find,
};

/// multiple ::= amount times | once and part | doubling | double
fn find(at: Cursor<'_>) -> Option<Match<Numeral>> {
    if let Some((number, form, end)) = times(at) {
        return Some(exact(at, end, form, Rank::Multiple, number));
    }
    if let Some((number, end)) = once_and_part(at) {
        return Some(exact(at, end, Form::Words, Rank::Multiple, number));
    }
    let own = at.sense(Class::Multiple, |sense| match sense {
        Sense::Multiple(value, false) => Some(value),
        _ => None,
    })?;
    let next = at.next();
    let counted = next.is_some_and(|n| times(n).is_some());
    let is_doubling = !is_bare_double(at) || next.is_some_and(|n| n.is(Class::Doubled));
    (is_doubling && !counted)
        .then(|| exact(at, at.after(), Form::Words, Rank::Multiple, i128::from(own).into()))
}

/// مرة ونصف: once and a part.
fn once_and_part(at: Cursor<'_>) -> Option<(Number, Cursor<'_>)> {
    let once = at.sense(Class::Multiple, |sense| match sense {
        Sense::Multiple(value, true) => Some(value),
        _ => None,
    })?;
    let place = at.after().joined()?;
    let part = place.sense(Class::Fraction, |sense| match sense {
        Sense::Fraction(value, FractionForm::Single) => Some(Number::from(value)),
        _ => None,
    })?;
    Some((Number::from(i128::from(once)).plus(part)?, place.after()))
}

fn times(at: Cursor<'_>) -> Option<(Number, Form, Cursor<'_>)> {
    let amount = amount(at)?;
    let place = amount.end.here().filter(|p| !p.token().has_proclitic() && !p.has_article())?;
    let unit = place.sense(Class::Multiple, |sense| match sense {
        Sense::Multiple(value, true) => Some(value),
        _ => None,
    })?;
    let form = if amount.form == Form::Digits { Form::Mixed } else { amount.form };
    Some((amount.number.times(i128::from(unit).into())?, form, place.after()))
}

/// The doubling words that end in a nun or ya of the dual say two by their form; the bare noun (three letters, with
/// or without alef) is also the word for weakness.
fn is_bare_double(at: Cursor<'_>) -> bool {
    at.stem().len() <= 8
        && !is_verb(at)
        && !at.has_article()
        && fold(at.page().quote(at.stem())).chars().count() <= 4
        && !is_dual(at)
}

fn is_dual(at: Cursor<'_>) -> bool {
    trim_marks(at.page().quote(at.stem())).ends_with(['ي', 'ن'])
}

fn is_verb(at: Cursor<'_>) -> bool {
    at.page().quote(at.stem()).starts_with('ت')
}
