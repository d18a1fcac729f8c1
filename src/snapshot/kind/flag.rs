//! The fields of a flag.

use super::{Scalar, Sink, name};
use crate::fact::Flag;

pub(super) fn put(flag: &Flag, sink: &mut impl Sink) {
    sink.put(name!("code"), Scalar::Name(flag.code.name()));
    sink.put(name!("message"), Scalar::Text(flag.message.as_str().into()));
    sink.put(name!("severity"), Scalar::Name(flag.code.severity().name()));
    sink.put_list(name!("refs"), flag.refs.iter().map(|to| Scalar::Reference(*to)));
}
