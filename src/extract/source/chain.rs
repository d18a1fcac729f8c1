//! Attributions of a page side by side: how far each reaches before the next begins, and which says which.

use std::ops::Range;

use super::super::cursor::Cursor;
use super::super::page::Page;
use super::super::rule::Found;
use super::draft::{Draft, Hold, Reach};
use super::word::{begins, is_particle};
use crate::fact::{EntityKind, Kind, Link, Named, Source};
use crate::lexicon::{Class, ClassSet, CueShape, Particle, Sense, Takes};
use crate::span::Span;
use crate::text;

/// Tokens after words of saying in which the sentence may end.
const FAR: usize = 12;
/// Attributions after one that may cut it short.
const NEAR: usize = 8;

/// The attributions with what they cover, from drafts in order.
pub(super) fn chain(
    page: &Page<'_>,
    drafts: &[Found<Draft>],
    found: Vec<Found<Source>>,
) -> Vec<Found<Source>> {
    let mut chain = Chain { page, drafts, found, open: Vec::new() };
    (0..drafts.len()).for_each(|at| chain.add(at));
    chain.found
}

struct Chain<'a> {
    page: &'a Page<'a>,
    drafts: &'a [Found<Draft>],
    found: Vec<Found<Source>>,
    /// Those whose contents may hold what comes next: indices of `found`.
    open: Vec<usize>,
}

impl Chain<'_> {
    fn add(&mut self, at: usize) {
        let draft = &self.drafts[at];
        let follows = self.shares(at);
        let inner = draft.value.hold == Hold::Inner && draft.value.reach == Reach::Nowhere;
        let content =
            if follows || inner { self.found.last().and_then(|f| f.value.content) } else { self.content(at) };
        if self.repeats(at, content) {
            return;
        }
        let within = match draft.value.hold {
            Hold::Inner => self.found.len().checked_sub(1),
            _ if follows => self.found.len().checked_sub(1),
            Hold::Understood => None,
            Hold::Free => self.holder(draft.span),
        };
        let within = within.map(|index| Link { kind: Kind::Source, span: self.found[index].span });
        let source = draft.value.source.map(|span| Named { span, entity: entity(self.page, span) });
        let value = Source {
            source,
            cue: draft.value.cue,
            content,
            within,
            stance: draft.value.word.stance,
            quoted: content.is_some_and(|content| is_quoted(self.page, content)),
        };
        let Found { span, start, end, rule, .. } = *draft;
        self.open.push(self.found.len());
        self.found.push(Found { value, span, start, end, rule });
    }

    /// كتب على حسابه تغريدة جاء فيها: the verb of the post has said it.
    fn repeats(&self, at: usize, content: Option<Span>) -> bool {
        let post =
            at.checked_sub(1).is_some_and(|before| self.drafts[before].value.word.takes.has(Takes::POST));
        let last = self.found.last().and_then(|f| f.value.content);
        post && self.drafts[at].value.hold == Hold::Understood && content.is_some() && content == last
    }

    /// قال مراسلنا نقلاً عن مصادر إن: what the verb covers begins after both of its sources.
    fn shares(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let draft = &self.drafts[at];
        let later = |start: u32| start > draft.start;
        let reach = self.drafts[before].value.reach;
        draft.value.word.shape == CueShape::According
            && match reach {
                Reach::Sentence(start) | Reach::Clause(start) => later(start),
                Reach::Exactly(span) => span.start > draft.span.end,
                _ => false,
            }
    }

    /// The innermost attribution so far that covers `span`.
    fn holder(&mut self, span: Span) -> Option<usize> {
        let content = |index: usize| self.found[index].value.content;
        while self.open.last().is_some_and(|top| content(*top).is_none_or(|c| c.end <= span.start)) {
            self.open.pop();
        }
        let covers =
            |index: &&usize| content(**index).is_some_and(|c| c.start <= span.start && span.end <= c.end);
        self.open.iter().rev().take(NEAR).find(covers).copied()
    }

    fn content(&mut self, at: usize) -> Option<Span> {
        let draft = &self.drafts[at];
        match draft.value.reach {
            Reach::Nowhere => None,
            Reach::Exactly(span) => bare(self.page, span),
            Reach::Line(start) => trimmed(self.page, start as usize..self.line_end(start as usize)),
            Reach::Sentence(start) => trimmed(self.page, start as usize..self.next_own(at, start as usize)),
            Reach::Clause(start) => {
                let end = self.next_own(at, start as usize);
                let end = clause_end(self.page, start as usize..end);
                trimmed(self.page, start as usize..end)
            }
            Reach::Around => self.around(at),
        }
    }

    fn line_end(&self, start: usize) -> usize {
        let line = self.page.layout.lines.partition_point(|(range, _)| range.end <= start);
        self.page.layout.lines.get(line).map_or(start, |(range, _)| range.end)
    }

    /// The end of the sentence, or where another attribution begins that does not belong to what is said.
    fn next_own(&self, at: usize, start: usize) -> usize {
        let end = self.page.sentence(start).end;
        let later = self.drafts[at + 1..].iter().take(NEAR);
        let mut near = later.take_while(|other| (first_token(self.page, other)) < end);
        near.find(|other| first_token(self.page, other) >= start && self.is_own(other))
            .map_or(end, |other| first_token(self.page, other))
    }

    /// Whether an attribution stands beside the one before it rather than in it.
    fn is_own(&self, other: &Found<Draft>) -> bool {
        let first = Cursor::new(self.page, first_token(self.page, other));
        let apart = first.previous().is_some_and(|before| {
            before.is_sign('،') || before.is_sign(',') || begins(before, Class::Clause)
        });
        match other.value.word.shape {
            CueShape::Participle => true,
            CueShape::According
            | CueShape::AccordingTo
            | CueShape::AsSaid
            | CueShape::Manner { .. }
            | CueShape::Hearsay => false,
            _ if other.value.hold == Hold::Inner || other.value.reach == Reach::Around => false,
            _ => apart || first.token().has_conjunction(),
        }
    }

    /// What stands around words of saying in the middle of a sentence or at its end.
    fn around(&mut self, at: usize) -> Option<Span> {
        let draft = &self.drafts[at];
        let first = first_token(self.page, draft);
        let sentence = self.page.sentence(first);
        let head = Some(beyond_dateline(self.page, sentence.start)).filter(|head| *head < first);
        let head = head.unwrap_or(sentence.start);
        let outer = self.holder(draft.span).and_then(|index| self.found[index].value.content);
        let before = self.found.last().and_then(|f| f.value.content).map_or(0, |content| content.start);
        let start = head.max(token_at(self.page, outer.map_or(before, |outer| outer.start)));
        let after = token_at(self.page, draft.span.end);
        let end = if self.closes(first, after, sentence.end) || after >= sentence.end {
            first
        } else {
            self.next_own(at, after.min(sentence.end - 1))
        };
        trimmed(self.page, start.min(first)..end)
    }

    /// Whether what words of saying in the middle stand for ends before them: the sentence ends after them, or another
    /// clause begins.
    fn closes(&self, first: usize, after: usize, end: usize) -> bool {
        let mut places = (after..end).take(FAR).map(|at| Cursor::new(self.page, at));
        let is_comma = |place: Cursor<'_>| place.is_sign('،') || place.is_sign(',');
        let aside = first > 0 && is_comma(Cursor::new(self.page, first - 1));
        let Some(stop) =
            places.find(|place| is_comma(*place) || place.is_sign('.') || !aside && place.token().is_word())
        else {
            return true;
        };
        let next = Cursor::new(self.page, stop.index() + 1);
        let new_clause =
            || stop.index() + 1 >= end || begins(next, Class::Clause) || next.token().has_conjunction();
        stop.is_sign('.') || is_comma(stop) && (new_clause() || joins_verb(next))
    }
}

/// The place after where and when an agency writes, at the head of its text: دمشق (سوريا) 14-2 (الوكالة) -; or after
/// the time of a line in a ticker.
fn beyond_dateline(page: &Page<'_>, start: usize) -> usize {
    let heads = start == 0 || page.layout.lines.binary_search_by_key(&start, |(line, _)| line.start).is_ok();
    let places = (start..page.tokens.len()).take(FAR).map(|at| Cursor::new(page, at));
    let mut end = if heads { start } else { return start };
    let mut words = 0;
    for place in places {
        let dash =
            ['-', '–', '—', '|'].iter().any(|sign| place.is_sign(*sign)) && place.token().after_space();
        if dash {
            end = place.index() + 1;
            break;
        }
        let plain = !begins(place, ClassSet::CUES)
            && !begins(place, ClassSet::TRIGGERS)
            && !begins(place, Class::Particle)
            && !place.is(Class::About);
        words += usize::from(place.token().is_word() && !place.is_definite());
        if !plain || place.is_sign('.') || place.is_sign('،') || words > 3 {
            break;
        }
    }
    end
}

/// The token that a draft's quotation begins with.
fn first_token(page: &Page<'_>, draft: &Found<Draft>) -> usize {
    token_at(page, draft.span.start)
}

/// The token that the place `byte` stands in, or the next.
fn token_at(page: &Page<'_>, byte: u32) -> usize {
    page.tokens.partition_point(|token| token.span.end <= byte)
}

/// How many tokens a clause has that ends before its sentence does.
const LONGEST: usize = 200;

/// Where the clause that starts the range ends: before فيما, or a comma and و with a verb.
fn clause_end(page: &Page<'_>, range: Range<usize>) -> usize {
    let mut places = range.clone().skip(1).take(LONGEST).map(|at| Cursor::new(page, at));
    let end = places.find(|place| {
        let after_comma = place.previous().is_some_and(|p| p.is_sign('،') || p.is_sign(','));
        begins(*place, Class::Clause) || after_comma && joins_verb(*place)
    });
    end.map_or(range.end, Cursor::index)
}

/// و before a verb: a word of saying or of an event, or one with the ending or the prefix of a verb.
fn joins_verb(place: Cursor<'_>) -> bool {
    let text = place.page().quote(place.token().span);
    let is_not = |at: Cursor<'_>| is_particle(at, Particle::Not);
    if place.token().has_conjunction() && (is_not(place) || place.next().is_some_and(is_not)) {
        return true;
    }
    let Some(word) = text.strip_prefix('\u{648}').filter(|_| place.token().is_word() && !place.is_definite())
    else {
        return false;
    };
    let inflected = word.ends_with(FEMININE) && !word.ends_with(PLURAL) || word.starts_with([YA, FEMININE]);
    let is_noun = begins(place, Class::SourceNoun) || begins(place, Class::Noun) || place.numeral().is_some();
    !is_noun && (inflected || begins(place, ClassSet::CUES) || begins(place, ClassSet::TRIGGERS))
}

/// The ending of a verb of the feminine and prefix of its present, the prefix of the masculine, the ending of a plural.
const FEMININE: char = '\u{62a}';
const YA: char = '\u{64a}';
const PLURAL: &str = "\u{627}\u{62a}";

/// The stretch of these tokens without the signs and joints at its ends.
fn trimmed(page: &Page<'_>, mut range: Range<usize>) -> Option<Span> {
    const CUT: [Particle; 4] = [Particle::In, Particle::Was, Particle::Indeed, Particle::As];
    let cut = |at: usize| {
        let token = page.tokens[at];
        let sign = ['،', ',', '.', ':', ';', '؛', '…', '-', '–'].iter().any(|c| token.is_sign(*c));
        sign || text::is_and(page.quote(token.span)) || is_particle(Cursor::new(page, at), CUT)
    };
    let is_clause = |at: usize| page.senses(at).contains(&Sense::Clause);
    // Only within a sentence can a preposition hang: at its end بعد is an adverb.
    let is_yet = |at: usize| {
        let ends = |next: &text::Token| next.starts_line() || next.is_sign('.');
        page.classes(at).has(Class::Offset) && page.tokens.get(at + 1).is_none_or(ends)
    };
    while range.end > range.start
        && !is_yet(range.end - 1)
        && (cut(range.end - 1) || is_clause(range.end - 1))
    {
        range.end -= 1;
    }
    let is_sign = |at: usize| !page.tokens[at].is_word() && cut(at);
    while range.start < range.end && is_sign(range.start) {
        range.start += 1;
    }
    (!range.is_empty()).then(|| page.tokens[range.start].span.to(page.tokens[range.end - 1].span))
}

/// A quotation without the white space at its ends; none where nothing is left.
fn bare(page: &Page<'_>, span: Span) -> Option<Span> {
    let text = page.quote(span);
    let start = span.start + (text.len() - text.trim_start().len()) as u32;
    let end = start + text.trim().len() as u32;
    (start < end).then(|| Span::new(start, end))
}

/// Whether quotations make up at least a third of what is said.
fn is_quoted(page: &Page<'_>, content: Span) -> bool {
    let first = page.quotations.partition_point(|q| q.span.start + 4 < content.start);
    let inside = page.quotations[first..].iter().take_while(|q| q.span.start < content.end);
    let quoted: u32 =
        inside.take(NEAR).map(|q| q.span.end.min(content.end).saturating_sub(q.span.start)).sum();
    3 * quoted >= content.len()
}

/// The entity in a source: a person before all others, else the first; no place.
fn entity(page: &Page<'_>, span: Span) -> Option<std::borrow::Cow<'static, str>> {
    let first = page.entities.partition_point(|e| e.span.start < span.start);
    let inside = || page.entities[first..].iter().take_while(|e| e.span.end <= span.end).take(NEAR);
    let person = inside().find(|e| e.value.kind == EntityKind::Person);
    let named = person.or_else(|| inside().find(|e| e.value.kind != EntityKind::Place))?;
    Some(named.value.id.clone())
}
