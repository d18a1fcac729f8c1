//! Production: the scale that the far end of a range lends to its near end (بين 3 و5 آلاف).

use super::amount::{Amount, amount};
use crate::extract::cursor::Cursor;
use crate::lexicon::Sense;
use crate::number::Number;

/// The near end's number with the scale that the far end names for both; `None` where the near end stands for itself.
///
/// range ::= between amount and scaled | from amount to scaled | amount (or | dash) scaled
pub(super) fn shared_scale(at: Cursor<'_>, near: &Amount<'_>) -> Option<Number> {
    if near.is_composed {
        return None;
    }
    let far = amount(far_end(at, near)?)?;
    let scale = Number::from(i128::from(far.first_scale));
    let scaled = near.number.times(scale)?;
    (far.first_scale > 1 && near.number >= Number::from(1) && scaled < far.number).then_some(scaled)
}

/// The place where the far end of a range that starts here is to be read.
fn far_end<'a>(at: Cursor<'a>, near: &Amount<'a>) -> Option<Cursor<'a>> {
    if at.previous().is_some_and(opens_range) {
        return near.end.joined();
    }
    let link = near.end.here()?;
    if link.means(Sense::To) {
        let opened = at.previous().is_some_and(|p| p.means(Sense::Of));
        return link.next().filter(|_| opened);
    }
    let dash = ['-', '–', '—', 'ـ'].iter().any(|c| link.is_sign(*c));
    (dash || link.means(Sense::Or)).then(|| link.next()).flatten()
}

/// بين opens a range, but not من بين, among.
pub(super) fn opens_range(at: Cursor<'_>) -> bool {
    at.means(Sense::Between) && !at.previous().is_some_and(|p| p.means(Sense::Of))
}
