//! Whom an illness befell: إصابة بكورونا has the word for a wound and is none.

use super::near::is_bond;
use crate::extract::cursor::Cursor;
use crate::extract::page::Page;
use crate::extract::rule::Found;
use crate::fact::{Claim, Predicate};
use crate::lexicon::Bond;

/// How many tokens on either side a word for an illness is looked for.
const NEAR: usize = 30;

/// Whether a claim of people hurt stands in a sentence about an illness.
pub(super) fn is_of_illness(page: &Page<'_>, claim: &Found<Claim>) -> bool {
    if claim.value.predicate != Predicate::Wounded {
        return false;
    }
    let sentence = page.sentence(claim.start as usize);
    let (start, end) = (claim.start as usize, claim.end as usize);
    let near = sentence.start.max(start.saturating_sub(NEAR))..sentence.end.min(end + NEAR);
    near.into_iter().any(|at| is_bond(Cursor::new(page, at), Bond::Illness))
}
