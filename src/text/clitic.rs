//! Proclitics: what is written onto a word and is no part of it, و ف ب ك ل and the article.

use super::fold::{Letter, letter};
use super::key::Key;
use super::token::{Probe, WordId, flag};

/// Which word is left when proclitics are taken off, and how many letters they are.
pub(super) struct Peeled {
    pub(super) word: WordId,
    pub(super) letters: u32,
    pub(super) flags: u8,
}

/// The row of the word, or none: most that are unknown are told at a glance.
fn known(key: Key, probe: &impl Probe) -> WordId {
    if probe.may_know(key) { probe.probe(key) } else { WordId::UNKNOWN }
}

/// و or ف and a known word with the hamza of its first letter: وأحد is not واحد.
pub(super) fn apart(key: Key, probe: &impl Probe) -> Option<Peeled> {
    let joined = matches!(key.first(), letter::WAW | letter::FA) && key.is_packed();
    joined.then(|| look(key.without(1), 1, flag::CONJUNCTION, probe)).flatten()
}

/// Looks the word up whole, then without و ف, then without ب ك ل, each also without its article; the first that the
/// dictionary knows counts.
pub(super) fn peel(key: Key, probe: &impl Probe) -> Peeled {
    let whole = known(key, probe);
    if whole.is_known() || !key.is_packed() {
        return Peeled { word: whole, letters: 0, flags: 0 };
    }
    if let Some(found) = peel_article(key, 0, 0, probe) {
        return found;
    }
    let (mut key, mut letters, mut flags) = (key, 0, 0);
    if matches!(key.first(), letter::WAW | letter::FA) && key.len() > 1 {
        (key, letters, flags) = (key.without(1), 1, flag::CONJUNCTION);
        if let Some(found) = look(key, letters, flags, probe) {
            return found;
        }
    }
    if is_preposition(key.first()) && key.len() > 1 {
        let preposition = key.first();
        (key, letters) = (key.without(1), letters + 1);
        if preposition == letter::LAM
            && key.first() == letter::LAM
            && let Some(found) = look_assimilated(key.without(1), letters + 1, flags, probe)
        {
            return found;
        }
        if let Some(found) = look(key, letters, flags, probe) {
            return found;
        }
    }
    Peeled { word: WordId::UNKNOWN, letters: 0, flags: 0 }
}

/// What most words begin with, if with anything: the article, or one proclitic.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lead {
    /// How many letters that is; 0 where there is neither.
    pub(super) taken_off: u8,
    /// How many of them are a proclitic.
    pub(super) letters: u8,
    pub(super) flags: u8,
}

impl Lead {
    /// Nothing.
    pub(super) const NONE: Self = Self { taken_off: 0, letters: 0, flags: 0 };

    /// That of a word of sixteen letters at most, told without a branch; and whether there are more of them, so that only
    /// [`peel`] tells them apart: وب, ول and the like, and لل.
    #[expect(clippy::needless_bitwise_bool, reason = "which it is, is not to be guessed")]
    #[inline]
    pub(super) fn of(key: Key) -> (Self, bool) {
        let (first, second) = (key.first(), key.letter(1));
        let joined = (first == letter::WAW) | (first == letter::FA);
        let several = joined & is_preposition(second) | (first == letter::LAM) & (second == letter::LAM);
        let article = (first == letter::ALEF) & (second == letter::LAM);
        let one = (joined | is_preposition(first)) & (second != 0) & !several;
        let flags = (flag::ARTICLE * u8::from(article)) | (flag::CONJUNCTION * u8::from(one & joined));
        (Self { taken_off: 2 * u8::from(article) + u8::from(one), letters: u8::from(one), flags }, several)
    }
}

#[inline]
fn is_preposition(letter: Letter) -> bool {
    matches!(letter, letter::BA | letter::KAF | letter::LAM)
}

fn look(key: Key, letters: u32, flags: u8, probe: &impl Probe) -> Option<Peeled> {
    let word = known(key, probe);
    if word.is_known() {
        return Some(Peeled { word, letters, flags });
    }
    peel_article(key, letters, flags, probe)
}

pub(super) fn peel_article(key: Key, letters: u32, flags: u8, probe: &impl Probe) -> Option<Peeled> {
    if key.first() != letter::ALEF || key.letter(1) != letter::LAM {
        return None;
    }
    let word = known(key.without(2), probe);
    word.is_known().then_some(Peeled { word, letters, flags: flags | flag::ARTICLE })
}

/// Of لل the article is assimilated: names that include it (للخميس) are looked up with it, others without.
fn look_assimilated(key: Key, letters: u32, flags: u8, probe: &impl Probe) -> Option<Peeled> {
    let with = if key.len() <= 14 { known(key.with_article(), probe) } else { WordId::UNKNOWN };
    if with.is_known() {
        return Some(Peeled { word: with, letters, flags });
    }
    let word = known(key, probe);
    word.is_known().then_some(Peeled { word, letters, flags: flags | flag::ARTICLE })
}
