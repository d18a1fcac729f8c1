//! Names that several places or actors share: which one, told by what else the document speaks of.

use std::borrow::Cow;

use foldhash::fast::FixedState;
use hashbrown::HashSet;

use super::listing::listing;
use crate::extract::cursor::Cursor;
use crate::extract::page::Page;
use crate::extract::rule::Found;
use crate::extract::starts::Reader;
use crate::fact::{Entity, Gazetteer};
use crate::lexicon::{Class, Name, Sense};

/// Settles on one of them where the document speaks of that one alone, or of that one's country. Else the name keeps the
/// id that stands for all of them, and nothing more is said of the place.
pub(super) fn settle(page: &Page<'_>, found: &mut [Found<Entity>]) {
    let shared: Vec<(usize, &'static Name)> = found
        .iter()
        .enumerate()
        .filter_map(|(index, entity)| Some((index, shared_name(page, entity)?)))
        .collect();
    if shared.is_empty() {
        return;
    }
    let countries = countries(page, found);
    let ids: HashSet<Cow<'static, str>, FixedState> =
        found.iter().map(|entity| entity.value.id.clone()).collect();
    for (index, name) in shared {
        let here =
            |place: &Gazetteer| place.country.as_deref().is_some_and(|country| countries.contains(country));
        let spoken = name.either.iter().filter(|(id, place)| ids.contains(*id) || place.is_some_and(here));
        if let [(id, place)] = spoken.collect::<Vec<_>>()[..] {
            found[index].value.id = (*id).into();
            found[index].value.place = *place;
        }
    }
}

fn shared_name(page: &Page<'_>, entity: &Found<Entity>) -> Option<&'static Name> {
    if !page.lexicon.is_shared(&entity.value.id) {
        return None;
    }
    let name = listing(Cursor::new(page, entity.start as usize))?.name;
    (!name.either.is_empty() && name.id == entity.value.id).then_some(name)
}

/// The countries of the places that the document names, and of its adjectives.
fn countries(page: &Page<'_>, found: &[Found<Entity>]) -> HashSet<&'static str, FixedState> {
    let named = found.iter().filter_map(|entity| entity.value.place?.country.as_deref());
    let adjectives =
        page.places_of(Reader::Demonyms).filter_map(|place| {
            place.sense(Class::Demonym, |sense| {
                if let Sense::Demonym(country) = sense { Some(country) } else { None }
            })
        });
    named.chain(adjectives).collect()
}
