//! Times: dates, clock times, durations and frequencies.
//!
//! Productions (`calendar`, `day`, `clock`, `length`, …) read what is written; each rule says where an expression of
//! them is a time. What was read is a [`Draft`]; `resolve` says what it denotes once the document's day is known.
//! Reading does not know any day, and resolving does not know any word.

mod anaphor;
mod bare_year;
mod calendar;
#[cfg(test)]
mod cases;
mod clock;
mod clock_time;
mod date;
mod day;
mod deictic;
mod draft;
mod duration;
mod gate;
mod hedged;
mod hijri;
mod hijri_year;
mod inferred;
#[cfg(test)]
mod inferred_cases;
mod length;
mod month;
mod offset;
mod part;
mod phase;
mod published;
mod range;
mod recurring;
mod resolve;
mod resolve_date;
mod resolve_stretch;
mod stretch;
mod tense;
mod vague;
mod weekday;
mod word;
mod year;
mod zone;
mod zone_offset;

pub(super) use draft::Draft;
pub(super) use inferred::inferred;
pub(super) use published::published;
pub(super) use resolve::resolve;
pub(super) use resolve_date::{iso, weekday_name, weekday_named};

use super::cursor::Cursor;
use super::page::Page;
use super::rule::{Attempt, Found, Rule, attempts, scan, starts};
use super::starts::Reader;
use crate::fact::Mod;
use crate::lexicon::{Class, ClassSet, Sense};
use draft::{Date, What};

/// The rules, in the order in which they are preferred where two match alike.
pub(super) const RULES: &[Rule<Draft>] = &[
    range::RULE,
    date::RULE,
    part::RULE,
    weekday::RULE,
    deictic::RULE,
    clock_time::RULE,
    month::RULE,
    phase::RULE,
    stretch::RULE,
    bare_year::RULE,
    hijri_year::RULE,
    anaphor::RULE,
    vague::RULE,
    offset::RULE,
    recurring::RULE,
    hedged::RULE,
    duration::RULE,
];

/// Every time expression of the page, unresolved.
pub(super) fn read(mut found: Vec<Found<Draft>>, page: &Page<'_>) -> Vec<Found<Draft>> {
    scan(RULES, Reader::Times, places(page), |time| {
        let at = Cursor::new(page, time.start as usize);
        found.push(time);
        let Some(Found { value, .. }) = found.last_mut() else { return };
        value.modifier = bound(at, value).or(value.modifier);
        if value.takes_tense() && tense::looks_ahead(at) {
            value.look_ahead();
        }
        if tense::is_since(at) {
            value.look_back();
        }
    });
    found
}

/// The classes of words that a time begins with.
pub(super) const STARTS: ClassSet = starts(RULES);

/// Where the rules are tried: wherever one of them starts, but at a number only where it is in company.
pub(super) fn places<'a>(page: &'a Page<'_>) -> impl Iterator<Item = Cursor<'a>> {
    page.places_of(Reader::Times).filter(|at| gate::may_begin(*at, STARTS))
}

/// Every rule that is tried, and what it reads.
pub(super) fn tried(page: &Page<'_>) -> Vec<Attempt> {
    attempts(RULES, places(page))
}

/// قبل or بعد before a date bounds it; the word itself stays outside.
fn bound(at: Cursor<'_>, draft: &Draft) -> Option<Mod> {
    let What::Point(point) = &draft.what else { return None };
    if matches!(point.date, Some(Date::Offset(..))) || draft.modifier.is_some() {
        return None;
    }
    at.previous()?.sense(Class::Offset, |sense| match sense {
        Sense::Offset(-1) => Some(Mod::Before),
        Sense::Offset(_) => Some(Mod::After),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn drafts(text: &str, mut check: impl FnMut(&Page<'_>, &[Found<Draft>])) {
        let lexicon = Lexicon::builtin();
        let mut page = Page::new(text, &lexicon);
        page.read_numerals();
        check(&page, &read(Vec::new(), &page));
    }

    /// Every rule recognises its own examples whole and leaves its look-alikes alone.
    #[test]
    fn rules_keep_their_examples() {
        let mut wrong = Vec::new();
        for rule in RULES {
            for example in rule.takes {
                drafts(example, |page, found| {
                    let whole = found.iter().any(|f| f.rule == rule.name && page.quote(f.span) == *example);
                    if !whole {
                        let got: Vec<_> = found.iter().map(|f| (f.rule, page.quote(f.span))).collect();
                        wrong.push(format!("{} does not take `{example}`: {got:?}", rule.name));
                    }
                });
            }
            for example in rule.leaves {
                drafts(example, |page, found| {
                    if let Some(hit) = found.iter().find(|f| f.rule == rule.name) {
                        wrong.push(format!("{} takes `{}` of `{example}`", rule.name, page.quote(hit.span)));
                    }
                });
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
