//! `tahqiq accept` and `reject`: what becomes of snapshots that wait.

use std::io::{self, Write};
use std::path::Path;

use clap::Args as Options;
use tahqiq::docket::{Docket, Ruling, Selection, settle};
use tahqiq::error::{Error, Trouble};
use tahqiq::harness::{Corpus, Orphans, Pending, Project, pending, reject, remove_orphan, sweep};
use tahqiq::report::plural;

use crate::exit::{Done, FAILED, say};
use crate::open;

#[derive(Debug, Options)]
#[command(
    after_help = "`tahqiq check` and `review` show the ids of clusters and facts; four digits are enough where they are \
    unambiguous. With several of --kind, --cluster and --fact a change is meant that fits each. A renamed document's \
    snapshot goes with it. What waits for a document that was edited since or is gone is not accepted: run \
    `tahqiq check` again."
)]
pub(crate) struct Decide {
    /// Documents by name, path, folder or pattern (`news/*-01`).
    #[arg(value_name = "DOCUMENT")]
    pub(crate) documents: Vec<String>,
    /// All that wait.
    #[arg(long, conflicts_with_all = ["documents", "doc"])]
    pub(crate) all: bool,
    /// Documents by pattern, likewise.
    #[arg(long, value_name = "GLOB")]
    pub(crate) doc: Vec<String>,
    /// Changes of facts of this kind alone.
    #[arg(long, value_name = "KIND")]
    pub(crate) kind: Vec<String>,
    /// Changes of this cluster alone.
    #[arg(long, value_name = "ID")]
    pub(crate) cluster: Vec<String>,
    /// This change alone.
    #[arg(long, value_name = "ID")]
    pub(crate) fact: Vec<String>,
    /// Why verified facts may change; kept in the sidecars.
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason: Option<String>,
}

#[derive(Debug, Options)]
pub(crate) struct Accept {
    #[command(flatten)]
    pub(crate) decide: Decide,
    /// Remove the snapshots of documents that the corpus no longer has.
    #[arg(long, conflicts_with_all = ["documents", "doc", "kind", "cluster", "fact"])]
    pub(crate) orphans: bool,
}

impl Decide {
    /// The documents that are named; none for all.
    pub(crate) fn named(&self) -> Vec<String> {
        self.documents.iter().chain(&self.doc).cloned().collect()
    }

    /// The changes that are meant in them.
    pub(crate) fn selection(&self) -> Selection {
        Selection { kinds: self.kind.clone(), clusters: self.cluster.clone(), facts: self.fact.clone() }
    }

    /// Whether anything is named at all.
    pub(crate) fn names_any(&self) -> bool {
        self.all || !self.named().is_empty() || !self.selection().is_whole()
    }
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
