//! The fields of a time.

use super::{Scalar, Sink, name};
use crate::extract::offset_name;
use crate::fact::{Basis, Hijri, Mod, Moment, Time};

/// Days by which a civil date that was computed from a Hijri one may be off, since months begin by sight.
const HIJRI_UNCERTAINTY: i128 = 1;

pub(super) fn put(time: &Time, sink: &mut impl Sink) {
    let hijri = time.hijri.unwrap_or(Hijri { year: None, month: None, day: None });
    sink.put(name!("type"), Scalar::Name(time.kind.name()));
    sink.put(name!("timex"), Scalar::Text(time.timex.as_str().into()));
    sink.put(name!("mod"), Scalar::name(time.modifier.map(Mod::name)));
    sink.put(name!("quant"), Scalar::name(time.quant));
    sink.put(name!("freq"), Scalar::text(time.freq.as_deref()));
    sink.put(name!("from"), moment(time.from));
    sink.put(name!("to"), moment(time.to));
    sink.put(name!("offset"), Scalar::text(time.offset.map(offset_name)));
    sink.put(name!("status"), Scalar::Name(time.status.name()));
    sink.put(name!("basis"), Scalar::name(time.basis.map(Basis::name)));
    sink.put(name!("calendar"), Scalar::Name(time.calendar.name()));
    sink.put(name!("year"), Scalar::integer(hijri.year));
    sink.put(name!("month"), Scalar::integer(hijri.month));
    sink.put(name!("day"), Scalar::integer(hijri.day));
    sink.put(name!("uncertainty_days"), Scalar::integer(time.hijri.map(|_| HIJRI_UNCERTAINTY)));
    sink.put_list(name!("flags"), time.flags.iter().map(|flag| Scalar::Name(flag.name())));
    sink.put(name!("note"), Scalar::text(time.note.as_deref()));
}

fn moment(moment: Option<Moment>) -> Scalar<'static> {
    moment.map_or(Scalar::Null, Scalar::Moment)
}
