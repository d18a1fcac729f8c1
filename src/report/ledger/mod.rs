//! The ledger: for a terminal, as Markdown, as a page, and for programs.
//!
//! Knows how a [`Ledger`] looks in each. Compares nothing.

mod json;
mod markdown;
mod page;
mod table;
mod words;

pub use json::ledger_json;
pub use markdown::ledger_markdown;
pub use page::ledger_page;
pub use table::ledger;
pub use words::count_said;

use crate::reconcile::{Entry, Ledger};
use crate::report::plural;

/// What of a ledger is shown to people; programs get all of it.
#[derive(Debug, Clone, Copy)]
pub struct Extent {
    /// Entries, and figures of each; none shows all.
    pub limit: Option<usize>,
    /// Entries with a single figure too.
    pub single: bool,
}

impl Extent {
    /// The entries that are shown, and how many are not.
    fn entries(self, ledger: &Ledger) -> (Vec<&Entry>, usize) {
        let wanted = |entry: &&Entry| self.single || words::is_compared(entry);
        let entries: Vec<_> = ledger.entries.iter().filter(wanted).collect();
        let shown = self.limit.unwrap_or(usize::MAX).min(entries.len());
        let left = entries.len() - shown;
        (entries.into_iter().take(shown).collect(), left)
    }

    /// How many figures of an entry are shown.
    fn figures(self, entry: &Entry) -> usize {
        self.limit.unwrap_or(usize::MAX).min(entry.figures.len())
    }
}

/// `3 hard conflicts`, `1 update`: how many of what are shown and what is not.
fn sums(ledger: &Ledger, extent: Extent) -> Vec<String> {
    let told = plural(ledger.testimonies, "claim");
    let mut sums = vec![format!("{told} of {}", plural(ledger.documents, "document"))];
    for (verdict, number) in ledger.verdicts() {
        sums.push(format!("{} {}", crate::report::grouped(number), words::verdict(verdict)));
    }
    let single = ledger.entries.iter().filter(|entry| !words::is_compared(entry)).count();
    if single > 0 && !extent.single {
        sums.push(format!("{} with nothing to compare not shown (--all)", crate::report::grouped(single)));
    }
    sums
}

/// What two claims must share to be about the same, for people to know.
fn rule(ledger: &Ledger) -> String {
    format!(
        "claims are compared that share predicate, group, place (the governorate where it is known) and days at most {} \
         apart; about is a tenth to either side",
        ledger.days
    )
}
