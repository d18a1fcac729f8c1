//! Any integer to 10^15, written out in every gender, case and spelling and in many places of a sentence, is read as
//! one numeral with that value and exactly those letters.

use proptest::prelude::*;

use super::cases;
use super::framed::{Framed, Outcome};
use super::speller::{Case, GREATEST, Gender, Syntax, Taste, spell, taste};
use super::typist::{Typist, typist};

/// What follows a number in its sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counted {
    /// The noun, in the form that the number governs.
    Noun,
    /// The noun after من.
    Of,
    /// Nothing of it.
    Nothing,
}

/// A sentence with a gap for a number.
#[derive(Debug, Clone, Copy)]
struct Frame {
    before: &'static str,
    case: Case,
    counted: Counted,
    after: &'static str,
}

const fn frame(before: &'static str, case: Case, counted: Counted, after: &'static str) -> Frame {
    Frame { before, case, counted, after }
}

const FRAMES: &[Frame] = &[
    frame("", Case::Nominative, Counted::Noun, " في المخيم القريب."),
    frame("", Case::Nominative, Counted::Of, " في المخيم القريب."),
    frame("وقال إن ", Case::Accusative, Counted::Noun, " وصلوا إلى المدينة."),
    frame("وقال إن ", Case::Accusative, Counted::Of, " وصلوا إلى المدينة."),
    frame("شارك في الحملة ", Case::Nominative, Counted::Noun, "، وفق البيان"),
    frame("بلغ عدد الضحايا ", Case::Accusative, Counted::Nothing, "، بحسب المصادر."),
    frame("بلغ عدد الضحايا ", Case::Accusative, Counted::Nothing, " بحسب المصادر."),
    frame("ارتفع العدد إلى ", Case::Genitive, Counted::Nothing, "."),
    frame("ارتفع العدد إلى ", Case::Genitive, Counted::Nothing, ""),
    frame("كتب في تقريره: «", Case::Nominative, Counted::Noun, "» ثم غادر"),
    frame("الجرحى (", Case::Nominative, Counted::Nothing, ") في المستشفى"),
    frame("سمح ب", Case::Genitive, Counted::Noun, " في القاعة"),
    frame("تكفي المؤونة ل", Case::Genitive, Counted::Noun, " على الأقل"),
    frame("بدا الحشد ك", Case::Genitive, Counted::Noun, " أو أقل"),
    frame("أصيب ", Case::Nominative, Counted::Nothing, "؛ ثم هدأ المكان"),
    frame("أما الجرحى ف", Case::Nominative, Counted::Nothing, "!"),
    frame("عاد الأهالي و", Case::Nominative, Counted::Noun, " من الجوار"),
    frame("خرج بمال ول", Case::Genitive, Counted::Noun, " من الجوار"),
    frame("عاد الأهالي وَ", Case::Nominative, Counted::Noun, " من الجوار"),
];

/// A noun: singular, indefinite accusative, plural.
struct Noun(&'static str, &'static str, &'static str);

const MASCULINE: [Noun; 2] = [Noun("شخص", "شخصاً", "أشخاص"), Noun("جندي", "جنديا", "جنود")];
const FEMININE: [Noun; 2] = [Noun("سيارة", "سيارة", "سيارات"), Noun("طالبة", "طالبةً", "طالبات")];

impl Frame {
    /// The frame that `n` can stand in: a number that ends in one or two has the noun before it or after من, and zero
    /// and two themselves never right before it.
    fn fitting(self, n: u64) -> Self {
        let counted = match (self.counted, n) {
            (_, 0) => Counted::Nothing,
            (Counted::Noun, _) if matches!(n % 100, 1 | 2) => Counted::Of,
            (counted, _) => counted,
        };
        Self { counted, ..self }
    }

    fn syntax(self, gender: Gender) -> Syntax {
        Syntax { gender, case: self.case, construct: self.counted == Counted::Noun }
    }

    fn noun(self, n: u64, gender: Gender) -> String {
        let Noun(singular, accusative, plural) =
            if gender == Gender::Masculine { &MASCULINE } else { &FEMININE }[n as usize / 10 % 2];
        match (self.counted, n % 100) {
            (Counted::Nothing, _) => String::new(),
            (Counted::Of, _) => format!(" من ال{plural}"),
            (Counted::Noun, 3..=10) => format!(" {plural}"),
            (Counted::Noun, 11..=99) => format!(" {accusative}"),
            (Counted::Noun, _) => format!(" {singular}"),
        }
    }
}

/// `n` in its frame must be read back. One is an adjective and has frames of its own.
fn is_read(n: u64, gender: Gender, frame: Frame, taste: &Taste, typist: &Typist) -> Outcome {
    if n == 1 {
        return Ok(());
    }
    let frame = frame.fitting(n);
    let open = frame.counted == Counted::Nothing && frame.after.starts_with(' ');
    let words =
        spell(n, frame.syntax(gender), &if open { taste.clone().unmistakable() } else { taste.clone() });
    if frame.before.ends_with('ل') && words[0].text == "ست" {
        return Ok(()); // The letters are those of "I am not".
    }
    let quoted = typist.number(&words);
    let framed = Framed::new(frame.before, &quoted, &format!("{}{}", frame.noun(n, gender), frame.after));
    framed.reads_as(n.into(), 1)
}

/// Integers to 10^15, weighted towards the small, the round and those with the awkward parts in them.
pub(crate) fn integer() -> impl Strategy<Value = u64> {
    let awkward = || {
        prop::sample::select(vec![
            0, 1, 2, 3, 8, 10, 11, 12, 18, 20, 21, 22, 28, 80, 99, 100, 101, 102, 103, 108, 110, 111, 112,
            118, 120, 200, 201, 202, 208, 211, 222, 300, 800, 808, 818, 888, 900, 999,
        ])
    };
    let of_groups = prop::collection::vec(awkward(), 1..=5)
        .prop_map(|groups| groups.iter().fold(0, |n, group| n * 1000 + group));
    let of_length = (0_u32..15).prop_flat_map(|length| 10_u64.pow(length)..=10_u64.pow(length + 1));
    let round = (1_u64..1000, 0_u32..15).prop_map(|(n, zeros)| n * 10_u64.pow(zeros));
    let beside = (0_u32..15, 0_u64..23).prop_map(|(zeros, n)| (10_u64.pow(zeros) + n).saturating_sub(11));
    prop_oneof![2 => awkward(), 3 => 0_u64..12_000, 4 => of_groups, 2 => of_length, 2 => round, 1 => beside]
        .prop_map(|n| n.min(GREATEST))
}

fn gender() -> impl Strategy<Value = Gender> {
    prop::sample::select(vec![Gender::Masculine, Gender::Feminine])
}

proptest! {
    #![proptest_config(cases(20_000))]

    #[test]
    fn any_integer_is_read_back(
        n in integer(),
        gender in gender(),
        frame in prop::sample::select(FRAMES),
        taste in taste(),
        typist in typist(),
    ) {
        is_read(n, gender, frame, &taste, &typist)?;
    }
}

/// In the plain spelling, every one of them.
#[test]
fn every_integer_to_ten_thousand_is_read_back() {
    let frames = [FRAMES[0], FRAMES[2], FRAMES[7]];
    for n in 0..10_000 {
        for gender in [Gender::Masculine, Gender::Feminine] {
            for frame in frames {
                is_read(n, gender, frame, &Taste::PLAIN, &Typist::PLAIN).unwrap();
            }
        }
    }
}

/// One is an adjective after its noun.
#[test]
fn one_is_read_after_its_noun() {
    let after = [("أصيب شخص ", "واحد"), ("أصيبت امرأة ", "واحدة"), ("رأى شخصاً ", "واحداً")];
    for (before, one) in after {
        for end in [" في القصف.", "، بحسب المصادر.", ""] {
            Framed::new(before, one, end).reads_as(1, 1).unwrap();
        }
    }
}

/// The dual counts by itself, with and without the word for two.
#[test]
fn two_is_read_in_the_dual() {
    let duals = ["شخصان", "شخصين", "سيارتان", "سيارتين", "شخصان اثنان", "سيارتين اثنتين"];
    for dual in duals {
        Framed::new("وشوهد في المكان ", dual, "، بحسب المصادر.").reads_as(2, 1).unwrap();
    }
}
