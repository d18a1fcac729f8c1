//! Production: the noun that is counted.

use crate::extract::cursor::Cursor;
use crate::fact::Counted;

/// The noun right after the numeral, and the place after it.
///
/// noun ::= countable
pub(super) fn noun(end: Cursor<'_>) -> Option<(Counted, Cursor<'_>)> {
    let at = end.here().filter(|at| !at.token().has_proclitic())?;
    let noun = at.sense(crate::lexicon::Sense::noun)?;
    Some((Counted { span: at.stem(), noun: Some(noun.lemma), class: Some(noun.class) }, at.after()))
}
