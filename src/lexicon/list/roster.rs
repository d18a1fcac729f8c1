//! Rosters: entities by their ids, each with its names: `"org:sdf" = { en = "…", names = ["قسد"] }`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Row, parse};
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
pub(super) fn rows(text: &str, kind: EntityKind, prefix: &str) -> Result<Vec<Row>> {
    let tables: Tables = parse(text)?;
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

/// What is known of each place, by its id. Lists are read once; what they hold is never let go.
fn gazetteers(tables: &Tables) -> BTreeMap<&str, &'static Gazetteer> {
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
    fn name(
        &self,
        id: &str,
        kind: EntityKind,
        after: After,
        national: bool,
        places: &BTreeMap<&str, &'static Gazetteer>,
    ) -> Name {
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
    let digits = format!("{degrees:.5}");
    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
}
