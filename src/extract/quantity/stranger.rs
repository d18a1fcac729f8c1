//! Whether a word that no list has can be what a number counts.

use super::head::Head;
use crate::extract::cursor::Cursor;
use crate::fact::{Form, Value};
use crate::lexicon::{Bond, Class, ClassSet, Member, Sense};
use crate::text::{Kind, fold, trim_marks};

/// Classes that a noun may have besides being one that no list of nouns has.
const NOMINAL: ClassSet =
    ClassSet::of(&[Class::SourceNoun, Class::NameHead, Class::People, Class::Title, Class::Toll]);

/// Letters that are written onto a word before it more often than they begin it.
const PROCLITICS: [char; 5] = ['و', 'ف', 'ب', 'ل', 'ك'];

/// Whether the word after the numeral, which is no noun of the lists, has the form of what it counts. Verbs, particles
/// and words behind a proclitic have not; eleven to ninety-nine govern a singular in the accusative.
pub(super) fn may_be_counted(at: Cursor<'_>, head: &Head<'_>) -> bool {
    let token = at.token();
    let is_noun = at.classes().without(NOMINAL).is_empty() || at.means(Sense::Bond(Bond::Kin));
    let known = token.word().is_known() && !is_noun && !is_accusative(at);
    if token.kind() != Kind::Arabic || known || token.has_proclitic() || !token.after_space() {
        return false;
    }
    let quote = at.page().quote(token.stem());
    let word = fold(quote);
    let letters = word.chars().count();
    if letters < 3 || at.page().lexicon.has_behind(quote, Sense::Member(Member::Never)) {
        return false;
    }
    if token.has_tanwin() {
        return true;
    }
    let accusative = trim_marks(quote).ends_with(['ا', 'ة', 'ى']) && governs_accusative(head);
    !is_verb(&word) && (accusative || !governs_accusative(head) && is_bare(&word))
}

/// A dual without its nun counts two, and no number counts it: after a number the letters are an accusative (سنتا).
fn is_accusative(at: Cursor<'_>) -> bool {
    let construct = |sense| matches!(sense, Sense::DualConstruct(..)).then_some(());
    let quote = at.page().quote(at.stem());
    at.sense(Class::Dual, construct).is_some()
        && quote.ends_with('ا')
        && at.page().lexicon.declined(quote).is_some()
}

/// No proclitic can be read off it.
fn is_bare(word: &str) -> bool {
    !word.starts_with(PROCLITICS)
}

/// By its letters, more likely a verb: يتلقون, سينضمون, توفوا, اختفت.
fn is_verb(word: &str) -> bool {
    let past = word.ends_with("وا") || word.ends_with('ت') && !word.ends_with("ات");
    let plural = ["ات", "ين", "ه"].iter().any(|ending| word.ends_with(ending));
    let future = ["سي", "ست", "سن"].iter().any(|start| word.starts_with(start));
    past || word.starts_with('ي') || (future || word.starts_with('ت')) && !plural
}

/// Eleven to ninety-nine at the end of a number: 65 قتيلا, but 165 ألف قتيل.
fn governs_accusative(head: &Head<'_>) -> bool {
    let last = Cursor::new(head.end.page(), head.end.index() - 1);
    let Value::Exact(number) = head.numeral.value.value else { return false };
    let tail = number.integer().is_some_and(|whole| (11..=99).contains(&(whole % 100)));
    tail && !last.is(Class::Scale) && head.numeral.value.form != Form::Vague
}
