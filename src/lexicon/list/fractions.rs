//! Fractions: `"1/3" = ["ثلث"]`; a plural (`many`) waits for a cardinal that multiplies it, and the letters of a cardinal
//! (`before_whole`) for a definite whole after it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Row, Written, parse};
use crate::error::{Error, Result, Trouble};
use crate::lexicon::{FractionForm, Ratio, Sense};
use crate::text::fold;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Fractions {
    #[serde(default)]
    before_whole: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    many: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    one: BTreeMap<String, Vec<String>>,
    /// Pronouns that a fraction takes as its whole.
    #[serde(default)]
    suffixes: Vec<String>,
}

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    let table: Fractions = parse(list)?;
    let mut rows = Vec::new();
    for (form, fractions) in [
        (FractionForm::BeforeWhole, table.before_whole),
        (FractionForm::Plural, table.many),
        (FractionForm::Single, table.one),
    ] {
        for (key, words) in fractions {
            let value = ratio(&key)?;
            for word in words {
                let suffixed = if form == FractionForm::Plural { form } else { FractionForm::Suffixed };
                let with = |suffix: &String| (format!("{word}{suffix}"), Sense::Fraction(value, suffixed));
                // Folded, خمسه is خمسة: the shortest pronoun would turn every five into a fifth.
                let told_apart = |suffix: &&String| form != FractionForm::BeforeWhole || fold(suffix) != "ه";
                rows.extend(table.suffixes.iter().filter(told_apart).map(with));
                rows.push((word, Sense::Fraction(value, form)));
            }
        }
    }
    Ok(rows)
}

fn ratio(text: &str) -> Result<Ratio> {
    let of = |(parts, of): (&str, &str)| Some(Ratio { parts: parts.parse().ok()?, of: of.parse().ok()? });
    text.split_once('/')
        .and_then(of)
        .ok_or_else(|| Error::new(Trouble::Usage, format!("`{text}` is not a fraction such as 2/3")))
}
