//! Numbers as a grammarian spells them: polarity, agreement, case, construct, and the words of the scales.

use proptest::prelude::*;

/// Gender of what is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gender {
    Masculine,
    Feminine,
}

/// Case of the numeral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    Nominative,
    Accusative,
    Genitive,
}

/// How the accusative of an indefinite word is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nunation {
    /// Not at all: ألف.
    Left,
    /// By its alef alone: ألفا.
    Alef,
    /// With the mark on the alef: ألفاً.
    AfterAlef,
    /// With the mark on the letter before it: ألفًا.
    BeforeAlef,
}

/// What a writer may choose where the grammar leaves a choice.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub(crate) struct Taste {
    /// مائة for مئة.
    long_hundred: bool,
    /// ثلاث مئة for ثلاثمئة.
    apart_hundreds: bool,
    /// ثمان for ثماني.
    short_eight: bool,
    /// أحد وعشرون for واحد وعشرون, واحدة for إحدى.
    other_one: bool,
    /// بليون for مليار.
    billion: bool,
    /// خمسة آلاف مليون for خمسة مليارات.
    thousand_million: bool,
    /// مئة وواحد مليون for مئة مليون ومليون.
    loose_hundred_and_one: bool,
    nunation: Nunation,
}

/// Any taste.
pub(crate) fn taste() -> impl Strategy<Value = Taste> {
    use Nunation::{AfterAlef, Alef, BeforeAlef, Left};
    let nunation = prop::sample::select(vec![AfterAlef, BeforeAlef, Alef, Left]);
    (any::<[bool; 7]>(), nunation).prop_map(|(choice, nunation)| Taste {
        long_hundred: choice[0],
        apart_hundreds: choice[1],
        short_eight: choice[2],
        other_one: choice[3],
        billion: choice[4],
        thousand_million: choice[5],
        loose_hundred_and_one: choice[6],
        nunation,
    })
}

impl Taste {
    /// The spelling of most newsrooms.
    pub(crate) const PLAIN: Self = Self {
        long_hundred: false,
        apart_hundreds: false,
        short_eight: false,
        other_one: false,
        billion: false,
        thousand_million: false,
        loose_hundred_and_one: false,
        nunation: Nunation::AfterAlef,
    };

    /// With the mark of nunation: without it, ألفا before just any word could be two thousand of it.
    pub(crate) fn unmistakable(self) -> Self {
        let bare = self.nunation == Nunation::Alef;
        Self { nunation: if bare { Nunation::AfterAlef } else { self.nunation }, ..self }
    }
}

/// Where a number stands: what it counts and what governs it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Syntax {
    pub gender: Gender,
    pub case: Case,
    /// The counted noun follows at once, so that a dual before it loses its nun.
    pub construct: bool,
}

/// A word of a number; `and` joins it to the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    pub and: bool,
    pub text: String,
}

/// The greatest number that is spelled: a thousand million million.
pub(crate) const GREATEST: u64 = 1_000_000_000_000_000;

/// The words of `n`.
pub(crate) fn spell(n: u64, syntax: Syntax, taste: &Taste) -> Vec<Word> {
    let mut speller = Speller { syntax, taste, words: Vec::new() };
    speller.number(n);
    speller.words
}

/// Three to ten: with ta marbuta beside a masculine noun, and without it beside a feminine one.
const UNITS: [(&str, &str); 8] = [
    ("ثلاثة", "ثلاث"),
    ("أربعة", "أربع"),
    ("خمسة", "خمس"),
    ("ستة", "ست"),
    ("سبعة", "سبع"),
    ("ثمانية", "ثماني"),
    ("تسعة", "تسع"),
    ("عشرة", "عشر"),
];

/// Twenty to ninety without their endings.
const TENS: [&str; 8] = ["عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"];

/// A scale word: singular and plural; the dual is built from the singular.
struct Scale {
    value: u64,
    singular: &'static str,
    plural: &'static str,
}

const THOUSAND: Scale = Scale { value: 1_000, singular: "ألف", plural: "آلاف" };
const MILLION: Scale = Scale { value: 1_000_000, singular: "مليون", plural: "ملايين" };
const MILLIARD: Scale = Scale { value: 1_000_000_000, singular: "مليار", plural: "مليارات" };
const BILLION: Scale = Scale { value: 1_000_000_000, singular: "بليون", plural: "بلايين" };
const TRILLION: Scale =
    Scale { value: 1_000_000_000_000, singular: "تريليون", plural: "تريليونات" };

struct Speller<'a> {
    syntax: Syntax,
    taste: &'a Taste,
    words: Vec<Word>,
}

impl Speller<'_> {
    /// A word that و joins to what has been spelled so far.
    fn part(&mut self, text: impl Into<String>) {
        let and = !self.words.is_empty();
        self.words.push(Word { and, text: text.into() });
    }

    /// A word that belongs to the one before.
    fn then(&mut self, text: impl Into<String>) {
        self.words.push(Word { and: false, text: text.into() });
    }

    fn number(&mut self, n: u64) {
        if n == 0 {
            let zero = self.indefinite("صفر", !self.syntax.construct);
            return self.part(zero);
        }
        let milliard = if self.taste.billion { BILLION } else { MILLIARD };
        let mut rest = n;
        for scale in [TRILLION, milliard, MILLION, THOUSAND] {
            let count = rest / scale.value;
            rest %= scale.value;
            if count > 0 {
                self.group(count, &scale, rest == 0);
            }
        }
        if rest > 0 {
            self.below_thousand(rest, self.syntax.gender, self.syntax.construct);
        }
    }

    /// So many of a scale; the `last` group stands right before the noun.
    fn group(&mut self, count: u64, scale: &Scale, last: bool) {
        let bound = last && self.syntax.construct;
        if self.taste.thousand_million && last && scale.value == MILLIARD.value && count < 11 {
            self.group_alone(count, &THOUSAND, true);
            return self.then(MILLION.singular);
        }
        let (hundreds, rest) = (count / 100 * 100, count % 100);
        if hundreds > 0 && count < 1000 && (rest == 1 || rest == 2) && !self.taste.loose_hundred_and_one {
            self.below_thousand(hundreds, Gender::Masculine, true);
            self.then(scale.singular);
            return self.group_alone(rest, scale, bound);
        }
        self.group_alone(count, scale, bound);
    }

    fn group_alone(&mut self, count: u64, scale: &Scale, bound: bool) {
        match count {
            1 => {
                let one = self.indefinite(scale.singular, !bound);
                self.part(one);
            }
            2 => {
                let two = self.dual(scale.singular, bound);
                self.part(two);
            }
            1000 => {
                self.part(THOUSAND.singular);
                self.then(scale.singular);
            }
            _ => {
                self.below_thousand(count, Gender::Masculine, count.is_multiple_of(100));
                let counted = self.counted(count, scale, bound);
                self.then(counted);
            }
        }
    }

    /// A scale word as `count` governs it: plural after 3 to 10, accusative after 11 to 99, else genitive.
    fn counted(&self, count: u64, scale: &Scale, bound: bool) -> String {
        match count % 100 {
            3..=10 => scale.plural.into(),
            11..=99 if !bound => nunated(scale.singular, self.taste.nunation),
            _ => scale.singular.into(),
        }
    }

    fn below_thousand(&mut self, n: u64, gender: Gender, construct: bool) {
        let (hundreds, rest) = (n / 100, n % 100);
        if hundreds > 0 {
            self.hundreds(hundreds, construct && rest == 0);
        }
        if rest > 0 {
            self.below_hundred(rest, gender, construct);
        }
    }

    fn hundreds(&mut self, count: u64, construct: bool) {
        let hundred = if self.taste.long_hundred { "مائة" } else { "مئة" };
        match count {
            1 => self.part(hundred),
            2 => {
                let two = self.dual(&hundred.replace('ة', "ت"), construct);
                self.part(two);
            }
            _ => {
                let unit = self.hundred_unit(count);
                if self.taste.apart_hundreds {
                    self.part(unit);
                    self.then(hundred);
                } else {
                    self.part(format!("{unit}{hundred}"));
                }
            }
        }
    }

    /// ثلاث of ثلاثمئة; of eight, ثمان in one word and either form in two.
    fn hundred_unit(&self, count: u64) -> &'static str {
        let short = self.taste.short_eight || !self.taste.apart_hundreds;
        if count == 8 && short { "ثمان" } else { UNITS[count as usize - 3].1 }
    }

    fn below_hundred(&mut self, n: u64, gender: Gender, construct: bool) {
        let masculine = gender == Gender::Masculine;
        match (n, n / 10, n % 10) {
            (1, ..) => self.part(if masculine { "واحد" } else { "واحدة" }),
            (2, ..) => {
                let two = self.two(masculine, false);
                self.part(two);
            }
            (3..=10, ..) => {
                let unit = self.unit(n, masculine, construct);
                self.part(unit);
            }
            (_, 1, unit) => {
                let unit = self.teen_unit(unit, masculine);
                self.part(unit);
                self.then(if masculine { "عشر" } else { "عشرة" });
            }
            (_, ten, unit) => {
                if unit > 0 {
                    let unit = self.unit_before_ten(unit, masculine);
                    self.part(unit);
                }
                let ending = if self.is_nominative() { "ون" } else { "ين" };
                self.part(format!("{}{ending}", TENS[ten as usize - 2]));
            }
        }
    }

    fn unit(&self, n: u64, masculine: bool, construct: bool) -> String {
        let (long, short) = UNITS[n as usize - 3];
        match n {
            _ if masculine => long.into(),
            8 if construct => short.into(),
            8 => self.absolute_eight(),
            _ => self.indefinite(short, !construct),
        }
    }

    /// ثمانٍ, in the accusative ثمانياً; many write ثماني throughout.
    fn absolute_eight(&self) -> String {
        match self.syntax.case {
            _ if !self.taste.short_eight => "ثماني".into(),
            Case::Accusative => self.indefinite("ثماني", true),
            _ => "ثمان".into(),
        }
    }

    fn teen_unit(&self, unit: u64, masculine: bool) -> &'static str {
        match (unit, masculine) {
            (1, true) => "أحد",
            (1, false) => "إحدى",
            (2, _) => self.two(masculine, true),
            (8, false) if self.taste.short_eight => "ثمان",
            (_, true) => UNITS[unit as usize - 3].0,
            (_, false) => UNITS[unit as usize - 3].1,
        }
    }

    fn unit_before_ten(&self, unit: u64, masculine: bool) -> String {
        match (unit, masculine) {
            (1, true) if self.taste.other_one => "أحد".into(),
            (1, true) => self.indefinite("واحد", true),
            (1, false) if self.taste.other_one => "واحدة".into(),
            (1, false) => "إحدى".into(),
            (2, _) => self.two(masculine, false).into(),
            _ => self.unit(unit, masculine, false),
        }
    }

    fn two(&self, masculine: bool, construct: bool) -> &'static str {
        match (masculine, self.is_nominative(), construct) {
            (true, true, false) => "اثنان",
            (true, false, false) => "اثنين",
            (true, true, true) => "اثنا",
            (true, false, true) => "اثني",
            (false, true, false) => "اثنتان",
            (false, false, false) => "اثنتين",
            (false, true, true) => "اثنتا",
            (false, false, true) => "اثنتي",
        }
    }

    fn dual(&self, stem: &str, construct: bool) -> String {
        let ending = match (self.is_nominative(), construct) {
            (true, false) => "ان",
            (true, true) => "ا",
            (false, false) => "ين",
            (false, true) => "ي",
        };
        format!("{stem}{ending}")
    }

    fn is_nominative(&self) -> bool {
        self.syntax.case == Case::Nominative
    }

    /// The word with its nunation in the accusative, where it is `absolute`.
    fn indefinite(&self, word: &str, absolute: bool) -> String {
        let accusative = absolute && self.syntax.case == Case::Accusative;
        nunated(word, if accusative { self.taste.nunation } else { Nunation::Left })
    }
}

fn nunated(word: &str, nunation: Nunation) -> String {
    let ending = match nunation {
        Nunation::Left => "",
        Nunation::Alef => "ا",
        Nunation::AfterAlef => "ا\u{64B}",
        Nunation::BeforeAlef => "\u{64B}ا",
    };
    format!("{word}{ending}")
}
