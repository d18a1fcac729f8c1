//! What is named after a day, and what only looks like one: `of-date = ["شارع", "حرب"]`.

use super::{Row, Written, named};
use crate::error::Result;
use crate::lexicon::{Eponym, Sense};

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    named(list, |key| {
        let eponym = match key {
            "of-date" => Eponym::OfDate,
            "of-weekday" => Eponym::OfWeekday,
            "after-day" => Eponym::AfterDay,
            "after-yesterday" => Eponym::AfterYesterday,
            "before-general" => Eponym::BeforeGeneral,
            "outlet" => Eponym::Outlet,
            "outlet-name" => Eponym::OutletName,
            _ => return None,
        };
        Some(Sense::Eponym(eponym))
    })
}
