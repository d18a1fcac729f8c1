//! Small words that hold a time together: `of = ["من"]`.

use super::{Row, Written, named};
use crate::error::Result;
use crate::lexicon::{Joint, Sense};

pub(super) fn rows(list: Written<'_>) -> Result<Vec<Row>> {
    named(list, |key| {
        let joint = match key {
            "age" => Joint::Age,
            "aged" => Joint::Aged,
            "and" => Joint::And,
            "article" => Joint::Article,
            "at" => Joint::At,
            "before-christ" => Joint::BeforeChrist,
            "before-letter" => Joint::BeforeLetter,
            "both-days" => Joint::BothDays,
            "dated" => Joint::Dated,
            "daytime" => Joint::Daytime,
            "except" => Joint::Except,
            "few" => Joint::Few,
            "first-day" => Joint::FirstDay,
            "greenwich-letter" => Joint::GreenwichLetter,
            "gregorian" => Joint::Gregorian,
            "in" => Joint::In,
            "islamic" => Joint::Islamic,
            "iso-t" => Joint::IsoT,
            "itself" => Joint::Itself,
            "local" => Joint::Local,
            "number" => Joint::Number,
            "of" => Joint::Of,
            "of-them" => Joint::OfThem,
            "published" => Joint::Published,
            "same" => Joint::Same,
            "selfsame" => Joint::Selfsame,
            "several" => Joint::Several,
            "sharp" => Joint::Sharp,
            "spanning" => Joint::Spanning,
            "starting" => Joint::Starting,
            "time-letter" => Joint::TimeLetter,
            "to" => Joint::To,
            "whole" => Joint::Whole,
            "year-head" => Joint::YearHead,
            "zone-time" => Joint::ZoneTime,
            _ => return None,
        };
        Some(Sense::Joint(joint))
    })
}
