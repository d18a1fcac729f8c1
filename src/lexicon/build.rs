//! How a dictionary is made of the rows of the lists: words and phrases are put in one by one, articles shared, and the
//! entries numbered as the look-up wants them.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::OnceLock;

use foldhash::fast::FixedState;
use hashbrown::{HashMap as FastMap, HashSet, HashTable};

use super::class::{Class, ClassSet};
use super::sense::{Functions, Sense};
use super::table::{End, Entry, FILTER_WORDS, Lexicon, Opener, Row, end_of, filter_bits};
use crate::error::{Error, Result, Trouble};
use crate::text::{Key, WordId};

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

impl Lexicon {
    /// The dictionary of those rows.
    pub(super) fn from_rows(rows: Vec<(String, Sense)>) -> Result<Self> {
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
        self.words.iter_mut().for_each(|row| row.id = WordId(moved(row.id.0)));
        self.steps = self.steps.drain().map(|((node, key), next)| ((moved(node), key), next)).collect();
        let of_no_word = ClassSet::OF_NO_WORD.map(|classes| (classes, Functions::NONE));
        let mut sets = Vec::from(of_no_word);
        let mut numbers: HashMap<_, _> = of_no_word.into_iter().zip(0..).collect();
        let mut entries = std::mem::take(&mut self.entries);
        for old in order {
            let entry = std::mem::take(&mut entries[old]);
            let article = if entry.article { Functions::ARTICLE } else { Functions::NONE };
            let functions = entry.senses.iter().map(|sense| Functions::of(*sense));
            let set = (self.classes[old], functions.fold(article, Functions::with));
            self.set_of.push(number(&mut numbers, &mut sets, set)?);
            self.openers.extend(entry.opener.map(|opener| *opener).or((old == 0).then(Opener::default)));
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
        let row = Row { key: key.quarters(), id };
        self.words.insert_unique(key.mixed(), row, |row| row.key().mixed());
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
            .map(|row| (row.id, row.key().without_article().map_or(WordId::UNKNOWN, |bare| self.find(bare))))
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
