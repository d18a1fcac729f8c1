//! `tahqiq review`, `accept` and `reject`: what becomes of snapshots that wait.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use tahqiq::error::Error;
use tahqiq::harness::{Corpus, Pending, accept, pending, reject};
use tahqiq::report::plural;
use tahqiq::review::{self, Session};

use crate::args::{Decide, Review};
use crate::exit::{Done, say};
use crate::open;

/// Exit code where something still waits.
const LEFT: u8 = 1;
/// Exit code where something cannot be read or written.
const FAILED: u8 = 2;

pub(crate) fn review(options: &Review, config: Option<&Path>) -> Done {
    let project = open::project(config)?;
    let waiting = pending(&project, &options.documents)?;
    let mut out = BufWriter::new(anstream::stdout());
    if waiting.is_empty() {
        writeln!(out, "nothing waits for a decision; `tahqiq check` compares the corpus with its snapshots")?;
        out.flush()?;
        return Ok(0);
    }
    let session = Session::new(&project, Corpus::of(&project, &[], &open::here()?)?);
    let decided = review::review(&session, &waiting, &mut io::stdin().lock(), &mut out)?;
    out.flush()?;
    Ok(match (decided.failed, decided.left) {
        (0, 0) => 0,
        (0, _) => LEFT,
        _ => FAILED,
    })
}

pub(crate) fn accept_some(options: &Decide, config: Option<&Path>) -> Done {
    decide(options, config, accept, "accepted")
}

pub(crate) fn reject_some(options: &Decide, config: Option<&Path>) -> Done {
    decide(options, config, reject, "rejected")
}

fn decide(
    options: &Decide,
    config: Option<&Path>,
    act: impl Fn(&Pending) -> Result<(), Error>,
    acted: &str,
) -> Done {
    let project = open::project(config)?;
    let waiting = pending(&project, &options.documents)?;
    let failed =
        waiting.iter().filter_map(|one| act(one).err()).inspect(|error| say(&error.to_string())).count();
    let mut out = io::stdout();
    match waiting.len() {
        0 => writeln!(out, "nothing waits for a decision")?,
        all => writeln!(out, "{} {acted}", plural(all - failed, "snapshot"))?,
    }
    Ok(if failed == 0 { 0 } else { FAILED })
}
