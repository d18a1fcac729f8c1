//! Words before a name that tell what it names: `place = ["مدينة"]`; those of `[naming]` are part of a name that no list
//! has: `place = ["حي"]`; after those of `[apart]` a town or country lends its name to another place: `place = ["بحيرة"]`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Row, Written, named_rows, parse};
use crate::error::Result;
use crate::fact::EntityKind;
use crate::lexicon::{NameHead, Sense};

#[derive(Deserialize)]
struct Heads {
    #[serde(default)]
    naming: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    apart: BTreeMap<String, Vec<String>>,
    #[serde(flatten)]
    plain: BTreeMap<String, Vec<String>>,
}

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    let table: Heads = parse(list)?;
    let mut rows = named_rows(table.plain, |key| head(key, false, false))?;
    rows.extend(named_rows(table.naming, |key| head(key, true, false))?);
    rows.extend(named_rows(table.apart, |key| head(key, false, true))?);
    Ok(rows)
}

fn head(key: &str, names: bool, apart: bool) -> Option<Sense> {
    let kind = match key {
        "actor" => EntityKind::Actor,
        "outlet" => EntityKind::Outlet,
        "place" => EntityKind::Place,
        _ => return None,
    };
    Some(Sense::NameHead(NameHead { kind, names, apart }))
}
