//! Production: a numeral with the hedge before it, which is where most quantities begin.

use crate::extract::cursor::Cursor;
use crate::extract::rule::Found;
use crate::fact::{Bound, Count, Form, Kind, Link, Numeral, Rank, Value};
use crate::lexicon::{Class, ClassSet, Hedge, Member, Sense};
use crate::number::Number;
use crate::span::Span;
use crate::text::fold;

/// What a head may begin with.
pub(super) const STARTS: ClassSet = ClassSet::of(&[
    Class::Digits,
    Class::PercentSign,
    Class::Cardinal,
    Class::Scale,
    Class::Fraction,
    Class::Vague,
    Class::Dual,
    Class::Hedge,
    Class::HedgeAfter,
    Class::Member,
]);

/// Words between a quantity and the hedge behind it: 60 منزلا سكنيا على الأقل.
const REACH: usize = 3;

/// Words that an amount is named in, between its hedge and its number.
const AMOUNT: usize = 6;

/// A numeral that may count, with the hedge before it.
#[derive(Clone, Copy)]
pub(super) struct Head<'a> {
    /// The place before its first word.
    pub first: Cursor<'a>,
    /// The hedge before the numeral.
    pub hedge: Option<(Hedge, Span)>,
    /// The numeral.
    pub numeral: &'a Found<Numeral>,
    /// The place after the numeral.
    pub end: Cursor<'a>,
}

/// A head by its tokens.
#[derive(Clone, Copy)]
pub(in crate::extract) struct HeadAt {
    hedge: Option<(Hedge, Span)>,
    /// The place of the numeral among those of the page.
    numeral: u32,
}

/// The head that begins here. Several rules ask for it in turn, so that the last answer is kept.
pub(super) fn head(first: Cursor<'_>) -> Option<Head<'_>> {
    let page = first.page();
    let read = || {
        let head = read(first)?;
        let numeral = page.numerals.partition_point(|numeral| numeral.start < head.numeral.start) as u32;
        Some(HeadAt { hedge: head.hedge, numeral })
    };
    let HeadAt { hedge, numeral } = page.head.at(first.index(), read)?;
    let numeral = &page.numerals[numeral as usize];
    Some(Head { first, hedge, numeral, end: Cursor::new(page, numeral.end as usize) })
}

/// head ::= (hedge opening*)? numeral | spread-hedge numeral | hedge-after numeral
fn read(first: Cursor<'_>) -> Option<Head<'_>> {
    if let Some((numeral, end)) = counting(first) {
        return Some(Head { first, hedge: None, numeral, end });
    }
    if first.has_article() {
        return None;
    }
    let (hedge, after, (numeral, end)) =
        hedged(first).or_else(|| bounded(first)).or_else(|| preceded(first))?;
    let last = first.page().tokens[after.index() - 1];
    let span = Span::new(first.stem().start, last.span.end);
    Some(Head { first, hedge: Some((hedge, span)), numeral, end })
}

/// A numeral and the place after it.
type Numbered<'a> = (&'a Found<Numeral>, Cursor<'a>);

/// أكثر من 30; يتجاوز عدد القتلى 30, where what is measured is named between the two.
fn hedged(first: Cursor<'_>) -> Option<(Hedge, Cursor<'_>, Numbered<'_>)> {
    let (Sense::Hedge(hedge), after) = first.term(Class::Hedge)? else { return None };
    let place = after.here()?;
    let subject = || (hedge == Hedge::AtMost).then(|| over_subject(place)).flatten();
    let numbered =
        past_opening(place).and_then(counting).or_else(|| over_amount(place, |_| true)).or_else(subject)?;
    let verb = hedge == Hedge::Over && after.index() == first.index() + 1;
    (!verb || !is_object(&numbered)).then_some((hedge, after, numbered))
}

/// تجاوز سيارتين: a dual behind the verb is what was overtaken, unless it measures.
fn is_object((numeral, _): &Numbered<'_>) -> bool {
    numeral.value.form == Form::Dual
}

/// لم تتجاوز المشاركة 20%: what is measured is named by a word or two with the article.
fn over_subject(subject: Cursor<'_>) -> Option<Numbered<'_>> {
    let named = |c: &Cursor<'_>| c.token().is_word() && c.is_definite() && !c.token().has_proclitic();
    let next = named(&subject).then(|| subject.next()).flatten()?;
    past_opening(next).and_then(counting).or_else(|| {
        let next = named(&next).then(|| next.next()).flatten()?;
        past_opening(next).and_then(counting)
    })
}

/// لا يقل عدد القتلى عن 30
fn bounded(first: Cursor<'_>) -> Option<(Hedge, Cursor<'_>, Numbered<'_>)> {
    let (Sense::Member(Member::Bounds(hedge)), after) = first.term(Class::Member)? else { return None };
    let preposition = |c: Cursor<'_>| c.means(Sense::Member(Member::Never));
    Some((hedge, after, over_amount(after.here()?, preposition)?))
}

/// على الأقل ثلاثة: a hedge that mostly stands behind.
fn preceded(first: Cursor<'_>) -> Option<(Hedge, Cursor<'_>, Numbered<'_>)> {
    let (Sense::HedgeAfter(hedge), after) = first.term(Class::HedgeAfter)? else { return None };
    let place = past_opening(after.here()?)?;
    let numbered = counting(place).filter(|_| !place.token().has_conjunction())?;
    Some((hedge, after, numbered))
}

/// The first numeral behind a word for an amount and what it is of, where the word before it is as wanted.
fn over_amount(amount: Cursor<'_>, wanted: impl Fn(Cursor<'_>) -> bool) -> Option<Numbered<'_>> {
    if !amount.means(Sense::Member(Member::Amount)) {
        return None;
    }
    let mut last = amount;
    for _ in 0..AMOUNT {
        let next = last.next()?;
        if let Some(numbered) = past_opening(next).and_then(counting) {
            return wanted(last).then_some(numbered);
        }
        let other = next.is(Class::Hedge) || next.means(Sense::Member(Member::Amount));
        if !next.token().is_word() || other {
            return None;
        }
        last = next;
    }
    None
}

/// The numeral here, if it is no part of a time.
fn counting(at: Cursor<'_>) -> Option<Numbered<'_>> {
    let (numeral, end) = at.numeral()?;
    let times = &at.page().times;
    let next = times.partition_point(|time| time.span.end <= numeral.span.start);
    let absorbed = times.get(next).is_some_and(|time| time.span.overlaps(numeral.span));
    (!absorbed && !matches!(numeral.value.value, Value::Compound)).then_some((numeral, end))
}

/// The place after an opening mark, or an article that stands alone before digits: نحو "الـ30".
pub(super) fn past_opening(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let marks = ['"', '“', '”', '„', '«', '»', '(', '$', '€', '£'];
    let mut at = at;
    for _ in 0..2 {
        if !marks.iter().any(|mark| at.is_sign(*mark)) && !is_article(at) {
            break;
        }
        at = at.next()?;
    }
    Some(at)
}

/// An article or preposition that stands alone before digits: الـ30, بـ30.
fn is_article(at: Cursor<'_>) -> bool {
    let quote = at.page().quote(at.token().span);
    let joins = quote.starts_with(['و', 'ف']);
    let stuck = at.token().is_word() && at.next().is_some_and(|n| n.is_glued() && n.token().is_digits());
    stuck && !joins && fold(quote).chars().count() <= 3
}

impl<'a> Head<'a> {
    /// The place before the numeral.
    pub(super) fn numeral(&self) -> Cursor<'a> {
        Cursor::new(self.end.page(), self.numeral.start as usize)
    }

    /// What sort of number it is.
    pub(super) fn rank(&self) -> Rank {
        self.numeral.value.rank
    }

    /// Whether it is a dual, which is its own noun.
    pub(super) fn is_dual(&self) -> bool {
        self.numeral.value.form == Form::Dual
    }

    /// Whether it is a fraction, which a definite whole may follow.
    pub(super) fn is_part(&self) -> bool {
        self.rank() == Rank::Fraction
    }

    /// The number, where it names one.
    pub(super) fn exact(&self) -> Option<Number> {
        match self.numeral.value.value {
            Value::Exact(number) => Some(number),
            _ => None,
        }
    }

    /// The numeral as a fact.
    pub(super) fn link(&self) -> Link {
        Link { kind: Kind::Numeral, span: self.numeral.span }
    }

    /// The hedge of the quantity that reads up to `end`, and the place after it: the one behind it, else the one before.
    pub(super) fn closed<'c>(&self, end: Cursor<'c>) -> (Option<(Hedge, Span)>, Cursor<'c>) {
        match trailing(end) {
            Some((hedge, after)) if self.hedge.is_none() => (Some(hedge), after),
            _ => (self.hedge, end),
        }
    }

    /// The number as far as `hedge` commits to it.
    pub(super) fn count(&self, hedge: Option<Hedge>) -> Count {
        match self.numeral.value.value {
            Value::Exact(number) => {
                Count { bound: hedge.map_or(Bound::Exactly, bound), ..Count::exactly(number) }
            }
            Value::Vague { low, high } => {
                Count { bound: Bound::Vague, number: None, low: Some(low.into()), high: high.map(Into::into) }
            }
            Value::Compound => Count { bound: Bound::Exactly, number: None, low: None, high: None },
        }
    }
}

/// The hedge behind what ends before `end`, and the place after it; a few words may stand between, or a comma.
fn trailing(end: Cursor<'_>) -> Option<((Hedge, Span), Cursor<'_>)> {
    let mut at = end.here()?;
    if at.is_sign('،') || at.is_sign(',') {
        at = at.next().filter(|n| n.is(Class::HedgeAfter))?;
    }
    for _ in 0..=REACH {
        if let Some((Sense::HedgeAfter(hedge), after)) = at.term(Class::HedgeAfter) {
            let last = at.page().tokens[after.index() - 1];
            return Some(((hedge, Span::new(at.stem().start, last.span.end)), after));
        }
        let joined = at.token().has_conjunction() && !is_second_noun(at);
        if !at.token().is_word() || joined || at.numeral().is_some() {
            return None;
        }
        at = at.next()?;
    }
    None
}

/// 13 جنديا وشرطيا على الأقل: one count of two nouns, before the hedge of both.
fn is_second_noun(at: Cursor<'_>) -> bool {
    let single = |sense| matches!(sense, Sense::NounSingular(_)).then_some(());
    let event = at.classes().meets(ClassSet::TRIGGERS.with(ClassSet::of(&[Class::Toll])));
    !event
        && at.sense(Class::Noun, single).is_some()
        && at.next().is_some_and(|next| next.is(Class::HedgeAfter))
}

fn bound(hedge: Hedge) -> Bound {
    match hedge {
        Hedge::Over => Bound::Over,
        Hedge::AtLeast => Bound::AtLeast,
        Hedge::Under => Bound::Under,
        Hedge::AtMost => Bound::AtMost,
        Hedge::About => Bound::About,
    }
}
