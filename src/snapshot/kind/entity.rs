//! The fields of an entity.

use crate::fact::Entity;
use crate::snapshot::field::{Field, Fields};

pub(super) fn fields(entity: Entity) -> Fields<'static> {
    let place = entity.place;
    let (lat, lon) = place.and_then(|place| place.coordinates).unzip();
    vec![
        ("entity".into(), Field::Text(entity.id)),
        ("type".into(), Field::Text(entity.kind.name().into())),
        ("country".into(), Field::text(place.and_then(|place| place.country.as_deref()))),
        ("iso".into(), Field::text(place.and_then(|place| place.iso.as_deref()))),
        ("within".into(), Field::text(place.and_then(|place| place.within.as_deref()))),
        ("geonames".into(), Field::integer(place.and_then(|place| place.geonames))),
        ("lat".into(), degrees(lat)),
        ("lon".into(), degrees(lon)),
    ]
}

/// Hundred-thousandths of a degree as degrees.
fn degrees(value: Option<i32>) -> Field<'static> {
    let Some(value) = value else { return Field::Null };
    let sign = if value < 0 { "-" } else { "" };
    let digits = format!("{sign}{}.{:05}", value.unsigned_abs() / 100_000, value.unsigned_abs() % 100_000);
    Field::Decimal(digits.trim_end_matches('0').trim_end_matches('.').to_owned().into())
}
