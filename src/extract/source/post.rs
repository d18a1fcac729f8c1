//! An embedded post: its lines, and under them the account: — اسم (@handle) January 21, 2022.

use super::super::cursor::Cursor;
use super::super::layout::LineKind;
use super::super::page::Page;
use super::super::rule::{Match, Rule};
use super::draft::{Draft, Hold, Reach};
use crate::fact::Stance;
use crate::lexicon::{ClassSet, Cue, CueShape, Takes};
use crate::span::Span;

/// Lines of a post above that of its account.
const LINES: usize = 4;

/// lines — name (handle) date. Tried at the lines of accounts alone, which the layout knows.
pub(super) const RULE: Rule<Draft> = Rule {
    name: "source/post",
    starts: ClassSet::EMPTY,
    takes: &["كبرياء رجل (@BtfS9u1ut6FsXtk)"],
    leaves: &["كبرياء رجل"],
    find,
};

/// The places of the lines of accounts.
pub(super) fn places<'a>(page: &'a Page<'a>) -> impl Iterator<Item = Cursor<'a>> {
    let posts = page.layout.lines.iter().filter(|(_, kind)| *kind == LineKind::Post);
    posts.map(|(line, _)| Cursor::new(page, line.start))
}

fn find(place: Cursor<'_>) -> Option<Match<Draft>> {
    let page = place.page();
    let name = place.next()?;
    let rest = || std::iter::successors(Some(name), |at| at.next());
    let handle = rest().find(|at| page.quote(at.token().span).starts_with('@'))?;
    let close = handle.next().filter(|next| next.is_sign(')')).unwrap_or(handle);
    let source = name.token().span.to(close.token().span);
    let word =
        Cue { shape: CueShape::Repost, stance: Stance::Neutral, takes: Takes::default(), maqsura: false };
    let reach = lines_above(page, place.index()).map_or(Reach::Nowhere, Reach::Exactly);
    let draft = Draft { source: Some(source), cue: handle.token().span, word, reach, hold: Hold::Free };
    Some(draft.found(close.index() + 1))
}

/// The lines of the post: those above up to a paragraph that ends like a sentence.
fn lines_above(page: &Page<'_>, start: usize) -> Option<Span> {
    let at = page.layout.lines.partition_point(|(line, _)| line.start < start);
    let above = page.layout.lines[..at].iter().rev().take(LINES);
    let post = above.enumerate().take_while(|(index, (line, kind))| {
        let ends = page.tokens[line.end - 1].is_sign('.');
        matches!(kind, LineKind::Body | LineKind::Caption | LineKind::Publication | LineKind::Credit)
            && (*index == 0 || !ends)
    });
    let lines: Vec<_> = post.map(|(_, (line, _))| line.clone()).collect();
    let (last, first) = (lines.first()?, lines.last()?);
    Some(page.tokens[first.start].span.to(page.tokens[last.end - 1].span))
}
