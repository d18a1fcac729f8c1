//! The sum of a check in words, for reports that have no colours.

use super::count::{grouped, plural};
use super::terminal::counts;
use crate::harness::{Changed, Check, Outcome, Verdict};
use crate::snapshot::Nature;

/// What a check found, in lines: `+3 facts, -1, 2 changed in 4 of 812 documents`, then what else there is to say.
pub(super) fn sum(check: &Check) -> Vec<String> {
    let of = plural(check.documents, "document");
    if check.verdict() == Verdict::Clean {
        return vec![format!("{of}, {}: all as accepted", plural(check.tally.total().facts, "fact"))];
    }
    let count = |is: fn(&Outcome) -> bool| check.findings.iter().filter(|f| is(&f.outcome)).count();
    let mut lines = Vec::new();
    let mut say = |number: usize, line: String| lines.extend((number > 0).then_some(line));
    let changed = count(|outcome| matches!(outcome, Outcome::Changed(_)));
    say(changed, format!("{} in {} of {of}", counts(&check.tally.total()), grouped(changed)));
    let new = count(|outcome| matches!(outcome, Outcome::New(_)));
    say(new, format!("{} of {of} without a snapshot", grouped(new)));
    let renamed = count(|outcome| matches!(outcome, Outcome::Renamed(_)));
    say(renamed, format!("{} renamed", plural(renamed, "document")));
    let orphans = check.orphans.len();
    say(orphans, format!("{} without a document", plural(orphans, "snapshot")));
    let failed = count(|outcome| matches!(outcome, Outcome::Failed(_)));
    say(failed, format!("{} of {of} could not be checked", grouped(failed)));
    say(check.problems.len(), format!("{} besides", plural(check.problems.len(), "problem")));
    lines
}

/// What became of one document's facts: `+1 fact, 2 changed`.
pub(super) fn sum_of(changed: &Changed) -> String {
    let diff = &changed.diff;
    let of = |nature: Nature| diff.changes.iter().filter(|change| change.nature == nature).count();
    let (added, removed) = (of(Nature::Added), of(Nature::Removed));
    let altered = diff.changes.len() - added - removed;
    let mut said: Vec<_> = [(added, '+'), (removed, '-')]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, sign)| format!("{sign}{}", plural(number, "fact")))
        .collect();
    if altered > 0 {
        said.push(format!("{} changed", plural(altered, "fact")));
    }
    if diff.shifted > 0 {
        said.push(format!("{} only moved", plural(diff.shifted, "fact")));
    }
    said.join(", ")
}

/// Why orphans were not sought, if they were not.
pub(super) fn unsought(check: &Check) -> Option<&'static str> {
    match (check.orphans_sought, check.problems.is_empty()) {
        (true, _) => None,
        (false, true) => Some("orphans not sought: part of the corpus"),
        (false, false) => Some("orphans not sought: the corpus could not be read whole"),
    }
}
