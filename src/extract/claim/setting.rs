//! Where, when and on whose word: the place, time and source that stand nearest to an event.

use crate::extract::page::Page;
use crate::extract::rule::Found;
use crate::fact::{Entity, EntityKind, Kind, Link, Named, Source, Stance};
use crate::lexicon::Class;
use crate::span::Span;

/// How many sources, places and times on either side are looked at.
const MANY: usize = 24;

/// The place: the nearest behind the tokens in their sentence, or else before them.
pub(super) fn place(page: &Page<'_>, tokens: (u32, u32)) -> Option<Named> {
    let sentence = page.sentence(tokens.0 as usize);
    let first = page.entities.partition_point(|e| (e.start as usize) < sentence.start);
    let within = page.entities[first..].iter().take(MANY).take_while(|e| (e.start as usize) < sentence.end);
    let places: Vec<_> = within.filter(|e| e.value.kind == EntityKind::Place).collect();
    let behind = places.iter().find(|e| e.start >= tokens.0 && is_near(page, e));
    let before = || places.iter().rev().find(|e| e.start < tokens.0 && is_near(page, e));
    let found = behind.or_else(before)?;
    Some(Named { span: found.span, entity: Some(found.value.id.clone()) })
}

/// Whether a preposition of place, or the head of a place that one governs, stands before the entity.
fn is_near(page: &Page<'_>, entity: &Found<Entity>) -> bool {
    let start = entity.start as usize;
    let token = page.tokens[start];
    if token.has_proclitic() {
        return true;
    }
    (start.saturating_sub(3)..start).any(|at| {
        let classes = page.classes(at);
        classes.has(Class::In) || classes.has(Class::Bond) || classes.has(Class::NameHead)
    })
}

/// The time: the nearest in the sentence, on either side, that is not part of what is counted.
pub(super) fn when(page: &Page<'_>, tokens: (u32, u32)) -> Option<Link> {
    let sentence = page.sentence(tokens.0 as usize);
    let first = page.times.partition_point(|t| (t.start as usize) < sentence.start);
    let within = page.times[first..].iter().take(MANY).take_while(|t| (t.start as usize) < sentence.end);
    let distance = |t: &Found<_>| {
        if t.start >= tokens.1 { t.start - tokens.1 } else { tokens.0.saturating_sub(t.end) + 1 }
    };
    let nearest = within.min_by_key(|t| distance(t))?;
    Some(Link { kind: Kind::Time, span: nearest.span })
}

/// The innermost source whose content covers the stretch, and whether any that covers it denies it.
pub(super) fn source(page: &Page<'_>, span: Span) -> (Option<Link>, Option<Stance>) {
    let next = page.sources.partition_point(|s| s.span.start <= span.start);
    let near = next.saturating_sub(MANY)..(next + MANY / 4).min(page.sources.len());
    let covers =
        |s: &&Found<Source>| s.value.content.is_some_and(|c| c.start <= span.start && span.end <= c.end);
    let covering = page.sources[near].iter().filter(covers);
    let Some(inner) = covering.min_by_key(|s| s.value.content.map_or(u32::MAX, |c| c.end - c.start)) else {
        return (None, None);
    };
    (Some(Link { kind: Kind::Source, span: inner.span }), Some(inner.value.stance))
}
