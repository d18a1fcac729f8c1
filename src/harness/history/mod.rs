//! History: what became of the accepted facts since a revision, document by document.

mod git;
mod state;

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::cause::Cause;
use super::decide::Pending;
use super::discovery::Corpus;
use super::evidence::Evidence;
use super::outcome::Changed;
use super::place::Place;
use super::project::Project;
use super::snapshots::{files, is_pending};
use super::tally::Tally;
use crate::error::{Error, Result};
use crate::snapshot::{Record, Snapshot, diff};
use git::Repository;
use state::{Pair, Pairs, State};

/// What became of the accepted facts between two states of a project.
#[derive(Debug, Clone, Default)]
pub struct History {
    /// The revision that is compared with, as it was named.
    pub from: String,
    /// The later revision; none where it is the snapshots as they lie in their folder.
    pub to: Option<String>,
    /// Number of documents with an accepted snapshot in the later state.
    pub documents: usize,
    /// What became of the facts of documents that both states have.
    pub tally: Tally,
    /// The documents whose accepted facts are not what they were, in the order of their paths.
    pub altered: Vec<Altered>,
    /// Snapshots of either state that cannot be read; they are compared with nothing.
    pub problems: Vec<Error>,
    /// Snapshots that wait for a decision, which count for nothing here.
    pub waiting: usize,
}

/// A document whose accepted facts are not what they were.
#[derive(Debug, Clone)]
pub struct Altered {
    /// Its name; that which it has now, if it has one now.
    pub id: String,
    /// The file that it stands in, as its snapshot says.
    pub file: String,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a document's snapshot.
#[derive(Debug, Clone)]
pub enum Fate {
    /// It came; its facts by kind.
    Added(Tally),
    /// It went; its facts by kind.
    Removed(Tally),
    /// Its facts are others.
    Changed(Box<Changed>),
    /// The same text has another name, and perhaps other facts.
    Renamed {
        /// The name that it had.
        from: String,
        /// What became of its facts.
        changed: Option<Box<Changed>>,
    },
}

impl History {
    /// What became of the accepted facts since `range`: `REV` compares it with the snapshots as they lie in their folder,
    /// `A..B` two revisions, and `A...B` the second with the commit at which it parted from the first. Of the documents
    /// that `patterns` name, as [`super::pending`] takes them; of all where there are none.
    ///
    /// # Errors
    /// No git, no repository, a revision that it does not have, or a pattern that names no document of either state.
    pub fn of(project: &Project, range: &str, patterns: &[String]) -> Result<Self> {
        let repository = Repository::around(project.root())?;
        let (from, to, parted) = ends(range);
        let mut start = repository.commit(from)?;
        let end = to.map(|to| repository.commit(to)).transpose()?;
        if let (true, Some(end)) = (parted, &end) {
            start = repository.fork(&start, end)?;
        }
        let mut old = State::committed(project, &repository, &start, from)?;
        let mut new = match (to, &end) {
            (Some(to), Some(end)) => State::committed(project, &repository, end, to)?,
            _ => State::on_disk(project),
        };
        state::retain(project, patterns, &mut old, &mut new)?;
        let (pairs, problems) = state::pairs(project, &repository, &old, &new)?;
        let waiting = if to.is_none() { files(project).filter(|file| is_pending(file)).count() } else { 0 };
        let (from, to) = (from.to_owned(), to.map(str::to_owned));
        let mut history = Self { from, to, documents: new.len(), problems, waiting, ..Self::default() };
        history.compare(project, pairs);
        Ok(history)
    }

    /// Whether nothing became of anything.
    pub fn is_empty(&self) -> bool {
        self.altered.is_empty() && self.problems.is_empty()
    }

    fn compare(&mut self, project: &Project, mut pairs: Pairs<Snapshot>) {
        let renamed = renamed(&mut pairs);
        pairs.retain(|below, pair| match (&pair.old, &pair.new) {
            (Some(old), Some(new)) => old.body != new.body || renamed.contains_key(below),
            _ => true,
        });
        let texts = if pairs.is_empty() { Texts::default() } else { Texts::of(project) };
        let altered = |(below, pair): (PathBuf, Pair<Snapshot>)| {
            let text = pair.new.as_ref().and_then(|new| texts.get(project, &below, new));
            altered(project, &below, renamed.get(&below), pair, text.as_deref())
        };
        let judged: Vec<_> = pairs.into_par_iter().map(altered).collect();
        for altered in judged {
            match altered {
                Ok(altered) => self.add(altered),
                Err(error) => self.problems.push(error),
            }
        }
    }

    fn add(&mut self, altered: Altered) {
        if let Some(changed) = altered.fate.changed() {
            self.tally.add_changes(&changed.diff.changes);
        }
        self.altered.push(altered);
    }
}

impl Fate {
    /// What became of its facts, where it stands in both states.
    pub fn changed(&self) -> Option<&Changed> {
        match self {
            Self::Changed(changed) | Self::Renamed { changed: Some(changed), .. } => Some(changed),
            _ => None,
        }
    }
}

/// Both ends of a range, and whether the first is where they parted. An end that is left out is `HEAD`, as in git.
fn ends(range: &str) -> (&str, Option<&str>, bool) {
    match (range.split_once("..."), range.split_once("..")) {
        (Some((from, to)), _) => (or_head(from), Some(or_head(to)), true),
        (_, Some((from, to))) => (or_head(from), Some(or_head(to)), false),
        _ => (range, None, false),
    }
}

fn or_head(end: &str) -> &str {
    if end.is_empty() { "HEAD" } else { end }
}

/// Joins what went to what came with the same text, and returns the old path of each such new one.
fn renamed(pairs: &mut Pairs<Snapshot>) -> HashMap<PathBuf, PathBuf> {
    let sha = |snapshot: Option<&Snapshot>| snapshot.and_then(|s| s.header.info("sha256"));
    let mut gone: HashMap<String, Vec<PathBuf>> = HashMap::new();
    for (below, pair) in pairs.iter().rev().filter(|(_, pair)| pair.new.is_none()) {
        if let Some(sha) = sha(pair.old.as_ref()) {
            gone.entry(sha).or_default().push(below.clone());
        }
    }
    let came = pairs.iter().filter(|(_, pair)| pair.old.is_none());
    let joined: Vec<_> = came
        .filter_map(|(below, pair)| Some((below.clone(), gone.get_mut(&sha(pair.new.as_ref())?)?.pop()?)))
        .collect();
    for (to, from) in &joined {
        let old = pairs.remove(from).and_then(|pair| pair.old);
        pairs.entry(to.clone()).and_modify(|pair| pair.old = old);
    }
    joined.into_iter().collect()
}

/// The documents that there are now, in which the sentence of a fact is looked up.
#[derive(Default)]
struct Texts {
    places: HashMap<PathBuf, Place>,
}

impl Texts {
    fn of(project: &Project) -> Self {
        let corpus = Corpus::of(project, &[], project.root()).unwrap_or_default();
        Self { places: corpus.places.into_iter().map(|place| (place.snapshot.clone(), place)).collect() }
    }

    /// The text of the document, if it is the one that the snapshot was made of.
    fn get(&self, project: &Project, below: &Path, snapshot: &Snapshot) -> Option<String> {
        let opened = self.places.get(&project.snapshots().join(below))?.open(project).ok()?;
        let is_same = snapshot.header.info("sha256")? == opened.sha256();
        is_same.then(|| opened.document().ok().map(|document| document.text.into_owned()))?
    }
}

fn altered(
    project: &Project,
    below: &Path,
    renamed_from: Option<&PathBuf>,
    pair: Pair<Snapshot>,
    text: Option<&str>,
) -> Result<Altered> {
    let path = project.snapshots().join(below);
    let name = |below: &PathBuf| Pending::of(project, &project.snapshots().join(below)).id;
    let header = pair.new.as_ref().or(pair.old.as_ref()).map(|snapshot| &snapshot.header);
    let file = header.and_then(|header| header.value("input_file"));
    Ok(Altered {
        id: Pending::of(project, &path).id,
        file: file.unwrap_or_else(|| project.relative(&path)),
        fate: fate(pair, renamed_from.map(name), text).map_err(|error| error.at(&path))?,
    })
}

fn fate(pair: Pair<Snapshot>, from: Option<String>, text: Option<&str>) -> Result<Fate> {
    match (pair.old, pair.new, from) {
        (Some(old), Some(new), Some(from)) if old.body == new.body => {
            Ok(Fate::Renamed { from, changed: None })
        }
        (Some(old), Some(new), Some(from)) => {
            Ok(Fate::Renamed { from, changed: Some(Box::new(changed(&old, &new, text)?)) })
        }
        (Some(old), Some(new), None) => Ok(Fate::Changed(Box::new(changed(&old, &new, text)?))),
        (Some(old), None, _) => tally(&old).map(Fate::Removed),
        (None, new, _) => new.as_ref().map_or(Ok(Tally::default()), tally).map(Fate::Added),
    }
}

fn tally(snapshot: &Snapshot) -> Result<Tally> {
    let mut tally = Tally::default();
    tally.add_facts(&Record::from_body("", &snapshot.body)?.facts);
    Ok(tally)
}

fn changed(old: &Snapshot, new: &Snapshot, text: Option<&str>) -> Result<Changed> {
    let cause = Cause::between(&old.header, &new.header);
    let is_same = old.header.info("sha256") == new.header.info("sha256");
    let (old, new) = (Record::from_body("", &old.body)?, Record::from_body("", &new.body)?);
    let known = match text {
        Some(text) => Cow::Borrowed(text),
        None if is_same => Cow::Owned(quoted(&old)),
        None => Cow::Borrowed(""),
    };
    let diff = diff(&old, &new, &known);
    let sentence = |change| text.and_then(|text| Evidence::of(text, change, &diff));
    let evidence = diff.changes.iter().map(sentence).collect();
    Ok(Changed { cause, diff, ids: Vec::new(), evidence, lines: Vec::new() })
}

/// As much of a text as its facts quote, each in its place: by it a document that was not edited is told from one that
/// was, where the text itself is not at hand.
fn quoted(record: &Record<'_>) -> String {
    let mut text = Vec::new();
    for item in &record.facts {
        let (range, quotation) = (item.span.range(), item.text.as_bytes());
        if range.len() != quotation.len() {
            return String::new();
        }
        if text.len() < range.end {
            text.resize(range.end, b' ');
        }
        text[range].copy_from_slice(quotation);
    }
    String::from_utf8(text).unwrap_or_default()
}
