//! The fields of a claim.

use super::quantity::put_count;
use super::{Scalar, Sink, put_named};
use crate::fact::{Claim, Update};

pub(super) fn put(claim: &Claim, sink: &mut impl Sink) {
    sink.put("predicate", Scalar::Name(claim.predicate.name()));
    put_count(claim.count.as_ref(), sink);
    sink.put("quantity", Scalar::link(claim.quantity));
    put_named("who", claim.who.as_ref(), sink);
    put_named("by", claim.by.as_ref(), sink);
    put_named("where", claim.place.as_ref(), sink);
    sink.put("when", Scalar::link(claim.when));
    sink.put("source", Scalar::link(claim.source));
    sink.put("polarity", Scalar::Name(claim.polarity.name()));
    sink.put("modality", Scalar::Name(claim.modality.name()));
    sink.put("update", Scalar::name(claim.update.map(Update::name)));
}
