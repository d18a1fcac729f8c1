//! What follows a verb of saying and its source: أن, a preposition, an object, a colon, a quotation.

use super::super::cursor::Cursor;
use super::below::below;
use super::draft::{Reach, cue, is_verbal_noun};
use super::word::{FOR, adverb, announces, begins, is_particle, leads_to_told, leads_with, quotation, time};
use crate::fact::Rank;
use crate::lexicon::{Class, Cue, CueShape, Joint, Mood, Particle, Sense, SourceNoun, Takes};
use crate::text::Kind;

/// Tokens between a verb's source and أن, in which an adverbial may stand.
const FAR: usize = 28;
/// Words above which a quotation is what is said rather than a name.
const NAME: usize = 5;

/// What follows a verb of saying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is one look at the words, and several may hold")]
pub(super) struct Complement {
    /// Where what is said stands.
    pub reach: Reach,
    /// Whether the verb must be one of saying with it: أن, a colon, a quotation.
    pub is_certain: bool,
    /// Whether it is a quotation, with nothing that introduces it.
    pub is_quotation: bool,
    /// Whether a preposition governs it.
    pub is_governed: bool,
    /// Whether no adverbial stands before it.
    pub is_direct: bool,
}

impl Complement {
    /// One with which the verb must be one of saying, right behind its source.
    pub(super) fn certain(reach: Reach) -> Self {
        Self { is_certain: true, ..Self::of(reach, true) }
    }

    /// One that may be said or not, with nothing that introduces it.
    fn of(reach: Reach, is_direct: bool) -> Self {
        Self { reach, is_certain: false, is_quotation: false, is_governed: false, is_direct }
    }
}

/// What follows at `start`, of what the verb takes.
pub(super) fn complement(start: Cursor<'_>, takes: Takes) -> Option<Complement> {
    let (mut adverbial, mut is_direct) = (false, true);
    let mut place = start.here()?;
    for _ in 0..FAR {
        if let Some(after) = time(place).or_else(|| adverb(place)) {
            place = after.here()?;
            continue;
        }
        let is_word = place.token().is_word();
        if let Some(after) = (!is_word).then(|| beyond_aside(place, takes)).flatten() {
            (adverbial, is_direct) = (false, false);
            place = after;
            continue;
        }
        if let Some(colon) = what_comes(place) {
            place = colon;
            continue;
        }
        if let Some(after) = beyond_relative(place, takes) {
            (adverbial, is_direct) = (false, false);
            place = after;
            continue;
        }
        if !is_word && (place.is_sign('،') || place.is_sign(',')) {
            adverbial = false;
            place = place.next()?;
            continue;
        }
        if let Some(reach) = speech(place, takes, is_direct) {
            let is_quotation = !place.is_sign(':') && quotation(place).is_some();
            return Some(Complement { is_certain: true, is_quotation, ..Complement::of(reach, is_direct) });
        }
        let by = cue(place, |word| word.shape == CueShape::According).and_then(|(_, after)| after.here());
        if let Some(inner) = by.filter(|inner| inner.index() > place.index() + 1) {
            (adverbial, is_direct) = (true, false);
            place = inner;
            continue;
        }
        let beyond = || is_event(place) || is_preposition(place) && place.next().is_some_and(is_event);
        if let Some(reach) = governed(place, takes).filter(|_| !adverbial || beyond()) {
            let is_certain = matches!(reach, Reach::Exactly(_)) || place.next().is_some_and(is_that);
            return Some(Complement { is_certain, is_governed: true, ..Complement::of(reach, is_direct) });
        }
        if adverbial && passes_on(place) {
            place = place.next()?;
            continue;
        }
        if ends(place) && !is_verbal_noun(place, takes) {
            return None;
        }
        if adverbial && takes.has(Takes::OBJECT) && !hangs(place) && (announces(place) || is_matter(place)) {
            return object(place, takes).map(|reach| Complement::of(reach, is_direct));
        }
        adverbial |= opens_adverbial(place);
        if !adverbial {
            return object(place, takes).map(|reach| Complement::of(reach, is_direct));
        }
        is_direct = false;
        place = place.next()?;
    }
    None
}

/// The place after an aside between commas or hyphens, where what is said follows: قال مدير المعبر، الذي زار المكان، إن.
/// An aside that says something itself is none.
fn beyond_aside(sign: Cursor<'_>, takes: Takes) -> Option<Cursor<'_>> {
    let closes = ASIDES.into_iter().find(|signs| signs.iter().any(|c| sign.is_sign(*c)))?;
    let first = sign.next().filter(|_| takes.has(Takes::THAT))?;
    if says_more(first) || speaks(first) || takes.has(Takes::OBJECT) && announces(first) {
        return None;
    }
    let opens = |at: Cursor<'_>| time(at).is_some() || is_preposition(at);
    let is_told = |at: Cursor<'_>| {
        let text = at.page().quote(at.token().span);
        let mut near = std::iter::successors(at.next(), |place| place.next()).take(NAME);
        text.starts_with(FOR) && (leads_with(at) || leads_to_told(text)) && near.any(speaks)
    };
    let is_clause = !opens(first) && adverb(first).is_none() && !joins(first);
    let goes_on = |next: Cursor<'_>| speaks(next) || is_clause && (opens(next) || is_told(next));
    let mut places = std::iter::successors(first.next(), |place| place.next()).take(FAR / 2);
    let end = places.find(|place| {
        let shut = closes.iter().any(|c| place.is_sign(*c));
        shut && place.next().is_some_and(goes_on)
            || is_stop(*place)
            || place.is_sign(':')
            || says_more(*place)
    })?;
    if end.is_sign(':') {
        return Some(end);
    }
    let shuts = closes.iter().any(|c| end.is_sign(*c));
    end.next().filter(|next| shuts && goes_on(*next))
}

/// The letter of the conjunction.
const AND: char = '\u{648}';

/// The colon after ما يلي or البيان الآتي.
fn what_comes(place: Cursor<'_>) -> Option<Cursor<'_>> {
    let verb = place.next().filter(|next| next.token().is_word())?;
    let colon = verb.next().filter(|next| next.is_sign(':'))?;
    let announces = is_particle(place, Particle::Pronoun) || is_writing(place) && place.is_definite();
    announces.then_some(colon)
}

/// بيان, تقرير.
pub(super) fn is_writing(place: Cursor<'_>) -> bool {
    place
        .sense(Class::SourceNoun, |sense| (sense == Sense::SourceNoun(SourceNoun::Writing)).then_some(()))
        .is_some()
}

/// The place of أن or a colon, with its preposition, after a clause that tells of the source: البيان الذي أصدرته الحركة إلى
/// أن, فرايد وهو رئيس جماعة إن.
fn beyond_relative(place: Cursor<'_>, takes: Takes) -> Option<Cursor<'_>> {
    let joined = || joins_on(place);
    let was = || is_particle(place, Particle::Was) && !place.token().has_conjunction();
    let opens = is_particle(place, Particle::Relative)
        || is_particle(place, Particle::Pronoun) && joined()
        || was() && place.previous().is_some_and(|at| at.token().is_word() && !at.is_definite());
    if !takes.has(Takes::THAT) || !opens {
        return None;
    }
    let verb = |word: Cue| word.takes.has(Takes::THAT) && !word.takes.has(Takes::KNOWN);
    let says_nothing = |at: Cursor<'_>| {
        let passive = |word: Cue| word.takes.has(Takes::ACTIVE) && at.token().ends_in_maqsura();
        is_withheld(at) || cue(at, passive).is_some()
    };
    let stops = |at: Cursor<'_>| {
        is_stop(at)
            || at.is_sign('،')
            || at.is_sign(',')
            || begins(at, Class::Clause)
            || cue(at, verb).is_some() && !says_nothing(at)
    };
    let mut places = std::iter::successors(place.next(), |at| at.next()).take(FAR / 2);
    let says = |at: Cursor<'_>| speaks(at) || speech(at, takes, false).is_some();
    let end = places.find(|at| stops(*at) || says(*at)).filter(|at| says(*at))?;
    let before = end.previous().filter(|at| governed(*at, takes).is_some());
    Some(before.unwrap_or(end))
}

/// لم يكشف عن اسمه, عدم ذكر اسمه: what is not said.
fn is_withheld(verb: Cursor<'_>) -> bool {
    let without = |before: Cursor<'_>| before.means(Sense::Mood(Mood::Without));
    verb.previous().is_some_and(|before| is_particle(before, Particle::Not) || without(before))
}

/// ردا على سؤال: a noun with the letters of a dual.
pub(super) fn is_answer(place: Cursor<'_>) -> bool {
    let dual = |word: Cue| word.shape == CueShape::Past && word.takes.has(Takes::ALONE);
    let on = || place.next().is_some_and(|next| is_particle(next, Particle::On));
    !place.token().has_conjunction() && cue(place, dual).is_some() && on()
}

/// The signs that open and close asides.
const ASIDES: [&[char]; 2] = [&['،', ','], &['-', '–', '—']];

/// و, but not of وهو, which tells of the source.
fn joins(first: Cursor<'_>) -> bool {
    !is_particle(first, Particle::Pronoun) && joins_on(first)
}

fn joins_on(first: Cursor<'_>) -> bool {
    first.page().quote(first.token().span).starts_with(AND)
}

/// أن or a colon.
fn speaks(place: Cursor<'_>) -> bool {
    place.is_sign(':') || is_that(place) && !place.token().has_conjunction()
}

/// Another attribution: a participle of saying, or a verb of saying that و joins on.
fn says_more(place: Cursor<'_>) -> bool {
    let joined = place.token().has_conjunction();
    cue(place, |word| word.shape == CueShape::Participle || joined).is_some()
}

/// أن, a colon or a quotation.
fn speech(place: Cursor<'_>, takes: Takes, is_direct: bool) -> Option<Reach> {
    if is_that(place) && !place.token().has_conjunction() {
        let start = place.next()?;
        // Of أنها the pronoun is part of what is said.
        return takes.has(Takes::THAT).then(|| said(start));
    }
    if place.is_sign(':') {
        let Some(start) = place.next() else { return below(place) };
        let start = start.next().filter(|_| is_that(start)).unwrap_or(start);
        return Some(quotation(start).map_or_else(|| said(start), |(span, _)| Reach::Exactly(span)));
    }
    let hangs = [Particle::In, Particle::From, Particle::For];
    let (_, after) =
        quotation(place).filter(|_| !place.previous().is_some_and(|before| is_particle(before, hangs)))?;
    let words = after.index() - place.index() - 1;
    let is_long = words > NAME + 1 || !goes_on(after) && (is_direct || words > 3);
    (is_long && takes.has(Takes::THAT)).then(|| said(place))
}

fn goes_on(after: Cursor<'_>) -> bool {
    after.here().is_some_and(|next| !matches!(next.token().kind(), Kind::Sign('.' | '…' | '!' | '؟' | '،')))
}

/// What is said from `start` on: a quotation that opens there and is no name, or the rest of the sentence.
pub(super) fn said(start: Cursor<'_>) -> Reach {
    if let Some((span, after)) = quotation(start)
        && (after.index() > start.index() + 2 + NAME || !goes_on(after))
    {
        let joined = after.joined().is_some_and(is_that);
        if !joined {
            return Reach::Exactly(span);
        }
    }
    Reach::Sentence(start.index() as u32)
}

/// أن or one of its forms, where it introduces speech: not after قبل or يمكن.
pub(super) fn is_that(place: Cursor<'_>) -> bool {
    if !is_particle(place, Particle::That) || place.token().has_article() {
        return false;
    }
    !place
        .previous()
        .is_some_and(|before| is_particle(before, Particle::Infinitive) || before.is(Class::Offset))
}

/// An event or a number, which no adverbial that stands before tells of: في بيان عن مقتل خمسة.
pub(super) fn is_event(place: Cursor<'_>) -> bool {
    announces(place) || place.numeral().is_some_and(|(found, _)| found.value.rank == Rank::Cardinal)
}

/// A preposition that the verb takes, and what it governs.
fn governed(place: Cursor<'_>, takes: Takes) -> Option<Reach> {
    let prepositions = [
        (Takes::ABOUT, Particle::About),
        (Takes::TO, Particle::To),
        (Takes::ON, Particle::On),
        (Takes::FROM, Particle::From),
        (Takes::BY, Particle::By),
    ];
    let governing =
        prepositions.iter().any(|(take, particle)| takes.has(*take) && is_particle(place, *particle));
    let governing = governing || takes.has(Takes::IN) && place.means(Sense::Joint(Joint::In));
    if governing && !place.token().has_article() {
        let start = place.next()?;
        if is_that(start) {
            return Some(said(start.next()?));
        }
        // A channel is no matter: كتب على حسابه.
        return (!is_channel(start)).then(|| clause(start));
    }
    let by = takes.has(Takes::BY) && leads_with_by(place) && !is_particle(place, Particle::In);
    (by && cue(place, |_| true).is_none()).then(|| clause(place))
}

/// What is said in a post: تغريدة على حسابه جاء فيها: “…”. Nothing where no post is spoken of.
pub(super) fn posted(start: Cursor<'_>) -> Option<Complement> {
    let places = std::iter::successors(start.here(), |place| place.next()).take(FAR);
    let mut is_post = false;
    for place in places.take_while(|place| !is_stop(*place)) {
        is_post |= is_channel(place) || is_writing(place);
        if is_post && place.is_sign(':') {
            let reach = said(place.next()?);
            return Some(Complement { is_certain: true, ..Complement::of(reach, false) });
        }
    }
    is_post.then_some(Complement::of(Reach::Nowhere, false))
}

/// What is said of an object: وصفه بأنه.
pub(super) fn described(start: Cursor<'_>) -> Option<Complement> {
    let places = std::iter::successors(start.here(), |place| place.next()).take(FAR / 2);
    let mut near =
        places.take_while(|place| !begins(*place, Class::Clause) && !is_stop(*place) && !place.is_sign('،'));
    let by = near.find(|place| {
        let alone = is_particle(*place, Particle::By);
        let says = is_particle(*place, Particle::That);
        alone || leads_with_by(*place) && (says || place.token().has_proclitic() || place.is_definite())
    })?;
    let inner = by.next().filter(|_| is_particle(by, [Particle::By, Particle::That]));
    let is_certain = is_particle(by, Particle::That) || inner.is_some_and(|at| quotation(at).is_some());
    let reach = clause(inner.unwrap_or(by));
    Some(Complement { is_certain, is_governed: true, ..Complement::of(reach, true) })
}

fn clause(start: Cursor<'_>) -> Reach {
    match said(start) {
        Reach::Sentence(at) => Reach::Clause(at),
        exact => exact,
    }
}

/// The object of a verb that takes one.
fn object(place: Cursor<'_>, takes: Takes) -> Option<Reach> {
    let opens = place.token().is_word() || place.numeral().is_some() || quotation(place).is_some();
    (takes.has(Takes::OBJECT) && opens).then(|| clause(place))
}

/// ما تردد, هذه التقديرات: what a pronoun points at, after an adverbial.
pub(super) fn is_matter(place: Cursor<'_>) -> bool {
    is_particle(place, Particle::Pronoun) && !joins_on(place) && !place.token().has_conjunction()
}

/// Whether a preposition stands before.
fn hangs(place: Cursor<'_>) -> bool {
    place.previous().is_some_and(|before| is_preposition(before) || before.is(Class::Offset))
}

/// Whether the word begins with ب as a preposition.
pub(super) fn leads_with_by(place: Cursor<'_>) -> bool {
    place.token().is_word() && place.page().quote(place.token().span).starts_with('\u{628}')
}

/// Another verb or phrase of saying or another clause, over which no complement is looked for.
fn ends(place: Cursor<'_>) -> bool {
    use CueShape::{According, Hearsay, Rumour, SoCalled};
    let other = |word: Cue| !matches!(word.shape, According | SoCalled | Hearsay | Rumour);
    begins(place, Class::Clause)
        || is_stop(place)
        || cue(place, other).is_some()
            && !begins(place, Class::SourceNoun)
            && !is_answer(place)
            && !place.previous().is_some_and(is_answer)
        || is_particle(place, Particle::Relative)
}

fn is_stop(place: Cursor<'_>) -> bool {
    matches!(place.token().kind(), Kind::Sign('.' | '!' | '؟' | '?' | '…' | ';' | '؛'))
}

/// في بيان نشرته الوكالة: a verb with the noun before it as its object.
fn passes_on(place: Cursor<'_>) -> bool {
    let suffixed = |word: Cue| matches!(word.shape, CueShape::Suffixed | CueShape::Relay);
    let by = cue(place, suffixed).is_some_and(|(word, _)| {
        word.shape == CueShape::Suffixed || place.page().quote(place.token().span).ends_with(OBJECTS)
    });
    let noun = place.previous().is_some_and(|before| before.token().is_word() && !before.is_definite());
    by && noun && !place.token().has_conjunction()
}

/// The letters that pronouns of an object end in.
pub(super) const OBJECTS: [char; 2] = ['\u{647}', '\u{627}'];

/// A preposition that is a word of its own.
fn is_preposition(place: Cursor<'_>) -> bool {
    use Particle::{About, By, For, From, In, On, To};
    is_particle(place, [In, About, To, On, From, For, By])
}

/// A preposition that opens an adverbial: في بيان.
fn opens_adverbial(place: Cursor<'_>) -> bool {
    let inner = |word: Cue| word.shape == CueShape::According;
    is_preposition(place)
        || is_answer(place)
        || cue(place, inner).is_some()
        || place.token().has_proclitic() && !place.token().has_conjunction()
        || place.token().ends_in_tatweel()
        || place.page().quote(place.token().span).starts_with('\u{644}')
        || place.is_sign('(')
}

fn is_channel(place: Cursor<'_>) -> bool {
    place
        .sense(Class::SourceNoun, |sense| (sense == Sense::SourceNoun(SourceNoun::Channel)).then_some(()))
        .is_some()
}
