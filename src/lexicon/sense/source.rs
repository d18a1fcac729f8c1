//! Meanings of words by which something is said to be said.

use crate::fact::Stance;
use crate::lexicon::class::Class;

/// A word or phrase of saying.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Cue {
    /// How it stands to its source and to what is said.
    pub shape: CueShape,
    /// How it presents what is said.
    pub stance: Stance,
    /// What it is followed by, of a verb or participle.
    pub takes: Takes,
    /// Whether the form ends in alef maqsura, which tells رأى (saw) from رأي (opinion).
    pub maqsura: bool,
}

/// How a word of saying stands to its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CueShape {
    /// قال: a verb of the past, its source after it or before it.
    Past,
    /// يقول: the same in the present.
    Present,
    /// أعلنته: a verb with its object as a pronoun, which follows ما.
    Suffixed,
    /// مضيفاً: the source is understood.
    Participle,
    /// قوله: a verbal noun with its source as a pronoun.
    Noun,
    /// بحسب: the source follows, and what is said stands around it or after it.
    According,
    /// وفقا: the same, with the source after ل.
    AccordingTo,
    /// حسبما: the same, with a verb of saying and its source after it.
    AsSaid,
    /// جاء في: a writing and أن follow.
    StatedIn,
    /// على حد قول: the same; with a pronoun (على حد قوله) the source is understood.
    Manner {
        /// Whether the pronoun is there.
        understood: bool,
    },
    /// نقل … عن: two sources, the second within the first.
    Relay,
    /// أنباء عن: no source but the word itself.
    Hearsay,
    /// RT, before the account that wrote a post.
    Repost,
    /// تردد: nobody in particular says it, unless one is named.
    Rumour,
    /// ما يسمى: before a name that the text does not make its own.
    SoCalled,
}

impl CueShape {
    /// The class of the words of that shape: what rules name as their starts.
    pub(super) fn class(self) -> Class {
        match self {
            Self::Past | Self::Present | Self::Suffixed => Class::Cue,
            Self::Relay => Class::Relay,
            Self::Participle => Class::Participle,
            Self::Noun => Class::Saying,
            Self::According | Self::AccordingTo | Self::AsSaid | Self::StatedIn | Self::Manner { .. } => {
                Class::According
            }
            Self::Hearsay | Self::Repost | Self::Rumour | Self::SoCalled => Class::Hearsay,
        }
    }
}

/// What may follow a verb of saying: a set of the names in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Takes(u32);

impl Takes {
    /// أن, إن, a colon or a quotation.
    pub const THAT: Self = Self(1);
    /// عن.
    pub const ABOUT: Self = Self(2);
    /// إلى.
    pub const TO: Self = Self(4);
    /// على.
    pub const ON: Self = Self(8);
    /// من.
    pub const FROM: Self = Self(16);
    /// ب.
    pub const BY: Self = Self(32);
    /// بأنه, after an object.
    pub const AS: Self = Self(64);
    /// A noun as its object.
    pub const OBJECT: Self = Self(128);
    /// A post or the account that it stands on.
    pub const POST: Self = Self(256);
    /// Nothing at all.
    pub const FREE: Self = Self(512);
    /// Only with a source of the lists, but for what follows أن.
    pub const KNOWN: Self = Self(1024);
    /// Only after قد.
    pub const INDEED: Self = Self(2048);

    /// Nothing but its complement: a verb of the dual or plural, whose source cannot follow it.
    pub const ALONE: Self = Self(4096);

    /// What its present may also be as a passive counts only where أن follows its source.
    pub const ACTIVE: Self = Self(8192);

    /// في.
    pub const IN: Self = Self(16384);

    /// What ب charges somebody with: without an object before it the verb is a passive.
    pub const CHARGE: Self = Self(32768);

    /// Those who are told, as its object: أبلغ المسؤول الوكالة أن.
    pub const TOLD: Self = Self(65536);

    /// بالقول, behind its source, and then what is said: ختم الوزير بالقول إن.
    pub const SAYING: Self = Self(131_072);

    /// A toll, which it changes: رفعت الوزارة الحصيلة إلى خمسة.
    pub const TOLL: Self = Self(262_144);

    const NAMES: [(&'static str, Self); 18] = [
        ("that", Self::THAT),
        ("active", Self::ACTIVE),
        ("charge", Self::CHARGE),
        ("about", Self::ABOUT),
        ("to", Self::TO),
        ("on", Self::ON),
        ("from", Self::FROM),
        ("in", Self::IN),
        ("by", Self::BY),
        ("as", Self::AS),
        ("object", Self::OBJECT),
        ("post", Self::POST),
        ("free", Self::FREE),
        ("known", Self::KNOWN),
        ("indeed", Self::INDEED),
        ("told", Self::TOLD),
        ("saying", Self::SAYING),
        ("toll", Self::TOLL),
    ];

    /// The set that a list calls `that-about-object`; none where a name is unknown.
    pub fn named(names: &str) -> Option<Self> {
        names.split('-').try_fold(Self::default(), |set, name| {
            let (_, one) = Self::NAMES.iter().find(|(known, _)| *known == name)?;
            Some(Self(set.0 | one.0))
        })
    }

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether all of `other` is in the set.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

/// A noun that stands for a source: مصادر, وزارة, بيان.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SourceNoun {
    /// Organisations and authorities: وزارة, الجيش.
    Body,
    /// Where people write: حسابه, صفحته.
    Channel,
    /// Newspapers and stations: صحيفة, موقع.
    Outlet,
    /// People: مصادر, شهود عيان, مسؤول.
    People,
    /// Capitals that stand for their states: موسكو.
    Power,
    /// What people write or publish: بيان, تقرير, تغريدة.
    Writing,
}

/// A small word that holds clauses together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Particle {
    /// عن.
    About,
    /// أيضا: it may stand between a source and what is said.
    Adverb,
    /// كما, before a verb of saying that stands behind what is said.
    As,
    /// ب, written apart.
    By,
    /// ل, written apart, or a preposition with its pronoun: له, فيه.
    For,
    /// من.
    From,
    /// في and other prepositions that open an adverbial.
    In,
    /// قد.
    Indeed,
    /// يمكن, دون: what أن after them introduces is no speech.
    Infinitive,
    /// لم.
    Not,
    /// النقاب, اسمه: the object of a verb of saying, never its source.
    Object,
    /// على.
    On,
    /// باسم: a source goes on with it.
    OnBehalf,
    /// هو, ذلك, ما: no noun phrase goes on with them.
    Pronoun,
    /// بشأن: what goes round follows it.
    Regarding,
    /// الذي.
    Relative,
    /// ذات, أحدث: before the noun of a source.
    Same,
    /// عدد, before من and those who are meant: عدد من السكان.
    Several,
    /// أن, إنه.
    That,
    /// صادر, منشق, before عن: what a source goes on with.
    TakesAbout,
    /// مكلف, before ب.
    TakesBy,
    /// مقرب, before من.
    TakesFrom,
    /// مشرف, before على.
    TakesOn,
    /// منتم, before إلى.
    TakesTo,
    /// إلى.
    To,
    /// مقتل, عدد, فرض: what is announced begins with them.
    Topic,
    /// غير, before an adjective with the letters of a participle of saying: غير مؤكدة.
    Un,
    /// كان.
    Was,
    /// طلب, before عدم and اسمه: a source that is not named.
    Withheld,
}

impl Particle {
    /// The class of its words.
    #[inline]
    pub(super) const fn class(self) -> Class {
        match self {
            Self::About => Class::About,
            _ => Class::Particle,
        }
    }
}

impl Particle {
    /// The particles by their names in the list.
    pub(in crate::lexicon) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "about" => Self::About,
            "adverb" => Self::Adverb,
            "as" => Self::As,
            "by" => Self::By,
            "for" => Self::For,
            "from" => Self::From,
            "in" => Self::In,
            "indeed" => Self::Indeed,
            "infinitive" => Self::Infinitive,
            "not" => Self::Not,
            "object" => Self::Object,
            "on" => Self::On,
            "on-behalf" => Self::OnBehalf,
            "pronoun" => Self::Pronoun,
            "regarding" => Self::Regarding,
            "relative" => Self::Relative,
            "takes-about" => Self::TakesAbout,
            "takes-by" => Self::TakesBy,
            "takes-from" => Self::TakesFrom,
            "takes-on" => Self::TakesOn,
            "takes-to" => Self::TakesTo,
            "that" => Self::That,
            "to" => Self::To,
            "topic" => Self::Topic,
            "un" => Self::Un,
            "was" => Self::Was,
            "withheld" => Self::Withheld,
            _ => return None,
        })
    }
}
