//! The tokenizer: one pass over the bytes, one dictionary probe for each word and for each form with a clitic less.

use unicode_normalization::char::is_combining_mark;

use super::batch::Batch;
use super::clitic::{Peeled, apart, peel};
use super::fold::{Glyph, arabic_glyph, glyphs, is_presentation, is_silent_control, two_byte};
use super::key::Key;
use super::opaque;
use super::shape::{PlainWord, WordShape};
use super::token::{Probe, Token, flag, kind};
use crate::span::Span;

/// So many of one sign side by side are a rule drawn across the page (--------, * * * * * * * *), not punctuation.
const RULE: usize = 8;

/// Bytes from which a text is long.
const LONG: usize = 1 << 20;

/// The tokens of `text`, in order; together with the white space and invisible controls between them they are all of
/// it. Linear in the length of the text.
pub fn tokenize(text: &str, probe: &impl Probe) -> Vec<Token> {
    let mut tokens = Vec::new();
    tokenize_into(text, probe, &mut tokens);
    tokens
}

/// The same behind those that there are.
pub(crate) fn tokenize_into(text: &str, probe: &impl Probe, tokens: &mut Vec<Token>) {
    // A long text gets all the room that it can need at once: growing would copy it, and room that is not used costs
    // nothing.
    let least = if text.len() < LONG { 8 } else { 1 };
    tokens.reserve(text.len() / least + 4);
    let batch = Batch::new();
    let mut reader = Reader { text, bytes: text.as_bytes(), at: 0, flags: flag::LINE, run_end: 0, batch };
    while let Some(token) = reader.next(tokens.len(), probe) {
        tokens.push(token);
        if reader.batch.is_full() {
            reader.batch.look_up(tokens, probe);
        }
    }
    reader.batch.look_up(tokens, probe);
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

/// The end of the rule drawn with `sign` at `start`, side by side or with a space between, if one is.
fn rule_end(text: &str, start: usize, sign: char) -> Option<usize> {
    let mut end = start;
    for drawn in 0.. {
        let rest = &text[end..];
        let spaced = if drawn > 0 { rest.strip_prefix(' ').unwrap_or(rest) } else { rest };
        let Some(after) = spaced.strip_prefix(sign) else {
            return (drawn >= RULE).then_some(end);
        };
        end = text.len() - after.len();
    }
    None
}

struct Reader<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    /// flag::SPACE and flag::LINE for the token to come.
    flags: u8,
    /// End of the ASCII run that was last searched for opaque tokens.
    run_end: usize,
    /// Words that are still to be looked up.
    batch: Batch,
}

impl Reader<'_> {
    /// The next token, which is the one of that number; of a word that is still to be looked up, without what the
    /// dictionary says of it.
    fn next(&mut self, number: usize, probe: &impl Probe) -> Option<Token> {
        loop {
            let byte = *self.bytes.get(self.at)?;
            match byte {
                b' ' | b'\t' | b'\r' | 0x0B | 0x0C => self.skip(1, flag::SPACE),
                b'\n' => self.skip(1, flag::SPACE | flag::LINE),
                0xD8..=0xDB => {
                    if let Some(word) = PlainWord::read(self.text, self.at) {
                        return Some(self.plain_word(&word, number, probe));
                    }
                    match arabic_glyph(byte, self.bytes[self.at + 1]) {
                        Glyph::Letter(_) => return Some(self.any_word(probe)),
                        Glyph::Digit(_) => return Some(self.digits()),
                        Glyph::Silent if is_letter_mark(byte, self.bytes[self.at + 1]) => self.skip(2, 0),
                        Glyph::Silent | Glyph::Hamza | Glyph::Break => return Some(self.sign()),
                    }
                }
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
    fn token(&mut self, kind: u8, end: usize) -> Token {
        let span = Span::new(self.at as u32, marks_end(self.text, end) as u32);
        let flags = std::mem::take(&mut self.flags);
        Token { span, row: 0, kind, proclitic: 0, flags, hint: 0 }
    }

    fn char_here(&self) -> char {
        self.text[self.at..].chars().next().unwrap_or('\0')
    }

    fn sign(&mut self) -> Token {
        let c = self.char_here();
        let token = if let Some(end) = self.rule_end(c) {
            self.token(kind::OPAQUE, end)
        } else {
            let token = self.token(kind::SIGN, self.at + c.len_utf8());
            Token { row: c as u32, ..token }
        };
        self.at = token.span.end as usize;
        token
    }

    /// The end of the rule drawn with `sign`, if one starts here: most signs stand alone, which is told first.
    fn rule_end(&self, sign: char) -> Option<usize> {
        let next = self.at + sign.len_utf8();
        let next = next + usize::from(self.bytes.get(next) == Some(&b' '));
        let may_go_on = self.bytes.get(next) == Some(&self.bytes[self.at]);
        if may_go_on { rule_end(self.text, self.at, sign) } else { None }
    }

    fn ascii(&mut self, byte: u8, probe: &impl Probe) -> Token {
        if let Some(end) = self.opaque_end(byte) {
            let token = self.token(kind::OPAQUE, end);
            self.at = token.span.end as usize;
            return token;
        }
        match byte {
            b'0'..=b'9' => self.digits(),
            b'A'..=b'Z' | b'a'..=b'z' => self.any_word(probe),
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
            self.skip(c.len_utf8(), if line { flag::SPACE | flag::LINE } else { flag::SPACE });
            return None;
        }
        if is_silent_control(c) || c.is_control() {
            self.skip(c.len_utf8(), 0);
            return None;
        }
        if is_presentation(c) {
            let mut letters = false;
            glyphs(c, |_, glyph| letters |= matches!(glyph, Glyph::Letter(_)));
            return Some(if letters { self.any_word(probe) } else { self.sign() });
        }
        Some(if c.is_alphanumeric() { self.foreign() } else { self.sign() })
    }

    fn foreign(&mut self) -> Token {
        let rest = &self.text[self.at..];
        let end = rest.find(|c: char| !c.is_alphanumeric()).map_or(self.text.len(), |n| self.at + n);
        let token = self.token(kind::FOREIGN, end.max(self.at + self.char_here().len_utf8()));
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
        let kind = if marks_end(self.text, end) == end { kind::DIGITS } else { kind::OPAQUE };
        let token = self.token(kind, end);
        self.at = token.span.end as usize;
        token
    }

    /// A word that was read at one go: each of its letters takes two bytes.
    fn plain_word(&mut self, word: &PlainWord, number: usize, probe: &impl Probe) -> Token {
        let flags = std::mem::take(&mut self.flags) | word.flags;
        let span = Span::new(self.at as u32, word.end as u32);
        self.at = word.end;
        let token = Token { span, row: 0, kind: kind::ARABIC, proclitic: 0, flags, hint: word.key.hint() };
        if word.opens_apart
            && let Some(found) = apart(word.key, probe)
        {
            let (row, proclitic) = (found.word.0, 2 * found.letters as u8);
            return Token { row, proclitic, flags: flags | found.flags, ..token };
        }
        self.batch.push(word.key, number);
        token
    }

    /// A word of Arabic or Latin letters with whatever marks and controls.
    fn any_word(&mut self, probe: &impl Probe) -> Token {
        let shape = WordShape::read(self.text, self.at);
        let kind = if self.bytes[self.at].is_ascii() { kind::FOREIGN } else { kind::ARABIC };
        let key = shape.letters.key();
        let mut token = self.token(kind, shape.end);
        token.flags |= shape.flags();
        token.hint = key.hint();
        let peeled = peeled(key, shape.opens_apart, probe);
        // Proclitics under more marks than any typist sets are none.
        if let Ok(proclitic) = u8::try_from(shape.letter_start(self.text, self.at, peeled.letters) - self.at)
        {
            (token.row, token.proclitic) = (peeled.word.0, proclitic);
            token.flags |= peeled.flags;
        }
        self.at = shape.next.max(token.span.end as usize);
        token
    }
}

/// The dictionary's word in that one, without its proclitics.
#[inline]
fn peeled(key: Key, opens_apart: bool, probe: &impl Probe) -> Peeled {
    let parted = if opens_apart { apart(key, probe) } else { None };
    parted.unwrap_or_else(|| peel(key, probe))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Kind;

    struct Nothing;

    impl Probe for Nothing {
        fn probe(&self, _: Key) -> crate::text::WordId {
            crate::text::WordId::UNKNOWN
        }
    }

    fn quotes(text: &str) -> Vec<(&str, Kind)> {
        tokenize(text, &Nothing).into_iter().map(|t| (&text[t.span.range()], t.kind())).collect()
    }

    #[test]
    fn a_rule_drawn_with_signs_is_one_token() {
        for rule in ["--------", "* * * * * * * *", "«««««««««««", "………………………………"]
        {
            let line = format!("{rule}\nا");
            assert_eq!(quotes(&line), [(rule, Kind::Opaque), ("ا", Kind::Arabic)]);
        }
        assert_eq!(quotes("-------").len(), 7);
        assert_eq!(quotes("…\n…\n…\n…\n…\n…\n…\n…\n…").len(), 9);
    }
}
