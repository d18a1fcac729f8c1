//! `claim/toll`: a toll whose victims were named before: وارتفعت الحصيلة إلى 14.

use super::near::{any_trigger, around, befits, breaks, covering, is_cue, is_verb, starting};
use super::parts::chain;
use super::tally::is_linked;
use super::told::{Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::Predicate;
use crate::lexicon::{Class, ClassSet, Frame, Sense, Toll};

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/toll",
    starts: ClassSet::of(&[Class::Toll]),
    takes: &[
        "قُتل 12 شخصاً في الهجوم. ثم بلغت ‹الحصيلة 30›",
        "مقتل 3 جنود. وارتفع ‹العدد إلى سبعة›",
        "مقتل 3 جنود. و‹الحصيلة الأولية بلغت سبعة›",
        "قُتل عشرة، ثم صحّح ‹الرقم إلى ستة›",
        "بلغ عدد القتلى عشرة، ثم ‹ارتفع إلى سبعة عشر›",
    ],
    leaves: &[
        "بلغت الحصيلة 30",
        "مقتل 3 جنود. وبلغ العدد 30 كتاباً",
        "مقتل 3. وارتفع العدد 4 في المئة",
        "قتل 3. ويضم المبنى 20 نزيلاً، والعدد أقرب إلى 30",
    ],
    find,
};

/// How many tokens may stand between the toll and its number.
const GAP: usize = 5;
/// How many tokens back those who were counted last may stand.
const NEAR: usize = 30;
/// How many tokens before their number the word for what befell them may stand.
const BESIDE: usize = 4;
/// How many tokens back the victims may have been named.
const BACK: usize = 80;

/// toll ::= (the-toll word* (link | to) | rose to) quantities, behind a word for what befell people
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (first, predicate) = noun(at).or_else(|| rise(at))?;
    let found = starting(at.page(), first.index()).filter(|found| befits(predicate, &found.value))?;
    let tells =
        (found.start..found.end).filter_map(|token| at.at(token as usize)).any(|t| any_trigger(t).is_some());
    (!tells).then(|| told(at, at.after(), predicate, false, chain(first, predicate)?))?
}

/// الحصيلة is of the dead, العدد and الرقم are of anything.
fn noun(at: Cursor<'_>) -> Option<(Cursor<'_>, Predicate)> {
    let is_figure = at.means(Sense::Toll(Toll::Figure));
    if !(is_figure || at.means(Sense::Toll(Toll::Noun))) || !at.is_definite() {
        return None;
    }
    let first = figure(at)?;
    let predicate = if is_figure || at.means(Sense::Doubled) { last(at)? } else { before(at)? };
    Some((first, predicate))
}

/// ثم ارتفع إلى سبعة: the toll that was named before in the sentence.
fn rise(at: Cursor<'_>) -> Option<(Cursor<'_>, Predicate)> {
    let change = |sense| matches!(sense, Sense::Toll(Toll::Change(_))).then_some(());
    let to = at.next().filter(|to| at.sense(Class::Toll, change).is_some() && to.is(Class::To))?;
    let first = to.next()?;
    let bare = starting(at.page(), first.index()).is_some_and(|found| found.value.counted.is_none());
    let sentence = around(at).start;
    let tallied = |token: usize| {
        at.page().classes(token).has(Class::Toll)
            && Cursor::new(at.page(), token).means(Sense::Toll(Toll::Noun))
    };
    let told = (sentence..at.index()).any(tallied);
    Some((first, last(at).filter(|_| bare && told)?))
}

/// The number that the toll has come to, in its clause.
fn figure(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let mut place = at.next()?;
    for step in 0..GAP {
        if starting(place.page(), place.index()).is_some() {
            return (step == 0 || is_linked(place)).then_some(place);
        }
        if breaks(place) || is_verb(place) || is_cue(place) || any_trigger(place).is_some() {
            return None;
        }
        place = place.next()?;
    }
    None
}

/// What befell those who were counted last: العدد is of anything.
fn last(at: Cursor<'_>) -> Option<Predicate> {
    let page = at.page();
    let mut before = std::iter::successors(at.previous(), |place| place.previous()).take(NEAR);
    let found = before.find_map(|place| covering(page, place.index()))?;
    let of = |token: usize| {
        any_trigger(Cursor::new(page, token)).filter(|(event, _)| event.predicate.is_of_people())
    };
    let (start, end) = (found.start as usize, found.end as usize);
    let event =
        (start..end).find_map(of).or_else(|| (start.saturating_sub(BESIDE)..start).rev().find_map(of));
    event.map(|(event, _)| event.predicate)
}

/// What befell those of whom was told before: the dead, if any were, or else the last.
fn before(at: Cursor<'_>) -> Option<Predicate> {
    let page = at.page();
    let mut other = None;
    for token in (at.index().saturating_sub(BACK)..at.index()).rev() {
        if !page.classes(token).meets(ClassSet::TRIGGERS) {
            continue;
        }
        match any_trigger(Cursor::new(page, token)) {
            Some((event, _)) if event.predicate == Predicate::Killed => return Some(Predicate::Killed),
            Some((event, _)) if event.predicate.is_of_people() && event.frame != Frame::Penalty => {
                other = other.or(Some(event.predicate));
            }
            _ => {}
        }
    }
    other
}
