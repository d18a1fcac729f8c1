//! Words are looked up many at a time, stage by stage. Asked of one word after another whether it is known, and whether
//! without its article, the processor would guess at each what becomes of it, and wait for the dictionary wherever it
//! guessed wrong; within a stage nearly all words fare alike.

use super::clitic::{Lead, Peeled, peel, peel_article};
use super::key::Key;
use super::token::{Probe, Token};

/// Words that are looked up at a time.
const MANY: usize = 128;

/// Plain words that have been read and not yet looked up.
pub(super) struct Batch {
    /// Their letters, sixteen at most.
    keys: [Key; MANY],
    /// Which tokens they are.
    tokens: [u32; MANY],
    len: usize,
}

/// Some of the words of a batch, by their places in it.
struct Group {
    words: [u8; MANY],
    len: usize,
}

impl Group {
    fn none() -> Self {
        Self { words: [0; MANY], len: 0 }
    }

    /// Takes the word in if it is one of them: without a branch.
    #[inline]
    fn push_if(&mut self, word: usize, is_one: bool) {
        self.words[self.len % MANY] = word as u8;
        self.len += usize::from(is_one);
    }

    #[inline]
    fn iter(&self) -> impl Iterator<Item = usize> {
        self.words[..self.len].iter().map(|word| usize::from(*word) % MANY)
    }
}

impl Batch {
    /// No words.
    pub(super) fn new() -> Self {
        Self { keys: [Key::default(); MANY], tokens: [0; MANY], len: 0 }
    }

    /// Whether no word more can be taken in.
    #[inline]
    pub(super) fn is_full(&self) -> bool {
        self.len == MANY
    }

    /// Takes in a word of sixteen letters at most, of a batch that is not full.
    #[inline]
    pub(super) fn push(&mut self, key: Key, token: usize) {
        let at = self.len % MANY;
        (self.keys[at], self.tokens[at]) = (key, token as u32);
        self.len += 1;
    }

    /// Looks the words up, as [`peel`] does each, and says it of their tokens; no words are left.
    pub(super) fn look_up(&mut self, tokens: &mut [Token], probe: &impl Probe) {
        let (mut may, mut others) = (Group::none(), Group::none());
        for word in 0..self.len.min(MANY) {
            let may_be_known = probe.may_know(self.keys[word]);
            may.push_if(word, may_be_known);
            others.push_if(word, !may_be_known);
        }
        for word in may.iter() {
            let known = probe.probe(self.keys[word]);
            others.push_if(word, !known.is_known());
            self.say(word, &Peeled { word: known, letters: 0, flags: 0 }, tokens);
        }
        self.look_up_shorter(&others, tokens, probe);
        self.len = 0;
    }

    /// The same of those that are not known whole.
    fn look_up_shorter(&self, words: &Group, tokens: &mut [Token], probe: &impl Probe) {
        let mut leads = [Lead::NONE; MANY];
        let (mut shorter, mut several) = (Group::none(), Group::none());
        for word in words.iter() {
            let (lead, more) = Lead::of(self.keys[word]);
            leads[word] = lead;
            shorter.push_if(word, lead.taken_off > 0);
            several.push_if(word, more);
        }
        let (mut may, mut others) = (Group::none(), Group::none());
        for word in shorter.iter() {
            let may_be_known = probe.may_know(self.keys[word].without(u32::from(leads[word].taken_off)));
            may.push_if(word, may_be_known);
            others.push_if(word, !may_be_known);
        }
        for word in may.iter() {
            let lead = leads[word];
            let known = probe.probe(self.keys[word].without(u32::from(lead.taken_off)));
            others.push_if(word, !known.is_known());
            let (letters, flags) = (u32::from(lead.letters), lead.flags);
            self.say(word, &Peeled { word: known, letters, flags }, tokens);
        }
        for word in others.iter().filter(|word| leads[*word].letters > 0) {
            if let Some(found) = peel_article(self.keys[word].without(1), 1, leads[word].flags, probe) {
                self.say(word, &found, tokens);
            }
        }
        for word in several.iter() {
            self.say(word, &peel(self.keys[word], probe), tokens);
        }
    }

    /// Says of its token which word of the dictionary it is, if it is any, and behind what.
    #[inline]
    fn say(&self, word: usize, found: &Peeled, tokens: &mut [Token]) {
        if found.word.is_known() {
            let token = &mut tokens[self.tokens[word] as usize];
            (token.row, token.proclitic) = (found.word.0, 2 * found.letters as u8);
            token.flags |= found.flags;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::{WordId, tokenize};

    struct Words(Vec<Option<Key>>);

    impl Probe for Words {
        fn probe(&self, word: Key) -> WordId {
            let at = self.0.iter().position(|known| *known == Some(word));
            at.map_or(WordId::UNKNOWN, |at| WordId(at as u32 + 1))
        }

        /// With some words that it has not after all.
        fn may_know(&self, word: Key) -> bool {
            self.probe(word).is_known() || word.len().is_multiple_of(2)
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// Among others every word is read as it is alone, however many there are.
        #[test]
        fn words_are_looked_up_alike_alone_and_together(
            listed in prop::collection::vec("[الوبفق]{1,3}", 1..8),
            leads in prop::collection::vec("[الوفبك]{0,4}", 1..300),
        ) {
            let known = Words(listed.iter().map(|word| Key::of(word)).collect());
            let words: Vec<String> =
                leads.iter().zip(listed.iter().cycle()).map(|(lead, word)| format!("{lead}{word}")).collect();
            let together = tokenize(&words.join(" "), &known);
            prop_assert_eq!(together.len(), words.len());
            for (word, token) in words.iter().zip(together) {
                let alone = peel(Key::of(word).expect("it is a word"), &known);
                prop_assert_eq!(token.word(), alone.word);
                prop_assert_eq!(u32::from(token.proclitic), 2 * alone.letters);
                prop_assert_eq!(token.flags & alone.flags, alone.flags);
            }
        }
    }
}
