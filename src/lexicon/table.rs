//! The dictionary in memory: one hash per word, behind a filter that turns most unknown words away.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, LazyLock, OnceLock};

use foldhash::fast::FixedState;
use hashbrown::{HashMap as FastMap, HashSet, HashTable};

use super::class::{Class, ClassSet};
use super::list;
use super::sense::{Functions, Sense};
use crate::error::{Error, Result, Trouble};
use crate::fact::Gazetteer;
use crate::text::{Key, Probe, Token, WordId};

/// 64-bit words of the filter, in each of which a key sets two bits: with a few ten thousand keys, about one unknown
/// word in sixty passes it. Small, since it is looked at for every word of a text, and has to stay near.
const FILTER_WORDS: usize = 1 << 13;

/// Classes of words that stay what else they are when they are listed with their article.
const SHARING: ClassSet = ClassSet::of(&[
    Class::Title,
    Class::Mood,
    Class::People,
    Class::NameHead,
    Class::Demonym,
    Class::SourceNoun,
    Class::Toll,
    Class::NoNoun,
]);

/// A dictionary made of word lists.
#[derive(Debug, Clone)]
pub struct Lexicon {
    filter: Box<[u64]>,
    words: HashTable<(Key, WordId)>,
    /// The sets of classes that words have by themselves: a few hundred.
    sets: Vec<ClassSet>,
    /// What words of each of these sets say as function words: words that differ in it are of two sets.
    functions: Vec<Functions>,
    /// Which of the sets is that of each entry, apart so that the scan over a text stays in the fastest memory.
    set_of: Vec<u16>,
    /// Classes of the entries, while the lists are read.
    classes: Vec<ClassSet>,
    /// What the entries are, while the lists are read.
    entries: Vec<Entry>,
    /// What the entries mean, one after another: rules ask for it word by word, and it lies close together.
    senses: Vec<Sense>,
    /// Where the meanings of each entry begin among `senses`, and where the last one's end.
    senses_from: Vec<u32>,
    /// Whether each entry is listed with its article.
    articled: Vec<bool>,
    /// The entries that open phrases come first: what is known of each, by its number.
    openers: Vec<Opener>,
    /// Words that go on from a node of the phrase tree; a phrase's first word is a node, numbered as its entry.
    pub(super) steps: FastMap<(u32, Key), u32, FixedState>,
    /// What each node of the phrase tree behind a first word means, if a phrase ends there: by [`end_of`] its number.
    pub(super) ends: Vec<End>,
    /// What is known of the places, by their ids.
    places: FastMap<&'static str, &'static Gazetteer, FixedState>,
    /// The ids of names that others have too.
    shared: HashSet<&'static str, FixedState>,
    /// What its readers mark each of the sets with, by their numbers.
    marks: OnceLock<Vec<u128>>,
}

#[derive(Debug, Clone, Default)]
struct Entry {
    senses: Vec<Sense>,
    /// What is known of the phrases that it opens, while the lists are read.
    opener: Option<Box<Opener>>,
    /// The entry is listed with an article and shares the senses of the word without it.
    article: bool,
}

/// What phrases mean that end at a node of their tree.
#[derive(Debug, Clone, Default)]
pub(super) struct End {
    pub(super) senses: Vec<Sense>,
    classes: ClassSet,
}

/// What is known of the phrases that a word opens.
#[derive(Debug, Clone, Copy, Default)]
pub struct Opener {
    /// Their classes.
    pub phrases: ClassSet,
    /// The hints of the words that they go on with.
    followers: [u64; 4],
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
            let rows = list::builtin_rows().expect("the compiled-in lists are checked by a test");
            Arc::new(Lexicon::from_rows(rows).expect("the compiled-in lists are checked by a test"))
        });
        BUILTIN.clone()
    }

    /// The compiled-in lists together with a user's: TOML texts whose tables are named and shaped as those lists.
    ///
    /// # Errors
    /// A text that is not such a list; the message says which and where.
    pub fn with_lists(texts: &[(String, String)]) -> Result<Arc<Self>> {
        let mut rows = list::builtin_rows()?;
        for (name, text) in texts {
            rows.extend(
                list::user_rows(text).map_err(|e| Error::new(Trouble::Usage, format!("{name}: {e}")))?,
            );
        }
        Ok(Arc::new(Self::from_rows(rows)?))
    }

    fn from_rows(rows: Vec<(String, Sense)>) -> Result<Self> {
        let mut lexicon = Self {
            filter: vec![0; FILTER_WORDS].into(),
            words: HashTable::with_capacity(rows.len()),
            sets: Vec::new(),
            functions: Vec::new(),
            set_of: Vec::new(),
            classes: with_unknown(rows.len()),
            entries: with_unknown(rows.len()),
            senses: Vec::new(),
            senses_from: Vec::new(),
            articled: Vec::new(),
            openers: Vec::new(),
            steps: FastMap::with_hasher(FixedState::default()),
            ends: Vec::new(),
            places: FastMap::with_hasher(FixedState::default()),
            shared: HashSet::with_hasher(FixedState::default()),
            marks: OnceLock::new(),
        };
        for (phrase, sense) in rows {
            lexicon.add(&phrase, sense)?;
        }
        lexicon.share_articles();
        lexicon.settle()?;
        Ok(lexicon)
    }

    /// Numbers the entries anew, those that open phrases first, and keeps each set of classes once, those of digits and
    /// signs too.
    fn settle(&mut self) -> Result<()> {
        let (opening, plain): (Vec<usize>, Vec<usize>) =
            (1..self.entries.len()).partition(|id| self.entries[*id].opener.is_some());
        let order: Vec<usize> = std::iter::once(0).chain(opening).chain(plain).collect();
        let mut place = vec![0; order.len()];
        order.iter().zip(0..).for_each(|(old, new)| place[*old] = new);
        let moved = |node: u32| place.get(node as usize).copied().unwrap_or(node);
        self.words.iter_mut().for_each(|(_, id)| *id = WordId(moved(id.0)));
        self.steps = self.steps.drain().map(|((node, key), next)| ((moved(node), key), next)).collect();
        let of_no_word = ClassSet::OF_NO_WORD.map(|classes| (classes, Functions::NONE));
        let mut sets = Vec::from(of_no_word);
        let mut numbers: HashMap<_, _> = of_no_word.into_iter().zip(0..).collect();
        let mut entries = std::mem::take(&mut self.entries);
        for old in order {
            let entry = std::mem::take(&mut entries[old]);
            let functions = entry.senses.iter().map(|sense| Functions::of(*sense));
            let set = (self.classes[old], functions.fold(Functions::NONE, Functions::with));
            self.set_of.push(number(&mut numbers, &mut sets, set)?);
            self.openers.extend(entry.opener.map(|opener| *opener).or((old == 0).then(Opener::default)));
            self.articled.push(entry.article);
            self.senses_from.push(self.senses.len() as u32);
            self.senses.extend(entry.senses);
        }
        self.senses_from.push(self.senses.len() as u32);
        self.classes = Vec::new();
        (self.sets, self.functions) = sets.into_iter().unzip();
        Ok(())
    }

    fn add(&mut self, phrase: &str, sense: Sense) -> Result<()> {
        if let Sense::Name(name) = sense {
            self.places.extend(name.place.map(|place| (name.id, place)));
            self.shared.extend((!name.either.is_empty()).then_some(name.id));
        }
        let mut keys = Vec::with_capacity(2);
        for word in phrase.split_whitespace() {
            let key = Key::of(word);
            let wrong = || Error::new(Trouble::Usage, format!("`{word}` in a word list is not a word"));
            keys.push(key.ok_or_else(wrong)?);
        }
        let Some((first, rest)) = keys.split_first() else {
            return Err(Error::new(Trouble::Usage, "an empty word in a word list"));
        };
        let at = self.entry_of(*first);
        let of_sense = ClassSet::of(&[sense.class()]);
        if rest.is_empty() {
            let own = &mut self.classes[at.0 as usize];
            *own = own.with(of_sense);
            let senses = &mut self.entries[at.0 as usize].senses;
            if !senses.contains(&sense) {
                senses.push(sense);
            }
            return Ok(());
        }
        let opener = self.entries[at.0 as usize].opener.get_or_insert_default();
        opener.phrases = opener.phrases.with(of_sense);
        let hint = rest[0].hint();
        opener.followers[usize::from(hint >> 6)] |= 1 << (hint & 63);
        let mut node = at.0;
        for key in rest {
            let fresh = u32::MAX - self.ends.len() as u32;
            node = *self.steps.entry((node, *key)).or_insert(fresh);
            if node == fresh {
                self.ends.push(End::default());
            }
        }
        let end = &mut self.ends[end_of(node)];
        if !end.senses.contains(&sense) {
            end.senses.push(sense);
            end.classes = end.classes.with(of_sense);
        }
        Ok(())
    }

    fn entry_of(&mut self, key: Key) -> WordId {
        let known = self.find(key);
        if known.is_known() {
            return known;
        }
        let id = WordId(self.entries.len() as u32);
        self.words.insert_unique(key.mixed(), (key, id), |(known, _)| known.mixed());
        self.entries.push(Entry::default());
        self.classes.push(ClassSet::EMPTY);
        let (word, bits) = filter_bits(key.mixed());
        self.filter[word] |= bits;
        id
    }

    /// A phrase that starts with an articled word (الدفاع المدني) puts that word in the dictionary as it stands and so
    /// hides the word without the article; it takes over that word's senses. So does a word that is listed with its
    /// article for what it names or does in a sentence (الملك, a title); of others the article makes another word (الأحد).
    fn share_articles(&mut self) {
        let pairs: Vec<(WordId, WordId)> = self
            .words
            .iter()
            .map(|(key, id)| (*id, key.without_article().map_or(WordId::UNKNOWN, |bare| self.find(bare))))
            .filter(|(_, bare)| bare.is_known())
            .collect();
        for (with, without) in pairs {
            let bare = self.entries[without.0 as usize].senses.clone();
            let entry = &mut self.entries[with.0 as usize];
            if entry.senses.iter().all(|sense| SHARING.has(sense.class())) {
                let fresh = bare.into_iter().filter(|sense| !entry.senses.contains(sense));
                entry.senses.extend(fresh.collect::<Vec<_>>());
                entry.article = true;
                let bare = self.classes[without.0 as usize];
                let own = &mut self.classes[with.0 as usize];
                *own = own.with(bare);
            }
        }
    }

    #[inline]
    fn find(&self, key: Key) -> WordId {
        let found = self.words.find(key.mixed(), |(known, _)| *known == key);
        found.map_or(WordId::UNKNOWN, |(_, id)| *id)
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
        self.articled[id.0 as usize]
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
            let senses = &self.ends[end_of(node)].senses;
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
        &self.ends[end_of(node)].senses
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
        self.articled.len() - 1 + phrases.count()
    }

    /// Whether there is no word at all.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Probe for Lexicon {
    #[inline]
    fn probe(&self, word: Key) -> WordId {
        let hash = word.mixed();
        let (at, bits) = filter_bits(hash);
        if self.filter[at] & bits != bits {
            return WordId::UNKNOWN;
        }
        self.find(word)
    }
}

/// The place of a node behind a first word among the ends: those nodes are numbered from above, first words from below.
#[inline]
pub(super) fn end_of(node: u32) -> usize {
    (u32::MAX - node) as usize
}

/// What there is of words, at first of the one that no list has, with room for `many` others.
fn with_unknown<T: Default>(many: usize) -> Vec<T> {
    let mut entries = Vec::with_capacity(many + 1);
    entries.push(T::default());
    entries
}

/// The number of `value` in `kept`, where it is put if it is new.
fn number<T: Copy + Eq + Hash>(numbers: &mut HashMap<T, usize>, kept: &mut Vec<T>, value: T) -> Result<u16> {
    let next = kept.len();
    let at = *numbers.entry(value).or_insert_with(|| {
        kept.push(value);
        next
    });
    let many = |_| Error::new(Trouble::Usage, "the word lists have more than 65,536 sets of classes");
    u16::try_from(at).map_err(many)
}

/// The word of the filter that a hash belongs to, and its two bits in it.
#[inline]
fn filter_bits(hash: u64) -> (usize, u64) {
    let word = (hash >> (64 - FILTER_WORDS.ilog2())) as usize;
    (word, 1 << (hash >> 32 & 63) | 1 << (hash >> 38 & 63))
}
