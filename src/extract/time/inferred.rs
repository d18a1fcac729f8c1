//! The document's own day, where nothing states it: told from clues in its text that leave one day.
//!
//! A clue says something of the day on which the text was written:
//!
//! | clue | what it says of the day | example |
//! |---|---|---|
//! | a complete date beside a word for its distance from today | it is that day; enough by itself | أمس الأحد 5 آذار 2023 |
//! | an embedded post, and the day of posting in the line that introduces it | it is that day; enough by itself | وكتب في تغريدة اليوم: |
//! | a complete date with الماضي or المقبل after its weekday | one of the seven days after or before | الخميس الماضي 20 كانون الثاني 2022 |
//! | the latest embedded post | the day of the post or the one after | — Name (@name) January 23, 2022 |
//! | a weekday beside a word for its distance from today | the weekday | أمس السبت |
//! | a day and month beside such a word | the day and month | اليوم الاثنين 24 يناير |
//! | the latest complete date of what has been | one of the three months after; only together with a weekday, day and month | في 20 كانون الثاني 2022 |
//!
//! The first two fix the day; of the others two kinds have to agree and to leave one day. A clue that contradicts any
//! other, and any time of the text that would be at odds with the day, leaves the document without one.
//!
//! A weekday and some complete date printed elsewhere are not enough: most dates with their year are of long ago, and
//! any of them bears the weekday that is looked for once in seven. A Hijri date counts where its weekday or its civil
//! date is beside it, since its month may have begun a day sooner or later. What the text of a post says of its today is
//! of the post. Linear: the drafts are gone through once, and resolved once more where a day was found.

use jiff::ToSpan;
use jiff::civil;

use super::draft::{CalendarDate, Date, Draft, Month, Year};
use super::published::signs_post;
use super::resolve::{resolve, stated_day};
use super::resolve_date::weekday_named;
use super::tense;
use crate::extract::anchor::Anchor;
use crate::extract::cursor::Cursor;
use crate::extract::page::Page;
use crate::extract::rule::Found;
use crate::fact::{Basis, Moment, TimeFlag};
use crate::span::Span;

/// Lines above the signature of a post in which the line that introduces it is looked for.
const ABOVE: usize = 4;
/// Days after the latest embedded post in which a report shows it.
const POST: i64 = 1;
/// Days in which الماضي and المقبل hold of a weekday.
const WEEK: i64 = 7;
/// Days after the latest complete date in which a day and month without a year are looked for. With its weekday such a
/// day comes again after five years at the soonest.
const SEASON: i64 = 92;

/// The day of a document, and what told it.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::extract) struct Inference {
    pub(in crate::extract) anchor: Anchor,
    /// Where the clues stand, in order.
    pub(in crate::extract) clues: Vec<Span>,
}

/// The day on which the clues of the text agree, if they leave one.
pub(in crate::extract) fn inferred(page: &Page<'_>, drafts: &[Found<Draft>]) -> Option<Inference> {
    let clues = Clues::of(page, drafts);
    let day = clues.agreed()?;
    if contradicted(drafts, day) {
        return None;
    }
    let anchor = Anchor { moment: Moment { day, clock: None }, offset: None };
    Some(Inference { anchor, clues: clues.spans(day) })
}

/// What the clues say, each with its place.
#[derive(Default)]
struct Clues {
    /// Days that it is.
    fixed: Vec<(civil::Date, Span)>,
    /// First and last day that it may be.
    windows: Vec<(civil::Date, civil::Date, Span)>,
    pins: Vec<Pin>,
    post: Option<(civil::Date, Span)>,
    latest: Option<(civil::Date, Span)>,
}

/// What is said of the day so many days from today.
struct Pin {
    shift: i8,
    weekday: Option<u8>,
    /// Month and day.
    date: Option<(u8, u8)>,
    span: Span,
}

impl Pin {
    /// Whether it holds on the day `today`.
    fn holds(&self, today: civil::Date) -> bool {
        let Some(day) = shifted(today, i64::from(self.shift)) else { return false };
        let date = (day.month().cast_unsigned(), day.day().cast_unsigned());
        self.weekday.is_none_or(|w| day.weekday() == weekday_named(w)) && self.date.is_none_or(|d| d == date)
    }
}

impl Clues {
    fn of(page: &Page<'_>, drafts: &[Found<Draft>]) -> Self {
        let mut clues = Self::default();
        let posts = Posts::of(page, drafts);
        for post in &posts.signed {
            clues.post(page, drafts, post);
        }
        let mut posts = posts.signed.iter().peekable();
        for found in drafts {
            while posts.next_if(|post| post.end <= found.start as usize).is_some() {}
            if posts.peek().is_none_or(|post| (found.start as usize) < post.start) {
                clues.draft(page, found);
            }
        }
        if let Some((day, span)) = clues.post
            && let Some(last) = shifted(day, POST)
        {
            clues.windows.push((day, last, span));
        }
        clues
    }

    /// What a post says: its day, where the line that introduces it says when that was, and otherwise that the day is
    /// not before it.
    fn post(&mut self, page: &Page<'_>, drafts: &[Found<Draft>], post: &Post) {
        if let Some(shift) = post.introduced(page, drafts)
            && let Some(day) = shifted(post.day, -i64::from(shift.0))
        {
            self.fixed.extend([(day, post.span), (day, shift.1)]);
        }
        if self.post.is_none_or(|(day, _)| day < post.day) {
            self.post = Some((post.day, post.span));
        }
    }

    fn draft(&mut self, page: &Page<'_>, found: &Found<Draft>) {
        match found.value.day() {
            Some(Date::Shift { days, weekday: weekday @ Some(_) }) => {
                self.pins.push(Pin { shift: days, weekday, date: None, span: found.span });
            }
            Some(Date::Calendar(date)) => self.calendar(page, found, date),
            _ => {}
        }
    }

    fn calendar(&mut self, page: &Page<'_>, found: &Found<Draft>, date: CalendarDate) {
        let (span, day) = (found.span, complete(&found.value));
        if let Some(shift) = date.shift {
            let named = day.is_none().then(|| month_and_day(date)).flatten();
            let vouched = !date.islamic || date.weekday.is_some() || date.twin.is_some();
            self.pins.push(Pin { shift, weekday: date.weekday, date: named, span });
            let today = day.filter(|_| vouched).and_then(|day| shifted(day, -i64::from(shift)));
            self.fixed.extend(today.map(|today| (today, span)));
        } else if let (Some(day), Some(step)) = (day, date.step) {
            let (from, to) = if step < 0 { (1, WEEK) } else { (-WEEK, -1) };
            let ends = shifted(day, from).zip(shifted(day, to)).filter(|_| step != 0);
            self.windows.extend(ends.map(|(first, last)| (first, last, span)));
        } else if let Some(day) = day
            && self.latest.is_none_or(|(latest, _)| latest < day)
            && !tense::plans_ahead(Cursor::new(page, found.start as usize))
        {
            self.latest = Some((day, span));
        }
    }

    /// The one day that is left.
    fn agreed(&self) -> Option<civil::Date> {
        let mut days = match self.fixed.first() {
            Some((day, _)) => vec![*day],
            None if !self.windows.is_empty() => self.within(),
            None => self.after_latest(),
        };
        days.retain(|day| self.hold(*day));
        let [day] = days[..] else { return None };
        (!self.fixed.is_empty() || !self.pins.is_empty()).then_some(day)
    }

    /// The days that all windows leave.
    fn within(&self) -> Vec<civil::Date> {
        let first = self.windows.iter().map(|(first, ..)| *first).max();
        let last = self.windows.iter().map(|(_, last, _)| *last).min();
        let Some((first, last)) = first.zip(last) else { return Vec::new() };
        (0..=WEEK).filter_map(|days| shifted(first, days)).take_while(|day| *day <= last).collect()
    }

    /// The days soon after the latest complete date, where some pin has a day, a month and a weekday. The anniversary of
    /// that date is none of them.
    fn after_latest(&self) -> Vec<civil::Date> {
        let Some((latest, _)) = self.latest else { return Vec::new() };
        if !self.pins.iter().any(|pin| pin.weekday.is_some() && pin.date.is_some()) {
            return Vec::new();
        }
        (1..=SEASON).filter_map(|days| shifted(latest, days)).filter(|day| self.pinned(*day)).collect()
    }

    fn pinned(&self, day: civil::Date) -> bool {
        self.pins.iter().all(|pin| pin.holds(day))
    }

    /// Whether nothing that is said is at odds with that day.
    fn hold(&self, day: civil::Date) -> bool {
        self.pinned(day)
            && self.fixed.iter().all(|(fixed, _)| *fixed == day)
            && self.post.is_none_or(|(post, _)| post <= day)
    }

    /// The places of the clues that tell the day; of what is said again the first.
    fn spans(&self, day: civil::Date) -> Vec<Span> {
        let mut spans: Vec<_> = self.fixed.iter().take(2).map(|(_, span)| *span).collect();
        if self.fixed.is_empty() {
            let windows = self.windows.iter().filter(|(first, last, _)| (*first..=*last).contains(&day));
            spans.extend(windows.take(2).map(|(.., span)| *span));
            spans.extend(self.latest.filter(|_| self.windows.is_empty()).map(|(_, span)| span));
        }
        let mut shifts = Vec::new();
        for pin in &self.pins {
            if !shifts.contains(&pin.shift) {
                shifts.push(pin.shift);
                spans.push(pin.span);
            }
        }
        spans.sort_unstable();
        spans.dedup();
        spans
    }
}

/// An embedded post with a day.
struct Post {
    day: civil::Date,
    /// The day's place, at the end of the signature.
    span: Span,
    /// The tokens of its text and signature.
    start: usize,
    end: usize,
    /// The tokens of the line that introduces it.
    intro: Option<std::ops::Range<usize>>,
}

struct Posts {
    signed: Vec<Post>,
}

impl Posts {
    /// The posts of the page, in order. Goes through the lines once.
    fn of(page: &Page<'_>, drafts: &[Found<Draft>]) -> Self {
        let mut signed: Vec<Post> = Vec::new();
        for found in drafts.iter().filter(|found| signs_post(page, found)) {
            let Some(day) = complete(&found.value) else { continue };
            let floor = signed.last().map_or(0, |post| post.end);
            let (start, intro) = above(page, found.start as usize, floor);
            signed.push(Post { day, span: found.span, start, end: found.end as usize, intro });
        }
        Self { signed }
    }
}

/// Where the text of the post begins whose signature holds the token `at`, and the line that introduces it: one that
/// ends in a colon. Without one the line above the signature is its text.
fn above(page: &Page<'_>, at: usize, floor: usize) -> (usize, Option<std::ops::Range<usize>>) {
    let lines = &page.layout.lines;
    let line = lines.partition_point(|(range, _)| range.end <= at);
    let before = lines[..line].iter().rev().map(|(range, _)| range.clone());
    let before: Vec<_> = before.take(ABOVE).take_while(|range| range.start >= floor).collect();
    let intro = before.iter().position(|range| page.tokens[range.end - 1].is_sign(':'));
    match intro {
        Some(intro) => (before[intro].end, Some(before[intro].clone())),
        None => (before.first().map_or(at, |range| range.start), None),
    }
}

impl Post {
    /// How many days from today it was posted by the line that introduces it, and where that says so.
    fn introduced(&self, page: &Page<'_>, drafts: &[Found<Draft>]) -> Option<(i8, Span)> {
        let intro = self.intro.clone()?;
        let first = drafts.partition_point(|found| (found.start as usize) < intro.start);
        let within = drafts[first..].iter().take_while(|found| (found.start as usize) < intro.end);
        let sentence = page.sentence(intro.end - 1);
        let said = within.filter(|found| sentence.contains(&(found.start as usize)));
        said.filter_map(|found| Some((found.value.shift()?, found.span))).last()
    }
}

/// The day of a complete date that is stated.
fn complete(draft: &Draft) -> Option<civil::Date> {
    let Some(Date::Calendar(date)) = draft.day() else { return None };
    if date.oddities.short_year || draft.modifier.is_some() {
        return None;
    }
    let time = resolve(draft, None);
    let odd = time.flags.iter().any(|flag| matches!(flag, TimeFlag::DateConflict | TimeFlag::InName));
    let open = time.flags.contains(&TimeFlag::AmbiguousOrder) && date.weekday.is_none();
    stated_day(&time).filter(|_| !odd && !open).map(|moment| moment.day)
}

/// The month and day of a date without its year.
fn month_and_day(date: CalendarDate) -> Option<(u8, u8)> {
    let (Month::Named(month), Some(day)) = (date.month, date.day) else { return None };
    (!date.islamic && matches!(date.year, Year::Missing)).then_some((month, day))
}

fn shifted(day: civil::Date, days: i64) -> Option<civil::Date> {
    day.checked_add(days.days()).ok()
}

/// Whether some time of the text would be at odds with that day, and is not without it.
fn contradicted(drafts: &[Found<Draft>], day: civil::Date) -> bool {
    let anchor = Anchor { moment: Moment { day, clock: None }, offset: None };
    let odd = |draft: &Draft, reference| {
        let time = resolve(draft, reference);
        [TimeFlag::WeekdayMismatch, TimeFlag::ReferenceConflict].iter().any(|flag| time.flags.contains(flag))
    };
    drafts.iter().any(|found| odd(&found.value, Some((anchor, Basis::Inferred))) && !odd(&found.value, None))
}
