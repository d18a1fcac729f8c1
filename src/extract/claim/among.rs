//! `claim/among`: some of the victims: من بين القتلى سبعة أطفال وامرأتين.

use super::near::{counts_people, is_bond, is_governed, starting, trigger};
use super::parts::chain;
use super::told::{Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::Predicate;
use crate::lexicon::{Bond, Class, ClassSet, Frame, Sense};

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/among",
    starts: ClassSet::of(&[Class::Trigger]),
    takes: &["القتلى سبعة أطفال", "القتلى ثلاثة جنود"],
    leaves: &["نقل القتلى", "بين القتلى"],
    find,
};

/// among ::= from-among the-victims quantities
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (noun, end) = trigger(at, |frame| frame == Frame::Victim)?;
    let whole = at.previous().is_none_or(|p| is_bond(p, Bond::Among) || p.is(Class::Between) || p.term(Class::Member).is_some());
    let first = end.here().filter(|_| whole && at.is_definite())?;
    let quantity = starting(at.page(), first.index())?;
    if !counts_people(&quantity.value) || is_governed(first, None) {
        return None;
    }
    let dead = at.means_trigger(Predicate::Killed);
    let predicate = if dead { Predicate::Killed } else { noun.predicate };
    told(at, end, predicate, false, chain(first, predicate)?)
}

impl Cursor<'_> {
    /// Whether the word here says that, by one of its meanings.
    fn means_trigger(self, predicate: Predicate) -> bool {
        self.sense(|sense| matches!(sense, Sense::Trigger(t) if t.predicate == predicate).then_some(()))
            .is_some()
    }
}
