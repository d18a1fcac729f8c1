//! The text as tokens, each with its place in the file and the answer of one dictionary probe.

use super::clitic::apart;
use super::key::Key;
use super::shape::WordShape;
use crate::span::Span;

/// A row of the dictionary that a [`Probe`] stands for; [`WordId::UNKNOWN`] where it has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct WordId(pub u32);

impl WordId {
    /// No row: the word is not in the dictionary.
    pub const UNKNOWN: Self = Self(0);

    /// Whether the dictionary has the word.
    pub fn is_known(self) -> bool {
        self != Self::UNKNOWN
    }
}

/// A dictionary, as the tokenizer sees it: it asks about a folded word and stores the answer unread.
pub trait Probe {
    /// The row of exactly this word, or [`WordId::UNKNOWN`].
    fn probe(&self, word: Key) -> WordId;

    /// Whether it may have the word: `false` only where it has not, and told faster.
    fn may_know(&self, _word: Key) -> bool {
        true
    }
}

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Arabic letters, with their marks and tatweel.
    Arabic,
    /// Letters of another script.
    Foreign,
    /// A run of decimal digits: Western, Arabic-Indic, Persian.
    Digits,
    /// A link, handle, hashtag, file name or a name with digits in it, a rule drawn with signs (--------): read as a
    /// whole or not at all.
    Opaque,
    /// One character of punctuation or any other sign.
    Sign(char),
}

/// A token: where it stands, what it is, and which word of the dictionary it is without its proclitics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// The whole orthographic token, proclitics included.
    pub span: Span,
    /// The dictionary's answer for the stem; of a sign, its character. Together with the kind, so that a token takes
    /// 16 bytes: a long text is mostly its tokens.
    pub(super) row: u32,
    pub(super) kind: u8,
    /// Bytes of proclitics before the stem.
    pub(super) proclitic: u8,
    pub(super) flags: u8,
    /// Of a word, a byte of its key's hash, proclitics included.
    pub(super) hint: u8,
}

/// Flags of a token.
pub(super) mod flag {
    pub(in crate::text) const SPACE: u8 = 1;
    pub(in crate::text) const LINE: u8 = 2;
    pub(in crate::text) const ARTICLE: u8 = 4;
    pub(in crate::text) const DUAL_MARK: u8 = 8;
    pub(in crate::text) const TANWIN: u8 = 16;
    pub(in crate::text) const MAQSURA: u8 = 32;
    pub(in crate::text) const TATWEEL: u8 = 64;
    pub(in crate::text) const CONJUNCTION: u8 = 128;
}

/// What a token is made of, in a byte.
pub(super) mod kind {
    pub(in crate::text) const SIGN: u8 = 0;
    pub(in crate::text) const ARABIC: u8 = 1;
    pub(in crate::text) const FOREIGN: u8 = 2;
    pub(in crate::text) const DIGITS: u8 = 3;
    pub(in crate::text) const OPAQUE: u8 = 4;
}

const _: () = assert!(size_of::<Token>() == 16);

impl Token {
    /// What the token is made of.
    #[inline]
    pub fn kind(self) -> Kind {
        match self.kind {
            kind::ARABIC => Kind::Arabic,
            kind::FOREIGN => Kind::Foreign,
            kind::DIGITS => Kind::Digits,
            kind::OPAQUE => Kind::Opaque,
            _ => Kind::Sign(char::from_u32(self.row).unwrap_or('\u{FFFD}')),
        }
    }

    /// The dictionary's answer for the stem; of a sign there is none.
    #[inline]
    pub fn word(self) -> WordId {
        if self.kind == kind::SIGN { WordId::UNKNOWN } else { WordId(self.row) }
    }

    /// Of a word, what tells it from most others: no phrase goes on with a word whose key has another hint.
    #[inline]
    pub(crate) fn hint(self) -> Option<u8> {
        self.is_word().then_some(self.hint)
    }

    /// Whether it is a run of digits.
    #[inline]
    pub fn is_digits(self) -> bool {
        self.kind == kind::DIGITS
    }

    /// Whether it is made of letters of any script.
    #[inline]
    pub fn is_word(self) -> bool {
        matches!(self.kind, kind::ARABIC | kind::FOREIGN)
    }

    /// Whether it is any sign.
    #[inline]
    pub fn is_any_sign(self) -> bool {
        self.kind == kind::SIGN
    }

    /// Whether it is the sign `c`.
    #[inline]
    pub fn is_sign(self, c: char) -> bool {
        self.kind == kind::SIGN && self.row == c as u32
    }

    /// The token without its proclitics (و ف ب ك ل); an article stays, except of لل, where the bare noun is left.
    #[inline]
    pub fn stem(self) -> Span {
        Span::new(self.span.start + u32::from(self.proclitic), self.span.end)
    }

    /// Whether white space stands between it and the token before it.
    #[inline]
    pub fn after_space(self) -> bool {
        self.flags & flag::SPACE != 0
    }

    /// Whether it is the first token of a line.
    #[inline]
    pub fn starts_line(self) -> bool {
        self.flags & flag::LINE != 0
    }

    /// The token as و or ف and another word of the dictionary, where it was looked up as one word.
    pub fn split(self, text: &str, probe: &impl Probe) -> Option<Self> {
        let shape = WordShape::read(text, self.span.start as usize);
        let found =
            apart(shape.letters.key(), probe).filter(|_| self.kind == kind::ARABIC && self.proclitic == 0)?;
        let start = shape.letter_start(text, self.span.start as usize, found.letters);
        let proclitic = u8::try_from(start - self.span.start as usize).ok()?;
        Some(Self { row: found.word.0, proclitic, flags: self.flags | found.flags, ..self })
    }

    /// The token as the article and another word of the dictionary, where it was looked up with it.
    pub fn without_article(self, text: &str, probe: &impl Probe) -> Option<Self> {
        let shape = WordShape::read(text, self.span.start as usize);
        let whole = self.kind == kind::ARABIC && self.proclitic == 0 && !self.has_article();
        let word = probe.probe(shape.letters.key().without_article().filter(|_| whole)?);
        word.is_known().then_some(Self { row: word.0, flags: self.flags | flag::ARTICLE, ..self })
    }

    /// Whether the dictionary's word is the token without its article.
    #[inline]
    pub fn has_article(self) -> bool {
        self.flags & flag::ARTICLE != 0
    }

    /// Whether proclitics were taken off.
    #[inline]
    pub fn has_proclitic(self) -> bool {
        self.proclitic > 0
    }

    /// Whether a preposition (ب ك ل) was taken off: one letter of two bytes, or more than the conjunction's.
    #[inline]
    pub fn has_preposition(self) -> bool {
        self.proclitic > if self.has_conjunction() { 2 } else { 0 }
    }

    /// Whether a conjunction (و ف) was taken off.
    #[inline]
    pub fn has_conjunction(self) -> bool {
        self.flags & flag::CONJUNCTION != 0
    }

    /// Whether a fatha stands before a final ين, which makes the word a dual (متهمَين).
    #[inline]
    pub fn has_dual_mark(self) -> bool {
        self.flags & flag::DUAL_MARK != 0
    }

    /// Whether it ends in nunation (قتيلاً).
    #[inline]
    pub fn has_tanwin(self) -> bool {
        self.flags & flag::TANWIN != 0
    }

    /// Whether it ends in alef maqsura as typed (على, not علي).
    #[inline]
    pub fn ends_in_maqsura(self) -> bool {
        self.flags & flag::MAQSURA != 0
    }

    /// Whether it ends in a tatweel, as before digits (بـ, الـ).
    #[inline]
    pub fn ends_in_tatweel(self) -> bool {
        self.flags & flag::TATWEEL != 0
    }
}
