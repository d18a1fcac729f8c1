//! The text as tokens, each with its place in the file and the answer of one dictionary probe.

use unicode_normalization::char::is_combining_mark;

use super::fold::{
    Glyph, Letter, arabic_glyph, glyphs, is_presentation, is_silent_control, letter, two_byte,
};
use super::key::{Key, KeyBuilder};
use super::opaque;
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
    /// A link, handle, hashtag, file name or a name with digits in it: read as a whole or not at all.
    Opaque,
    /// One character of punctuation or any other sign.
    Sign(char),
}

/// A token: where it stands, what it is, and which word of the dictionary it is without its proclitics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// The whole orthographic token, proclitics included.
    pub span: Span,
    /// The dictionary's answer for the stem.
    pub word: WordId,
    kind: u32,
    /// Bytes of proclitics before the stem.
    proclitic: u8,
    flags: u8,
}

const SPACE: u8 = 1;
const LINE: u8 = 2;
const ARTICLE: u8 = 4;
const DUAL_MARK: u8 = 8;
const TANWIN: u8 = 16;
const MAQSURA: u8 = 32;
const TATWEEL: u8 = 64;
const CONJUNCTION: u8 = 128;

const ARABIC: u32 = 0x11_0000;
const FOREIGN: u32 = 0x11_0001;
const DIGITS: u32 = 0x11_0002;
const OPAQUE: u32 = 0x11_0003;

impl Token {
    /// What the token is made of.
    #[inline]
    pub fn kind(self) -> Kind {
        match self.kind {
            ARABIC => Kind::Arabic,
            FOREIGN => Kind::Foreign,
            DIGITS => Kind::Digits,
            OPAQUE => Kind::Opaque,
            sign => Kind::Sign(char::from_u32(sign).unwrap_or('\u{FFFD}')),
        }
    }

    /// Whether it is a run of digits.
    #[inline]
    pub fn is_digits(self) -> bool {
        self.kind == DIGITS
    }

    /// Whether it is made of letters of any script.
    #[inline]
    pub fn is_word(self) -> bool {
        matches!(self.kind, ARABIC | FOREIGN)
    }

    /// Whether it is the sign `c`.
    #[inline]
    pub fn is_sign(self, c: char) -> bool {
        self.kind == c as u32
    }

    /// The token without its proclitics (و ف ب ك ل); an article stays, except of لل, where the bare noun is left.
    #[inline]
    pub fn stem(self) -> Span {
        Span::new(self.span.start + u32::from(self.proclitic), self.span.end)
    }

    /// Whether white space stands between it and the token before it.
    #[inline]
    pub fn after_space(self) -> bool {
        self.flags & SPACE != 0
    }

    /// Whether it is the first token of a line.
    #[inline]
    pub fn starts_line(self) -> bool {
        self.flags & LINE != 0
    }

    /// The token as و or ف and another word of the dictionary, where it was looked up as one word.
    pub fn split(self, text: &str, probe: &impl Probe) -> Option<Self> {
        let shape = WordShape::read(text, self.span.start as usize);
        let found =
            apart(shape.letters.key(), probe).filter(|_| self.kind == ARABIC && self.proclitic == 0)?;
        let start = shape.letter_start(text, self.span.start as usize, found.letters);
        let proclitic = u8::try_from(start - self.span.start as usize).ok()?;
        Some(Self { word: found.word, proclitic, flags: self.flags | found.flags, ..self })
    }

    /// Whether the dictionary's word is the token without its article.
    #[inline]
    pub fn has_article(self) -> bool {
        self.flags & ARTICLE != 0
    }

    /// Whether proclitics were taken off.
    #[inline]
    pub fn has_proclitic(self) -> bool {
        self.proclitic > 0
    }

    /// Whether a conjunction (و ف) was taken off.
    #[inline]
    pub fn has_conjunction(self) -> bool {
        self.flags & CONJUNCTION != 0
    }

    /// Whether a fatha stands before a final ين, which makes the word a dual (متهمَين).
    #[inline]
    pub fn has_dual_mark(self) -> bool {
        self.flags & DUAL_MARK != 0
    }

    /// Whether it ends in nunation (قتيلاً).
    #[inline]
    pub fn has_tanwin(self) -> bool {
        self.flags & TANWIN != 0
    }

    /// Whether it ends in alef maqsura as typed (على, not علي).
    #[inline]
    pub fn ends_in_maqsura(self) -> bool {
        self.flags & MAQSURA != 0
    }

    /// Whether it ends in a tatweel, as before digits (بـ, الـ).
    #[inline]
    pub fn ends_in_tatweel(self) -> bool {
        self.flags & TATWEEL != 0
    }
}

/// The tokens of `text`, in order; together with the white space and invisible controls between them they are all of
/// it. Linear in the length of the text.
pub fn tokenize(text: &str, probe: &impl Probe) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 8 + 4);
    tokenize_into(text, probe, &mut tokens);
    tokens
}

fn tokenize_into(text: &str, probe: &impl Probe, tokens: &mut Vec<Token>) {
    let mut reader = Reader { text, bytes: text.as_bytes(), at: 0, flags: LINE, run_end: 0 };
    while let Some(token) = reader.next(probe) {
        tokens.push(token);
    }
}

/// The Arabic letter mark: a mark of direction, and the only invisible control of the Arabic block.
fn is_letter_mark(lead: u8, trail: u8) -> bool {
    two_byte(lead, trail) == 0x061C
}

/// The end of the combining marks at `end`; there are none below U+0300.
fn marks_end(text: &str, mut end: usize) -> usize {
    while text.as_bytes().get(end).is_some_and(|byte| *byte >= 0xCC)
        && let Some(mark) = text[end..].chars().next().filter(|c| is_combining_mark(*c))
    {
        end += mark.len_utf8();
    }
    end
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    /// SPACE and LINE for the token to come.
    flags: u8,
    /// End of the ASCII run that was last searched for opaque tokens.
    run_end: usize,
}

impl Reader<'_> {
    fn next(&mut self, probe: &impl Probe) -> Option<Token> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            match byte {
                b' ' | b'\t' | b'\r' | 0x0B | 0x0C => self.skip(1, SPACE),
                b'\n' => self.skip(1, SPACE | LINE),
                0xD8..=0xDB => match arabic_glyph(byte, self.bytes[self.at + 1]) {
                    Glyph::Letter(_) => return Some(self.word(probe)),
                    Glyph::Digit(_) => return Some(self.digits()),
                    Glyph::Silent if is_letter_mark(byte, self.bytes[self.at + 1]) => self.skip(2, 0),
                    Glyph::Silent | Glyph::Hamza | Glyph::Break => return Some(self.sign()),
                },
                0x21..=0x7E => return Some(self.ascii(byte, probe)),
                _ => {
                    if let Some(token) = self.other(probe) {
                        return Some(token);
                    }
                }
            }
        }
    }

    fn skip(&mut self, bytes: usize, flags: u8) {
        self.at += bytes;
        self.flags |= flags;
    }

    /// The token from here to `end`, with the marks that combine with its last character.
    fn token(&mut self, kind: u32, end: usize) -> Token {
        let span = Span::new(self.at as u32, marks_end(self.text, end) as u32);
        let flags = std::mem::take(&mut self.flags);
        Token { span, word: WordId::UNKNOWN, kind, proclitic: 0, flags }
    }

    fn char_here(&self) -> char {
        self.text[self.at..].chars().next().unwrap_or('\0')
    }

    fn sign(&mut self) -> Token {
        let c = self.char_here();
        let token = self.token(c as u32, self.at + c.len_utf8());
        self.at = token.span.end as usize;
        token
    }

    fn ascii(&mut self, byte: u8, probe: &impl Probe) -> Token {
        if let Some(end) = self.opaque_end(byte) {
            let token = self.token(OPAQUE, end);
            self.at = token.span.end as usize;
            return token;
        }
        match byte {
            b'0'..=b'9' => self.digits(),
            b'A'..=b'Z' | b'a'..=b'z' => self.word(probe),
            _ => self.sign(),
        }
    }

    /// The end of the opaque token that starts here, if one does. A run of ASCII is searched once, at its start.
    fn opaque_end(&mut self, byte: u8) -> Option<usize> {
        if byte == b'@' || byte == b'#' {
            return opaque::tag_end(self.text, self.at);
        }
        if !byte.is_ascii_alphanumeric() || self.at < self.run_end {
            return None;
        }
        let end = opaque::run_end(self.bytes, self.at);
        self.run_end = end;
        opaque::opaque_end(self.text, self.at, end)
    }

    /// White space and controls outside ASCII, presentation forms, letters of other scripts, any other sign.
    fn other(&mut self, probe: &impl Probe) -> Option<Token> {
        let c = self.char_here();
        if c.is_whitespace() {
            let line = matches!(c, '\u{2028}' | '\u{2029}' | '\u{85}');
            self.skip(c.len_utf8(), if line { SPACE | LINE } else { SPACE });
            return None;
        }
        if is_silent_control(c) || c.is_control() {
            self.skip(c.len_utf8(), 0);
            return None;
        }
        if is_presentation(c) {
            let mut letters = false;
            glyphs(c, |_, glyph| letters |= matches!(glyph, Glyph::Letter(_)));
            return Some(if letters { self.word(probe) } else { self.sign() });
        }
        Some(if c.is_alphanumeric() { self.foreign() } else { self.sign() })
    }

    fn foreign(&mut self) -> Token {
        let rest = &self.text[self.at..];
        let end = rest.find(|c: char| !c.is_alphanumeric()).map_or(self.text.len(), |n| self.at + n);
        let token = self.token(FOREIGN, end.max(self.at + self.char_here().len_utf8()));
        self.at = token.span.end as usize;
        token
    }

    fn digits(&mut self) -> Token {
        let mut end = self.at;
        loop {
            match self.bytes.get(end) {
                Some(b'0'..=b'9') => end += 1,
                Some(lead @ 0xD9..=0xDB)
                    if matches!(arabic_glyph(*lead, self.bytes[end + 1]), Glyph::Digit(_)) =>
                {
                    end += 2;
                }
                _ => break,
            }
        }
        // Digits with a mark on them are a picture (a keycap), not a number.
        let kind = if marks_end(self.text, end) == end { DIGITS } else { OPAQUE };
        let token = self.token(kind, end);
        self.at = token.span.end as usize;
        token
    }

    /// A word of Arabic or Latin letters.
    fn word(&mut self, probe: &impl Probe) -> Token {
        let shape = WordShape::read(self.text, self.at);
        let kind = if self.bytes[self.at].is_ascii() { FOREIGN } else { ARABIC };
        let mut token = self.token(kind, shape.end);
        token.flags |= shape.flags();
        let peeled = if shape.opens_apart { apart(shape.letters.key(), probe) } else { None }
            .unwrap_or_else(|| peel(shape.letters.key(), probe));
        // Proclitics under more marks than any typist sets are none.
        if let Ok(proclitic) = u8::try_from(shape.letter_start(self.text, self.at, peeled.letters) - self.at)
        {
            (token.word, token.proclitic) = (peeled.word, proclitic);
            token.flags |= peeled.flags;
        }
        self.at = shape.next.max(token.span.end as usize);
        token
    }
}

/// What one pass over a word's characters finds. Marks are kept as the number of letters before them.
struct WordShape {
    letters: KeyBuilder,
    /// After the last letter or mark.
    end: usize,
    /// After any controls that follow.
    next: usize,
    last: Letter,
    tanwin: u32,
    tatweel: u32,
    maqsura: u32,
    fatha: u32,
    /// The second letter is an alef with its hamza, which begins a word.
    opens_apart: bool,
}

impl WordShape {
    fn read(text: &str, start: usize) -> Self {
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
        loop {
            let at = shape.next;
            match bytes.get(at) {
                Some(lead @ 0xD8..=0xDB) if !latin => {
                    let trail = bytes[at + 1];
                    match arabic_glyph(*lead, trail) {
                        Glyph::Letter(l) => {
                            shape.opens_apart |=
                                shape.letters.len == 1 && *lead == 0xD8 && matches!(trail, 0xA3 | 0xA5);
                            shape.letter(l, at + 2, (*lead, trail) == (0xD9, 0x89));
                        }
                        Glyph::Silent | Glyph::Hamza => shape.mark(two_byte(*lead, trail), at + 2),
                        Glyph::Digit(_) | Glyph::Break => return shape,
                    }
                }
                Some(byte) if latin && byte.is_ascii_alphabetic() => {
                    shape.letter(byte.to_ascii_lowercase(), at + 1, false);
                }
                Some(byte) if !byte.is_ascii() => {
                    let c = text[at..].chars().next().unwrap_or('\0');
                    if is_silent_control(c) {
                        shape.next = at + c.len_utf8();
                    } else if is_presentation(c) && !latin {
                        glyphs(c, |_, glyph| match glyph {
                            Glyph::Letter(l) => shape.letter(l, at + c.len_utf8(), false),
                            Glyph::Hamza => shape.letters.hamza(),
                            Glyph::Silent | Glyph::Digit(_) | Glyph::Break => {}
                        });
                        shape.end = at + c.len_utf8();
                        shape.next = shape.end;
                    } else {
                        return shape;
                    }
                }
                _ => return shape,
            }
        }
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

    fn flags(&self) -> u8 {
        let flag = |on: bool, bit: u8| if on { bit } else { 0 };
        let len = self.letters.len;
        // Nunation is typed on the letter before a final alef as often as on the alef.
        let tanwin = self.tanwin == len || self.tanwin + 1 == len && self.last == letter::ALEF;
        flag(self.tanwin > 0 && tanwin, TANWIN)
            | flag(self.tatweel == len, TATWEEL)
            | flag(self.maqsura == len, MAQSURA)
            | flag(self.fatha > 0 && self.fatha + 2 == len, DUAL_MARK)
    }

    /// Offset of the letter number `skip`, after the marks of the letters before it.
    fn letter_start(&self, text: &str, start: usize, skip: u32) -> usize {
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

/// Which word is left when proclitics are taken off, and how many letters they are.
struct Peeled {
    word: WordId,
    letters: u32,
    flags: u8,
}

/// و or ف and a known word with the hamza of its first letter: وأحد is not واحد.
fn apart(key: Key, probe: &impl Probe) -> Option<Peeled> {
    let joined = matches!(key.first(), letter::WAW | letter::FA) && key.is_packed();
    joined.then(|| look(key.without(1), 1, CONJUNCTION, probe)).flatten()
}

/// Looks the word up whole, then without و ف, then without ب ك ل, each also without its article; the first that the
/// dictionary knows counts.
fn peel(key: Key, probe: &impl Probe) -> Peeled {
    let whole = probe.probe(key);
    if whole.is_known() || !key.is_packed() {
        return Peeled { word: whole, letters: 0, flags: 0 };
    }
    if let Some(found) = peel_article(key, 0, 0, probe) {
        return found;
    }
    let (mut key, mut letters, mut flags) = (key, 0, 0);
    if matches!(key.first(), letter::WAW | letter::FA) && key.len() > 1 {
        (key, letters, flags) = (key.without(1), 1, CONJUNCTION);
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
    word.is_known().then_some(Peeled { word, letters, flags: flags | ARTICLE })
}

/// Of لل the article is assimilated: names that include it (للخميس) are looked up with it, others without.
fn look_assimilated(key: Key, letters: u32, flags: u8, probe: &impl Probe) -> Option<Peeled> {
    let with = if key.len() <= 14 { probe.probe(key.with_article()) } else { WordId::UNKNOWN };
    if with.is_known() {
        return Some(Peeled { word: with, letters, flags });
    }
    let word = probe.probe(key);
    word.is_known().then_some(Peeled { word, letters, flags: flags | ARTICLE })
}
