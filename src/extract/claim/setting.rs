//! Where, when and on whose word: the place, time and source that stand nearest to an event.

use super::near::{has_mood, is_bond, is_cue};
use crate::extract::cursor::Cursor;
use crate::extract::page::Page;
use crate::extract::rule::Found;
use crate::extract::time::Draft;
use crate::fact::{Entity, EntityKind, Kind, Link, Named, Source, Stance};
use crate::lexicon::{Bond, Class, ClassSet, CueShape, Frame, Joint, Mood, Particle, Sense};
use crate::span::Span;

/// How many sources, places and times on either side are looked at.
const MANY: usize = 24;

/// How many tokens behind an event a word that begins another clause is looked for.
const REACH: usize = 40;

/// The place: the nearest behind the tokens in their clause, or else before them.
pub(super) fn place(page: &Page<'_>, tokens: (u32, u32)) -> Option<Named> {
    let sentence = page.sentence(tokens.0 as usize);
    let first = page.entities.partition_point(|e| (e.start as usize) < sentence.start);
    let within = page.entities[first..].iter().take(MANY).take_while(|e| (e.start as usize) < sentence.end);
    let places: Vec<_> = within.filter(|e| e.value.kind == EntityKind::Place).collect();
    let end = clause_end(page, tokens.1 as usize, sentence.end);
    let fits = |e: &Found<Entity>| is_near(page, e) && !is_of_source(page, e.span);
    let behind = places.iter().find(|e| e.start >= tokens.0 && (e.start as usize) < end && fits(e));
    let before = || places.iter().rev().find(|e| e.start < tokens.0 && fits(e));
    let found = behind.or_else(before)?;
    Some(Named { span: found.span, entity: Some(found.value.id.clone()) })
}

/// Whether a preposition of place, or the head of a place that one governs, stands before the entity, and no word that
/// makes it the doer (شنتها) nearer.
fn is_near(page: &Page<'_>, entity: &Found<Entity>) -> bool {
    let start = entity.start as usize;
    if page.tokens[start].has_preposition() {
        return true;
    }
    let is_on = |at: usize| page.senses(at).contains(&Sense::Particle(Particle::On));
    let bond = |at: usize, bond: Bond| page.senses(at).contains(&Sense::Bond(bond));
    for at in (start.saturating_sub(3)..start).rev() {
        let classes = page.classes(at);
        if classes.has(Class::Bond) && (bond(at, Bond::Done) || bond(at, Bond::By)) {
            return false;
        }
        let person = classes.has(Class::Bond) && (bond(at, Bond::Hunted) || bond(at, Bond::Inmate));
        if classes.meets(OF_PLACE) && !person || classes.has(Class::Particle) && is_on(at) {
            return true;
        }
    }
    false
}

/// Words that a place stands behind: prepositions, and heads such as مدينة.
const OF_PLACE: ClassSet = ClassSet::of(&[Class::In, Class::Of, Class::Bond, Class::NameHead]);

/// The index of the token behind an event with which another clause begins: a word of saying that و joins behind a
/// comma or that looks on (مضيفاً), or a relative whose verb tells of no event.
fn clause_end(page: &Page<'_>, from: usize, end: usize) -> usize {
    let within = from..end.min(from + REACH);
    within.clone().find(|at| begins_clause(Cursor::new(page, *at))).unwrap_or(end)
}

fn begins_clause(at: Cursor<'_>) -> bool {
    if is_bond(at, Bond::Meanwhile) {
        return true;
    }
    if at.classes().meets(ClassSet::CUES) && at.previous().is_some_and(|before| before.is_sign('،')) {
        return is_cue(at)
            && at
                .sense(ClassSet::CUES, |sense| {
                    matches!(sense, Sense::Cue(cue) if is_told(cue.shape)).then_some(())
                })
                .is_some();
    }
    at.means(Sense::Particle(Particle::Relative)) && at.next().is_some_and(|next| !tells_event(next))
}

/// Whether a word of saying of that shape tells something new, rather than who told what stands before it.
fn is_told(shape: CueShape) -> bool {
    matches!(shape, CueShape::Past | CueShape::Present | CueShape::Participle)
}

fn tells_event(at: Cursor<'_>) -> bool {
    at.classes().meets(ClassSet::TRIGGERS) || has_mood(at, Mood::Carry) || is_bond(at, Bond::Done)
}

/// The sources that stand around a stretch.
fn sources_near<'p>(page: &'p Page<'_>, start: u32) -> &'p [Found<Source>] {
    let next = page.sources.partition_point(|s| s.span.start <= start);
    &page.sources[next.saturating_sub(MANY)..(next + MANY / 4).min(page.sources.len())]
}

/// Whether the stretch names a source, or where a source is: قال مسؤول في بغداد.
fn is_of_source(page: &Page<'_>, span: Span) -> bool {
    let names = |s: &Found<Source>| {
        s.value
            .source
            .as_ref()
            .is_some_and(|named| named.span.start <= span.start && span.end <= named.span.end)
    };
    sources_near(page, span.start).iter().any(names)
}

/// The time: the nearest in the sentence, on either side, that is not when something else was, such as the saying. What
/// `is_past` was in no time to come, and what `counts` did not recur.
pub(super) fn when(page: &Page<'_>, tokens: (u32, u32), is_past: bool, counts: bool) -> Option<Link> {
    let sentence = page.sentence(tokens.0 as usize);
    let first = page.times.partition_point(|t| (t.start as usize) < sentence.start);
    let within = page.times[first..].iter().take(MANY).take_while(|t| (t.start as usize) < sentence.end);
    let distance = |t: &Found<_>| {
        if t.start >= tokens.1 { t.start - tokens.1 } else { tokens.0.saturating_sub(t.end) + 1 }
    };
    let end = clause_end(page, tokens.1 as usize, sentence.end);
    let fits = |t: &&Found<Draft>| {
        let has = |class| page.classes(t.start as usize).has(class);
        !(is_past && is_ahead(page, t)
            || counts && has(Class::Recurrence)
            || is_of_saying(page, t.span)
            || t.value.is_length() && !is_within(page, t.start)
            || is_term(page, t.start))
    };
    let nearest = within.filter(|t| (t.start as usize) < end).filter(fits).min_by_key(|t| distance(t))?;
    Some(Link { kind: Kind::Time, span: nearest.span })
}

/// Whether a length of time is one in which things happen, not an age or how long they last: خلال يومين.
fn is_within(page: &Page<'_>, start: u32) -> bool {
    const WITHIN: ClassSet = ClassSet::of(&[Class::In, Class::Offset, Class::Toll]);
    let spans = |at: usize| page.senses(at).contains(&Sense::Joint(Joint::Spanning));
    let within = |at: usize| page.classes(at).meets(WITHIN) || spans(at);
    let start = start as usize;
    within(start) || start > 0 && within(start - 1)
}

/// Whether a time is how long a penalty lasts: بالسجن عشر سنوات.
fn is_term(page: &Page<'_>, start: u32) -> bool {
    let penalty = |sense: &Sense| matches!(sense, Sense::Trigger(t) if t.frame == Frame::Penalty);
    let offset = page.classes(start.saturating_sub(1) as usize).has(Class::Offset);
    !offset && (start.saturating_sub(2)..start).any(|at| page.senses(at as usize).iter().any(penalty))
}

/// Whether a time that is ahead of today begins among the tokens.
pub(super) fn has_time_ahead(page: &Page<'_>, tokens: (u32, u32)) -> bool {
    let first = page.times.partition_point(|time| time.start < tokens.0);
    let mut within = page.times[first..].iter().take_while(|time| time.start < tokens.1);
    within.any(|time| is_ahead(page, time))
}

/// Whether a word of the time puts it ahead of today: غدا, المقبل.
fn is_ahead<T>(page: &Page<'_>, time: &Found<T>) -> bool {
    let ahead = |sense: &Sense| matches!(sense, Sense::Step(by) | Sense::DayShift(by) if *by > 0);
    (time.start..time.end).any(|at| page.senses(at as usize).iter().any(ahead))
}

/// Whether a time is that of a saying: between its word and what is said (قالت الشرطة الخميس إن), or right behind the
/// source that is named after it (حسبما أعلن مسؤولون أمس).
fn is_of_saying(page: &Page<'_>, span: Span) -> bool {
    sources_near(page, span.start).iter().any(|s| {
        let Some(content) = s.value.content else { return false };
        let said_behind = s.value.cue.end <= span.start && span.end <= content.start;
        let said_before =
            content.end <= s.value.cue.start && s.span.end < span.start && span.start <= s.span.end + 1;
        said_behind || said_before
    })
}

/// The innermost source whose content covers the stretch, and whether any that covers it denies it.
pub(super) fn source(page: &Page<'_>, span: Span) -> (Option<Link>, Option<Stance>) {
    let covers =
        |s: &&Found<Source>| s.value.content.is_some_and(|c| c.start <= span.start && span.end <= c.end);
    let covering = sources_near(page, span.start).iter().filter(covers);
    let Some(inner) = covering.min_by_key(|s| s.value.content.map_or(u32::MAX, |c| c.end - c.start)) else {
        return (None, None);
    };
    (Some(Link { kind: Kind::Source, span: inner.span }), Some(inner.value.stance))
}
