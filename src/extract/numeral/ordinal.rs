//! `numeral/ordinal`: a place in an order, in words.

use super::exact;
use super::spelled::cardinal;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Form, NounClass, Numeral, Rank};
use crate::lexicon::{Class, ClassSet, Sense};
use crate::text::{fold, trim_marks};

pub(super) const RULE: Rule<Numeral> = Rule {
    name: "numeral/ordinal",
    starts: ClassSet::of(&[Class::Ordinal]),
    takes: &["الثاني", "الثانية عشرة", "الثالث عشر", "الحادي والعشرين", "الخامسة والسبعين", "المئوية"],
    leaves: &[
        "كانون الأول",
        "ربيع الثاني",
        "الملك عبد الله الثاني",
        "ثانية واحدة",
        "أمتار في الثانية",
        "الرأسمال الأولي",
        "مرة ثانية",
    ],
    find,
};

/// Tokens before an ordinal among which a ruler's title makes it part of a name.
const REGNAL_REACH: usize = 4;

/// ordinal ::= ordinal-word teen | ordinal-word and ten | ordinal-word
fn find(at: Cursor<'_>) -> Option<Match<Numeral>> {
    let value = ordinal(at)?;
    if let Some((more, end)) = continued(at, value) {
        return Some(exact(at, end, Form::Words, Rank::Ordinal, i128::from(more).into()));
    }
    if value == 1 && is_initial(at) {
        return None;
    }
    let stands = if at.has_article() { !is_regnal(at) && !is_per_second(at) } else { stands_bare(at, value) };
    stands.then(|| exact(at, at.after(), Form::Words, Rank::Ordinal, i128::from(value).into()))
}

fn ordinal(at: Cursor<'_>) -> Option<u64> {
    at.sense(Class::Ordinal, |sense| match sense {
        Sense::Ordinal(value) => Some(value),
        _ => None,
    })
}

fn continued(at: Cursor<'_>, value: u64) -> Option<(u64, Cursor<'_>)> {
    if value >= 10 {
        return None;
    }
    if let Some(teen) = at.next().filter(|n| n.means(Sense::Teen) && !n.token().has_proclitic()) {
        return Some((value + 10, teen.after()));
    }
    let place = at.after().joined().filter(|p| p.has_article() == at.has_article())?;
    let rest = cardinal(place).filter(|t| (20..=900).contains(t) && t % 10 == 0)?;
    Some((value + rest, place.after()))
}

/// Without the article: before its noun (ثالث أيام، أولى القوافل), after an indefinite one (زيادة ثالثة), as an adverb
/// (ثالثاً; of the first only where it marks a list) or behind a preposition.
fn stands_bare(at: Cursor<'_>, value: u64) -> bool {
    if value >= 100 {
        return false;
    }
    if is_accusative(at) {
        return value > 1 || marks_list(at);
    }
    let next = at.next().filter(|n| n.token().is_word() && !n.token().has_proclitic());
    let small = [Class::Joint, Class::In, Class::Of, Class::To, Class::Or];
    let previous = at.previous().filter(|p| p.token().is_word() && !small.iter().any(|class| p.is(*class)));
    let after_noun = previous.is_some_and(|p| !p.is_definite() && agrees(p, at));
    let before_noun = next.is_some() && (value == 1 || !is_feminine(at));
    let after_preposition = value > 1 && at.token().has_proclitic() && !is_feminine(at);
    after_noun || before_noun || after_preposition
}

fn marks_list(at: Cursor<'_>) -> bool {
    at.previous().is_none()
}

/// An adjective agrees with its noun in gender.
fn agrees(noun: Cursor<'_>, at: Cursor<'_>) -> bool {
    is_feminine(noun) == is_feminine(at) && !noun.is(Class::Cardinal)
}

fn is_feminine(at: Cursor<'_>) -> bool {
    let stem = trim_marks(at.page().quote(at.stem()));
    stem.ends_with(['ة', 'ه', 'ى'])
}

fn is_accusative(at: Cursor<'_>) -> bool {
    let stem = trim_marks(at.page().quote(at.stem()));
    stem.ends_with('ا')
}

/// أولي with its ya as typed is initial, not first (أولى).
fn is_initial(at: Cursor<'_>) -> bool {
    at.page().quote(at.stem()).ends_with('ي')
}

/// مترا في الثانية: a measure by the second.
fn is_per_second(at: Cursor<'_>) -> bool {
    let measure = |sense: Sense| sense.noun().filter(|noun| noun.class == NounClass::Measure);
    let preposition = at.previous().filter(|p| p.means(Sense::In));
    preposition.and_then(Cursor::previous).is_some_and(|noun| noun.sense(Class::Noun, measure).is_some())
}

/// الملك عبد الله الثاني: the ordinal of a ruler's name.
fn is_regnal(at: Cursor<'_>) -> bool {
    let before = std::iter::successors(at.previous(), |c| c.previous()).take(REGNAL_REACH);
    let noun = at.previous().is_some_and(Cursor::has_article);
    !noun && before.take_while(|c| c.token().is_word()).any(|c| c.is(Class::Regnal))
}

/// Whether a definite number here says which one rather than how many: after a definite noun in the singular.
pub(super) fn follows_ranked_noun(at: Cursor<'_>) -> bool {
    let noun =
        if at.token().is_digits() { before_article(at) } else { at.previous().filter(|_| at.is_definite()) };
    let singular = |sense| matches!(sense, Sense::NounSingular(_)).then_some(());
    noun.is_some_and(|n| n.has_article() && n.sense(Class::Noun, singular).is_some())
}

/// The word before an article that digits are stuck to: المركز الـ17.
fn before_article(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let stuck = at.previous().filter(|p| at.is_glued() && p.token().is_word())?;
    let is_article = fold(stuck.page().quote(stuck.token().span)).ends_with("ال");
    is_article.then(|| stuck.previous()).flatten()
}
