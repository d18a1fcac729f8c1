//! The line in which a document says when it was published.

use super::draft::{Date, Draft, What};
use super::resolve::{resolve, stated_day};
use super::word::is_joint;
use crate::extract::anchor::Anchor;
use crate::extract::cursor::Cursor;
use crate::extract::page::Page;
use crate::extract::rule::Found;
use crate::lexicon::{Class, Joint, Sense};
use crate::span::Span;
use crate::text::Kind;

/// Words besides the date and its labels that a publication line has room for: a place, a reporter.
const COMPANY: usize = 4;
/// Words before the date of a dateline: a place of one or two words.
const PLACE: usize = 3;
/// Lines in which a dateline may open the text.
const OPENING: usize = 8;

/// The first complete stated date that stands in a publication line or opens a dateline.
pub(in crate::extract) fn published(
    page: &Page<'_>,
    drafts: &[Found<Draft>],
) -> Option<(Anchor, Option<Span>)> {
    let mut lines = Lines::default();
    drafts.iter().find_map(|found| {
        let What::Point(point) = found.value.what else { return None };
        let Some(Date::Calendar(_)) = point.date else { return None };
        let time = resolve(&found.value, None);
        let moment = stated_day(&time).filter(|_| point.part.is_none() && found.value.modifier.is_none())?;
        let line = lines.around(page, found);
        (!line.story && (line.publishes() || line.opens()))
            .then_some((Anchor { moment, offset: time.offset }, Some(found.span)))
    })
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
    /// Whether signs, not words, stand right before and right after the date.
    framed: bool,
    /// A handle or link, or a sentence that ends: the date of a post, of an event.
    story: bool,
}

impl Lines {
    fn around(&mut self, page: &Page<'_>, found: &Found<Draft>) -> Line {
        let (start, end) = (found.start as usize, found.end as usize);
        self.count += page.tokens[self.seen..=start].iter().filter(|t| t.starts_line()).count();
        self.seen = start + 1;
        let mut line = Line { number: self.count, ..Line::default() };
        let first = Cursor::new(page, start);
        for place in std::iter::successors(first.previous(), |c| c.previous()).take(COMPANY * 4) {
            line.before += usize::from(is_company(place, &mut line.label));
            line.story |= place.token().kind() == Kind::Opaque;
        }
        for place in std::iter::successors(Cursor::new(page, end).here(), |c| c.next()).take(COMPANY * 4) {
            line.after += usize::from(is_company(place, &mut line.label));
            line.story |= place.token().kind() == Kind::Opaque;
            line.story |= place.is_sign('.') && line.after > 1;
        }
        let opened = first.previous().is_none_or(|p| !p.token().is_word() || is_joint(p, Joint::In));
        let closed = Cursor::new(page, end).here().is_none_or(|c| !c.token().is_word());
        line.framed = opened && closed;
        line
    }
}

/// Whether the token is a word besides the labels of a publication line.
fn is_company(at: Cursor<'_>, label: &mut bool) -> bool {
    if is_joint(at, Joint::Published) {
        *label = true;
        return false;
    }
    let small = [Joint::In, Joint::Dated, Joint::Of, Joint::At, Joint::Same].iter().any(|j| is_joint(at, *j));
    let zone = at.sense(|s| matches!(s, Sense::Zone(_)).then_some(())).is_some();
    at.token().is_word() && !small && !zone && !at.is(Class::Weekday) && !at.is(Class::Clock)
}

impl Line {
    /// A line of its own: nothing but the date, its labels and a little company, after the headline.
    fn publishes(&self) -> bool {
        let company = self.before + self.after;
        let room = if self.number == 1 { 0 } else { COMPANY };
        company == 0 || company <= room && (self.label || self.framed)
    }

    /// A dateline: a place, the date, and a sign before the text goes on.
    fn opens(&self) -> bool {
        self.number <= OPENING
            && self.before <= PLACE
            && self.before > 0
            && self.framed
            && self.after > COMPANY
            || self.label && self.before == 0 && self.number <= OPENING
    }
}
