//! The fields of a flag.

use super::{Scalar, Sink};
use crate::fact::Flag;

pub(super) fn put(flag: &Flag, sink: &mut impl Sink) {
    sink.put("code", Scalar::Name(flag.code.name()));
    sink.put("message", Scalar::Text(flag.message.as_str().into()));
    sink.put("severity", Scalar::Name(flag.code.severity().name()));
    sink.put_list("refs", flag.refs.iter().map(|to| Scalar::Reference(*to)));
}
