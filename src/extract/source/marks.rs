//! Names between quotation marks, told from what is said.

use super::super::cursor::Cursor;
use super::complement::{complement, is_that};
use super::draft::cue;
use super::word::{NAME, is_particle, quotation};
use crate::lexicon::{CueShape, Particle, Takes};
use crate::text::Kind;

/// Words of the longest name of an institution in quotation marks.
const TITLE: usize = 8;

/// A name between quotation marks: a few words, and the sentence goes on after them.
pub(super) fn name_in_marks(here: Cursor<'_>) -> Option<Cursor<'_>> {
    let (_, after) = quotation(here)?;
    let words = after.index().saturating_sub(here.index() + 2);
    let inside = (here.index() + 1..after.index().saturating_sub(1)).take(TITLE);
    let nested = inside.map(|at| Cursor::new(here.page(), at)).any(|at| quotation(at).is_some())
        || opens_again(here, after);
    if nested || here.next().is_some_and(is_that) {
        return None;
    }
    if (NAME + 1..=TITLE).contains(&words) {
        // A longer name counts where كان stands before it or أن behind it, so that it cannot be what is said.
        let next = after.here()?;
        if here.previous().is_some_and(|before| is_particle(before, Particle::Was)) {
            return Some(after);
        }
        let found = complement(next, Takes::THAT).filter(|_| quotation(next).is_none())?;
        return (found.is_certain && !found.is_quotation).then_some(after);
    }
    let goes_on =
        after.here().is_some_and(|next| !matches!(next.token().kind(), Kind::Sign('.' | '…' | '!' | '؟')));
    let by_verb =
        || here.previous().is_some_and(|verb| cue(verb, |word| word.shape == CueShape::Suffixed).is_some());
    ((1..=NAME).contains(&words) && (goes_on || by_verb())).then_some(after)
}

/// «نحن «أهل: a mark that closes for want of another, though it is set to open.
fn opens_again(here: Cursor<'_>, after: Cursor<'_>) -> bool {
    let tokens = &here.page().tokens;
    let close = tokens[after.index() - 1];
    let sticks = tokens.get(after.index()).is_some_and(|next| !next.after_space() && next.is_word());
    close.after_space() && sticks && here.token().kind() == close.kind()
}
