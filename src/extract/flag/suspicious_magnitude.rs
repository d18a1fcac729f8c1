//! `flag/suspicious-magnitude`: a figure that its noun cannot have, by the number alone.
//!
//! | what | bound | why |
//! |---|---|---|
//! | a share of people | 100 per cent | nobody is more than all; growth and targets may be more |
//! | people | 100 billion | ten times as many as there are or are foreseen |
//! | dead or wounded | 100 million | more than any war had |
//! | an age in years (من العمر) | 130 | nobody is known to have reached it; trees and houses have no عمر of that phrase |
//! | an hour | 24:00, 59 minutes | no clock shows more |

use super::toll::tolls;
use super::{Check, flag, link};
use crate::extract::Reading;
use crate::extract::cursor::Cursor;
use crate::extract::page::Page;
use crate::extract::starts::Reader;
use crate::fact::{Code, Count, Detail, Fact, NounClass, Predicate, Quantity, Rank, TimeUnit};
use crate::lexicon::{Class, Joint, Sense, UnitForm};
use crate::number::Number;
use crate::span::Span;

pub(super) const CHECK: Check = Check { name: "flag/suspicious-magnitude", find };

const WHOLE: i128 = 100;
const MANKIND: i128 = 100_000_000_000;
const WAR: i128 = 100_000_000;
const AGE: i128 = 130;
/// The last hour and minute of a clock.
const CLOCK: (u32, u32) = (24, 59);

/// Figures above the bounds of the table, by its rows.
fn find(page: &Page<'_>, reading: &Reading) -> Vec<Fact> {
    let mut flags = Vec::new();
    for fact in &reading.facts {
        let Detail::Quantity(quantity) = &fact.detail else { continue };
        let message = people(quantity).map(ToOwned::to_owned);
        flags.extend(
            message.map(|message| flag(fact.span, Code::SuspiciousMagnitude, message, vec![link(fact)])),
        );
    }
    for toll in tolls(reading).filter(|toll| is_loss(toll.claim.predicate) && least(&toll.count) > WAR.into())
    {
        let message = "more dead or wounded than any war had".to_owned();
        flags.push(flag(toll.fact.span, Code::SuspiciousMagnitude, message, vec![link(toll.fact)]));
    }
    let ages = page.numerals.iter().filter_map(|found| age(Cursor::new(page, found.start as usize)));
    let hours = page.places_of(Reader::Hours).filter_map(hour);
    flags.extend(
        ages.chain(hours)
            .map(|(span, message)| flag(span, Code::SuspiciousMagnitude, message.into(), Vec::new())),
    );
    flags
}

fn people(quantity: &Quantity) -> Option<&'static str> {
    if quantity.counted?.class? != NounClass::Person {
        return None;
    }
    let least = least(&quantity.count);
    match quantity.rank {
        Rank::Percent => (least > WHOLE.into()).then_some("more than all of them"),
        Rank::Cardinal => (least > MANKIND.into()).then_some("more people than there are"),
        _ => None,
    }
}

fn is_loss(predicate: Predicate) -> bool {
    matches!(predicate, Predicate::Killed | Predicate::Wounded | Predicate::Casualties)
}

/// The least that a count can mean.
fn least(count: &Count) -> Number {
    count.low.or(count.number).unwrap_or_else(|| 0.into())
}

/// age ::= من العمر number years
fn age(at: Cursor<'_>) -> Option<(Span, &'static str)> {
    let word = at.previous().filter(|word| word.means(Sense::Joint(Joint::Age)) && word.is_definite())?;
    let (found, end) = at.numeral()?;
    let of = word.previous()?.means(Sense::Joint(Joint::Of));
    let years = end
        .here()?
        .sense(Class::TimeUnit, |sense| matches!(sense, Sense::TimeUnit(TimeUnit::Year, _)).then_some(()));
    let crate::fact::Value::Exact(number) = found.value.value else { return None };
    (of && years.is_some() && number > AGE.into())
        .then_some((found.span, "older than anybody is known to have been"))
}

/// hour ::= الساعة hours : minutes
fn hour(at: Cursor<'_>) -> Option<(Span, &'static str)> {
    let is_hour = at.means(Sense::TimeUnit(TimeUnit::Hour, UnitForm::Singular));
    if !is_hour || !at.is_definite() {
        return None;
    }
    let hours = at.next()?;
    let sign = hours.next().filter(|sign| sign.is_sign(':') && sign.is_glued())?;
    let minutes = sign.next().filter(|minutes| minutes.is_glued())?;
    let (h, m) = (two_digits(hours)?, two_digits(minutes)?);
    let shown = h < CLOCK.0 && m <= CLOCK.1 || (h, m) == (CLOCK.0, 0);
    let span = Span::new(hours.token().span.start, minutes.token().span.end);
    (!shown).then_some((span, "no clock shows this time"))
}

/// The value of one or two digits.
fn two_digits(at: Cursor<'_>) -> Option<u32> {
    let digits = at.page().quote(at.token().span);
    let short = at.token().is_digits() && digits.chars().count() <= 2;
    short.then(|| digits.chars().fold(0, |value, c| value * 10 + (c as u32 & 0xF)))
}
