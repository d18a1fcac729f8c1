//! An attribution as a rule reads it, before it is known where the next one begins.

use super::super::cursor::Cursor;
use super::super::rule::Match;
use super::phrase::Phrase;
use crate::lexicon::{ClassSet, Cue, CueShape, Sense, Takes};
use crate::span::Span;

/// An attribution that was read.
#[derive(Debug, Clone, Copy)]
pub(in crate::extract) struct Draft {
    /// The stretch of its source.
    pub source: Option<Span>,
    /// The word or phrase of saying.
    pub cue: Span,
    /// What the list says of it.
    pub word: Cue,
    /// How what is said stands to it.
    pub reach: Reach,
    /// How it hangs on others.
    pub hold: Hold,
}

/// Where what is said stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum Reach {
    /// From this token to the end of the sentence, or to the next attribution of its own.
    Sentence(u32),
    /// From this token to the end of the clause.
    Clause(u32),
    /// From this token to the end of the line.
    Line(u32),
    /// Exactly here.
    Exactly(Span),
    /// Around the words of saying: before them, and after them too unless the sentence (or this part of it) ends there.
    Around,
    /// Nowhere that can be pointed at.
    Nowhere,
}

/// How an attribution hangs on others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum Hold {
    /// By itself: within another only where the other covers it.
    Free,
    /// Within the one just before it, from which it takes what it covers.
    Inner,
    /// Its source is understood: within none.
    Understood,
}

impl Draft {
    /// The match of an attribution whose cue ends before `end`.
    pub(super) fn found(self, end: usize) -> Match<Self> {
        let span = self.source.map_or(self.cue, |source| source.to(self.cue));
        Match { value: self, span, end: end as u32 }
    }

    /// An attribution with its source in sight, or understood.
    pub(super) fn of(cue: Span, word: Cue, source: Option<&Phrase<'_>>, reach: Reach) -> Self {
        let hold = if source.is_some() { Hold::Free } else { Hold::Understood };
        Self { source: source.map(Phrase::span), cue, word, reach, hold }
    }
}

/// The cue of any shape at `place`, by its phrase or word, and the place after it.
pub(super) fn cue(place: Cursor<'_>, wanted: impl Fn(Cue) -> bool) -> Option<(Cue, Cursor<'_>)> {
    if !place.classes().meets(ClassSet::CUES) {
        return None;
    }
    if let Some(phrase) = place.phrase(ClassSet::CUES)
        && let Sense::Cue(cue) = phrase.sense
    {
        return wanted(cue).then(|| (cue, Cursor::new(place.page(), place.index() + phrase.tokens)));
    }
    if place.token().has_article() {
        return None;
    }
    let maqsura = place.token().ends_in_maqsura();
    let of = |sense| match sense {
        Sense::Cue(cue) if wanted(cue) && (!cue.maqsura || maqsura) => Some(cue),
        _ => None,
    };
    place.sense(ClassSet::CUES, of).map(|cue| (cue, place.after()))
}

/// نفى متحدث الوزارة رصد أي تفش: of two verbs side by side after a definite source the second is a verbal noun.
pub(super) fn is_verbal_noun(place: Cursor<'_>, takes: Takes) -> bool {
    let past = || cue(place, |word| word.shape == CueShape::Past && !word.takes.has(Takes::ALONE)).is_some();
    let feminine = || place.page().quote(place.token().span).ends_with('\u{62a}');
    let beside = || place.previous().is_some_and(|before| before.token().is_word() && before.is_definite());
    takes.has(Takes::OBJECT) && beside() && !place.token().has_conjunction() && past() && !feminine()
}

/// The quotation of a cue from `first` (without its proclitics) to before `end`.
pub(super) fn words(first: Cursor<'_>, end: Cursor<'_>) -> Span {
    let last = end.index() - 1;
    if last == first.index() { first.stem() } else { first.stem().to(first.page().tokens[last].span) }
}
