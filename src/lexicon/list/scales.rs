//! Scale words: thousand and above, in the singular, dual and plural.

use serde::Deserialize;

use super::{Row, Written, parse};
use crate::error::Result;
use crate::lexicon::{ScaleForm, Sense};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scales {
    scale: Vec<Scale>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scale {
    value: u64,
    singular: Vec<String>,
    dual: Vec<String>,
    construct: Vec<String>,
    plural: Vec<String>,
}

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    let scales: Scales = parse(list)?;
    let mut rows = Vec::new();
    for scale in scales.scale {
        let forms = [
            (ScaleForm::Singular, scale.singular),
            (ScaleForm::Dual, scale.dual),
            (ScaleForm::Construct, scale.construct),
            (ScaleForm::Plural, scale.plural),
        ];
        for (form, words) in forms {
            rows.extend(words.into_iter().map(|word| (word, Sense::Scale(scale.value, form))));
        }
    }
    Ok(rows)
}
