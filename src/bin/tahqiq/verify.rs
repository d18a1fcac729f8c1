//! `tahqiq verify`: stating that the facts of documents were read against their texts.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::Args as Options;
use tahqiq::docket::{Verification, unverify, verify};
use tahqiq::engine::Extraction;
use tahqiq::error::{Error, Trouble};
use tahqiq::harness::{Corpus, Verdict};
use tahqiq::report::{plural, visible};

use crate::exit::{Done, say};
use crate::open;

#[derive(Debug, Options)]
#[command(
    after_help = "The sidecar keeps the hash of the accepted snapshot: once that changes, the statement is stale, unless \
    the change was accepted fact by fact, with a reason for each verified fact that it breaks. A document is refused \
    whose facts are not those that were accepted; the exit code is then that of `tahqiq check`."
)]
pub(crate) struct Verify {
    /// Documents or folders of the corpus.
    #[arg(value_name = "DOCUMENT", required = true)]
    documents: Vec<PathBuf>,
    /// Take the statement back.
    #[arg(long)]
    unset: bool,
}

pub(crate) fn run(options: &Verify, config: Option<&Path>) -> Done {
    let project = open::project(config)?;
    let corpus = Corpus::of(&project, &options.documents, &open::here()?)?;
    let engine = project.engine(false)?;
    let extraction = Extraction { kinds: &project.config().kinds, ..Extraction::new(&*engine) };
    let mut out = io::stdout();
    let mut worst = corpus.problems.iter().map(complain).min().unwrap_or(Verdict::Clean);
    for place in &corpus.places {
        let done = if options.unset { unverify(place) } else { verify(&project, place, extraction) };
        worst = worst.min(match done {
            Ok(Verification::Refused(verdict, why)) => {
                say(&format!("{}: {why}: run `tahqiq check`, then `tahqiq review`", visible(&place.id)));
                verdict
            }
            Ok(done) => {
                writeln!(out, "{}: {}", visible(&place.id), said(done))?;
                Verdict::Clean
            }
            Err(error) => complain(&if error.path().is_some() { error } else { error.at(&place.file) }),
        });
    }
    Ok(worst.code())
}

fn complain(error: &Error) -> Verdict {
    say(&error.to_string());
    if error.trouble() == Trouble::Invariant { Verdict::Invariant } else { Verdict::Trouble }
}

fn said(done: Verification) -> String {
    match done {
        Verification::Stated { facts, known: 0 } => format!("verified, {}", plural(facts, "fact")),
        Verification::Stated { facts, known } => {
            format!("verified, {} and {}", plural(facts, "fact"), plural(known, "known error"))
        }
        Verification::Already => "verified already".to_owned(),
        Verification::TakenBack => "no longer verified".to_owned(),
        Verification::Nothing => "was not verified".to_owned(),
        Verification::Refused(_, why) => why.to_owned(),
    }
}
