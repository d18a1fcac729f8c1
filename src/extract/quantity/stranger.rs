//! Whether a word that no list has can be what a number counts.

use super::head::Head;
use crate::extract::cursor::Cursor;
use crate::fact::{Form, Value};
use crate::lexicon::{Class, ClassSet};
use crate::text::{Kind, fold};

/// Classes that a noun may have besides being one that no list of nouns has.
const NOMINAL: ClassSet = ClassSet::of(&[Class::SourceNoun, Class::NameHead, Class::Title, Class::Toll]);

/// Letters that are written onto a word before it more often than they begin it.
const PROCLITICS: [char; 5] = ['و', 'ف', 'ب', 'ل', 'ك'];

/// Whether the word after the numeral, which is no noun of the lists, has the form of what it counts. Verbs, particles
/// and words behind a proclitic have not; eleven to ninety-nine govern a singular in the accusative.
pub(super) fn may_be_counted(at: Cursor<'_>, head: &Head<'_>) -> bool {
    let token = at.token();
    let known = token.word().is_known() && at.classes().without(NOMINAL) != ClassSet::EMPTY;
    if token.kind() != Kind::Arabic || known || token.has_proclitic() || !token.after_space() {
        return false;
    }
    let word = fold(at.page().quote(token.stem()));
    let letters = word.chars().count();
    if token.has_tanwin() {
        return letters > 2;
    }
    let accusative = word.ends_with(['ا', 'ه', 'ى']) && governs_accusative(head);
    letters > 2 && !is_verb(&word) && (accusative || !governs_accusative(head) && is_bare(&word))
}

/// No proclitic can be read off it.
fn is_bare(word: &str) -> bool {
    !word.starts_with(PROCLITICS)
}

/// By its letters, more likely a verb: يتلقون, توفوا, اختفت.
fn is_verb(word: &str) -> bool {
    let past = word.ends_with("وا") || word.ends_with('ت') && !word.ends_with("ات");
    let plural = ["ات", "ين", "ه"].iter().any(|ending| word.ends_with(ending));
    past || word.starts_with('ي') || word.starts_with('ت') && !plural
}

/// Eleven to ninety-nine at the end of a number: 65 قتيلا, but 165 ألف قتيل.
fn governs_accusative(head: &Head<'_>) -> bool {
    let last = Cursor::new(head.end.page(), head.end.index() - 1);
    let Value::Exact(number) = head.numeral.value.value else { return false };
    let tail = number.integer().is_some_and(|whole| (11..=99).contains(&(whole % 100)));
    tail && !last.is(Class::Scale) && head.numeral.value.form != Form::Vague
}
