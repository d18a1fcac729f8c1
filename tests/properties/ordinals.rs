//! Places in an order, doubled scales and parts of a whole, each in all of their words.

use proptest::prelude::*;
use tahqiq::fact::Rank;

use super::cases;
use super::framed::Framed;
use super::speller::Gender;
use super::typist::typist;

/// First to tenth, masculine; the feminine has ta marbuta but for the first.
const ORDINALS: [&str; 10] = ["أول", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"];

/// Twenty to ninety without their endings.
const TENS: [&str; 8] = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"];

/// The ordinal of `n` with its article; each word by itself, so that a typist can have his way with it.
pub(crate) fn ordinal(n: usize, gender: Gender, nominative: bool) -> Vec<String> {
    let masculine = gender == Gender::Masculine;
    let unit = |n: usize| match (n, masculine) {
        (1, true) => "الحادي".into(),
        (1, false) => "الحادية".into(),
        (_, true) => format!("ال{}", ORDINALS[n - 1]),
        (_, false) => format!("ال{}ة", ORDINALS[n - 1]),
    };
    match (n, n / 10, n % 10) {
        (1, ..) => vec![if masculine { "الأول".into() } else { "الأولى".into() }],
        (2..=10, ..) => vec![unit(n)],
        (_, 1, rest) => vec![unit(rest), if masculine { "عشر".into() } else { "عشرة".into() }],
        (_, ten, rest) => {
            let ten = format!("ال{}{}", TENS[ten - 2], if nominative { "ون" } else { "ين" });
            if rest == 0 { vec![ten] } else { vec![unit(rest), format!("و{ten}")] }
        }
    }
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn definite_ordinals(n in 1_usize..100, masculine: bool, nominative: bool, typist in typist()) {
        let (gender, before) = if masculine {
            (Gender::Masculine, "انطلق الفوج ")
        } else {
            (Gender::Feminine, "انطلقت الدورة ")
        };
        // الأولي, with the dots of a ya, is another word: initial.
        let typist = if n == 1 { typist.with_ya_kept() } else { typist };
        let words = ordinal(n, gender, nominative);
        let typed: Vec<_> = words.iter().enumerate().map(|(at, w)| typist.word(w, 5 * at as u32)).collect();
        let framed = Framed::new(before, &typed.join(" "), " من المسابقة.");
        framed.reads_as(n as i128, 1)?;
        prop_assert_eq!(framed.numeral()?.rank, Rank::Ordinal, "{:?}", framed.text);
    }
}

#[test]
fn doubled_scales() {
    let stems = [("ألف", 1_000), ("مليون", 1_000_000), ("مليار", 1_000_000_000), ("بليون", 1_000_000_000)];
    for (stem, value) in stems.into_iter().chain([("تريليون", 1_000_000_000_000)]) {
        for (ending, after) in
            [("ان", "، وفق البيان"), ("ين", "."), ("ا", " شخص"), ("ي", " ليرة"), ("ين", "")]
        {
            Framed::new("وصل إلى المكان ", &format!("{stem}{ending}"), after).reads_as(2 * value, 1).unwrap();
        }
    }
}

/// Parts by name, and two of them in the dual.
const PARTS: &[(&str, i128, i128)] = &[
    ("نصف", 1, 2),
    ("ثلث", 1, 3),
    ("ربع", 1, 4),
    ("خمس", 1, 5),
    ("سدس", 1, 6),
    ("عشر", 1, 10),
    ("ثلثا", 2, 3),
    ("ثلثي", 2, 3),
    ("خمسا", 2, 5),
    ("خمسي", 2, 5),
];

const PLURALS: [&str; 8] = ["أثلاث", "أرباع", "أخماس", "أسداس", "أسباع", "أثمان", "أتساع", "أعشار"];
const COUNTS: [&str; 7] = ["ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"];

#[test]
fn parts_of_a_whole() {
    let of = |part: &str, above, below| {
        let framed = Framed::new("وتضرر نحو ", part, " السكان في المخيم.");
        framed.reads_as(above, below).unwrap();
        assert_eq!(framed.numeral().unwrap().rank, Rank::Fraction, "{part}");
    };
    for (part, above, below) in PARTS {
        of(part, *above, *below);
    }
    for (below, plural) in (3..).zip(PLURALS) {
        for (above, count) in (3..below).zip(COUNTS) {
            of(&format!("{count} {plural}"), above, below);
        }
    }
}
