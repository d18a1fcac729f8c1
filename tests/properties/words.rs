//! Folding and tokens lose nothing: tokens stand in order on character boundaries with nothing but white space and
//! invisible controls between them, folding twice is folding once, marks and tatweel never tell two words apart, and
//! keys are equal exactly where folds are.

use proptest::prelude::*;
use tahqiq::lexicon::Lexicon;
use tahqiq::text::{Key, fold, tokenize};

use super::anything::{is_invisible, mess, stands_on_characters};
use super::cases;

/// Marks that change nothing: vowels, nunation, shadda, sukun, dagger alef, Quranic signs, and tatweel. The combining
/// hamza is a letter's part and none of them.
fn mark() -> impl Strategy<Value = char> {
    prop::sample::select(
        "\u{64B}\u{64C}\u{64D}\u{64E}\u{64F}\u{650}\u{651}\u{652}\u{670}\u{6D6}\u{610}\u{61A}\u{640}"
            .chars()
            .collect::<Vec<_>>(),
    )
}

fn letters() -> impl Strategy<Value = String> {
    let letters: Vec<char> = "اأإآبةتثجحخدرسشصطعغفقكلمنهويىئؤءپچگکیabZ٣3۳ﻻﺙ".chars().collect();
    prop::collection::vec(prop::sample::select(letters), 1..24).prop_map(String::from_iter)
}

/// Words of so few letters that two of them are often the same.
fn short_word() -> impl Strategy<Value = String> {
    let letters: Vec<char> = "اأآىيیةهكکو".chars().collect();
    prop::collection::vec(prop::sample::select(letters), 1..4).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(cases(3000))]

    #[test]
    fn tokens_and_what_is_between_them_are_all_of_the_text(text in mess()) {
        let mut end = 0;
        for token in tokenize(&text, &*Lexicon::builtin()) {
            let span = token.span.range();
            prop_assert!(end <= span.start && span.start < span.end, "{:?} in {:?}", span, text);
            stands_on_characters(&text, token.span)?;
            prop_assert!(token.stem().start >= token.span.start && token.stem().end == token.span.end);
            let between = &text[end..span.start];
            prop_assert!(between.chars().all(|c| c.is_whitespace() || is_invisible(c)), "{:?} is lost", between);
            end = span.end;
        }
        let rest = &text[end..];
        prop_assert!(rest.chars().all(|c| c.is_whitespace() || is_invisible(c)), "{:?} is lost", rest);
    }

    #[test]
    fn folding_twice_is_folding_once(text in prop_oneof![mess(), any::<String>()]) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn marks_tell_no_words_apart(word in letters(), marks in prop::collection::vec((1_usize..24, mark()), 1..8)) {
        let mut marked: Vec<char> = word.chars().collect();
        for (at, mark) in marks {
            marked.insert(at.min(marked.len()), mark);
        }
        let marked = String::from_iter(marked);
        prop_assert_eq!(fold(&marked), fold(&word));
        prop_assert_eq!(Key::of(&marked), Key::of(&word));
    }

    #[test]
    fn keys_are_equal_where_folds_are(
        (one, other) in prop_oneof![(letters(), letters()), (short_word(), short_word())],
        tail in letters(),
        long: bool,
    ) {
        let tail = if long { tail.as_str() } else { "" };
        let (one, other) = (format!("{one}{tail}"), format!("{other}{tail}"));
        prop_assert_eq!(Key::of(&one) == Key::of(&other), fold(&one) == fold(&other), "{:?} {:?}", one, other);
        prop_assert_eq!(Key::of(&one), Key::of(&fold(&one)));
    }
}
