//! `quantity/counted`: a numeral before the noun that it counts.

use super::head::{STARTS, head};
use super::{noun, quantity};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Quantity, Rank};

pub(super) const RULE: Rule<Quantity> = Rule {
    name: "quantity/counted",
    starts: STARTS,
    takes: &["65 قتيلاً", "أكثر من 65 قتيلاً", "19 مدنياً على الأقل", "قرابة 5 آلاف عنصر", "عشرات السجناء"],
    leaves: &["أكثر من 24 ساعة", "20 يناير"],
    find,
};

/// counted ::= head noun hedge-after?
fn find(at: Cursor<'_>) -> Option<Match<Quantity>> {
    let head = head(at).filter(|head| head.numeral.value.rank == Rank::Cardinal)?;
    let (counted, end) = noun::noun(head.end)?;
    Some(quantity(&head, Some(counted), end))
}
