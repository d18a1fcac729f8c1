//! The source before its verb: المرصد قال, كان المتحدث قد أعلن.

use super::super::cursor::Cursor;
use super::draft::cue;
use super::phrase::{Ending, Phrase, Weight, phrase};
use super::word::{NAME, adverb, begins, is_body, is_given, is_particle, is_timed, named, time};
use crate::lexicon::{Class, CueShape, Particle, Sense, SourceNoun, Takes};

/// Tokens before a verb in which its source may begin.
const FAR: usize = 16;

/// The source before the verb at `place`, and whether it is known to be one: a name that no list has may be none.
pub(super) fn subject(place: Cursor<'_>) -> Option<(Phrase<'_>, bool)> {
    if place.token().has_conjunction() {
        return after_as_for(place).map(|source| (source, true));
    }
    let (was, from) = was_and_from(place);
    if let Some(source) = after_was(was, place).or_else(|| notifier(from, place)) {
        return Some((source, true));
    }
    let end = before_aside(place).unwrap_or(place);
    let first = clause_start(end)?;
    let after_that = first.previous().is_some_and(|before| is_particle(before, Particle::That));
    let source = phrase(first, Ending::Open);
    let source = source.filter(|source| after_that || source.weight > Weight::Bare || is_name(source))?;
    let source = with_place(source).filter(|wide| reaches(wide.end, end)).unwrap_or(source);
    if is_accusative(&source) {
        return None;
    }
    let is_known = after_that || source.weight > Weight::Bare;
    ((reaches(source.end, end) || closes(&source, place)) && agrees(&source, place))
        .then_some((source, is_known))
}

/// مدير المستشفى، أحمد علي، قال: the comma behind a name in apposition that a comma opens.
fn closes(source: &Phrase<'_>, place: Cursor<'_>) -> bool {
    let opened =
        || (source.first.index()..source.end.index()).any(|at| is_comma(Cursor::new(place.page(), at)));
    source.end.index() + 1 == place.index() && is_comma(source.end) && opened()
}

/// بلاغا يفيد: one word with the ending of an object.
fn is_accusative(source: &Phrase<'_>) -> bool {
    let writing = |sense| (sense == Sense::SourceNoun(SourceNoun::Writing)).then_some(());
    let alone = source.end.index() == source.first.index() + 1
        && source.first.sense(Class::SourceNoun, writing).is_some();
    let ends =
        source.first.token().has_tanwin() || source.first.page().quote(source.first.stem()).ends_with(ALEF);
    alone && ends && !source.first.is_definite()
}

/// The source of a clause in which ما stands for what it says: نشرت الوكالة ما قالت إنها صور.
pub(super) fn told_of(place: Cursor<'_>) -> Option<Phrase<'_>> {
    let first = Cursor::new(place.page(), place.page().sentence(place.index()).start);
    let source =
        first.next().filter(|_| first.token().is_word()).and_then(|next| phrase(next, Ending::Strict))?;
    let feminine = |verb: Cursor<'_>| place.page().quote(verb.stem()).ends_with(FEMININE);
    let alike = feminine(first) == feminine(place) && !first.is_definite();
    let near = source.end.index() <= place.index() && place.index() <= source.end.index() + FAR;
    (alike && near && source.weight == Weight::Known && !begins(first, Class::SourceNoun)).then_some(source)
}

/// Of a notice that somebody has had, who gave it: تلقى مدير الأمن إخطارا من غرفة العمليات يفيد.
fn notifier<'a>(from: Option<Cursor<'a>>, place: Cursor<'a>) -> Option<Phrase<'a>> {
    let about = |sense| (sense == Sense::SourceNoun(SourceNoun::Writing)).then_some(());
    let from = from?;
    let writing =
        from.previous().filter(|noun| noun.sense(Class::SourceNoun, about).is_some() && !noun.is_definite());
    let source = writing.and(from.next()).and_then(|next| phrase(next, Ending::Open))?;
    (source.end.index() == place.index() && source.weight > Weight::Bare).then_some(source)
}

/// Whether the verb after a body or an outlet of the feminine is feminine: شبكة أعلن عنها is another's announcement.
fn agrees(source: &Phrase<'_>, place: Cursor<'_>) -> bool {
    let body =
        |sense| matches!(sense, Sense::SourceNoun(SourceNoun::Body | SourceNoun::Outlet)).then_some(());
    let page = place.page();
    let feminine = source.first.sense(Class::SourceNoun, body).is_some()
        && page.quote(source.first.stem()).ends_with(TA);
    let verb = page.quote(place.stem());
    !feminine || verb.ends_with([FEMININE, ALEF, HA]) || verb.starts_with(FEMININE)
}

/// Ta marbuta, and the last letter of a plural or a dual.
const TA: char = '\u{629}';
const ALEF: char = '\u{627}';
/// The letter of a pronoun of the object.
const HA: char = '\u{647}';

/// A word or two, of which each is a given name or in no list: غامندي قال.
fn is_name(source: &Phrase<'_>) -> bool {
    let page = source.first.page();
    let mut words = (source.first.index()..source.end.index()).map(|at| Cursor::new(page, at));
    let lead = page.quote(source.first.token().span);
    let alone = source.end.index() == source.first.index() + 1;
    let plain = |at: Cursor<'_>| {
        let token = at.token();
        token.is_word() && !token.has_tanwin() && !token.word().is_known() && !at.is_definite()
    };
    !lead.starts_with(['\u{648}', SO])
        && (alone || !lead.ends_with(FEMININE))
        && source.end.index() - source.first.index() <= NAMES
        && words.all(|at| plain(at) || is_given(at))
}

/// The ending of a verb of the feminine.
const FEMININE: char = '\u{62a}';

/// Words of a name that no list has.
const NAMES: usize = 2;

/// Whether قد stands before the verb.
pub(super) fn is_indeed(place: Cursor<'_>) -> bool {
    place.previous().is_some_and(|before| is_particle(before, Particle::Indeed))
}

/// Only قد, الذي or a time between the source and its verb.
fn reaches(mut end: Cursor<'_>, place: Cursor<'_>) -> bool {
    while end.index() < place.index() {
        let joint = is_particle(end, [Particle::Indeed, Particle::Relative, Particle::Was]);
        match time(end).or_else(|| adverb(end)) {
            Some(after) => end = after,
            None if joint => end = end.after(),
            None => return false,
        }
    }
    end.index() == place.index()
}

/// The nearest كان and the nearest من before a verb, in its clause.
fn was_and_from(place: Cursor<'_>) -> (Option<Cursor<'_>>, Option<Cursor<'_>>) {
    let (mut was, mut from) = (None, None);
    let before = std::iter::successors(place.previous(), |at| at.previous()).take(FAR);
    for at in before.take_while(|at| !is_bar(*at)) {
        if is_particle(at, Particle::Was) {
            was.get_or_insert(at);
        } else if is_particle(at, Particle::From) {
            from.get_or_insert(at);
        }
    }
    (was, from)
}

/// The source after كان: كانت الإدارة قد أعلنت.
fn after_was<'a>(was: Option<Cursor<'a>>, place: Cursor<'a>) -> Option<Phrase<'a>> {
    let source = phrase(was?.next()?, Ending::Open)?;
    let is_beside = source.end.index() == place.index();
    (source.end.index() <= place.index() && (is_beside || source.weight > Weight::Bare)).then_some(source)
}

/// The source after أما: أما المتحدث فقال.
fn after_as_for(place: Cursor<'_>) -> Option<Phrase<'_>> {
    if !place.page().quote(place.token().span).starts_with(SO) {
        return None;
    }
    let before = std::iter::successors(place.previous(), |at| at.previous()).take(FAR);
    let head = before.take_while(|at| !is_end(*at)).find(|at| begins(*at, Class::Clause))?;
    let source = phrase(head.next()?, Ending::Open)?;
    let beside = source.end.index() == place.index() || source.end.is_sign('،') || source.end.is_sign(',');
    (beside && source.end.index() <= place.index()).then_some(source)
}

fn is_end(at: Cursor<'_>) -> bool {
    at.is_sign('.') || cue(at, |_| true).is_some()
}

/// The letter of ف.
const SO: char = '\u{641}';

/// What كان does not reach over.
fn is_bar(at: Cursor<'_>) -> bool {
    begins(at, Class::Clause)
        || at.is_sign('.')
        || cue(at, |word| !matches!(word.shape, CueShape::StatedIn | CueShape::Suffixed)).is_some()
        || is_particle(at, [Particle::Relative, Particle::That, Particle::Not])
}

/// وزارة الصحة في غزة: a source with where it is.
fn with_place(source: Phrase<'_>) -> Option<Phrase<'_>> {
    let inside = source.end.here().filter(|at| at.is(Class::In))?.next()?;
    let place = phrase(inside, Ending::Open).filter(|_| named(inside).is_some() || is_body(inside))?;
    (source.weight == Weight::Known).then_some(Phrase { end: place.end, ..source })
}

/// The comma before a clause that tells of the source: مدير المستشفى، الذي استقبل الجرحى، قال.
fn before_aside(place: Cursor<'_>) -> Option<Cursor<'_>> {
    let close = place.previous().filter(|sign| is_comma(*sign))?;
    let mut before = std::iter::successors(close.previous(), |at| at.previous()).take(FAR);
    let open =
        before.find(|at| is_comma(*at) || is_end(*at) && !is_of_condition(*at)).filter(|at| is_comma(*at))?;
    let first = open.next()?;
    let is_named =
        || named(first).is_some_and(|(_, end)| end.index() == close.index()) || names_person(first, close);
    (is_particle(first, Particle::Relative) || is_condition(first) || is_named()).then_some(open)
}

/// آراس محمود, الدكتور أحمدو صمب: a few words with a title or a given name among them, and no other that is listed.
fn names_person(first: Cursor<'_>, close: Cursor<'_>) -> bool {
    let titled = begins(first, Class::Title);
    let mut words = (first.index()..close.index()).map(|at| Cursor::new(first.page(), at));
    let many = close.index() - first.index();
    let known = |at: Cursor<'_>| is_given(at) || begins(at, Class::Title) || !at.token().word().is_known();
    let named = || titled || words.clone().any(is_given);
    let fits = many <= NAME + usize::from(titled);
    fits && named() && words.all(|at| at.token().is_word() && known(at))
}

/// Whether the word is that of such a condition, or of what it is that is not to be told: طلب عدم ذكر اسمه.
pub(super) fn is_of_condition(at: Cursor<'_>) -> bool {
    let heads = |first: Cursor<'_>| is_condition(first);
    heads(at) || at.previous().and_then(Cursor::previous).is_some_and(heads)
}

/// مسؤول، طلب عدم كشف اسمه، قال: an aside on how the source is named.
fn is_condition(first: Cursor<'_>) -> bool {
    let asks = cue(first, |word| word.takes.has(Takes::INDEED)).is_some();
    asks && first.next().is_some_and(|next| next.is(Class::Mood) || next.is(Class::NoNoun))
}

fn is_comma(sign: Cursor<'_>) -> bool {
    sign.is_sign('،') || sign.is_sign(',')
}

/// Where the clause of the verb at `place` begins.
fn clause_start(place: Cursor<'_>) -> Option<Cursor<'_>> {
    let sentence = place.page().sentence(place.index()).start;
    let mut first = place;
    for _ in 0..FAR {
        if first.index() == sentence {
            return Some(first).filter(|f| f.index() < place.index());
        }
        let before = first.previous()?;
        if begins_clause(before) || before.is_sign(')') && is_timed(first) {
            return Some(first).filter(|f| f.index() < place.index());
        }
        first = before;
        if first.token().has_conjunction() && !first.token().has_article() {
            return Some(first);
        }
    }
    None
}

fn begins_clause(before: Cursor<'_>) -> bool {
    let sign = ['،', ',', ':', '؛', '.', '|'].iter().any(|c| before.is_sign(*c));
    sign || begins(before, Class::Clause) || is_particle(before, Particle::That)
}
