//! The fields of a quantity.

use super::{Scalar, Sink, name};
use crate::fact::{Count, NounClass, Quantity};

pub(super) fn put(quantity: &Quantity, sink: &mut impl Sink) {
    put_count(Some(&quantity.count), sink);
    sink.put(name!("rank"), Scalar::Name(quantity.rank.name()));
    match quantity.hedge {
        Some(hedge) => sink.put_extent(name!("hedge"), hedge, true, []),
        None => sink.put(name!("hedge"), Scalar::Null),
    }
    match quantity.counted {
        Some(counted) => {
            let class = Scalar::name(counted.class.map(NounClass::name));
            let more = [(name!("noun"), Scalar::name(counted.noun)), (name!("class"), class)];
            sink.put_extent(name!("counted"), counted.span, true, more);
        }
        None => sink.put(name!("counted"), Scalar::Null),
    }
    sink.put(name!("numeral"), Scalar::Reference(quantity.numeral));
    sink.put(name!("subset_of"), Scalar::link(quantity.subset_of));
}

/// `bound`, `number`, `low`, `high`; all null where nothing is counted.
pub(super) fn put_count(count: Option<&Count>, sink: &mut impl Sink) {
    let number = |pick: fn(&Count) -> Option<crate::number::Number>| {
        count.and_then(pick).map_or(Scalar::Null, Scalar::from)
    };
    sink.put(name!("bound"), Scalar::name(count.map(|count| count.bound.name())));
    sink.put(name!("number"), number(|count| count.number));
    sink.put(name!("low"), number(|count| count.low));
    sink.put(name!("high"), number(|count| count.high));
}
