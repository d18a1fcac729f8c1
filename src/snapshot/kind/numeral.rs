//! The fields of a numeral.

use crate::fact::{Numeral, Value};
use crate::snapshot::field::{Field, Fields};

pub(super) fn fields(numeral: Numeral) -> Fields<'static> {
    let (number, low, high) = match numeral.value {
        Value::Exact(number) => (number.into(), Field::Null, Field::Null),
        Value::Vague { low, high } => (Field::Null, Field::Integer(low), Field::integer(high)),
        Value::Compound => (Field::Null, Field::Null, Field::Null),
    };
    vec![
        ("form".into(), Field::Text(numeral.form.name().into())),
        ("rank".into(), Field::Text(numeral.rank.name().into())),
        ("number".into(), number),
        ("low".into(), low),
        ("high".into(), high),
    ]
}
