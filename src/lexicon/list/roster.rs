//! Rosters: entities by their ids, each with its names: `"org:sdf" = { en = "…", names = ["قسد"] }`.

use foldhash::fast::FixedState;
use hashbrown::HashMap;
use serde::Deserialize;

use super::{Pairs, Row, Unread, Written, parse};
use crate::error::{Error, Result, Trouble};
use crate::fact::{EntityKind, Gazetteer};
use crate::lexicon::kept::kept;
use crate::lexicon::{After, Name, Sense};

/// The table of actors that every country has.
const NATIONAL: &str = "national";

/// The tables of a roster, each of entities by their ids.
type Tables = Pairs<Pairs<Entry>>;

/// An entity as it is listed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Entry {
    /// Its English name.
    #[serde(default)]
    #[expect(dead_code, reason = "for whoever reads the list")]
    en: Option<Unread>,
    #[serde(default)]
    kind: Option<String>,
    /// ISO 3166-1 alpha-2.
    #[serde(default)]
    country: Option<String>,
    /// ISO 3166-2.
    #[serde(default)]
    iso: Option<String>,
    /// The id of the place that it lies in.
    #[serde(default)]
    within: Option<String>,
    #[serde(default)]
    geonames: Option<u32>,
    /// Degrees north and east.
    #[serde(default)]
    lat: Option<f64>,
    #[serde(default)]
    lon: Option<f64>,
    /// The ids of the entities that share the name.
    #[serde(default)]
    either: Vec<String>,
    /// Names that count anywhere.
    #[serde(default)]
    names: Vec<String>,
    /// Names that count after a head.
    #[serde(default)]
    headed: Vec<String>,
    /// Names that count after a head or a preposition of place.
    #[serde(default)]
    placed: Vec<String>,
}

/// The rows of a roster of entities of that kind, whose ids start with `prefix`.
pub(super) fn rows(list: Written<'_>, kind: EntityKind, prefix: &str) -> Result<Vec<Row>> {
    let mut tables: Tables = parse(list)?;
    let places = gazetteers(&mut tables);
    let mut rows = Vec::new();
    for (table, entries) in tables.0 {
        for (id, entry) in entries.0 {
            if !id.starts_with(prefix) {
                return Err(Error::new(Trouble::Usage, format!("`{id}` does not start with `{prefix}`")));
            }
            if let Some(degrees) = entry.beyond_the_earth() {
                return Err(Error::new(
                    Trouble::Usage,
                    format!("`{id}`: no place lies at {degrees} degrees"),
                ));
            }
            let id = kept(&id);
            let place = |id| places.get(id).copied();
            let either: Vec<_> = entry.either.iter().map(|id| (kept(id), place(kept(id)))).collect();
            let names = [
                (entry.names, After::Anything),
                (entry.headed, After::Head),
                (entry.placed, After::Preposition),
            ];
            for (words, after) in names.into_iter().filter(|(words, _)| !words.is_empty()) {
                let (national, either) = (table == NATIONAL, either.clone());
                let name = Name { id, kind, after, national, place: place(id), either };
                // Lists are read once; what they hold is never let go.
                let name: &'static Name = Box::leak(Box::new(name));
                rows.extend(words.into_iter().map(|word| (word, Sense::Name(name))));
            }
        }
    }
    Ok(rows)
}

/// What is known of each place, by its id; it is taken out of the tables.
fn gazetteers(tables: &mut Tables) -> HashMap<&'static str, &'static Gazetteer, FixedState> {
    let entries = tables.0.iter_mut().flat_map(|(_, entries)| &mut entries.0);
    let of = |(id, entry): &mut (String, Entry)| {
        let gazetteer: &'static Gazetteer = Box::leak(Box::new(entry.gazetteer()?));
        Some((kept(id), gazetteer))
    };
    entries.filter_map(of).collect()
}

impl Entry {
    /// A latitude or longitude that there is not.
    fn beyond_the_earth(&self) -> Option<f64> {
        let of =
            |degrees: Option<f64>, most: f64| degrees.filter(|degrees| !(-most..=most).contains(degrees));
        of(self.lat, 90.0).or_else(|| of(self.lon, 180.0))
    }

    /// What is known of the place, if it is one.
    fn gazetteer(&mut self) -> Option<Gazetteer> {
        Some(Gazetteer {
            kind: self.kind.take()?,
            country: self.country.take(),
            iso: self.iso.take(),
            within: self.within.take(),
            geonames: self.geonames,
            coordinates: self.lat.zip(self.lon).map(|(lat, lon)| (decimal(lat), decimal(lon))),
        })
    }
}

/// Degrees to five decimals, a metre, as they are written down.
fn decimal(degrees: f64) -> String {
    const PARTS: u32 = 100_000;
    let parts = (degrees * f64::from(PARTS)).round() as i32;
    let sign = if parts < 0 { "-" } else { "" };
    let (whole, rest) = (parts.unsigned_abs() / PARTS, parts.unsigned_abs() % PARTS);
    let digits = format!("{sign}{whole}.{rest:05}");
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn degrees_are_written_to_a_metre() {
        for (degrees, written) in [
            (36.5, "36.5"),
            (36.501_234, "36.50123"),
            (-0.000_004, "0"),
            (-0.05, "-0.05"),
            (-122.000_01, "-122.00001"),
            (20.0, "20"),
            (0.999_999, "1"),
        ] {
            assert_eq!(decimal(degrees), written);
        }
    }
}
