//! The fields of a claim.

use super::quantity::count;
use super::{link, named};
use crate::fact::{Claim, Update};
use crate::snapshot::field::{Field, Fields};

pub(super) fn fields(claim: &Claim, text: &str) -> Fields<'static> {
    let mut fields = vec![("predicate".into(), Field::Text(claim.predicate.name().into()))];
    fields.extend(count(claim.count.as_ref()));
    fields.extend([
        ("quantity".into(), link(claim.quantity)),
        ("who".into(), named(claim.who.as_ref(), text)),
        ("by".into(), named(claim.by.as_ref(), text)),
        ("where".into(), named(claim.place.as_ref(), text)),
        ("when".into(), link(claim.when)),
        ("source".into(), link(claim.source)),
        ("polarity".into(), Field::Text(claim.polarity.name().into())),
        ("modality".into(), Field::Text(claim.modality.name().into())),
        ("update".into(), Field::text(claim.update.map(Update::name))),
    ]);
    fields
}
