//! The fields of an attribution.

use super::{link, named, span};
use crate::fact::Source;
use crate::snapshot::field::{Extent, Field, Fields};

pub(super) fn fields(source: &Source, text: &str) -> Fields<'static> {
    let content = |span| Field::Extent(Box::new(Extent { span, text: None, more: Vec::new() }));
    vec![
        ("source".into(), named(source.source.as_ref(), text)),
        ("cue".into(), span(source.cue, text, Vec::new())),
        ("content".into(), source.content.map_or(Field::Null, content)),
        ("within".into(), link(source.within)),
        ("stance".into(), Field::Text(source.stance.name().into())),
        ("quoted".into(), Field::Bool(source.quoted)),
    ]
}
