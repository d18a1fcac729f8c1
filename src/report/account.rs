//! The account of a check: what every report tells, gathered once.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;

use rayon::prelude::*;

use super::fact::change;
use super::spot::{Spot, spots};
use super::style::STYLES;
use crate::harness::{Changed, Check, Finding, Gate, Outcome, Place, Project};
use crate::snapshot::{Change, Cluster, clusters};

/// Where the files of a project are found by who reads of them elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Links {
    /// Path of the project in its repository, with a slash at its end; empty where it is all of it.
    pub folder: String,
    /// Address that the paths of the repository go behind, such as `https://github.com/o/r/blob/3f2a`; without one links
    /// are relative.
    pub base: Option<String>,
}

/// What a check found, with what is needed to tell of it: clusters, and the line that each fact stands on.
pub struct Account<'a> {
    /// What it found.
    pub check: &'a Check,
    /// Its project.
    pub project: &'a Project,
    /// What it comes to.
    pub gate: &'a Gate,
    /// The clusters of changes, the largest first; members are indices of findings and of their changes.
    pub clusters: Vec<Cluster>,
    links: Links,
    of_change: HashMap<(usize, usize), usize>,
    spots: Vec<Vec<Option<Spot>>>,
}

/// A change with all that a report says of it.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    pub(super) finding: &'a Finding,
    pub(super) changed: &'a Changed,
    pub(super) index: usize,
    pub(super) spot: Option<Spot>,
    pub(super) cluster: Option<&'a Cluster>,
}

impl<'a> Account<'a> {
    /// The account of a check. The documents that changed are read for the lines that their facts stand on.
    pub fn new(project: &'a Project, check: &'a Check, gate: &'a Gate, links: Links) -> Self {
        let findings = check.findings.iter().enumerate();
        let clusters = clusters(findings.filter_map(|(at, finding)| Some((at, changes(finding)?))));
        let members = clusters.iter().enumerate();
        let of_change = members.flat_map(|(at, cluster)| cluster.members.iter().map(move |m| (*m, at)));
        let of_change = of_change.collect();
        let spots = check.findings.par_iter().map(|finding| {
            changed(finding).map(|changed| spots(project, &finding.place, changed)).unwrap_or_default()
        });
        let spots = spots.collect();
        Self { check, project, gate, clusters, links, of_change, spots }
    }

    /// The changes of the finding of that index.
    pub(super) fn told(&self, at: usize) -> impl Iterator<Item = Told<'_>> {
        let finding = &self.check.findings[at];
        changed(finding).into_iter().flat_map(move |changed| {
            (0..changed.diff.changes.len()).map(move |index| Told {
                finding,
                changed,
                index,
                spot: self.spots[at].get(index).copied().flatten(),
                cluster: self.of_change.get(&(at, index)).map(|at| &self.clusters[*at]),
            })
        })
    }

    /// Path of a file of the project in its repository.
    pub(super) fn path(&self, file: &Path) -> String {
        format!("{}{}", self.links.folder, self.project.relative(file))
    }

    /// Address of a file of the project, and of a line of it.
    pub(super) fn link(&self, file: &Path, line: Option<usize>) -> String {
        let mut address = self.links.base.as_ref().map(|base| format!("{base}/")).unwrap_or_default();
        for byte in self.path(file).bytes() {
            let plain = byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
            let _ =
                if plain { write!(address, "{}", char::from(byte)) } else { write!(address, "%{byte:02X}") };
        }
        if let Some(line) = line {
            let _ = write!(address, "#L{line}");
        }
        address
    }
}

impl Told<'_> {
    pub(super) fn change(&self) -> &Change {
        &self.changed.diff.changes[self.index]
    }

    pub(super) fn id(&self) -> &str {
        &self.changed.ids[self.index]
    }

    /// The change in a line, without colours.
    pub(super) fn line(&self) -> String {
        plain(&change(self.change(), &STYLES))
    }
}

/// A line without its colours.
pub(super) fn plain(line: &str) -> String {
    anstream::adapter::strip_str(line).to_string()
}

/// What became of a document's facts, where something did.
pub(super) fn changed(finding: &Finding) -> Option<&Changed> {
    match &finding.outcome {
        Outcome::Changed(changed) => Some(changed),
        Outcome::Renamed(renamed) => renamed.changed.as_deref(),
        Outcome::Same | Outcome::New(_) | Outcome::Failed(_) => None,
    }
}

fn changes(finding: &Finding) -> Option<&[Change]> {
    changed(finding).map(|changed| changed.diff.changes.as_slice())
}

/// The line of a document in its file, where it is one of many.
pub(super) fn own_line(place: &Place) -> Option<usize> {
    place.stretch.map(|stretch| stretch.line)
}
