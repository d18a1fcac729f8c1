//! `claim/absent`: victims of whom nothing is said but that there are, or are not, any: دون إصابات.

use super::near::{is_bond, trigger};
use super::told::{Part, Told, told};
use super::{mood, party};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::Polarity;
use crate::lexicon::{Bond, Class, ClassSet, Frame};

/// The frames of the words that it reads.
const NOUNS: ClassSet = ClassSet::of(&[Class::Victim, Class::Masdar]);

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/absent",
    starts: NOUNS,
    takes: &["لم يسقط أي ‹قتيل›", "دون وقوع ‹خسائر بشرية›", "لا توجد ‹إصابات›", "لم تُسجل أي ‹إصابة›"],
    leaves: &["سقوط قتلى", "القتلى"],
    find,
};

/// absent ::= denial word* victims
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (noun, end) = trigger(at, NOUNS)?;
    let any = !at.is_definite()
        && (noun.frame == Frame::Victim || at.previous().is_some_and(|p| is_bond(p, Bond::Any)));
    let (polarity, _) = mood::of(at, noun.ahead);
    if !any || !noun.predicate.is_of_people() || polarity != Polarity::Negated {
        return None;
    }
    let index = at.index() as u32;
    let part = Part { is_any: party::is_indefinite(at), ..Part::plain(index, end.index() as u32) };
    told(at, end, noun.predicate, false, vec![part])
}
