//! A folded word as one number, so that looking it up is one hash and taking off a clitic is one shift.

use super::fold::{Glyph, Letter, glyphs, letter, with_hamza};
use super::shape::PlainWord;
use crate::span::Span;

/// Letters that a key holds in full, one byte each; a longer word is a hash of its letters, marked as such.
pub(super) const PACKED: u32 = 16;
/// Letter codes are below 0x80, so the top bit is free to mark a hashed word.
const HASHED: u128 = 1 << 127;

/// The folded letters of one word, first letter in the lowest byte.
///
/// Two words have the same key exactly if they fold to the same letters (beyond sixteen letters: but for a collision
/// of 127-bit hashes); letters of the Arabic block that no alphabet of the word lists has count as one letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Key(pub(super) u128);

impl Key {
    /// The key of a single word; `None` where `word` holds anything but letters, digits, marks and controls.
    ///
    /// ```
    /// use tahqiq::text::Key;
    ///
    /// assert_eq!(Key::of("ثلاثة"), Key::of("ثَلاثـــه"));
    /// assert_eq!(Key::of("two words"), None);
    /// ```
    pub fn of(word: &str) -> Option<Self> {
        let plain = PlainWord::read(word, 0).filter(|plain| plain.end == word.len());
        plain.map_or_else(|| Self::of_any(word), |plain| Some(plain.key))
    }

    /// The same of the word at `span` of a text, which is read without asking how long it is: nearly always it goes on.
    pub(crate) fn within(text: &str, span: Span) -> Option<Self> {
        let plain = PlainWord::read(text, span.start as usize).filter(|plain| plain.end == span.end as usize);
        plain.map_or_else(|| Self::of(&text[span.range()]), |plain| Some(plain.key))
    }

    /// The same of a word with marks, controls or digits in it.
    fn of_any(word: &str) -> Option<Self> {
        let mut builder = KeyBuilder::default();
        let mut whole = true;
        for c in word.chars() {
            glyphs(c, |_, glyph| match glyph {
                Glyph::Letter(l) => builder.push(l),
                Glyph::Digit(d) => builder.push(b'0' + d),
                Glyph::Hamza => builder.hamza(),
                Glyph::Silent => {}
                Glyph::Break => whole = false,
            });
        }
        (whole && builder.len > 0).then(|| builder.key())
    }

    #[inline]
    pub(super) fn first(self) -> Letter {
        (self.0 & 0x7F) as u8
    }

    #[inline]
    pub(super) fn is_packed(self) -> bool {
        self.0 & HASHED == 0
    }

    /// The word without its first `n` letters.
    #[inline]
    pub(super) fn without(self, n: u32) -> Self {
        Self(self.0 >> (8 * n))
    }

    #[inline]
    pub(super) fn letter(self, at: u32) -> Letter {
        (self.0 >> (8 * at)) as u8 & 0x7F
    }

    /// Number of letters of a packed word.
    #[inline]
    pub(super) fn len(self) -> u32 {
        PACKED - self.0.leading_zeros() / 8
    }

    /// The word with the article before it.
    #[inline]
    pub(crate) fn with_article(self) -> Self {
        Self(self.0 << 16 | u128::from(letter::LAM) << 8 | u128::from(letter::ALEF))
    }

    /// The word without its article; `None` where it has none.
    pub(crate) fn without_article(self) -> Option<Self> {
        let has = self.is_packed()
            && self.first() == letter::ALEF
            && self.letter(1) == letter::LAM
            && self.len() > 3;
        has.then(|| self.without(2))
    }

    /// Its letters, four by four.
    #[inline]
    pub(crate) fn quarters(self) -> [u32; 4] {
        [0, 32, 64, 96].map(|at| (self.0 >> at) as u32)
    }

    /// The key of those letters.
    pub(crate) fn of_quarters(letters: [u32; 4]) -> Self {
        Self(letters.into_iter().rev().fold(0, |key, four| key << 32 | u128::from(four)))
    }

    /// One hash for every table that words are looked up in.
    #[inline]
    pub(crate) fn mixed(self) -> u64 {
        let (low, high) = (self.0 as u64, (self.0 >> 64) as u64);
        let mixed = (low ^ high.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        mixed ^ mixed >> 32
    }

    /// A byte of the hash: words that differ in it are different.
    #[inline]
    pub(crate) fn hint(self) -> u8 {
        (self.mixed() >> 48) as u8
    }
}

/// Letters of a word as they are read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct KeyBuilder {
    packed: [Letter; PACKED as usize],
    /// Rolling hash, fed only from the seventeenth letter on.
    hash: u128,
    pub(super) len: u32,
}

impl KeyBuilder {
    #[inline]
    pub(super) fn push(&mut self, letter: Letter) {
        match self.packed.get_mut(self.len as usize) {
            Some(place) => *place = letter,
            None => self.push_far(letter),
        }
        self.len = self.len.saturating_add(1);
    }

    /// A letter beyond those that are packed.
    fn push_far(&mut self, letter: Letter) {
        if self.len == PACKED {
            self.hash = u128::from_le_bytes(self.packed);
        }
        self.hash = (self.hash ^ u128::from(letter)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013B);
    }

    /// A combining hamza changes the letter before it.
    #[inline]
    pub(super) fn hamza(&mut self) {
        if let Some(place) = (self.len as usize).checked_sub(1).and_then(|last| self.packed.get_mut(last)) {
            *place = with_hamza(*place);
        }
    }

    #[inline]
    pub(super) fn key(&self) -> Key {
        if self.len <= PACKED { Key(u128::from_le_bytes(self.packed)) } else { Key(self.hash | HASHED) }
    }
}
