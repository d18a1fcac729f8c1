//! The fields of a time.

use crate::extract::offset_name;
use crate::fact::{Basis, Hijri, Mod, Moment, Time, TimeFlag};
use crate::snapshot::field::{Field, Fields};

/// Days by which a civil date that was computed from a Hijri one may be off, since months begin by sight.
const HIJRI_UNCERTAINTY: i128 = 1;

pub(super) fn fields(time: Time) -> Fields<'static> {
    let hijri = time.hijri.unwrap_or(Hijri { year: None, month: None, day: None });
    let flags = time.flags.iter().copied().map(flag).collect();
    vec![
        ("type".into(), Field::Text(time.kind.name().into())),
        ("timex".into(), Field::Text(time.timex.into())),
        ("mod".into(), Field::text(time.modifier.map(Mod::name))),
        ("quant".into(), Field::text(time.quant)),
        ("freq".into(), Field::text(time.freq)),
        ("from".into(), moment(time.from)),
        ("to".into(), moment(time.to)),
        ("offset".into(), Field::text(time.offset.map(offset_name))),
        ("status".into(), Field::Text(time.status.name().into())),
        ("basis".into(), Field::text(time.basis.map(Basis::name))),
        ("calendar".into(), Field::Text(time.calendar.name().into())),
        ("year".into(), Field::integer(hijri.year)),
        ("month".into(), Field::integer(hijri.month)),
        ("day".into(), Field::integer(hijri.day)),
        ("uncertainty_days".into(), Field::integer(time.hijri.map(|_| HIJRI_UNCERTAINTY))),
        ("flags".into(), Field::List(flags)),
        ("note".into(), Field::text(time.note)),
    ]
}

fn flag(flag: TimeFlag) -> Field<'static> {
    Field::Text(flag.name().into())
}

fn moment(moment: Option<Moment>) -> Field<'static> {
    Field::text(moment.map(|moment| moment.to_string()))
}
