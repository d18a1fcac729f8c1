//! The fields of an entity.

use super::{Scalar, Sink, name};
use crate::fact::Entity;

pub(super) fn put(entity: &Entity, sink: &mut impl Sink) {
    let place = entity.place;
    let coordinates = place.and_then(|place| place.coordinates.as_ref());
    let degrees = |degrees: &'static str| Scalar::Decimal(degrees.into());
    sink.put(name!("entity"), Scalar::Id(&entity.id));
    sink.put(name!("type"), Scalar::Name(entity.kind.name()));
    sink.put(name!("country"), Scalar::name(place.and_then(|place| place.country.as_deref())));
    sink.put(name!("iso"), Scalar::name(place.and_then(|place| place.iso.as_deref())));
    sink.put(name!("within"), Scalar::name(place.and_then(|place| place.within.as_deref())));
    sink.put(name!("geonames"), Scalar::integer(place.and_then(|place| place.geonames)));
    sink.put(name!("lat"), coordinates.map_or(Scalar::Null, |(lat, _)| degrees(lat)));
    sink.put(name!("lon"), coordinates.map_or(Scalar::Null, |(_, lon)| degrees(lon)));
}
