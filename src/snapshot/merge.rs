//! Merging: a record that is part what was accepted and part what is new.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::change::Change;
use super::diff::{DOCUMENT, Diff, hash};
use super::record::{Item, Record};
use crate::fact::Kind;

/// The record of a document where only some of its changes are taken: the new one, with the facts of the changes that
/// `taken` refuses as they were in `old`. Facts that merely moved are as in the new one. Without `old`, what is not taken
/// is not there. Where all changes are taken it is `new`, and where none is, and no fact moved, it is `old`.
pub fn merge<'a>(
    old: Option<&Record<'a>>,
    new: &Record<'a>,
    diff: &Diff,
    taken: impl Fn(&Change) -> bool,
) -> Record<'a> {
    let mut merged = new.clone();
    let mut refused: HashMap<u64, Vec<&Change>> = HashMap::new();
    let mut back = Vec::new();
    for change in diff.changes.iter().filter(|change| !taken(change)) {
        match (&change.new, &change.old) {
            _ if change.item().kind == DOCUMENT => merged.take_head(old),
            (Some(new), _) => refused.entry(hash(new)).or_default().push(change),
            (None, Some(old)) => back.push(old.clone()),
            (None, None) => {}
        }
    }
    let facts = std::mem::take(&mut merged.facts);
    let mut kept: Vec<Item<'a>> = facts.into_iter().filter_map(|item| replaced(item, &mut refused)).collect();
    kept.sort_by_key(order);
    merged.facts = interleave(kept, back);
    merged
}

/// The fact, or what it is refused for.
fn replaced<'a>(item: Item<'a>, refused: &mut HashMap<u64, Vec<&Change>>) -> Option<Item<'a>> {
    let found = refused.get_mut(&hash(&item)).and_then(|changes| {
        let at = changes.iter().position(|change| change.new.as_ref() == Some(&item))?;
        Some(changes.swap_remove(at))
    });
    match found {
        None => Some(item),
        Some(change) => change.old.clone(),
    }
}

/// Facts stand in the order of their starts, then the longest first, then by kind.
fn order(item: &Item<'_>) -> (u32, Reverse<u32>, usize) {
    let kind = Kind::ALL.iter().position(|kind| kind.name() == item.kind);
    (item.span.start, Reverse(item.span.end), kind.unwrap_or(usize::MAX))
}

/// Both lists in one, in the order of facts.
fn interleave<'a>(kept: Vec<Item<'a>>, mut back: Vec<Item<'a>>) -> Vec<Item<'a>> {
    back.sort_by_key(order);
    let mut facts = Vec::with_capacity(kept.len() + back.len());
    let mut back = back.into_iter().peekable();
    for item in kept {
        while let Some(first) = back.next_if(|old| order(old) < order(&item)) {
            facts.push(first);
        }
        facts.push(item);
    }
    facts.extend(back);
    facts
}

impl Record<'_> {
    /// Takes what is said of the document itself from `old`, or says nothing of it.
    fn take_head(&mut self, old: Option<&Self>) {
        self.headline = old.and_then(|old| old.headline.clone());
        self.published = old.and_then(|old| old.published.clone());
        self.reference = old.and_then(|old| old.reference.clone());
        if let Some(old) = old {
            self.encoding.clone_from(&old.encoding);
        }
    }
}
