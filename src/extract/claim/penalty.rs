//! `claim/penalty`: a penalty and those who are to bear it: الإعدام لأربعة متهمين, بالسجن المؤبد على سبعة.

use super::near::{befits, breaks, counts_people, has_preposition, is_bond, is_verb, starting, trigger};
use super::parts::chain;
use super::told::{Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::Predicate;
use crate::lexicon::{Bond, Class, ClassSet, Frame, Joint, Sense, Trigger};

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/penalty",
    starts: ClassSet::of(&[Class::Trigger]),
    takes: &[
        "الإعدام لأربعة متهمين",
        "ب‹السجن المؤبد على سبعة متهمين›",
        "قضت المحكمة ب‹سجن خمسة متهمين›",
        "‹إعدام أربعة أسرى› رمياً بالرصاص",
    ],
    leaves: &["السجن، المصمم لـ 600 نزيل", "سجن فيه 300 سجين", "السجن لمدة 3 سنوات", "سجن 4 صحفيين"],
    find,
};

/// How many tokens may stand between the penalty and those who bear it.
const GAP: usize = 7;

/// How many tokens before the penalty the word for its passing may stand.
const PASSED: usize = 4;

/// penalty ::= penalty-noun (quantities-of-people | word* (ل | على) quantities)
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (noun, end) = trigger(at, |frame| frame == Frame::Penalty)?;
    if is_building(at, end) {
        return None;
    }
    annexed(at, noun, end).or_else(|| borne(at, end))
}

/// سجن خمسة متهمين; إعدام أربعة, where no court is said to have passed it, is their death.
fn annexed<'a>(at: Cursor<'a>, noun: Trigger, end: Cursor<'a>) -> Option<Match<Told>> {
    let first = end.here().filter(|first| !has_preposition(*first) && !at.has_article())?;
    starting(at.page(), first.index()).filter(|found| counts_people(&found.value))?;
    let before = std::iter::successors(at.previous(), |place| place.previous()).take(PASSED);
    let passed = before.take_while(|place| !breaks(*place)).any(|place| is_bond(place, Bond::Judge));
    let predicate = if passed { Predicate::Sentenced } else { noun.predicate };
    if !passed && predicate == Predicate::Sentenced && !has_preposition(at) {
        return None;
    }
    told(at, end, predicate, false, chain(first, predicate)?)
}

/// الإعدام لأربعة متهمين.
fn borne<'a>(at: Cursor<'a>, end: Cursor<'a>) -> Option<Match<Told>> {
    let predicate = Predicate::Sentenced;
    let mut place = end.here()?;
    for _ in 0..GAP {
        let found = starting(place.page(), place.index());
        if found.is_some_and(|found| befits(predicate, &found.value)) && is_borne(place) {
            return told(at, end, predicate, false, chain(place, predicate)?);
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
