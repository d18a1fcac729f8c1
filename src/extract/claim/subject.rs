//! `claim/subject`: those whom a verb or state befell before it: سبعة مسلحين فروا, العشرات منهم طليقين.

use super::near::{
    befits, begins_with_and, breaks, covering, has_mood, has_preposition, is_bond, is_governed,
    is_marked_passive, is_nominal, is_quote, is_verb, starting, trigger,
};
use super::parts::{chain, go_on};
use super::party::{person, phrase};
use super::told::{Part, Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Found, Match, Rule};
use crate::fact::{Named, NounClass, Predicate, Quantity};
use crate::lexicon::{Bond, Class, ClassSet, Frame, Joint, Member, Mood, Particle, Sense, Trigger, Whom};

/// The frames of the words that it reads, but for what is marked.
const FRAMES: ClassSet = ClassSet::of(&[Class::Either, Class::Passive, Class::State, Class::Suffixed]);

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/subject",
    starts: ClassSet::TRIGGERS,
    takes: &[
        "قرابة ألفي أسرة نزحت",
        "عشرين سجيناً فروا",
        "‹خمسة عناصر، بينهم قيادي، قتلوا› أمس",
        "إن ‹13 مسلحاً حوثياً على الأقل قتلوا› أمس",
        "‹خمسة عناصر من بينهم قيادي، قتلوا› أمس",
        "لا يزال ‹العشرات منهم طليقين›",
        "كما لقي ‹شخص حتفه› في الحادث",
        "قالت الشرطة إن ‹إرهابياً قتل› في الاشتباكات",
        "إن ‹أحداً لم يصب› في الحادث",
        "لقي ‹ثلاثة أشخاص على الأقل مصرعهم›",
        "‹شقيقان اختطفهما› مسلحون",
        "‹15 شخصاً تم إنقاذهم› ليلاً",
        "‹سبعة جنود قد أسرتهم› الجماعة",
        "‹أكثر من مئتي عنصر من \"درع الشمال\" قُتلوا› أمس",
        "15 شخصاً ‹قُتلوا، بينهم سبعة أطفال›",
        "ثلاثة من أفراد العائلة قتلهم",
        "20 مواطناً تم القبض عليهم",
    ],
    leaves: &[
        "القبض على 8 من الفارين",
        "غارتين استهدفت إحداها تجمعا في دمشق",
        "ثلاثة منهم في مكمن استهدف قافلة في دمشق",
        "3 منازل أصيبت",
        "أربعة عمال تحت أنقاض معمل انهار سقفه",
        "إن رجلاً قتل زوجته",
        "في 3 أيام فروا",
        "31 تلميذاً في عملية قُتل خلالها 12 مسلحاً",
        "عشرة منهم قضوا أكثر من سنة في السجن",
    ],
    find,
};

/// Words of a name in marks.
const NAME: usize = 5;

/// How many words of the whole may stand between a number of some and a verb with their pronoun.
const WHOLE: usize = 3;

/// Words of anybody who is denied: أحداً من الحراس.
const ANYBODY: usize = 3;

/// How many tokens may stand between the quantity and the verb.
const GAP: usize = 5;

/// subject ::= quantity word* (verb-of-event | state)
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (event, end) = marked(at).or_else(|| trigger(at, FRAMES))?;
    if event.frame == Frame::Suffixed {
        return suffixed(at, end, event);
    }
    let is_verb = event.frame != Frame::State;
    if at.token().has_conjunction() || event.predicate == Predicate::Sentenced {
        return None;
    }
    let noun = event.frame == Frame::Either && is_nominal(at);
    if is_verb && (noun || has_preposition(at) || at.has_article())
        || !is_verb && event.predicate == Predicate::Hospitalised && !is_brought(at) && !is_still(at)
    {
        return None;
    }
    if !is_verb && at.has_article() {
        return None;
    }
    let takes_object = matches!(event.whom, Whom::Kin | Whom::Prisoners)
        || event.whom == Whom::Marked && marked(at).is_none();
    if event.is_counted() && (takes_object || event.predicate == Predicate::Killed && passes_time(end)) {
        return None;
    }
    let quantity = before(at, event.predicate).filter(|found| !strikes(event, &found.value));
    if is_verb && has_its_own(end, event.predicate) {
        return None;
    }
    let counted = quantity.and_then(|found| {
        let parts = chain(Cursor::new(at.page(), found.start as usize), event.predicate)?;
        Some(parts.into_iter().filter(|part| (part.tokens.1 as usize) <= at.index()).collect())
    });
    let mut parts: Vec<Part> = counted.or_else(|| Some(vec![one(at, event, end)?]))?;
    if names_parts(end) {
        go_on(at, end.index(), event.predicate, &mut parts);
    }
    let mut found = told(at, end, event.predicate, event.ahead, parts)?;
    found.value.ahead = event.ahead;
    Some(found)
}

/// What the marks of a verb say that it tells in the passive: فُقدوا.
fn marked(at: Cursor<'_>) -> Option<(Trigger, Cursor<'_>)> {
    let passive = |sense| match sense {
        Sense::Trigger(event) if event.whom == Whom::Marked => Some(event),
        _ => None,
    };
    let event = at.sense(ClassSet::TRIGGERS, passive).filter(|event| is_marked_passive(at, *event))?;
    Some((event, at.after()))
}

/// Those of whom the pronoun speaks, right before the verb or what brings it about: شقيقان اختطفهما, 15 شخصاً تم إنقاذهم.
fn suffixed(at: Cursor<'_>, end: Cursor<'_>, event: Trigger) -> Option<Match<Told>> {
    if at.token().has_conjunction() || has_preposition(at) {
        return None;
    }
    let carried = at.previous().filter(|verb| is_bond(*verb, Bond::CarriedOut));
    let first = if event.with.is_some() { carried? } else { at };
    let is_joint = |place: &Cursor<'_>| {
        place.means(Sense::Particle(Particle::Relative)) || place.means(Sense::Mood(Mood::Perhaps))
    };
    let last = first.previous()?;
    let last = Some(last).filter(is_joint).map_or(Some(last), Cursor::previous)?;
    let found = counted_before(last).filter(|found| befits(event.predicate, &found.value))?;
    let parts = chain(Cursor::new(at.page(), found.start as usize), event.predicate)?;
    let parts = parts.into_iter().filter(|part| (part.tokens.1 as usize) <= first.index()).collect();
    let mut told = told(at, end, event.predicate, event.ahead, parts)?;
    told.value.by = end.here().filter(|_| event.with.is_none()).and_then(doer_behind);
    Some(told)
}

/// The quantity that ends here, or before منهم, a second noun or the whole that its noun is of: ثلاثة منهم, 40 عسكرياً ومدنياً,
/// ثلاثة من أفراد العائلة.
fn counted_before(last: Cursor<'_>) -> Option<&Found<Quantity>> {
    let second = |place: Cursor<'_>| begins_with_and(place) && person(place).is_some();
    let belongs = |place: &Cursor<'_>| {
        place.means(Sense::Joint(Joint::OfThem))
            || (place.is_definite() || second(*place)) && !has_preposition(*place)
    };
    let back =
        std::iter::successors(Some(last), |place| Some(*place).filter(belongs).and_then(Cursor::previous));
    back.take(WHOLE).find_map(|place| covering(last.page(), place.index()))
}

/// Who did it, right behind the verb.
fn doer_behind(doer: Cursor<'_>) -> Option<Named> {
    let actor = doer.page().entity_at(doer.index()).map(|found| found.end);
    let one = || person(doer).filter(|_| !has_preposition(doer)).map(|_| doer.index() as u32 + 1);
    Some(phrase(doer.page(), (doer.index() as u32, actor.or_else(one)?)))
}

/// Whether those whom the verb befell stand behind it, at once or behind what points back: عملية قُتل خلالها 12 مسلحاً.
pub(super) fn has_its_own(end: Cursor<'_>, predicate: Predicate) -> bool {
    let own = |place: Cursor<'_>| {
        starting(place.page(), place.index()).is_some_and(|found| befits(predicate, &found.value))
    };
    let Some(next) = end.here().filter(|next| !next.token().has_proclitic()) else { return false };
    own(next) || is_bond(next, Bond::Therein) && next.next().is_some_and(own)
}

/// Whether some of those who stand before the verb are named behind it: لقوا حتفهم، بينهم سبعة أطفال.
fn names_parts(end: Cursor<'_>) -> bool {
    let first = end.here().and_then(|next| if next.is_sign('،') { next.next() } else { Some(next) });
    first.is_some_and(begins_part)
}

/// How many tokens behind the verb the time that is passed may begin.
const PASSED: u32 = 3;

/// عشرة منهم قضوا أكثر من سنة: who passed their time somewhere did not die.
fn passes_time(end: Cursor<'_>) -> bool {
    let from = end.index() as u32;
    let first = end.page().times.partition_point(|time| time.start < from);
    end.page().times[first..]
        .iter()
        .take_while(|time| time.start < from + PASSED)
        .any(|time| time.value.is_length())
}

/// One person right before the verb or state, or anybody of whom it is denied: لقي شخص حتفه, أن إرهابياً قتل, أحداً لم يصب.
fn one(at: Cursor<'_>, event: Trigger, end: Cursor<'_>) -> Option<Part> {
    let who = at.previous().filter(|_| event.predicate.is_of_people())?;
    let denied = who.means(Sense::Mood(Mood::Not)).then(|| who.previous()).flatten();
    let anybody = |who: &Cursor<'_>| is_bond(*who, Bond::Any);
    let mut named = std::iter::successors(denied, |place| place.previous()).take(ANYBODY);
    if let Some(anybody) = named.find(anybody) {
        let index = anybody.index() as u32;
        return Some(Part { is_any: true, is_nobody: true, ..Part::plain(index, index + 1) });
    }
    let who = if who.token().is_word() { who } else { who.previous()? };
    let singular = person(who).is_some_and(|(_, singular)| singular) && !who.is_definite();
    let stands =
        if event.frame == Frame::State { opens_state(who) } else { is_topic(who) && has_no_object(end) };
    let index = who.index() as u32;
    let part = Part::plain(index, index + 1).named(Some(phrase(at.page(), (index, index + 1)))).one();
    (singular && stands && !has_preposition(who)).then_some(part)
}

/// Whether a verb stands right before the person: لقي شخص حتفه.
fn opens_state(who: Cursor<'_>) -> bool {
    who.previous().is_some_and(|verb| verb.token().is_word() && !is_governed(who, None))
}

/// Whether أن puts the person before its verb, marks aside.
fn is_topic(who: Cursor<'_>) -> bool {
    let that = |place: Cursor<'_>| place.means(Sense::Particle(Particle::That));
    let before = who.previous();
    before.is_some_and(|place| that(place) || !place.token().is_word() && place.previous().is_some_and(that))
}

/// Whether nothing that it could have done it to stands behind the verb.
fn has_no_object(end: Cursor<'_>) -> bool {
    end.here().is_none_or(|next| !next.token().is_word() || next.is(Class::In) || has_preposition(next))
}

/// Raids that hit something are not what was hit (غارتان استهدفتا تجمعا), nor are people what fell to ruins.
fn strikes(event: Trigger, quantity: &Quantity) -> bool {
    let class = quantity.counted.and_then(|counted| counted.class);
    let events = class == Some(NounClass::Event) && event.frame == Frame::Either;
    let people = matches!(event.predicate, Predicate::Bombed | Predicate::Destroyed | Predicate::Seized)
        && class.is_none_or(|class| class == NounClass::Person);
    !event.predicate.is_of_people() && (events || people)
}

/// The nearest quantity before a verb in its clause.
pub(super) fn before(at: Cursor<'_>, predicate: Predicate) -> Option<&Found<Quantity>> {
    let mut place = past_parts(before_verb(at)?)?;
    for _ in 0..=GAP {
        if let Some(found) = covering(place.page(), place.index()) {
            let first = Cursor::new(at.page(), found.start as usize);
            let fits = befits(predicate, &found.value) && !is_object(first);
            return fits.then_some(found);
        }
        if breaks(place) || is_verb(place) && !has_mood(place, Mood::Able) || is_joined_word(place) {
            return None;
        }
        if place.is(Class::Offset)
            || place.is(Class::In) && !predicate.is_of_people()
            || is_bond(place, Bond::Aboard)
            || has_mood(place, Mood::Fact)
                && !place.is(Class::Tense)
                && !place.means(Sense::Particle(Particle::Relative))
        {
            return None;
        }
        place = before_marks(place).unwrap_or(place).previous()?;
    }
    None
}

/// The mark that opens the name that closes here: مئتي عنصر من "قوات الشمال" قُتلوا.
fn before_marks(close: Cursor<'_>) -> Option<Cursor<'_>> {
    let inside = std::iter::successors(close.previous().filter(|_| is_quote(close)), |at| at.previous());
    inside.take(NAME).find(|at| is_quote(*at))
}

/// The token before the word for the event, or before the verb of its state, where a comma is there: ، لقوا حتفهم; and
/// before the mark that closes what is counted: «200 شخص» قضوا.
fn before_verb(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let before = at.previous()?;
    let marked = before.previous().filter(|last| is_quote(before) && before.is_glued() && counts(*last));
    if marked.is_some() {
        return marked;
    }
    let comma = || before.previous().filter(|sign| sign.is_sign('،'));
    let state = trigger(at, Class::State).is_some();
    Some(comma().filter(|_| state && before.token().is_word()).unwrap_or(before))
}

/// Whether the token is the last of a quantity.
fn counts(last: Cursor<'_>) -> bool {
    covering(last.page(), last.index()).is_some_and(|found| found.end as usize == last.index() + 1)
}

/// Before the parts that commas set off: خمسة عناصر، بينهم قيادي، قتلوا.
fn past_parts(at: Cursor<'_>) -> Option<Cursor<'_>> {
    if !at.is_sign('،') {
        return Some(at);
    }
    let mut words = std::iter::successors(at.previous(), |place| place.previous()).take(2 * GAP);
    let part = words.find(|place| begins_part(*place) || breaks(*place));
    let part = part.filter(|place| begins_part(*place)).and_then(Cursor::previous);
    let open = part.map(|before| if before.is_sign('،') { before.previous() } else { Some(before) });
    open.unwrap_or(Some(at))
}

/// Whether بينهم or من بينهم begins here.
fn begins_part(at: Cursor<'_>) -> bool {
    let part = at.term(Class::Member).is_some_and(|(sense, _)| sense == Sense::Member(Member::Part));
    part && !at.previous().is_some_and(|of| of.is(Class::Of))
}

/// لا يزال 27 منهم في المستشفيات: whether a word tells before the number that they still are so.
fn is_still(at: Cursor<'_>) -> bool {
    let before = std::iter::successors(at.previous(), |place| place.previous()).take(2 * GAP);
    let mut words = before.take_while(|place| !breaks(*place));
    words.any(|place| is_bond(place, Bond::Still))
}

/// Whether somebody is said to be brought (نقل) before إلى المستشفى.
fn is_brought(at: Cursor<'_>) -> bool {
    let brought = |place: &Cursor<'_>| place.means(Sense::Bond(Bond::Brought));
    std::iter::successors(Some(at), |place| place.previous()).take(2 * GAP).any(|place| brought(&place))
}

fn is_joined_word(at: Cursor<'_>) -> bool {
    at.token().has_conjunction() || at.is_sign('،') || at.term(Class::Clause).is_some()
}

/// Behind في, من and the like the quantity is no subject.
fn is_object(first: Cursor<'_>) -> bool {
    is_governed(first, None)
        && !first.previous().is_some_and(|p| p.term(Class::Member).is_some() || p.is(Class::NoNoun))
}
