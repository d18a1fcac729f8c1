//! A verb of charging in the passive, with those who are charged after it and nobody who charges: اتهم الخمسة بارتكاب.

use super::super::cursor::Cursor;
use super::complement::{is_that, leads_with_by};
use super::phrase::Phrase;
use super::word::{may_lead_with_by, named};
use crate::lexicon::{Cue, Takes};

/// Words of those who are charged, joined to the first of them.
const FAR: usize = 6;

/// Whether ب with the charge stands right after the noun that ends here, and so no object of the verb.
pub(super) fn is_charged(end: Cursor<'_>, word: Cue) -> bool {
    if !word.takes.has(Takes::CHARGE) {
        return false;
    }
    let mut place = end.here();
    for _ in 0..FAR {
        let Some(at) = place else { return false };
        if is_charge(at) {
            return true;
        }
        let number = at.has_article() && at.numeral().is_some();
        let more = number || at.token().has_conjunction() && (at.is_definite() || named(at).is_some());
        if !more && !at.is_sign('،') {
            return false;
        }
        place = named(at).map_or(at.after(), |(_, after)| after).here();
    }
    false
}

/// The source without its last name, which is the object: اتهم الحزب الكردي أنقرة بالتواطؤ.
pub(super) fn charging(source: Phrase<'_>) -> Option<Phrase<'_>> {
    let page = source.first.page();
    let mut inner = (source.first.index() + 1..source.end.index()).map(|at| Cursor::new(page, at));
    let last = |at: Cursor<'_>| named(at).is_some_and(|(_, after)| after.index() == source.end.index());
    let apart =
        |at: Cursor<'_>| !at.token().has_proclitic() && at.previous().is_some_and(Cursor::is_definite);
    let end = inner.find(|at| last(*at)).filter(|at| apart(*at))?;
    Some(Phrase { end, ..source })
}

fn is_charge(at: Cursor<'_>) -> bool {
    let alone = || !at.next().is_some_and(leads_with_by);
    let by = || at.token().has_proclitic() || at.is_definite() || may_lead_with_by(at) && alone();
    leads_with_by(at) && named(at).is_none() && by() || is_that(at)
}
