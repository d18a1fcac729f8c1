//! Meanings of words that tell time.

use crate::lexicon::class::Class;

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

impl Joint {
    /// The class of its words.
    #[inline]
    pub(super) const fn class(self) -> Class {
        match self {
            Self::Daytime | Self::FirstDay => Class::DayLead,
            Self::Several => Class::Several,
            Self::Aged | Self::Selfsame => Class::Anaphor,
            _ => Class::Joint,
        }
    }
}
