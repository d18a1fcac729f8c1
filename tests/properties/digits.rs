//! Any number in digits of any script, with separators of every style, a sign, a percent sign or a scale word, behind
//! clitics and glued to words, is read as that number and quoted whole.

use proptest::prelude::*;
use tahqiq::fact::Rank;

use super::calendar::{in_script, script};
use super::cases;
use super::framed::Framed;
use super::spelled::integer;

/// What separates groups of three digits.
const GROUPING: [&str; 8] = [",", ".", "٬", "،", "’", " ", "\u{A0}", "\u{202F}"];

/// What stands before decimals.
const POINTS: [&str; 3] = [".", ",", "٫"];

/// What may stand right before digits, and is no part of the number.
const BEFORE: &[&str] = &[
    "",
    "بلغ العدد ",
    "أصيب و",
    "تعرض لـ",
    "سمح بـ",
    "سمح ب",
    "كما في الـ",
    "مقتل",
    "بينهم الـ ",
    "«",
    "(",
    "إصابة ",
];

/// What may stand right after digits, and is no part of the number.
const AFTER: &[&str] =
    &["", " شخصاً", " من الأشخاص", "، وفق البيان", ".", "؛ ثم غادر", "شخصاً", ")", "» ثم غادر", "\nثم غادر"];

/// The digits of `n` in groups of three.
fn grouped(n: u64, separator: &str) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push_str(separator);
        }
        text.push(digit);
    }
    text
}

/// A whole part and decimals: the text with that point, and its value as units and their number of places.
fn decimal(whole: u64, decimals: &str, point: &str) -> (String, i128, i128) {
    let units = format!("{whole}{decimals}").parse().expect("few digits");
    (format!("{whole}{point}{decimals}"), units, 10_i128.pow(decimals.len() as u32))
}

fn before() -> impl Strategy<Value = &'static str> {
    prop::sample::select(BEFORE)
}

fn after() -> impl Strategy<Value = &'static str> {
    prop::sample::select(AFTER)
}

/// Decimals that cannot be a group of digits: one, two, or four and more.
fn decimals() -> impl Strategy<Value = String> {
    prop_oneof!["[0-9]{1,2}", "[0-9]{4,6}"]
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn integers(n in integer(), zero in script(), before in before(), after in after()) {
        Framed::new(before, &in_script(&n.to_string(), zero), after).reads_as(n.into(), 1)?;
    }

    #[test]
    fn grouped_integers(
        n in integer().prop_map(|n| n.max(1000)),
        zero in script(),
        separator in prop::sample::select(&GROUPING),
        before in before(),
        after in after(),
    ) {
        Framed::new(before, &in_script(&grouped(n, separator), zero), after).reads_as(n.into(), 1)?;
    }

    #[test]
    fn decimals_of_small_numbers(
        whole in 0_u64..1_000_000,
        decimals in decimals(),
        point in prop::sample::select(&POINTS),
        zero in script(),
        before in before(),
        after in after(),
    ) {
        let (text, units, places) = decimal(whole, &decimals, point);
        Framed::new(before, &in_script(&text, zero), after).reads_as(units, places)?;
    }

    #[test]
    fn decimals_of_grouped_numbers(
        whole in 1000_u64..1_000_000_000_000,
        decimals in "[0-9]{1,2}",
        style in prop::sample::select(vec![(",", "."), (".", ","), ("٬", "٫"), (" ", ","), ("\u{A0}", ","), ("\u{202F}", ".")]),
        zero in script(),
        after in after(),
    ) {
        let (_, units, places) = decimal(whole, &decimals, style.1);
        let text = format!("{}{}{decimals}", grouped(whole, style.0), style.1);
        Framed::new("بلغ العدد ", &in_script(&text, zero), after).reads_as(units, places)?;
    }

    #[test]
    fn signs(n in 1_u64..100_000, zero in script(), minus in prop::sample::select(vec!["-", "−"])) {
        let text = in_script(&format!("{minus}{n}"), zero);
        Framed::new("هبط المؤشر إلى ", &text, "، وفق البيان").reads_as(-i128::from(n), 1)?;
    }

    #[test]
    fn percentages(
        whole in 0_u64..100_000,
        decimals in prop::option::of("[0-9]{1,4}"),
        point in prop::sample::select(&POINTS),
        zero in script(),
        sign in prop::sample::select(vec![
            ("%", ""), ("٪", ""), ("", "%"), ("", "٪"), ("", " %"), ("", " بالمئة"), ("", " بالمائة"), ("", " في المئة"),
            ("", " في المائة"), ("-", "%"), ("-", " في المئة"),
        ]),
        after in prop::sample::select(vec!["", "، وفق البيان", " من السكان", "."]),
    ) {
        let (number, units, places) = match &decimals {
            Some(decimals) => decimal(whole, decimals, point),
            None => (whole.to_string(), whole.into(), 1),
        };
        let negative = if sign.0 == "-" { -1 } else { 1 };
        let framed = Framed::new("ارتفعت النسبة ", &format!("{}{}{}", sign.0, in_script(&number, zero), sign.1), after);
        framed.reads_as(negative * units, places)?;
        prop_assert_eq!(framed.numeral()?.rank, Rank::Percent);
    }

    #[test]
    fn scaled_numbers(
        whole in 1_u64..1000,
        decimals in prop::option::of("[0-9]{1,2}"),
        point in prop::sample::select(&POINTS),
        zero in script(),
        scale in prop::sample::select(vec![
            ("ألف", 1_000), ("آلاف", 1_000), ("ألفاً", 1_000), ("مليون", 1_000_000), ("ملايين", 1_000_000),
            ("مليار", 1_000_000_000), ("بليون", 1_000_000_000), ("تريليون", 1_000_000_000_000_i128),
            ("ألف مليار", 1_000_000_000_000), ("مليونا", 1_000_000),
        ]),
        after in prop::sample::select(vec!["", "، وفق البيان", " من السكان", ".", " شخص"]),
    ) {
        let (number, units, places) = match &decimals {
            Some(decimals) => decimal(whole, decimals, point),
            None => (whole.to_string(), whole.into(), 1),
        };
        let text = format!("{} {}", in_script(&number, zero), scale.0);
        Framed::new("بلغ العدد ", &text, after).reads_as(units * scale.1, places)?;
    }

    #[test]
    fn thousands_and_a_remainder(
        n in 3_u64..1000,
        rest in 1_u64..1000,
        scale in prop::sample::select(vec![("ألف", 1_000_i128), ("آلاف", 1_000), ("مليون", 1_000_000), ("ملايين", 1_000_000)]),
        zero in script(),
        and in prop::sample::select(vec![" و", " و "]),
    ) {
        let digits = |n: u64| in_script(&n.to_string(), zero);
        let text = format!("{} {}{and}{}", digits(n), scale.0, digits(rest));
        Framed::new("بلغ العدد ", &text, " شخصاً").reads_as(i128::from(n) * scale.1 + i128::from(rest), 1)?;
    }
}
