//! `quantity/share`: a percentage or a fraction, with the whole that it is of.

use super::head::{STARTS, head};
use super::{noun, quantity};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Quantity, Rank};

pub(super) const RULE: Rule<Quantity> = Rule {
    name: "quantity/share",
    starts: STARTS,
    takes: &[
        "ثلثي المقترعين",
        "7٪ من السكان",
        "18,4 بالمئة",
        "نحو ثلث الضحايا",
        "نصفهم",
        "ربعها تقريباً",
        "أكثر من 30% من الأصوات",
    ],
    leaves: &["الربع الأول", "نصف مليون دولار", "نصف ساعة"],
    find,
};

/// share ::= head whole? hedge-after?
fn find(at: Cursor<'_>) -> Option<Match<Quantity>> {
    let head = head(at).filter(|head| matches!(head.rank(), Rank::Percent | Rank::Fraction))?;
    let whole = noun::whole(&head);
    let end = whole.map_or(head.end, |whole| whole.end);
    Some(quantity(&head, whole.map(|whole| whole.counted), end))
}
