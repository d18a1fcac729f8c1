//! Those who are counted first and did it to those behind them: قصفت 3 طائرات 4 مواقع, قتل ثلاثة مسلحين جنديا.

use super::near::{begins_with_and, has_preposition, starting};
use super::parts::chain;
use super::party::{person, phrase};
use super::patient::{Patient, is_accusative};
use super::told::Part;
use crate::extract::cursor::Cursor;
use crate::fact::{NounClass, Predicate, Quantity};
use crate::lexicon::{Frame, Trigger};

/// How many tokens that belong to the doers may stand between.
const NEAR: usize = 3;

/// Whom a verb of both voices befell, where `first` is one quantity of those who may have done it.
pub(super) fn acted(from: Cursor<'_>, trigger: Trigger, first: &[Part]) -> Option<Patient> {
    let [doers] = first else { return None };
    let takes =
        matches!(trigger.predicate, Predicate::Seized | Predicate::Deployed) || trigger.with.is_some();
    if takes || !matches!(trigger.frame, Frame::Either | Frame::Active) {
        return None;
    }
    let page = from.page();
    let counted = starting(page, from.index())?.value.counted?;
    let behind = std::iter::successors(from.at(doers.tokens.1 as usize), |place| place.next()).take(NEAR);
    let mut words = behind.take_while(|place| place.token().is_word() || place.token().is_digits());
    let end = words.find(|place| begins_with_and(*place) || has_preposition(*place) || is_object(*place))?;
    let end = Some(end)
        .filter(|place| is_object(*place) && !begins_with_and(*place) && !has_preposition(*place))?;
    let parts = if let Some(found) = starting(page, end.index()) {
        let arms = matches!(counted.class, Some(NounClass::Vehicle | NounClass::Weapon));
        let parts = chain(end, trigger.predicate)?;
        (arms && has_noun(&found.value)).then_some(parts)?
    } else {
        let people = counted.class == Some(NounClass::Person) && !is_one(from, counted.span.start);
        let tokens = (end.index() as u32, end.index() as u32 + 1);
        let part = Part::plain(tokens.0, tokens.1).named(Some(phrase(page, tokens))).one();
        people.then(|| vec![part])?
    };
    let by = phrase(page, (from.index() as u32, doers.tokens.1));
    Some(Patient { parts, by: Some(by) })
}

/// A quantity, or one person as an object.
fn is_object(at: Cursor<'_>) -> bool {
    starting(at.page(), at.index()).is_some() || is_accusative(at)
}

fn has_noun(quantity: &Quantity) -> bool {
    quantity.counted.is_some()
}

/// Whether the noun that starts there is a singular, with which an adjective ends as an object does: 12 عنصرا مسلحا.
fn is_one(from: Cursor<'_>, noun: u32) -> bool {
    let words = std::iter::successors(Some(from), |place| place.next()).take(2 * NEAR);
    let mut nouns = words.filter(|place| place.stem().start == noun);
    nouns.next().and_then(person).is_none_or(|(_, singular)| singular)
}
