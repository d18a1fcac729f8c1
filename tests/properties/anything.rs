//! Any bytes at all: reading never panics, every fact quotes the text on character boundaries, facts are in order, and
//! neither a second reading nor a paragraph below changes them.

use std::cmp::Reverse;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use tahqiq::extract::{Anchor, Context, Reading, read};
use tahqiq::lexicon::{Lexicon, Listed};
use tahqiq::span::Span;
use tahqiq::text::{Document, Encoding, quotations, sentence_at, sentences, tokenize};
use unicode_normalization::char::is_combining_mark;

use super::cases;
use super::framed::Outcome;

/// Every word and phrase of the lists.
static WORDS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let rows = Listed::builtin().expect("the compiled-in lists are checked by a test");
    rows.into_iter().flat_map(|row| row.words).collect()
});

/// Single characters that tokens, numbers and lines turn on.
const CHARACTERS: &str = "ابتثخدرسعفكلمنهويىةأإآؤئء\u{64B}\u{64E}\u{64F}\u{650}\u{651}\u{654}\u{670}\u{610}\u{615}ـ0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹.,،؛:؟!٫٬’'\"“”«»()[]{}-–—−/\\%٪+*=_@#&|<>~$£€\u{A0}\u{202F}\u{2009}\t\r\n\u{2028}\u{85}\u{B}\u{200B}\u{200C}\u{200E}\u{200F}\u{202B}\u{202C}\u{2066}\u{2069}\u{61C}\u{FEFF}\u{AD}\u{0}\u{1B}\u{7F}😀🇸\u{FE0F}\u{20E3}\u{301}ﻻﺍﷺ﷼\u{FE76}ﹰabcXYZéßжあ½²Ⅷ一ٹڈۆێ\u{8F0}";

fn character() -> impl Strategy<Value = String> {
    prop::sample::select(CHARACTERS.chars().map(String::from).collect::<Vec<_>>())
}

fn word() -> impl Strategy<Value = String> {
    let clitic = prop::sample::select(vec!["", "", "", "و", "ب", "ال", "وال", "لل", "فب", "بـ"]);
    (clitic, prop::sample::select(&**WORDS)).prop_map(|(clitic, word)| format!("{clitic}{word}"))
}

/// Text of everything at once: characters of all sorts, digits, words of the lists, runs of one thing.
pub(crate) fn mess() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => character(),
        4 => word().prop_map(|word| format!(" {word}")),
        1 => word(),
        2 => Just(" ".to_owned()),
        1 => Just("\n".to_owned()),
        2 => "[0-9]{1,4}",
        1 => "[٠-٩]{1,20}",
        1 => (character(), 2_usize..40).prop_map(|(c, times)| c.repeat(times)),
        1 => any::<char>().prop_map(String::from),
        1 => prop::sample::select(vec![
            "https://example.org/a1", "www.example.org", "@user91", "#وسم_1", "photo.jpg", "SY24", "د1عش", "a@b.org",
            "2022-01-24", "12:30", "3/4/2021", "1.234.567,89", "00963-11-2233445",
        ]).prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Controls that a reader does not see: zero widths, marks of direction, the byte order mark, the soft hyphen, and
/// those of ASCII and Latin 1.
pub(crate) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}')
        || matches!(c, '\u{FEFF}' | '\u{AD}' | '\u{61C}')
}

/// A span within the text that neither cuts a character nor leaves its marks behind.
pub(crate) fn stands_on_characters(text: &str, span: Span) -> Outcome {
    let quoted = text.get(span.range());
    prop_assert!(quoted.is_some_and(|q| !q.is_empty()), "{:?} of {:?}", span, text);
    let next = text[span.range().end..].chars().next();
    prop_assert!(!next.is_some_and(is_combining_mark), "{:?} leaves a mark of {:?}", quoted, text);
    let first = text[span.range()].chars().next();
    let opens_text =
        text[..span.range().start].chars().next_back().is_none_or(|c| c.is_whitespace() || is_invisible(c));
    prop_assert!(
        opens_text || !first.is_some_and(is_combining_mark),
        "{:?} starts with a mark in {:?}",
        quoted,
        text
    );
    Ok(())
}

fn reading(text: &str) -> Result<Reading, TestCaseError> {
    let document = Document::new("mess", text).map_err(|e| TestCaseError::fail(e.to_string()))?;
    Ok(read(&document, &Lexicon::builtin(), Context::default()))
}

fn is_sound(text: &str, reading: &Reading) -> Outcome {
    for fact in &reading.facts {
        stands_on_characters(text, fact.span)?;
    }
    for span in reading.headline.iter().chain(reading.published.iter().filter_map(|(_, span)| span.as_ref()))
    {
        prop_assert!(text.get(span.range()).is_some());
    }
    let order = |at: usize| {
        let fact = &reading.facts[at];
        (fact.span.start, Reverse(fact.span.end), fact.kind())
    };
    prop_assert!(
        (1..reading.facts.len()).all(|at| order(at - 1) <= order(at)),
        "facts are out of order in {:?}",
        text
    );
    Ok(())
}

/// Bytes of no sort at all, or those of a text of which some are damaged.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    let damage = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..3);
    let damaged = (mess(), damage).prop_map(|(text, damage)| {
        let mut bytes = text.into_bytes();
        for (at, byte) in damage {
            if let Some(place) = (!bytes.is_empty()).then(|| at.index(bytes.len())) {
                bytes[place] = byte;
            }
        }
        bytes
    });
    prop_oneof![prop::collection::vec(any::<u8>(), 0..400), damaged]
}

/// Nothing in it is a number, a time, or a habit of pages, and it is long enough to be a paragraph by itself.
const PARAGRAPH: &str = "\n\nوكانت الطرق المؤدية إلى القرى المجاورة هادئة، بينما انشغل المزارعون بجني الزيتون في الحقول القريبة \
     من النهر، وتحدثوا عن جودة المحصول وعن رغبتهم في بيعه داخل الأسواق الكبيرة.\n";

/// Whether a colon ends the last line that says something: what stands below is what it announces.
fn announces(text: &str) -> bool {
    let last = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    text[last.len()..].contains(':')
}

proptest! {
    #![proptest_config(cases(3000))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in bytes()) {
        for encoding in [None, Some(Encoding::Utf16Le), Some(Encoding::Utf16Be), Some(Encoding::Windows1256)] {
            let Ok(document) = Document::from_bytes("bytes", &bytes, encoding) else { continue };
            let reading = read(&document, &Lexicon::builtin(), Context::default());
            is_sound(&document.text, &reading)?;
        }
    }

    #[test]
    fn any_text_is_read_soundly(text in prop_oneof![4 => mess(), 1 => any::<String>()]) {
        let once = reading(&text)?;
        is_sound(&text, &once)?;
        let again = reading(&text)?;
        prop_assert_eq!(once.facts, again.facts);
        let anchor = Anchor::parse("2022-01-24T12:30+02:00").expect("a date");
        let document = Document::new("mess", text.as_str()).expect("short");
        let context = Context { reference: Some(anchor), published: None };
        is_sound(&text, &read(&document, &Lexicon::builtin(), context))?;
    }

    #[test]
    fn a_paragraph_below_changes_nothing_above(text in mess()) {
        prop_assume!(!announces(&text));
        let (alone, followed) = (reading(&text)?, reading(&format!("{text}{PARAGRAPH}"))?);
        prop_assume!(alone.reference.is_none() && followed.reference.is_none());
        prop_assert_eq!(alone.facts, followed.facts);
    }

    #[test]
    fn sentences_and_quotations_stand_on_characters(text in mess(), at in any::<prop::sample::Index>()) {
        for sentence in sentences(&text) {
            prop_assert!(text.get(sentence.range()).is_some());
        }
        let tokens = tokenize(&text, &*Lexicon::builtin());
        for quotation in quotations(&text, &tokens) {
            prop_assert!(text.get(quotation.span.range()).is_some());
        }
        if !tokens.is_empty() {
            let token = tokens[at.index(tokens.len())].span;
            let sentence = sentence_at(&text, token);
            prop_assert!(text.get(sentence.range()).is_some() && sentence.contains(token));
        }
    }
}
