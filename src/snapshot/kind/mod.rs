//! The fields of the built-in kinds, one file per kind: every key of the contract, in its order, null where it says
//! nothing.

mod claim;
mod entity;
mod flag;
mod numeral;
mod quantity;
mod sink;
mod source;
mod time;

use crate::fact::{Detail, Named};

use sink::name;
pub(super) use sink::{Name, Scalar, Sink, Tree};

/// Puts the fields of what a fact says.
pub(super) fn put(detail: &Detail, sink: &mut impl Sink) {
    match detail {
        Detail::Numeral(numeral) => numeral::put(numeral, sink),
        Detail::Time(time) => time::put(time, sink),
        Detail::Quantity(quantity) => quantity::put(quantity, sink),
        Detail::Source(source) => source::put(source, sink),
        Detail::Claim(claim) => claim::put(claim, sink),
        Detail::Entity(entity) => entity::put(entity, sink),
        Detail::Flag(flag) => flag::put(flag, sink),
    }
}

/// Someone or something that the text names, with the entity's id where it is known.
fn put_named(name: Name, named: Option<&Named>, sink: &mut impl Sink) {
    let Some(named) = named else { return sink.put(name, Scalar::Null) };
    sink.put_extent(
        name,
        named.span,
        true,
        named.entity.as_ref().map(|id| (name!("entity"), Scalar::Id(id))),
    );
}
