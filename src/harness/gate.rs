//! The gate: what a check comes to, once budgets and floors are held against it.

use super::budget::Spending;
use super::check::Check;
use super::config::Config;
use super::limit::Share;
use super::outcome::Verdict;

/// A check held against the budgets and floors of its project.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Gate {
    /// What was spent of each budget.
    pub budgets: Vec<Spending>,
    /// How each score stands to its floor.
    pub floors: Vec<Floor>,
    /// Whether differences are no failure: the project asks for budgets alone, each difference is of one, and none is
    /// exceeded.
    pub excuses: bool,
}

/// A score and the least that it may be.
#[derive(Debug, Clone, PartialEq)]
pub struct Floor {
    /// The kind of the facts, or `all`.
    pub kind: String,
    /// The least that the score may be.
    pub least: Share,
    /// F1 of the kind over the verified documents; none where none of them has such a fact.
    pub score: Option<f64>,
}

impl Floor {
    /// Whether the score reaches it; one that is not known does not.
    pub fn is_met(&self) -> bool {
        self.score.is_some_and(|score| score >= self.least.value())
    }
}

impl Gate {
    /// Holds a check against what `config` demands. `scores` are the F1 of each kind over the verified documents.
    ///
    /// ```
    /// use tahqiq::harness::{Check, Config, Gate, Verdict};
    ///
    /// let config: Config = toml::from_str("floor.numeral = 0.95").unwrap();
    /// let gate = Gate::of(&config, &Check::default(), &[("numeral".to_owned(), 0.94)]);
    /// assert_eq!(gate.verdict(&Check::default()), Verdict::Gate);
    /// ```
    pub fn of(config: &Config, check: &Check, scores: &[(String, f64)]) -> Self {
        let score = |kind: &str| scores.iter().find(|(name, _)| name == kind).map(|(_, score)| *score);
        let floors = config.floor.iter();
        let floors =
            floors.map(|(kind, least)| Floor { kind: kind.clone(), least: *least, score: score(kind) });
        let budgets = config.budget.spendings(check);
        let within = !budgets.iter().any(Spending::is_exceeded);
        let excuses = config.budget.only && within && config.budget.speak_of(check);
        Self { budgets, floors: floors.collect(), excuses }
    }

    /// The budgets that are exceeded.
    pub fn exceeded(&self) -> impl Iterator<Item = &Spending> {
        self.budgets.iter().filter(|budget| budget.is_exceeded())
    }

    /// The floors that a score does not reach.
    pub fn missed(&self) -> impl Iterator<Item = &Floor> {
        self.floors.iter().filter(|floor| !floor.is_met())
    }

    /// What it all comes to: the first that applies.
    pub fn verdict(&self, check: &Check) -> Verdict {
        let found = match check.verdict() {
            Verdict::Differences if self.excuses => Verdict::Clean,
            found => found,
        };
        let holds = self.exceeded().next().is_none() && self.missed().next().is_none();
        if holds { found } else { found.min(Verdict::Gate) }
    }
}
