//! What one pass over the characters of a word finds: its letters, its end, and the marks that tell forms apart.

use super::fold::{
    Glyph, Letter, arabic_glyph, glyphs, is_presentation, is_silent_control, letter, plain_letters, two_byte,
};
use super::key::{Key, KeyBuilder, PACKED};
use super::token::flag;

/// Alef maqsura as it is encoded.
const MAQSURA: [u8; 2] = [0xD9, 0x89];
/// Alef with its hamza, the same as a number.
const ALEF_ABOVE: u16 = 0xD8A3;
const ALEF_BELOW: u16 = 0xD8A5;

/// What one pass over a word's characters finds. Marks are kept as the number of letters before them.
pub(super) struct WordShape {
    pub(super) letters: KeyBuilder,
    /// After the last letter or mark.
    pub(super) end: usize,
    /// After any controls that follow.
    pub(super) next: usize,
    last: Letter,
    tanwin: u32,
    tatweel: u32,
    maqsura: u32,
    fatha: u32,
    /// The second letter is an alef with its hamza, which begins a word.
    pub(super) opens_apart: bool,
}

/// A word of letters of the Arabic block with nothing between or behind them, as most are: read at one go.
pub(super) struct PlainWord {
    pub(super) key: Key,
    /// After its last letter.
    pub(super) end: usize,
    pub(super) flags: u8,
    /// As of [`WordShape`].
    pub(super) opens_apart: bool,
}

impl PlainWord {
    /// The word at `start`; `None` where there is none, where it is longer than a key, or where what stands behind it
    /// may be part of it.
    #[expect(clippy::inline_always, reason = "every word of a text passes here")]
    #[expect(clippy::needless_bitwise_bool, reason = "which letter it is, is not to be guessed")]
    #[inline(always)]
    pub(super) fn read(text: &str, start: usize) -> Option<Self> {
        let (pairs, _) = text.as_bytes()[start..].as_chunks::<2>();
        let (mut len, low) = letters(pairs);
        let mut high = 0;
        if len == HALF {
            let (more, letters) = letters(&pairs[HALF..]);
            (len, high) = (len + more, letters);
        }
        let last = pairs.get(len.checked_sub(1)?)?;
        let ends = match pairs.get(len) {
            Some([byte, _]) if byte.is_ascii() => true,
            // Of these signs only the soft hyphen stands within words.
            Some([0xC2, trail]) => *trail != 0xAD,
            Some([lead @ 0xD8..=0xDB, trail]) => {
                matches!(arabic_glyph(*lead, *trail), Glyph::Break | Glyph::Digit(_))
            }
            Some(_) => false,
            // One byte alone is a character by itself.
            None => true,
        };
        if !ends {
            return None;
        }
        // Both as numbers: a branch for each byte would be a guess at each word.
        let second = pairs.get(1).map_or(0, |pair| u16::from_be_bytes(*pair));
        let opens_apart = (second == ALEF_ABOVE) | (second == ALEF_BELOW);
        let flags = flag::MAQSURA * u8::from(u16::from_be_bytes(*last) == u16::from_be_bytes(MAQSURA));
        let key = Key(u128::from(high) << 64 | u128::from(low));
        Some(Self { key, end: start + 2 * len, flags, opens_apart })
    }
}

/// Letters in half a key.
const HALF: usize = PACKED as usize / 2;

/// How many letters there are, up to half a key, and these as half a key. All that may be are looked up before it is
/// asked how many they are: a loop would end at another turn for each word, and the processor guess wrong.
#[expect(clippy::inline_always, reason = "every word of a text passes here, and few have a second half")]
#[inline(always)]
fn letters(pairs: &[[u8; 2]]) -> (usize, u64) {
    let all =
        plain_letters(&pairs.as_flattened().first_chunk().copied().unwrap_or_else(|| at_the_end(pairs)));
    let none = !all.wrapping_add(0x7F7F_7F7F_7F7F_7F7F) & 0x8080_8080_8080_8080;
    let len = none.trailing_zeros() / 8;
    (len as usize, all & !u64::MAX.unbounded_shl(8 * len))
}

/// The bytes at the end of a text, and behind them none that is a letter.
#[cold]
fn at_the_end(pairs: &[[u8; 2]]) -> [u8; 2 * HALF] {
    let mut bytes = [0; 2 * HALF];
    bytes[..2 * pairs.len()].copy_from_slice(pairs.as_flattened());
    bytes
}

impl WordShape {
    pub(super) fn read(text: &str, start: usize) -> Self {
        let bytes = text.as_bytes();
        let mut shape = Self {
            letters: KeyBuilder::default(),
            end: start,
            next: start,
            last: 0,
            tanwin: 0,
            tatweel: 0,
            maqsura: 0,
            fatha: 0,
            opens_apart: false,
        };
        let latin = bytes[start].is_ascii();
        while shape.goes_on(text, latin) {}
        shape
    }

    /// Takes in the next character, if it is part of the word.
    fn goes_on(&mut self, text: &str, latin: bool) -> bool {
        let (bytes, at) = (text.as_bytes(), self.next);
        match bytes.get(at) {
            Some(lead @ 0xD8..=0xDB) if !latin => {
                let trail = bytes[at + 1];
                match arabic_glyph(*lead, trail) {
                    Glyph::Letter(l) => {
                        self.opens_apart |=
                            self.letters.len == 1 && *lead == 0xD8 && matches!(trail, 0xA3 | 0xA5);
                        self.letter(l, at + 2, [*lead, trail] == MAQSURA);
                    }
                    Glyph::Silent | Glyph::Hamza => self.mark(two_byte(*lead, trail), at + 2),
                    Glyph::Digit(_) | Glyph::Break => return false,
                }
            }
            Some(byte) if latin && byte.is_ascii_alphabetic() => {
                self.letter(byte.to_ascii_lowercase(), at + 1, false);
            }
            Some(byte) if !byte.is_ascii() => return self.wide(text, latin),
            _ => return false,
        }
        true
    }

    /// The same for a character outside the Arabic block.
    fn wide(&mut self, text: &str, latin: bool) -> bool {
        let at = self.next;
        let c = text[at..].chars().next().unwrap_or('\0');
        if is_silent_control(c) {
            self.next = at + c.len_utf8();
        } else if is_presentation(c) && !latin {
            glyphs(c, |_, glyph| match glyph {
                Glyph::Letter(l) => self.letter(l, at + c.len_utf8(), false),
                Glyph::Hamza => self.letters.hamza(),
                Glyph::Silent | Glyph::Digit(_) | Glyph::Break => {}
            });
            self.end = at + c.len_utf8();
            self.next = self.end;
        } else {
            return false;
        }
        true
    }

    #[inline]
    fn letter(&mut self, letter: Letter, end: usize, maqsura: bool) {
        self.letters.push(letter);
        self.last = letter;
        (self.end, self.next) = (end, end);
        if maqsura {
            self.maqsura = self.letters.len;
        }
    }

    #[inline]
    fn mark(&mut self, scalar: u32, end: usize) {
        self.next = end;
        let before = self.letters.len;
        match scalar {
            0x061C => return,
            0x0640 => self.tatweel = before,
            0x064B..=0x064D => self.tanwin = before,
            0x064E => self.fatha = before,
            0x0654 => self.letters.hamza(),
            _ => {}
        }
        self.end = end;
    }

    pub(super) fn flags(&self) -> u8 {
        let when = |on: bool, bit: u8| if on { bit } else { 0 };
        let len = self.letters.len;
        // Nunation is typed on the letter before a final alef as often as on the alef.
        let tanwin = self.tanwin == len || self.tanwin + 1 == len && self.last == letter::ALEF;
        when(self.tanwin > 0 && tanwin, flag::TANWIN)
            | when(self.tatweel == len, flag::TATWEEL)
            | when(self.maqsura == len, flag::MAQSURA)
            | when(self.fatha > 0 && self.fatha + 2 == len, flag::DUAL_MARK)
    }

    /// Offset of the letter number `skip`, after the marks of the letters before it.
    pub(super) fn letter_start(&self, text: &str, start: usize, skip: u32) -> usize {
        let mut seen = 0;
        if skip == 0 {
            return start;
        }
        for (offset, c) in text[start..self.end].char_indices() {
            let mut letters = 0;
            glyphs(c, |_, glyph| letters += u32::from(matches!(glyph, Glyph::Letter(_))));
            if letters > 0 && seen >= skip {
                return start + offset;
            }
            seen += letters;
        }
        start
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        /// What is read at one go is what is read character by character.
        #[test]
        fn a_plain_word_has_the_shape_of_any_word(word in "[اأإآبتةهيىكعغ]{1,20}", behind in "[ .،\u{A0}\u{AD}ً٣ـ\u{200C}éﻻx]?") {
            let text = format!("{word}{behind}ا");
            let shape = WordShape::read(&text, 0);
            let plain = PlainWord::read(&text, 0);
            prop_assume!(plain.is_some());
            let plain = plain.expect("it was looked at");
            prop_assert_eq!(plain.key, shape.letters.key());
            prop_assert_eq!(plain.end, shape.end);
            prop_assert_eq!(plain.flags, shape.flags());
            prop_assert_eq!(plain.opens_apart, shape.opens_apart);
        }

        /// Most words are plain, and a mark, a control or a letter of another block behind them is never left out.
        #[test]
        fn words_before_space_are_plain(word in "[ابتثجحخ]{1,16}", behind in "[ً\u{AD}\u{200C}ﻻ]") {
            let (spaced, marked) = (format!("{word} "), format!("{word}{behind}"));
            prop_assert!(PlainWord::read(&spaced, 0).is_some());
            prop_assert!(PlainWord::read(&marked, 0).is_none());
        }
    }
}
