//! The ledger: every entry, and what was compared.

use std::collections::BTreeMap;

use super::entry::Entry;
use super::group::Group;
use super::testimony::Testimony;
use super::verdict::Verdict;
use super::weigh::weigh;
use super::window::windows;
use crate::fact::Predicate;

/// What many documents say, set against one another.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ledger {
    /// Days that two claims may lie apart and still be about the same.
    pub days: u32,
    /// Number of documents that were read.
    pub documents: usize,
    /// Number of testimonies.
    pub testimonies: usize,
    /// The entries: the gravest verdict first, then those with most origins, then by name.
    pub entries: Vec<Entry>,
}

impl Ledger {
    /// The ledger of what `documents` documents say. n log n in the number of testimonies.
    ///
    /// ```
    /// use tahqiq::reconcile::Ledger;
    ///
    /// assert!(Ledger::of(Vec::new(), 0, 3).entries.is_empty());
    /// ```
    pub fn of(testimonies: Vec<Testimony>, documents: usize, days: u32) -> Self {
        let count = testimonies.len();
        let mut topics = BTreeMap::<(Predicate, String), Vec<Testimony>>::new();
        for testimony in testimonies {
            let topic = (testimony.predicate, testimony.area.key.clone());
            topics.entry(topic).or_default().push(testimony);
        }
        let mut entries: Vec<_> = topics
            .into_iter()
            .flat_map(|((predicate, area), told)| topic(predicate, &area, told, days))
            .collect();
        entries.sort_by_cached_key(|entry| (entry.verdict, std::cmp::Reverse(entry.origins), entry.id()));
        Self { days, documents, testimonies: count, entries }
    }

    /// How many entries come to each verdict that there is, the gravest first.
    pub fn verdicts(&self) -> Vec<(Verdict, usize)> {
        let mut counts = BTreeMap::<Verdict, usize>::new();
        for entry in &self.entries {
            *counts.entry(entry.verdict).or_default() += 1;
        }
        counts.into_iter().collect()
    }
}

/// The entries of one predicate and area.
fn topic(predicate: Predicate, area: &str, told: Vec<Testimony>, days: u32) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (window, testimonies) in windows(told, days) {
        let mut groups = BTreeMap::<Group, Vec<Testimony>>::new();
        for testimony in testimonies {
            groups.entry(testimony.group.clone()).or_default().push(testimony);
        }
        let of_group =
            |(group, told): (Group, Vec<Testimony>)| weigh((predicate, group, area.to_owned()), window, told);
        let mut of_window: Vec<_> = groups.into_iter().map(of_group).collect();
        name_others(&mut of_window);
        entries.append(&mut of_window);
    }
    entries
}

/// Groups beyond which an entry names no other: a list that nobody reads to its end.
const OTHERS: usize = 12;

/// Tells each entry which other groups of the same topic are counted.
fn name_others(entries: &mut [Entry]) {
    let counted: Vec<_> =
        entries.iter().filter(|entry| entry.best.is_some()).map(|entry| entry.group.clone()).collect();
    for entry in entries.iter_mut().filter(|entry| entry.best.is_some()) {
        entry.others = counted.iter().filter(|group| **group != entry.group).take(OTHERS).cloned().collect();
    }
}
