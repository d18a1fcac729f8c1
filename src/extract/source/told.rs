//! Those who are told, as the object of a verb of telling: أبلغ مسؤول أميركي رويترز أن.

use super::super::cursor::Cursor;
use super::complement::{Complement, complement};
use super::marks::name_in_marks;
use super::phrase::{Ending, Phrase, phrase};
use super::word::{adverb, is_outlet, time};
use crate::lexicon::{Cue, Takes};

/// Adverbials between a source and those who are told.
const FAR: usize = 3;

/// The source without those who are told, and what is said behind them.
pub(super) fn told<'a>(open: &Phrase<'a>, word: Cue) -> Option<(Phrase<'a>, Option<Complement>)> {
    if !word.takes.has(Takes::TOLD) {
        return None;
    }
    if let Some(source) = after_told(open) {
        return Some((source, complement(source.end, word.takes).filter(|found| found.is_certain)));
    }
    let (end, first) = inside(open).or_else(|| Some((open.end, behind(open.end)?)))?;
    let told = phrase(first, Ending::Open)?;
    let found = complement(told.end, word.takes).filter(|found| found.is_certain)?;
    Some((Phrase { end, ..*open }, Some(found)))
}

/// The source where those who are told stand before it: أبلغ «الضفاف»، الدكتور عادل العيد أن.
fn after_told<'a>(open: &Phrase<'a>) -> Option<Phrase<'a>> {
    let comma = name_in_marks(open.first)?.here().filter(|sign| sign.is_sign('،'))?;
    phrase(comma.next()?, Ending::Open)
}

/// Where those who are told begin inside of the phrase: a paper or station after an adjective.
fn inside<'a>(open: &Phrase<'a>) -> Option<(Cursor<'a>, Cursor<'a>)> {
    let page = open.first.page();
    let mut places = (open.first.index() + 1..open.end.index()).map(|at| Cursor::new(page, at));
    let first = places.find(|at| is_told(*at) && at.previous().is_some_and(ends_name))?;
    Some((first, first))
}

/// Where they begin behind it.
fn behind(mut end: Cursor<'_>) -> Option<Cursor<'_>> {
    for _ in 0..FAR {
        let here = end.here()?;
        let Some(after) = time(here).or_else(|| adverb(here)) else {
            return Some(here).filter(|here| is_told(*here) || name_in_marks(*here).is_some());
        };
        end = after;
    }
    None
}

/// The source without what it ends: ختم الوزير حديثه بالقول.
pub(super) fn without_object(open: Phrase<'_>, word: Cue) -> Phrase<'_> {
    let page = open.first.page();
    let mut inner = (open.first.index() + 1..open.end.index()).map(|at| Cursor::new(page, at));
    let is_its = |at: &Cursor<'_>| {
        let word = page.quote(at.stem());
        !at.is_definite() && (word.ends_with(HIS) || word.ends_with(HER)) && word.chars().count() > SHORT
    };
    let end = inner.find(is_its).filter(|_| word.takes.has(Takes::SAYING));
    Phrase { end: end.unwrap_or(open.end), ..open }
}

/// The pronouns of a noun: حديثه, كلمتها.
const HIS: char = '\u{647}';
const HER: &str = "\u{647}\u{627}";
/// Letters of a name that may end in ه itself: طه.
const SHORT: usize = 3;

fn is_told(at: Cursor<'_>) -> bool {
    is_outlet(at) && !at.token().has_proclitic() && !at.is_definite()
}

/// A definite word, or an adjective in ya, which no noun governs behind it.
fn ends_name(before: Cursor<'_>) -> bool {
    let word = before.page().quote(before.stem());
    before.token().is_word() && (before.is_definite() || ADJECTIVE.iter().any(|end| word.ends_with(end)))
}

/// The endings of an adjective that a noun is made into.
const ADJECTIVE: [&str; 2] = ["\u{64a}", "\u{64a}\u{629}"];
