//! `claim/between`: a number of people who are dead or wounded: سقوط 7 بين قتيل وجريح.

use super::near::{befits, covering, is_bond, trigger};
use super::told::{Part, Told, told};
use super::victim::also;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{NounClass, Predicate};
use crate::lexicon::{Bond, Class, ClassSet};

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/between",
    starts: ClassSet::of(&[Class::Victim]),
    takes: &[
        "7 بين قتيل وجريح",
        "سبعون مسلحا ما بين قتيل وجريح",
        "عدد الضحايا ‹120 بين قتيل ومفقود›",
        "1220 إصابة بين شهيد وجريح",
    ],
    leaves: &["بين القتلى", "3 اتفاقات بين الطرفين"],
    find,
};

/// How many tokens may stand between the quantity and بين.
const GAP: usize = 3;

/// between ::= quantity word* between victim and victim
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (noun, end) = trigger(at, Class::Victim)?;
    let between =
        at.previous().filter(|before| is_bond(*before, Bond::Among) || before.is(Class::Between))?;
    let (predicate, end) = also(noun, end.here()?)?;
    let mut place = between.previous()?;
    for _ in 0..=GAP {
        if let Some(found) = covering(at.page(), place.index()) {
            let class = found.value.counted.and_then(|counted| counted.class);
            let fits = befits(Predicate::Casualties, &found.value) || class == Some(NounClass::Event);
            return fits.then(|| told(at, end, predicate, false, vec![Part::of(at.page(), found)]))?;
        }
        place = place.previous()?;
    }
    None
}
