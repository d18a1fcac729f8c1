//! `quantity/priced`: an amount beside the sign of its unit.

use super::head::{Head, STARTS, head};
use super::quantity;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Counted, NounClass, Quantity, Rank};
use crate::span::Span;
use crate::text::Kind;

pub(super) const RULE: Rule<Quantity> = Rule {
    name: "quantity/priced",
    starts: STARTS,
    takes: &["$500", "500$", "نحو 30€", "$3 مليارات", "38°"],
    leaves: &["500 دولار", "5%"],
    find,
};

/// priced ::= unit-sign head | head unit-sign
fn find(at: Cursor<'_>) -> Option<Match<Quantity>> {
    let head = head(at).filter(|head| head.rank() == Rank::Cardinal && !head.is_dual())?;
    if let Some((sign, class)) = before(&head) {
        let counted = Counted { span: sign, noun: None, class: Some(class) };
        let mut found = quantity(&head, Some(counted), head.end);
        found.span = Span::new(found.span.start.min(sign.start), found.span.end);
        return Some(found);
    }
    let behind = head.end.here()?;
    let counted = Counted { span: behind.stem(), noun: None, class: Some(unit(behind)?) };
    Some(quantity(&head, Some(counted), behind.after()))
}

/// The sign stuck to the number before it.
fn before(head: &Head<'_>) -> Option<(Span, NounClass)> {
    let sign = head.numeral().previous().filter(|_| head.numeral().is_glued())?;
    unit(sign).filter(|class| *class == NounClass::Money).map(|class| (sign.stem(), class))
}

fn unit(at: Cursor<'_>) -> Option<NounClass> {
    let Kind::Sign(sign) = at.token().kind() else { return None };
    match sign {
        '$' | '€' | '£' | '¥' | '₪' | '₺' | '₽' | '﷼' => Some(NounClass::Money),
        '°' | '℃' => Some(NounClass::Measure),
        _ => None,
    }
}
