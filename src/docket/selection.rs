//! Selections: the changes that a command names.

use std::collections::HashSet;

use super::case::Case;
use super::list::Docket;
use crate::error::{Error, Result, Trouble};

/// Fewest digits that an id may be shortened to.
const SHORTEST: usize = 4;

/// Which changes are meant: those that are of one of the kinds, in one of the clusters and one of the facts, each where
/// any are named.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// Kinds of facts; `document` for what is said of the document itself.
    pub kinds: Vec<String>,
    /// Ids of clusters, or their first digits.
    pub clusters: Vec<String>,
    /// Ids of changes, or their first digits.
    pub facts: Vec<String>,
}

impl Selection {
    /// Whether it names nothing, so that whole documents are meant.
    pub fn is_whole(&self) -> bool {
        self.kinds.is_empty() && self.clusters.is_empty() && self.facts.is_empty()
    }

    /// The changes that it names: index of the case and indices of its changes, of each case that has any.
    ///
    /// # Errors
    /// A kind, cluster or fact that nothing which waits has, or the first digits of several.
    pub fn of(&self, docket: &Docket) -> Result<Vec<(usize, Vec<usize>)>> {
        let clusters = docket.clusters.iter().map(|cluster| cluster.id.as_str()).collect::<Vec<_>>();
        let clusters =
            self.clusters.iter().map(|id| whole(id, &clusters, "cluster")).collect::<Result<Vec<_>>>()?;
        let facts: Vec<_> =
            docket.cases.iter().flat_map(|case| case.ids().iter().map(String::as_str)).collect();
        let facts = self.facts.iter().map(|id| whole(id, &facts, "fact")).collect::<Result<HashSet<_>>>()?;
        for kind in &self.kinds {
            let any = docket.cases.iter().flat_map(Case::changes).any(|change| change.item().kind == **kind);
            if !any {
                return Err(missing("change of kind", kind));
            }
        }
        let takes = |case: &Case, index: usize| {
            let change = &case.changes()[index];
            (self.kinds.is_empty() || self.kinds.iter().any(|kind| *kind == change.item().kind))
                && (facts.is_empty() || facts.contains(case.ids()[index].as_str()))
                && (clusters.is_empty() || !case.is_new() && clusters.contains(&&*change.cluster_id()))
        };
        let chosen = docket.cases.iter().enumerate().map(|(at, case)| {
            (at, (0..case.changes().len()).filter(|index| takes(case, *index)).collect::<Vec<_>>())
        });
        Ok(chosen.filter(|(_, changes)| !changes.is_empty()).collect())
    }
}

/// The one id that starts so.
fn whole<'i>(start: &str, ids: &[&'i str], what: &str) -> Result<&'i str> {
    let mut found: Vec<_> = ids.iter().filter(|id| id.starts_with(&start.to_lowercase())).collect();
    found.dedup();
    match found.as_slice() {
        [] => Err(missing(what, start)),
        [one] if start.len() >= SHORTEST => Ok(one),
        [_] => Err(Error::new(Trouble::Usage, format!("`{start}` is too short for a {what}"))
            .advise(format!("give {SHORTEST} digits or more"))),
        several => Err(Error::new(Trouble::Usage, format!("{} {what}s start with `{start}`", several.len()))
            .advise("give more digits")),
    }
}

fn missing(what: &str, name: &str) -> Error {
    Error::new(Trouble::Usage, format!("no {what} `{name}` waits for a decision"))
        .advise("run `tahqiq check` to see what does")
}
