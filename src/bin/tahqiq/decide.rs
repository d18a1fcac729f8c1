//! `tahqiq accept` and `reject`: what becomes of snapshots that wait.

use std::io::{self, Write};
use std::path::Path;

use clap::Args as Options;
use rayon::prelude::*;
use tahqiq::docket::{Case, Docket, Ruling, Selection, settle};
use tahqiq::error::{Error, Trouble};
use tahqiq::harness::{Corpus, Orphans, Pending, Project, pending, reject, remove_orphan, sweep};
use tahqiq::report::plural;
use tahqiq::snapshot::PENDING;

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
        match reject(one) {
            Ok(()) => done.documents += 1,
            Err(error) => done.fail(error),
        }
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
    if options.selection().is_whole() {
        return whole(project, options, ruling, acted);
    }
    let mut docket = Docket::open(project, &options.named())?;
    let none = docket.cases.is_empty() && docket.problems.is_empty();
    let chosen = if none { Vec::new() } else { options.selection().of(&docket)? };
    let mut done = Ruled::default();
    for error in std::mem::take(&mut docket.problems) {
        done.fail(error);
    }
    for (case, changes) in chosen {
        let case = &docket.cases[case];
        let chosen = |index: usize| changes.binary_search(&index).is_ok();
        done.rule(case, ruling, chosen, options.reason.as_deref());
    }
    let (facts, documents) = (plural(done.facts, "change"), plural(done.documents, "document"));
    writeln!(io::stdout(), "{facts} of {documents} {acted}{}", waits(done.left))?;
    Ok(say_all(done.errors))
}

/// Decides on whole snapshots: however many wait, no more than one is held on each thread.
fn whole(project: &Project, options: &Decide, ruling: Ruling, acted: &str) -> Done {
    let waiting = Docket::waiting(project, &options.named())?;
    let (mut done, all) = (Ruled::default(), waiting.len());
    let rule = |(pending, place)| {
        let case = Case::open(project, pending, place)?;
        settle(&case, ruling, |_| true, options.reason.as_deref()).map(drop)
    };
    let ruled: Vec<_> = waiting.into_par_iter().map(rule).collect();
    for one in ruled {
        match one {
            Ok(()) => done.documents += 1,
            Err(error) => done.fail(error),
        }
    }
    done.say(all, acted)
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
    fn rule(&mut self, case: &Case, ruling: Ruling, chosen: impl Fn(usize) -> bool, reason: Option<&str>) {
        match settle(case, ruling, chosen, reason) {
            Ok(settled) => {
                self.documents += 1;
                self.facts += settled.ruled;
                self.left += settled.left;
            }
            Err(error) => self.fail(error),
        }
    }

    /// Counts what could not be done; what another run took meanwhile is no failure.
    fn fail(&mut self, error: Error) {
        let gone = error.path().is_some_and(|path| is_pending(path) && !path.exists());
        if gone { self.elsewhere += 1 } else { self.errors.push(error) }
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

/// Whether a path is that of a snapshot that waits.
fn is_pending(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == PENDING)
}

/// `; 3 more wait`.
fn waits(left: usize) -> String {
    match left {
        0 => String::new(),
        1 => "; 1 more waits".to_owned(),
        _ => format!("; {left} more wait"),
    }
}
