//! What a word of a list means, in the terms of its list.

use super::class::Class;
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
    /// The dual without its nun, as before a genitive (طرفا النزاع); the same letters may be another form.
    DualConstruct(NounClass),
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
    pub fn class(self) -> Class {
        match self {
            Self::Cardinal(_) | Self::Colloquial(_) | Self::PronounOne => Class::Cardinal,
            Self::Teen => Class::Teen,
            Self::Scale(..) => Class::Scale,
            Self::Ordinal(_) => Class::Ordinal,
            Self::Fraction(..) => Class::Fraction,
            Self::Vague(..) => Class::Vague,
            Self::Multiple(..) => Class::Multiple,
            Self::Dual(_) | Self::DualOrPlural(_) | Self::DualConstruct(_) => Class::Dual,
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
        }
    }
}
