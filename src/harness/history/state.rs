//! States: the accepted snapshots as they were committed, or as they lie in their folder.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::git::Repository;
use crate::error::{Error, Result, Trouble};
use crate::harness::decide::Pattern;
use crate::harness::project::Project;
use crate::harness::snapshots::{files, is_of_a_document, is_pending};
use crate::snapshot::{Record, Snapshot};

/// The accepted snapshots of a project at some time, by their paths below the folder of snapshots.
pub(super) struct State {
    revision: Option<String>,
    snapshots: BTreeMap<PathBuf, Content>,
}

/// Where the content of a snapshot is.
#[derive(PartialEq, Eq)]
enum Content {
    /// In the repository, under this name.
    Git(String),
    /// In its file.
    Disk,
}

/// What a snapshot was and what it is, where these are not the same bytes.
pub(super) struct Pair<T> {
    pub(super) old: Option<T>,
    pub(super) new: Option<T>,
}

/// Pairs by their paths below the folder of snapshots.
pub(super) type Pairs<T> = BTreeMap<PathBuf, Pair<T>>;

impl State {
    /// The state at `commit`, which the user calls `revision`.
    pub(super) fn committed(
        project: &Project,
        repository: &Repository,
        commit: &str,
        revision: &str,
    ) -> Result<Self> {
        let files = repository.files(commit, &project.config().snapshots)?.into_iter();
        let accepted = files.filter(|(below, _)| is_accepted(below));
        let snapshots = accepted.map(|(below, blob)| (below, Content::Git(blob))).collect();
        Ok(Self { revision: Some(revision.to_owned()), snapshots })
    }

    /// The state of the folder.
    pub(super) fn on_disk(project: &Project) -> Self {
        let accepted = files(project).filter(|file| is_accepted(file));
        let below = |file: PathBuf| file.strip_prefix(project.snapshots()).ok().map(Path::to_owned);
        let snapshots = accepted.filter_map(below).map(|below| (below, Content::Disk)).collect();
        Self { revision: None, snapshots }
    }

    /// Number of its snapshots.
    pub(super) fn len(&self) -> usize {
        self.snapshots.len()
    }

    fn holds_on_disk(&self, below: &Path) -> bool {
        self.snapshots.get(below) == Some(&Content::Disk)
    }

    /// The snapshots in the repository that are not the same in `other`.
    fn unlike<'s>(&'s self, other: &'s Self) -> impl Iterator<Item = (&'s Path, &'s str)> {
        self.snapshots.iter().filter_map(|(below, content)| match content {
            Content::Git(blob) if other.snapshots.get(below) != Some(content) => {
                Some((below.as_path(), blob.as_str()))
            }
            _ => None,
        })
    }

    /// How a snapshot of it is called where something is wrong with it: `main:snapshots/a.txt.snap`.
    fn name(&self, project: &Project, below: &Path) -> PathBuf {
        let path = project.relative(&project.snapshots().join(below));
        match &self.revision {
            Some(revision) => format!("{revision}:{path}").into(),
            None => path.into(),
        }
    }

    /// The error of a snapshot that cannot be read; one that was committed so nobody can mend.
    fn broken(&self, project: &Project, below: &Path, error: Error) -> Error {
        let error = error.at(&self.name(project, below));
        if self.revision.is_some() { error.advise("it was committed so, and is left out") } else { error }
    }
}

fn is_accepted(file: &Path) -> bool {
    is_of_a_document(file) && !is_pending(file)
}

/// Keeps of both states the snapshots that `patterns` name; all where there are none.
///
/// # Errors
/// A pattern that is none, or that names no snapshot of either.
pub(super) fn retain(project: &Project, patterns: &[String], old: &mut State, new: &mut State) -> Result<()> {
    let parsed = patterns.iter().map(|pattern| Pattern::new(pattern)).collect::<Result<Vec<_>>>()?;
    let mut met = vec![false; parsed.len()];
    let mut is_named = |below: &PathBuf| {
        let file = project.snapshots().join(below);
        let hits = parsed.iter().zip(&mut met).filter(|(pattern, _)| pattern.names(project, &file));
        hits.map(|(_, met)| *met = true).count() > 0 || patterns.is_empty()
    };
    old.snapshots.retain(|below, _| is_named(below));
    new.snapshots.retain(|below, _| is_named(below));
    match patterns.iter().zip(met).find(|(_, met)| !met) {
        None => Ok(()),
        Some((pattern, _)) => {
            Err(Error::new(Trouble::Usage, format!("no accepted snapshot is named `{pattern}`"))
                .advise("name a document, a folder or a pattern such as `news/*-01`"))
        }
    }
}

/// The snapshots that are not byte for byte the same in both states, and what is wrong with those that cannot be read.
///
/// # Errors
/// A repository that cannot be read.
pub(super) fn pairs(
    project: &Project,
    repository: &Repository,
    old: &State,
    new: &State,
) -> Result<(Pairs<Snapshot>, Vec<Error>)> {
    let read = |below: &Path| std::fs::read(project.snapshots().join(below));
    let mut pairs: Pairs<Vec<u8>> = BTreeMap::new();
    let (went, came): (Vec<_>, Vec<_>) = (old.unlike(new).collect(), new.unlike(old).collect());
    let blobs: Vec<_> = went.iter().chain(&came).map(|(_, blob)| *blob).collect();
    repository.contents(&blobs, |at, bytes| {
        match (went.get(at), came.get(at.saturating_sub(went.len()))) {
            (Some((below, _)), _) => {
                if !new.holds_on_disk(below) || read(below).ok().as_ref() != Some(&bytes) {
                    pairs.insert((*below).to_owned(), Pair { old: Some(bytes), new: None });
                }
            }
            (None, Some((below, _))) => pair(&mut pairs, below).new = Some(bytes),
            (None, None) => {}
        }
    })?;
    let mut problems = add_from_disk(project, &mut pairs, old, new);
    Ok((parsed(project, pairs, old, new, &mut problems), problems))
}

/// Adds what lies on disk to the pairs that are not the same, and returns what stands in the way.
fn add_from_disk(project: &Project, pairs: &mut Pairs<Vec<u8>>, old: &State, new: &State) -> Vec<Error> {
    let mut problems = Vec::new();
    for below in new.snapshots.keys().filter(|below| new.holds_on_disk(below)) {
        if !pairs.contains_key(below) && old.snapshots.contains_key(below) {
            continue;
        }
        match std::fs::read(project.snapshots().join(below)) {
            Ok(bytes) => pair(pairs, below).new = Some(bytes),
            Err(error) => {
                pairs.remove(below);
                problems.push(Error::disk(&new.name(project, below), &error));
            }
        }
    }
    problems
}

fn pair<'p>(pairs: &'p mut Pairs<Vec<u8>>, below: &Path) -> &'p mut Pair<Vec<u8>> {
    pairs.entry(below.to_owned()).or_insert(Pair { old: None, new: None })
}

/// The snapshots of the pairs; a pair of which one is broken is left out, and the broken one named.
fn parsed(
    project: &Project,
    pairs: Pairs<Vec<u8>>,
    old: &State,
    new: &State,
    problems: &mut Vec<Error>,
) -> Pairs<Snapshot> {
    let mut parsed = BTreeMap::new();
    for (below, pair) in pairs {
        let parse = |bytes: Option<Vec<u8>>, state: &State| {
            let parsed = bytes.map(|bytes| whole(&bytes)).transpose();
            parsed.map_err(|error| state.broken(project, &below, error))
        };
        match (parse(pair.old, old), parse(pair.new, new)) {
            (Ok(old), Ok(new)) => {
                parsed.insert(below, Pair { old, new });
            }
            (old, new) => problems.extend(old.err().into_iter().chain(new.err())),
        }
    }
    parsed
}

/// A snapshot whose facts can be read too.
fn whole(bytes: &[u8]) -> Result<Snapshot> {
    let snapshot = Snapshot::parse(bytes)?;
    Record::from_body("", &snapshot.body)?;
    Ok(snapshot)
}
