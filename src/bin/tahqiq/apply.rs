//! `tahqiq apply`: what was decided on a page is carried out.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args as Options;
use tahqiq::docket::{Applied, Decisions};
use tahqiq::engine::Extraction;
use tahqiq::error::Error;
use tahqiq::report::plural;

use crate::exit::{Done, say};
use crate::open;

/// Exit code where something was not carried out.
const REFUSED: u8 = 1;

#[derive(Debug, Options)]
#[command(
    after_help = "A decision is carried out where the document and what was accepted of it are as they were on the \
    page; what is not is said. Exit codes: 0, 1 where anything was not carried out, 2 for a file that cannot be read."
)]
pub(crate) struct Apply {
    /// The file that the page saved.
    #[arg(value_name = "DECISIONS")]
    pub(crate) file: PathBuf,
}

pub(crate) fn run(options: &Apply, config: Option<&Path>) -> Done {
    let project = open::project(config)?;
    let text = std::fs::read_to_string(&options.file).map_err(|error| Error::disk(&options.file, &error))?;
    let decisions = Decisions::parse(&text).map_err(|error| error.at(&options.file))?;
    let engine = open::engine(Some(&project), true)?;
    let extraction = Extraction { kinds: &project.config().kinds, ..Extraction::new(&*engine) };
    let threads = open::threads(None, Some(&project))?;
    let Applied { accepted, rejected, known, verified, refused } =
        threads.install(|| decisions.apply(&project, extraction))?;
    for error in &refused {
        say(&error.to_string());
    }
    let mut out = anstream::stdout();
    write!(out, "{} accepted, {rejected} rejected", plural(accepted, "change"))?;
    if known > 0 {
        write!(out, ", {} marked wrong or missing", plural(known, "fact"))?;
    }
    if verified > 0 {
        write!(out, ", {} verified", plural(verified, "document"))?;
    }
    writeln!(out)?;
    Ok(if refused.is_empty() { 0 } else { REFUSED })
}
