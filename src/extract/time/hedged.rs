//! `time/hedged`: a time behind its hedge, which belongs to it.

use super::draft::{Date, Draft, Length, Point, What};
use super::length::{length, single};
use super::word::{Read, unit};
use super::{clock, duration, year};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Mod, TimeUnit};
use crate::lexicon::{Class, ClassSet, Hedge, Sense, UnitForm};

pub(super) const RULE: Rule<Draft> = Rule {
    name: "time/hedged",
    starts: ClassSet::of(&[Class::Hedge]),
    takes: &["أكثر من 24 ساعة", "ما لا يقل عن شهرين", "أقل من أسبوع", "نحو الساعة 8 مساءً"],
    leaves: &["أكثر من 24 شخصاً", "نحو 20 قتيلاً", "يبلغ من العمر قرابة ثلاثين عاماً"],
    find,
};

/// hedged ::= hedge (duration | unit | clock | year)
fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    let (Sense::Hedge(hedge), end) = at.term(Class::Hedge)? else { return None };
    let place = end.here()?;
    let (what, end) = lasting(place).or_else(|| placed(place))?;
    if matches!(what, What::Length(length) if duration::is_age(at, end, length)) {
        return None;
    }
    Some(Match::between(at, end, Draft { what, modifier: Some(modifier(hedge)) }))
}

fn lasting(at: Cursor<'_>) -> Read<'_, What> {
    let (length, end) =
        duration::read(at).or_else(|| length(at)).or_else(|| single(at)).or_else(|| the_one(at))?;
    Some((What::Length(length), end))
}

/// قرابة العام: about one.
fn the_one(at: Cursor<'_>) -> Read<'_, Length> {
    let (unit, UnitForm::Singular) = unit(at)? else { return None };
    let alone = !at.next().is_some_and(|n| n.token().is_digits() || n.token().is_word() && n.is_definite());
    (at.has_article() && unit > TimeUnit::Day && alone)
        .then(|| (Length::of(Some(1.into()), unit), at.after()))
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
