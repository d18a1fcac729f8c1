//! `flag/open-quotation`: a quotation mark without its partner.

use std::ops::Range;

use super::{Check, flag};
use crate::extract::Reading;
use crate::extract::page::Page;
use crate::fact::{Code, Fact};
use crate::span::Span;
use crate::text::{Kind, Quotation};

pub(super) const CHECK: Check = Check { name: "flag/open-quotation", find };

/// Lines over which a quotation of several paragraphs may run to its end.
const PARAGRAPHS: usize = 12;
/// Signs that may stand around a mark at the end of a line.
const SIGNS: usize = 4;

/// Marks that are not closed in their line, unless they are those of a quotation of several paragraphs.
fn find(page: &Page<'_>, _: &Reading) -> Vec<Fact> {
    let mut open: Vec<Mark> = page.quotations.iter().filter_map(|quotation| mark(page, quotation)).collect();
    open.sort_by_key(|mark| mark.token);
    open.dedup_by_key(|mark| mark.token);
    let mut flags = Vec::new();
    let mut at = 0;
    while let Some(mark) = open.get(at) {
        let paired = paired(&open[at..]);
        if paired == 0 && !measures(page, mark) {
            let what =
                if mark.closes { "closes no quotation of its line" } else { "is not closed in its line" };
            flags.push(flag(
                mark.span,
                Code::OpenQuotation,
                format!("this quotation mark {what}"),
                Vec::new(),
            ));
        }
        at += paired.max(1);
    }
    flags
}

/// A quotation mark without a partner in its line.
struct Mark {
    span: Span,
    token: usize,
    /// The number of its line.
    line: usize,
    /// It is the first of its line, but for signs.
    opens_line: bool,
    /// It stands as closing marks do: after a word, and not before one.
    closes: bool,
    /// Nothing but signs follows it in its line.
    ends_line: bool,
    /// Marks that may be partners have the same.
    family: char,
}

fn mark(page: &Page<'_>, quotation: &Quotation) -> Option<Mark> {
    if quotation.closed {
        return None;
    }
    let token = page.tokens.partition_point(|t| t.span.end < quotation.span.start);
    let line = page.layout.lines.partition_point(|(range, _)| range.end <= token);
    let range = page.layout.lines.get(line)?.0.clone();
    let token = alone(page, range.clone(), token)?;
    let signs =
        |range: Range<usize>| page.tokens[range].iter().all(|token| matches!(token.kind(), Kind::Sign(_)));
    let opens_line = token - range.start <= SIGNS && signs(range.start..token);
    let ends_line = range.end - token <= SIGNS && signs(token..range.end);
    let (span, family) = (page.tokens[token].span, family(page.tokens[token].kind()));
    let closes = !opens_line && is_closing(page, token);
    Some(Mark { span, token, line, opens_line, closes, ends_line, family })
}

/// Of the marks like that at `token` the one without a partner, by what stands beside them: one that closes where none
/// is open, one that is open when the next opens, or the last that is open. None where the double prime, which some
/// pages print for a closing mark after digits, closes it.
fn alone(page: &Page<'_>, line: Range<usize>, token: usize) -> Option<usize> {
    let alike = family(page.tokens[token].kind());
    let mut open = None;
    for at in line {
        let kind = page.tokens[at].kind();
        if kind == Kind::Sign('″') {
            open = None;
        } else if is_mark(kind) && family(kind) == alike {
            match open {
                None if is_closing(page, at) && !is_opening(page, at) => return Some(at),
                Some(before) if is_opening(page, at) && !is_closing(page, at) => return Some(before),
                None => open = Some(at),
                Some(_) => open = None,
            }
        }
    }
    open
}

fn is_opening(page: &Page<'_>, token: usize) -> bool {
    let next = page.tokens.get(token + 1);
    let first = page.tokens[token].after_space() || page.tokens[token].starts_line();
    first && next.is_some_and(|n| !n.after_space() && !n.starts_line())
}

fn is_mark(kind: Kind) -> bool {
    matches!(kind, Kind::Sign('"' | '＂' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›'))
}

/// The straight mark for marks that look alike, whichever way they are turned.
fn family(kind: Kind) -> char {
    match kind {
        Kind::Sign('«' | '»' | '‹' | '›') => '«',
        Kind::Sign('“' | '”' | '„' | '‟') => '“',
        _ => '"',
    }
}

fn is_closing(page: &Page<'_>, token: usize) -> bool {
    let next = page.tokens.get(token + 1);
    let free = next.is_none_or(|n| n.after_space() || n.starts_line() || matches!(n.kind(), Kind::Sign(_)));
    !page.tokens[token].after_space() && free
}

/// How many marks from the first on make one quotation of several paragraphs: each paragraph opens anew, and the last
/// closes or not; or it is opened once and closed once.
fn paired(marks: &[Mark]) -> usize {
    let Some(first) = marks.first().filter(|first| !first.closes) else { return 0 };
    let mut last = first;
    for (at, mark) in marks.iter().enumerate().skip(1) {
        if mark.closes && mark.ends_line && mark.family == first.family && mark.line <= last.line + PARAGRAPHS
        {
            return at + 1;
        }
        if mark.closes || !mark.opens_line || mark.family != first.family || mark.line > last.line + 1 {
            return if at > 1 { at } else { 0 };
        }
        last = mark;
    }
    if marks.len() > 1 { marks.len() } else { 0 }
}

/// Whether a straight mark after digits is that of inches: 2" or 2 ".
fn measures(page: &Page<'_>, mark: &Mark) -> bool {
    let sign = matches!(page.tokens[mark.token].kind(), Kind::Sign('"' | '”' | '″' | '＂'));
    let digits = mark.token > 0 && page.tokens[mark.token - 1].is_digits();
    sign && digits && !page.tokens[mark.token].after_space()
}
