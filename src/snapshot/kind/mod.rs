//! The fields of the built-in kinds, one file per kind: every key of the contract, in its order, null where it says
//! nothing.

mod numeral;
mod time;

use super::field::Fields;
use crate::fact::Detail;

/// The fields of what a fact says.
pub(super) fn fields(detail: Detail) -> Fields<'static> {
    match detail {
        Detail::Numeral(numeral) => numeral::fields(numeral),
        Detail::Time(time) => time::fields(*time),
    }
}
