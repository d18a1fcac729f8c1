//! `quantity/definite`: a numeral behind the noun that it counts, both with the article, or one behind its noun.

use super::head::{Head, STARTS, head};
use super::quantity;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Counted, Quantity, Rank};
use crate::lexicon::{Class, Noun, Sense};
use crate::number::Number;
use crate::span::Span;
use crate::text::{fold, trim_marks};

pub(super) const RULE: Rule<Quantity> = Rule {
    name: "quantity/definite",
    starts: STARTS,
    takes: &["الجنود العشرة", "الدول الـ27", "اسما واحدا", "الجنود الأميركيين الثلاثة", "صوت واحد"],
    leaves: &["المرة الثالثة", "المركز الـ17", "الأحد", "عشرة جنود", "كل واحد"],
    find,
};

/// Words between the noun and its number: الجنود الأميركيين الثلاثة.
const REACH: usize = 3;

/// definite ::= definite-plural adjective* definite-numeral | singular one
fn find(at: Cursor<'_>) -> Option<Match<Quantity>> {
    let head = head(at).filter(|head| head.rank() == Rank::Cardinal && head.hedge.is_none())?;
    let counted = if head.is(1) { of_one(&head)? } else { of_many(&head)? };
    let mut found = quantity(&head, Some(counted), head.end);
    found.span = Span::new(counted.span.start, found.span.end);
    Some(found)
}

/// دائرة واحدة
fn of_one(head: &Head<'_>) -> Option<Counted> {
    let at = head.numeral();
    let word = !at.token().is_digits() && !at.token().has_proclitic();
    let noun =
        at.previous().filter(|n| word && !n.is(Class::TimeUnit) && n.is_definite() == at.has_article())?;
    counted(noun, |sense| match sense {
        Sense::NounSingular(noun) => Some(noun),
        _ => None,
    })
}

/// الجنود العشرة; of nouns in a row the first, since the others describe it.
fn of_many(head: &Head<'_>) -> Option<Counted> {
    let at = head.numeral();
    head.exact()?;
    let before = if at.token().is_digits() {
        let article = at.previous().filter(|p| p.token().is_word())?;
        let quote = at.page().quote(article.token().span);
        let may_be = trim_marks(quote).ends_with(['ل', 'ﻝ', 'ﻞ']);
        if !(may_be && fold(quote).ends_with("ال")) {
            return None;
        }
        article.previous()
    } else {
        at.previous().filter(|_| at.has_article() && !at.token().has_proclitic())
    };
    let mut noun = None;
    for at in std::iter::successors(before, |c| c.previous()).take(REACH) {
        if !at.token().is_word() || !at.is_definite() || at.numeral().is_some() {
            break;
        }
        noun = counted(at, plural).or(noun);
        if at.token().has_proclitic() {
            break;
        }
    }
    noun
}

fn plural(sense: Sense) -> Option<Noun> {
    match sense {
        Sense::NounPlural(noun) | Sense::DualOrPlural(noun) => Some(noun),
        _ => None,
    }
}

fn counted(at: Cursor<'_>, pick: impl Fn(Sense) -> Option<Noun>) -> Option<Counted> {
    let noun = at.sense([Class::Dual, Class::Noun], pick)?;
    Some(Counted { span: at.stem(), noun: Some(noun.lemma), class: Some(noun.class) })
}

impl Head<'_> {
    /// Whether the numeral is that number.
    fn is(&self, number: i128) -> bool {
        self.exact() == Some(Number::from(number))
    }
}
