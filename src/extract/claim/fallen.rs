//! `claim/fallen`: people who fell in a fight: سقوط ثمانية حوثيين في كمين.

use super::near::{any_trigger, befits, counts_people, has_preposition, is_bond, starting};
use super::parts::chain;
use super::told::{Part, Told, told};
use super::{event, mood, party};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Polarity, Predicate};
use crate::lexicon::{Bond, Class, ClassSet};

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/fallen",
    starts: ClassSet::of(&[Class::Telling]),
    takes: &["‹سقوط ثمانية مسلحين› في هجوم على الحاجز", "‹سقط 13 مسلحاً› جراء غارات"],
    leaves: &["سقط 3 عمال من سطح المبنى", "سقوط 7 بين قتيل وجريح", "سقط 12 صاروخاً في هجوم"],
    find,
};

/// fallen ::= fell (quantities-of-people | people, if denied), where another word tells of violence
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    if !is_bond(at, Bond::Fall) || has_preposition(at) && at.is_definite() {
        return None;
    }
    let first = at.next()?;
    let parts = counted(at, first).or_else(|| denied(at, first))?;
    told(at, at.after(), Predicate::Killed, false, parts)
}

/// Those who are counted, unless the noun or what follows says what befell them.
fn counted(at: Cursor<'_>, first: Cursor<'_>) -> Option<Vec<Part>> {
    let found = starting(at.page(), first.index())?;
    let told = (found.start..=found.end).filter_map(|token| at.at(token as usize));
    let tells = told.clone().any(|token| any_trigger(token).is_some() || token.is(Class::Between));
    let fits = befits(Predicate::Killed, &found.value) && counts_people(&found.value);
    (fits && !tells && event::has_company(at)).then(|| chain(first, Predicate::Killed))?
}

/// نفى سقوط مدنيين.
fn denied(at: Cursor<'_>, first: Cursor<'_>) -> Option<Vec<Part>> {
    let (_, singular) = party::person(first).filter(|_| any_trigger(first).is_none())?;
    let none = !singular && party::is_indefinite(first) && !has_preposition(first);
    let index = first.index() as u32;
    let part = Part { is_any: true, ..Part::plain(index, index + 1) };
    let part = part.named(Some(party::phrase(at.page(), (index, index + 1))));
    (none && mood::of(at, false).0 == Polarity::Negated).then(|| vec![part])
}
