//! Proclitics: what is written onto a word and is no part of it, و ف ب ك ل and the article.

use super::fold::letter;
use super::key::Key;
use super::token::{Probe, WordId, flag};

/// Which word is left when proclitics are taken off, and how many letters they are.
pub(super) struct Peeled {
    pub(super) word: WordId,
    pub(super) letters: u32,
    pub(super) flags: u8,
}

/// و or ف and a known word with the hamza of its first letter: وأحد is not واحد.
pub(super) fn apart(key: Key, probe: &impl Probe) -> Option<Peeled> {
    let joined = matches!(key.first(), letter::WAW | letter::FA) && key.is_packed();
    joined.then(|| look(key.without(1), 1, flag::CONJUNCTION, probe)).flatten()
}

/// Looks the word up whole, then without و ف, then without ب ك ل, each also without its article; the first that the
/// dictionary knows counts.
pub(super) fn peel(key: Key, probe: &impl Probe) -> Peeled {
    let whole = probe.probe(key);
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
    if matches!(key.first(), letter::BA | letter::KAF | letter::LAM) && key.len() > 1 {
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

fn look(key: Key, letters: u32, flags: u8, probe: &impl Probe) -> Option<Peeled> {
    let word = probe.probe(key);
    if word.is_known() {
        return Some(Peeled { word, letters, flags });
    }
    peel_article(key, letters, flags, probe)
}

fn peel_article(key: Key, letters: u32, flags: u8, probe: &impl Probe) -> Option<Peeled> {
    if key.first() != letter::ALEF || key.letter(1) != letter::LAM {
        return None;
    }
    let word = probe.probe(key.without(2));
    word.is_known().then_some(Peeled { word, letters, flags: flags | flag::ARTICLE })
}

/// Of لل the article is assimilated: names that include it (للخميس) are looked up with it, others without.
fn look_assimilated(key: Key, letters: u32, flags: u8, probe: &impl Probe) -> Option<Peeled> {
    let with = if key.len() <= 14 { probe.probe(key.with_article()) } else { WordId::UNKNOWN };
    if with.is_known() {
        return Some(Peeled { word: with, letters, flags });
    }
    let word = probe.probe(key);
    word.is_known().then_some(Peeled { word, letters, flags: flags | flag::ARTICLE })
}
