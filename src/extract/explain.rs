//! Why: what the reader made of each line and token, which rules it tried where, and what became of their readings.

use super::page::Page;
use super::rule::Attempt;
use super::witness::tried;
use super::{Context, LineKind, Reading, read};
use crate::fact::Fact;
use crate::lexicon::{Class, ClassSet, Lexicon};
use crate::span::Span;
use crate::text::{Document, Kind, Quotation};

/// What the reader saw in a document.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// Its lines, in order.
    pub lines: Vec<LineNote>,
    /// Its tokens, in order.
    pub tokens: Vec<TokenNote>,
    /// What stands between quotation marks.
    pub quotations: Vec<Quotation>,
    /// The rules that were tried, by place; at one place in the order of the kinds.
    pub trials: Vec<Trial>,
    /// What was read in the end.
    pub reading: Reading,
}

/// A line and what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineNote {
    /// From its first token to its last.
    pub span: Span,
    /// What it is.
    pub kind: LineKind,
}

/// A token and what the word lists say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenNote {
    /// The whole token.
    pub span: Span,
    /// The token without its proclitics.
    pub stem: Span,
    /// Digits, a sign, a name that is read as a whole, or letters.
    pub kind: &'static str,
    /// The article was taken off to find the word.
    pub has_article: bool,
    /// The word's meanings by itself, in the terms of the lists.
    pub senses: Vec<String>,
    /// Classes of the listed phrases that start with the word.
    pub opens: Vec<Class>,
}

/// A rule that was tried, and what became of its reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trial {
    /// The rule, the token where it was tried and what it read.
    pub attempt: Attempt,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a rule's attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is a fact.
    Kept,
    /// Another fact holds the place: a longer reading, or one of a kind that absorbs this one.
    Yielded {
        /// The rule of that fact.
        to: &'static str,
        /// Its quotation.
        span: Span,
    },
    /// It matched, but no fact came of it.
    Dropped,
    /// It did not match here.
    Left,
}

/// Explains the reading of a document: the reading itself, and how it came about.
pub fn explain(document: &Document<'_>, lexicon: &Lexicon, context: Context) -> Explanation {
    let reading = read(document, lexicon, context);
    let mut page = Page::new(&document.text, lexicon);
    page.read();
    let mut attempts = tried(&page);
    attempts.sort_by_key(|attempt| attempt.token);
    Explanation {
        lines: lines(&page),
        quotations: page.quotations.clone(),
        tokens: (0..page.tokens.len()).map(|at| token(&page, at)).collect(),
        trials: attempts.into_iter().map(|attempt| judge(attempt, &page, &reading.facts)).collect(),
        reading,
    }
}

fn lines(page: &Page<'_>) -> Vec<LineNote> {
    let span =
        |range: &std::ops::Range<usize>| page.tokens[range.start].span.to(page.tokens[range.end - 1].span);
    page.layout.lines.iter().map(|(range, kind)| LineNote { span: span(range), kind: *kind }).collect()
}

fn token(page: &Page<'_>, at: usize) -> TokenNote {
    let token = page.tokens[at];
    let word = page.lexicon.word(token.word());
    let kind = match token.kind() {
        Kind::Arabic => "arabic",
        Kind::Foreign => "foreign",
        Kind::Digits => "digits",
        Kind::Opaque => "opaque",
        Kind::Sign(_) => "sign",
    };
    TokenNote {
        span: token.span,
        stem: token.stem(),
        kind,
        has_article: token.has_article() || word.includes_article(),
        senses: word.senses().iter().map(|sense| format!("{sense:?}")).collect(),
        opens: phrases(page, at),
    }
}

/// Classes of the phrases that start at the token, beyond what the word is by itself.
fn phrases(page: &Page<'_>, at: usize) -> Vec<Class> {
    if !page.tokens[at].is_word() {
        return Vec::new();
    }
    let own = page.senses(at).iter().map(|sense| sense.class());
    let own = ClassSet::of(&own.collect::<Vec<_>>());
    page.classes(at).without(own).iter().collect()
}

fn judge(attempt: Attempt, page: &Page<'_>, facts: &[Fact]) -> Trial {
    let outcome = match attempt.read {
        None => Outcome::Left,
        Some(read) => {
            let around = around(facts, read.to(page.tokens[attempt.token].stem()));
            let kept = around.iter().any(|f| f.span == read && f.rule == attempt.rule);
            let holder = around.iter().find(|f| f.span.overlaps(read));
            match holder {
                _ if kept => Outcome::Kept,
                Some(fact) => Outcome::Yielded { to: fact.rule, span: fact.span },
                None => Outcome::Dropped,
            }
        }
    };
    Trial { attempt, outcome }
}

/// The facts near `span`: they are sorted by their starts, and no more than a few begin before one that they hold.
fn around(facts: &[Fact], span: Span) -> &[Fact] {
    const NEAR: usize = 16;
    let end = facts.partition_point(|fact| fact.span.start < span.end);
    &facts[end.saturating_sub(NEAR)..end]
}
