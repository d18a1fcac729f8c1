//! The fields of a quantity.

use super::{link, span};
use crate::fact::{Count, Counted, NounClass, Quantity};
use crate::snapshot::field::{Field, Fields};

pub(super) fn fields(quantity: &Quantity, text: &str) -> Fields<'static> {
    let mut fields = count(Some(&quantity.count));
    fields.extend([
        ("rank".into(), Field::Text(quantity.rank.name().into())),
        ("hedge".into(), quantity.hedge.map_or(Field::Null, |hedge| span(hedge, text, Vec::new()))),
        ("counted".into(), quantity.counted.map_or(Field::Null, |noun| counted(noun, text))),
        ("numeral".into(), link(Some(quantity.numeral))),
        ("subset_of".into(), link(quantity.subset_of)),
    ]);
    fields
}

/// `bound`, `number`, `low`, `high`; all null where nothing is counted.
pub(super) fn count(count: Option<&Count>) -> Fields<'static> {
    let number = |pick: fn(&Count) -> Option<crate::number::Number>| {
        count.and_then(pick).map_or(Field::Null, Field::from)
    };
    vec![
        ("bound".into(), Field::text(count.map(|count| count.bound.name()))),
        ("number".into(), number(|count| count.number)),
        ("low".into(), number(|count| count.low)),
        ("high".into(), number(|count| count.high)),
    ]
}

fn counted(counted: Counted, text: &str) -> Field<'static> {
    let more = vec![
        ("noun".into(), Field::text(counted.noun)),
        ("class".into(), Field::text(counted.class.map(NounClass::name))),
    ];
    span(counted.span, text, more)
}
