//! Countable nouns by what they count: `vehicle = [["سيارة", "سيارات"]]`, the singular and then its plurals.
//!
//! The dual is built here from the singular, since its formation has no exceptions beyond the ones below; a row may
//! also give it in full as a table, `{ singular = "أب", dual = ["أبوان", "أبوين"], plural = ["آباء"] }`.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Row, parse};
use crate::error::{Error, Result, Trouble};
use crate::lexicon::Sense;
use crate::text::fold;

#[derive(Deserialize)]
#[serde(untagged)]
enum Noun {
    Regular(Vec<String>),
    Full { singular: String, dual: Vec<String>, plural: Vec<String> },
}

pub(super) fn rows(text: &str) -> Result<Vec<Row>> {
    let table: BTreeMap<String, Vec<Noun>> = parse(text)?;
    let mut rows = Vec::new();
    for noun in table.into_values().flatten() {
        match noun {
            Noun::Regular(words) => regular(&words, &mut rows)?,
            Noun::Full { singular, dual, plural } => {
                rows.extend(dual.into_iter().map(|word| (word, Sense::Dual)));
                rows.push((singular, Sense::NounSingular));
                rows.extend(plural.into_iter().map(|word| (word, Sense::NounPlural)));
            }
        }
    }
    Ok(rows)
}

fn regular(words: &[String], rows: &mut Vec<Row>) -> Result<()> {
    let Some((singular, plurals)) = words.split_first() else {
        return Err(Error::new(Trouble::Usage, "a noun without a word"));
    };
    let stem = dual_stem(singular);
    let oblique = format!("{stem}ين");
    let ambiguous = plurals
        .iter()
        .any(|plural| fold(plural) == fold(&oblique) || fold(plural) == fold(&format!("{stem}ون")));
    rows.push((singular.clone(), Sense::NounSingular));
    rows.extend(plurals.iter().map(|plural| (plural.clone(), Sense::NounPlural)));
    rows.push((format!("{stem}ان"), Sense::Dual));
    rows.push((oblique, if ambiguous { Sense::DualOrPlural } else { Sense::Dual }));
    rows.push((format!("{stem}ا"), Sense::DualConstruct));
    rows.push((format!("{stem}ي"), Sense::DualConstruct));
    Ok(())
}

/// What the dual's endings are added to: ta marbuta opens to ta, a final alef maqsura turns to ya.
fn dual_stem(singular: &str) -> String {
    match (singular.strip_suffix('ة'), singular.strip_suffix('ى')) {
        (Some(stem), _) => format!("{stem}ت"),
        (_, Some(stem)) => format!("{stem}ي"),
        _ => singular.to_owned(),
    }
}
