//! Whom a word for an event befell, behind it: at once, or behind its setting and its subject.

use super::acted::acted;
use super::near::{
    FAR, any_trigger, befits, begins_with_and, breaks, counts_people, has_preposition, is_bond, is_cue,
    is_governed, is_joined, is_quote, is_verb, past_attribution, spells, starting,
};
use super::parts::{chain, go_on};
use super::party::{person, phrase, unknown_number};
use super::person::at_once;
use super::told::Part;
use crate::extract::cursor::Cursor;
use crate::extract::rule::Found;
use crate::fact::{Named, Predicate, Quantity};
use crate::lexicon::{Bond, Class, Frame, Joint, Mood, Particle, Sense, Spelling, Trigger};
use crate::text::Kind;

/// Those whom it befell, and who did it where that stands between.
pub(super) struct Patient {
    pub(super) parts: Vec<Part>,
    pub(super) by: Option<Named>,
}

/// patient ::= quantities | person | (setting | doer)+ quantities
pub(super) fn patient(from: Cursor<'_>, trigger: Trigger) -> Option<Patient> {
    let from = past_restriction(past_pointing(from.here()?));
    let (from, asks) = past_preposition(past_mark(from), trigger)?;
    if asks {
        return behind(from, trigger);
    }
    counted(from, trigger)
        .or_else(|| unknown(from, trigger))
        .or_else(|| behind(from, trigger))
        .or_else(|| object(from, trigger))
        .or_else(|| at_once(from, trigger))
}

/// Of people a word for a seizure says that they are arrested: ضبط سبعة متهمين.
pub(super) fn taken(at: Cursor<'_>, predicate: Predicate, patient: &Patient) -> Predicate {
    let first = patient.parts.first().and_then(|part| starting(at.page(), part.tokens.0 as usize));
    let people = predicate == Predicate::Seized && first.is_some_and(|found| counts_people(&found.value));
    if people { Predicate::Captured } else { predicate }
}

/// Those whom it befell, as far as they stand right behind the word, or behind what belongs to it.
pub(super) fn direct(from: Cursor<'_>, trigger: Trigger) -> Option<Patient> {
    let free = !from.token().has_conjunction();
    counted(from, trigger)
        .or_else(|| unknown(from, trigger))
        .or_else(|| at_once(from, trigger))
        .filter(|_| free)
}

/// The quantities that begin here, or whose noun does: الإخوة الأربعة.
fn counted(from: Cursor<'_>, trigger: Trigger) -> Option<Patient> {
    let number = |next: &Cursor<'_>| {
        let found = starting(next.page(), next.index());
        found.is_some_and(|found| found.value.counted.is_some_and(|counted| counted.span == from.stem()))
    };
    let from = from.next().filter(number).unwrap_or(from);
    let glued = trigger.with.is_some_and(is_by);
    let parts = chain(from, trigger.predicate).filter(|_| glued || !has_preposition(from))?;
    Some(acted(from, trigger, &parts).unwrap_or(Patient { parts, by: None }))
}

/// Past what points back to an event, right before a number: قُتل خلالها 12.
fn past_pointing(at: Cursor<'_>) -> Cursor<'_> {
    let number = |next: &Cursor<'_>| starting(next.page(), next.index()).is_some();
    at.next().filter(|next| is_bond(at, Bond::Therein) && number(next)).unwrap_or(at)
}

/// Past إلا or سوى behind a verb that is denied, and past ما of ما بين and ما يقارب.
fn past_restriction(at: Cursor<'_>) -> Cursor<'_> {
    let restricts = at.means(Sense::Mood(Mood::Restrict));
    let bounds = |next: &Cursor<'_>| {
        at.means(Sense::Mood(Mood::NotAny)) && starting(next.page(), next.index()).is_some()
    };
    at.next().filter(|next| restricts || bounds(next)).unwrap_or(at)
}

/// Past a mark that opens right before a number: مقتل «18» حوثيا.
pub(super) fn past_mark(at: Cursor<'_>) -> Cursor<'_> {
    let opens = matches!(at.token().kind(), Kind::Sign('"' | '“' | '«' | '('));
    at.next()
        .filter(|next| opens && next.is_glued() && starting(at.page(), next.index()).is_some())
        .unwrap_or(at)
}

/// The preposition that is written onto its word.
fn is_by(word: &Spelling) -> bool {
    word.words == "ب"
}

/// Past the preposition that the verb asks for, if it stands here; and whether it is still asked for.
fn past_preposition(from: Cursor<'_>, trigger: Trigger) -> Option<(Cursor<'_>, bool)> {
    match trigger.with {
        Some(word) if spells(from, word) => Some((from.next()?, false)),
        Some(word) if is_by(word) && has_preposition(from) => Some((from, false)),
        with => Some((from, with.is_some())),
    }
}

/// عدد من المدنيين.
fn unknown(from: Cursor<'_>, trigger: Trigger) -> Option<Patient> {
    let end = unknown_number(from).filter(|_| trigger.predicate.is_of_people() && !has_preposition(from))?;
    let tokens = (from.index() as u32, end.index() as u32);
    let part = Part::plain(tokens.0, tokens.1).some().named(Some(phrase(from.page(), tokens)));
    Some(with_rest(from, part, trigger))
}

/// One person behind the doer: قتل الجنود طفلاً, قتل شرطي شاباً.
fn object(from: Cursor<'_>, trigger: Trigger) -> Option<Patient> {
    let active = matches!(trigger.frame, Frame::Either | Frame::Active) && tells_without_number(trigger);
    let body = from.is_definite() && from.is(Class::SourceNoun);
    let one = || !from.is_definite() && !is_accusative(from);
    let many = body || person(from).is_some_and(|(_, singular)| !singular || one());
    if !active || has_preposition(from) || !many && from.page().entity_at(from.index()).is_none() {
        return None;
    }
    let words = std::iter::successors(from.next(), |place| place.next()).take(4);
    let at = words
        .take_while(|at| at.token().is_word() && !at.token().has_proclitic())
        .find(|at| is_accusative(*at))?;
    let tokens = (at.index() as u32, at.index() as u32 + 1);
    let part = Part::plain(tokens.0, tokens.1).named(Some(phrase(at.page(), tokens))).one();
    Some(Patient { by: doer_of(from, at), ..with_rest(from, part, trigger) })
}

pub(super) fn is_accusative(at: Cursor<'_>) -> bool {
    let ends = at.token().has_tanwin() || at.page().quote(at.stem()).ends_with('ا');
    ends && person(at).is_some_and(|(_, singular)| singular)
}

/// What befalls people and is told of one without counting.
pub(super) fn tells_without_number(trigger: Trigger) -> bool {
    trigger.predicate.is_of_people() && trigger.predicate != Predicate::Sentenced
}

pub(super) fn with_rest(from: Cursor<'_>, part: Part, trigger: Trigger) -> Patient {
    let mut parts = vec![part];
    let end = parts[0].tokens.1 as usize;
    go_on(from, end, trigger.predicate, &mut parts);
    Patient { parts, by: None }
}

/// Quantities behind the setting (في قصف على الحي) or the doer (القوات الإسرائيلية) of a verb.
fn behind(from: Cursor<'_>, trigger: Trigger) -> Option<Patient> {
    let settled = (is_setting(from) || leaves(from, trigger))
        && !(trigger.is_counted() && trigger.frame == Frame::Masdar);
    let doer = !settled && takes_doer(from, trigger);
    if !settled && !doer {
        return None;
    }
    let mut at = from;
    for step in 0..FAR {
        if let Some(patient) = unknown(at, trigger).filter(|_| doer && at.token().has_tanwin()) {
            return Some(Patient { by: doer_of(from, at), ..patient });
        }
        if let Some(found) = starting(at.page(), at.index()) {
            let people = counts_people(&found.value);
            let unlisted = settled && found.value.counted.is_some_and(|counted| counted.class.is_none());
            let named =
                people == trigger.predicate.is_of_people() || people && takes_anything(trigger) || unlisted;
            let near =
                step < 4 || at.previous().is_some_and(|none_but| none_but.means(Sense::Mood(Mood::Restrict)));
            let elided = found.value.counted.is_none() && near && person(from).is_none();
            let fits = befits(trigger.predicate, &found.value)
                && (named || elided)
                && !is_annexed(at, found, trigger);
            if fits && !is_governed(at, trigger.with) && !is_joined(at) && is_asked(at, trigger) {
                let parts = chain(at, trigger.predicate)?;
                let counted_before =
                    found.value.counted.is_some_and(|c| c.span.start < found.span.start.max(at.stem().start));
                let by = (doer && !counted_before).then(|| doer_of(from, at)).flatten();
                return Some(Patient { parts, by });
            }
            at = at.at(found.end as usize)?;
            continue;
        }
        if let Some(behind) = past_attribution(at) {
            at = behind;
            continue;
        }
        if breaks(at)
            || goes_over(at)
            || is_verb(at)
            || is_cue(at) && step > 0
            || begins_relative(at)
            || trigger.is_counted() && is_penalty(at)
            || at.means(Sense::Particle(Particle::That))
            || is_done(at, trigger)
            || is_bond(at, Bond::Among)
            || trigger.is_counted() && is_quote(at)
        {
            return None;
        }
        let is_with = trigger.with.is_some_and(|word| spells(at, word));
        if !settled && !is_with && !doer_goes_on(from, at, trigger) {
            return None;
        }
        at = at.next()?;
    }
    None
}

/// فرّ من السجن عشرات النزلاء: whence they went.
fn leaves(from: Cursor<'_>, trigger: Trigger) -> bool {
    let goes = matches!(
        trigger.predicate,
        Predicate::Escaped
            | Predicate::Displaced
            | Predicate::Rescued
            | Predicate::Evacuated
            | Predicate::Withdrawn
    );
    goes && trigger.frame == Frame::Passive && from.is(Class::Of)
}

/// قضت المحكمة بسجن خمسة: those who bear it are not those who die.
fn is_penalty(at: Cursor<'_>) -> bool {
    any_trigger(at).is_some_and(|(trigger, _)| trigger.frame == Frame::Penalty)
}

/// Behind a comma و opens another clause, unless it joins what is counted.
fn goes_over(at: Cursor<'_>) -> bool {
    let opens = |next: Cursor<'_>| begins_with_and(next) && starting(next.page(), next.index()).is_none();
    at.is_sign('،') && at.next().is_some_and(opens)
}

/// في, بجروح, إثر, a time: a setting that may stand between a verb and its subject.
pub(super) fn is_setting(at: Cursor<'_>) -> bool {
    let word = |sense| {
        matches!(
            sense,
            Sense::Mood(Mood::Fact)
                | Sense::Bond(Bond::By | Bond::Near)
                | Sense::Particle(
                    Particle::Adverb
                        | Particle::In
                        | Particle::On
                        | Particle::About
                        | Particle::For
                        | Particle::To
                )
                | Sense::Joint(Joint::At | Joint::Spanning | Joint::OfThem)
        )
        .then_some(())
    };
    at.is(Class::In)
        || at.is(Class::Offset)
        || has_preposition(at)
        || at.token().has_tanwin()
        || at.is_sign('،')
        || at
            .sense(
                [
                    Class::About,
                    Class::Anaphor,
                    Class::Bond,
                    Class::DayLead,
                    Class::Joint,
                    Class::Mood,
                    Class::Particle,
                    Class::Several,
                    Class::Telling,
                ],
                word,
            )
            .is_some()
        || at.page().time_at(at.index()).is_some()
}

/// Whether the subject of a verb whose letters are of both voices, or the doer of a verbal noun, may stand here.
fn takes_doer(at: Cursor<'_>, trigger: Trigger) -> bool {
    matches!(trigger.frame, Frame::Either | Frame::Active | Frame::Masdar)
        && at.token().is_word()
        && !at.is(Class::Of)
        && !begins_relative(at)
}

/// The doer from `from` to before the quantity at `to`, as far as no setting begins.
pub(super) fn doer_of(from: Cursor<'_>, to: Cursor<'_>) -> Option<Named> {
    let mut end = from.index();
    while end < to.index() && end < from.index() + 6 {
        let at = Cursor::new(from.page(), end);
        if !at.token().is_word() && !is_quote(at) || end > from.index() && is_setting(at) {
            break;
        }
        end += 1;
    }
    let second = (from.index() + 1..end).any(|at| Cursor::new(from.page(), at).is_definite());
    let named = (from.index()..end).any(|at| from.page().entity_at(at).is_some());
    let one = person(from).is_some_and(|(_, singular)| singular);
    let doer = end > from.index()
        && (from.is_definite() || second || named || one)
        && !has_preposition(from)
        && !from.is(Class::Of);
    doer.then(|| phrase(from.page(), (from.index() as u32, end as u32)))
}

/// Whether the quantity at a place stands behind the preposition that the verb asks for.
fn is_asked(at: Cursor<'_>, trigger: Trigger) -> bool {
    trigger.with.is_none_or(|word| at.previous().is_some_and(|before| spells(before, word)))
}

/// Whether the doer may still be named at a place (فرق الإنقاذ): one person and the doer of a verbal noun have no setting.
fn doer_goes_on(from: Cursor<'_>, at: Cursor<'_>, trigger: Trigger) -> bool {
    let close = trigger.frame == Frame::Masdar || person(from).is_some_and(|(_, singular)| singular);
    let names = at.index() == from.index() + 1 && at.has_article() && !from.is_definite();
    let goes_on = |t: Trigger| t.frame == Frame::Event && !close || t.frame == Frame::Masdar && names;
    any_trigger(at).is_none_or(|(t, _)| goes_on(t))
        && !(close && (is_setting(at) || at.index() > from.index() + 4))
}

/// Whether a definite number belongs to the noun before it, which is the object: تدمير حل الدولتين.
fn is_annexed(at: Cursor<'_>, found: &Found<Quantity>, trigger: Trigger) -> bool {
    let whole = found.value.counted.is_some_and(|counted| counted.span == at.stem());
    let head = |before: Cursor<'_>| {
        before.token().is_word() && !before.is_definite() && any_trigger(before).is_none()
    };
    trigger.frame == Frame::Masdar && whole && at.is_definite() && at.previous().is_some_and(head)
}

/// ضبط and نشر have people and things behind them alike.
fn takes_anything(trigger: Trigger) -> bool {
    trigger.is_counted() && trigger.frame == Frame::Either && !trigger.predicate.is_of_people()
}

/// Whether another clause begins: شنتها, or على متنه of those whom a vessel carried, unless it is lost with them.
fn is_done(at: Cursor<'_>, trigger: Trigger) -> bool {
    let aboard = trigger.predicate != Predicate::Missing && at.means(Sense::Bond(Bond::Aboard));
    aboard || at.means(Sense::Bond(Bond::Done))
}

fn begins_relative(at: Cursor<'_>) -> bool {
    at.means(Sense::Particle(Particle::Relative))
}
