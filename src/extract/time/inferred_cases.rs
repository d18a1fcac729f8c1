//! Which day a text without a date line has, as a table: the text, the day, its clues.

use crate::extract::{Context, ReferenceBasis, read};
use crate::lexicon::Lexicon;
use crate::text::Document;

/// The inferred day with its clues, as `day: clue; clue`.
fn shown(text: &str) -> String {
    let document = Document::new("case", text).expect("a text");
    let reading = read(&document, &Lexicon::builtin(), Context::default());
    let Some((anchor, basis)) = reading.reference else { return "-".to_owned() };
    assert_eq!(basis, ReferenceBasis::Inferred, "{text}");
    let clues: Vec<_> = reading.clues.iter().map(|span| &text[span.range()]).collect();
    format!("{anchor}: {}", clues.join("; "))
}

fn check(cases: &[(&str, &str)]) {
    let wrong = cases.iter().filter_map(|(text, want)| {
        let got = shown(text);
        (got != *want).then(|| format!("`{text}`: want `{want}`, got `{got}`"))
    });
    let wrong: Vec<_> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_complete_date_beside_a_day_is_enough() {
    check(&[
        ("وصل الوفد اليوم الاثنين 24 يناير 2022 إلى المدينة.", "2022-01-24: اليوم الاثنين 24 يناير 2022"),
        ("وصل الوفد أمس الأحد 23 يناير 2022 إلى المدينة.", "2022-01-24: أمس الأحد 23 يناير 2022"),
        (
            "وصلت العبّارة أمس الأحد 5 آذار 2023 إلى الجزيرة.\nوقال قبطانها اليوم الاثنين إن الرحلات ستنتظم.",
            "2023-03-06: أمس الأحد 5 آذار 2023; اليوم الاثنين",
        ),
        (
            "قُتل الجاني اليوم الجمعة الموافق 15 / 10 / 1436 هـ في ثادق.",
            "2015-07-31: اليوم الجمعة الموافق 15 / 10 / 1436 هـ",
        ),
    ]);
}

#[test]
fn clues_that_contradict_leave_no_day() {
    check(&[
        ("وصل الوفد اليوم الأحد 24 يناير 2022 إلى المدينة.", "-"),
        ("افتُتح أمس الأحد 10 نوفمبر 2024.\nويبدأ العمل اليوم الثلاثاء، 12 نوفمبر 2024.", "-"),
        (
            "وقع الهجوم الخميس الماضي 20 كانون الثاني 2022.\nوقال أمس السبت إنه انتهى، ويجتمعون غداً الجمعة.",
            "-",
        ),
        ("قُتل الجاني اليوم 15 / 10 / 1436 هـ في ثادق.", "-"),
    ]);
}

#[test]
fn two_clues_that_agree() {
    check(&[
        (
            "وقع الهجوم الخميس الماضي 20 كانون الثاني 2022.\nوقال اليوم الاثنين إنه انتهى.",
            "2022-01-24: الخميس الماضي 20 كانون الثاني 2022; اليوم الاثنين",
        ),
        (
            "وقع الهجوم في 20 كانون الثاني 2022.\nوقال اليوم الاثنين 24 كانون الثاني إنه انتهى.",
            "2022-01-24: 20 كانون الثاني 2022; اليوم الاثنين 24 كانون الثاني",
        ),
        (
            "صور من القصف\n— علاء (@alaa) January 23, 2022\nوكان المركز أعلن أمس السبت مقتل 17 من عناصره.",
            "2022-01-23: January 23, 2022; أمس السبت",
        ),
    ]);
}

#[test]
fn a_post_with_the_day_of_posting() {
    check(&[
        (
            "وكتب الناشط في تغريدة اليوم:\nصور من القصف\n— علاء (@alaa) January 23, 2022\nوانتهى القصف بعد ذلك.",
            "2022-01-23: اليوم; January 23, 2022",
        ),
        (
            "وكتب الناشط في تغريدة أمس:\nصور من القصف\n— علاء (@alaa) January 23, 2022\nوانتهى القصف بعد ذلك.",
            "2022-01-24: أمس; January 23, 2022",
        ),
        ("صور من القصف اليوم\n— علاء (@alaa) January 23, 2022\nوانتهى القصف بعد ذلك.", "-"),
    ]);
}

#[test]
fn what_is_not_enough() {
    check(&[
        ("قال اليوم الجمعة إن الطائرة اختفت في 8 آذار 2014.", "-"),
        ("قال اليوم الثلاثاء إن كل شيء تغير بعد 11 سبتمبر 2001.", "-"),
        ("يحيون اليوم الثلاثاء 25 يناير ذكرى 25 يناير 2011.", "-"),
        ("بدأ الهجوم مساء يوم الخميس الماضي 20 كانون الأول وانتهى يوم أمس الساعة 8 مساءً.", "-"),
        ("وقع الهجوم الخميس الماضي 20 كانون الثاني 2022.", "-"),
        ("قال اليوم الاثنين إنه انتهى.", "-"),
    ]);
}
