//! The words of the dictionary as a table that stays small: a word and its row in sixteen bytes, found at one look.
//!
//! The table is asked about every word of a text, known or not, and most of its cost is how much of it the processor
//! keeps near: twice sixteen bytes and a byte apart for each word took an eighth of all reading.

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use crate::error::{Error, Result, Trouble};
use crate::text::{Key, WordId};

/// Bits of a slot that hold the row; the letters are above them.
const ROW: u32 = 23;

/// Words and their rows.
pub(super) type Words = HashMap<Key, WordId, FixedState>;

/// Words by their letters, in a table of open addressing.
#[derive(Debug, Clone, Default)]
pub(super) struct Slots {
    /// Letters above, the row below; 0 is empty. A third of them is.
    slots: Vec<u128>,
    /// The few words whose letters no slot has room for.
    long: Words,
}

impl Slots {
    /// The table of those words.
    ///
    /// # Errors
    /// More words than rows can be numbered.
    pub(super) fn of(words: &Words) -> Result<Self> {
        if words.len() >> ROW > 0 {
            return Err(Error::new(Trouble::Usage, "the word lists have more than eight million words"));
        }
        let mut table = Self { slots: vec![0; words.len() / 2 * 3 + 2], long: Words::default() };
        for (key, row) in words {
            match key.narrow() {
                Some(letters) => table.place(*key, letters << ROW | u128::from(row.0)),
                None => drop(table.long.insert(*key, *row)),
            }
        }
        Ok(table)
    }

    fn place(&mut self, key: Key, slot: u128) {
        let mut at = self.first(key);
        while self.slots[at] != 0 {
            at = self.after(at);
        }
        self.slots[at] = slot;
    }

    /// The slot that the word's hash is for.
    #[inline]
    fn first(&self, key: Key) -> usize {
        (u128::from(key.mixed()).wrapping_mul(self.slots.len() as u128) >> 64) as usize
    }

    #[inline]
    fn after(&self, at: usize) -> usize {
        if at + 1 < self.slots.len() { at + 1 } else { 0 }
    }

    /// The row of the word.
    #[inline]
    pub(super) fn find(&self, key: Key) -> WordId {
        let Some(letters) = key.narrow() else {
            return self.long.get(&key).copied().unwrap_or(WordId::UNKNOWN);
        };
        let mut at = self.first(key);
        while let Some(slot) = self.slots.get(at).filter(|slot| **slot != 0) {
            if slot >> ROW == letters {
                return WordId((*slot & ((1 << ROW) - 1)) as u32);
            }
            at = self.after(at);
        }
        WordId::UNKNOWN
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_any_length_are_found_and_no_others() {
        let words: Vec<String> =
            (0..5_000_u32).map(|n| format!("{}{n:b}", "ا".repeat(n as usize % 9))).collect();
        let key = |word: &str| Key::of(word).expect("it is a word");
        let listed: Words = words.iter().zip(1..).map(|(word, row)| (key(word), WordId(row))).collect();
        let table = Slots::of(&listed).expect("they are few");
        for word in &words {
            assert_eq!(table.find(key(word)), listed[&key(word)], "{word}");
            assert_eq!(table.find(key(&format!("{word}ب"))), WordId::UNKNOWN, "{word}");
        }
    }
}
