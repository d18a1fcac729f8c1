//! Numerals: from digits and words to exact numbers.
//!
//! Productions (`figure`, `spelled`, `amount`) read numbers; each rule says in which company an expression of them is
//! a numeral, and which. Does not know what is counted, nor whether a number is part of a date.

mod amount;
mod compound;
mod digits;
mod dual;
mod figure;
mod fraction;
mod lettered;
mod multiple;
mod ordinal;
mod percent;
mod range;
mod scaled;
mod spelled;
mod vague;
mod words;

pub(super) use amount::Sum;

use super::cursor::Cursor;
use super::page::Page;
use super::rule::{Attempt, Found, Match, Rule, attempts, scan, starts};
use super::starts::Reader;
use crate::fact::{Form, Numeral, Rank, Value};
use crate::lexicon::{Class, ClassSet};
use crate::number::Number;

/// The rules, in the order in which they are preferred where two match alike.
pub(super) const RULES: &[Rule<Numeral>] = &[
    compound::RULE,
    percent::RULE,
    multiple::RULE,
    fraction::RULE,
    scaled::RULE,
    digits::RULE,
    vague::RULE,
    ordinal::RULE,
    words::RULE,
    dual::RULE,
];

/// The classes of words that a numeral begins with.
pub(super) const STARTS: ClassSet = starts(RULES);

/// Every numeral of the page.
pub(super) fn read(mut found: Vec<Found<Numeral>>, page: &Page<'_>) -> Vec<Found<Numeral>> {
    scan(RULES, Reader::Numerals, places(page), |numeral| found.push(numeral));
    found
}

/// Every rule that is tried, and what it reads.
pub(super) fn tried(page: &Page<'_>) -> Vec<Attempt> {
    attempts(RULES, places(page))
}

/// The places that may begin a numeral: none within a word or phrase that only looks like one.
fn places<'a>(page: &'a Page<'a>) -> impl Iterator<Item = Cursor<'a>> {
    let mut trapped = 0;
    page.places_of(Reader::Numerals).filter(move |place| {
        if let Some(after) = trap(*place).or_else(|| lettered::undecided(*place)) {
            trapped = trapped.max(after.index());
        }
        place.index() >= trapped
    })
}

/// The place after a word or phrase that only looks like a number. A phrase is listed with the article that it has:
/// أول من (the first who) traps, الأول من (the first of) does not.
fn trap(place: Cursor<'_>) -> Option<Cursor<'_>> {
    let (_, after) = place.term(Class::Trap).filter(|_| place.is(Class::Trap))?;
    let is_word = after.index() == place.index() + 1;
    (is_word || !place.token().has_article()).then_some(after)
}

/// A match of an exact number, from `first` to before `end`.
fn exact(first: Cursor<'_>, end: Cursor<'_>, form: Form, rank: Rank, number: Number) -> Match<Numeral> {
    Match::between(first, end, Numeral { form, rank, value: Value::Exact(number) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn a_figure_in_brackets_takes_its_scale() {
        let lexicon = Lexicon::builtin();
        let quotes = |text: &'static str| {
            let page = Page::new(text, &lexicon);
            read(Vec::new(), &page).into_iter().map(|f| page.quote(f.span)).collect::<Vec<_>>()
        };
        assert_eq!(quotes("بنحو ( 76.6) مليون دولار"), ["76.6) مليون"]);
        assert_eq!(quotes("القتلى (76) ألفان"), ["76", "ألفان"]);
        assert_eq!(quotes("في 5) مليون"), ["5", "مليون"]);
        assert_eq!(quotes("ضبط (112686) مخالفاً"), ["112686"]);
        assert_eq!(quotes("بلغ 6ر6 مليار"), ["6ر6 مليار"]);
        assert_eq!(quotes("بلغ 84ر3 مليار"), [""; 0]);
    }

    /// Every rule recognises its own examples whole and leaves its look-alikes alone.
    #[test]
    fn rules_keep_their_examples() {
        let lexicon = Lexicon::builtin();
        for rule in RULES {
            for example in rule.takes {
                let page = Page::new(example, &lexicon);
                let whole = read(Vec::new(), &page)
                    .into_iter()
                    .any(|f| f.rule == rule.name && page.quote(f.span) == *example);
                assert!(whole, "{} does not take `{example}`", rule.name);
            }
            for example in rule.leaves {
                let page = Page::new(example, &lexicon);
                let hit = read(Vec::new(), &page).into_iter().find(|f| f.rule == rule.name);
                assert!(
                    hit.is_none(),
                    "{} takes {:?} of `{example}`",
                    rule.name,
                    hit.map(|f| page.quote(f.span))
                );
            }
        }
    }
}
