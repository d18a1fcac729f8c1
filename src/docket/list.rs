//! The list of cases, and the clusters of their changes.

use std::collections::HashMap;
use std::path::PathBuf;

use rayon::prelude::*;

use super::case::Case;
use crate::error::{Error, Result};
use crate::harness::{Check, Corpus, Outcome, Pending, Place, Project, pending, trace};
use crate::snapshot::{Cluster, clusters};

/// What waits for a decision.
#[derive(Debug, Clone, Default)]
pub struct Docket {
    /// The documents, in the order of their paths.
    pub cases: Vec<Case>,
    /// Like changes of many documents, the largest cluster first; members are indices of cases and of their changes. The
    /// facts of documents that are new are in none.
    pub clusters: Vec<Cluster>,
    /// Snapshots that wait and cannot be read.
    pub problems: Vec<Error>,
}

impl Docket {
    /// The snapshots that wait and that one of `patterns` names; all where there are none. Read on the threads of the
    /// current pool.
    ///
    /// # Errors
    /// A pattern that names nothing, or a corpus that cannot be read.
    pub fn open(project: &Project, patterns: &[String]) -> Result<Self> {
        let waiting = Self::waiting(project, patterns)?;
        Ok(Self::of(waiting.into_par_iter().map(|(one, place)| Case::open(project, one, place)).collect()))
    }

    /// The snapshots that wait and their documents, unread: for who decides on one after the other.
    ///
    /// # Errors
    /// As [`Docket::open`].
    pub fn waiting(project: &Project, patterns: &[String]) -> Result<Vec<(Pending, Option<Place>)>> {
        let mut waiting = pending(project, patterns)?;
        if waiting.is_empty() {
            return Ok(Vec::new());
        }
        let corpus = Corpus::of(project, &[], project.root())?;
        trace(project, &corpus, &mut waiting);
        let mut places: HashMap<PathBuf, Place> =
            corpus.places.into_iter().map(|place| (place.snapshot.clone(), place)).collect();
        let with_place = |one: Pending| {
            let place = places.remove(&one.snapshot);
            (one, place)
        };
        Ok(waiting.into_iter().map(with_place).collect())
    }

    /// What a check found to be otherwise, whether it was written or not.
    pub fn of_check(project: &Project, check: &Check) -> Self {
        let cases = check.findings.par_iter().filter_map(|finding| {
            let new = finding.snapshot.clone()?;
            let from = match &finding.outcome {
                Outcome::Renamed(renamed) => Some(renamed.snapshot.clone()),
                _ => None,
            };
            let (id, snapshot) = (finding.place.id.clone(), finding.place.snapshot.clone());
            let pending = Pending { id, snapshot, from, stale: None };
            Some(Case::of(project, pending, Some(finding.place.clone()), new))
        });
        Self::of(cases.collect())
    }

    fn of(opened: Vec<Result<Case>>) -> Self {
        let mut docket = Self::default();
        for case in opened {
            match case {
                Ok(case) => docket.cases.push(case),
                Err(error) => docket.problems.push(error),
            }
        }
        docket.cluster();
        docket
    }

    /// Finds the clusters anew, once a case has changed.
    pub fn cluster(&mut self) {
        let cases = self.cases.iter().enumerate().filter(|(_, case)| !case.is_new());
        self.clusters = clusters(cases.map(|(index, case)| (index, case.changes())));
    }
}
