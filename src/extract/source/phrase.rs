//! The noun phrase that names a source: its words, quoted names, brackets, and what stands in apposition to it.

use super::super::cursor::Cursor;
use super::complement::complement;
use crate::fact::{EntityKind, NounClass};
use crate::lexicon::{Class, NameHead, Particle, Sense, SourceNoun, Takes};
use crate::span::Span;
use crate::text::{Kind, carried_on};

/// Pieces of which a source has no more.
const PIECES: usize = 16;
/// Words of a name between quotation marks.
const NAME: usize = 4;
/// Words of the longest name of an institution in quotation marks.
const TITLE: usize = 8;
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
        let start = if first.is_word() { first.stem() } else { first.span };
        start.to(page.tokens[self.end.index() - 1].span)
    }
}

/// The phrase that starts at `first`.
pub(super) fn phrase(first: Cursor<'_>, ending: Ending) -> Option<Phrase<'_>> {
    let weight = weigh(first)?;
    let mut reader =
        Reader { first, ending, definite: false, people: is_people(first), complete: false, names: 0 };
    let mut end = reader.piece(first)?;
    for _ in 0..PIECES {
        let Some(after) = end.here().and_then(|here| reader.piece(here)) else { break };
        end = after;
    }
    Some(Phrase { first, end: reader.without_tail(end), weight })
}

/// What the phrase begins with; nothing where no phrase begins.
fn weigh(first: Cursor<'_>) -> Option<Weight> {
    if entity(first).is_some() || begins(first, Class::SourceNoun) || begins(first, Class::Title) {
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

fn is_people(first: Cursor<'_>) -> bool {
    let people =
        |sense| matches!(sense, Sense::SourceNoun(SourceNoun::People) | Sense::Title(_)).then_some(());
    first.sense(people).is_some() || entity(first).is_some_and(|(kind, _)| kind == EntityKind::Person)
}

/// Whether a word or phrase of that class begins here, not only a word that opens such a phrase.
pub(super) fn begins(here: Cursor<'_>, class: Class) -> bool {
    here.is(class) && here.term(class).is_some()
}

/// The entity that starts here, but for a place, and the place after it.
fn entity(here: Cursor<'_>) -> Option<(EntityKind, Cursor<'_>)> {
    named(here).filter(|(kind, _)| *kind != EntityKind::Place)
}

/// The entity that starts here, and the place after it.
fn named(here: Cursor<'_>) -> Option<(EntityKind, Cursor<'_>)> {
    let entities = &here.page().entities;
    let index = entities.binary_search_by_key(&(here.index() as u32), |found| found.start).ok()?;
    let found = &entities[index];
    let after = Cursor::new(here.page(), found.end as usize);
    Some((found.value.kind, after))
}

/// The place after the time that starts here.
pub(super) fn time(here: Cursor<'_>) -> Option<Cursor<'_>> {
    let times = &here.page().times;
    let index = times.binary_search_by_key(&(here.index() as u32), |found| found.start).ok()?;
    Some(Cursor::new(here.page(), times[index].end as usize))
}

/// Whether the word here is one of those particles.
pub(super) fn is_particle(here: Cursor<'_>, wanted: impl Fn(Particle) -> bool) -> bool {
    let of = |sense| matches!(sense, Sense::Particle(p) if wanted(p)).then_some(());
    let token = here.page().tokens.get(here.index());
    token.is_some_and(|t| !t.has_article()) && here.is(Class::Particle) && here.sense(of).is_some()
}

/// The quotation that opens here, and the place after its closing mark.
pub(super) fn quotation(here: Cursor<'_>) -> Option<(Span, Cursor<'_>)> {
    let Kind::Sign(_) = here.token().kind() else { return None };
    let page = here.page();
    let start = here.token().span.end;
    let index = page.quotations.binary_search_by_key(&start, |q| q.span.start).ok()?;
    let found = page.quotations[index];
    let (span, closed) = match carried_on(&page.tokens, found) {
        Some(span) => (span, true),
        None => (found.span, found.closed),
    };
    let close = page.tokens.partition_point(|token| token.span.start < span.end);
    Some((span, Cursor::new(page, close + usize::from(closed))))
}

/// A name between quotation marks: a few words, and the sentence goes on after them.
fn name_in_marks(here: Cursor<'_>) -> Option<Cursor<'_>> {
    let (_, after) = quotation(here)?;
    let words = after.index().saturating_sub(here.index() + 2);
    if (NAME + 1..=TITLE).contains(&words) {
        // A longer name counts where أن follows, so that it cannot be what is said.
        let next = after.here()?;
        let found = complement(next, Takes::THAT).filter(|_| quotation(next).is_none())?;
        return (found.is_certain && !found.is_quotation).then_some(after);
    }
    let goes_on =
        after.here().is_some_and(|next| !matches!(next.token().kind(), Kind::Sign('.' | '…' | '!' | '؟')));
    ((1..=NAME).contains(&words) && goes_on).then_some(after)
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
        if let Some((kind, after)) = named(here).filter(|_| is_first || !here.token().has_proclitic()) {
            if kind == EntityKind::Place && self.complete && self.ending == Ending::Strict {
                return None;
            }
            if is_apart(here) && self.ending == Ending::Strict && !is_first && kind == EntityKind::Actor {
                return None;
            }
            self.definite = true;
            if kind == EntityKind::Person {
                (self.complete, self.people) = (true, false);
            }
            return Some(after);
        }
        match here.token().kind() {
            Kind::Sign('(') => bracket(here).filter(|_| !is_first),
            Kind::Sign('،' | ',') => apposition(here),
            Kind::Sign('.') => is_abbreviation(here).then(|| here.after()),
            Kind::Sign(_) => {
                name_in_marks(here).or_else(|| self.name_at_end(here)).inspect(|_| self.definite = true)
            }
            Kind::Opaque => Some(here.after()),
            Kind::Digits => (is_first && here.numeral().is_some()).then(|| here.after()),
            Kind::Arabic | Kind::Foreign => self.word(here, is_first),
        }
    }

    fn word(&mut self, here: Cursor<'a>, is_first: bool) -> Option<Cursor<'a>> {
        if let Some(after) = self.place_of(here).filter(|_| !is_first) {
            return Some(after);
        }
        if !is_first && is_for(here) && here.next().is_some_and(names_actor) {
            return Some(here.after());
        }
        if !is_first && (ends_phrase(here) || self.leads_away(here)) || is_first && cannot_open(here) {
            return None;
        }
        if !is_first && self.ending == Ending::Strict && is_definite_object(here) {
            return None;
        }
        if here.is_definite() && !self.definite && self.ending == Ending::Strict && self.agrees(here) {
            return None;
        }
        if here.is_definite() || self.first.page().entities.is_empty() && here.token().kind() == Kind::Foreign
        {
            self.definite = true;
            self.names = 0;
            return Some(here.after());
        }
        if !is_first && self.ending == Ending::Strict && announces(here) {
            return None;
        }
        if self.definite && self.ending == Ending::Strict {
            self.names += 1;
            let is_name = self.people && self.names <= NAMES;
            return is_name.then(|| here.after());
        }
        Some(here.after())
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
        (is_place && next.sense(about).is_none() && time(next).is_none()).then(|| here.after())
    }

    /// مصدر من المقاومة: whose an indefinite source is.
    fn is_of(&self, here: Cursor<'a>, next: Cursor<'a>) -> bool {
        let body = is_body(next) || entity(next).is_some_and(|(kind, _)| kind != EntityKind::Person);
        here.index() == self.first.index() + 1 && is_particle(here, |p| p == Particle::From) && body
    }

    /// A preposition written on the word: of ل only before the article (الهيئة المستقلة للانتخابات), and not before those
    /// who are told.
    fn leads_away(&self, here: Cursor<'a>) -> bool {
        let token = here.token();
        if token.has_conjunction() {
            return !Self::joins(here);
        }
        if is_particle(here, |p| p == Particle::OnBehalf) {
            return false;
        }
        let lead = here.page().quote(token.span);
        if token.has_proclitic() {
            let at_body = self.people && is_body(here);
            return lead.starts_with(BY) && !at_body || lead.starts_with(FOR) && is_outlet(here);
        }
        if self.ending == Ending::Strict && self.is_no_adjective(here) {
            return true;
        }
        let joined =
            lead.starts_with(AND) && self.definite && !token.word().is_known() && !here.is_definite();
        joined || lead.starts_with(BY) && here.is_definite() || token.ends_in_tatweel() || token.has_tanwin()
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
        token.has_article() || begins(here, Class::SourceNoun) || entity(here).is_some()
    }

    /// A phrase does not end in a preposition.
    fn without_tail(&self, end: Cursor<'a>) -> Cursor<'a> {
        let mut at = end.index();
        while at > self.first.index() + 1 {
            let last = Cursor::new(end.page(), at - 1);
            let hangs = is_particle(last, |p| matches!(p, Particle::In | Particle::From));
            if !hangs && !last.is_sign('،') {
                break;
            }
            at -= 1;
        }
        Cursor::new(end.page(), at)
    }
}

/// The letters of the prepositions that are written on a word.
const BY: char = '\u{628}';
const FOR: char = '\u{644}';
/// The letter of the conjunction.
const AND: char = '\u{648}';
/// Endings of the feminine besides ta marbuta: العليا, الكبرى.
const ALEF: char = '\u{627}';
const MAQSURA: char = '\u{649}';
/// Ta marbuta.
const TA: char = '\u{629}';

/// Whether the word here may stand for what is announced rather than for who announces it.
pub(super) fn announces(here: Cursor<'_>) -> bool {
    let is_event = begins(here, Class::Trigger) && !begins(here, Class::SourceNoun) && !here.is_definite();
    is_particle(here, |p| p == Particle::Topic) || is_event
}

/// Whether ب or ل is written on the word here, so far as that can be told.
pub(super) fn leads_with(here: Cursor<'_>) -> bool {
    let token = here.token();
    if token.has_proclitic() {
        let lead = Span::new(token.span.start, token.stem().start);
        return here.page().quote(lead).contains([BY, FOR]);
    }
    let text = here.page().quote(token.span);
    text.starts_with([BY, FOR]) && (here.is_definite() || token.ends_in_tatweel())
}

/// Whether a word that no list has may begin with ب as a preposition.
pub(super) fn may_lead_with_by(here: Cursor<'_>) -> bool {
    !here.token().word().is_known()
        && entity(here).is_none()
        && here.page().quote(here.token().span).starts_with(BY)
}

/// What a verb of saying has as its object and never as its source: النقاب, التهمة.
fn is_object(here: Cursor<'_>) -> bool {
    let object = |sense| (sense == Sense::Particle(Particle::Object)).then_some(());
    here.is(Class::Particle) && here.sense(object).is_some()
}

/// الحكومة الحوثيين: an actor with its article after a source that is complete is another part of the clause.
fn is_apart(here: Cursor<'_>) -> bool {
    let after_definite =
        here.previous().is_some_and(|before| before.token().is_word() && before.is_definite());
    here.has_article() && after_definite
}

/// الهجوم after a source that is complete: an event, a body or another object of the verb, with its article.
fn is_definite_object(here: Cursor<'_>) -> bool {
    let event = |sense: Sense| sense.noun().filter(|noun| noun.class == NounClass::Event).map(|_| ());
    let is_event = || begins(here, Class::Trigger) || here.sense(event).is_some();
    is_apart(here) && (is_object(here) || is_body(here) || is_event())
}

/// Words that no phrase goes on over.
fn ends_phrase(here: Cursor<'_>) -> bool {
    let ends = |p: Particle| !matches!(p, Particle::Topic | Particle::Infinitive | Particle::OnBehalf);
    let is_short = here.next().is_some_and(|dot| dot.is_sign('.') && is_abbreviation(dot));
    let is_alone = here.token().kind() == Kind::Arabic && here.token().span.len() <= 2 && !is_short;
    super::draft::cue(here, |_| true).is_some()
        || is_particle(here, ends)
        || begins(here, Class::Clause)
        || time(here).is_some()
        || here.numeral().is_some_and(|(found, _)| found.value.rank != crate::fact::Rank::Ordinal)
        || is_alone
}

/// Words that no phrase begins with.
fn cannot_open(here: Cursor<'_>) -> bool {
    let opens = entity(here).is_some() || begins(here, Class::SourceNoun);
    time(here).is_some()
        || !opens
            && (ends_phrase(here) && here.numeral().is_none()
                || is_particle(here, |p| p == Particle::Topic)
                || is_object(here))
}

/// An actor's name, perhaps between quotation marks: المركز الإعلامي لـ«قسد».
fn names_actor(next: Cursor<'_>) -> bool {
    let inner = if next.token().is_word() { Some(next) } else { next.next() };
    inner.and_then(entity).is_some_and(|(kind, _)| kind == EntityKind::Actor)
}

fn is_for(here: Cursor<'_>) -> bool {
    here.token().ends_in_tatweel() && is_particle(here, |p| p == Particle::For)
}

fn is_body(here: Cursor<'_>) -> bool {
    here.sense(|sense| (sense == Sense::SourceNoun(SourceNoun::Body)).then_some(())).is_some()
}

fn is_outlet(here: Cursor<'_>) -> bool {
    let outlet = |sense| {
        matches!(
            sense,
            Sense::SourceNoun(SourceNoun::Outlet | SourceNoun::People | SourceNoun::Channel)
                | Sense::NameHead(NameHead { kind: EntityKind::Outlet, .. })
        )
        .then_some(())
    };
    here.sense(outlet).is_some() || entity(here).is_some_and(|(kind, _)| kind == EntityKind::Outlet)
}

/// The place after brackets around a few words.
fn bracket(open: Cursor<'_>) -> Option<Cursor<'_>> {
    let places = std::iter::successors(open.next(), |place| place.next());
    places.take(NAME + 3).find(|place| place.is_sign(')')).map(Cursor::after)
}

/// A comma, where a title goes on with who the source is: المتحدث باسم الجيش، العقيد.
fn apposition(comma: Cursor<'_>) -> Option<Cursor<'_>> {
    let next = comma.next()?;
    let is_title = begins(next, Class::Title) || is_people(next);
    let person = entity(next).is_some_and(|(kind, _)| kind == EntityKind::Person);
    ((is_title || person) && !next.token().has_conjunction()).then(|| comma.after())
}

/// د. before a name.
fn is_abbreviation(dot: Cursor<'_>) -> bool {
    let before = dot.previous();
    !dot.token().after_space()
        && before.is_some_and(|word| word.token().is_word() && word.token().span.len() <= 2)
}
