//! What a word or sign is by itself, so far as sources ask: a particle, an entity, a time, a quotation.

use super::super::cursor::Cursor;
use crate::fact::{EntityKind, NounClass};
use crate::lexicon::{Class, ClassSet, Functions, NameHead, NamePart, Particle, Sense, SourceNoun};
use crate::span::Span;
use crate::text::{Kind, carried_on};

/// Words of a name between quotation marks.
pub(super) const NAME: usize = 4;
/// The letters of the prepositions that are written on a word.
pub(super) const BY: char = '\u{628}';
const AND: char = '\u{648}';
pub(super) const FOR: char = '\u{644}';

/// Whether a word or phrase of that class, or of one of those, begins here, not only a word that opens such a phrase.
pub(super) fn begins(here: Cursor<'_>, classes: impl Into<ClassSet>) -> bool {
    let classes = classes.into();
    here.classes().meets(classes) && (!here.opens_phrase() || here.term(classes).is_some())
}

/// The entity that starts here, but for a place, and the place after it.
pub(super) fn entity(here: Cursor<'_>) -> Option<(EntityKind, Cursor<'_>)> {
    named(here).filter(|(kind, _)| *kind != EntityKind::Place)
}

/// The entity that starts here, and the place after it.
pub(super) fn named(here: Cursor<'_>) -> Option<(EntityKind, Cursor<'_>)> {
    let found = here.page().entity_at(here.index())?;
    Some((found.value.kind, closed(here, found.end as usize)))
}

/// The place after a name, and after the mark that closes what was opened in it: صحيفة «ميزان».
fn closed(here: Cursor<'_>, end: usize) -> Cursor<'_> {
    let inner = (here.index() + 1..end).map(|at| Cursor::new(here.page(), at));
    let mut marks = inner.filter_map(quotation).map(|(_, after)| after);
    marks.find(|after| (end..=end + NAME).contains(&after.index())).unwrap_or(Cursor::new(here.page(), end))
}

/// Whether a clock time is all that stands before in its line: (14:21) مراسل الوكالة: …
pub(super) fn is_timed(first: Cursor<'_>) -> bool {
    let is_mark = |at: Cursor<'_>| matches!(at.token().kind(), Kind::Sign('(' | ')' | '[' | ']' | '-' | '–'));
    let skip = |from: Option<Cursor<'_>>| {
        std::iter::successors(from, |at| at.previous())
            .take(MARKS)
            .find(|at| !is_mark(*at))
            .map(Cursor::index)
    };
    let Some(last) = skip(first.previous()) else { return false };
    first.page().time_to(last).is_some_and(|time| {
        let opens = Cursor::new(first.page(), time.start as usize);
        skip(opens.previous()).is_none() && opens.token().is_digits()
    })
}

/// Signs around a time at the head of a line.
const MARKS: usize = 3;

/// The place after the time that starts here.
pub(super) fn time(here: Cursor<'_>) -> Option<Cursor<'_>> {
    here.page().time_at(here.index()).map(|time| Cursor::new(here.page(), time.end as usize))
}

/// Whether the word here is any particle.
pub(super) fn is_any_particle(here: Cursor<'_>) -> bool {
    const PARTICLES: ClassSet = ClassSet::of(&[Class::Particle, Class::About]);
    here.classes().meets(PARTICLES)
}

/// Whether the word here is one of those particles.
#[inline]
pub(super) fn is_particle(here: Cursor<'_>, wanted: impl Into<Functions>) -> bool {
    let Some(token) = here.page().tokens.get(here.index()) else { return false };
    here.functions().meets(wanted.into()) && !token.has_article()
}

/// The quotation that opens here, and the place after its closing mark.
pub(super) fn quotation(here: Cursor<'_>) -> Option<(Span, Cursor<'_>)> {
    let Kind::Sign(_) = here.token().kind() else { return None };
    let page = here.page();
    let start = here.token().span.end;
    let index = page.quotations.binary_search_by_key(&start, |q| q.span.start).ok()?;
    let found = page.quotations[index];
    let (span, closed) = match carried_on(&page.tokens, found).filter(|span| is_free(here, *span)) {
        Some(span) => (span, true),
        None => (found.span, found.closed),
    };
    let close = page.tokens.partition_point(|token| token.span.start < span.end);
    Some((span, Cursor::new(page, close + usize::from(closed))))
}

/// Whether the word here may stand for what is announced rather than for who announces it.
pub(super) fn announces(here: Cursor<'_>) -> bool {
    let is_event =
        begins(here, ClassSet::TRIGGERS) && !begins(here, Class::SourceNoun) && !here.is_definite();
    is_particle(here, Particle::Topic) || is_event
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

/// Whether the mark that would end a quotation of a line above closes or opens none in its own line.
fn is_free(here: Cursor<'_>, carried: Span) -> bool {
    let page = here.page();
    let mark = page.tokens.partition_point(|token| token.span.start < carried.end);
    let Some(mark) = page.tokens.get(mark) else { return true };
    let first = page.quotations.partition_point(|q| q.span.start <= carried.start);
    let between = page.quotations[first..].iter().take_while(|q| q.span.start <= mark.span.end);
    between
        .take(QUOTATIONS)
        .all(|q| !q.closed || q.span.start != mark.span.end && q.span.end != mark.span.start)
}

/// Quotations between the ends of one that goes on over lines.
const QUOTATIONS: usize = 64;

/// Whether ما stands before, alone or behind a preposition: عما, لما.
pub(super) fn follows_what(place: Cursor<'_>) -> bool {
    let what = |before: Cursor<'_>| {
        let lead = before.page().quote(before.token().span).strip_suffix(WHAT);
        lead.is_some_and(|lead| lead.chars().count() <= 1) && !is_particle(before, Particle::As)
    };
    place.previous().is_some_and(what)
}

/// The letters of ما.
const WHAT: &str = "\u{645}\u{627}";

/// The place after the adverb or adverbial phrase that starts here: أيضا, من جهته.
pub(super) fn adverb(here: Cursor<'_>) -> Option<Cursor<'_>> {
    const ADVERB: Sense = Sense::Particle(Particle::Adverb);
    if !here.is(Class::Particle) {
        return None;
    }
    let phrase = here.phrase(Class::Particle).filter(|found| found.sense == ADVERB);
    if let Some(phrase) = phrase.filter(|_| !here.token().has_article()) {
        return Some(Cursor::new(here.page(), here.index() + phrase.tokens));
    }
    if is_particle(here, Particle::Adverb) { Some(here.after()) } else { withheld(here) }
}

/// The place after what is said of a source that is not named: طلب عدم ذكر اسمه.
fn withheld(here: Cursor<'_>) -> Option<Cursor<'_>> {
    let asks = is_particle(here, Particle::Withheld);
    let mut places = std::iter::successors(here.next().filter(|_| asks), |at| at.next()).take(NAME + 1);
    places.find(|at| is_particle(*at, Particle::Object)).map(Cursor::after)
}

/// A given name.
pub(super) fn is_given(here: Cursor<'_>) -> bool {
    let is_on = here.token().ends_in_maqsura() && is_particle(here, Particle::On);
    !is_on && here.means(Sense::NamePart(NamePart::Given))
}

/// A state, or the capital that stands for it: نفت موسكو.
pub(super) fn is_power(here: Cursor<'_>) -> bool {
    let country = |sense| match sense {
        Sense::Name(name) => name.place.filter(|place| place.kind == "country").map(|_| ()),
        Sense::SourceNoun(SourceNoun::Power) => Some(()),
        _ => None,
    };
    here.sense([Class::Name, Class::SourceNoun], country).is_some()
        || here.term(Class::Name).is_some_and(|(sense, _)| country(sense).is_some())
}

/// The place after a number or a word like عدد, where من follows with those it is taken from: ثلاثة من الشهود.
pub(super) fn partitive(here: Cursor<'_>) -> Option<Cursor<'_>> {
    let several = || is_particle(here, Particle::Several).then(|| here.after());
    let after = here.numeral().map(|(_, after)| after).or_else(several)?;
    let from = after.here().filter(|next| is_particle(*next, Particle::From))?;
    let next = from.next().filter(|next| next.token().is_word())?;
    let is_noun = |at: Cursor<'_>| at.is_definite() || begins(at, Class::SourceNoun) || named(at).is_some();
    (is_noun(next) || next.next().is_some_and(Cursor::is_definite)).then_some(from)
}

/// What a verb of saying has as its object and never as its source: النقاب, التهمة.
pub(super) fn is_object(here: Cursor<'_>) -> bool {
    here.means(Sense::Particle(Particle::Object))
}

pub(super) fn is_body(here: Cursor<'_>) -> bool {
    here.sense(Class::SourceNoun, |sense| (sense == Sense::SourceNoun(SourceNoun::Body)).then_some(()))
        .is_some()
}

pub(super) fn is_outlet(here: Cursor<'_>) -> bool {
    let outlet = |sense| {
        matches!(
            sense,
            Sense::SourceNoun(SourceNoun::Outlet | SourceNoun::People | SourceNoun::Channel)
                | Sense::NameHead(NameHead { kind: EntityKind::Outlet, .. })
        )
        .then_some(())
    };
    here.sense([Class::NameHead, Class::SourceNoun], outlet).is_some()
        || entity(here).is_some_and(|(kind, _)| kind == EntityKind::Outlet)
}

/// الحكومة الحوثيين: an actor with its article after a source that is complete is another part of the clause.
pub(super) fn is_apart(here: Cursor<'_>) -> bool {
    here.has_article() && !here.token().has_conjunction() && follows_definite(here)
}

/// أردنية وفلسطينية: two adjectives with one ending, which و joins.
pub(super) fn rhymes(before: Cursor<'_>, here: Cursor<'_>) -> bool {
    let ending = |at: Cursor<'_>| {
        let mut letters = at.page().quote(at.stem()).chars().rev();
        (letters.next(), letters.next())
    };
    let words = before.token().is_word() && here.token().is_word();
    words && !before.is_definite() && !here.is_definite() && ending(before) == ending(here)
}

/// Whether a word with its article stands before.
pub(super) fn follows_definite(here: Cursor<'_>) -> bool {
    here.previous().is_some_and(|before| before.token().is_word() && before.is_definite())
}

/// الهجوم after a source that is complete: an event, a body or another object of the verb, with its article,
/// after another or after a person's name.
pub(super) fn is_definite_object(here: Cursor<'_>, after_name: bool) -> bool {
    let event = |sense: Sense| sense.noun().filter(|noun| noun.class == NounClass::Event).map(|_| ());
    let is_event = || begins(here, ClassSet::TRIGGERS) || here.sense(Class::Noun, event).is_some();
    let is_apart = is_apart(here) || after_name && here.has_article();
    let joined = here.page().quote(here.token().span).starts_with(AND);
    is_apart && !joined && (is_object(here) || is_body(here) || is_event())
}

/// The place after brackets around a few words.
pub(super) fn bracket(open: Cursor<'_>) -> Option<Cursor<'_>> {
    let places = std::iter::successors(open.next(), |place| place.next());
    places.take(NAME + 3).find(|place| place.is_sign(')')).map(Cursor::after)
}

pub(super) fn is_for(here: Cursor<'_>) -> bool {
    here.token().ends_in_tatweel() && is_particle(here, Particle::For)
}

/// An actor's name, perhaps between quotation marks: المركز الإعلامي لـ«قسد».
pub(super) fn names_actor(next: Cursor<'_>) -> bool {
    let inner = if next.token().is_word() { Some(next) } else { next.next() };
    inner.and_then(entity).is_some_and(|(kind, _)| kind == EntityKind::Actor)
}

/// The place after what says where: بابل, المنطقة الشرقية.
pub(super) fn place_end(place: Cursor<'_>) -> Option<Cursor<'_>> {
    let head =
        |sense| matches!(sense, Sense::NameHead(NameHead { kind: EntityKind::Place, .. })).then_some(());
    let listed = named(place).filter(|(kind, _)| *kind == EntityKind::Place).map(|(_, after)| after);
    listed.or_else(|| place.sense(Class::NameHead, head).map(|()| place.after()))
}

/// ل with a noun and the pronoun of who speaks: لتلاميذها.
pub(super) fn leads_to_told(word: &str) -> bool {
    word.strip_prefix(FOR).is_some_and(|rest| {
        PRONOUNS.iter().any(|end| rest.strip_suffix(end).is_some_and(|noun| noun.chars().count() > 2))
    })
}

/// Pronouns on a noun, of the third person and of those who speak, but for that of one letter.
const PRONOUNS: [&str; 4] = ["\u{646}\u{627}", "\u{647}\u{627}", "\u{647}\u{645}", "\u{647}\u{646}"];

/// د. before a name.
pub(super) fn is_abbreviation(dot: Cursor<'_>) -> bool {
    let before = dot.previous();
    !dot.token().after_space()
        && before.is_some_and(|word| word.token().is_word() && word.token().span.len() <= 2)
}

/// A person, an office or a noun for people.
pub(super) fn is_people(first: Cursor<'_>) -> bool {
    let people =
        |sense| matches!(sense, Sense::SourceNoun(SourceNoun::People) | Sense::Title(_)).then_some(());
    first.sense([Class::SourceNoun, Class::Title], people).is_some()
        || entity(first).is_some_and(|(kind, _)| kind == EntityKind::Person)
}
