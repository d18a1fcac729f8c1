//! One fold for text and word lists: the letters of a word without the habits of its typist.
//!
//! Alef with hamza, madda or wasla is alef; alef maqsura and Farsi ya are ya; ta marbuta is ha; keheh is kaf; the heh
//! forms are ha; presentation forms are their letters; marks, tatweel and invisible controls are nothing. Hamza on
//! waw and on ya stay, since they tell words apart.

use unicode_normalization::char::decompose_compatible;

/// A folded letter: Arabic letters have the codes 1 to 47, Latin letters are lower-case ASCII, digits their ASCII.
pub(super) type Letter = u8;

/// What one character of a text is to a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Glyph {
    /// A letter of a word.
    Letter(Letter),
    /// A mark, a tatweel or an invisible control: part of the word's extent, not of its letters.
    Silent,
    /// A hamza above, typed as a mark of its own: it changes the letter before it.
    Hamza,
    /// A decimal digit of any of the three scripts.
    Digit(u8),
    /// None of these: the word ends before it.
    Break,
}

/// The folded Arabic letters, in the order of their codes from 1.
const ALPHABET: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءؤئپچژگڤ";
/// The same, by code.
const LETTERS: [char; ALPHABET.len() / 2] = {
    let bytes = ALPHABET.as_bytes();
    let mut letters = ['\0'; ALPHABET.len() / 2];
    let mut at = 0;
    while at < letters.len() {
        letters[at] = match char::from_u32(two_byte(bytes[2 * at], bytes[2 * at + 1])) {
            Some(letter) => letter,
            None => panic!("not a letter"),
        };
        at += 1;
    }
    letters
};
/// Any other letter of the Arabic block (Urdu, Pashto, Kurdish ones): told apart from none of the alphabet.
pub(super) const OTHER_ARABIC: Letter = 47;

const TABLE: [Glyph; 0x100] = arabic_table();

const fn code(letter: char) -> Letter {
    let bytes = ALPHABET.as_bytes();
    let (mut at, mut rank) = (0, 1);
    while at < bytes.len() {
        if two_byte(bytes[at], bytes[at + 1]) == letter as u32 {
            return rank;
        }
        at += 2;
        rank += 1;
    }
    panic!("not a letter of the alphabet");
}

pub(super) const fn two_byte(lead: u8, trail: u8) -> u32 {
    ((lead as u32 & 0x1F) << 6) | (trail as u32 & 0x3F)
}

const fn arabic_table() -> [Glyph; 0x100] {
    let mut table = [Glyph::Break; 0x100];
    let mut low = 0_u32;
    while low < 0x100 {
        table[low as usize] = arabic(0x600 + low);
        low += 1;
    }
    table
}

const fn arabic(scalar: u32) -> Glyph {
    match scalar {
        0x0640
        | 0x0610..=0x061A
        | 0x061C
        | 0x064B..=0x0653
        | 0x0655..=0x065F
        | 0x0670
        | 0x06D6..=0x06DC
        | 0x06DF..=0x06E8
        | 0x06EA..=0x06ED => Glyph::Silent,
        0x0654 => Glyph::Hamza,
        0x0622 | 0x0623 | 0x0625 | 0x0627 | 0x0671..=0x0673 => Glyph::Letter(code('ا')),
        0x0629 | 0x0647 | 0x06BE | 0x06C0..=0x06C3 | 0x06D5 => Glyph::Letter(code('ه')),
        0x0649 | 0x064A | 0x06CC | 0x06CD | 0x06D0 | 0x06D2 => Glyph::Letter(code('ي')),
        0x0643 | 0x06A9 | 0x06AA => Glyph::Letter(code('ك')),
        0x0660..=0x0669 => Glyph::Digit((scalar - 0x0660) as u8),
        0x06F0..=0x06F9 => Glyph::Digit((scalar - 0x06F0) as u8),
        0x0621
        | 0x0624
        | 0x0626
        | 0x0628
        | 0x062A..=0x063A
        | 0x0641..=0x0648
        | 0x067E
        | 0x0686
        | 0x0698
        | 0x06AF
        | 0x06A4 => match char::from_u32(scalar) {
            Some(letter) => Glyph::Letter(code(letter)),
            None => Glyph::Break,
        },
        0x0620
        | 0x063B..=0x063F
        | 0x066E..=0x066F
        | 0x0674..=0x06D3
        | 0x06EE..=0x06EF
        | 0x06FA..=0x06FC
        | 0x06FF => Glyph::Letter(OTHER_ARABIC),
        _ => Glyph::Break,
    }
}

/// The glyph of a two-byte Arabic character, by its bytes.
#[inline]
pub(super) fn arabic_glyph(lead: u8, trail: u8) -> Glyph {
    let scalar = two_byte(lead, trail);
    if (0x600..0x700).contains(&scalar) { TABLE[(scalar - 0x600) as usize] } else { Glyph::Break }
}

/// The letters of the Arabic block by their bytes, the first one above; 0 for what is none. With a place for any two
/// bytes nothing is asked before it is looked up, and a text touches few of the places.
static PLAIN: [Letter; 0x1_0000] = {
    let mut plain = [0; 0x1_0000];
    let mut at = 0;
    while at < TABLE.len() {
        if let Glyph::Letter(letter) = TABLE[at] {
            plain[0xD880 + ((at >> 6) << 8 | at & 0x3F)] = letter;
        }
        at += 1;
    }
    plain
};

/// The letters that sixteen bytes encode, two by two, the first one lowest; 0 where they encode none.
#[inline]
pub(super) fn plain_letters(bytes: &[u8; 16]) -> u64 {
    let all = u128::from_be_bytes(*bytes);
    let letter = |at: u32| u64::from(PLAIN[usize::from((all >> (112 - 16 * at)) as u16)]) << (8 * at);
    letter(0) | letter(1) | letter(2) | letter(3) | letter(4) | letter(5) | letter(6) | letter(7)
}

/// Invisible controls that stand inside words and numbers without being part of them: zero-width characters,
/// directional marks, embeddings and isolates, the soft hyphen and the byte order mark.
pub(super) fn is_silent_control(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{00AD}')
}

/// Whether `c` is a letter in its Arabic presentation form (contextual shapes and ligatures).
pub(super) fn is_presentation(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FDFB}' | '\u{FE70}'..='\u{FEFC}')
}

/// The glyphs of any character, each with the character that it is the glyph of; a ligature has several.
pub(super) fn glyphs(c: char, mut each: impl FnMut(char, Glyph)) {
    if is_presentation(c) {
        // The spacing marks decompose to a space and a mark; the space is no part of a word.
        decompose_compatible(c, |part| {
            if part != ' ' {
                each(part, glyph(part));
            }
        });
    } else {
        each(c, glyph(c));
    }
}

fn glyph(c: char) -> Glyph {
    match c {
        '\u{600}'..='\u{6FF}' => TABLE[c as usize - 0x600],
        'A'..='Z' | 'a'..='z' => Glyph::Letter(c.to_ascii_lowercase() as u8),
        '0'..='9' => Glyph::Digit(c as u8 - b'0'),
        _ if is_silent_control(c) => Glyph::Silent,
        _ => Glyph::Break,
    }
}

/// Hamza above, as a combining mark after waw or ya, is the precomposed letter.
pub(super) fn with_hamza(letter: Letter) -> Letter {
    match letter {
        l if l == code('و') => code('ؤ'),
        l if l == code('ي') => code('ئ'),
        other => other,
    }
}

/// The letter codes that the clitics are made of.
pub(super) mod letter {
    use super::{Letter, code};
    pub(in crate::text) const ALEF: Letter = code('ا');
    pub(in crate::text) const BA: Letter = code('ب');
    pub(in crate::text) const FA: Letter = code('ف');
    pub(in crate::text) const KAF: Letter = code('ك');
    pub(in crate::text) const LAM: Letter = code('ل');
    pub(in crate::text) const WAW: Letter = code('و');
}

/// Whether `word` is nothing but a proclitic of one letter (و ف ب ك ل), as it stands before digits.
pub fn is_proclitic(word: &str) -> bool {
    const PROCLITICS: [Glyph; 5] = [
        Glyph::Letter(letter::WAW),
        Glyph::Letter(letter::FA),
        Glyph::Letter(letter::BA),
        Glyph::Letter(letter::KAF),
        Glyph::Letter(letter::LAM),
    ];
    let mut letters = word.chars().map(glyph).filter(|g| *g != Glyph::Silent);
    letters.next().is_some_and(|first| PROCLITICS.contains(&first)) && letters.next().is_none()
}

/// The word without the marks, tatweel and controls after its last letter.
///
/// ```
/// assert_eq!(tahqiq::text::trim_marks("أولاً"), "أولا");
/// ```
pub fn trim_marks(word: &str) -> &str {
    word.trim_end_matches(|c| glyph(c) == Glyph::Silent)
}

/// Whether `word`, which the dictionary may not know, is typed with the article: of two letters more, and after whatever
/// proclitics it has.
///
/// ```
/// use tahqiq::text::spells_article;
///
/// assert!(["القرى", "والقرى", "بالقرى", "وبالقرى", "للقرى"].into_iter().all(spells_article));
/// assert!(["الى", "قال", "وال", "لقرى", "و"].into_iter().all(|word| !spells_article(word)));
/// ```
pub fn spells_article(word: &str) -> bool {
    spells_article_within(word.as_bytes(), 0, word.len())
}

/// The same of the word from `start` to `end` of a text: by eight bytes, of و ف, then ب ك, then ال or لل, without a branch
/// for each proclitic, since it is asked of every word that stands beside a number or a name.
pub(crate) fn spells_article_within(text: &[u8], start: usize, end: usize) -> bool {
    const WAW: u64 = u16::from_le_bytes([0xD9, 0x88]) as u64;
    const FA: u64 = u16::from_le_bytes([0xD9, 0x81]) as u64;
    const BA: u64 = u16::from_le_bytes([0xD8, 0xA8]) as u64;
    const KAF: u64 = u16::from_le_bytes([0xD9, 0x83]) as u64;
    const AL: u64 = u32::from_le_bytes([0xD8, 0xA7, 0xD9, 0x84]) as u64;
    const LIL: u64 = u32::from_le_bytes([0xD9, 0x84, 0xD9, 0x84]) as u64;
    let eight = text[start..].first_chunk().copied().unwrap_or_else(|| {
        let mut eight = [0; 8];
        eight[..text.len() - start].copy_from_slice(&text[start..]);
        eight
    });
    let (word, mut skipped) = (u64::from_le_bytes(eight), 0);
    let first = word & 0xFFFF;
    skipped += 16 * u32::from(first == WAW || first == FA);
    let second = word >> skipped & 0xFFFF;
    skipped += 16 * u32::from(second == BA || second == KAF);
    let article = word >> skipped & 0xFFFF_FFFF;
    (article == AL || article == LIL) && end - start >= (skipped / 8) as usize + 7
}

/// Whether `word` is typed with the article and nothing before it.
pub fn opens_with_article(word: &str) -> bool {
    word.strip_prefix("ال").is_some_and(|noun| noun.len() > 2)
}

/// Whether a word begins as verbs of the present do (ي, ت, and these after س), or as what is joined to another word (و,
/// ف, بال, لل): of four letters or more.
pub fn opens_like_verb(word: &str) -> bool {
    let opens = word.starts_with(['ي', 'ت', 'و', 'ف'])
        || ["سي", "ست", "سن", "بال", "لل", "كال", "لي", "لت"].iter().any(|p| word.starts_with(p));
    opens && has_letters(word, 4)
}

/// Whether a word of five letters or more ends in a pronoun (أوضاعهم, بعدها).
pub fn ends_in_pronoun(word: &str) -> bool {
    ["هم", "ها", "هما"].iter().any(|pronoun| word.ends_with(pronoun)) && has_letters(word, 5)
}

/// Whether a word has so many letters at least.
fn has_letters(word: &str, many: usize) -> bool {
    word.chars().filter(|c| matches!(glyph(*c), Glyph::Letter(_))).take(many).count() == many
}

/// The word without none, one and two of its first letters where these are proclitics, each with the bytes left out.
pub fn proclitics(word: &str) -> impl Iterator<Item = (usize, &str)> {
    let one = word.strip_prefix(['و', 'ف', 'ب', 'ل', 'ك']);
    let two = word.strip_prefix(['و', 'ف']).and_then(|rest| rest.strip_prefix(['ب', 'ل', 'ك']));
    [Some(word), one, two].into_iter().flatten().map(|rest| (word.len() - rest.len(), rest))
}

/// Whether `word` is the conjunction و as a word of its own, perhaps with a tatweel or a mark.
pub fn is_and(word: &str) -> bool {
    let mut letters = word.chars().map(glyph).filter(|g| *g != Glyph::Silent);
    letters.next() == Some(Glyph::Letter(letter::WAW)) && letters.next().is_none()
}

/// The folded form of a text, for reading and for comparing spellings: what the word lists and the tokenizer see.
///
/// ```
/// use tahqiq::text::fold;
///
/// assert_eq!(fold("ثَلاثـــةٌ"), "ثلاثه");
/// assert_eq!(fold("إحدى"), fold("احدي"));
/// assert_eq!(fold("ﺛﻼﺛﺔ ٢٥"), "ثلاثه 25");
/// ```
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let mut broke = false;
        glyphs(c, |part, glyph| match glyph {
            Glyph::Letter(OTHER_ARABIC) => out.push(part),
            Glyph::Letter(l) if (l as usize) <= LETTERS.len() => out.push(LETTERS[l as usize - 1]),
            Glyph::Letter(l) => out.push(l as char),
            Glyph::Digit(d) => out.push((b'0' + d) as char),
            Glyph::Hamza => seat_hamza(&mut out),
            Glyph::Silent => {}
            Glyph::Break => broke = true,
        });
        if broke {
            out.push(c);
        }
    }
    out
}

/// A combining hamza above sits on the letter before it, if that is one of those that it changes.
fn seat_hamza(out: &mut String) {
    let seated = match out.chars().next_back() {
        Some('و') => 'ؤ',
        Some('ي') => 'ئ',
        _ => return,
    };
    out.pop();
    out.push(seated);
}
