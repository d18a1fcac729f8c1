//! `claim/penalty`: a penalty and those who are to bear it: الإعدام لأربعة متهمين, بالسجن المؤبد على سبعة.

use super::near::{befits, breaks, has_preposition, is_bond, is_verb, starting, trigger};
use super::parts::chain;
use super::told::{Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::lexicon::{Bond, Class, ClassSet, Frame, Joint, Sense};

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/penalty",
    starts: ClassSet::of(&[Class::Trigger]),
    takes: &["الإعدام لأربعة متهمين", "ب‹السجن المؤبد على سبعة متهمين›"],
    leaves: &["السجن، المصمم لـ 600 نزيل", "سجن فيه 300 سجين", "السجن لمدة 3 سنوات"],
    find,
};

/// How many tokens may stand between the penalty and those who bear it.
const GAP: usize = 7;

/// penalty ::= penalty-noun word* (ل | على) quantities
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (noun, end) = trigger(at, |frame| frame == Frame::Penalty)?;
    if is_building(at, end) {
        return None;
    }
    let mut place = end.here()?;
    for _ in 0..GAP {
        let found = starting(place.page(), place.index());
        if found.is_some_and(|found| befits(noun.predicate, &found.value)) && is_borne(place) {
            return told(at, end, noun.predicate, false, chain(place, noun.predicate)?);
        }
        if breaks(place) || is_verb(place) || place.is(Class::In) {
            return None;
        }
        place = place.next()?;
    }
    None
}

/// السجن without a preposition is a building, as long as nothing more makes it a penalty (السجن المؤبد).
fn is_building(at: Cursor<'_>, end: Cursor<'_>) -> bool {
    let alone = end.index() == at.index() + 1 && end.here().is_some_and(|next| next.is_sign('،'));
    alone && is_bond(at, Bond::Prison) && !has_preposition(at)
}

/// Behind ل or على.
fn is_borne(at: Cursor<'_>) -> bool {
    let on = |before: Cursor<'_>| before.means(Sense::Joint(Joint::At)) || before.token().ends_in_tatweel();
    has_preposition(at) || at.previous().is_some_and(on)
}
