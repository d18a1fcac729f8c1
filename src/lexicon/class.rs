//! Classes of words: what rules name as their starts.

/// A class of words (or of tokens that are no words). A word may be of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Class {
    /// A run of digits; no word list has it.
    Digits,
    /// A percent sign; no word list has it.
    PercentSign,
    /// A sign within a word, or a name of letters and digits; no word list has it.
    Veil,
    /// A number word up to hundreds.
    Cardinal,
    /// The second part of eleven to nineteen: عشر، عشرة.
    Teen,
    /// ألف, مليون and above.
    Scale,
    /// الأول, ثالث.
    Ordinal,
    /// نصف, ثلث, أرباع.
    Fraction,
    /// عشرات, بضع.
    Vague,
    /// ضعف, أضعاف, مرات.
    Multiple,
    /// The dual of a countable noun.
    Dual,
    /// A countable noun in the singular or plural.
    Noun,
    /// A word that makes what follows or precedes it a percentage: بالمئة.
    Percent,
    /// A word that opens a range: بين.
    Between,
    /// What a following number names rather than counts: مدفع, القرار.
    Designator,
    /// A ruler's title, after which an ordinal is part of a name.
    Regnal,
    /// What two numbers with a dash between them after it are the sides of.
    Score,
    /// What a definite ten after it is the name of.
    NamedBy,
    /// What a doubling is of.
    Doubled,
    /// A name that digits stick to.
    NumberedName,
    /// A word or phrase that looks like a number and is none.
    Trap,
    /// من, after which a number before it is a part of something.
    Of,
    /// في, after which a unit divides what stands before it.
    In,
    /// أو, which joins two readings of one count.
    Or,
    /// إلى, which closes a range.
    To,
    /// A habit of pages: furniture, credits, captions.
    Page,
    /// A name of a month.
    Month,
    /// A day of the week.
    Weekday,
    /// اليوم, أمس and other words for a day by its distance from today.
    Deixis,
    /// A unit of time: ساعة, أيام, شهرين.
    TimeUnit,
    /// A part of the day: صباح, ليلة.
    DayPart,
    /// الساعة before a clock time.
    Clock,
    /// A place or name that a time zone is called by.
    Zone,
    /// الماضي, المقبل: which of a row of days, weeks, years.
    Step,
    /// مطلع, منتصف, أواخر.
    Phase,
    /// A season of the year.
    Season,
    /// التسعينيات.
    Decade,
    /// قبل, بعد.
    Offset,
    /// هذا, هذه.
    This,
    /// How a number or a time is hedged: أكثر من, نحو.
    Hedge,
    /// كل, يوميا, مرتين: words of recurrence.
    Recurrence,
    /// A time without a place in the calendar: مؤخرا, حاليا.
    VagueTime,
    /// What is named after a day: شارع, حرب, صلاة; or what only looks like one.
    Eponym,
    /// A part of the hour: النصف, ربعا.
    Minutes,
    /// Small words that hold a time together.
    Joint,
    /// نهار, فاتح, غرة: what a date may begin with besides its number.
    DayLead,
    /// بضعة, عدة: an unknown number of.
    Several,
    /// How a number or a time is hedged after it: على الأقل.
    HedgeAfter,
    /// ذلك, نفس: what points back to a day that the text has spoken of.
    Anaphor,
    /// الربع, الثلاثي: which part of a year.
    Portion,
    /// How a clause looks at what it tells: ahead or back.
    Tense,
    /// بينهم: what follows is a part of what was counted.
    Member,
    /// A word that is never a counted noun: على, قال.
    NoNoun,
    /// A name of an actor, place or outlet.
    Name,
    /// A word before such a name: مدينة, قناة.
    NameHead,
    /// An adjective of a country: سوري.
    Demonym,
    /// What a word is to the name of a person: a given name, or no name at all.
    NamePart,
    /// A title or role before a person's name.
    Title,
    /// A verb of saying: قال.
    Cue,
    /// A verb of handing on: نقل.
    Relay,
    /// A participle of saying: مضيفا.
    Participle,
    /// A verbal noun of saying: قوله.
    Saying,
    /// According to: بحسب.
    According,
    /// Words of hearsay: أنباء, تردد, ما يسمى, RT.
    Hearsay,
    /// A noun that stands for a source: مصادر.
    SourceNoun,
    /// A word for an event: a verb whose letters are of both voices: قتلت.
    Either,
    /// Such a verb whose object it befell: هاجمت.
    Active,
    /// Such a verb whose subject it befell: أصيب.
    Passive,
    /// A verbal noun for an event: مقتل.
    Masdar,
    /// What those are whom it befell: طلقاء.
    State,
    /// A verb for an event with the pronoun of those whom it befell: اختطفهما.
    Suffixed,
    /// A noun for those whom it befell: قتلى.
    Victim,
    /// Such a noun that says it only in a tally: السجناء.
    Tallied,
    /// A noun for the event itself: غارة.
    Event,
    /// A penalty: الإعدام.
    Penalty,
    /// A verb that is a word for an event with others behind its subject: أطلقت … سراح.
    Split,
    /// A word that denies, plans or doubts what it governs: لم, حاول, قد.
    Mood,
    /// A word for a toll or its change: حصيلة, ارتفع.
    Toll,
    /// A small word that tells the parts of an event apart: على يد.
    Bond,
    /// Such a word that tells of an event itself: سقط, يضم, جثث.
    Telling,
    /// A small word that holds clauses together: أن, على.
    Particle,
    /// Such a word behind which those stand from whom something is handed on: عن.
    About,
    /// A word that begins another clause: فيما.
    Clause,
    /// A word for people whose class is known.
    People,
}

impl Class {
    /// Every class, in the order of the declaration.
    pub const ALL: &[Self] = &[
        Self::Digits,
        Self::PercentSign,
        Self::Veil,
        Self::Cardinal,
        Self::Teen,
        Self::Scale,
        Self::Ordinal,
        Self::Fraction,
        Self::Vague,
        Self::Multiple,
        Self::Dual,
        Self::Noun,
        Self::Percent,
        Self::Between,
        Self::Designator,
        Self::Regnal,
        Self::Score,
        Self::NamedBy,
        Self::Doubled,
        Self::NumberedName,
        Self::Trap,
        Self::Of,
        Self::In,
        Self::Or,
        Self::To,
        Self::Page,
        Self::Month,
        Self::Weekday,
        Self::Deixis,
        Self::TimeUnit,
        Self::DayPart,
        Self::Clock,
        Self::Zone,
        Self::Step,
        Self::Phase,
        Self::Season,
        Self::Decade,
        Self::Offset,
        Self::This,
        Self::Hedge,
        Self::Recurrence,
        Self::VagueTime,
        Self::Eponym,
        Self::Minutes,
        Self::Joint,
        Self::DayLead,
        Self::Several,
        Self::HedgeAfter,
        Self::Anaphor,
        Self::Portion,
        Self::Tense,
        Self::Member,
        Self::NoNoun,
        Self::Name,
        Self::NameHead,
        Self::Demonym,
        Self::NamePart,
        Self::Title,
        Self::Cue,
        Self::Relay,
        Self::Participle,
        Self::Saying,
        Self::According,
        Self::Hearsay,
        Self::SourceNoun,
        Self::Either,
        Self::Active,
        Self::Passive,
        Self::Masdar,
        Self::State,
        Self::Suffixed,
        Self::Victim,
        Self::Tallied,
        Self::Event,
        Self::Penalty,
        Self::Split,
        Self::Mood,
        Self::Toll,
        Self::Bond,
        Self::Telling,
        Self::Particle,
        Self::About,
        Self::Clause,
        Self::People,
    ];
}

/// A set of classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct ClassSet(u128);

impl ClassSet {
    /// No class.
    pub const EMPTY: Self = Self(0);

    /// The sets of tokens that are no words: nothing, digits, a percent sign, what may veil a word.
    pub const OF_NO_WORD: [Self; 4] =
        [Self::EMPTY, Self::of(&[Class::Digits]), Self::of(&[Class::PercentSign]), Self::of(&[Class::Veil])];

    /// Words of saying of any shape.
    pub const CUES: Self = Self::of(&[
        Class::Cue,
        Class::Relay,
        Class::Participle,
        Class::Saying,
        Class::According,
        Class::Hearsay,
    ]);

    /// Words for events of any frame.
    pub const TRIGGERS: Self = Self::of(&[
        Class::Either,
        Class::Active,
        Class::Passive,
        Class::Masdar,
        Class::State,
        Class::Suffixed,
        Class::Victim,
        Class::Tallied,
        Class::Event,
        Class::Penalty,
        Class::Split,
    ]);

    /// The set of these classes.
    pub const fn of(classes: &[Class]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < classes.len() {
            bits |= 1 << classes[at] as u64;
            at += 1;
        }
        Self(bits)
    }

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// This set without the classes of the other.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the sets share a class.
    #[inline]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether `class` is in the set.
    #[inline]
    pub const fn has(self, class: Class) -> bool {
        self.0 & 1 << class as u64 != 0
    }

    /// The classes of the set, in order.
    pub fn iter(self) -> impl Iterator<Item = Class> {
        let mut bits = self.0;
        std::iter::from_fn(move || {
            let class = *Class::ALL.get(bits.trailing_zeros() as usize)?;
            bits &= bits - 1;
            Some(class)
        })
    }

    /// Whether the set is empty.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl From<Class> for ClassSet {
    #[inline]
    fn from(class: Class) -> Self {
        Self::of(&[class])
    }
}

impl<const N: usize> From<[Class; N]> for ClassSet {
    #[inline]
    fn from(classes: [Class; N]) -> Self {
        Self::of(&classes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The list of classes has each once, at its number; the last of the declaration ends it.
    #[test]
    fn every_class_is_listed() {
        assert!(Class::ALL.iter().enumerate().all(|(at, class)| *class as usize == at));
        assert_eq!(Class::ALL.last(), Some(&Class::People));
    }
}
