//! The fields of an attribution.

use super::{Scalar, Sink, put_named};
use crate::fact::Source;

pub(super) fn put(source: &Source, sink: &mut impl Sink) {
    put_named("source", source.source.as_ref(), sink);
    sink.put_extent("cue", source.cue, true, []);
    match source.content {
        Some(content) => sink.put_extent("content", content, false, []),
        None => sink.put("content", Scalar::Null),
    }
    sink.put("within", Scalar::link(source.within));
    sink.put("stance", Scalar::Name(source.stance.name()));
    sink.put("quoted", Scalar::Bool(source.quoted));
}
