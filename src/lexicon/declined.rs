//! Nouns in the forms that no list spells out: before a genitive without their nun, with a pronoun behind them, or in
//! the accusative that some numbers govern.

use super::sense::{Noun, Sense};
use super::table::Lexicon;
use crate::text::{Key, Probe, fold};

/// Pronouns as they are written behind a noun, the longer before those that they end in.
const PRONOUNS: [&str; 9] = ["هما", "كما", "هم", "هن", "كم", "ها", "نا", "ه", "ي"];

impl Lexicon {
    /// The countable noun of which `word`, which the dictionary does not know, is a form: عناصره and مسلحي are of عنصر
    /// and مسلح.
    ///
    /// ```
    /// let lexicon = tahqiq::lexicon::Lexicon::builtin();
    /// assert_eq!(lexicon.declined("عناصرها").map(|noun| noun.lemma), Some("عنصر"));
    /// assert_eq!(lexicon.declined("مسلحي").map(|noun| noun.lemma), Some("مسلح"));
    /// assert_eq!(lexicon.declined("زملائه").map(|noun| noun.lemma), Some("زميل"));
    /// assert_eq!(lexicon.declined("قالها"), None);
    /// ```
    pub fn declined(&self, word: &str) -> Option<Noun> {
        let word = fold(word);
        let bare = PRONOUNS.into_iter().filter_map(|pronoun| word.strip_suffix(pronoun));
        let accusative = || self.singular(word.strip_suffix('ا')?);
        let owned = || bare.filter(|stem| is_long(stem)).find_map(|stem| self.stem(stem));
        self.with_nun(&word).or_else(accusative).or_else(owned)
    }

    /// Whether `word` is another word of that meaning with a pronoun behind it: عليهم, معها.
    pub fn has_behind(&self, word: &str, sense: Sense) -> bool {
        let word = fold(word);
        PRONOUNS
            .into_iter()
            .filter_map(|pronoun| word.strip_suffix(pronoun))
            .any(|stem| Key::of(stem).is_some_and(|key| self.word(self.probe(key)).senses().contains(&sense)))
    }

    /// عناصر of عناصره, مقاتلين of مقاتليه, قذيفة of قذيفته, زملاء of زملائه and زملاؤه.
    fn stem(&self, stem: &str) -> Option<Noun> {
        let opened = stem.strip_suffix('ت').map(|start| format!("{start}ة"));
        let seated = stem.strip_suffix(['ئ', 'ؤ']).map(|start| format!("{start}ء"));
        self.noun(stem).or_else(|| self.with_nun(stem)).or_else(|| self.noun(&opened.or(seated)?))
    }

    /// The sound plural that lost its nun.
    fn with_nun(&self, stem: &str) -> Option<Noun> {
        let sound = is_long(stem) && stem.ends_with(['و', 'ي']);
        sound.then(|| self.noun(&format!("{stem}ن"))).flatten()
    }

    fn singular(&self, word: &str) -> Option<Noun> {
        let id = self.probe(Key::of(word)?);
        self.word(id).senses().iter().find_map(|sense| match sense {
            Sense::NounSingular(noun) => Some(*noun),
            _ => None,
        })
    }

    fn noun(&self, word: &str) -> Option<Noun> {
        let id = self.probe(Key::of(word)?);
        self.word(id).senses().iter().find_map(|sense| match sense {
            Sense::NounSingular(noun) | Sense::NounPlural(noun) | Sense::DualOrPlural(noun) => Some(*noun),
            _ => None,
        })
    }
}

fn is_long(word: &str) -> bool {
    word.chars().count() >= 3
}
