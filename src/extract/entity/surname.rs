//! `entity/surname`: a person whom the document has named before, by the last name or in full.

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use crate::extract::cursor::Cursor;
use crate::extract::page::Page;
use crate::extract::rule::{Found, Match, Rule};
use crate::fact::Entity;
use crate::lexicon::{ClassSet, NamePart, Sense};
use crate::span::Span;
use crate::text::{Kind, Token, proclitics};

/// Never tried by itself: what it reads depends on the persons named before.
pub(super) const RULE: Rule<Entity> =
    Rule { name: "entity/surname", starts: ClassSet::EMPTY, takes: &[], leaves: &[], find: nothing };

/// Bytes of the shortest last name that stands for its person.
const SHORTEST: usize = 8;

fn nothing(_: Cursor<'_>) -> Option<Match<Entity>> {
    None
}

/// A person by the last name; none where two persons have it.
struct Bearer<'a> {
    person: Option<&'a Found<Entity>>,
    /// Where the name was first read.
    since: u32,
}

/// The last bytes of some names, so that most words are told apart from all of them at once.
struct Endings([u64; 4]);

impl Endings {
    fn of<'n>(names: impl Iterator<Item = &'n &'n str>) -> Self {
        let mut endings = Self([0; 4]);
        for byte in names.filter_map(|name| name.as_bytes().last()) {
            endings.0[usize::from(byte >> 6)] |= 1 << (byte & 63);
        }
        endings
    }

    fn has(&self, word: &str) -> bool {
        word.as_bytes().last().is_some_and(|byte| self.0[usize::from(byte >> 6)] & 1 << (byte & 63) != 0)
    }
}

/// Persons by their last names.
type Bearers<'a> = HashMap<&'a str, Bearer<'a>, FixedState>;

/// surname ::= last-name of one person alone, after the place where it was read with the title
pub(super) fn read(page: &Page<'_>, persons: &[Found<Entity>]) -> Vec<Found<Entity>> {
    let bearers = bearers(page, persons);
    let Some(first) = persons.first().filter(|_| !bearers.is_empty()) else { return Vec::new() };
    let endings = Endings::of(bearers.keys());
    let unknown = |at: &usize| {
        let token = page.tokens[*at];
        token.kind() == Kind::Arabic && !token.word().is_known() && endings.has(page.quote(token.span))
    };
    let places = (first.end as usize..page.tokens.len()).filter(unknown);
    places.filter_map(|at| mention(page, &bearers, at)).collect()
}

fn bearers<'a>(page: &Page<'a>, persons: &'a [Found<Entity>]) -> Bearers<'a> {
    let mut bearers = Bearers::default();
    for person in persons {
        let last = page.tokens[person.end as usize - 1];
        let name = page.quote(last.span);
        if name.len() < SHORTEST || last.word().is_known() || person.end - person.start < 2 {
            continue;
        }
        let bearer = bearers.entry(name).or_insert(Bearer { person: Some(person), since: person.end });
        if bearer.person.is_some_and(|other| other.value.id != person.value.id) {
            bearer.person = None;
        }
    }
    bearers
}

fn mention(page: &Page<'_>, bearers: &Bearers<'_>, at: usize) -> Option<Found<Entity>> {
    let token = page.tokens[at];
    let (bearer, span) = proclitics(page.quote(token.span)).find_map(|(bytes, name)| {
        let span = Span::new(token.span.start + bytes as u32, token.span.end);
        Some((bearers.get(name)?, span))
    })?;
    let person = bearer.person.filter(|_| at >= bearer.since as usize)?;
    let start = first_word(page, person, at)?;
    let span = if start < at { page.tokens[start].stem().to(span) } else { span };
    let (start, end) = (start as u32, at as u32 + 1);
    Some(Found { value: person.value.clone(), span, start, end, rule: RULE.name })
}

/// Where the mention begins: with the whole name where all of it stands here, else with the last name, unless another
/// given name stands before it.
fn first_word(page: &Page<'_>, person: &Found<Entity>, at: usize) -> Option<usize> {
    let words = (person.end - person.start) as usize;
    let word = |token: &Token| page.quote(token.stem());
    if let Some(start) = (at + 1).checked_sub(words) {
        let named = person.start as usize..person.end as usize - 1;
        let whole = page.tokens[named].iter().zip(&page.tokens[start..at]).all(|(a, b)| word(a) == word(b));
        if whole {
            return Some(start);
        }
    }
    let before = at.checked_sub(1).map(|before| page.senses(before)).unwrap_or_default();
    let given = |sense: &Sense| matches!(sense, Sense::NamePart(NamePart::Given | NamePart::Opening));
    (!before.iter().any(given)).then_some(at)
}
