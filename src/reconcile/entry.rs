//! Entries: what is said of one predicate, group, place and stretch of days.

use super::figure::Figure;
use super::group::Group;
use super::verdict::Verdict;
use super::window::Window;
use crate::fact::Predicate;

/// What is said of one predicate, group, place and stretch of days, and what it comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What happened.
    pub predicate: Predicate,
    /// To whom.
    pub group: Group,
    /// Where: what makes areas the same; empty where no place is known.
    pub area: String,
    /// The places of the figures, each once, the one named most first.
    pub places: Vec<String>,
    /// When; none where no day is known.
    pub window: Option<Window>,
    /// The gravest of the findings.
    pub verdict: Verdict,
    /// What the comparisons come to, the gravest first, each verdict once.
    pub findings: Vec<Finding>,
    /// The figures, by the day on which they were said, then by document and line.
    pub figures: Vec<Figure>,
    /// Number of independent origins of all figures.
    pub origins: usize,
    /// Number of figures that were compared, each with each; those beyond stand in the list alone.
    pub compared: usize,
    /// The figure with the lowest number that is possible, by its index; of figures that count and are affirmed.
    pub lowest: Option<usize>,
    /// The figure with the highest number that is possible.
    pub highest: Option<usize>,
    /// A figure with the number that most independent origins give; of several the firmest, then the latest.
    pub best: Option<usize>,
    /// Number of independent origins of that number.
    pub best_origins: usize,
    /// Other groups that are counted of the same predicate, place and days: another scope, never a conflict.
    pub others: Vec<Group>,
}

/// A verdict, how many comparisons came to it, and the first of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// What it comes to.
    pub verdict: Verdict,
    /// How many pairs of figures.
    pub pairs: usize,
    /// The first pair, by index.
    pub first: (usize, usize),
}

impl Entry {
    /// A name that stays while predicate, group, place and first day do: `killed/org:sdf/SY-HA/2022-01-20`.
    pub fn id(&self) -> String {
        let day = self.window.map_or_else(|| "undated".to_owned(), |window| window.from.to_string());
        let area = if self.area.is_empty() { "nowhere" } else { &self.area };
        format!("{}/{}/{area}/{day}", self.predicate.name(), self.group)
    }

    /// The figure at an index that the entry itself gives.
    pub fn figure(&self, index: Option<usize>) -> Option<&Figure> {
        self.figures.get(index?)
    }
}
