//! `numeral/dual`: the dual of a countable noun counts two of it.

use super::exact;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Form, Numeral, Rank};
use crate::lexicon::{Class, ClassSet, Sense};

pub(super) const RULE: Rule<Numeral> = Rule {
    name: "numeral/dual",
    starts: ClassSet::of(&[Class::Dual]),
    takes: &["سيارتين", "السيارتان", "جنديان", "متهمَين", "متهمين اثنين"],
    leaves: &["متهمين", "فلسطين", "خادم الحرمين الشريفين"],
    find,
};

/// dual ::= dual-noun two? | marked-plural-letters | construct genitive
fn find(at: Cursor<'_>) -> Option<Match<Numeral>> {
    let two = at.next().filter(|n| is_two(*n) && !n.token().has_proclitic());
    let stands = at.sense(|sense| match sense {
        Sense::Dual(_) => Some(!is_adjective(at)),
        Sense::DualOrPlural(_) => Some(at.token().has_dual_mark() || two.is_some()),
        Sense::DualConstruct(_) => Some(is_construct(at)),
        _ => None,
    })?;
    let end = two.map_or(at.after(), Cursor::after);
    stands.then(|| exact(at, end, Form::Dual, Rank::Cardinal, 2.into()))
}

fn is_two(at: Cursor<'_>) -> bool {
    at.means(Sense::Cardinal(2))
}

/// A dual right after a dual of the same definiteness is its adjective and counts nothing more.
fn is_adjective(at: Cursor<'_>) -> bool {
    let noun = at.previous().filter(|p| !at.token().has_proclitic() && p.has_article() == at.has_article());
    let dual = |sense| matches!(sense, Sense::Dual(_)).then_some(());
    noun.is_some_and(|n| n.sense(dual).is_some())
}

/// Before a definite genitive, never with its own article: طرفا النزاع. The letters of the masculine construct are
/// also those of an accusative, so a word for a time after them decides nothing.
fn is_construct(at: Cursor<'_>) -> bool {
    let token = at.token();
    let next = at.next().filter(|n| n.token().is_word() && !n.token().has_proclitic());
    !at.has_article()
        && !token.has_tanwin()
        && next.is_some_and(|n| n.is_definite() && !n.is(Class::Weekday) && !n.is(Class::Deixis))
}
