//! `time/year`: a year in figures alone, where only a year can stand, and two years as one.

use super::draft::{Date, Draft};
use super::word::{Read, joined, past};
use super::year::{Era, bare, led_by, second};
use super::{calendar, word, year};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::lexicon::{Class, ClassSet, Joint};

pub(super) const RULE: Rule<Draft> = Rule {
    name: "time/year",
    starts: ClassSet::of(&[Class::Digits]),
    takes: &["2023/2024", "2021-2022"],
    leaves: &["القضية 2018", "2000 قتيل", "114/2019"],
    find,
};

/// year ::= year (- | /) year | year و year, after بين | year إلى year, after من | year, after في, منذ or حتى, not before a counted noun
fn find(at: Cursor<'_>) -> Option<Match<Draft>> {
    let (date, end) = years(at)?;
    Some(Match::between(at, end, Draft::date(date)))
}

fn years(at: Cursor<'_>) -> Read<'_, Date> {
    let (first, end) = bare(at).filter(|_| calendar::is_loose(at))?;
    if let Some((last, end)) = second(first, end) {
        return (last <= 2100).then_some((Date::Years(first, last), end));
    }
    if let Some((last, end)) = up_to(end) {
        return (last > first && led_by(at, &[Joint::Of, Joint::Spanning]))
            .then_some((Date::Years(first, last), end));
    }
    let between = at.previous().is_some_and(|p| p.is(Class::Between));
    if let Some((last, end)) = joined(end).filter(|_| between).and_then(bare) {
        return (last > first && !counts(end, last)).then_some((Date::Years(first, last), end));
    }
    let led = is_led(at) || is_listed(at) || is_era(end);
    let linked = end.here().is_some_and(|c| c.is_glued() && (c.is_sign('/') || c.is_sign('-')));
    let (era, after) = year::era(end);
    let sound = led && !linked && era != Some(Era::BeforeChrist) && !counts(end, first);
    sound.then_some((Date::Years(first, first), after))
}

fn is_led(at: Cursor<'_>) -> bool {
    let adjective = at.previous().filter(|p| p.token().is_word() && p.is_definite());
    let head = adjective.and_then(Cursor::previous).filter(|head| head.is_definite());
    led_by(at, &[Joint::In, Joint::Spanning, Joint::To, Joint::YearHead])
        || head.is_some_and(|head| word::is_joint(head, Joint::YearHead))
}

/// A list of more years is looked through no further.
const LIST: usize = 5;

/// و year, after a year that is one: للسنوات المالية 2023 و2024 و2025.
fn is_listed(at: Cursor<'_>) -> bool {
    std::iter::successors(year_before(at), |c| year_before(*c)).take(LIST).any(is_led)
}

fn year_before(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let and = at.previous().filter(|p| word::is_joint(*p, Joint::And) || p.is_sign('،') || p.is_sign(','))?;
    and.previous().filter(|p| bare(*p).is_some())
}

/// إلى year
fn up_to(end: Cursor<'_>) -> Read<'_, i32> {
    let place = past(end.here()?, Joint::To)?;
    let place = if year::is_year_word(place) { place.next()? } else { place };
    bare(place).filter(|(last, after)| !counts(*after, *last))
}

fn is_era(end: Cursor<'_>) -> bool {
    end.here().is_some_and(|c| c.is_glued() && word::is_joint(c, Joint::Gregorian))
}

/// Whether what follows may be counted by the figure.
fn counts(end: Cursor<'_>, year: i32) -> bool {
    let Some(next) = end.here().filter(|c| c.token().is_word()) else { return false };
    let counted = next.is(Class::Noun) || word::unit(next).is_some() || next.token().has_tanwin();
    (counted || year % 100 == 0) && !next.token().has_conjunction()
}
