//! `numeral/scaled`: digits and words in one amount.

use super::amount::amount;
use super::exact;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Form, Numeral, Rank};
use crate::lexicon::{Class, ClassSet};

pub(super) const RULE: Rule<Numeral> = Rule {
    name: "numeral/scaled",
    starts: ClassSet::of(&[Class::Digits, Class::Cardinal, Class::Scale]),
    takes: &[
        "12 ألف",
        "5 آلاف",
        "3,5 مليون",
        "٢٫٧ مليار",
        "350 ألفاً و200",
        "10 آلاف و500",
        "3 ملايين ونصف المليون",
        "مليون و250 ألف",
    ],
    leaves: &["12 مدرسة", "مليون"],
    find,
};

/// scaled ::= amount, in digits and words
fn find(at: Cursor<'_>) -> Option<Match<Numeral>> {
    let amount = amount(at).filter(|amount| amount.form == Form::Mixed)?;
    Some(exact(at, amount.end, Form::Mixed, Rank::Cardinal, amount.number))
}
