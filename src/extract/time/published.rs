//! The line in which a document says when it was published.

use super::draft::{Date, Draft, What};
use super::resolve::{resolve, stated_day};
use super::word::is_joint;
use crate::extract::anchor::Anchor;
use crate::extract::cursor::Cursor;
use crate::extract::page::Page;
use crate::extract::rule::Found;
use crate::lexicon::{Class, Joint, PageWord, Sense};
use crate::span::Span;
use crate::text::Kind;

/// Words besides the date and its labels that a publication line has room for: a place, a reporter.
const COMPANY: usize = 4;
/// Words before the date of a dateline: a place of one or two words.
const PLACE: usize = 3;
/// Tokens on either side of the date that are looked at.
const REACH: usize = 16;
/// Lines in which a dateline may open the text.
const OPENING: usize = 8;

/// The first complete stated date that stands in a publication line or opens a dateline.
pub(in crate::extract) fn published(
    page: &Page<'_>,
    drafts: &[Found<Draft>],
) -> Option<(Anchor, Option<Span>)> {
    let mut lines = Lines::default();
    let line = drafts.iter().find_map(|found| {
        let anchor = stated(&found.value)?;
        let line = lines.around(page, found)?;
        (line.publishes() || line.opens()).then_some((anchor, Some(found.span)))
    });
    line.or_else(|| posted(page, drafts))
}

/// The day and minute of a complete date.
fn stated(draft: &Draft) -> Option<Anchor> {
    let What::Point(point) = draft.what else { return None };
    let Some(Date::Calendar(_)) = point.date else { return None };
    let time = resolve(draft, None);
    let moment = stated_day(&time).filter(|_| point.part.is_none() && draft.modifier.is_none())?;
    Some(Anchor { moment, offset: time.offset })
}

/// The day of a thread: of posts that are all signed on one day, the last at the end of the text.
fn posted(page: &Page<'_>, drafts: &[Found<Draft>]) -> Option<(Anchor, Option<Span>)> {
    let mut posts = drafts.iter().filter(|found| signs_post(page, found));
    let first = posts.next()?;
    let anchor = stated(&first.value)?;
    let mut last = None;
    for post in posts {
        last = Some(post.end as usize);
        stated(&post.value).filter(|other| other.moment.day == anchor.moment.day)?;
    }
    (last == Some(page.tokens.len())).then_some((anchor, Some(first.span)))
}

/// Whether a date closes the signature of a post: — Name (@handle) January 22, 2022.
pub(super) fn signs_post(page: &Page<'_>, found: &Found<Draft>) -> bool {
    let (at, end) = (Cursor::new(page, found.start as usize), Cursor::new(page, found.end as usize));
    let mut before = std::iter::successors(at.previous(), |c| c.previous()).take(REACH);
    let handle = before.by_ref().any(|c| c.token().kind() == Kind::Opaque);
    handle && end.here().is_none() && before.last().is_some_and(|c| c.token().starts_line() && is_dash(c))
}

fn is_dash(at: Cursor<'_>) -> bool {
    ['-', '–', '—'].iter().any(|c| at.is_sign(*c))
}

/// Counts the lines up to a token, going forward only.
#[derive(Default)]
struct Lines {
    seen: usize,
    count: usize,
}

/// What stands around a date in its line.
#[derive(Default)]
struct Line {
    number: usize,
    /// Words before and after the date that no publication label has.
    before: usize,
    after: usize,
    label: bool,
    /// Whether a sign or في, not another word, stands right before the date.
    opened: bool,
    closing: Closing,
    /// Bars and slashes before the date, which make it one of several labels.
    bars: usize,
    /// A sentence ends in the line: it tells of an event.
    sentence: bool,
    /// Words before the date that may be a place.
    places: usize,
}

/// What follows the date.
#[derive(Default, PartialEq, Eq)]
enum Closing {
    /// The line ends.
    #[default]
    End,
    /// A dash, colon, bar or bracket, as after a dateline.
    Mark,
    /// Another sign.
    Sign,
    /// A word.
    Word,
}

fn closing(end: Cursor<'_>) -> Closing {
    match end.here() {
        None => Closing::End,
        Some(next) if next.token().is_word() => Closing::Word,
        Some(next) if is_dash(next) || [':', '|', '('].iter().any(|c| next.is_sign(*c)) => Closing::Mark,
        Some(_) => Closing::Sign,
    }
}

impl Lines {
    /// What stands around a date, unless its line is a post or a caption, which have dates of their own.
    fn around(&mut self, page: &Page<'_>, found: &Found<Draft>) -> Option<Line> {
        let (start, end) = (found.start as usize, found.end as usize);
        self.count += page.tokens[self.seen..=start].iter().filter(|t| t.starts_line()).count();
        self.seen = start + 1;
        let mut line = Line { number: self.count, ..Line::default() };
        let (first, last) = (Cursor::new(page, start), Cursor::new(page, end));
        for place in std::iter::successors(first.previous(), |c| c.previous()).take(REACH) {
            line.before += usize::from(is_company(place, &mut line.label)?);
            line.bars += usize::from(place.is_sign('|') || place.is_sign('/'));
            line.places += usize::from(place.token().is_word() && !is_small(place));
        }
        for place in std::iter::successors(last.here(), |c| c.next()).take(REACH) {
            line.after += usize::from(is_company(place, &mut line.label)?);
            line.sentence |= place.is_sign('.') && (line.after > 1 || place.next().is_none());
        }
        line.opened = first.previous().is_none_or(|p| !p.token().is_word() || is_joint(p, Joint::In));
        line.closing = closing(last);
        Some(line)
    }
}

/// Whether the token is a word besides the labels of a publication line; `None` where it makes the line a post's or
/// a caption.
fn is_company(at: Cursor<'_>, label: &mut bool) -> Option<bool> {
    if at.token().kind() == Kind::Opaque || at.means(Sense::Page(PageWord::Caption)) {
        return None;
    }
    if is_joint(at, Joint::Published) {
        *label = true;
        return Some(false);
    }
    let zone = at.sense(Class::Zone, |s| matches!(s, Sense::Zone(_)).then_some(())).is_some();
    Some(at.token().is_word() && !is_small(at) && !zone && !at.is(Class::Weekday) && !at.is(Class::Clock))
}

fn is_small(at: Cursor<'_>) -> bool {
    [Joint::In, Joint::Dated, Joint::Of, Joint::At, Joint::Same].iter().any(|joint| is_joint(at, *joint))
}

impl Line {
    /// A line of its own: nothing but the date, its labels and a little company, after the headline.
    fn publishes(&self) -> bool {
        let company = self.before + self.after;
        let room = if self.number == 1 { 0 } else { COMPANY };
        !self.sentence
            && (company == 0
                || company <= room && (self.label || self.opened && self.closing != Closing::Word)
                || company <= COMPANY && self.bars > 0 && self.closing == Closing::End)
    }

    /// A dateline: a place, the date, and a sign before the text goes on.
    fn opens(&self) -> bool {
        let dateline =
            self.places > 0 && self.before <= PLACE && self.opened && self.closing == Closing::Mark;
        let labelled = self.label && self.before == 0;
        self.number <= OPENING && (dateline || labelled)
    }
}
