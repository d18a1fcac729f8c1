//! Flags: what an editor should look at, told from the facts of one document and from its characters.
//!
//! Each check has its file and reads the finished facts; none changes them. A flag is raised where something is wrong
//! or open by what is printed, never for what is merely unusual, and its message names what would agree. Linear.

mod count_contradiction;
mod headline_body_mismatch;
mod impossible_date;
mod invisible_control;
mod mixed_digits;
mod open_quotation;
mod reference_conflict;
mod suspicious_magnitude;
mod toll;
mod weekday_mismatch;

#[cfg(test)]
mod cases;

use super::Reading;
use super::page::Page;
use super::rule::Found;
use super::time::Draft;
use crate::fact::{Code, Detail, Fact, Flag, Link, Time};
use crate::span::Span;

/// One thing to look for.
pub(super) struct Check {
    /// `flag/name`.
    pub(super) name: &'static str,
    /// The flags that it raises.
    pub(super) find: fn(&Page<'_>, &Reading) -> Vec<Fact>,
}

/// The checks, in order.
pub(super) const CHECKS: &[Check] = &[
    weekday_mismatch::CHECK,
    reference_conflict::CHECK,
    impossible_date::CHECK,
    count_contradiction::CHECK,
    headline_body_mismatch::CHECK,
    invisible_control::CHECK,
    mixed_digits::CHECK,
    suspicious_magnitude::CHECK,
    open_quotation::CHECK,
];

/// Every flag of the document whose other facts are in `reading`.
pub(super) fn read(page: &Page<'_>, reading: &Reading) -> Vec<Fact> {
    CHECKS.iter().flat_map(|check| (check.find)(page, reading)).collect()
}

/// A flag as a fact; its rule has the name of its code.
fn flag(span: Span, code: Code, message: String, refs: Vec<Link>) -> Fact {
    let rule = match code {
        Code::WeekdayMismatch => weekday_mismatch::CHECK.name,
        Code::ReferenceConflict => reference_conflict::CHECK.name,
        Code::ImpossibleDate => impossible_date::CHECK.name,
        Code::CountContradiction => count_contradiction::CHECK.name,
        Code::HeadlineBodyMismatch => headline_body_mismatch::CHECK.name,
        Code::InvisibleControl => invisible_control::CHECK.name,
        Code::MixedDigits => mixed_digits::CHECK.name,
        Code::SuspiciousMagnitude => suspicious_magnitude::CHECK.name,
        Code::OpenQuotation => open_quotation::CHECK.name,
    };
    Fact { span, rule, detail: Detail::Flag(Box::new(Flag { code, message, refs })) }
}

fn link(fact: &Fact) -> Link {
    Link { kind: fact.kind(), span: fact.span }
}

/// The times of the document, each with what is written.
fn times<'r>(
    page: &'r Page<'_>,
    reading: &'r Reading,
) -> impl Iterator<Item = (&'r Fact, &'r Time, &'r Found<Draft>)> {
    let times = reading.facts.iter().filter_map(|fact| match &fact.detail {
        Detail::Time(time) => Some((fact, &**time)),
        _ => None,
    });
    times.zip(&page.times).map(|((fact, time), found)| (fact, time, found))
}
