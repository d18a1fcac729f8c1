//! `numeral/digits`: a run of digits.

use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Form, Numeral, Rank, Value};
use crate::lexicon::{Class, ClassSet};
use crate::number::Number;

pub(super) const RULE: Rule<Numeral> = Rule {
    name: "numeral/digits",
    starts: ClassSet::of(&[Class::Digits]),
    takes: &["65", "٢٥"],
    leaves: &["SY24"],
    find,
};

fn find(at: Cursor<'_>) -> Option<Match<Numeral>> {
    let text = at.page().quote(at.token().span);
    let mut value: i128 = 0;
    for c in text.chars() {
        value = value.checked_mul(10)?.checked_add(i128::from(c as u32 & 0xF))?;
    }
    let value = Value::Exact(Number::from(value));
    Some(Match::between(at, at.after(), Numeral { form: Form::Digits, rank: Rank::Cardinal, value }))
}
