//! A source whose name the text does not make its own: ما يسمى الإدارة أعلنت.

use super::super::cursor::Cursor;
use super::super::rule::{Match, Rule};
use super::complement::complement;
use super::draft::{Draft, cue, words};
use super::phrase::{Ending, phrase};
use crate::lexicon::{Class, ClassSet, CueShape};

/// phrase source verb
pub(super) const RULE: Rule<Draft> = Rule {
    name: "source/so-called",
    starts: ClassSet::of(&[Class::Hearsay]),
    takes: &["ما يسمى الإدارة الذاتية أعلنت حظر التجوال"],
    leaves: &["مقر ما يسمى الحسبة"],
    find,
};

fn find(place: Cursor<'_>) -> Option<Match<Draft>> {
    let (word, after) = cue(place, |word| word.shape == CueShape::SoCalled)?;
    let source = phrase(after.here()?, Ending::Open)?;
    let verb = |word: crate::lexicon::Cue| matches!(word.shape, CueShape::Past | CueShape::Present);
    let (verb, said) = cue(source.end.here()?, verb)?;
    let found = complement(said, verb.takes)?;
    Some(Draft::of(words(place, after), word, Some(&source), found.reach).found(after.index()))
}
