//! A hedge, a number and a noun, in words or digits and in many places of a sentence, are read as one quantity with
//! that bound, that number and that noun.

use proptest::prelude::*;
use tahqiq::fact::{Bound, NounClass};

use super::cases;
use super::framed::{Framed, Outcome};
use super::speller::{Case, Gender, Syntax, Taste, spell, taste};
use super::typist::Typist;

/// A hedge before its number, and what it makes of it.
const BEFORE: &[(&str, Bound)] = &[
    ("", Bound::Exactly),
    ("أكثر من ", Bound::Over),
    ("ما يزيد على ", Bound::Over),
    ("يتجاوز ", Bound::Over),
    ("ما لا يقل عن ", Bound::AtLeast),
    ("أقل من ", Bound::Under),
    ("ما لا يزيد على ", Bound::AtMost),
    ("ما يصل إلى ", Bound::AtMost),
    ("نحو ", Bound::About),
    ("قرابة ", Bound::About),
    ("ما يقرب من ", Bound::About),
];

/// A hedge behind what is counted.
const BEHIND: &[(&str, Bound)] = &[
    (" على الأقل", Bound::AtLeast),
    (" أو أكثر", Bound::AtLeast),
    (" على الأكثر", Bound::AtMost),
    (" تقريباً", Bound::About),
];

/// A noun: dictionary form, indefinite accusative, plural, gender, class.
struct Noun(&'static str, &'static str, &'static str, Gender, NounClass);

const NOUNS: &[Noun] = &[
    Noun("شخص", "شخصاً", "أشخاص", Gender::Masculine, NounClass::Person),
    Noun("جندي", "جنديا", "جنود", Gender::Masculine, NounClass::Person),
    Noun("سيارة", "سيارة", "سيارات", Gender::Feminine, NounClass::Vehicle),
    Noun("قذيفة", "قذيفةً", "قذائف", Gender::Feminine, NounClass::Weapon),
    Noun("منزل", "منزلاً", "منازل", Gender::Masculine, NounClass::Place),
];

/// What stands around it.
const FRAMES: &[(&str, &str)] = &[
    ("", "."),
    ("وقال المصدر إن ", "، بحسب الوكالة"),
    ("ووصل إلى المدينة «", "» ثم غادر الوفد"),
    ("خرج من المدينة ", "؛ ثم هدأ المكان"),
    ("وأعلن المتحدث أن ب", " في الجوار"),
];

impl Noun {
    /// In the form that `n` governs.
    fn after(&self, n: u64) -> &'static str {
        match n % 100 {
            3..=10 => self.2,
            11..=99 => self.1,
            _ => self.0,
        }
    }
}

/// A number in digits or in words.
fn written(n: u64, noun: &Noun, taste: Option<&Taste>) -> String {
    let syntax = Syntax { gender: noun.3, case: Case::Genitive, construct: true };
    taste.map_or_else(|| n.to_string(), |taste| Typist::PLAIN.number(&spell(n, syntax, taste)))
}

fn is_read(quoted: &str, frame: (&str, &str), n: u64, noun: &Noun, bound: Bound) -> Outcome {
    let framed = Framed::new(frame.0, quoted, frame.1);
    let quantity = framed.quantity()?;
    let text = &framed.text;
    prop_assert_eq!(quantity.count.bound, bound, "{:?}", text);
    prop_assert_eq!(quantity.count.number, Some(i128::from(n).into()), "{:?}", text);
    let counted = quantity.counted.map(|counted| (counted.noun, counted.class));
    prop_assert_eq!(counted, Some((Some(noun.0), Some(noun.4))), "{:?}", text);
    prop_assert_eq!(quantity.subset_of, None, "{:?}", text);
    Ok(())
}

proptest! {
    #![proptest_config(cases(4_000))]

    #[test]
    fn any_hedged_count_is_read_back(
        n in prop_oneof![3_u64..120, 3_u64..2_000_000].prop_filter("has its noun before it", |n| !matches!(n % 100, 1 | 2)),
        noun in prop::sample::select((0..NOUNS.len()).collect::<Vec<_>>()),
        hedge in prop::sample::select(BEFORE),
        frame in prop::sample::select(FRAMES),
        taste in prop::option::of(taste()),
    ) {
        let noun = &NOUNS[noun];
        let quoted = format!("{}{} {}", hedge.0, written(n, noun, taste.as_ref()), noun.after(n));
        is_read(&quoted, frame, n, noun, hedge.1)?;
    }

    #[test]
    fn any_count_with_its_hedge_behind_is_read_back(
        n in (3_u64..2_000_000).prop_filter("has its noun before it", |n| !matches!(n % 100, 1 | 2)),
        noun in prop::sample::select((0..NOUNS.len()).collect::<Vec<_>>()),
        hedge in prop::sample::select(BEHIND),
        frame in prop::sample::select(FRAMES),
    ) {
        let noun = &NOUNS[noun];
        let quoted = format!("{n} {}{}", noun.after(n), hedge.0);
        is_read(&quoted, frame, n, noun, hedge.1)?;
    }

    #[test]
    fn any_range_is_read_back(low in 3_u64..90, more in 1_u64..2_000, noun in 0..NOUNS.len()) {
        let noun = &NOUNS[noun];
        let high = if matches!((low + more) % 100, 1 | 2) { low + more + 2 } else { low + more };
        let quoted = format!("بين {low} و{high} {}", noun.after(high));
        let quantity = Framed::new("وقدر العدد ", &quoted, ".").quantity()?;
        prop_assert_eq!(quantity.count.bound, Bound::Between);
        prop_assert_eq!(quantity.count.low, Some(i128::from(low).into()));
        prop_assert_eq!(quantity.count.high, Some(i128::from(high).into()));
    }
}
