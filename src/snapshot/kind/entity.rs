//! The fields of an entity.

use super::{Scalar, Sink};
use crate::fact::Entity;

pub(super) fn put(entity: &Entity, sink: &mut impl Sink) {
    let place = entity.place;
    let coordinates = place.and_then(|place| place.coordinates.as_ref());
    let degrees = |degrees: &'static str| Scalar::Decimal(degrees.into());
    sink.put("entity", Scalar::Id(&entity.id));
    sink.put("type", Scalar::Name(entity.kind.name()));
    sink.put("country", Scalar::name(place.and_then(|place| place.country.as_deref())));
    sink.put("iso", Scalar::name(place.and_then(|place| place.iso.as_deref())));
    sink.put("within", Scalar::name(place.and_then(|place| place.within.as_deref())));
    sink.put("geonames", Scalar::integer(place.and_then(|place| place.geonames)));
    sink.put("lat", coordinates.map_or(Scalar::Null, |(lat, _)| degrees(lat)));
    sink.put("lon", coordinates.map_or(Scalar::Null, |(_, lon)| degrees(lon)));
}
