//! The habits of typists, which change letters and marks but no word.

use proptest::prelude::*;

use super::speller::Word;

/// How words are typed.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a habit of its own")]
pub(crate) struct Typist {
    /// اربعة for أربعة.
    bare_alef: bool,
    /// مئتى for مئتي, إحدي for إحدى.
    swapped_ya: bool,
    /// ثلاثه for ثلاثة.
    ha_for_ta: bool,
    /// و as a word of its own.
    lone_and: bool,
    /// Where vowel marks and tatweels go: bits that are used up letter by letter; none where it is zero.
    marks: u64,
    tatweel: u64,
}

/// Any typist; half of them use neither marks nor tatweel.
pub(crate) fn typist() -> impl Strategy<Value = Typist> {
    let sparse = || prop_oneof![Just(0), any::<u64>().prop_map(|bits| bits & bits.rotate_left(17))];
    (any::<[bool; 4]>(), sparse(), sparse()).prop_map(|(habit, marks, tatweel)| Typist {
        bare_alef: habit[0],
        swapped_ya: habit[1],
        ha_for_ta: habit[2],
        lone_and: habit[3],
        marks,
        tatweel,
    })
}

/// Vowels, sukun and shadda; nunation is grammar and no habit.
const MARKS: [char; 4] = ['\u{64E}', '\u{650}', '\u{652}', '\u{651}'];

impl Typist {
    /// No habits at all.
    pub(crate) const PLAIN: Self =
        Self { bare_alef: false, swapped_ya: false, ha_for_ta: false, lone_and: false, marks: 0, tatweel: 0 };

    /// The words of a number as one text. Only before عشر is أحد typed without its hamza: after و it would be واحد.
    pub(crate) fn number(&self, words: &[Word]) -> String {
        let mut text = String::new();
        for (at, word) in words.iter().enumerate() {
            if at > 0 {
                text.push(' ');
            }
            if word.and {
                text.push_str(if self.lone_and { "و " } else { "و" });
            }
            let next = words.get(at + 1).filter(|next| !next.and);
            let keeps_hamza = word.text == "أحد" && next.is_none_or(|next| next.text != "عشر");
            let typist = Self { bare_alef: self.bare_alef && !keeps_hamza, ..self.clone() };
            text.push_str(&typist.word(&word.text, 7 * at as u32));
        }
        text
    }

    /// The same typist, who tells ya from alef maqsura.
    pub(crate) fn with_ya_kept(self) -> Self {
        Self { swapped_ya: false, ..self }
    }

    /// One word; `salt` lets the same letters of another word be marked elsewhere.
    pub(crate) fn word(&self, word: &str, salt: u32) -> String {
        let mut text = String::new();
        let last = word.chars().count() - 1;
        let mut letters = word.chars().enumerate().peekable();
        while let Some((at, c)) = letters.next() {
            text.push(self.letter(c, at == last));
            let bit = |bits: u64| bits.rotate_right(salt + at as u32) & 1 == 1;
            let before_mark = letters.peek().is_some_and(|(_, next)| *next == '\u{64B}');
            if c != '\u{64B}' && !before_mark && bit(self.marks) {
                text.push(MARKS[(salt as usize + at) % MARKS.len()]);
            }
            if at < last && bit(self.tatweel) && joins(c) {
                text.push('ـ');
            }
        }
        text
    }

    fn letter(&self, c: char, last: bool) -> char {
        match c {
            'أ' | 'إ' | 'آ' if self.bare_alef => 'ا',
            'ي' if last && self.swapped_ya => 'ى',
            'ى' if self.swapped_ya => 'ي',
            'ة' if self.ha_for_ta => 'ه',
            _ => c,
        }
    }
}

/// Whether the letter joins the one after it, so that a tatweel fits between them.
fn joins(c: char) -> bool {
    c.is_alphabetic() && !"اأإآدذرزوؤةىء".contains(c)
}
