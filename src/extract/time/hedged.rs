//! `time/hedged`: a time behind its hedge, which belongs to it.

use super::draft::{Date, Draft, Length, Point, What};
use super::length::{length, single};
use super::word::{Read, joined, unit};
use super::{clock, duration, year};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Mod, TimeUnit};
use crate::lexicon::{Class, ClassSet, Hedge, Sense, UnitForm};
use crate::number::Number;

pub(super) const RULE: Rule<Draft> = Rule {
    name: "time/hedged",
    starts: ClassSet::of(&[Class::Hedge]),
    takes: &[
        "أكثر من 24 ساعة",
        "ما لا يقل عن شهرين",
        "أقل من أسبوع",
        "نحو الساعة 8 مساءً",
        "قرابة السنة والنصف",
    ],
    leaves: &["أكثر من 24 شخصاً", "نحو 20 قتيلاً", "يبلغ من العمر قرابة ثلاثين عاماً"],
    find,
};

/// hedged ::= hedge (duration | unit | clock | year)
fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    let (Sense::Hedge(hedge), end) = at.term(Class::Hedge).filter(|_| !is_inside(at))? else { return None };
    let place = end.here()?;
    let (what, end) = lasting(place).or_else(|| placed(place))?;
    if matches!(what, What::Length(length) if duration::is_age(at, end, length)) {
        return None;
    }
    Some(Match::between(at, end, Draft { what, modifier: Some(modifier(hedge)) }))
}

/// Whether a longer hedge holds this one: يزيد على of لا يزيد على.
fn is_inside(at: Cursor<'_>) -> bool {
    let longer = at.previous().and_then(|p| p.term(Class::Hedge));
    longer.is_some_and(|(_, end)| end.index() > at.index())
}

fn lasting(at: Cursor<'_>) -> Read<'_, What> {
    let (length, end) =
        duration::read(at).or_else(|| length(at)).or_else(|| single(at)).or_else(|| the_one(at))?;
    Some((What::Length(length), end))
}

/// قرابة العام: about one; قرابة السنة والنصف.
fn the_one(at: Cursor<'_>) -> Read<'_, Length> {
    let (unit, UnitForm::Singular) = unit(at)? else { return None };
    if !at.has_article() || unit <= TimeUnit::Day {
        return None;
    }
    let one = Length::of(Some(1.into()), unit);
    let goes_on = at.next().is_some_and(|n| n.token().is_digits() || n.token().is_word() && n.is_definite());
    half_more(one, at.after()).or_else(|| (!goes_on).then(|| (one, at.after())))
}

/// والنصف
fn half_more(one: Length, end: Cursor<'_>) -> Read<'_, Length> {
    let half = joined(end).filter(|c| c.means(Sense::Minutes(30)) && c.has_article())?;
    let amount = one.amount?.plus(Number::ratio(1, 2)?)?;
    Some((Length { amount: Some(amount), ..one }, half.after()))
}

fn placed(at: Cursor<'_>) -> Read<'_, What> {
    if let Some((point, end)) = clock::clock_first(at) {
        return Some((What::Point(point), end));
    }
    let ((year, era), end) = year::stated(at)?;
    (era == year::Era::Gregorian).then(|| (What::Point(Point::of(Date::Years(year, year))), end))
}

/// A hedge behind its time, where one stands there.
pub(super) fn trailing(end: Cursor<'_>) -> (Option<Mod>, Cursor<'_>) {
    match end.here().and_then(|c| c.term(Class::HedgeAfter)) {
        Some((Sense::HedgeAfter(hedge), after)) => (Some(modifier(hedge)), after),
        _ => (None, end),
    }
}

fn modifier(hedge: Hedge) -> Mod {
    match hedge {
        Hedge::Over => Mod::MoreThan,
        Hedge::AtLeast => Mod::EqualOrMore,
        Hedge::Under => Mod::LessThan,
        Hedge::AtMost => Mod::EqualOrLess,
        Hedge::About => Mod::Approx,
    }
}
