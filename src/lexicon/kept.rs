//! Words that meanings carry: each is kept once, for as long as the program runs, as the lists themselves are.

use std::sync::Mutex;

use foldhash::fast::FixedState;
use hashbrown::{HashMap, HashSet};

use super::sense::Spelling;
use crate::text::Key;

/// The one lasting copy of `word`. Lists are read once; what they hold is never let go.
pub(super) fn kept(word: &str) -> &'static str {
    static WORDS: Mutex<Option<HashSet<&'static str, FixedState>>> = Mutex::new(None);
    let mut words = WORDS.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let words = words.get_or_insert_default();
    if let Some(known) = words.get(word) {
        return known;
    }
    let lasting: &'static str = Box::leak(word.to_owned().into_boxed_str());
    words.insert(lasting);
    lasting
}

/// The one lasting spelling of those words; none where they do not begin with a word.
pub(super) fn spelling(words: &str) -> Option<&'static Spelling> {
    static SPELLINGS: Mutex<Option<HashMap<&'static str, &'static Spelling, FixedState>>> = Mutex::new(None);
    let mut spellings = SPELLINGS.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let spellings = spellings.get_or_insert_default();
    if let Some(known) = spellings.get(words) {
        return Some(known);
    }
    let first = Key::of(words.split(' ').next()?)?;
    let words = kept(words);
    let lasting: &'static Spelling = Box::leak(Box::new(Spelling { words, first }));
    spellings.insert(words, lasting);
    Some(lasting)
}
