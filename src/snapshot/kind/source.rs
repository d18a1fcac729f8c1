//! The fields of an attribution.

use super::{Scalar, Sink, name, put_named};
use crate::fact::Source;

pub(super) fn put(source: &Source, sink: &mut impl Sink) {
    put_named(name!("source"), source.source.as_ref(), sink);
    sink.put_extent(name!("cue"), source.cue, true, []);
    match source.content {
        Some(content) => sink.put_extent(name!("content"), content, false, []),
        None => sink.put(name!("content"), Scalar::Null),
    }
    sink.put(name!("within"), Scalar::link(source.within));
    sink.put(name!("stance"), Scalar::Name(source.stance.name()));
    sink.put(name!("quoted"), Scalar::Bool(source.quoted));
}
