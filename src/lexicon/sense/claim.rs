//! Meanings of words that say what happened, and whether it did.

use crate::fact::{Predicate, Update};
use crate::lexicon::class::Class;
use crate::text::Key;

/// A word that says that something happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Trigger {
    /// What happened.
    pub predicate: Predicate,
    /// Which part its grammar gives to those around it.
    pub frame: Frame,
    /// Whether its form is of the future: سيقتل.
    pub ahead: bool,
    /// The preposition that those whom it befell stand behind (أفرج عن), or the words that close a split phrase.
    pub with: Option<&'static Spelling>,
    /// Of whom alone it tells such an event.
    pub whom: Whom,
}

/// Words that a text is compared with, once they are known to be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Spelling {
    /// As they are listed, with a space between two.
    pub words: &'static str,
    /// The first of them.
    pub first: Key,
}

/// Of whom a word tells that such an event befell them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whom {
    /// Anybody.
    Anyone,
    /// Those whom a number counts: ضبط, نشر.
    Counted,
    /// Likewise, of a verb whose marks make it passive: فُقد ثلاثة.
    Marked,
    /// Likewise, as long as they are kin: فقد ثلاثة من أبنائه.
    Kin,
    /// Likewise, as long as they are prisoners, or some of those who were told of: أطلقت 74 أسيراً.
    Prisoners,
}

impl Trigger {
    /// Whether it tells of such an event only where a number is of those whom it befell.
    pub fn is_counted(self) -> bool {
        self.whom != Whom::Anyone
    }
}

/// How a word for an event stands to those whom it befell and to those who did it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Frame {
    /// A verb whose letters are of both voices: قتلت القوات ثلاثة, قُتل ثلاثة.
    Either,
    /// A verb whose object it befell: هاجمت القوات البلدة.
    Active,
    /// A verb whose subject it befell: أصيب ثلاثة; فرّ عشرة.
    Passive,
    /// A verbal noun, before those whom it befell: مقتل ثلاثة.
    Masdar,
    /// What they are or have come to, behind or before them: ثلاثة طلقاء, لقوا حتفهم.
    State,
    /// A verb with the pronoun of those whom it befell, who stand before it: شقيقان اختطفهما; or a verbal noun with it,
    /// behind a verb that brings it about: 15 شخصاً تم إنقاذهم.
    Suffixed,
    /// A noun for those whom it befell, which a number counts: ثلاثة قتلى.
    Victim,
    /// Such a noun that says it only where they are tallied: عدد السجناء.
    Tallied,
    /// A noun for the event itself: غارة, هجوم.
    Event,
    /// A penalty, before those who are to bear it: الإعدام لأربعة.
    Penalty,
    /// A verb that makes a phrase with words behind its subject, and by itself says something else: أطلقت الحركة سراح.
    Split,
}

impl Frame {
    /// The class of the words of that frame.
    pub const fn class(self) -> Class {
        match self {
            Self::Either => Class::Either,
            Self::Active => Class::Active,
            Self::Passive => Class::Passive,
            Self::Masdar => Class::Masdar,
            Self::State => Class::State,
            Self::Suffixed => Class::Suffixed,
            Self::Victim => Class::Victim,
            Self::Tallied => Class::Tallied,
            Self::Event => Class::Event,
            Self::Penalty => Class::Penalty,
            Self::Split => Class::Split,
        }
    }
}

/// How a word makes what it governs other than a plain fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mood {
    /// تمكن, نجح في: the subject of what follows stands beside it.
    Able,
    /// حاول.
    Attempted,
    /// أسفر, سجل: a verb that brings what follows about or tells it, and shares its own mood with it.
    Carry,
    /// نفى, غير صحيح.
    Deny,
    /// بعد, إثر: what follows is a fact, whatever governs the rest.
    Fact,
    /// فشل في: it was tried and did not come about.
    Failed,
    /// لم, لا: of the verb right after it.
    Not,
    /// لن.
    NotAhead,
    /// ما, which denies a verb whose subject is anybody (ما اعتقل أحد), and otherwise stands for what others say.
    NotAny,
    /// لا يوجد, ليس: of the nouns after it.
    Nothing,
    /// قد, which doubts a verb of the present and firms one of the past.
    Perhaps,
    /// يستعد, سوف, يجب.
    Planned,
    /// يخشى, ربما.
    Possible,
    /// صحة, ما: what others say, which a denial before it denies with all that they say.
    Report,
    /// سوى, which takes a negation back.
    Restrict,
    /// دون, بلا.
    Without,
}

/// A word for a toll or for how it changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Toll {
    /// حصيلة, عدد القتلى.
    Noun,
    /// رقم: a figure, of whatever was counted last.
    Figure,
    /// بلغ, هو: before the number that a toll has come to.
    Link,
    /// ارتفع, صحح.
    Change(Update),
}

/// A small word that tells what stands behind it from those whom something befell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bond {
    /// بحق: before those whom a sentence is passed on.
    Against,
    /// فضلاً عن, ومعهم: before others whom the same befell.
    Besides,
    /// جثامين, رفات: before those who are dead.
    Bodies,
    /// تبادل: prisoners who are spoken of with it go free.
    Exchange,
    /// من بين: before the whole that a number is part of.
    Among,
    /// أحد, أي: anybody at all.
    Any,
    /// نقل: before those who are brought to a hospital.
    Brought,
    /// فيما, غير أن: before a clause that tells of another event.
    Meanwhile,
    /// على متن: before those whom a vessel carries.
    Aboard,
    /// على يد: before who did it.
    By,
    /// تم, جرى: before a verbal noun that comes about.
    CarriedOut,
    /// شنته, نفذها: before who did it, of an event named before.
    Done,
    /// سقط, ارتقى: of people in a fight, they die.
    Fall,
    /// مسلحين, لاعبين: who are looked for without being lost.
    Hunted,
    /// كورونا: what people fall ill of, who are not wounded.
    Illness,
    /// سجين, نزيل: who is let go.
    Inmate,
    /// حكم, قضى: before the penalty that a court passes.
    Judge,
    /// أبنائه, عائلتها: whom somebody loses.
    Kin,
    /// شن, نفذ: before who does it and what is done.
    Launch,
    /// فقد, خسر: before what was held, of which it tells the end.
    Lost,
    /// قرب, داخل: before a place.
    Near,
    /// لا, وليس between two numbers, the second taken back.
    NotThat,
    /// أمر, قرر: before the custody that a prosecutor orders.
    Order,
    /// سجن: where people are held.
    Prison,
    /// توزع: before those who are told by where they were.
    Share,
    /// يضم, يحوي: before those whom a place holds.
    Hold,
    /// شديد: before what a thing may do, which it has not done: شديدة الانفجار.
    Quality,
    /// مستشفى: where those who are hurt are brought.
    Hospital,
    /// استقبل: before those whom a hospital takes in.
    Receive,
    /// مطلوب, ممول: what it says of a noun, by whom stands behind it.
    Sought,
    /// يزال, باتوا: before what somebody still is.
    Still,
    /// خلالها, فيها: points back to an event, between a verb of another and those whom it befell.
    Therein,
    /// عاد, عثر على: before those who are no longer what they are called (نازحون, مفقودون).
    Undone,
}

impl Bond {
    /// The class of its words.
    #[inline]
    pub const fn class(self) -> Class {
        match self {
            Self::Bodies | Self::Fall | Self::Hold | Self::Receive => Class::Telling,
            _ => Class::Bond,
        }
    }
}
