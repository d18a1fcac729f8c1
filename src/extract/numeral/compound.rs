//! `numeral/compound`: several numbers in one expression, such as a score (2-1) or a case number (114/2019).

use super::figure::may_start;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Form, Numeral, Rank, Value};
use crate::lexicon::{Class, ClassSet, Sense};

pub(super) const RULE: Rule<Numeral> = Rule {
    name: "numeral/compound",
    starts: ClassSet::of(&[Class::Digits]),
    takes: &["114/2019", "3-1", "2/1/2", "2:47"],
    leaves: &["10-20", "2 - 1", "65"],
    find,
};

/// Words before a score within which its cue stands.
const CUE_REACH: usize = 6;

/// compound ::= digits ("/" digits)+ | digits ":" digits | digits dash digits, where they cannot be a range
fn find(at: Cursor<'_>) -> Option<Match<Numeral>> {
    if !may_start(at) || at.token().span.len() > 12 {
        return None;
    }
    let end = slashes(at).or_else(|| score(at))?;
    let numeral = Numeral { form: Form::Digits, rank: Rank::Cardinal, value: Value::Compound };
    Some(Match::between(at, end, numeral))
}

fn slashes(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let mut end = None;
    let mut place = at;
    while let Some(next) = linked(place, &['/', '\\']) {
        (place, end) = (next, Some(next.after()));
    }
    end
}

/// Two sides of a match: equal or falling (a range rises), or after a word for a result.
fn score(at: Cursor<'_>) -> Option<Cursor<'_>> {
    if let Some(next) = linked(at, &[':']) {
        return Some(next.after());
    }
    let next = linked(at, &['-', '–', '−'])?;
    let (home, away) = (small(at)?, small(next)?);
    let lone = linked(next, &['-', '–', ':', '/']).is_none();
    (lone && (home >= away || has_cue(at))).then(|| next.after())
}

fn has_cue(at: Cursor<'_>) -> bool {
    let before = std::iter::successors(at.previous(), |c| c.previous()).take(CUE_REACH);
    before.take_while(|c| !c.is_sign('.')).any(|c| c.means(Sense::Score))
}

/// The digits after one of `signs`, with no space on either side.
fn linked<'a>(at: Cursor<'a>, signs: &[char]) -> Option<Cursor<'a>> {
    let sign = at.next().filter(|s| s.is_glued() && signs.iter().any(|c| s.is_sign(*c)))?;
    sign.next().filter(|d| d.is_glued() && d.token().is_digits())
}

/// The value of one or two digits.
fn small(at: Cursor<'_>) -> Option<u32> {
    let text = at.page().quote(at.token().span);
    let digits = text.chars().count();
    (digits <= 2).then(|| text.chars().fold(0, |n, c| n * 10 + (c as u32 & 0xF)))
}
