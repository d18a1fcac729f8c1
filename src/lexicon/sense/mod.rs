//! What a word of a list means, in the terms of its list. One file for the words of each kind of fact.

mod claim;
mod function;
mod name;
mod number;
mod page;
mod source;
mod time;

pub use claim::{Bond, Frame, Mood, Spelling, Toll, Trigger, Whom};
pub use function::Functions;
pub use name::{After, Name, NameHead, NamePart, Title};
pub use number::{FractionForm, Gender, Hedge, Member, Noun, Ratio, ScaleForm};
pub use page::PageWord;
pub use source::{Cue, CueShape, Particle, SourceNoun, Takes};
pub use time::{DayPart, Eponym, Joint, MonthNames, Season, Tense, UnitForm, VagueTime};

use super::class::Class;
use crate::fact::{Mod, TimeUnit};

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
    Fraction(Ratio, FractionForm),
    /// A class of numbers: bounds, and whether it is a plural that another class may precede (عشرات الآلاف).
    Vague(u64, Option<u64>),
    /// A number of times: the word's own, and whether it is a plural that a cardinal multiplies (أضعاف، مرات).
    Multiple(u64, bool),
    /// The dual of a countable noun.
    Dual(Noun),
    /// The same letters as the sound plural of that noun: a dual only where something else says so.
    DualOrPlural(Noun),
    /// The dual without its nun, as before a genitive (طرفا النزاع, مدينتا حلب والرقة); the same letters may be another
    /// form, of a masculine noun more often than of a feminine one.
    DualConstruct(Noun, Gender),
    /// A countable noun in the singular.
    NounSingular(Noun),
    /// A countable noun in the plural.
    NounPlural(Noun),
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
    /// Stands beside a count: بينهم.
    Member(Member),
    /// A name of an entity.
    Name(&'static Name),
    /// A word before names: مدينة, قناة, تنظيم.
    NameHead(NameHead),
    /// An adjective of that country (ISO 3166-1 alpha-2): سوري.
    Demonym(&'static str),
    /// What the word is to the name of a person.
    NamePart(NamePart),
    /// A word before a person's name.
    Title(Title),
    /// A word of saying.
    Cue(Cue),
    /// A noun that stands for a source.
    SourceNoun(SourceNoun),
    /// A word for an event.
    Trigger(Trigger),
    /// A word that makes what it governs other than a plain fact.
    Mood(Mood),
    /// A word for a toll or its change.
    Toll(Toll),
    /// A small word that tells the parts of an event apart.
    Bond(Bond),
    /// A small word that holds clauses together.
    Particle(Particle),
    /// A word that begins another clause: فيما, بينما.
    Clause,
    /// A word for people, and the class that a ledger keeps apart: مدني; `unspecified` where it names none.
    People(&'static str),
}

impl Sense {
    /// The noun of a singular or plural.
    pub fn noun(self) -> Option<Noun> {
        match self {
            Self::NounSingular(noun) | Self::NounPlural(noun) => Some(noun),
            _ => None,
        }
    }

    /// The class that the meaning puts a word in.
    #[expect(
        clippy::inline_always,
        reason = "asked of meanings that stand in the code, whose class is then one too"
    )]
    #[inline(always)]
    pub fn class(self) -> Class {
        match self {
            Self::Joint(joint) => joint.class(),
            Self::Member(member) => member.class(),
            Self::Cue(cue) => cue.shape.class(),
            Self::Trigger(trigger) => trigger.frame.class(),
            Self::Bond(bond) => bond.class(),
            Self::Particle(particle) => particle.class(),
            _ => self.class_of_its_kind(),
        }
    }

    /// The same where all meanings of the kind are of one class: a table.
    #[expect(clippy::inline_always, reason = "as of the class")]
    #[inline(always)]
    fn class_of_its_kind(self) -> Class {
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
            Self::Joint(_) => Class::Joint,
            Self::Portion(_) => Class::Portion,
            Self::Tense(_) => Class::Tense,
            Self::Member(_) => Class::Member,
            Self::Name(_) => Class::Name,
            Self::NameHead(_) => Class::NameHead,
            Self::Demonym(_) => Class::Demonym,
            Self::NamePart(_) => Class::NamePart,
            Self::Title(_) => Class::Title,
            Self::Cue(_) => Class::Cue,
            Self::Trigger(_) => Class::Event,
            Self::SourceNoun(_) => Class::SourceNoun,
            Self::Mood(_) => Class::Mood,
            Self::Toll(_) => Class::Toll,
            Self::Bond(_) => Class::Bond,
            Self::Particle(_) => Class::Particle,
            Self::Clause => Class::Clause,
            Self::People(_) => Class::People,
        }
    }
}

/// Every meaning of every word takes this room, and they have to stay near.
const _: () = assert!(size_of::<Sense>() <= 32);
