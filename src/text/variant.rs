//! Variants: in what two writings of the same words differ, where that is not the words.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::fold::{is_presentation, is_silent_control};

/// A way in which two writings of the same words may differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Variant {
    /// Vowels, nunation, shadda and other marks on letters.
    Marks,
    /// Tatweel, which only stretches a word.
    Tatweel,
    /// Forms of alef and hamza: إ أ آ ا, ئ ى ي.
    Letters,
    /// Arabic-Indic, Persian and Western digits.
    Digits,
    /// Unicode normal forms: composed and decomposed letters, presentation forms.
    NormalForm,
    /// Controls that nobody sees: marks of direction, joiners, byte order marks.
    Controls,
    /// White space: line ends, no-break spaces, several spaces for one.
    Space,
}

impl Variant {
    /// Every variant, in the order in which they are named.
    pub const ALL: [Self; 7] = [
        Self::Marks,
        Self::Tatweel,
        Self::Letters,
        Self::Digits,
        Self::NormalForm,
        Self::Controls,
        Self::Space,
    ];

    /// The name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Marks => "marks",
            Self::Tatweel => "tatweel",
            Self::Letters => "alef and hamza",
            Self::Digits => "digit shape",
            Self::NormalForm => "normal form",
            Self::Controls => "invisible controls",
            Self::Space => "white space",
        }
    }

    /// The text with this way of writing made one.
    fn leveled(self, text: &str) -> String {
        match self {
            Self::NormalForm => text.chars().flat_map(unfolded).nfc().collect(),
            Self::Space => text.split_whitespace().collect::<Vec<_>>().join(" "),
            Self::Marks => text.chars().filter(|c| !is_combining_mark(*c) || is_hamza(*c)).collect(),
            Self::Tatweel => text.replace('\u{640}', ""),
            Self::Controls => text.chars().filter(|c| !is_silent_control(*c) && *c != '\u{61C}').collect(),
            Self::Letters => text.chars().filter(|c| !is_hamza(*c)).map(plain_letter).collect(),
            Self::Digits => text.chars().map(western).collect(),
        }
    }
}

impl fmt::Display for Variant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// In what two texts differ, where they are the same words; `None` where they are not. Equal texts differ in nothing.
///
/// ```
/// use tahqiq::text::{Variant, variants};
///
/// assert_eq!(variants("أصيب ١٧", "اصيب 17"), Some(vec![Variant::Letters, Variant::Digits]));
/// assert_eq!(variants("قُتل", "قتل"), Some(vec![Variant::Marks]));
/// assert_eq!(variants("قتل", "قتلى"), None);
/// ```
pub fn variants(left: &str, right: &str) -> Option<Vec<Variant>> {
    if left == right {
        return Some(Vec::new());
    }
    let differ_but_for = |left_out: Option<Variant>| {
        let rest = || Variant::ALL.into_iter().rev().filter(|variant| Some(*variant) != left_out);
        let level = |text: &str| rest().fold(text.to_owned(), |text, variant| variant.leveled(&text));
        level(left) != level(right)
    };
    if differ_but_for(None) {
        return None;
    }
    let needed: Vec<_> = Variant::ALL.into_iter().filter(|variant| differ_but_for(Some(*variant))).collect();
    // Where either of two would do, neither is needed by itself; one that does is named.
    let enough = |variant: &Variant| variant.leveled(left) == variant.leveled(right);
    Some(if needed.is_empty() {
        Variant::ALL.into_iter().rev().filter(enough).take(1).collect()
    } else {
        needed
    })
}

/// The letters of a presentation form; any other character as it is.
fn unfolded(c: char) -> impl Iterator<Item = char> {
    let form = is_presentation(c).then(|| std::iter::once(c).nfkc()).into_iter().flatten();
    form.chain((!is_presentation(c)).then_some(c))
}

/// Hamza above and below, and madda, as combining marks: parts of a letter.
fn is_hamza(c: char) -> bool {
    matches!(c, '\u{653}'..='\u{655}')
}

fn plain_letter(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ؤ' => 'و',
        'ئ' | 'ى' => 'ي',
        other => other,
    }
}

fn western(c: char) -> char {
    match c {
        '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' => char::from(b'0' + (c as u32 & 0xF) as u8),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_variant_is_told_from_the_others() {
        for (left, right, variant) in [
            ("قُتِلَ", "قتل", Variant::Marks),
            ("قتـــل", "قتل", Variant::Tatweel),
            ("إلى", "الي", Variant::Letters),
            ("۱۷", "17", Variant::Digits),
            ("ﻻ", "لا", Variant::NormalForm),
            ("\u{200f}قتل", "قتل", Variant::Controls),
            ("17\u{a0}000", "17 000", Variant::Space),
        ] {
            let found = variants(left, right);
            assert!(found.as_ref().is_some_and(|f| f.contains(&variant)), "{left} {right}: {found:?}");
        }
        assert_eq!(variants("أ", "ا\u{654}"), Some(vec![Variant::NormalForm]));
        assert_eq!(variants("17", "71"), None);
    }
}
