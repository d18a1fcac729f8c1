//! Options that several commands share, and how their values are read.

use clap::{Args as Options, ValueEnum};
use tahqiq::extract::Anchor;
use tahqiq::snapshot::Offsets;
use tahqiq::text::Encoding;

/// How documents are read.
#[derive(Debug, Options)]
pub(crate) struct Reading {
    /// The documents' own day, against which relative dates resolve: 2022-01-24, 2022-01-24T12:30, 2022-01-24T12:30+02:00.
    #[arg(long, value_name = "DATE", value_parser = anchor)]
    pub(crate) reference: Option<Anchor>,
    /// The kinds of facts to keep [default: all].
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    pub(crate) kinds: Vec<String>,
    /// The encoding of the documents: utf-8, utf-16le, utf-16be or windows-1256 [default: UTF-8, or UTF-16 where a byte
    /// order mark says so].
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    pub(crate) encoding: Option<Encoding>,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
pub(crate) enum Unit {
    #[default]
    Bytes,
    Chars,
    Utf16,
}

impl From<Unit> for Offsets {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Bytes => Self::Bytes,
            Unit::Chars => Self::Chars,
            Unit::Utf16 => Self::Utf16,
        }
    }
}

pub(crate) fn anchor(text: &str) -> Result<Anchor, String> {
    Anchor::parse(text).map_err(|error| error.to_string())
}

pub(crate) fn encoding(name: &str) -> Result<Encoding, String> {
    Encoding::named(name).ok_or_else(|| "it is utf-8, utf-16le, utf-16be or windows-1256".to_owned())
}

pub(crate) fn jobs(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(0) | Err(_) => Err("it is a number from 1".to_owned()),
        Ok(jobs) => Ok(jobs),
    }
}
