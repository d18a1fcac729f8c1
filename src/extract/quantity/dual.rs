//! `quantity/dual`: a dual, which counts what it names.

use super::head::{Head, STARTS, head};
use super::quantity;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Counted, Quantity};
use crate::lexicon::{Class, Sense};

pub(super) const RULE: Rule<Quantity> = Rule {
    name: "quantity/dual",
    starts: STARTS,
    takes: &["سيارتين", "الطرفين", "متهمَين اثنين", "جنديان على الأقل"],
    leaves: &["مسؤول أمني محلي النار", "يومين", "متهمين", "بوتين"],
    find,
};

/// dual ::= dual-noun hedge-after?
fn find(at: Cursor<'_>) -> Option<Match<Quantity>> {
    let head = head(at).filter(Head::is_dual)?;
    Some(quantity(&head, Some(own_noun(head.numeral())), head.end))
}

fn own_noun(at: Cursor<'_>) -> Counted {
    let noun = at.sense(Class::Dual, |sense| match sense {
        Sense::Dual(noun) | Sense::DualOrPlural(noun) | Sense::DualConstruct(noun, _) => Some(noun),
        _ => None,
    });
    Counted { span: at.stem(), noun: noun.map(|n| n.lemma), class: noun.map(|n| n.class) }
}
