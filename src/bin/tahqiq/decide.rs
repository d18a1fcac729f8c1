//! `tahqiq review`, `accept` and `reject`: what becomes of snapshots that wait.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use tahqiq::error::{Error, Result};
use tahqiq::harness::{
    Corpus, Orphans, Pending, Project, accept, pending, reject, remove_orphan, sweep, trace,
};
use tahqiq::report::plural;
use tahqiq::review::{self, Session};

use crate::args::{Accept, Decide, Review};
use crate::exit::{Done, say};
use crate::open;

/// Exit code where something still waits.
const LEFT: u8 = 1;
/// Exit code where something cannot be read or written.
const FAILED: u8 = 2;

pub(crate) fn review(options: &Review, config: Option<&Path>) -> Done {
    let project = open::project(config)?;
    sweep(&project);
    let mut waiting = pending(&project, &options.documents)?;
    let mut out = BufWriter::new(anstream::stdout());
    if waiting.is_empty() {
        writeln!(out, "nothing waits for a decision; `tahqiq check` compares the corpus with its snapshots")?;
        out.flush()?;
        return Ok(0);
    }
    let corpus = whole(&project)?;
    trace(&project, &corpus, &mut waiting);
    let session = Session::new(&project, corpus);
    let decided = review::review(&session, &waiting, &mut io::stdin().lock(), &mut out)?;
    out.flush()?;
    Ok(match (decided.failed, decided.left) {
        (0, 0) => 0,
        (0, _) => LEFT,
        _ => FAILED,
    })
}

pub(crate) fn accept_some(options: &Accept, config: Option<&Path>) -> Done {
    let project = open::project(config)?;
    sweep(&project);
    let orphans = if options.orphans { accept_orphans(&project)? } else { 0 };
    if !options.all && options.documents.is_empty() {
        return Ok(orphans);
    }
    let mut waiting = pending(&project, &options.documents)?;
    if !waiting.is_empty() {
        trace(&project, &whole(&project)?, &mut waiting);
    }
    Ok(decide(&waiting, accept, "accepted")?.max(orphans))
}

pub(crate) fn reject_some(options: &Decide, config: Option<&Path>) -> Done {
    let project = open::project(config)?;
    sweep(&project);
    decide(&pending(&project, &options.documents)?, reject, "rejected")
}

fn decide(waiting: &[Pending], act: impl Fn(&Pending) -> Result<()>, acted: &str) -> Done {
    let (mut errors, mut elsewhere) = (Vec::new(), 0);
    for one in waiting {
        match act(one) {
            Err(error) if error.path() == Some(&one.file()) && !one.file().exists() => elsewhere += 1,
            done => errors.extend(done.err()),
        }
    }
    let mut out = io::stdout();
    match waiting.len() {
        0 => writeln!(out, "nothing waits for a decision")?,
        all => writeln!(out, "{} {acted}", plural(all - errors.len() - elsewhere, "snapshot"))?,
    }
    if elsewhere > 0 {
        writeln!(out, "{} decided by another run meanwhile", plural(elsewhere, "snapshot"))?;
    }
    Ok(say_all(errors))
}

/// Removes the snapshots of documents that the corpus does not have.
fn accept_orphans(project: &Project) -> Done {
    let orphans = Orphans::of(project, &whole(project)?)?;
    let errors: Vec<_> = orphans.gone.iter().filter_map(|orphan| remove_orphan(orphan).err()).collect();
    let mut out = io::stdout();
    writeln!(out, "{} removed", plural(orphans.gone.len() - errors.len(), "orphan"))?;
    if !orphans.renamed.is_empty() {
        let kept = plural(orphans.renamed.len(), "snapshot");
        writeln!(out, "{kept} of renamed documents kept until those are accepted")?;
    }
    Ok(say_all(errors))
}

/// Says each trouble once, and returns the exit code.
fn say_all(errors: Vec<Error>) -> u8 {
    let errors = Error::gathered(errors);
    for error in &errors {
        say(&error.to_string());
    }
    if errors.is_empty() { 0 } else { FAILED }
}

/// The whole corpus.
fn whole(project: &Project) -> Result<Corpus> {
    Corpus::of(project, &[], project.root())
}
