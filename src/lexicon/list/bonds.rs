//! Small words that tell the parts of an event apart: `by = ["على يد"]`.

use super::{Row, Written, named};
use crate::error::Result;
use crate::lexicon::{Bond, Sense};

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    named(list, |key| {
        Some(Sense::Bond(match key {
            "aboard" => Bond::Aboard,
            "against" => Bond::Against,
            "among" => Bond::Among,
            "any" => Bond::Any,
            "besides" => Bond::Besides,
            "bodies" => Bond::Bodies,
            "brought" => Bond::Brought,
            "by" => Bond::By,
            "carried-out" => Bond::CarriedOut,
            "done" => Bond::Done,
            "exchange" => Bond::Exchange,
            "fall" => Bond::Fall,
            "hold" => Bond::Hold,
            "hospital" => Bond::Hospital,
            "hunted" => Bond::Hunted,
            "illness" => Bond::Illness,
            "inmate" => Bond::Inmate,
            "judge" => Bond::Judge,
            "kin" => Bond::Kin,
            "launch" => Bond::Launch,
            "lost" => Bond::Lost,
            "meanwhile" => Bond::Meanwhile,
            "near" => Bond::Near,
            "not-that" => Bond::NotThat,
            "order" => Bond::Order,
            "prison" => Bond::Prison,
            "quality" => Bond::Quality,
            "receive" => Bond::Receive,
            "share" => Bond::Share,
            "sought" => Bond::Sought,
            "still" => Bond::Still,
            "therein" => Bond::Therein,
            "undone" => Bond::Undone,
            _ => return None,
        }))
    })
}
