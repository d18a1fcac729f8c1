//! `tahqiq review`, `accept` and `reject`: what becomes of snapshots that wait.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use tahqiq::docket::{Docket, Ruling, settle};
use tahqiq::error::{Error, Trouble};
use tahqiq::harness::{Corpus, Orphans, Pending, Project, pending, reject, remove_orphan, sweep};
use tahqiq::report::plural;
use tahqiq::review;

use crate::args::{Accept, Decide, Review};
use crate::exit::{Done, say};
use crate::open;
use crate::page;

/// Exit code where something still waits.
const LEFT: u8 = 1;
/// Exit code where something cannot be read or written.
const FAILED: u8 = 2;

pub(crate) fn review(options: &Review, config: Option<&Path>) -> Done {
    let project = open::project(config)?;
    sweep(&project);
    let docket = Docket::open(&project, &options.documents)?;
    let mut out = BufWriter::new(anstream::stdout());
    if docket.cases.is_empty() && docket.problems.is_empty() {
        writeln!(out, "nothing waits for a decision; `tahqiq check` compares the corpus with its snapshots")?;
        out.flush()?;
        return Ok(0);
    }
    if options.browser.web {
        out.flush()?;
        return page::review(&options.browser, project, docket);
    }
    let decided = review::review(&docket, &mut io::stdin().lock(), &mut out)?;
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
    if options.orphans && !options.decide.names_any() {
        return Ok(orphans);
    }
    Ok(decide(&project, &options.decide, Ruling::Accept, "accepted")?.max(orphans))
}

pub(crate) fn reject_some(options: &Decide, config: Option<&Path>) -> Done {
    let project = open::project(config)?;
    sweep(&project);
    if options.names_any() && options.selection().is_whole() {
        return reject_files(&pending(&project, &options.named())?);
    }
    decide(&project, options, Ruling::Reject, "rejected")
}

/// Removes what waits, whether it can be read or not.
fn reject_files(waiting: &[Pending]) -> Done {
    let mut done = Ruled::default();
    for one in waiting {
        done.count(reject(one), one);
    }
    done.say(waiting.len(), "rejected")
}

fn decide(project: &Project, options: &Decide, ruling: Ruling, acted: &str) -> Done {
    if !options.names_any() {
        let what = "nothing is named";
        return Err(Error::new(Trouble::Usage, what)
            .advise("name documents, or changes with --kind, --cluster or --fact; --all takes all")
            .into());
    }
    let mut docket = Docket::open(project, &options.named())?;
    let waiting = docket.cases.len() + docket.problems.len();
    let selection = options.selection();
    let chosen = if selection.is_whole() || waiting == 0 { whole(&docket) } else { selection.of(&docket)? };
    let mut done = Ruled::default();
    // What another run took meanwhile.
    let gone = |error: &Error| error.path().is_some_and(|path| !path.exists());
    let (gone, left): (Vec<_>, Vec<_>) = std::mem::take(&mut docket.problems).into_iter().partition(gone);
    (done.errors, done.elsewhere) = (left, gone.len());
    for (case, changes) in chosen {
        let case = &docket.cases[case];
        let settled =
            settle(case, ruling, |index| changes.binary_search(&index).is_ok(), options.reason.as_deref());
        if let Ok(settled) = &settled {
            (done.facts, done.left) = (done.facts + settled.ruled, done.left + settled.left);
        }
        done.count(settled.map(drop), &case.pending);
    }
    if selection.is_whole() {
        return done.say(waiting, acted);
    }
    let (facts, documents) = (plural(done.facts, "change"), plural(done.documents, "document"));
    writeln!(io::stdout(), "{facts} of {documents} {acted}{}", waits(done.left))?;
    Ok(say_all(done.errors))
}

/// Removes the snapshots of documents that the corpus does not have.
fn accept_orphans(project: &Project) -> Done {
    let orphans = Orphans::of(project, &Corpus::of(project, &[], project.root())?)?;
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

/// Every change of every case.
fn whole(docket: &Docket) -> Vec<(usize, Vec<usize>)> {
    docket.cases.iter().enumerate().map(|(at, case)| (at, (0..case.changes().len()).collect())).collect()
}

/// What deciding came to.
#[derive(Default)]
struct Ruled {
    facts: usize,
    documents: usize,
    left: usize,
    /// Snapshots that another run decided on meanwhile.
    elsewhere: usize,
    errors: Vec<Error>,
}

impl Ruled {
    fn count(&mut self, done: tahqiq::error::Result<()>, pending: &Pending) {
        let file = pending.file();
        match done {
            Ok(()) => self.documents += 1,
            Err(error) if error.path() == Some(&file) && !file.exists() => self.elsewhere += 1,
            Err(error) => self.errors.push(error),
        }
    }

    /// Says what became of whole snapshots.
    fn say(self, waiting: usize, acted: &str) -> Done {
        let mut out = io::stdout();
        match waiting {
            0 => writeln!(out, "nothing waits for a decision")?,
            _ => writeln!(out, "{} {acted}", plural(self.documents, "snapshot"))?,
        }
        if self.elsewhere > 0 {
            writeln!(out, "{} decided by another run meanwhile", plural(self.elsewhere, "snapshot"))?;
        }
        Ok(say_all(self.errors))
    }
}

/// `; 3 more wait`.
fn waits(left: usize) -> String {
    match left {
        0 => String::new(),
        1 => "; 1 more waits".to_owned(),
        _ => format!("; {left} more wait"),
    }
}
