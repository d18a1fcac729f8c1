//! Rosters: entities by their ids, each with its names: `"org:sdf" = { en = "…", names = ["قسد"] }`.

use std::collections::BTreeMap;

use foldhash::fast::FixedState;
use hashbrown::HashMap;
use serde::Deserialize;

use super::{Row, Source, parse};
use crate::error::{Error, Result, Trouble};
use crate::fact::{EntityKind, Gazetteer};
use crate::lexicon::kept::kept;
use crate::lexicon::{After, Name, Sense};

/// The table of actors that every country has.
const NATIONAL: &str = "national";

/// The tables of a roster, each of entities by their ids.
type Tables = BTreeMap<String, BTreeMap<String, Entry>>;

/// An entity as it is listed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Entry {
    /// Its English name.
    #[serde(default)]
    #[expect(dead_code, reason = "for whoever reads the list")]
    en: Option<String>,
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
pub(super) fn rows(list: Source<'_>, kind: EntityKind, prefix: &str) -> Result<Vec<Row>> {
    let tables: Tables = parse(list)?;
    let places = gazetteers(&tables);
    let mut rows = Vec::new();
    for (table, entries) in &tables {
        for (id, entry) in entries {
            if !id.starts_with(prefix) {
                return Err(Error::new(Trouble::Usage, format!("`{id}` does not start with `{prefix}`")));
            }
            let name = |after| entry.name(id, kind, after, table == NATIONAL, &places);
            rows.extend(named(&entry.names, || name(After::Anything)));
            rows.extend(named(&entry.headed, || name(After::Head)));
            rows.extend(named(&entry.placed, || name(After::Preposition)));
        }
    }
    Ok(rows)
}

/// What is known of each place, by its id.
type Places<'t> = HashMap<&'t str, &'static Gazetteer, FixedState>;

/// Lists are read once; what they hold is never let go.
fn gazetteers(tables: &Tables) -> Places<'_> {
    let entries = tables.values().flatten().filter(|(_, entry)| entry.kind.is_some());
    entries.map(|(id, entry)| (id.as_str(), &*Box::leak(Box::new(entry.gazetteer())))).collect()
}

/// A row for each of `words`, if there is any.
fn named(words: &[String], name: impl Fn() -> Name) -> Vec<Row> {
    if words.is_empty() {
        return Vec::new();
    }
    let name: &'static Name = Box::leak(Box::new(name()));
    words.iter().map(|word| (word.clone(), Sense::Name(name))).collect()
}

impl Entry {
    fn name(&self, id: &str, kind: EntityKind, after: After, national: bool, places: &Places<'_>) -> Name {
        let either = self.either.iter().map(|id| (kept(id), places.get(id.as_str()).copied())).collect();
        Name { id: kept(id), kind, after, national, place: places.get(id).copied(), either }
    }

    fn gazetteer(&self) -> Gazetteer {
        Gazetteer {
            kind: self.kind.clone().unwrap_or_default(),
            country: self.country.clone(),
            iso: self.iso.clone(),
            within: self.within.clone(),
            geonames: self.geonames,
            coordinates: self.lat.zip(self.lon).map(|(lat, lon)| (decimal(lat), decimal(lon))),
        }
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
