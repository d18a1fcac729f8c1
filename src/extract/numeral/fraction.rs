//! `numeral/fraction`: a part of a whole.

use super::amount::{amount, scale_word};
use super::exact;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Form, Numeral, Rank};
use crate::lexicon::{Class, ClassSet, FractionForm, Sense};
use crate::number::Number;

pub(super) const RULE: Rule<Numeral> = Rule {
    name: "numeral/fraction",
    starts: ClassSet::of(&[Class::Fraction, Class::Cardinal]),
    takes: &["ثلث", "نصفهم", "ثلثي", "ثلاثة أرباع", "ربعها"],
    leaves: &["الربع الأول", "ربع نهائي", "الربع الخالي", "نصف مليون", "خمس سيارات"],
    find,
};

/// fraction ::= unit parts | part | cardinal-letters definite-whole
fn find(at: Cursor<'_>) -> Option<Match<Numeral>> {
    if let Some(parts) = amount(at).filter(|a| a.is_composed && a.number < Number::from(1)) {
        return Some(exact(at, parts.end, Form::Words, Rank::Fraction, parts.number));
    }
    let (value, form) = at.sense(Class::Fraction, |sense| match sense {
        Sense::Fraction(value, form) if form != FractionForm::Plural => Some((Number::from(value), form)),
        _ => None,
    })?;
    let next = at.next();
    let stands = match form {
        FractionForm::BeforeWhole => is_marked(at) || is_before_whole(at),
        FractionForm::Suffixed => !at.has_article(),
        FractionForm::Single | FractionForm::Plural => {
            !is_one_of_several(at) && next.is_none_or(|n| scale_word(n).is_none())
        }
    };
    stands.then(|| exact(at, at.after(), Form::Words, Rank::Fraction, value))
}

fn is_before_whole(at: Cursor<'_>) -> bool {
    !at.has_article() && at.next().is_some_and(|n| n.is_definite() && !n.is(Class::Cardinal))
}

/// A damma on the first letter tells the fifth (خُمس) from the five (خَمس).
pub(super) fn is_marked(at: Cursor<'_>) -> bool {
    let letters = at
        .sense(Class::Fraction, |s| matches!(s, Sense::Fraction(_, FractionForm::BeforeWhole)).then_some(()));
    letters.is_some() && at.page().quote(at.stem()).chars().nth(1) == Some('\u{64F}')
}

/// A definite fraction with an ordinal or adjective after it names a stretch of a year or a match, not a part of a
/// whole: الربع الأول.
fn is_one_of_several(at: Cursor<'_>) -> bool {
    at.has_article() && at.next().is_some_and(Cursor::is_definite)
}
