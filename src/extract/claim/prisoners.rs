//! `claim/prisoners`: counted prisoners of whom nothing else is told: 12 ألف معتقل, تبادل 50 أسيراً.

use super::near::{covering, is_bond, starting, trigger};
use super::parts::chain;
use super::told::{Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Predicate, Rank};
use crate::lexicon::{Bond, Class, ClassSet, Frame};

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/prisoners",
    starts: ClassSet::of(&[Class::Trigger]),
    takes: &["في المخيم ‹12 ألف معتقل›", "شملت عملية التبادل ‹706 أسرى›"],
    leaves: &["المعتقلون", "ثاني معتقل"],
    find,
};

/// How many tokens before the prisoners the exchange may be spoken of.
const NEAR: usize = 60;

/// prisoners ::= quantity-of-prisoners
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (noun, end) = trigger(at, |frame| frame == Frame::Tallied)?;
    let behind = || starting(at.page(), at.index() + 1);
    let found = covering(at.page(), at.index()).or_else(behind)?;
    let counted = found.value.counted.is_some_and(|counted| counted.span == at.stem());
    let held = matches!(noun.predicate, Predicate::Captured | Predicate::Detained);
    if !counted || !held || found.value.rank != Rank::Cardinal {
        return None;
    }
    let predicate = if speaks_of_exchange(at) { Predicate::Freed } else { Predicate::Detained };
    told(at, end, predicate, false, chain(Cursor::new(at.page(), found.start as usize), predicate)?)
}

/// Whether the text tells of an exchange, not far before.
fn speaks_of_exchange(at: Cursor<'_>) -> bool {
    let bond = |token: usize| at.page().classes(token).has(Class::Bond);
    let mut near = (at.index().saturating_sub(NEAR)..at.index()).filter(|token| bond(*token));
    near.any(|token| is_bond(Cursor::new(at.page(), token), Bond::Exchange))
}
