//! `entity/person`: a person's name after a title or role.

use super::listing::is_quote;
use super::unlisted::id;
use crate::extract::cursor::Cursor;
use crate::extract::page::Page;
use crate::extract::rule::{Found, Match, Rule, scan};
use crate::extract::starts::Reader;
use crate::fact::{Entity, EntityKind};
use crate::lexicon::{Class, ClassSet, Functions, NamePart, Sense, Title};
use crate::text::{Kind, ends_in_pronoun, opens_like_verb, opens_with_article, proclitics};

pub(super) const RULE: Rule<Entity> = Rule {
    name: "entity/person",
    starts: ClassSet::of(&[Class::Title]),
    takes: &[
        "قائد “قوات سوريا الديموقراطية” (‹مظلوم عبدي›) عن",
        "وكتب الصحافي “‹سامر الأحمد›” الذي",
        "رئيس الهيئة ‹منير الكافي›، في ندوة",
        "المتحدث باسم الجيش، العقيد ‹حامد الطيب›، قوات",
        "رئيس المحكمة القاضي ‹وليد الشامي› إن الحكم",
        "المحامي ‹جاد رزق›، إن",
        "رئيس الوزراء العراقي ‹محمد شياع السوداني› أمس",
        "الرئيس الأميركي ‹دونالد ترامب› يزور",
        "وزير خارجية فرنسا ‹جان إيف لودريان› أعلن",
        "الرئيس ‹عبد الفتاح البرهان› قال",
        "أوضح المهندس ‹جديع القحطاني› أمس",
        "الشهيد ‹سامي الحربي›، عقب",
        "الشيخ ‹محمد بن زايد آل نهيان› ولي عهد",
        "قدمها الدكتور ‹سعد بن عبدالله الصالح›، من",
    ],
    leaves: &[
        "رئيس مجلس إدارة شركة",
        "الرئيس الفرنسي يزور بيروت",
        "وزير الخارجية قال",
        "مدير المركز الصحي في المدينة",
        "قائد عسكري كبير على الأرض",
        "جامعة الملك سعود الإسلامية",
        "عبد الملك بن مروان",
        "القائد الذي تحدث عن أوضاعهم",
    ],
    find,
};

/// Tokens between a title and the name at most.
const GAP: usize = 9;
/// Words of a name at most.
const WORDS: usize = 4;

/// The persons of the page, in order, each at the place of the name; `names` are the other entities.
pub(super) fn read(page: &Page<'_>, names: &[Found<Entity>]) -> Vec<Found<Entity>> {
    let mut found: Vec<Found<Entity>> = Vec::new();
    scan(std::slice::from_ref(&RULE), Reader::Persons, page.places_of(Reader::Persons), |person| {
        let start = page.tokens.partition_point(|token| token.span.end <= person.span.start) as u32;
        found.push(Found { start, ..person });
    });
    found.retain(|person| !is_listed(names, person));
    found
}

/// Whether a name of a list is all of it.
fn is_listed(names: &[Found<Entity>], person: &Found<Entity>) -> bool {
    let at = names.partition_point(|name| name.span.end <= person.span.start);
    names.get(at).is_some_and(|name| name.span.start <= person.span.start && name.span.end >= person.span.end)
}

/// person ::= title (title | office | place | the-word)* [mark] name
fn find(at: Cursor<'_>) -> Option<Match<Entity>> {
    let (Sense::Title(title), end) = at.term(Class::Title)? else { return None };
    if at.previous().is_some_and(names_after) {
        return None;
    }
    let mut chain = Chain::after(title, at);
    let mut place = end.here()?;
    for _ in 0..GAP {
        if let Some(name) = chain.name(place) {
            return Some(name);
        }
        place = chain.step(place)?.here()?;
    }
    None
}

/// What stands between a title and the name.
struct Chain {
    /// Whether nothing can be a genitive of the title any more, so that a word without an article begins a name.
    closed: bool,
    /// Whether a form of address, a rank or the adjective of a country was the last word: أوضح المهندس فلان.
    direct: bool,
}

/// Whether what stands here is named after who follows: جامعة الملك سعود. عبد before a title makes a name of it.
fn names_after(before: Cursor<'_>) -> bool {
    matches!(part(before), Some(NamePart::Namesake | NamePart::Opening)) && !before.is_definite()
}

impl Chain {
    fn after(title: Title, at: Cursor<'_>) -> Self {
        let role = title == Title::Role;
        Self { closed: !role || at.is_definite(), direct: !role }
    }

    /// The name here, if one begins: a given name and another word, or what can be nothing else.
    fn name(&self, at: Cursor<'_>) -> Option<Match<Entity>> {
        let opens = is_quote(at) || at.is_sign('(') || at.is_sign('[');
        if opens {
            return enclosed(at.next()?);
        }
        let name = Name::of(at).filter(|name| name.words > 1)?;
        let sure = name.given || self.closed && (self.direct || name.family);
        sure.then(|| name.whole(at))
    }

    /// The place after what may stand before the name.
    fn step<'a>(&mut self, at: Cursor<'a>) -> Option<Cursor<'a>> {
        if let Some((Sense::Title(title), end)) = at.term(Class::Title) {
            *self = Self::after(title, at);
            return Some(end);
        }
        self.direct = at.is(Class::Demonym) && at.is_definite();
        if let Some(listing) = super::listing::listing(at) {
            self.closed = true;
            return Some(listing.end);
        }
        let token = at.token();
        if token.kind() == Kind::Sign('،') || is_quote(at) {
            self.closed = false;
            return Some(at.after());
        }
        if token.kind() != Kind::Arabic || part(at) == Some(NamePart::Never) || is_of_clause(at) {
            return None;
        }
        self.closed = at.is_definite();
        Some(at.after())
    }
}

/// Whether the word tells that the clause goes on: a verb of saying, an event, a time.
fn is_of_clause(at: Cursor<'_>) -> bool {
    const CLAUSE: ClassSet = ClassSet::CUES.with(ClassSet::TRIGGERS).with(ClassSet::of(&[
        Class::Mood,
        Class::Clause,
        Class::Deixis,
        Class::Weekday,
        Class::Hedge,
        Class::In,
        Class::Of,
        Class::To,
    ]));
    at.classes().meets(CLAUSE) && !at.is_definite()
}

/// A name between marks: two to four words, and nothing else.
fn enclosed(first: Cursor<'_>) -> Option<Match<Entity>> {
    let name = Name::of(first).filter(|name| name.words > 1)?;
    let close = name.end.here()?;
    let closes = is_quote(close) || close.is_sign(')') || close.is_sign(']');
    closes.then(|| name.whole(first))
}

/// A run of words that may be a person's name.
struct Name<'a> {
    words: usize,
    /// Whether it begins with a given name.
    given: bool,
    /// Whether it ends in a definite word: المقداد.
    family: bool,
    end: Cursor<'a>,
}

impl<'a> Name<'a> {
    fn of(first: Cursor<'a>) -> Option<Self> {
        if first.token().has_proclitic() || first.is(Class::Title) {
            return None;
        }
        let given = is_given(first);
        if !given && (!is_fresh(first) || is_joined(first)) {
            return None;
        }
        let mut name = Self { words: 0, given, family: false, end: first };
        let mut last_given = true;
        while name.words < WORDS
            && let Some(place) =
                name.end.here().filter(|place| name.words == 0 || name.goes_on(*place, last_given))
        {
            name.words += 1;
            let last = past_openings(place);
            last_given = is_given(last);
            name.end = last.after();
            name.family = place.is_definite() && !last_given;
            if name.family {
                break;
            }
        }
        Some(name)
    }

    /// Whether the word here goes on with the name: a given name, a definite one, or one other word.
    fn goes_on(&self, at: Cursor<'_>, after_given: bool) -> bool {
        let token = at.token();
        if token.kind() != Kind::Arabic || token.has_proclitic() || at.is(Class::Title) {
            return false;
        }
        let family = is_family(at) || is_fresh(at) && self.words < WORDS - 1;
        is_given(at) || part(at) == Some(NamePart::Link) || (self.words == 1 || after_given) && family
    }

    fn whole(&self, first: Cursor<'a>) -> Match<Entity> {
        let found = Match::between(first, self.end, ());
        let id = id("per", first.page().quote(found.span));
        let value = Entity { id: id.into(), kind: EntityKind::Person, place: None };
        Match { value, span: found.span, end: found.end }
    }
}

/// The last word of بن سلمان, أبو الغيط, عبد الله.
fn past_openings(at: Cursor<'_>) -> Cursor<'_> {
    let mut place = at;
    for _ in 0..2 {
        match place.next() {
            Some(next) if opens(place) && is_completion(next) => place = next,
            _ => break,
        }
    }
    place
}

fn opens(at: Cursor<'_>) -> bool {
    matches!(part(at), Some(NamePart::Opening | NamePart::Link))
}

fn is_completion(at: Cursor<'_>) -> bool {
    at.token().kind() == Kind::Arabic && !matches!(part(at), Some(NamePart::Never | NamePart::Office))
}

/// What the word here is to a name.
fn part(at: Cursor<'_>) -> Option<NamePart> {
    const PARTS: [NamePart; 5] =
        [NamePart::Namesake, NamePart::Office, NamePart::Opening, NamePart::Link, NamePart::Given];
    if !at.is(Class::NamePart) {
        return None;
    }
    let functions = at.functions();
    let of = |part: NamePart| functions.meets(Functions::of(Sense::NamePart(part)));
    // على is not علي, though many type the one for the other.
    if of(NamePart::Never)
        && !at.token().has_article()
        && (!of(NamePart::Given) || at.token().ends_in_maqsura())
    {
        return Some(NamePart::Never);
    }
    PARTS.into_iter().find(|part| of(*part))
}

/// A given name, or what opens one; على is not علي.
fn is_given(at: Cursor<'_>) -> bool {
    let token = at.token();
    let named = matches!(part(at), Some(NamePart::Given | NamePart::Opening));
    named && !token.has_article() && !token.ends_in_maqsura()
}

/// A word that no list has and that is neither definite nor shaped like a verb.
pub(super) fn is_fresh(at: Cursor<'_>) -> bool {
    let token = at.token();
    let unknown = token.kind() == Kind::Arabic && !token.word().is_known() && !token.has_tanwin();
    let word = at.page().quote(token.span);
    unknown && !at.is_definite() && !opens_like_verb(word) && !ends_in_pronoun(word)
}

/// Whether a word that no list has begins as one with a preposition does: القاضي بإلزام الشركة.
fn is_joined(at: Cursor<'_>) -> bool {
    proclitics(at.page().quote(at.token().span)).nth(1).is_some()
}

/// A definite word that no list has, or that is a noun, a given name or the adjective of a country: الكافي, الأحمد,
/// السوداني.
fn is_family(at: Cursor<'_>) -> bool {
    const NO_NAMES: ClassSet = ClassSet::CUES.with(ClassSet::TRIGGERS).with(ClassSet::of(&[
        Class::Cardinal,
        Class::Deixis,
        Class::Mood,
        Class::Name,
        Class::Ordinal,
        Class::Step,
        Class::TimeUnit,
        Class::Title,
        Class::Weekday,
    ]));
    if !opens_with_article(at.page().quote(at.token().span)) {
        return false;
    }
    match part(at) {
        Some(part) => part == NamePart::Given,
        None => at.is(Class::Demonym) || !at.classes().meets(NO_NAMES),
    }
}
