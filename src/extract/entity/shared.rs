//! Names that several places share: which one, told by the countries that the document speaks of.

use std::collections::HashSet;

use crate::extract::page::Page;
use crate::extract::rule::Found;
use crate::fact::Entity;
use crate::lexicon::{Class, Name, Sense};

/// Settles on one of the places where the document speaks of that one's country alone. Else the name keeps the id that
/// stands for all of them, and nothing more is said of the place.
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
    for (index, name) in shared {
        let spoken =
            name.either.iter().filter(|(_, place)| place.country.as_deref().is_some_and(|c| countries.contains(c)));
        if let [(id, place)] = spoken.collect::<Vec<_>>()[..] {
            found[index].value.id = (*id).into();
            found[index].value.place = Some(place);
        }
    }
}

fn shared_name(page: &Page<'_>, entity: &Found<Entity>) -> Option<&'static Name> {
    let senses = page.senses(entity.start as usize);
    let name = senses.iter().find_map(|sense| match sense {
        Sense::Name(name) if !name.either.is_empty() && name.id == entity.value.id => Some(*name),
        _ => None,
    });
    name
}

/// The countries of the places that the document names, and of its adjectives.
fn countries(page: &Page<'_>, found: &[Found<Entity>]) -> HashSet<String> {
    let named = found.iter().filter_map(|entity| entity.value.place?.country.clone());
    let adjectives = page.places().filter(|place| place.is(Class::Demonym)).filter_map(|place| {
        place.sense(|sense| if let Sense::Demonym(country) = sense { Some(country.to_owned()) } else { None })
    });
    named.chain(adjectives).collect()
}
