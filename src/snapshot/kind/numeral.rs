//! The fields of a numeral.

use super::{Scalar, Sink};
use crate::fact::{Numeral, Value};

pub(super) fn put(numeral: &Numeral, sink: &mut impl Sink) {
    let (number, low, high) = match numeral.value {
        Value::Exact(number) => (number.into(), Scalar::Null, Scalar::Null),
        Value::Vague { low, high } => (Scalar::Null, Scalar::Integer(low), Scalar::integer(high)),
        Value::Compound => (Scalar::Null, Scalar::Null, Scalar::Null),
    };
    sink.put("form", Scalar::Name(numeral.form.name()));
    sink.put("rank", Scalar::Name(numeral.rank.name()));
    sink.put("number", number);
    sink.put("low", low);
    sink.put("high", high);
}
