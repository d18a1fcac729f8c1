//! `claim/penalty`: a penalty and those who are to bear it: الإعدام لأربعة متهمين, بالسجن المؤبد على سبعة.

use super::near::{befits, breaks, counts_people, has_preposition, is_bond, is_verb, starting, trigger};
use super::parts::chain;
use super::party::{person, phrase};
use super::told::{Part, Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Found, Match, Rule};
use crate::fact::{Predicate, Quantity};
use crate::lexicon::{Bond, Class, ClassSet, Joint, Sense, Trigger};

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/penalty",
    starts: ClassSet::of(&[Class::Penalty]),
    takes: &[
        "الإعدام لأربعة متهمين",
        "ب‹السجن المؤبد على سبعة متهمين›",
        "قضت المحكمة ب‹سجن خمسة متهمين›",
        "قضى القاضي ب‹سجن المتهم› عشر سنوات",
        "ب‹السجن المؤبد بحق خمسة متهمين›",
        "حكمت محكمة ب‹إعدام ثلاثة›",
        "عشر سنوات ‹سجنا نافذا في حق سبعة متهمين›",
        "قررت النيابة ‹حبس 4 متهمين› أسبوعين",
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
    let (noun, end) = trigger(at, Class::Penalty)?;
    if is_building(at, end) {
        return None;
    }
    annexed(at, noun, end).or_else(|| known(at, end)).or_else(|| borne(at, end))
}

/// سجن خمسة متهمين; إعدام أربعة, where no court is said to have passed it, is their death.
fn annexed<'a>(at: Cursor<'a>, noun: Trigger, end: Cursor<'a>) -> Option<Match<Told>> {
    let first = end.here().filter(|first| !has_preposition(*first) && !at.has_article())?;
    let bare = |found: &&Found<Quantity>| {
        let who = noun.predicate == Predicate::Killed || is_ordered(at);
        found.value.counted.is_none() && who && has_preposition(at)
    };
    starting(at.page(), first.index()).filter(|found| counts_people(&found.value) || bare(found))?;
    let predicate = if is_passed(at) { Predicate::Sentenced } else { noun.predicate };
    if predicate == Predicate::Sentenced && !is_passed(at) && is_ordered(at) {
        return told(at, end, Predicate::Detained, false, chain(first, Predicate::Detained)?);
    }
    if predicate == Predicate::Sentenced && !is_passed(at) && !has_preposition(at) {
        return None;
    }
    told(at, end, predicate, false, chain(first, predicate)?)
}

/// Whether a court is said to pass the penalty, right before it.
fn is_passed(at: Cursor<'_>) -> bool {
    let before = std::iter::successors(at.previous(), |place| place.previous()).take(PASSED);
    before.take_while(|place| !breaks(*place)).any(|place| is_bond(place, Bond::Judge))
}

/// Whether a prosecutor orders it: قررت النيابة حبس أربعة.
fn is_ordered(at: Cursor<'_>) -> bool {
    let before = std::iter::successors(at.previous(), |place| place.previous()).take(PASSED);
    before.take_while(|place| !breaks(*place)).any(|place| is_bond(place, Bond::Order))
}

/// قضى القاضي بسجن المتهم.
fn known<'a>(at: Cursor<'a>, end: Cursor<'a>) -> Option<Match<Told>> {
    let first = end.here().filter(|first| first.is_definite() && !has_preposition(*first))?;
    let bears = has_preposition(at) && is_passed(at) && person(first).is_some();
    let tokens = (first.index() as u32, first.index() as u32 + 1);
    let part = Part::plain(tokens.0, tokens.1).named(Some(phrase(at.page(), tokens)));
    bears.then(|| told(at, end, Predicate::Sentenced, false, vec![part]))?
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
        if breaks(place) || is_verb(place) || place.is(Class::In) && !is_bond(place, Bond::Against) {
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

/// Behind ل, على or بحق.
fn is_borne(at: Cursor<'_>) -> bool {
    let on = |before: Cursor<'_>| before.means(Sense::Joint(Joint::At)) || before.token().ends_in_tatweel();
    let ends = |before: Cursor<'_>| {
        before.previous().is_some_and(|two| two.is(Class::In) && is_bond(two, Bond::Against))
    };
    let against = |before: Cursor<'_>| is_bond(before, Bond::Against) || ends(before);
    has_preposition(at) || at.previous().is_some_and(against) || at.previous().is_some_and(on)
}
