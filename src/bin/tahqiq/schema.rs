//! `tahqiq schema`: the JSON Schema of what is printed.

use std::io::Write as _;

use clap::{Args, ValueEnum};
use tahqiq::report::schema;

use crate::exit::Done;

#[derive(Debug, Args)]
#[command(
    after_help = "JSON Schema 2020-12. Keys may be added to a version of an output, none is renamed or dropped."
)]
pub(crate) struct Schema {
    /// `facts`: what `extract` prints, one document or an array, and a bad line of a stream; `snapshot`: a line of the
    /// canonical text that snapshots hold; `ledger`: what `reconcile --format json` prints; `check`: the report of
    /// `check --report json=FILE`.
    #[arg(value_enum, default_value_t)]
    pub(crate) of: Of,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Of {
    #[default]
    Facts,
    Snapshot,
    Ledger,
    Check,
}

pub(crate) fn run(options: &Schema) -> Done {
    let text = match options.of {
        Of::Facts => schema::FACTS.to_owned(),
        Of::Snapshot => schema::snapshot(),
        Of::Ledger => schema::LEDGER.to_owned(),
        Of::Check => schema::CHECK.to_owned(),
    };
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(0)
}
