//! The fields of a claim.

use super::quantity::put_count;
use super::{Scalar, Sink, name, put_named};
use crate::fact::{Claim, Update};

pub(super) fn put(claim: &Claim, sink: &mut impl Sink) {
    sink.put(name!("predicate"), Scalar::Name(claim.predicate.name()));
    put_count(claim.count.as_ref(), sink);
    sink.put(name!("quantity"), Scalar::link(claim.quantity));
    put_named(name!("who"), claim.who.as_ref(), sink);
    put_named(name!("by"), claim.by.as_ref(), sink);
    put_named(name!("where"), claim.place.as_ref(), sink);
    sink.put(name!("when"), Scalar::link(claim.when));
    sink.put(name!("source"), Scalar::link(claim.source));
    sink.put(name!("polarity"), Scalar::Name(claim.polarity.name()));
    sink.put(name!("modality"), Scalar::Name(claim.modality.name()));
    sink.put(name!("update"), Scalar::name(claim.update.map(Update::name)));
}
