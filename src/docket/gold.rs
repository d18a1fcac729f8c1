//! Gold: what a verified document says, and how much of it was found.

use std::collections::{BTreeMap, HashMap};
use std::hash::{Hash, Hasher};

use super::standing::{Facts, Standing};
use crate::harness::Known;
use crate::snapshot::Item;

/// How facts that were found compare with those that there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// Facts that there are.
    pub gold: usize,
    /// Facts that were found.
    pub found: usize,
    /// Facts that were found and are right.
    pub right: usize,
}

impl Score {
    /// The share of what was found that is right, from 0 to 1; none where nothing was found.
    ///
    /// ```
    /// let score = tahqiq::docket::Score { gold: 4, found: 5, right: 3 };
    /// assert_eq!(score.precision(), Some(0.6));
    /// assert_eq!(score.recall(), Some(0.75));
    /// assert_eq!(score.f1(), Some(6.0 / 9.0));
    /// ```
    pub fn precision(self) -> Option<f64> {
        ratio(self.right, self.found)
    }

    /// The share of what there is that was found, from 0 to 1; none where there is nothing.
    pub fn recall(self) -> Option<f64> {
        ratio(self.right, self.gold)
    }

    /// The harmonic mean of precision and recall, from 0 to 1; none where nothing is and nothing was found.
    pub fn f1(self) -> Option<f64> {
        ratio(2 * self.right, self.gold + self.found)
    }

    pub(super) fn add(&mut self, other: Self) {
        self.gold += other.gold;
        self.found += other.found;
        self.right += other.right;
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of facts are far below 2^52")]
fn ratio(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// What a verified document says: the facts that were verified, less those known to be wrong, and what would be right.
pub(super) struct Gold<'g> {
    facts: HashMap<Said<'g>, usize>,
    rights: Vec<&'g Known>,
}

impl<'g> Gold<'g> {
    /// The gold of a document whose verified facts are `facts`, and whose `rows` stand to them so.
    pub(super) fn new(facts: &'g [Item<'g>], rows: &'g [Known], standings: &[Standing]) -> Self {
        let mut gold = Self { facts: HashMap::with_capacity(facts.len()), rights: Vec::new() };
        for item in facts {
            *gold.facts.entry(Said(item)).or_default() += 1;
        }
        for (row, standing) in rows.iter().zip(standings).filter(|(_, standing)| standing.applies()) {
            if let Standing::Wrong(wrong) = standing
                && let Some(times) = gold.facts.get_mut(&Said(&facts[*wrong]))
            {
                *times -= 1;
            }
            gold.rights.extend(row.right.is_some().then_some(row));
        }
        gold
    }

    /// How `found`, facts in order of start, compare with it, by kind.
    pub(super) fn score(&self, found: &[Item<'_>]) -> BTreeMap<String, Score> {
        let mut kinds = BTreeMap::new();
        let mut left = self.facts.clone();
        let mut taken = vec![false; found.len()];
        for (said, times) in &self.facts {
            kind(&mut kinds, &said.0.kind).gold += times;
        }
        for (item, taken) in found.iter().zip(&mut taken) {
            let of_kind = kind(&mut kinds, &item.kind);
            of_kind.found += 1;
            if let Some(times) = left.get_mut(&Said(item)).filter(|times| **times > 0) {
                *times -= 1;
                *taken = true;
                of_kind.right += 1;
            }
        }
        self.score_rights(found, taken, &mut kinds);
        kinds.retain(|_, score| *score != Score::default());
        kinds
    }

    /// Counts what known errors say would be right.
    fn score_rights(&self, found: &[Item<'_>], taken: Vec<bool>, kinds: &mut BTreeMap<String, Score>) {
        if self.rights.is_empty() {
            return;
        }
        let mut rest = Facts::without(found, taken);
        for row in &self.rights {
            let of_kind = kind(kinds, &row.kind);
            of_kind.gold += 1;
            of_kind.right += usize::from(rest.take(row, |item| row.is_right(item)).is_some());
        }
    }
}

fn kind<'k>(kinds: &'k mut BTreeMap<String, Score>, name: &str) -> &'k mut Score {
    if !kinds.contains_key(name) {
        kinds.insert(name.to_owned(), Score::default());
    }
    kinds.get_mut(name).expect("it was just put there")
}

/// A fact as far as it is right or wrong: its kind, its span and all that it says, with the places to which it points;
/// not the rule that found it.
#[derive(Clone, Copy)]
struct Said<'i>(&'i Item<'i>);

impl PartialEq for Said<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.span == other.0.span && self.0.kind == other.0.kind && self.0.fields == other.0.fields
    }
}

impl Eq for Said<'_> {}

impl Hash for Said<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.span.hash(state);
        self.0.kind.hash(state);
        self.0.fields.hash(state);
    }
}
