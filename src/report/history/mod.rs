//! What became of the accepted facts since a revision: for a terminal, for a pull request, for programs.
//!
//! Knows how a [`History`](crate::harness::History) looks in each. Compares nothing.

mod json;
pub(super) mod markdown;
mod text;

pub use json::history_json;
pub use markdown::history_markdown;
pub use text::history;

use super::count::{grouped, plural};
use super::terminal::counts;
use crate::harness::{Fate, History, Tally};

/// What it all comes to, a line for each sort of document.
fn sums(history: &History) -> Vec<String> {
    let mut sums = Vec::new();
    let of = plural(history.documents, "document");
    let changed = history.altered.iter().filter(|altered| altered.fate.changed().is_some()).count();
    if changed > 0 {
        sums.push(format!("{} in {} of {of}", counts(&history.tally.total()), grouped(changed)));
    }
    let added = of_sort(history, |fate| if let Fate::Added(tally) = fate { Some(tally) } else { None });
    let removed = of_sort(history, |fate| if let Fate::Removed(tally) = fate { Some(tally) } else { None });
    for ((number, facts), became) in [(added, "added"), (removed, "removed")] {
        if number > 0 {
            let (documents, facts) = (plural(number, "document"), plural(facts, "fact"));
            sums.push(format!("{documents} {became}, with {facts}"));
        }
    }
    let renamed = history.altered.iter().filter(|one| matches!(one.fate, Fate::Renamed { .. })).count();
    if renamed > 0 {
        sums.push(format!("{} renamed", plural(renamed, "document")));
    }
    if history.is_empty() {
        sums.push(format!("{of}: the accepted facts are those of {}", history.from));
    }
    sums
}

/// How many documents have that fate, and how many facts they have.
fn of_sort(history: &History, tally: impl Fn(&Fate) -> Option<&Tally>) -> (usize, usize) {
    let tallies = history.altered.iter().filter_map(|altered| tally(&altered.fate));
    tallies.fold((0, 0), |(number, facts), tally| (number + 1, facts + tally.total().facts))
}

/// What is not in the sums.
fn waiting(history: &History) -> Option<String> {
    let number = history.waiting;
    let (wait, count) = if number == 1 { ("waits", "counts") } else { ("wait", "count") };
    (number > 0).then(|| {
        format!(
            "{} {wait} for a decision and {count} for nothing here: `tahqiq review`",
            plural(number, "snapshot")
        )
    })
}
