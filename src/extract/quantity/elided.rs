//! `quantity/elided`: a numeral that counts what the text does not name again, and the dual, which is its own noun.

use super::head::{STARTS, head};
use super::quantity;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Counted, Form, Quantity, Rank};
use crate::lexicon::{Class, Sense};

pub(super) const RULE: Rule<Quantity> = Rule {
    name: "quantity/elided",
    starts: STARTS,
    takes: &["نحو 30", "العشرات", "سيارتين", "100"],
    leaves: &["المادة 17", "القرار 2254", "114/2019", "الدور الثاني"],
    find,
};

/// elided ::= head hedge-after? | dual
fn find(at: Cursor<'_>) -> Option<Match<Quantity>> {
    let head = head(at).filter(|head| head.numeral.value.rank == Rank::Cardinal)?;
    let start = Cursor::new(at.page(), head.numeral.start as usize);
    let designates = start.previous().is_some_and(|p| p.is(Class::Designator));
    let counted = (head.numeral.value.form == Form::Dual).then(|| own_noun(start));
    (!designates || counted.is_some()).then(|| quantity(&head, counted, head.end))
}

/// A dual counts what it names.
fn own_noun(at: Cursor<'_>) -> Counted {
    let noun = at.sense(|sense| match sense {
        Sense::Dual(noun) | Sense::DualOrPlural(noun) | Sense::DualConstruct(noun, _) => Some(noun),
        _ => None,
    });
    Counted { span: at.stem(), noun: noun.map(|n| n.lemma), class: noun.map(|n| n.class) }
}
