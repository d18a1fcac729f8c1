//! `tahqiq score`: precision and recall over what people have verified.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use clap::{Args as Options, ValueEnum};
use tahqiq::docket::score;
use tahqiq::engine::Extraction;
use tahqiq::harness::Corpus;
use tahqiq::report;

use crate::exit::{Done, of_problems, say};
use crate::open;

#[derive(Debug, Options)]
#[command(
    after_help = "Gold is the accepted snapshots of verified documents, less the facts that `[[known]]` rows of their \
    sidecars say are wrong, plus what those say would be right. A fact is right when its span and all its fields are, \
    whichever rule found it. Writes nothing; exit code 0, whatever the scores are."
)]
pub(crate) struct Score {
    /// Documents, folders or `.jsonl` files of the corpus; all of it by default.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// `text`: a table; `json`: an object.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// Number of threads [default: as tahqiq.toml says, else one for each core].
    #[arg(long, value_name = "N", value_parser = crate::values::jobs)]
    jobs: Option<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    #[default]
    Text,
    Json,
}

pub(crate) fn run(options: &Score, config: Option<&Path>) -> Done {
    let project = open::project(config)?;
    let corpus = Corpus::of(&project, &options.paths, &open::here()?)?;
    let engine = project.engine(false)?;
    let extraction = Extraction { kinds: &project.config().kinds, ..Extraction::new(&*engine) };
    let threads = open::threads(options.jobs, Some(&project))?;
    let scores = threads.install(|| score(&project, corpus, extraction));
    let mut out = BufWriter::new(anstream::stdout());
    match options.format {
        Format::Text => report::score(&scores, &mut out)?,
        Format::Json => writeln!(out, "{:#}", report::score_json(&scores))?,
    }
    out.flush()?;
    scores.problems.iter().for_each(|error| say(&error.to_string()));
    Ok(of_problems(&scores.problems))
}
