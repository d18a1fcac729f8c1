//! Countable nouns by what they count: `vehicle = [["سيارة", "سيارات"]]`, the singular and then its plurals.
//!
//! The dual is built here from the singular, since its formation has no exceptions beyond the ones below; a row may
//! also give it in full as a table, `{ singular = "أب", dual = ["أبوان", "أبوين"], plural = ["آباء"] }`.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::{Row, Written, parse};
use crate::error::{Error, Result, Trouble};
use crate::fact::NounClass;
use crate::lexicon::kept::kept;
use crate::lexicon::{Gender, Noun, Sense};
use crate::text::fold;

/// Pronouns that the dual of a person or of a feminine noun takes: شقيقيه، سيارتيهما.
const SUFFIXES: [&str; 4] = ["ه", "ها", "هم", "هما"];

/// A noun as it is listed.
enum Forms {
    Regular(Vec<String>),
    Full(Full),
}

/// A noun whose dual is spelt out.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Full {
    singular: String,
    dual: Vec<String>,
    plural: Vec<String>,
}

impl<'de> Deserialize<'de> for Forms {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        struct Row;
        impl<'de> Visitor<'de> for Row {
            type Value = Forms;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an array of a singular and its plurals, or a table of singular, dual and plural")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, words: A) -> std::result::Result<Forms, A::Error> {
                Deserialize::deserialize(SeqAccessDeserializer::new(words)).map(Forms::Regular)
            }

            fn visit_map<A: MapAccess<'de>>(self, table: A) -> std::result::Result<Forms, A::Error> {
                Deserialize::deserialize(MapAccessDeserializer::new(table)).map(Forms::Full)
            }
        }
        from.deserialize_any(Row)
    }
}

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    let table: BTreeMap<String, Vec<Forms>> = parse(list)?;
    let mut rows = Vec::new();
    for (name, nouns) in table {
        let class = class_named(&name)?;
        for noun in nouns {
            match noun {
                Forms::Regular(words) => regular(class, &words, &mut rows)?,
                Forms::Full(Full { singular, dual, plural }) => {
                    let noun = Noun { class, lemma: kept(&singular) };
                    rows.extend(dual.into_iter().map(|word| (word, Sense::Dual(noun))));
                    rows.push((singular, Sense::NounSingular(noun)));
                    rows.extend(plural.into_iter().map(|word| (word, Sense::NounPlural(noun))));
                }
            }
        }
    }
    Ok(rows)
}

fn class_named(name: &str) -> Result<NounClass> {
    NounClass::ALL.into_iter().find(|class| class.name() == name).ok_or_else(|| {
        let names = NounClass::ALL.map(NounClass::name).join(", ");
        Error::new(Trouble::Usage, format!("no class of nouns is named `{name}`"))
            .advise(format!("name one of {names}"))
    })
}

fn regular(class: NounClass, words: &[String], rows: &mut Vec<Row>) -> Result<()> {
    let Some((singular, plurals)) = words.split_first() else {
        return Err(Error::new(Trouble::Usage, "a noun without a word"));
    };
    let noun = Noun { class, lemma: kept(singular) };
    rows.push((singular.clone(), Sense::NounSingular(noun)));
    if !singular.ends_with(['ة', 'ى', 'ا', 'ء']) {
        // The accusative that eleven to ninety-nine govern, as it is typed without its nunation: جنديا.
        rows.push(([singular, "ا"].concat(), Sense::NounSingular(noun)));
    }
    rows.extend(plurals.iter().map(|plural| (plural.clone(), Sense::NounPlural(noun))));
    let stem = dual_stem(singular);
    let gender = if singular.ends_with('ة') { Gender::Feminine } else { Gender::Masculine };
    let with = |ending: &str| [&stem, ending].concat();
    let oblique = with("ين");
    let is_sound =
        |plural: &String| plural.contains('ن') && [fold(&oblique), fold(&with("ون"))].contains(&fold(plural));
    let is_sound = plurals.iter().any(is_sound);
    rows.push((with("ان"), Sense::Dual(noun)));
    rows.push((with("ا"), Sense::DualConstruct(noun, gender)));
    if is_sound {
        rows.push((oblique, Sense::DualOrPlural(noun)));
        return Ok(());
    }
    rows.push((oblique, Sense::Dual(noun)));
    rows.push((with("ي"), Sense::DualConstruct(noun, gender)));
    if class == NounClass::Person || gender == Gender::Feminine {
        let suffixed = |suffix: &&str| ([&stem, "ي", *suffix].concat(), Sense::Dual(noun));
        rows.extend(SUFFIXES.iter().map(suffixed));
    }
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
