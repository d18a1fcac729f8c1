//! The noun phrase that names a source: its words, quoted names, brackets, and what stands in apposition to it.

use super::super::cursor::Cursor;
use super::complement::is_that;
use super::edge::{
    apposition, cannot_open, ends_phrase, governing, is_joined_name, is_told_of, marks_people,
};
use super::marks::name_in_marks;
use super::word::{
    BY, FOR, NAME, announces, begins, bracket, entity, follows_definite, is_abbreviation, is_body,
    is_definite_object, is_for, is_given, is_outlet, is_particle, is_people, is_power, leads_to_told, named,
    names_actor, partitive, place_end, quotation, rhymes, time,
};
use crate::fact::EntityKind;
use crate::lexicon::{Class, NamePart, Particle, Sense, SourceNoun, Title};
use crate::span::Span;
use crate::text::Kind;

/// Pieces of which a source has no more.
const PIECES: usize = 16;
/// Indefinite words that a person's name may have.
const NAMES: usize = 4;

/// How much is known of what a phrase begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    /// A word without an article that no list has.
    Bare,
    /// A word with an article, or a name in quotation marks.
    Definite,
    /// A noun for a source, a title or an entity.
    Known,
}

/// A noun phrase.
#[derive(Clone, Copy)]
pub(super) struct Phrase<'a> {
    pub first: Cursor<'a>,
    /// The place after it.
    pub end: Cursor<'a>,
    pub weight: Weight,
}

/// How a phrase ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// Where a particle or sign ends it for certain.
    Open,
    /// Also before an indefinite word that may be what is announced.
    Strict,
}

impl Phrase<'_> {
    /// The quotation of the phrase.
    pub(super) fn span(&self) -> Span {
        let page = self.first.page();
        let first = self.first.token();
        let start = if first.is_word() { self.without_joint() } else { first.span };
        Span::new(start.start, page.tokens[self.end.index() - 1].span.end)
    }
}

impl Phrase<'_> {
    /// The first word without what joins it, which no list tells of a word that it does not have: والثانية.
    fn without_joint(&self) -> Span {
        let stem = self.first.stem();
        if self.weight == Weight::Bare && self.first.numeral().is_none() {
            // A name that begins like a joint and a word: فورد, كيري.
            return self.first.token().span;
        }
        let text = self.first.page().quote(stem);
        let joined =
            !self.first.token().word().is_known() && text.starts_with([AND, SO]) && text.len() > LONG;
        if joined && self.first.is_definite() { Span::new(stem.start + 2, stem.end) } else { stem }
    }
}

/// Words of a place behind its head.
const WHERE: usize = 3;
/// Words of مصادر قريبة.
const CLOSE: usize = 2;
/// Bytes of a short word with و and its article.
pub(super) const LONG: usize = 12;

/// The phrase that starts at `first`.
pub(super) fn phrase(first: Cursor<'_>, ending: Ending) -> Option<Phrase<'_>> {
    let weight = weigh(first)?;
    let mut reader = Reader {
        first,
        ending,
        definite: false,
        people: is_people(head(first)) || marks_people(first),
        complete: false,
        names: 0,
    };
    let mut end = reader.piece(first)?;
    for _ in 0..PIECES {
        let Some(after) = end.here().and_then(|here| reader.piece(here)) else { break };
        end = after;
    }
    Some(Phrase { first, end: reader.without_tail(end), weight })
}

/// What the phrase begins with; nothing where no phrase begins.
fn weigh(first: Cursor<'_>) -> Option<Weight> {
    let first = partitive(first).and_then(Cursor::next).unwrap_or_else(|| head(first));
    let listed = || begins(first, Class::SourceNoun) || begins(first, Class::Title);
    if entity(first).is_some() || listed() || is_power(first) {
        return Some(Weight::Known);
    }
    if name_in_marks(first).is_some() || first.is_definite() {
        return Some(Weight::Definite);
    }
    match first.token().kind() {
        Kind::Arabic | Kind::Foreign => Some(Weight::Bare),
        Kind::Opaque => Some(Weight::Definite),
        _ => first.numeral().map(|_| Weight::Bare),
    }
}

/// The noun of the source, after ذات or أحدث.
fn head(first: Cursor<'_>) -> Cursor<'_> {
    let same = is_particle(first, Particle::Same);
    first
        .next()
        .filter(|noun| same && (begins(*noun, Class::SourceNoun) || begins(*noun, Class::Title)))
        .unwrap_or(first)
}

struct Reader<'a> {
    first: Cursor<'a>,
    ending: Ending,
    /// Something definite has been read.
    definite: bool,
    people: bool,
    /// A person has been named in full.
    complete: bool,
    /// Indefinite words since something definite.
    names: usize,
}

impl<'a> Reader<'a> {
    /// The place after the piece that starts at `here`; none where the phrase has ended.
    fn piece(&mut self, here: Cursor<'a>) -> Option<Cursor<'a>> {
        let is_first = here.index() == self.first.index();
        let opens = is_first || !here.token().has_proclitic();
        if let Some((kind, after)) = opens.then(|| named(here)).flatten() {
            let complete = self.complete || !is_first && is_power(self.first);
            if kind == EntityKind::Place && complete && self.ending == Ending::Strict {
                return None;
            }
            let apart = kind == EntityKind::Actor && follows_definite(here) && !here.token().has_proclitic();
            if apart && self.ending == Ending::Strict && !is_first {
                return None;
            }
            self.definite = true;
            if kind == EntityKind::Person {
                (self.complete, self.people) = (true, false);
            }
            return Some(after);
        }
        if is_first && let Some(from) = partitive(here) {
            return Some(from.after());
        }
        match here.token().kind() {
            Kind::Sign('(') => bracket(here).filter(|_| !is_first),
            Kind::Sign('،' | ',') => apposition(here),
            Kind::Sign('.') => is_abbreviation(here).then(|| here.after()),
            Kind::Sign(_) => {
                let after = name_in_marks(here).or_else(|| self.name_at_end(here))?;
                if self.ending == Ending::Strict && is_told_of(here, after) {
                    return None;
                }
                self.definite = !is_first || !marks_people(here);
                Some(after)
            }
            Kind::Opaque => Some(here.after()),
            Kind::Digits => (is_first && here.numeral().is_some()).then(|| here.after()),
            Kind::Arabic | Kind::Foreign => self.word(here, is_first),
        }
    }

    fn word(&mut self, here: Cursor<'a>, is_first: bool) -> Option<Cursor<'a>> {
        if is_first {
            if cannot_open(here) {
                return None;
            }
        } else {
            if let Some(after) = self.beyond(here) {
                return Some(after);
            }
            let is_object = || self.ending == Ending::Strict && is_definite_object(here, self.complete);
            if ends_phrase(here) || self.leads_away(here) || is_object() {
                return None;
            }
        }
        let is_definite = here.is_definite();
        if is_definite && !self.definite && self.ending == Ending::Strict && self.agrees(here) {
            return None;
        }
        if is_definite || self.first.page().entities.is_empty() && here.token().kind() == Kind::Foreign {
            self.definite = true;
            self.names = 0;
            return Some(here.after());
        }
        let names_source = |at: Cursor<'a>| begins(at, Class::SourceNoun) && !self.definite;
        if !is_first && self.ending == Ending::Strict && announces(here) && !names_source(here) {
            return None;
        }
        if self.definite && self.ending == Ending::Strict {
            self.names += 1;
            let whose = here.token().has_preposition() && self.is_writing();
            let is_name = self.people && self.names <= NAMES || whose;
            return is_name.then(|| here.after());
        }
        Some(here.after())
    }

    /// The place after a word with which the phrase goes on, whatever else the word may be.
    fn beyond(&self, here: Cursor<'a>) -> Option<Cursor<'a>> {
        if let Some(after) = self.place_of(here) {
            return Some(after);
        }
        if let Some(after) = governing(here) {
            return Some(after);
        }
        let goes_on = self.definite && is_joined_name(here)
            || is_for(here) && here.next().is_some_and(names_actor)
            || self.is_surname(here)
            || self.goes_on_to_name(here);
        goes_on.then(|| here.after())
    }

    /// A second name that reads like a word of another kind: أحمد علي, جواد بشارات.
    fn is_surname(&self, here: Cursor<'a>) -> bool {
        let typed_on = is_particle(here, Particle::On) && !here.token().ends_in_maqsura();
        let led = here.token().has_proclitic() && !here.token().has_conjunction() && !here.is_definite();
        if !typed_on && !led {
            return false;
        }
        let ranks = |before: Cursor<'a>| {
            is_given(before)
                || begins(before, Class::Title)
                || before.means(Sense::NamePart(NamePart::Opening))
        };
        let named = here.previous().filter(|before| ranks(*before));
        let given = named.or_else(|| here.next().filter(|next| self.people && is_given(*next)));
        let Some(given) = given else { return false };
        let ends = || here.next().is_some_and(|next| is_that(next) || next.is_sign(':') || next.is_sign('،'));
        typed_on || led && ends() && named.is_some() && given.index() > self.first.index()
    }

    /// قائد العمليات في بابل اللواء: where somebody is, before who it is.
    fn goes_on_to_name(&self, here: Cursor<'a>) -> bool {
        let inside = self.people && is_particle(here, Particle::In);
        let at = self.people && here.page().quote(here.token().span).starts_with(BY);
        let Some(place) = here.next().filter(|_| inside).or_else(|| at.then_some(here)) else { return false };
        let body = || (inside && is_body(place)).then(|| place.after());
        let Some(after) = place_end(place).or_else(body) else { return false };
        let mut places = std::iter::successors(after.here(), |at| at.next()).take(WHERE);
        let role = |sense| (sense == Sense::Title(Title::Role)).then_some(());
        let names = |who: &Cursor<'a>| {
            let person = entity(*who).is_some_and(|(kind, _)| kind == EntityKind::Person);
            let title = begins(*who, Class::Title)
                && (self.ending == Ending::Open || who.sense(Class::Title, role).is_none());
            title || is_given(*who) || person
        };
        let plain = |who: &Cursor<'a>| who.token().is_word() && !ends_phrase(*who);
        places.find(|who| names(who) || !plain(who)).is_some_and(|who| names(&who))
    }

    /// An indefinite noun with its adjective (جماعة مجهولة), after which a definite word is another part of the clause.
    fn agrees(&self, here: Cursor<'a>) -> bool {
        let page = here.page();
        let is_feminine = |at: usize| page.quote(page.tokens[at].span).ends_with(TA);
        let Some(adjective) = here.index().checked_sub(1).filter(|at| *at > self.first.index()) else {
            return false;
        };
        is_feminine(adjective)
            && (self.first.index()..adjective).all(is_feminine)
            && !begins(Cursor::new(page, adjective), Class::SourceNoun)
    }

    /// A name in quotation marks after a noun that it names, though nothing follows: وكالة «رويترز».
    fn name_at_end(&self, here: Cursor<'a>) -> Option<Cursor<'a>> {
        let before =
            here.previous().filter(|before| here.index() > self.first.index() && before.token().is_word())?;
        let head = begins(before, Class::SourceNoun) || begins(before, Class::NameHead);
        let (_, after) =
            quotation(here).filter(|_| head && !here.page().tokens[here.index() - 1].is_sign(':'))?;
        (after.index() <= here.index() + 2 + NAME).then_some(after)
    }

    /// Where an indefinite source is: مصدر في الشرطة.
    fn place_of(&self, here: Cursor<'a>) -> Option<Cursor<'a>> {
        let next = here.next().filter(|_| self.people && !self.definite)?;
        if !here.is(Class::In) && !self.is_of(here, next) {
            return None;
        }
        let about = |sense| {
            matches!(sense, Sense::SourceNoun(SourceNoun::Writing | SourceNoun::Channel)).then_some(())
        };
        let is_place = named(next).is_some()
            || name_in_marks(next).is_some()
            || next.is_definite()
            || begins(next, Class::SourceNoun);
        (is_place && next.sense(Class::SourceNoun, about).is_none() && time(next).is_none())
            .then(|| here.after())
    }

    /// مصدر من المقاومة: whose an indefinite source is.
    fn is_of(&self, here: Cursor<'a>, next: Cursor<'a>) -> bool {
        let words = here.index() - self.first.index();
        let body = is_body(next)
            || entity(next).is_some_and(|(kind, _)| kind != EntityKind::Person || words == CLOSE);
        words <= CLOSE && is_particle(here, Particle::From) && body
    }

    /// A preposition written on the word: of ل only before the article (الهيئة المستقلة للانتخابات), and not before those
    /// who are told.
    fn leads_away(&self, here: Cursor<'a>) -> bool {
        let token = here.token();
        if token.has_conjunction() {
            return !Self::joins(here);
        }
        if is_particle(here, Particle::OnBehalf) {
            return false;
        }
        let lead = here.page().quote(token.span);
        if self.definite && !token.has_proclitic() && leads_to_told(lead) && !token.word().is_known() {
            return true;
        }
        if token.has_proclitic() {
            let actor = || entity(here).is_some_and(|(kind, _)| kind != EntityKind::Person);
            let at_body = self.people && (is_body(here) || actor());
            if lead.starts_with(FOR) && self.is_writing() && (is_body(here) || here.is(Class::NameHead)) {
                return false;
            }
            let is_told = is_outlet(here) && !self.is_by_writing(here);
            return lead.starts_with(BY) && !at_body || lead.starts_with(FOR) && is_told;
        }
        if self.ending == Ending::Strict && self.is_no_adjective(here) {
            return true;
        }
        let joined =
            lead.starts_with(AND) && self.definite && !token.word().is_known() && !here.is_definite();
        joined
            || lead.starts_with(BY) && here.is_definite()
            || token.ends_in_tatweel()
            || token.has_tanwin() && !self.first.token().has_tanwin()
    }

    /// منشور لصفحة: of a writing ل tells whose it is.
    fn is_by_writing(&self, here: Cursor<'a>) -> bool {
        here.index() == self.first.index() + 1 && self.is_writing()
    }

    fn is_writing(&self) -> bool {
        let is_writing = |sense| (sense == Sense::SourceNoun(SourceNoun::Writing)).then_some(());
        head(self.first).sense(Class::SourceNoun, is_writing).is_some()
    }

    /// الحكومة المتمردين: a definite word that does not agree with the feminine before it is no adjective of it.
    fn is_no_adjective(&self, here: Cursor<'a>) -> bool {
        let quote = |at: usize| here.page().quote(here.page().tokens[at].span);
        let feminine = |at: usize| quote(at).ends_with(TA) && Cursor::new(here.page(), at).is_definite();
        !self.people
            && here.is_definite()
            && !quote(here.index()).ends_with([TA, ALEF, MAQSURA])
            && (self.first.index()..here.index()).all(feminine)
    }

    /// Another source that و joins to this one.
    fn joins(here: Cursor<'a>) -> bool {
        let token = here.token();
        token.has_article()
            || begins(here, Class::SourceNoun)
            || named(here).is_some()
            || here.previous().is_some_and(|before| rhymes(before, here))
    }

    /// A phrase does not end in a preposition.
    fn without_tail(&self, end: Cursor<'a>) -> Cursor<'a> {
        let mut at = end.index();
        while at > self.first.index() + 1 {
            let last = Cursor::new(end.page(), at - 1);
            let hangs = is_particle(last, [Particle::About, Particle::From, Particle::In, Particle::To])
                || is_particle(last, Particle::On) && last.token().ends_in_maqsura();
            if !hangs && !last.is_sign('،') {
                break;
            }
            at -= 1;
        }
        Cursor::new(end.page(), at)
    }
}

/// The letters of the conjunctions.
pub(super) const AND: char = '\u{648}';
const SO: char = '\u{641}';
/// Endings of the feminine besides ta marbuta: العليا, الكبرى.
pub(super) const ALEF: char = '\u{627}';
const MAQSURA: char = '\u{649}';
/// Ta marbuta.
const TA: char = '\u{629}';
