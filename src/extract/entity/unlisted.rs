//! `entity/unlisted`: what no list has, by the head before it: حي الزهور, جمعية "عيون".

use super::listing::{is_quote, listing};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Entity, EntityKind, NounClass};
use crate::lexicon::{Class, ClassSet, NameHead, NamePart, Sense};
use crate::text::{Kind, fold};

pub(super) const RULE: Rule<Entity> = Rule {
    name: "entity/unlisted",
    starts: ClassSet::of(&[Class::NameHead]),
    takes: &["حي الزهور", "بلدة السحارة", "مخيم الوافدية"],
    leaves: &[
        "مخيم اللاجئين",
        "القرية الصغيرة",
        "حي سكني",
        "موقع الحادث",
        "حركة \"قوية جدا نحو الأمام دائما\"",
    ],
    find,
};

/// Words of a quoted name at most.
const QUOTED: usize = 4;

/// unlisted ::= place-head articled-word | head quoted-name
fn find(at: Cursor<'_>) -> Option<Match<Entity>> {
    let head = head(at)?;
    let next = at.next()?;
    match head.kind {
        EntityKind::Place => place(at, next),
        kind => quoted(next, kind),
    }
}

fn head(at: Cursor<'_>) -> Option<NameHead> {
    if at.is_definite() {
        return None;
    }
    at.sense(Class::NameHead, |sense| {
        if let Sense::NameHead(head) = sense { Some(head).filter(|head| head.names) } else { None }
    })
}

fn place<'a>(head: Cursor<'a>, name: Cursor<'a>) -> Option<Match<Entity>> {
    let names = name.is_definite() && !name.token().has_proclitic() && may_name(name);
    if !names || listing(head).is_some() {
        return None;
    }
    let end = name.after();
    let found = Match::between(head, end, ());
    let id = id("place", head.page().quote(found.span));
    Some(Match::between(head, end, Entity { id: id.into(), kind: EntityKind::Place, place: None }))
}

/// A word that no list has, a given name or a noun; not one for people: مخيم اللاجئين.
fn may_name(at: Cursor<'_>) -> bool {
    const NAMES: ClassSet = ClassSet::of(&[Class::Noun, Class::NamePart]);
    let of_people = |sense: &Sense| match sense {
        Sense::NamePart(part) => *part != NamePart::Given,
        other => other.noun().is_some_and(|noun| noun.class == NounClass::Person),
    };
    at.classes().without(NAMES).is_empty() && !at.page().senses(at.index()).iter().any(of_people)
}

/// One to four words between quotation marks, none of them listed.
fn quoted(open: Cursor<'_>, kind: EntityKind) -> Option<Match<Entity>> {
    let first = open.next().filter(|_| is_quote(open))?;
    let words = std::iter::successors(Some(first), |place| place.next());
    let name: Vec<Cursor<'_>> = words.take_while(|place| !is_quote(*place)).take(QUOTED + 1).collect();
    let last = *name.last().filter(|_| name.len() <= QUOTED)?;
    let closes = last.next().is_some_and(is_quote);
    if !closes || !name.iter().all(|place| is_name_word(*place)) {
        return None;
    }
    let found = Match::between(first, last.after(), ());
    let prefix = if kind == EntityKind::Outlet { "out" } else { "org" };
    let id = id(prefix, open.page().quote(found.span));
    Some(Match { value: Entity { id: id.into(), kind, place: None }, span: found.span, end: found.end })
}

fn is_name_word(at: Cursor<'_>) -> bool {
    let token = at.token();
    (token.is_word() || token.kind() == Kind::Opaque || token.is_digits()) && listing(at).is_none()
}

/// The id that a name gives: its folded words, joined.
pub(super) fn id(prefix: &str, name: &str) -> String {
    let folded = fold(name);
    let mut id = String::with_capacity(prefix.len() + 1 + folded.len());
    id.push_str(prefix);
    id.push(':');
    for (index, word) in folded.split_whitespace().enumerate() {
        if index > 0 {
            id.push('-');
        }
        id.push_str(word);
    }
    id
}
