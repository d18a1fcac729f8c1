//! Counts: how many facts of each kind there are, and what became of them.

use std::collections::BTreeMap;

use crate::snapshot::{Change, DOCUMENT, Item, Nature};

/// Counts of facts by kind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    kinds: BTreeMap<String, KindTally>,
}

/// Counts of the facts of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct KindTally {
    /// Facts that there are now.
    pub facts: usize,
    /// Facts that something became of.
    changed: [usize; Nature::ALL.len()],
}

impl KindTally {
    /// Number of facts of which that became.
    pub fn of(&self, nature: Nature) -> usize {
        self.changed[nature as usize]
    }

    /// Number of facts that say something else, or reach further or less far.
    pub fn altered(&self) -> usize {
        self.of(Nature::Changed) + self.of(Nature::Grown) + self.of(Nature::Shrunk)
    }

    fn add(&mut self, other: &Self) {
        self.facts += other.facts;
        self.changed.iter_mut().zip(other.changed).for_each(|(mine, more)| *mine += more);
    }
}

impl Tally {
    /// The counts of each kind, in the order of their names.
    pub fn kinds(&self) -> impl Iterator<Item = (&str, &KindTally)> {
        self.kinds.iter().map(|(kind, tally)| (kind.as_str(), tally))
    }

    /// The counts of all kinds of facts together: without what is said of the document itself, which is no fact.
    pub fn total(&self) -> KindTally {
        let mut total = KindTally::default();
        let facts = self.kinds.iter().filter(|(kind, _)| *kind != DOCUMENT);
        facts.for_each(|(_, tally)| total.add(tally));
        total
    }

    /// Counts facts that there are now.
    pub fn add_facts(&mut self, facts: &[Item<'_>]) {
        for item in facts {
            self.kind(&item.kind).facts += 1;
        }
    }

    /// Counts what became of facts.
    pub fn add_changes(&mut self, changes: &[Change]) {
        for change in changes {
            self.kind(&change.item().kind).changed[change.nature as usize] += 1;
        }
    }

    /// Counts all that `other` counts.
    pub fn add(&mut self, other: &Self) {
        for (kind, tally) in &other.kinds {
            self.kind(kind).add(tally);
        }
    }

    fn kind(&mut self, kind: &str) -> &mut KindTally {
        if !self.kinds.contains_key(kind) {
            self.kinds.insert(kind.to_owned(), KindTally::default());
        }
        self.kinds.get_mut(kind).expect("it was just put there")
    }
}
