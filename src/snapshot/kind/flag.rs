//! The fields of a flag.

use super::link;
use crate::fact::Flag;
use crate::snapshot::field::{Field, Fields};

pub(super) fn fields(flag: Flag) -> Fields<'static> {
    vec![
        ("code".into(), Field::Text(flag.code.name().into())),
        ("message".into(), Field::Text(flag.message.into())),
        ("severity".into(), Field::Text(flag.code.severity().name().into())),
        ("refs".into(), Field::List(flag.refs.into_iter().map(|to| link(Some(to))).collect())),
    ]
}
