//! The session: a docket while a person goes through it, whatever shows it to them.
//!
//! It knows what is listed, where the reader is, what is filtered, what was decided and how to take that back. It draws
//! nothing and reads no keys.

use std::collections::{BTreeSet, HashMap};

use super::sheet::{Row, Sheet, Sight};
use crate::docket::{Before, Docket, Ruling};
use crate::error::Error;
use crate::harness::Project;
use crate::snapshot::Cluster;

/// A docket while a person goes through it.
#[derive(Debug)]
pub struct Session {
    pub(super) project: Project,
    pub(super) sheets: Vec<Sheet>,
    clusters: Vec<Like>,
    problems: Vec<Error>,
    pub(super) filter: Filter,
    pub(super) entries: Vec<Entry>,
    pub(super) rows: Vec<Spot>,
    pub(super) entry: usize,
    pub(super) row: usize,
    pub(super) history: Vec<Step>,
    pub(super) offer: Option<usize>,
    kinds: Vec<String>,
}

/// A cluster of more than one change, and where its changes are.
#[derive(Debug)]
pub struct Like {
    /// What is common to them.
    pub cluster: Cluster,
    /// The changes that the filter lets through.
    pub spots: Vec<Spot>,
}

/// What the list holds: first the clusters, then the documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// The cluster of that index.
    Cluster(usize),
    /// The sheet of that index.
    Document(usize),
}

/// A change: index of its sheet and of its row there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// Index of the sheet.
    pub sheet: usize,
    /// Index of the row.
    pub row: usize,
}

/// What is shown, and what rulings on documents and clusters reach.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Changes of facts of this kind alone.
    pub kind: Option<String>,
    /// Documents alone whose names hold this; empty for all.
    pub name: String,
}

/// How far the review has come, and how the program exits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Changes that were accepted.
    pub accepted: usize,
    /// Those that were rejected.
    pub rejected: usize,
    /// Those that wait.
    pub waiting: usize,
    /// Documents that could not be read or written.
    pub failed: usize,
}

/// A step that can be taken back.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) what: String,
    pub(super) files: Vec<(usize, Before)>,
    /// The id of the change that it began with, where it was a ruling.
    pub(super) change: Option<String>,
    pub(super) entry: Option<Entry>,
    pub(super) spot: Option<Spot>,
}

impl Progress {
    /// Changes that are decided.
    pub fn decided(&self) -> usize {
        self.accepted + self.rejected
    }

    /// All changes.
    pub fn total(&self) -> usize {
        self.decided() + self.waiting
    }
}

impl Session {
    /// The docket of `project`, from its first cluster or document.
    pub fn new(project: Project, docket: Docket) -> Self {
        let Docket { cases, clusters, problems } = docket;
        let several = clusters.into_iter().filter(|cluster| cluster.members.len() > 1);
        let clusters = several.map(|cluster| Like { cluster, spots: Vec::new() }).collect();
        let mut session = Self {
            project,
            sheets: cases.into_iter().map(Sheet::new).collect(),
            clusters,
            problems,
            filter: Filter::default(),
            entries: Vec::new(),
            rows: Vec::new(),
            entry: 0,
            row: 0,
            history: Vec::new(),
            offer: None,
            kinds: Vec::new(),
        };
        session.refresh();
        session
    }

    /// Every document.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// The clusters of more than one change, as they were when the review began.
    pub fn clusters(&self) -> &[Like] {
        &self.clusters
    }

    /// What waits and could not be read.
    pub fn problems(&self) -> &[Error] {
        &self.problems
    }

    /// What is filtered.
    pub fn filter(&self) -> &Filter {
        &self.filter
    }

    /// The kinds of facts that have changes.
    pub fn kinds(&self) -> &[String] {
        &self.kinds
    }

    /// The list that the filter leaves.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Index of the open entry in the list.
    pub fn entry(&self) -> usize {
        self.entry
    }

    /// The changes of the open entry that the filter leaves.
    pub fn rows(&self) -> &[Spot] {
        &self.rows
    }

    /// Index of the current change in them.
    pub fn row(&self) -> usize {
        self.row
    }

    /// Where the reader is; nowhere where the filter leaves nothing.
    pub fn spot(&self) -> Option<Spot> {
        self.rows.get(self.row).copied()
    }

    /// The document of the current change.
    pub fn sheet(&self) -> Option<&Sheet> {
        self.spot().map(|spot| &self.sheets[spot.sheet])
    }

    /// What there is to see of the current change.
    pub fn sight(&self) -> Option<Sight<'_>> {
        self.spot().and_then(|spot| self.sheets[spot.sheet].sight(spot.row))
    }

    /// The row of a change.
    ///
    /// # Panics
    /// Where there is none there.
    pub fn row_at(&self, spot: Spot) -> &Row {
        &self.sheets[spot.sheet].rows[spot.row]
    }

    /// How far the review has come.
    pub fn progress(&self) -> Progress {
        let failed = self.problems.len() + self.sheets.iter().filter(|sheet| sheet.trouble.is_some()).count();
        let mut progress = Progress { failed, ..Progress::default() };
        for row in self.sheets.iter().flat_map(|sheet| &sheet.rows) {
            match row.ruling() {
                None => progress.waiting += 1,
                Some(Ruling::Accept) => progress.accepted += 1,
                Some(Ruling::Reject) => progress.rejected += 1,
            }
        }
        progress
    }

    /// Whether a change is shown.
    pub(super) fn shows(&self, spot: Spot) -> bool {
        let kind = self.filter.kind.as_ref();
        kind.is_none_or(|kind| *kind == self.row_at(spot).kind)
            && self.sheets[spot.sheet].case.id().contains(&self.filter.name)
    }

    /// The changes of a document that are shown.
    pub(super) fn shown(&self, sheet: usize) -> impl Iterator<Item = Spot> + '_ {
        (0..self.sheets[sheet].rows.len())
            .map(move |row| Spot { sheet, row })
            .filter(|spot| self.shows(*spot))
    }

    /// Finds anew what is listed, with the reader where they were as far as that is still there.
    pub(super) fn refresh(&mut self) {
        let open = self.entries.get(self.entry).copied();
        self.find_kinds();
        self.find_likes();
        let likes = (0..self.clusters.len()).filter(|index| !self.clusters[*index].spots.is_empty());
        let documents = (0..self.sheets.len()).filter(|sheet| self.shown(*sheet).next().is_some());
        self.entries = likes.map(Entry::Cluster).chain(documents.map(Entry::Document)).collect();
        let found = open.and_then(|open| self.entries.iter().position(|entry| *entry == open));
        let row = if found.is_some() { self.row } else { 0 };
        self.open(found.unwrap_or(self.entry), row);
    }

    /// Opens the entry of that index at that row, or as near as there is one.
    pub(super) fn open(&mut self, entry: usize, row: usize) {
        self.entry = entry.min(self.entries.len().saturating_sub(1));
        self.rows = match self.entries.get(self.entry) {
            None => Vec::new(),
            Some(Entry::Cluster(index)) => self.clusters[*index].spots.clone(),
            Some(Entry::Document(sheet)) => self.shown(*sheet).collect(),
        };
        self.row = row.min(self.rows.len().saturating_sub(1));
    }

    fn find_kinds(&mut self) {
        let kinds = self.sheets.iter().flat_map(|sheet| &sheet.rows).map(|row| row.kind.as_str());
        let kinds: BTreeSet<_> = kinds.filter(|kind| !kind.is_empty()).collect();
        self.kinds = kinds.into_iter().map(str::to_owned).collect();
    }

    fn find_likes(&mut self) {
        let mut spots: HashMap<&str, Vec<Spot>> =
            self.clusters.iter().map(|like| (&*like.cluster.id, Vec::new())).collect();
        for sheet in 0..self.sheets.len() {
            for spot in self.shown(sheet) {
                let cluster = self.row_at(spot).cluster.as_deref();
                if let Some(spots) = cluster.and_then(|id| spots.get_mut(id)) {
                    spots.push(spot);
                }
            }
        }
        let mut found: Vec<_> =
            self.clusters.iter().map(|like| spots.remove(&*like.cluster.id).unwrap_or_default()).collect();
        self.clusters.iter_mut().zip(found.drain(..)).for_each(|(like, spots)| like.spots = spots);
    }
}
