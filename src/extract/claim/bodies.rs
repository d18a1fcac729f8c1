//! `claim/bodies`: the dead, by their bodies: جثث 11 مهاجراً.

use super::near::{counts_people, has_preposition, is_bond, starting};
use super::parts::chain;
use super::told::{Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::Predicate;
use crate::lexicon::{Bond, Class, ClassSet};

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/bodies",
    starts: ClassSet::of(&[Class::Telling]),
    takes: &["انتشال ‹جثث 11 مهاجراً›", "وصول ‹جثامين ثلاث نساء وطفلين› إلى المستشفى"],
    leaves: &["الجثث 11", "جثث في 3 قرى", "جثث 5 كلاب"],
    find,
};

/// bodies ::= bodies-of quantities-of-people
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let first = at.next().filter(|_| is_bond(at, Bond::Bodies) && !at.has_article())?;
    let found = starting(at.page(), first.index())?;
    let dead = counts_people(&found.value) && !has_preposition(first);
    dead.then(|| told(at, at.after(), Predicate::Killed, false, chain(first, Predicate::Killed)?))?
}
