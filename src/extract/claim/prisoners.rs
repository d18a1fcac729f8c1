//! `claim/prisoners`: counted prisoners of whom nothing else is told: في السجن 3500 معتقل, تبادل 50 أسيراً, 27 مختطفاً.

use super::near::{around, counting, is_bond, trigger};
use super::parts::chain;
use super::told::{Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Found, Match, Rule};
use crate::fact::{Predicate, Quantity, Rank};
use crate::lexicon::{Bond, Class, ClassSet};

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/prisoners",
    starts: ClassSet::of(&[Class::Tallied]),
    takes: &["في المخيم ‹12 ألف معتقل›", "شملت عملية التبادل ‹706 أسرى›", "لا تزال تخفي ‹27 مختطفاً›"],
    leaves: &["المعتقلون", "في السجن ثاني معتقل", "أحصى النادي 64 معتقلاً"],
    find,
};

/// The small words that tell of a prison or an exchange.
const BONDS: ClassSet = ClassSet::of(&[Class::Bond, Class::Telling]);

/// prisoners ::= quantity-of-prisoners, in a sentence of a prison or an exchange | quantity-of-abducted
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (noun, end) = trigger(at, Class::Tallied)?;
    let found = counting(at)?;
    let counted = found.value.counted.is_some_and(|counted| counted.span == at.stem());
    let held = matches!(noun.predicate, Predicate::Captured | Predicate::Detained);
    let kept = noun.predicate == Predicate::Abducted;
    if !counted || !(held || kept) || found.value.rank != Rank::Cardinal {
        return None;
    }
    let predicate = if kept { Predicate::Abducted } else { told_by_sentence(at, found)? };
    told(at, end, predicate, false, chain(Cursor::new(at.page(), found.start as usize), predicate)?)
}

/// Prisoners whom an exchange is of go free; those of a prison are held.
fn told_by_sentence(at: Cursor<'_>, found: &Found<Quantity>) -> Option<Predicate> {
    let page = at.page();
    let bonds = around(at).filter(|token| page.classes(*token).meets(BONDS));
    let others = bonds.filter(|token| !(found.start as usize..found.end as usize).contains(token));
    let says = |bond: Bond| others.clone().any(|token| is_bond(Cursor::new(page, token), bond));
    if says(Bond::Exchange) {
        return Some(Predicate::Freed);
    }
    (says(Bond::Prison) || says(Bond::Hold)).then_some(Predicate::Detained)
}
