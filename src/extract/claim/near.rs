//! What stands near a word for an event: quantities by the tokens where they begin or end, and where a clause stops.

use crate::extract::cursor::Cursor;
use crate::extract::page::Page;
use crate::extract::rule::Found;
use crate::fact::{NounClass, Predicate, Quantity, Rank};
use crate::lexicon::{
    Bond, Class, ClassSet, Frame, Functions, Joint, Mood, Particle, Sense, Spelling, Trigger,
};
use crate::text::{Key, Kind, fold, is_and};

/// How many tokens a rule looks ahead or back for what belongs to a word.
pub(super) const FAR: usize = 14;

/// The word for an event at a place, of one of those frames, and the place after it.
pub(super) fn trigger(at: Cursor<'_>, frames: impl Into<ClassSet>) -> Option<(Trigger, Cursor<'_>)> {
    let frames = frames.into();
    if !at.classes().meets(frames) {
        return None;
    }
    let pick = |sense: Sense| match sense {
        Sense::Trigger(trigger) if frames.has(trigger.frame.class()) => Some(trigger),
        _ => None,
    };
    if !at.page().opens_phrase(at.index()) {
        return at.sense(ClassSet::TRIGGERS, pick).map(|trigger| (trigger, at.after()));
    }
    let (sense, end) = at.term(ClassSet::TRIGGERS).filter(|_| at.phrase(Class::Trap).is_none())?;
    if end.index() > at.index() + 1 {
        return pick(sense).map(|trigger| (trigger, end));
    }
    at.sense(ClassSet::TRIGGERS, pick).map(|trigger| (trigger, end))
}

/// Whether its marks say that a verb of the past is passive: أُوقف, اقتُحم.
pub(super) fn is_marked_passive(at: Cursor<'_>, verb: Trigger) -> bool {
    let word = at.page().quote(at.stem());
    let mark = word.find('\u{64F}');
    let past = !verb.ahead && !word.starts_with(['ي', 'ت']);
    past && mark.is_some_and(|mark| word[mark..].chars().count() > 2)
}

/// Whether the word at a place says that, by one of its meanings.
pub(super) fn says(at: Cursor<'_>, predicate: Predicate) -> bool {
    at.sense(ClassSet::TRIGGERS, |sense| {
        matches!(sense, Sense::Trigger(t) if t.predicate == predicate).then_some(())
    })
    .is_some()
}

/// The frames that say it by themselves.
const ANY: ClassSet = ClassSet::TRIGGERS.without(ClassSet::of(&[Class::Split]));

/// The word for an event at a place, of any frame that says it by itself.
pub(super) fn any_trigger(at: Cursor<'_>) -> Option<(Trigger, Cursor<'_>)> {
    trigger(at, ANY)
}

/// The quantity that begins at the token `at`.
pub(super) fn starting<'a>(page: &'a Page<'_>, at: usize) -> Option<&'a Found<Quantity>> {
    page.quantity_at(at).filter(|found| !is_of_time(page, found))
}

/// The quantity that the token `at` stands in.
pub(super) fn covering<'a>(page: &'a Page<'_>, at: usize) -> Option<&'a Found<Quantity>> {
    let after = page.quantities.partition_point(|found| found.start as usize <= at);
    let found = &page.quantities[after.checked_sub(1)?];
    (found.end as usize > at && !is_of_time(page, found)).then_some(found)
}

/// The quantity that counts the noun at a place, with its number before the noun or behind it: 40 قتيلاً, شهيد واحد.
pub(super) fn counting(at: Cursor<'_>) -> Option<&Found<Quantity>> {
    let behind = || {
        starting(at.page(), at.index() + 1)
            .filter(|found| found.value.counted.is_some_and(|c| c.span == at.stem()))
    };
    covering(at.page(), at.index()).or_else(behind)
}

/// The tokens of the sentence around a place, as far as a word there can still be said of it.
pub(super) fn around(at: Cursor<'_>) -> std::ops::Range<usize> {
    const REACH: usize = 60;
    let sentence = at.page().sentence(at.index());
    sentence.start.max(at.index().saturating_sub(REACH))..sentence.end.min(at.index() + REACH)
}

/// Whether a time takes the quantity's numeral: 18 شهرا.
fn is_of_time(page: &Page<'_>, found: &Found<Quantity>) -> bool {
    let after = page.times.partition_point(|time| time.end <= found.start);
    page.times.get(after).is_some_and(|time| time.start < found.end)
}

/// Whether a quantity counts what the predicate befalls: people, or what is left unsaid. What is seized or destroyed
/// is measured too, and what is deployed is people and their arms.
pub(super) fn befits(predicate: Predicate, quantity: &Quantity) -> bool {
    let class = quantity.counted.map(|counted| counted.class);
    let is_measured = matches!(predicate, Predicate::Destroyed | Predicate::Seized);
    let is_force = predicate == Predicate::Deployed;
    quantity.rank == Rank::Cardinal
        && !(class.is_none() && looks_like_year(quantity))
        && match class {
            Some(Some(NounClass::Money)) if predicate == Predicate::Seized => true,
            Some(Some(NounClass::Measure)) if is_measured => true,
            Some(Some(NounClass::Person | NounClass::Vehicle | NounClass::Weapon)) if is_force => true,
            _ if is_force => false,
            None | Some(None | Some(NounClass::Person)) => true,
            Some(Some(NounClass::Money | NounClass::Measure)) => false,
            Some(Some(_)) => !predicate.is_of_people(),
        }
}

/// Alone, 1967 is a year as well as a number, and no count is read from it.
fn looks_like_year(quantity: &Quantity) -> bool {
    let number = quantity.count.number.and_then(crate::number::Number::integer);
    quantity.hedge.is_none() && number.is_some_and(|number| (1900..2100).contains(&number))
}

/// Whether it counts people by name.
pub(super) fn counts_people(quantity: &Quantity) -> bool {
    quantity.counted.is_some_and(|counted| counted.class == Some(NounClass::Person))
}

/// Small words behind which a noun is governed.
const LEADING: Functions = Functions::any_of(&[
    Sense::Particle(Particle::In),
    Sense::Particle(Particle::On),
    Sense::Particle(Particle::About),
    Sense::Particle(Particle::To),
    Sense::Joint(Joint::At),
    Sense::Joint(Joint::Spanning),
    Sense::Joint(Joint::To),
]);

/// Whether a preposition governs the word at a place, other than `allowed`.
pub(super) fn is_governed(at: Cursor<'_>, allowed: Option<&Spelling>) -> bool {
    if has_preposition(at) {
        return true;
    }
    let Some(before) = at.previous() else { return false };
    if allowed.is_some_and(|word| spells(before, word)) {
        return false;
    }
    if before.means(Sense::Joint(Joint::OfThem)) {
        return false;
    }
    let stands =
        [Class::In, Class::To, Class::Of, Class::Offset, Class::Between, Class::Member, Class::NoNoun]
            .into_iter()
            .any(|class| before.term(class).is_some());
    stands && !is_adjective(before) || before.functions().meets(LEADING) || is_loose_preposition(before)
}

/// قوات خاصة: an adjective of a body with the letters of an adverb.
fn is_adjective(at: Cursor<'_>) -> bool {
    let feminine = at.page().quote(at.token().span).ends_with('ة') && !has_preposition(at);
    feminine && at.previous().is_some_and(|noun| noun.is(Class::SourceNoun) && !noun.is_definite())
}

/// Whether the letters of a verb stand here for its noun: behind a preposition or a word such as إثر; those of
/// a plural are no noun's.
pub(super) fn is_nominal(at: Cursor<'_>) -> bool {
    let before_verbs = |before: Cursor<'_>| {
        before.means(Sense::Particle(Particle::Indeed))
            || before.means(Sense::Mood(Mood::Not))
            || before.means(Sense::Mood(Mood::NotAhead))
    };
    if at.previous().is_some_and(before_verbs) {
        return false;
    }
    let fact = |before: Cursor<'_>| before.means(Sense::Mood(Mood::Fact)) && !before.is(Class::Tense);
    (is_governed(at, None) || at.previous().is_some_and(fact))
        && !fold(at.page().quote(at.stem())).ends_with("وا")
}

/// Whether ب, ل or ك is written onto the word: there is more before its stem than a conjunction.
pub(super) fn has_preposition(at: Cursor<'_>) -> bool {
    let token = at.token();
    let letters = at.page().text[token.span.range().start..token.stem().range().start].chars().count();
    letters > usize::from(token.has_conjunction())
}

/// بـ and its like.
const LOOSE: Functions =
    Functions::any_of(&[Sense::Bond(Bond::By), Sense::Bond(Bond::Near), Sense::Bond(Bond::Among)]);

/// A preposition of one letter that stands alone before digits: بـ, and a word of a bond.
fn is_loose_preposition(at: Cursor<'_>) -> bool {
    at.functions().meets(LOOSE) || at.token().ends_in_tatweel()
}

/// Whether the word at a place is `word`, clitics left aside.
pub(super) fn spells(at: Cursor<'_>, word: &Spelling) -> bool {
    at.token().is_word() && Key::of(at.page().quote(at.stem())) == Some(word.first)
}

/// Whether a clause or sentence ends before the token at the place, as far as signs and words of clauses say.
pub(super) fn breaks(at: Cursor<'_>) -> bool {
    matches!(at.token().kind(), Kind::Sign('.' | '!' | '?' | '؟' | '؛' | ';' | ':' | '…'))
        && !is_in_number(at)
        || at.term(Class::Clause).is_some()
}

/// The letter of the conjunction, with its presentation forms.
const AND: [char; 3] = ['و', '\u{FEED}', '\u{FEEE}'];

/// Whether a word begins with و, known behind it or not.
pub(super) fn begins_with_and(at: Cursor<'_>) -> bool {
    at.token().has_conjunction() || at.page().quote(at.token().span).starts_with(AND)
}

/// Whether a word of saying stands here.
pub(super) fn is_cue(at: Cursor<'_>) -> bool {
    at.term(ClassSet::CUES).is_some()
}

/// The second comma of those that close an attribution in: القتلى، وفقاً للمرصد، إلى.
pub(super) fn past_attribution(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let cue = at.next().filter(|next| at.is_sign('،') && is_cue(*next))?;
    let ahead = std::iter::successors(cue.next(), |place| place.next()).take(FAR);
    ahead.take_while(|place| !breaks(*place)).find(|place| place.is_sign('،'))?.next()
}

/// Whether و joins the word at a place to what stands before it, written onto it or alone before a number.
pub(super) fn is_joined(at: Cursor<'_>) -> bool {
    let alone =
        |before: Cursor<'_>| before.token().is_word() && is_and(before.page().quote(before.token().span));
    let open = |before: &Cursor<'_>| matches!(before.token().kind(), Kind::Sign('(' | '«' | '"' | '“'));
    let before =
        at.previous().map(|before| Some(before).filter(open).and_then(Cursor::previous).unwrap_or(before));
    at.token().has_conjunction() || before.is_some_and(alone)
}

/// Whether a quotation mark stands here.
pub(super) fn is_quote(at: Cursor<'_>) -> bool {
    matches!(at.token().kind(), Kind::Sign('"' | '“' | '”' | '«' | '»'))
}

/// A sign between two glued numbers ends nothing.
fn is_in_number(at: Cursor<'_>) -> bool {
    at.is_glued() && at.next().is_some_and(|next| next.is_glued() && next.token().is_digits())
}

/// Whether a finite verb for an event stands here, or a word of saying: another clause begins.
pub(super) fn is_verb(at: Cursor<'_>) -> bool {
    any_trigger(at).is_some_and(|(trigger, _)| {
        let verb = matches!(trigger.frame, Frame::Either | Frame::Active | Frame::Passive);
        let noun = trigger.frame == Frame::Either && is_nominal(at);
        verb && !(noun || at.has_article() || has_preposition(at))
    })
}

/// Whether the token has that mood.
#[inline]
pub(super) fn has_mood(at: Cursor<'_>, mood: Mood) -> bool {
    at.means(Sense::Mood(mood))
}

/// Whether the token is that bond.
#[inline]
pub(super) fn is_bond(at: Cursor<'_>, bond: Bond) -> bool {
    let wanted = Sense::Bond(bond);
    at.term(wanted.class()).is_some_and(|(sense, _)| sense == wanted)
}
