//! `numeral/words`: a cardinal spelled out.

use super::amount::{Amount, amount};
use super::spelled::cardinal;
use super::{exact, fraction, ordinal, range};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Form, Numeral, Rank};
use crate::lexicon::{Class, ClassSet, Sense};
use crate::number::Number;
use crate::text::trim_marks;

pub(super) const RULE: Rule<Numeral> = Rule {
    name: "numeral/words",
    starts: ClassSet::of(&[Class::Cardinal, Class::Scale, Class::Fraction]),
    takes: &[
        "ثلاثمئة وخمسون",
        "ثلاث مئة وخمسون",
        "إحدى عشرة",
        "ثمانية و ستين",
        "ألف ومئتان وثلاثة",
        "مليارين ومئتي مليون",
        "نصف مليون",
        "ثلاثة أرباع المليون",
        "ثلاثمئةوخمسون",
        "ألفا",
    ],
    leaves: &[
        "أحد أبرز السجون",
        "لم يصب أحد",
        "تسع القاعة",
        "الست أم كلثوم",
        "الواحدة تلو الأخرى",
        "مية نظيفة",
        "شارع الستين",
        "صفر 1445",
        "ستارة",
        "واحد من أبرز",
    ],
    find,
};

/// words ::= amount, in words alone, where it counts
fn find(at: Cursor<'_>) -> Option<Match<Numeral>> {
    let amount = amount(at).filter(|a| a.form == Form::Words && !fraction::is_marked(at))?;
    if amount.number < Number::from(1) && amount.is_composed || !counts(at, &amount) {
        return None;
    }
    let is_one = amount.number == Number::from(1);
    let ranked = !is_one && ordinal::follows_ranked_noun(at);
    let rank = if ranked { Rank::Ordinal } else { Rank::Cardinal };
    if amount.is_unit_and_ten && is_range(at, &amount) {
        let unit = i128::from(cardinal(at)?).into();
        return Some(exact(at, at.after(), Form::Words, rank, unit));
    }
    let number = range::shared_scale(at, &amount).unwrap_or(amount.number);
    Some(exact(at, amount.end, Form::Words, rank, number))
}

/// بين خمسة وعشرين is a range, not twenty-five, unless a further number closes it.
fn is_range(at: Cursor<'_>, amount: &Amount<'_>) -> bool {
    let between = at.previous().is_some_and(range::opens_range);
    between && amount.end.joined().is_none_or(|next| super::amount::term(next).is_none())
}

fn counts(at: Cursor<'_>, amount: &Amount<'_>) -> bool {
    if amount.is_composed || !amount.is_unit {
        return !is_name(at, amount);
    }
    match amount.number.integer() {
        Some(0) => counts_zero(at),
        Some(1) => counts_one(at),
        _ => counts_unit(at, amount),
    }
}

/// A definite ten after a word for a street or square is its name: شارع الستين.
fn is_name(at: Cursor<'_>, amount: &Amount<'_>) -> bool {
    let bare = amount.end.index() == at.index() + 1 && !amount.is_composed;
    bare && at.has_article() && at.previous().is_some_and(|p| p.means(Sense::NamedBy) && !p.has_article())
}

/// صفر is also the second month: not before a year, not after a day, and with the article only as what is reached.
fn counts_zero(at: Cursor<'_>) -> bool {
    let beside_number =
        |c: Option<Cursor<'_>>| c.is_some_and(|c| c.token().is_digits() || c.is(Class::Ordinal));
    let reached = at.previous().is_some_and(|p| p.means(Sense::To));
    (reached || !at.has_article()) && !beside_number(at.next()) && !beside_number(at.previous())
}

/// واحد counts after its indefinite noun or after a preposition, not as a pronoun.
fn counts_one(at: Cursor<'_>) -> bool {
    let after = at.previous().is_some_and(|p| p.token().is_word() && p.is_definite() == at.has_article());
    let partitive =
        at.next().is_some_and(|n| n.is(Class::Of)) && !at.previous().is_some_and(|p| p.is(Class::Noun));
    !at.means(Sense::PronounOne) && after && !partitive
}

/// The short forms (ست، تسع) are also verbs and nouns: they count before an indefinite noun, or definite after one.
fn counts_unit(at: Cursor<'_>, amount: &Amount<'_>) -> bool {
    if is_long(at) {
        return true;
    }
    if at.has_article() {
        return at.previous().is_some_and(|p| p.token().is_word() && (p.is_definite() || p.is(Class::Noun)));
    }
    amount.end.here().is_none_or(|next| !next.is_definite() && !next.token().is_digits())
}

/// Forms with ta marbuta, and the duals, are nothing but numbers.
fn is_long(at: Cursor<'_>) -> bool {
    let stem = at.page().quote(at.stem());
    trim_marks(stem).ends_with(['ة', 'ه', 'ن', 'ا', 'ي', 'ى']) && cardinal(at).is_some()
}
