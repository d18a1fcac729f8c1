//! Words that meanings carry: each is kept once, for as long as the program runs, as the lists themselves are.

use std::collections::HashSet;
use std::sync::Mutex;

/// The one lasting copy of `word`. Lists are read once; what they hold is never let go.
pub(super) fn kept(word: &str) -> &'static str {
    static WORDS: Mutex<Option<HashSet<&'static str>>> = Mutex::new(None);
    let mut words = WORDS.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let words = words.get_or_insert_default();
    if let Some(known) = words.get(word) {
        return known;
    }
    let lasting: &'static str = Box::leak(word.to_owned().into_boxed_str());
    words.insert(lasting);
    lasting
}
