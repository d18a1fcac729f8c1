//! The fields of a time.

use super::{Scalar, Sink};
use crate::extract::offset_name;
use crate::fact::{Basis, Hijri, Mod, Moment, Time};

/// Days by which a civil date that was computed from a Hijri one may be off, since months begin by sight.
const HIJRI_UNCERTAINTY: i128 = 1;

pub(super) fn put(time: &Time, sink: &mut impl Sink) {
    let hijri = time.hijri.unwrap_or(Hijri { year: None, month: None, day: None });
    sink.put("type", Scalar::Name(time.kind.name()));
    sink.put("timex", Scalar::Text(time.timex.as_str().into()));
    sink.put("mod", Scalar::name(time.modifier.map(Mod::name)));
    sink.put("quant", Scalar::name(time.quant));
    sink.put("freq", Scalar::text(time.freq.as_deref()));
    sink.put("from", moment(time.from));
    sink.put("to", moment(time.to));
    sink.put("offset", Scalar::text(time.offset.map(offset_name)));
    sink.put("status", Scalar::Name(time.status.name()));
    sink.put("basis", Scalar::name(time.basis.map(Basis::name)));
    sink.put("calendar", Scalar::Name(time.calendar.name()));
    sink.put("year", Scalar::integer(hijri.year));
    sink.put("month", Scalar::integer(hijri.month));
    sink.put("day", Scalar::integer(hijri.day));
    sink.put("uncertainty_days", Scalar::integer(time.hijri.map(|_| HIJRI_UNCERTAINTY)));
    sink.put_list("flags", time.flags.iter().map(|flag| Scalar::Name(flag.name())));
    sink.put("note", Scalar::text(time.note.as_deref()));
}

fn moment(moment: Option<Moment>) -> Scalar<'static> {
    Scalar::text(moment.map(|moment| moment.to_string()))
}
