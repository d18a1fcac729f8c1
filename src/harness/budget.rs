//! Budgets: how much may become of the facts of a corpus before a gate says no.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::check::Check;
use super::limit::{Limit, Share};
use super::outcome::Outcome;
use super::tally::{KindTally, Tally};
use crate::error::{Error, Result, Trouble};
use crate::fact::Kind;
use crate::snapshot::{DOCUMENT, Nature};

/// The name under which a limit holds for all kinds together.
const ALL: &str = "all";

/// What a limit counts, by the name of its table.
const COUNTED: [(&str, &[Nature]); 5] = [
    ("added", &[Nature::Added]),
    ("removed", &[Nature::Removed]),
    ("changed", &[Nature::Changed, Nature::Grown, Nature::Shrunk]),
    ("grown", &[Nature::Grown]),
    ("shrunk", &[Nature::Shrunk]),
];

/// The table `[budget]` of `tahqiq.toml`: how many facts of a kind, or of `all` kinds, something may become of.
///
/// ```
/// use tahqiq::harness::Budgets;
///
/// let budgets: Budgets = toml::from_str("removed.numeral = 0\nchanged.all = \"0.5%\"").unwrap();
/// assert_eq!((budgets.removed.len(), budgets.changed.len(), budgets.only), (1, 1, false));
/// assert!(toml::from_str::<Budgets>("remved.numeral = 0").is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Budgets {
    /// Whether differences within the budgets are no failure; one that no budget speaks of is.
    pub only: bool,
    /// Facts that are new, by kind.
    pub added: BTreeMap<String, Limit>,
    /// Facts that are gone.
    pub removed: BTreeMap<String, Limit>,
    /// Facts that say something else, or reach further or less far.
    pub changed: BTreeMap<String, Limit>,
    /// Facts that reach further.
    pub grown: BTreeMap<String, Limit>,
    /// Facts that reach less far.
    pub shrunk: BTreeMap<String, Limit>,
}

/// What has been spent of one budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spending {
    /// What it limits: `added`, `removed`, `changed`, `grown` or `shrunk`.
    pub nature: &'static str,
    /// The kind of the facts, or `all`.
    pub kind: String,
    /// Number of facts that this became of.
    pub used: usize,
    /// Number that it may become of at most.
    pub limit: usize,
    /// The share and the number of accepted facts that the limit is of, where it is stated so.
    pub share: Option<(Share, usize)>,
}

impl Spending {
    /// Whether more was spent than there was.
    pub fn is_exceeded(&self) -> bool {
        self.used > self.limit
    }
}

impl Budgets {
    /// Checks that every kind is one that there is.
    ///
    /// # Errors
    /// The first that is not.
    pub(super) fn checked(&self) -> Result<()> {
        self.limits().try_for_each(|(nature, kind, _)| known_kind(&format!("budget.{nature}"), kind))
    }

    /// What a check spent of each budget, in their order.
    pub fn spendings(&self, check: &Check) -> Vec<Spending> {
        let before = Before::of(check);
        let spending = |(nature, kind, limit): (&'static str, &str, Limit)| {
            let share = match limit {
                Limit::Facts(_) => None,
                Limit::Share(share) => Some((share, before.facts(kind))),
            };
            let limit = match (limit, share) {
                (Limit::Facts(facts), _) => facts,
                (Limit::Share(share), _) => share.of(before.facts(kind)),
            };
            Spending { nature, kind: kind.to_owned(), used: used(check, nature, kind), limit, share }
        };
        self.limits().map(spending).collect()
    }

    /// Whether there is a budget for all that became of facts in a check.
    pub(super) fn speak_of(&self, check: &Check) -> bool {
        check.tally.kinds().all(|(kind, tally)| {
            Nature::ALL.iter().filter(|nature| tally.of(**nature) > 0).all(|nature| self.limit(*nature, kind))
        })
    }

    fn limit(&self, nature: Nature, kind: &str) -> bool {
        let counts = |name: &str| COUNTED.iter().any(|(n, natures)| *n == name && natures.contains(&nature));
        self.limits().any(|(name, limited, _)| counts(name) && (limited == kind || limited == ALL))
    }

    /// Every limit, with what it counts.
    fn limits(&self) -> impl Iterator<Item = (&'static str, &str, Limit)> {
        let tables = [&self.added, &self.removed, &self.changed, &self.grown, &self.shrunk];
        COUNTED.iter().zip(tables).flat_map(|((nature, _), table)| {
            table.iter().map(move |(kind, limit)| (*nature, kind.as_str(), *limit))
        })
    }
}

/// The facts that were accepted, in the documents that could be compared.
struct Before {
    now: Tally,
    new: Tally,
    documents: usize,
}

impl Before {
    fn of(check: &Check) -> Self {
        let mut new = Tally::default();
        let mut documents = check.documents;
        for finding in &check.findings {
            match &finding.outcome {
                Outcome::New(tally) => new.add(tally),
                Outcome::Failed(_) => {}
                // A renamed document was accepted under its old name.
                Outcome::Same | Outcome::Changed(_) | Outcome::Renamed(_) => continue,
            }
            documents -= 1;
        }
        Self { now: check.tally.clone(), new, documents }
    }

    /// Those of a kind; what is said of documents themselves was said once in each.
    fn facts(&self, kind: &str) -> usize {
        if kind == DOCUMENT {
            return self.documents;
        }
        let now = of_kind(&self.now, kind);
        let there = now.facts.saturating_sub(of_kind(&self.new, kind).facts);
        (there + now.of(Nature::Removed)).saturating_sub(now.of(Nature::Added))
    }
}

fn used(check: &Check, nature: &str, kind: &str) -> usize {
    let tally = of_kind(&check.tally, kind);
    let natures = COUNTED.iter().find(|(name, _)| *name == nature).map_or(&[][..], |(_, natures)| natures);
    natures.iter().map(|nature| tally.of(*nature)).sum()
}

fn of_kind(tally: &Tally, kind: &str) -> KindTally {
    if kind == ALL {
        return tally.total();
    }
    tally.kinds().find(|(name, _)| *name == kind).map(|(_, tally)| *tally).unwrap_or_default()
}

/// Checks that `kind` is a kind of fact, `document` or `all`.
pub(super) fn known_kind(table: &str, kind: &str) -> Result<()> {
    let known: Vec<_> = Kind::ALL.iter().map(|kind| kind.name()).chain([DOCUMENT, ALL]).collect();
    if known.contains(&kind) {
        return Ok(());
    }
    Err(Error::new(Trouble::Usage, format!("`{table}` names the kind `{kind}`, which there is none of"))
        .advise(format!("there are {}", known.join(", "))))
}
