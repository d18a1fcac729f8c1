//! A participle of saying, whose source is that of the sentence: مضيفاً أن.

use super::super::cursor::Cursor;
use super::super::rule::{Match, Rule};
use super::complement::{complement, described};
use super::draft::{Draft, cue, words};
use super::verb::what_follows;
use super::word::is_particle;
use crate::lexicon::{Class, ClassSet, CueShape, Particle, Takes};

/// participle what-follows
pub(super) const RULE: Rule<Draft> = Rule {
    name: "source/participle",
    starts: ClassSet::of(&[Class::Participle]),
    takes: &[
        "مضيفاً أن الطريق مقطوع",
        "مشيرة إلى نقص الدواء",
        "واصفا ذلك بأنه جريمة",
        "مختتما كلمته بالقول إن الأزمة عابرة",
    ],
    leaves: &["أنباء غير مؤكدة أن الطريق مقطوع", "متابعة القضية", "رفعوا لافتة كبيرة"],
    find,
};

fn find(place: Cursor<'_>) -> Option<Match<Draft>> {
    let (word, after) = cue(place, |word| word.shape == CueShape::Participle)?;
    if place.previous().is_some_and(|before| is_particle(before, Particle::Un)) {
        return None;
    }
    let described = || described(after).filter(|found| word.takes.has(Takes::AS) && found.is_certain);
    let found = match described() {
        Some(found) => found,
        None if word.takes.has(Takes::SAYING) => what_follows(after, word)?,
        None => complement(after, word.takes)?,
    };
    let is_heading = after.here().is_some_and(|next| next.is_sign(':')) && !word.takes.has(Takes::FREE);
    let follows_comma = place.previous().is_some_and(|before| before.is_sign('،') || before.is_sign(','));
    let object = follows_comma && word.takes.has(Takes::OBJECT) && !word.takes.has(Takes::KNOWN);
    let stands = found.is_direct || follows_comma;
    let holds = stands && (found.is_certain || found.is_governed) || object;
    (holds && (!is_heading || follows_comma))
        .then(|| Draft::of(words(place, after), word, None, found.reach).found(after.index()))
}
