//! The days of two centuries, and the words that newsrooms have for their parts.

use jiff::civil::{self, Date};
use proptest::prelude::*;

use super::ordinals::ordinal;
use super::speller::{Case, Gender, Syntax, Taste, spell};
use super::typist::{Typist, typist};

/// The Gregorian months of one region, January first.
pub(crate) type Months = [&'static str; 12];

pub(crate) const LEVANTINE: Months = [
    "كانون الثاني",
    "شباط",
    "آذار",
    "نيسان",
    "أيار",
    "حزيران",
    "تموز",
    "آب",
    "أيلول",
    "تشرين الأول",
    "تشرين الثاني",
    "كانون الأول",
];
pub(crate) const EGYPTIAN: Months = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];
const GULF: Months = [
    "يناير",
    "فبراير",
    "مارس",
    "إبريل",
    "مايو",
    "يونية",
    "يولية",
    "أغسطس",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];
const ALGERIAN: Months = [
    "جانفي",
    "فيفري",
    "مارس",
    "أفريل",
    "ماي",
    "جوان",
    "جويلية",
    "أوت",
    "سبتمبر",
    "أكتوبر",
    "نوفمبر",
    "ديسمبر",
];
const MOROCCAN: Months = [
    "يناير",
    "فبراير",
    "مارس",
    "أبريل",
    "ماي",
    "يونيو",
    "يوليوز",
    "غشت",
    "شتنبر",
    "أكتوبر",
    "نونبر",
    "دجنبر",
];
const MAURITANIAN: Months = [
    "يناير",
    "فبراير",
    "مارس",
    "إبريل",
    "مايو",
    "يونيو",
    "يوليو",
    "أغشت",
    "شتمبر",
    "أكتوبر",
    "نوفمبر",
    "دجمبر",
];
const LIBYAN: Months = [
    "أي النار",
    "النوار",
    "الربيع",
    "الطير",
    "الماء",
    "الصيف",
    "ناصر",
    "هانيبال",
    "الفاتح",
    "التمور",
    "الحرث",
    "الكانون",
];

/// Sunday first.
const WEEKDAYS: [&str; 7] = ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"];

/// Any day of 1900 to 2100.
pub(crate) fn day() -> impl Strategy<Value = Date> {
    let first = civil::date(1900, 1, 1);
    let days = (civil::date(2100, 12, 31) - first).get_days();
    (0..=days).prop_map(move |n| after(first, n))
}

/// The day so many days later.
pub(crate) fn after(day: Date, days: i32) -> Date {
    day.checked_add(jiff::Span::new().days(days)).expect("a day of these centuries")
}

/// The name of a weekday, 0 for Sunday.
pub(crate) fn weekday_name(number: i32) -> &'static str {
    WEEKDAYS[number.rem_euclid(7).unsigned_abs() as usize]
}

/// The number of a day's weekday, 0 for Sunday.
pub(crate) fn weekday(day: Date) -> i32 {
    day.weekday().to_sunday_zero_offset().into()
}

/// Digits as they are written in one of three scripts.
pub(crate) fn script() -> impl Strategy<Value = char> {
    prop::sample::select(vec!['0', '٠', '۰'])
}

/// `text` with its digits in the script of that zero.
pub(crate) fn in_script(text: &str, zero: char) -> String {
    let digit = |d: u32| char::from_u32(zero as u32 + d).expect("ten digits follow a zero");
    text.chars().map(|c| c.to_digit(10).map_or(c, digit)).collect()
}

/// How one writer names months by one name.
fn single_month_name() -> impl Strategy<Value = [String; 12]> {
    let regions = vec![LEVANTINE, EGYPTIAN, GULF, ALGERIAN, MOROCCAN, MAURITANIAN];
    prop::sample::select(regions).prop_map(|months| months.map(String::from))
}

/// How one writer names months by one name or two; each is a month even where no year is beside it.
pub(crate) fn sure_month_name() -> impl Strategy<Value = [String; 12]> {
    let signs = vec![("/", ""), (" / ", ""), (" (", ")"), (" - ", ""), (" ", "")];
    let pair = (prop::sample::select(signs), any::<bool>()).prop_map(|((between, end), turned)| {
        let (one, other) = if turned { (EGYPTIAN, LEVANTINE) } else { (LEVANTINE, EGYPTIAN) };
        std::array::from_fn(|at| format!("{}{between}{}{end}", one[at], other[at]))
    });
    prop_oneof![2 => single_month_name(), 1 => pair]
}

/// How one writer names months; the Libyan names are ordinary words but for the year beside them.
pub(crate) fn month_name() -> impl Strategy<Value = [String; 12]> {
    prop_oneof![6 => sure_month_name(), 1 => Just(LIBYAN.map(String::from))]
}

/// How one writer writes the day of a month and joins the month to it.
#[derive(Debug, Clone)]
pub(crate) struct DayStyle {
    pub ordinal: bool,
    padded: bool,
    joint: &'static str,
    pub zero: char,
    typist: Typist,
}

pub(crate) fn day_style() -> impl Strategy<Value = DayStyle> {
    let joint = prop::sample::select(vec![" ", " من ", " من شهر ", " شهر "]);
    (any::<[bool; 2]>(), joint, script(), typist()).prop_map(|([ordinal, padded], joint, zero, typist)| {
        DayStyle { ordinal, padded, joint, zero, typist }
    })
}

impl DayStyle {
    /// The day with what joins the month to it.
    pub(crate) fn day(&self, day: i8) -> String {
        let number = usize::from(day.unsigned_abs());
        let written = if self.ordinal {
            let words = ordinal(number, Gender::Masculine, false);
            let typed = words.iter().enumerate().map(|(at, word)| self.typist.word(word, 5 * at as u32));
            typed.collect::<Vec<_>>().join(" ")
        } else if self.padded {
            in_script(&format!("{number:02}"), self.zero)
        } else {
            in_script(&number.to_string(), self.zero)
        };
        format!("{written}{}", self.joint)
    }
}

/// How one writer writes a year after a month.
#[derive(Debug, Clone)]
pub(crate) struct YearStyle {
    before: &'static str,
    after: &'static str,
    in_words: bool,
}

pub(crate) fn year_style() -> impl Strategy<Value = YearStyle> {
    let digits = prop::sample::select(vec![
        (" ", ""),
        (" ", "م"),
        (" ", " م"),
        (" عام ", ""),
        (" سنة ", ""),
        (" من عام ", ""),
        (" من العام ", ""),
        (" لعام ", ""),
        (" للعام ", ""),
        (" لسنة ", ""),
        (" ", " ميلادية"),
        (" ", " ميلادي"),
        ("، ", ""),
    ]);
    let words = prop::sample::select(vec![(" عام ", ""), (" من عام ", ""), (" سنة ", "")]);
    prop_oneof![
        3 => digits.prop_map(|(before, after)| YearStyle { before, after, in_words: false }),
        1 => words.prop_map(|(before, after)| YearStyle { before, after, in_words: true }),
    ]
}

impl YearStyle {
    /// The year with what joins it to the month before it.
    pub(crate) fn year(&self, year: u64, zero: char) -> String {
        let gender = if self.before.contains("سنة") { Gender::Feminine } else { Gender::Masculine };
        let syntax = Syntax { gender, case: Case::Genitive, construct: false };
        let year = if self.in_words {
            Typist::PLAIN.number(&spell(year, syntax, &Taste::PLAIN))
        } else {
            in_script(&year.to_string(), zero)
        };
        format!("{}{year}{}", self.before, self.after)
    }
}
