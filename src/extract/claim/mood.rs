//! Whether what a word tells is so, and whether as a fact: what governs it in its clause.
//!
//! A particle (لم، لن، قد) governs the verb right behind it; where that verb only brings about or tells what follows
//! (لم يسفر عن), it governs that too. Other words (نفى، حاول، دون، يخشى) govern whatever follows in their clause, until a
//! verb of another clause, a word that tells facts (بعد) or a relative. Over a word of saying only a denial of what is
//! said reaches (نفى صحة رسالة تزعم وفاة ستة).

use super::near::{begins_with_and, breaks, covering, is_bond, is_cue, is_verb, trigger};
use crate::extract::cursor::Cursor;
use crate::fact::{Modality, Polarity};
use crate::lexicon::{Bond, Class, ClassSet, Member, Mood, Particle, Sense, Takes};

/// How many tokens back a governing word is looked for.
const REACH: usize = 24;
/// How far بلا and دون reach.
const WITHOUT_REACH: usize = 5;

/// What a governing word makes of what it governs.
type Reading = (Polarity, Modality);

const PLAIN: Reading = (Polarity::Affirmed, Modality::Asserted);

const AHEAD: Reading = (Polarity::Affirmed, Modality::Planned);

/// What the word itself makes of its event: سيقتل, هجمات محتملة.
fn own(at: Cursor<'_>, ahead: bool) -> Reading {
    if ahead {
        AHEAD
    } else if is_doubted(at) {
        (Polarity::Affirmed, Modality::Possible)
    } else {
        PLAIN
    }
}

/// Whether an adjective behind a noun for an event doubts it: هجمات محتملة, هجوم إرهابي محتمل.
fn is_doubted(at: Cursor<'_>) -> bool {
    let Some((_, end)) = trigger(at, Class::Event) else { return false };
    let behind = std::iter::successors(end.here(), |place| place.next()).take(2);
    let mut words = behind.take_while(|place| place.token().is_word() && !place.token().has_proclitic());
    words.any(|place| place.means(Sense::Mood(Mood::Possible)) && looks_like_participle(place))
}

/// Whether a word has the first letter of participles, as such adjectives do.
fn looks_like_participle(at: Cursor<'_>) -> bool {
    at.page().quote(at.stem()).starts_with('\u{645}')
}

/// Whether على أن stands before a verb of the present, of which it makes what was agreed.
fn is_condition(before: Cursor<'_>, verb: Cursor<'_>) -> bool {
    let on = |place: Cursor<'_>| place.means(Sense::Particle(Particle::On));
    before.means(Sense::Particle(Particle::That)) && before.previous().is_some_and(on) && is_present(verb)
}

/// The reading of the word for an event at a place.
pub(super) fn of(at: Cursor<'_>, ahead: bool) -> Reading {
    let own = own(at, ahead);
    let Some(before) = at.previous() else { return own };
    if before.means(Sense::Mood(Mood::Restrict)) {
        return own;
    }
    if let Some(reading) = particle(before, at) {
        return restricted(at, reading);
    }
    if is_condition(before, at) {
        return AHEAD;
    }
    if at.token().has_conjunction() && (is_verb(at) || trigger(at, Class::Split).is_some()) {
        return own;
    }
    let reading = governed(at, before);
    if reading == PLAIN { own } else { restricted(at, reading) }
}

/// What a particle right before a verb makes of it.
fn particle(at: Cursor<'_>, verb: Cursor<'_>) -> Option<Reading> {
    at.sense(Class::Mood, |sense| match sense {
        Sense::Mood(Mood::NotAny) if is_of_anybody(verb) => Some((Polarity::Negated, Modality::Asserted)),
        Sense::Mood(Mood::Not) => Some((Polarity::Negated, Modality::Asserted)),
        Sense::Mood(Mood::NotAhead) => Some((Polarity::Negated, Modality::Planned)),
        Sense::Mood(Mood::Perhaps) => Some(perhaps(verb)).filter(|reading| *reading != PLAIN),
        _ => None,
    })
}

/// Whether anybody at all is the subject of a verb, or none but some are: ما اعتقل أحد, ما أصيب إلا ثلاثة.
fn is_of_anybody(verb: Cursor<'_>) -> bool {
    let anybody = |next: Cursor<'_>| is_bond(next, Bond::Any) || next.means(Sense::Mood(Mood::Restrict));
    verb.next().is_some_and(anybody)
}

/// قد before a verb of the present doubts it; before one of the past it is as good as nothing.
fn perhaps(verb: Cursor<'_>) -> Reading {
    if is_present(verb) { (Polarity::Affirmed, Modality::Possible) } else { PLAIN }
}

/// Whether a verb begins as the present does and does not end as a past.
pub(super) fn is_present(verb: Cursor<'_>) -> bool {
    let word = verb.page().quote(verb.stem());
    let bare = crate::text::fold(word);
    let past = verb.sense(Class::Mood, |s| matches!(s, Sense::Mood(Mood::Able)).then_some(())).is_some();
    !past && !bare.ends_with('ت') && bare.starts_with(['ي', 'ت', 'ن'])
}

/// What the words before a place, back to the start of its clause, make of it.
fn governed(at: Cursor<'_>, before: Cursor<'_>) -> Reading {
    let (mut place, mut next) = (before, None);
    let mut heard = Heard::default();
    for step in 0..REACH {
        let mood =
            mood_at(place).map(|(mood, _)| mood).filter(|_| covering(place.page(), place.index()).is_none());
        match mood.map_or(Step::Goes, |mood| reading(mood, place, at, step, next)) {
            Step::Is(reading) if heard.lets(mood) => return reading,
            Step::Is(_) | Step::Ends => break,
            Step::Goes => {}
        }
        if ends_clause(place, next, at) || is_verb(place) || !heard.pass(place, mood) {
            break;
        }
        next = Some(place);
        let Some(previous) = place.previous() else { break };
        place = previous;
    }
    PLAIN
}

/// What has been passed on the way back that others say: نفى صحة ما نقلته وكالة عن مقتل خمسة.
#[derive(Default)]
struct Heard {
    /// A word of saying stands between.
    told: bool,
    /// So does a word for what is said, which can be denied.
    report: bool,
}

impl Heard {
    /// Whether a word of that mood reaches over what has been passed.
    fn lets(&self, mood: Option<Mood>) -> bool {
        !self.told || self.report && mood == Some(Mood::Deny)
    }

    /// Goes on over the word at a place, unless it begins another clause.
    fn pass(&mut self, place: Cursor<'_>, mood: Option<Mood>) -> bool {
        self.report |= self.told && matches!(mood, Some(Mood::Report | Mood::NotAny));
        let cue = mood.is_none() && is_cue(place) && !is_request(place);
        self.told |= cue;
        !cue || !place.token().has_conjunction()
    }
}

/// Whether a word for asking stands here as a noun: رفضت طلبا بالإفراج.
fn is_request(at: Cursor<'_>) -> bool {
    let asks = |sense| matches!(sense, Sense::Cue(cue) if cue.takes.has(Takes::INDEED)).then_some(());
    !at.token().has_conjunction()
        && at.sense(ClassSet::CUES, asks).is_some()
        && !at.previous().is_some_and(is_indeed)
}

fn is_indeed(at: Cursor<'_>) -> bool {
    at.means(Sense::Particle(Particle::Indeed))
}

/// How many tokens before a word of failing or preventing another that denies it may stand.
const UNDONE: usize = 5;

/// Whether a failing or preventing is denied or fails itself, so that the event came about: فشل في منع, لم يفعل شيئا لمنع.
fn is_undone(at: Cursor<'_>) -> bool {
    if begins_with_and(at) {
        return false;
    }
    let before = std::iter::successors(at.previous(), |place| place.previous()).take(UNDONE);
    let mut near = before.take_while(|place| place.token().is_word() && !breaks(*place));
    let denies = |place: Cursor<'_>| {
        mood_at(place).is_some_and(|(mood, _)| matches!(mood, Mood::Not | Mood::NotAhead | Mood::Failed))
    };
    near.any(denies)
}

/// Whether the clause of `at` begins behind the token at a place: at its sign, or at a comma behind which و opens
/// something else than the event itself.
fn ends_clause(place: Cursor<'_>, next: Option<Cursor<'_>>, at: Cursor<'_>) -> bool {
    let opens = |next: Cursor<'_>| next.index() != at.index() && begins_with_and(next);
    breaks(place) || place.is_sign('،') && next.is_some_and(opens)
}

/// The mood of the word or phrase that begins at a place.
fn mood_at(at: Cursor<'_>) -> Option<(Mood, Cursor<'_>)> {
    match at.term(Class::Mood)? {
        (Sense::Mood(mood), end) => Some((mood, end)),
        _ => None,
    }
}

/// What going back over a governing word comes to.
enum Step {
    Is(Reading),
    Ends,
    Goes,
}

/// The effect of a mood at `place`, `step` tokens before the word at `at`; `next` is the token behind it.
fn reading(mood: Mood, place: Cursor<'_>, at: Cursor<'_>, step: usize, next: Option<Cursor<'_>>) -> Step {
    let carried = next.is_some_and(|verb| verb.means(Sense::Mood(Mood::Carry)) || is_link(verb));
    let affirmed = |modality| Step::Is((Polarity::Affirmed, modality));
    let negated = |modality| Step::Is((Polarity::Negated, modality));
    match mood {
        Mood::Not if carried => negated(Modality::Asserted),
        Mood::NotAhead if carried => negated(Modality::Planned),
        Mood::Perhaps if carried => Step::Is(next.map_or(PLAIN, perhaps)),
        Mood::Deny | Mood::Nothing => negated(Modality::Asserted),
        Mood::Failed if is_undone(place) => Step::Ends,
        Mood::Failed => negated(Modality::Attempted),
        Mood::Attempted => affirmed(Modality::Attempted),
        Mood::Planned => affirmed(Modality::Planned),
        Mood::Possible => affirmed(Modality::Possible),
        Mood::Without if step < WITHOUT_REACH && reaches(at, next) && !next.is_some_and(is_age) => {
            negated(Modality::Asserted)
        }
        Mood::Fact if !is_verb(at) || place.means(Sense::Tense(crate::lexicon::Tense::Back)) => Step::Ends,
        _ => Step::Goes,
    }
}

/// دون reaches a verb by أن alone: of طائرة بدون طيار هاجمت it is an attribute.
fn reaches(at: Cursor<'_>, next: Option<Cursor<'_>>) -> bool {
    !is_verb(at) || next.is_some_and(|next| next.means(Sense::Particle(Particle::That)))
}

/// دون سن الخامسة, دون الثامنة عشرة: below an age, not without.
fn is_age(next: Cursor<'_>) -> bool {
    next.means(Sense::Member(Member::Aged)) || next.numeral().is_some()
}

fn is_link(at: Cursor<'_>) -> bool {
    at.is(Class::Toll)
}

/// سوى behind a negation takes it back.
fn restricted(at: Cursor<'_>, reading: Reading) -> Reading {
    if reading.0 == Polarity::Affirmed {
        return reading;
    }
    let mut place = at.next();
    for _ in 0..6 {
        let Some(word) = place else { break };
        if word.means(Sense::Mood(Mood::Restrict)) {
            return (Polarity::Affirmed, reading.1);
        }
        if breaks(word) {
            break;
        }
        place = word.next();
    }
    reading
}
