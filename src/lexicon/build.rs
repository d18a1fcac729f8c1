//! How a dictionary is made of the rows of the lists: words and phrases are put in one by one, articles shared, and the
//! entries numbered as the look-up wants them.

use std::mem::take;
use std::sync::OnceLock;

use foldhash::fast::FixedState;
use hashbrown::hash_table::Entry as Place;
use hashbrown::{HashMap as FastMap, HashSet, HashTable};

use super::class::{Class, ClassSet};
use super::list;
use super::sense::{Functions, Sense};
use super::table::{End, FILTER_WORDS, Lexicon, Opener, Row, end_of, filter_bits};
use crate::error::{Error, Result, Trouble};
use crate::fact::Gazetteer;
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

/// A dictionary while the lists are read.
struct Draft {
    filter: Vec<u64>,
    words: HashTable<Row>,
    /// The words by their numbers, first the one that no list has.
    entries: Vec<Entry>,
    openers: Vec<Opener>,
    steps: FastMap<(u32, Key), u32, FixedState>,
    /// What the nodes of the phrase tree mean behind the first words.
    ends: Vec<Meanings>,
    /// What is meant by any of them.
    links: Vec<Link>,
    places: FastMap<&'static str, &'static Gazetteer, FixedState>,
    shared: HashSet<&'static str, FixedState>,
    /// Room for the words of a phrase.
    keys: Vec<Key>,
}

/// A word while the lists are read.
#[derive(Clone, Copy)]
struct Entry {
    meanings: Meanings,
    /// The place of what is known of the phrases that it opens, where it opens any.
    opener: Option<u32>,
    /// The entry is listed with an article and shares the senses of the word without it.
    article: bool,
}

/// What a word or phrase means: links from the first to the last, with the classes of all of them. Most have but one
/// meaning, and so many short lists of their own would be slow to make.
#[derive(Clone, Copy)]
struct Meanings {
    first: u32,
    last: u32,
    classes: ClassSet,
}

/// One meaning, and where the next stands of the same word or phrase.
#[derive(Clone, Copy)]
struct Link {
    sense: Sense,
    next: u32,
}

/// The place of no link.
const NONE: u32 = u32::MAX;

impl Meanings {
    const NO: Self = Self { first: NONE, last: NONE, classes: ClassSet::EMPTY };

    fn iter(self, links: &[Link]) -> impl Iterator<Item = Sense> {
        let link = |at: u32| links.get(at as usize);
        std::iter::successors(link(self.first), move |before| link(before.next)).map(|link| link.sense)
    }

    /// Takes in a meaning, once.
    fn add(&mut self, sense: Sense, links: &mut Vec<Link>) {
        if self.iter(links).any(|known| known == sense) {
            return;
        }
        let at = links.len() as u32;
        links.push(Link { sense, next: NONE });
        match links.get_mut(self.last as usize) {
            Some(last) => last.next = at,
            None => self.first = at,
        }
        self.last = at;
        self.classes = self.classes.with(ClassSet::of(&[sense.class()]));
    }
}

impl Entry {
    const NEW: Self = Self { meanings: Meanings::NO, opener: None, article: false };
}

impl Lexicon {
    /// The dictionary of those lists, which have some `many` rows.
    pub(super) fn from_lists(
        many: usize,
        lists: impl Iterator<Item = Result<Vec<list::Row>>>,
    ) -> Result<Self> {
        let mut draft = Draft::with_room_for(many);
        for rows in lists {
            for (phrase, sense) in rows? {
                draft.add(&phrase, sense)?;
            }
        }
        draft.share_articles();
        draft.settle()
    }
}

impl Draft {
    fn with_room_for(rows: usize) -> Self {
        let mut entries = Vec::with_capacity(rows + 1);
        entries.push(Entry::NEW);
        Self {
            filter: vec![0; FILTER_WORDS],
            words: HashTable::with_capacity(rows),
            entries,
            openers: vec![Opener::default()],
            steps: FastMap::with_hasher(FixedState::default()),
            ends: Vec::new(),
            links: Vec::with_capacity(rows),
            places: FastMap::with_hasher(FixedState::default()),
            shared: HashSet::with_hasher(FixedState::default()),
            keys: Vec::new(),
        }
    }

    /// Numbers the entries anew, those that open phrases first, and keeps each set of classes once, those of digits and
    /// signs too.
    fn settle(mut self) -> Result<Lexicon> {
        let (opening, plain): (Vec<u32>, Vec<u32>) =
            (1..self.entries.len() as u32).partition(|id| self.entries[*id as usize].opener.is_some());
        let order: Vec<u32> = std::iter::once(0).chain(opening).chain(plain).collect();
        let mut place = vec![0; order.len()];
        order.iter().zip(0..).for_each(|(old, new)| place[*old as usize] = new);
        let moved = |node: u32| place.get(node as usize).copied().unwrap_or(node);
        self.words.iter_mut().for_each(|row| row.id = WordId(moved(row.id.0)));
        let steps = self.steps.into_iter().map(|((node, key), next)| ((moved(node), key), next)).collect();
        let of_no_word = ClassSet::OF_NO_WORD.map(|classes| (classes, Functions::NONE));
        let mut sets = Vec::from(of_no_word);
        let mut numbers: Numbers = of_no_word.into_iter().zip(0..).collect();
        let mut senses = Vec::with_capacity(self.links.len());
        let (mut set_of, mut senses_from) =
            (Vec::with_capacity(order.len()), Vec::with_capacity(order.len() + 1));
        for old in &order {
            let Entry { meanings, article, .. } = self.entries[*old as usize];
            let article = if article { Functions::ARTICLE } else { Functions::NONE };
            senses_from.push(senses.len() as u32);
            senses.extend(meanings.iter(&self.links));
            let own = &senses[senses_from[senses_from.len() - 1] as usize..];
            let functions = own.iter().map(|sense| Functions::of(*sense));
            let set = (meanings.classes, functions.fold(article, Functions::with));
            set_of.push(number(&mut numbers, &mut sets, set)?);
        }
        senses_from.push(senses.len() as u32);
        let mut ends = Vec::with_capacity(self.ends.len());
        for end in &self.ends {
            let from = senses.len() as u32;
            senses.extend(end.iter(&self.links));
            ends.push(End { senses: from..senses.len() as u32, classes: end.classes });
        }
        let opener = |old: &u32| Some(self.openers[self.entries[*old as usize].opener? as usize]);
        let openers = std::iter::once(self.openers[0]).chain(order.iter().filter_map(opener)).collect();
        let (sets, functions) = sets.into_iter().unzip();
        Ok(Lexicon {
            filter: self.filter.into(),
            words: self.words,
            sets,
            functions,
            set_of,
            senses,
            senses_from,
            openers,
            steps,
            ends,
            places: self.places,
            shared: self.shared,
            marks: OnceLock::new(),
        })
    }

    fn add(&mut self, phrase: &str, sense: Sense) -> Result<()> {
        if let Sense::Name(name) = sense {
            self.places.extend(name.place.map(|place| (name.id, place)));
            self.shared.extend((!name.either.is_empty()).then_some(name.id));
        }
        let mut keys = take(&mut self.keys);
        keys.clear();
        for part in phrase.split(' ').filter(|part| !part.is_empty()) {
            match Key::of(part) {
                Some(key) => keys.push(key),
                // Other white space than spaces, if it is words after all.
                None => part.split_whitespace().try_for_each(|word| {
                    let wrong =
                        || Error::new(Trouble::Usage, format!("`{word}` in a word list is not a word"));
                    Key::of(word).ok_or_else(wrong).map(|key| keys.push(key))
                })?,
            }
        }
        let Some((first, rest)) = keys.split_first() else {
            return Err(Error::new(Trouble::Usage, "an empty word in a word list"));
        };
        let at = self.entry_of(*first);
        let mut node = at;
        for key in rest {
            if node == at {
                self.note_opening(at, sense, *key);
            }
            let fresh = u32::MAX - self.ends.len() as u32;
            node = *self.steps.entry((node, *key)).or_insert(fresh);
            if node == fresh {
                self.ends.push(Meanings::NO);
            }
        }
        self.keys = keys;
        let meanings =
            if node == at { &mut self.entries[at as usize].meanings } else { &mut self.ends[end_of(node)] };
        meanings.add(sense, &mut self.links);
        Ok(())
    }

    /// Notes of the word that it opens a phrase of that meaning, with `next` behind it.
    fn note_opening(&mut self, at: u32, sense: Sense, next: Key) {
        let free = self.openers.len() as u32;
        let opener = *self.entries[at as usize].opener.get_or_insert(free);
        if opener == free {
            self.openers.push(Opener::default());
        }
        let opener = &mut self.openers[opener as usize];
        opener.phrases = opener.phrases.with(ClassSet::of(&[sense.class()]));
        let hint = next.hint();
        opener.followers[usize::from(hint >> 6)] |= 1 << (hint & 63);
    }

    fn entry_of(&mut self, key: Key) -> u32 {
        let quarters = key.quarters();
        let known = |row: &Row| row.key == quarters;
        match self.words.entry(key.mixed(), known, |row| row.key().mixed()) {
            Place::Occupied(row) => row.get().id.0,
            Place::Vacant(place) => {
                let id = self.entries.len() as u32;
                place.insert(Row { key: quarters, id: WordId(id) });
                self.entries.push(Entry::NEW);
                let (word, bits) = filter_bits(key.mixed());
                self.filter[word] |= bits;
                id
            }
        }
    }

    /// A phrase that starts with an articled word (الدفاع المدني) puts that word in the dictionary as it stands and so
    /// hides the word without the article; it takes over that word's senses. So does a word that is listed with its
    /// article for what it names or does in a sentence (الملك, a title); of others the article makes another word (الأحد).
    fn share_articles(&mut self) {
        let find = |key: Key| self.words.find(key.mixed(), |row| row.key == key.quarters());
        let bare = |row: &Row| Some((row.id.0, find(row.key().without_article()?)?.id.0));
        let pairs: Vec<(u32, u32)> = self.words.iter().filter_map(bare).collect();
        for (with, without) in pairs {
            let bare = self.entries[without as usize].meanings;
            let entry = &mut self.entries[with as usize];
            if entry.meanings.iter(&self.links).all(|sense| SHARING.has(sense.class())) {
                entry.article = true;
                let mut next = bare.first;
                while let Some(link) = self.links.get(next as usize).copied() {
                    entry.meanings.add(link.sense, &mut self.links);
                    next = link.next;
                }
            }
        }
    }
}

/// The numbers of the sets of classes, with what their words say as function words.
type Numbers = FastMap<(ClassSet, Functions), usize, FixedState>;

/// The number of `set` in `kept`, where it is put if it is new.
fn number(
    numbers: &mut Numbers,
    kept: &mut Vec<(ClassSet, Functions)>,
    set: (ClassSet, Functions),
) -> Result<u16> {
    let next = kept.len();
    let at = *numbers.entry(set).or_insert_with(|| {
        kept.push(set);
        next
    });
    let many = |_| Error::new(Trouble::Usage, "the word lists have more than 65,536 sets of classes");
    u16::try_from(at).map_err(many)
}
