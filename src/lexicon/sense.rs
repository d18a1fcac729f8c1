//! What a word of a list means, in the terms of its list.

use super::class::Class;
use crate::fact::{Mod, TimeUnit};
use crate::number::Number;

/// One meaning of a word or phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// A number word up to hundreds (or two of them written together).
    Cardinal(u64),
    /// The second part of eleven to nineteen.
    Teen,
    /// A scale word: its value, and how many of them the word itself says.
    Scale(u64, ScaleForm),
    /// A place in an order.
    Ordinal(u64),
    /// A part of a whole: its value, and how it stands.
    Fraction(Number, FractionForm),
    /// A class of numbers: bounds, and whether it is a plural that another class may precede (عشرات الآلاف).
    Vague(u64, Option<u64>),
    /// A number of times: the word's own, and whether it is a plural that a cardinal multiplies (أضعاف، مرات).
    Multiple(u64, bool),
    /// The dual of a countable noun.
    Dual(NounClass),
    /// The same letters as the sound plural of that noun: a dual only where something else says so.
    DualOrPlural(NounClass),
    /// The dual without its nun, as before a genitive (طرفا النزاع, مدينتا حلب والرقة); the same letters may be another
    /// form, of a masculine noun more often than of a feminine one.
    DualConstruct(NounClass, Gender),
    /// A countable noun in the singular.
    NounSingular(NounClass),
    /// A countable noun in the plural.
    NounPlural(NounClass),
    /// Makes a percentage: بالمئة.
    Percent,
    /// Opens a range: بين.
    Between,
    /// Names what a following number designates: القرار 2254.
    Designator,
    /// من.
    Of,
    /// في.
    In,
    /// أو.
    Or,
    /// A form of one that by itself is a pronoun: أحد.
    PronounOne,
    /// إلى.
    To,
    /// A habit of pages.
    Page(PageWord),
    /// A ruler's title.
    Regnal,
    /// What two numbers with a dash between them after it are the sides of: نتيجة, فوز.
    Score,
    /// What a definite ten after it is the name of, not the number: شارع الستين.
    NamedBy,
    /// What a doubling is of, which tells ضعف (double) from ضعف (weakness).
    Doubled,
    /// A name that digits stick to: فرانس24.
    NumberedName,
    /// A colloquial spelling that is also another word: a number only before a counted noun (مية).
    Colloquial(u64),
    /// A word or phrase that looks like a number and is none; a word also keeps its clitics (لست).
    Trap,
    /// A month by its number in the calendar that the names are of.
    Month(MonthNames, u8),
    /// A weekday by its number from Monday, 1 to 7; and whether the word stands without its article.
    Weekday(u8, bool),
    /// A unit of time, and how many of it the form says.
    TimeUnit(TimeUnit, UnitForm),
    /// A part of the day.
    DayPart(DayPart),
    /// الساعة before a clock time.
    Clock,
    /// Minutes that a fraction of the hour stands for: النصف is 30.
    Minutes(u8),
    /// The IANA name of a time zone.
    Zone(&'static str),
    /// Days from today.
    DayShift(i8),
    /// How many steps from now: الماضي is -1, الجاري 0, المقبل 1.
    Step(i8),
    /// Which stretch of a month, year or century.
    Phase(Mod),
    /// A season.
    Season(Season),
    /// A decade by its first year within a century.
    Decade(u8),
    /// قبل (backwards) or بعد (forwards).
    Offset(i8),
    /// هذا.
    This,
    /// A hedge before what it hedges.
    Hedge(Hedge),
    /// A hedge after what it hedges.
    HedgeAfter(Hedge),
    /// كل.
    Every,
    /// Once per unit: يوميا.
    Per(TimeUnit),
    /// A number of times, or the plural that a number counts.
    Times(Option<u8>),
    /// A time without a place in the calendar, by its TIMEX3 value.
    VagueTime(VagueTime),
    /// What is named after a day.
    Eponym(Eponym),
    /// A small word that holds a time together.
    Joint(Joint),
    /// One of so many parts of a year: ربع is of 4.
    Portion(u8),
    /// How a clause looks at what it tells.
    Tense(Tense),
}

/// Whose month names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MonthNames {
    /// Names of Gregorian months.
    Gregorian,
    /// Names of Gregorian months that are also ordinary words or names: a month only in company.
    Ambiguous,
    /// The Libyan names, ordinary words: months only with a day and a year.
    Libyan,
    /// English names.
    English,
    /// Names of Islamic months.
    Islamic,
}

/// How many of its unit a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnitForm {
    /// يوم.
    Singular,
    /// يومين.
    Dual,
    /// عامي: two, before their numbers.
    Construct,
    /// أيام.
    Plural,
}

/// Parts of the day, as TIMEX3 tells them apart; dawn and midnight besides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DayPart {
    /// Before sunrise: the start of the morning.
    Dawn,
    /// Morning.
    Morning,
    /// Midday.
    Midday,
    /// Afternoon.
    Afternoon,
    /// Evening.
    Evening,
    /// Night.
    Night,
    /// الليلة: the night of today.
    Tonight,
    /// The hours after midnight.
    AfterMidnight,
    /// The hours before noon, as a clock's half.
    BeforeNoon,
    /// The hours after noon, as a clock's half.
    AfterNoon,
    /// Midnight.
    Midnight,
}

/// Seasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Season {
    /// Spring.
    Spring,
    /// Summer.
    Summer,
    /// Autumn.
    Autumn,
    /// Winter.
    Winter,
}

/// How a number is hedged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hedge {
    /// أكثر من.
    Over,
    /// ما لا يقل عن.
    AtLeast,
    /// أقل من.
    Under,
    /// لا يتجاوز.
    AtMost,
    /// نحو.
    About,
}

/// Times without a place in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum VagueTime {
    /// مؤخرا.
    Past,
    /// حاليا.
    Present,
    /// قريبا.
    Future,
}

/// What is named after a day, or keeps a word from being one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Eponym {
    /// Streets, towns, wars, parties, that are named after a date: شارع, حرب.
    OfDate,
    /// What belongs to a weekday as such: صلاة الجمعة.
    OfWeekday,
    /// After اليوم it makes a name or another day of it: العالمي, التالي.
    AfterDay,
    /// Before العام it makes an adjective of it: الأمين.
    BeforeGeneral,
    /// A newspaper or channel, whose name may end in اليوم.
    Outlet,
    /// An outlet's name that holds a word of time.
    OutletName,
    /// After أمس it makes another word of it: الحاجة.
    AfterYesterday,
}

/// How a word makes its clause look at what it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tense {
    /// سوف, المقرر: at what is to come.
    Ahead,
    /// أعلن, إذ, التي: what follows is told for itself, whatever is to come.
    Back,
    /// سينما: the letters of a verb of what is to come, and none.
    Noun,
    /// كان: back, even with a word for what is to come.
    Past,
    /// يبدأ: of a programme, at what is to come, or at what is told as if before the eyes.
    Plan,
    /// منذ: at a beginning that has been.
    Since,
}

/// Small words that hold a time together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Joint {
    /// من.
    Of,
    /// منهم: after قريباً it makes it near.
    OfThem,
    /// في.
    In,
    /// على, مع: before a clock time.
    At,
    /// عند, تمام: before a clock time and hardly anything else that has a number.
    Sharp,
    /// إلى, حتى.
    To,
    /// و between numbers, where it stands alone.
    And,
    /// خلال, منذ, لمدة: before a length of time.
    Spanning,
    /// الموافق: the same day in other words.
    Same,
    /// إلا: minutes to the hour.
    Except,
    /// توقيت: a time zone follows.
    ZoneTime,
    /// المحلي after التوقيت.
    Local,
    /// ت of the abbreviated Greenwich time.
    TimeLetter,
    /// غ of the abbreviated Greenwich time.
    GreenwichLetter,
    /// ميلادي.
    Gregorian,
    /// قبل الميلاد.
    BeforeChrist,
    /// ق of the abbreviation ق.م.
    BeforeLetter,
    /// هجري.
    Islamic,
    /// ال before digits.
    Article,
    /// عدة: an unknown number of.
    Several,
    /// قليلة after a plural: an unknown number of.
    Few,
    /// كاملة: the whole of one.
    Whole,
    /// عمر: an age, no time.
    Age,
    /// ذو before a number of years: an age; ذات before a day that the text has spoken of.
    Aged,
    /// رقم: what follows is a name.
    Number,
    /// اعتبارا من: a day to come.
    Starting,
    /// نهار: a day, before its name.
    Daytime,
    /// فاتح, غرة: the first day of a month.
    FirstDay,
    /// ذلك, نفس, before the day that the text has spoken of.
    Selfsame,
    /// نفسه, ذاتها, after it.
    Itself,
    /// مونديال, مواليد: a year follows.
    YearHead,
    /// تاريخ: before a date.
    Dated,
    /// T of ISO 8601.
    IsoT,
    /// يومي: two days, before their numbers.
    BothDays,
    /// نشر, تحديث and what else a publication line is labelled with.
    Published,
}

/// What a word or phrase says about the line that it stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PageWord {
    /// A caption starts with it.
    Caption,
    /// It credits an author, agency or way of reporting.
    Credit,
    /// A heading after which short lines are links.
    Heading,
    /// A whole line of furniture.
    Line,
    /// A formula that opens a text.
    Opening,
    /// A line of furniture starts with it.
    Start,
}

/// Grammatical gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gender {
    /// With ta marbuta.
    Feminine,
    /// Without.
    Masculine,
}

/// What a countable noun counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NounClass {
    /// Things that happen: attacks, sessions, goals.
    Event,
    /// Units of length, mass, volume, power, temperature.
    Measure,
    /// Currencies and securities.
    Money,
    /// Whatever is none of the others.
    Other,
    /// People, and groups that people are counted in.
    Person,
    /// Buildings, settlements, countries.
    Place,
    /// What moves people or goods.
    Vehicle,
    /// What is fired, thrown or laid.
    Weapon,
}

impl NounClass {
    /// Every class, in the order of the names.
    pub const ALL: [Self; 8] = [
        Self::Event,
        Self::Measure,
        Self::Money,
        Self::Other,
        Self::Person,
        Self::Place,
        Self::Vehicle,
        Self::Weapon,
    ];

    /// The name in the output and in the word list.
    pub fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Measure => "measure",
            Self::Money => "money",
            Self::Other => "other",
            Self::Person => "person",
            Self::Place => "place",
            Self::Vehicle => "vehicle",
            Self::Weapon => "weapon",
        }
    }
}

/// How a word for a fraction stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FractionForm {
    /// By itself: نصف.
    Single,
    /// With the whole as its suffix: نصفهم.
    Suffixed,
    /// The plural that a cardinal multiplies: أرباع.
    Plural,
    /// The letters of a cardinal; a fraction only before the definite whole: خمس السكان.
    BeforeWhole,
}

/// How many of its scale a scale word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScaleForm {
    /// ألف: one, or as many as a number before it says.
    Singular,
    /// ألفان: two.
    Dual,
    /// ألفا: two before a genitive, or the accusative of one after a number.
    Construct,
    /// آلاف: as many as a number before it says.
    Plural,
}

impl Sense {
    /// The class that the meaning puts a word in.
    #[inline]
    pub fn class(self) -> Class {
        match self {
            Self::Cardinal(_) | Self::Colloquial(_) | Self::PronounOne => Class::Cardinal,
            Self::Teen => Class::Teen,
            Self::Scale(..) => Class::Scale,
            Self::Ordinal(_) => Class::Ordinal,
            Self::Fraction(..) => Class::Fraction,
            Self::Vague(..) => Class::Vague,
            Self::Multiple(..) => Class::Multiple,
            Self::Dual(_) | Self::DualOrPlural(_) | Self::DualConstruct(..) => Class::Dual,
            Self::NounSingular(_) | Self::NounPlural(_) => Class::Noun,
            Self::Percent => Class::Percent,
            Self::Between => Class::Between,
            Self::Designator => Class::Designator,
            Self::Of => Class::Of,
            Self::In => Class::In,
            Self::Or => Class::Or,
            Self::To => Class::To,
            Self::Page(_) => Class::Page,
            Self::Regnal => Class::Regnal,
            Self::Score => Class::Score,
            Self::NamedBy => Class::NamedBy,
            Self::Doubled => Class::Doubled,
            Self::NumberedName => Class::NumberedName,
            Self::Trap => Class::Trap,
            Self::Month(..) => Class::Month,
            Self::Weekday(..) => Class::Weekday,
            Self::TimeUnit(..) => Class::TimeUnit,
            Self::DayPart(_) => Class::DayPart,
            Self::Clock => Class::Clock,
            Self::Zone(_) => Class::Zone,
            Self::DayShift(_) => Class::Deixis,
            Self::Step(_) => Class::Step,
            Self::Phase(_) => Class::Phase,
            Self::Season(_) => Class::Season,
            Self::Decade(_) => Class::Decade,
            Self::Offset(_) => Class::Offset,
            Self::This => Class::This,
            Self::Hedge(_) => Class::Hedge,
            Self::HedgeAfter(_) => Class::HedgeAfter,
            Self::Every | Self::Per(_) | Self::Times(_) => Class::Recurrence,
            Self::VagueTime(_) => Class::VagueTime,
            Self::Eponym(_) => Class::Eponym,
            Self::Minutes(_) => Class::Minutes,
            Self::Joint(Joint::Daytime | Joint::FirstDay) => Class::DayLead,
            Self::Joint(Joint::Several) => Class::Several,
            Self::Joint(Joint::Aged | Joint::Selfsame) => Class::Anaphor,
            Self::Joint(_) => Class::Joint,
            Self::Portion(_) => Class::Portion,
            Self::Tense(_) => Class::Tense,
        }
    }
}
