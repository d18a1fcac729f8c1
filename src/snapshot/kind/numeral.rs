//! The fields of a numeral.

use super::{Scalar, Sink, name};
use crate::fact::{Numeral, Value};

pub(super) fn put(numeral: &Numeral, sink: &mut impl Sink) {
    let (number, low, high) = match numeral.value {
        Value::Exact(number) => (number.into(), Scalar::Null, Scalar::Null),
        Value::Vague { low, high } => (Scalar::Null, Scalar::Integer(low), Scalar::integer(high)),
        Value::Compound => (Scalar::Null, Scalar::Null, Scalar::Null),
    };
    sink.put(name!("form"), Scalar::Name(numeral.form.name()));
    sink.put(name!("rank"), Scalar::Name(numeral.rank.name()));
    sink.put(name!("number"), number);
    sink.put(name!("low"), low);
    sink.put(name!("high"), high);
}
