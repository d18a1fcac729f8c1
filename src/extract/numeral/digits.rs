//! `numeral/digits`: a number in digits and nothing else.

use super::amount::plain;
use super::figure::minus;
use super::{exact, ordinal, range};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Form, Numeral, Rank};
use crate::lexicon::{Class, ClassSet};

pub(super) const RULE: Rule<Numeral> = Rule {
    name: "numeral/digits",
    starts: ClassSet::of(&[Class::Digits]),
    takes: &[
        "65",
        "٢٥",
        "۴۵۶",
        "1,250",
        "1.230",
        "1.234.567,89",
        "12 500",
        "٢٫٧",
        "3.5",
        "007",
        "6ر6",
        "3ر239",
        "1ر0",
        "59ر06",
    ],
    leaves: &[
        "6ر19",
        "SY24",
        "@user91",
        "د1عش",
        "MBC4",
        "00963-11-2233445",
        "1234567890123456789",
        "فرانس24",
    ],
    find,
};

/// digits ::= minus? figure
fn find(at: Cursor<'_>) -> Option<Match<Numeral>> {
    let figure = plain(at)?;
    let rank = if ordinal::follows_ranked_noun(at) { Rank::Ordinal } else { Rank::Cardinal };
    let Some(sign) = minus(at) else {
        let number = range::shared_scale(at, &figure).unwrap_or(figure.number);
        return Some(exact(at, figure.end, Form::Digits, rank, number));
    };
    Some(exact(sign, figure.end, Form::Digits, rank, figure.number.negated()))
}
