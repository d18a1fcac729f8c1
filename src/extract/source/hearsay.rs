//! Reports that nobody vouches for: أنباء عن.

use super::super::cursor::Cursor;
use super::super::rule::{Match, Rule};
use super::draft::{Draft, Hold, Reach, cue, words};
use super::word::is_particle;
use crate::lexicon::{Class, ClassSet, CueShape, Particle, Takes};

/// phrase what-is-reported
pub(super) const RULE: Rule<Draft> = Rule {
    name: "source/hearsay",
    starts: ClassSet::of(&[Class::Hearsay]),
    takes: &["أنباء عن انفجار", "يقال إن الصفقة أبرمت"],
    leaves: &["تحدثت أنباء عن انفجار", "وكالة الأنباء", "نشرة أنباء"],
    find,
};

fn find(place: Cursor<'_>) -> Option<Match<Draft>> {
    let (word, after) = cue(place, |word| word.shape == CueShape::Hearsay)?;
    let told = |verb: Cursor<'_>| {
        cue(verb, |word| {
            matches!(word.shape, CueShape::Past | CueShape::Present) && word.takes.has(Takes::ABOUT)
        })
        .is_some()
    };
    if place.previous().is_some_and(told) {
        return None;
    }
    let reach = Reach::Clause(after.here()?.index() as u32);
    let last = Cursor::new(place.page(), after.index() - 1);
    let says = is_particle(last, Particle::That);
    let (source, end) = if says { (None, last) } else { (Some(place.stem()), after) };
    let draft = Draft { source, cue: words(place, end), word, reach, hold: Hold::Free };
    Some(draft.found(after.index()))
}
