//! Who they are: the noun phrase that is counted, and the entity in it.

use super::near::{has_preposition, is_quote};
use super::told::stretch;
use crate::extract::cursor::Cursor;
use crate::extract::page::Page;
use crate::extract::rule::Found;
use crate::fact::{Entity, EntityKind, Named, NounClass, Quantity};
use crate::lexicon::{Class, Joint, Noun, Sense};
use crate::span::Span;

/// How many tokens may stand between a counted noun and the entity that it belongs to.
const NEAR: usize = 2;

/// The counted noun, up to the entity that it belongs to: عنصر من تنظيم داعش.
pub(super) fn counted(page: &Page<'_>, found: &Found<Quantity>) -> Option<Named> {
    let noun = found.value.counted.map(|counted| counted.span);
    let actor = owner(page, found.end as usize);
    match (noun, actor) {
        (noun, Some(actor)) => {
            let start = noun.map_or(actor.span.start, |noun| noun.start);
            let end = closed(page, actor).unwrap_or(actor.span.end);
            Some(Named { span: Span::new(start, end), entity: Some(actor.value.id.clone()) })
        }
        (Some(span), None) => Some(Named { span, entity: None }),
        (None, None) => None,
    }
}

/// The end of the mark that closes the name of an actor, where one opens right before it: من "قسد".
fn closed(page: &Page<'_>, actor: &Found<Entity>) -> Option<u32> {
    let mark = |at: usize| {
        let token = page.tokens.get(at).filter(|_| is_quote(Cursor::new(page, at)))?;
        Some(token.span.end)
    };
    mark(actor.start.checked_sub(1)? as usize).and(mark(actor.end as usize))
}

/// The actor that begins at the token `at`, or after من and a noun.
fn owner<'p>(page: &'p Page<'_>, at: usize) -> Option<&'p Found<Entity>> {
    let mut place = Cursor::new(page, at).here()?;
    for step in 0..=NEAR {
        if is_quote(place) {
            place = place.next()?;
        }
        if let Some(entity) = page.entity_at(place.index()) {
            return (entity.value.kind == EntityKind::Actor).then_some(entity);
        }
        let passes = place.is(Class::Of) || place.is(Class::Noun) || place.is(Class::NameHead);
        if !passes || has_preposition(place) || step > 0 && place.token().has_conjunction() {
            return None;
        }
        place = place.next()?;
    }
    None
}

/// The actor whose name ends before the token `at`, in its line.
pub(super) fn ending<'p>(page: &'p Page<'_>, at: usize) -> Option<&'p Found<Entity>> {
    let after = page.entities.partition_point(|found| (found.start as usize) < at);
    let found = &page.entities[after.checked_sub(1)?];
    let ends = found.end as usize == at && !page.tokens[at].starts_line();
    (ends && found.value.kind == EntityKind::Actor).then_some(found)
}

/// The noun for a person at a place, and whether it is singular.
pub(super) fn person(at: Cursor<'_>) -> Option<(Noun, bool)> {
    at.sense([Class::Dual, Class::Noun], |sense| match sense {
        Sense::NounSingular(noun) => Some((noun, true)),
        Sense::NounPlural(noun) | Sense::DualOrPlural(noun) => Some((noun, false)),
        _ => None,
    })
    .filter(|(noun, _)| noun.class == NounClass::Person)
}

/// Whether the person at a place is one of many: without an article, and no genitive makes it a certain one.
pub(super) fn is_indefinite(at: Cursor<'_>) -> bool {
    let annexed = at.next().is_some_and(|next| {
        next.token().is_word()
            && !next.token().has_proclitic()
            && (next.is_definite()
                || at.page().entity_at(next.index()).is_some_and(|e| e.value.kind != EntityKind::Place))
    });
    !at.is_definite() && !annexed && !at.is(Class::NameHead)
}

/// An unknown number of a noun, from عدد or عدة on: the tokens up to the noun's end.
pub(super) fn unknown_number(at: Cursor<'_>) -> Option<Cursor<'_>> {
    if at.means(Sense::Joint(Joint::Several)) {
        return at.next().filter(|noun| person(*noun).is_some()).map(Cursor::after);
    }
    let of = at.next().filter(|_| is_number_word(at) && !at.is_definite())?;
    let noun = if of.is(Class::Of) { of.next()? } else { return None };
    (person(noun).is_some() || at.page().entity_at(noun.index()).is_some()).then(|| noun.after())
}

fn is_number_word(at: Cursor<'_>) -> bool {
    at.means(Sense::Toll(crate::lexicon::Toll::Noun))
}

/// The noun phrase of those tokens by the entity that begins it, if one does.
pub(super) fn phrase(page: &Page<'_>, tokens: (u32, u32)) -> Named {
    let entity = (tokens.0..tokens.1).find_map(|at| page.entity_at(at as usize));
    let span = stretch(page, tokens);
    let span = entity.map_or(span, |e| Span::new(span.start, span.end.max(e.span.end)));
    Named { span, entity: entity.map(|e| e.value.id.clone()) }
}
