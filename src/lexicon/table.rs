//! The dictionary in memory: one hash per word, behind a filter that turns most unknown words away.

use std::ops::Range;
use std::sync::{Arc, LazyLock, OnceLock};

use foldhash::fast::FixedState;
use hashbrown::{HashMap as FastMap, HashSet, HashTable};

use super::class::ClassSet;
use super::list;
use super::sense::{Functions, Sense};
use crate::error::{Error, Result, Trouble};
use crate::fact::Gazetteer;
use crate::text::{Key, Probe, Token, WordId};

/// 64-bit words of the filter, in each of which a key sets two bits: with a few ten thousand keys, about one unknown
/// word in sixty passes it. Small, since it is looked at for every word of a text, and has to stay near.
pub(super) const FILTER_WORDS: usize = 1 << 13;

/// A dictionary made of word lists.
#[derive(Debug, Clone)]
pub struct Lexicon {
    pub(super) filter: Box<[u64]>,
    pub(super) words: HashTable<Row>,
    /// The sets of classes that words have by themselves: a few hundred.
    pub(super) sets: Vec<ClassSet>,
    /// What words of each of these sets say as function words: words that differ in it are of two sets.
    pub(super) functions: Vec<Functions>,
    /// Which of the sets is that of each entry, apart so that the scan over a text stays in the fastest memory.
    pub(super) set_of: Vec<u16>,
    /// What the entries mean, one after another, and behind them the phrases: rules ask for it word by word, and it lies
    /// close together.
    pub(super) senses: Vec<Sense>,
    /// Where the meanings of each entry begin among `senses`, and where the last one's end.
    pub(super) senses_from: Vec<u32>,
    /// The entries that open phrases come first: what is known of each, by its number.
    pub(super) openers: Vec<Opener>,
    /// Words that go on from a node of the phrase tree; a phrase's first word is a node, numbered as its entry.
    pub(super) steps: FastMap<(u32, Key), u32, FixedState>,
    /// What each node of the phrase tree behind a first word means, if a phrase ends there: by [`end_of`] its number.
    pub(super) ends: Vec<End>,
    /// What is known of the places, by their ids.
    pub(super) places: FastMap<&'static str, &'static Gazetteer, FixedState>,
    /// The ids of names that others have too.
    pub(super) shared: HashSet<&'static str, FixedState>,
    /// What its readers mark each of the sets with, by their numbers.
    pub(super) marks: OnceLock<Vec<u128>>,
}

/// A word and its number: the key in quarters, which takes less room, since the words have to stay near.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub(super) key: [u32; 4],
    pub(super) id: WordId,
}

impl Row {
    pub(super) fn key(&self) -> Key {
        Key::of_quarters(self.key)
    }
}

/// What phrases mean that end at a node of their tree.
#[derive(Debug, Clone, Default)]
pub(super) struct End {
    /// Where among those of all.
    pub(super) senses: Range<u32>,
    pub(super) classes: ClassSet,
}

/// What is known of the phrases that a word opens.
#[derive(Debug, Clone, Copy, Default)]
pub struct Opener {
    /// Their classes.
    pub phrases: ClassSet,
    /// The hints of the words that they go on with.
    pub(super) followers: [u64; 4],
}

/// A word of the dictionary.
#[derive(Debug, Clone, Copy)]
pub struct Word<'a> {
    opens_phrase: bool,
    senses: &'a [Sense],
    includes_article: bool,
}

/// A phrase of several words that stands at some place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhraseMatch {
    /// Number of tokens that it takes.
    pub tokens: usize,
    /// What it means.
    pub sense: Sense,
}

impl Opener {
    /// Whether a phrase may go on with the token `next`; most that do not are told at a glance.
    #[inline]
    pub fn may_go_on(&self, next: Token) -> bool {
        let Some(hint) = next.hint() else { return true };
        self.followers[usize::from(hint >> 6)] & 1 << (hint & 63) != 0
    }
}

impl<'a> Word<'a> {
    /// What the word means by itself.
    #[inline]
    pub fn senses(self) -> &'a [Sense] {
        self.senses
    }

    /// Whether phrases start with it.
    #[inline]
    pub fn opens_phrase(self) -> bool {
        self.opens_phrase
    }

    /// Whether it is listed with its article.
    #[inline]
    pub fn includes_article(self) -> bool {
        self.includes_article
    }
}

impl Lexicon {
    /// The lists that are compiled in.
    pub fn builtin() -> Arc<Self> {
        static BUILTIN: LazyLock<Arc<Lexicon>> = LazyLock::new(|| {
            let lexicon = Lexicon::from_lists(list::BUILTIN_ROWS, list::builtin());
            Arc::new(lexicon.expect("the compiled-in lists are checked by a test"))
        });
        BUILTIN.clone()
    }

    /// The compiled-in lists together with a user's: TOML texts whose tables are named and shaped as those lists.
    ///
    /// # Errors
    /// A text that is not such a list; the message says which and where.
    pub fn with_lists(texts: &[(String, String)]) -> Result<Arc<Self>> {
        let user = texts.iter().map(|(name, text)| {
            list::user_rows(text).map_err(|e| Error::new(Trouble::Usage, format!("{name}: {e}")))
        });
        Ok(Arc::new(Self::from_lists(list::BUILTIN_ROWS, list::builtin().chain(user))?))
    }

    /// The row of the word, known or not.
    #[inline]
    pub(super) fn find(&self, key: Key) -> WordId {
        let found = self.words.find(key.mixed(), |row| row.key == key.quarters());
        found.map_or(WordId::UNKNOWN, |row| row.id)
    }

    /// The classes of the word of that row, those of the phrases that it opens included.
    pub fn classes(&self, id: WordId) -> ClassSet {
        let own = self.sets[usize::from(self.set_of(id))];
        self.opener(id).map_or(own, |opener| own.with(opener.phrases))
    }

    /// The number of the set of the word's own classes.
    #[inline]
    pub fn set_of(&self, id: WordId) -> u16 {
        self.set_of[id.0 as usize]
    }

    /// Whether phrases start with the word.
    #[inline]
    pub fn opens_phrase(&self, id: WordId) -> bool {
        id.is_known() && (id.0 as usize) < self.openers.len()
    }

    /// What is known of the phrases that the word opens, where it opens any.
    #[inline]
    pub fn opener(&self, id: WordId) -> Option<&Opener> {
        self.openers.get(id.0 as usize).filter(|_| id.is_known())
    }

    /// The sets of classes that words have by themselves, by their numbers. The first are [`ClassSet::OF_NO_WORD`].
    pub fn sets(&self) -> &[ClassSet] {
        &self.sets
    }

    /// What words of each of these sets say as function words.
    pub fn functions(&self) -> &[Functions] {
        &self.functions
    }

    /// What `mark` says of each of the sets, by their numbers: worked out once, for whichever is asked for first, so that
    /// a dictionary has one such reader.
    pub(crate) fn marks(&self, mark: fn(ClassSet) -> u128) -> &[u128] {
        self.marks.get_or_init(|| self.sets.iter().map(|set| mark(*set)).collect())
    }

    /// The word of that row.
    #[inline]
    pub fn word(&self, id: WordId) -> Word<'_> {
        Word {
            opens_phrase: self.opens_phrase(id),
            senses: self.senses(id),
            includes_article: self.includes_article(id),
        }
    }

    /// What the word means by itself.
    #[inline]
    pub fn senses(&self, id: WordId) -> &[Sense] {
        let at = id.0 as usize;
        &self.senses[self.senses_from[at] as usize..self.senses_from[at + 1] as usize]
    }

    /// Whether the word is listed with its article.
    #[inline]
    pub fn includes_article(&self, id: WordId) -> bool {
        self.functions[usize::from(self.set_of(id))].meets(Functions::ARTICLE)
    }

    /// The longest phrase with a meaning that `wanted` takes, of those that start with the word `first` and go on with
    /// `rest`, the keys of the tokens after it.
    pub fn phrase(
        &self,
        first: WordId,
        rest: impl Iterator<Item = Key>,
        wanted: impl Fn(Sense) -> bool,
    ) -> Option<PhraseMatch> {
        let (mut node, mut found) = (first.0, None);
        for (index, key) in rest.enumerate() {
            let Some(next) = self.steps.get(&(node, key)) else { break };
            node = *next;
            let senses = self.phrase_senses(node);
            if let Some(sense) = senses.iter().copied().find(|s| wanted(*s)) {
                found = Some(PhraseMatch { tokens: index + 2, sense });
            }
        }
        found
    }

    /// The classes of the phrases that start with the word `first` and go on with `rest`, the keys of the tokens after
    /// it; and whether any phrase of the lists at least begins so. Where one ends, `ended` is told the number of its
    /// tokens and what [`Self::phrase_senses`] asks for; shorter ones first.
    pub(crate) fn phrases(
        &self,
        first: WordId,
        rest: impl Iterator<Item = Key>,
        mut ended: impl FnMut(usize, u32),
    ) -> (ClassSet, bool) {
        let (mut node, mut classes, mut begins) = (first.0, ClassSet::EMPTY, false);
        for (index, key) in rest.enumerate() {
            let Some(next) = self.steps.get(&(node, key)) else { break };
            (node, begins) = (*next, true);
            let end = &self.ends[end_of(node)];
            if !end.senses.is_empty() {
                classes = classes.with(end.classes);
                ended(index + 2, node);
            }
        }
        (classes, begins)
    }

    /// What the phrases mean that end so.
    #[inline]
    pub(crate) fn phrase_senses(&self, node: u32) -> &[Sense] {
        let Range { start, end } = self.ends[end_of(node)].senses;
        &self.senses[start as usize..end as usize]
    }

    /// What the lists know of the place of that id.
    pub fn place(&self, id: &str) -> Option<&'static Gazetteer> {
        self.places.get(id).copied()
    }

    /// Whether a name of that id may be another's as well.
    pub fn is_shared(&self, id: &str) -> bool {
        self.shared.contains(id)
    }

    /// Number of words and phrases, for a summary.
    pub fn len(&self) -> usize {
        let phrases = self.ends.iter().filter(|end| !end.senses.is_empty());
        self.set_of.len() - 1 + phrases.count()
    }

    /// Whether there is no word at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Probe for Lexicon {
    #[inline]
    fn probe(&self, word: Key) -> WordId {
        self.find(word)
    }

    #[inline]
    fn may_know(&self, word: Key) -> bool {
        let (at, bits) = filter_bits(word.mixed());
        self.filter[at] & bits == bits
    }
}

/// The place of a node behind a first word among the ends: those nodes are numbered from above, first words from below.
#[inline]
pub(super) fn end_of(node: u32) -> usize {
    (u32::MAX - node) as usize
}

/// The word of the filter that a hash belongs to, and its two bits in it.
#[inline]
pub(super) fn filter_bits(hash: u64) -> (usize, u64) {
    let word = (hash >> (64 - FILTER_WORDS.ilog2())) as usize;
    (word, 1 << (hash >> 32 & 63) | 1 << (hash >> 38 & 63))
}
