//! `claim/stated`: those who are counted and said to be lost or held: عشرون شخصاً ما زالوا مفقودين, 30 مدنياً محتجزين.

use super::near::{any_trigger, around, counts_people, covering, is_bond, trigger};
use super::parts::chain;
use super::subject::before;
use super::told::{Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::Predicate;
use crate::lexicon::{Bond, Class, ClassSet};

/// The frames of the words that it reads.
const NOUNS: ClassSet = ClassSet::of(&[Class::Victim, Class::Tallied]);

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/stated",
    starts: NOUNS,
    takes: &["‹عشرون شخصاً ما زالوا مفقودين› تحت الركام", "‹30 مدنياً محتجزين› في القرية"],
    leaves: &[
        "وجود 3 أشخاص محتجزين في الوادي",
        "أخلت 7 أشخاص محتجزين",
        "ما زالوا مفقودين",
        "30 بيتا محتجزين",
        "30 مدنياً المحتجزين",
    ],
    find,
};

/// stated ::= quantities (still)? word-for-the-lost-or-held, in the plural and indefinite
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (noun, end) = trigger(at, NOUNS)?;
    let befalls = matches!(noun.predicate, Predicate::Missing | Predicate::Detained);
    let plural = at.page().quote(at.stem()).ends_with('ن');
    let last = at.previous().filter(|_| befalls && plural && !at.is_definite())?;
    let whole = if is_bond(last, Bond::Still) {
        before(at, noun.predicate)
    } else {
        covering(at.page(), last.index())
    };
    let beside = |end: u32| end as usize == at.index();
    let whole = whole
        .filter(|found| is_bond(last, Bond::Still) || counts_people(&found.value) && beside(found.end))?;
    if noun.predicate == Predicate::Detained && is_trapped(at, Cursor::new(at.page(), whole.start as usize)) {
        return None;
    }
    let parts = chain(Cursor::new(at.page(), whole.start as usize), noun.predicate)?;
    let parts = parts.into_iter().filter(|part| (part.tokens.1 as usize) <= at.index()).collect();
    told(at, end, noun.predicate, false, parts)
}

/// The noun for their being there.
const THERE: &str = "وجود";

/// أخلت سبعة أشخاص محتجزين, وجود ثلاثة محتجزين: those whom water or fire holds, who are rescued or reported to be there.
fn is_trapped(at: Cursor<'_>, whole: Cursor<'_>) -> bool {
    let saves = |token: usize| {
        let event = any_trigger(Cursor::new(at.page(), token));
        event.is_some_and(|(event, _)| matches!(event.predicate, Predicate::Evacuated | Predicate::Rescued))
    };
    let there = whole.previous().is_some_and(|before| at.page().quote(before.stem()) == THERE);
    there || around(at).any(saves)
}
