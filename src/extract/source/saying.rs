//! A verbal noun with its source as a pronoun: قوله إن. After نقل … عن the source is in sight.

use super::super::cursor::Cursor;
use super::super::rule::{Match, Rule};
use super::complement::complement;
use super::draft::{Draft, Hold, cue, words};
use super::relay::relayed;
use crate::lexicon::{Class, ClassSet, CueShape, Takes};

/// noun-with-pronoun (أن | quotation)
pub(super) const RULE: Rule<Draft> = Rule {
    name: "source/saying",
    starts: ClassSet::of(&[Class::Saying]),
    takes: &["قوله إن القصف توقف", "نقلت صحيفة عن مصدر أمني قوله إن القصف توقف"],
    leaves: &["في قوله تعالى"],
    find,
};

fn find(place: Cursor<'_>) -> Option<Match<Draft>> {
    let (word, after) = cue(place, |word| word.shape == CueShape::Noun)?;
    let found = complement(after, Takes::THAT).filter(|found| found.is_direct)?;
    let source = relayed(place);
    let mut draft = Draft::of(words(place, after), word, source.as_ref(), found.reach);
    if source.is_some() {
        draft.hold = Hold::Inner;
    }
    Some(draft.found(after.index()))
}
