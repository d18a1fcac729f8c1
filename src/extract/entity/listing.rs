//! The listed name at a place: the longest, past quotation marks within it, where what has to stand before it does.

use std::cell::OnceCell;

use crate::extract::cursor::Cursor;
use crate::fact::EntityKind;
use crate::lexicon::{After, Class, Name, Sense};
use crate::text::{Kind, is_proclitic};

/// Words of the longest listed name, with room to spare.
const LONGEST: usize = 16;

/// A listed name, and the place after it.
#[derive(Clone, Copy)]
pub(super) struct Listing<'a> {
    pub(super) name: &'static Name,
    pub(super) end: Cursor<'a>,
}

/// The listed name here. Several rules ask for it in turn, so that the last answer is kept.
pub(super) fn listing(at: Cursor<'_>) -> Option<Listing<'_>> {
    if !at.is(Class::Name) || at.token().has_article() {
        return None;
    }
    let look_up = || look_up(at).map(|found| (found.name, found.end.index() as u32));
    let (name, end) = at.page().listed.at(at.index(), look_up)?;
    Some(Listing { name, end: Cursor::new(at.page(), end as usize) })
}

fn look_up(at: Cursor<'_>) -> Option<Listing<'_>> {
    let before = OnceCell::new();
    let allows = |name: &Name| before.get_or_init(|| Before::of(at)).allows(name);
    let counts = |sense: Sense| matches!(sense, Sense::Name(name) if allows(name));
    phrase(at, counts).or_else(|| word(at, counts))
}

/// A name of one word: no adverb (صوناً), and no mark of a post that is handed on (RT @).
fn word(at: Cursor<'_>, counts: impl Fn(Sense) -> bool) -> Option<Listing<'_>> {
    let hands_on = |next: Cursor<'_>| next.page().quote(next.token().span).starts_with('@');
    let name = at.sense(Class::Name, |sense| name_of(sense).filter(|_| counts(sense)))?;
    let other = at.token().has_tanwin() || at.next().is_some_and(hands_on);
    (!other).then(|| Listing { name, end: at.after() })
}

fn phrase(at: Cursor<'_>, counts: impl Fn(Sense) -> bool) -> Option<Listing<'_>> {
    let page = at.page();
    let first = at.token().word();
    let next = at.next()?.token();
    if !page.lexicon.opener(first).is_some_and(|opener| !next.is_word() || opener.may_go_on(next)) {
        return None;
    }
    let mut places = [at; LONGEST];
    let mut taken = 0;
    let words = std::iter::successors(next_word(at), |place| next_word(*place)).take(LONGEST);
    let keys = words.map_while(|place| {
        places[taken] = place;
        taken += 1;
        page.key(place.index())
    });
    let found = page.lexicon.phrase(first, keys, counts)?;
    let last = places[found.tokens - 2];
    Some(Listing { name: name_of(found.sense)?, end: closed(at, last) })
}

fn name_of(sense: Sense) -> Option<&'static Name> {
    if let Sense::Name(name) = sense { Some(name) } else { None }
}

/// The next place in the line, past a quotation mark.
fn next_word(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let next = at.next()?;
    if is_quote(next) { next.next() } else { Some(next) }
}

/// The place after `last`, and after the mark that closes a quotation that began within the name.
fn closed<'a>(first: Cursor<'a>, last: Cursor<'a>) -> Cursor<'a> {
    let inside = std::iter::successors(first.next(), |place| place.next());
    let marks = inside.take_while(|place| place.index() < last.index()).filter(|place| is_quote(*place));
    match last.next() {
        Some(next) if marks.count() % 2 == 1 && is_quote(next) => next.after(),
        _ => last.after(),
    }
}

/// Whether a quotation mark stands here.
pub(super) fn is_quote(at: Cursor<'_>) -> bool {
    matches!(at.token().kind(), Kind::Sign('"' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '\'' | '’' | '‘'))
}

/// What stands before a name.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is one look at the words, and several may hold")]
struct Before {
    head: Option<EntityKind>,
    preposition: bool,
    /// Whether it stands alone between quotation marks after لـ, as outlets name themselves.
    told: bool,
    /// Whether a lake, a river or a hotel stands there, which is called after it: بحيرة تشاد.
    apart: bool,
    quoted: bool,
}

/// What lends its name to waters and hotels.
const LENDERS: [&str; 4] = ["city", "country", "district", "governorate"];

impl Before {
    fn of(at: Cursor<'_>) -> Self {
        let previous = at.previous();
        let quoted = previous.is_some_and(is_quote);
        let word = if quoted { previous.and_then(Cursor::previous) } else { previous };
        let told = quoted && word.is_some_and(|word| is_proclitic(at.page().quote(word.token().span)));
        let head = word.filter(|word| !word.is_definite()).and_then(|word| {
            word.sense(
                Class::NameHead,
                |sense| if let Sense::NameHead(head) = sense { Some(head) } else { None },
            )
        });
        let (head, apart) = (head.map(|head| head.kind), head.is_some_and(|head| head.apart));
        let token = at.token();
        let preposition = token.has_preposition() || word.is_some_and(is_preposition);
        Self { head, preposition, told, apart, quoted }
    }

    /// بحيرة تشاد; لـ«الرياض», the newspaper; شرق الأناضول, no agency.
    fn means_other(self, name: &Name) -> bool {
        let lends = || name.place.is_none_or(|place| LENDERS.contains(&place.kind.as_str()));
        match name.kind {
            EntityKind::Place => self.told || self.apart && lends(),
            EntityKind::Outlet => !self.quoted && self.head == Some(EntityKind::Place),
            _ => false,
        }
    }

    fn allows(self, name: &Name) -> bool {
        if self.means_other(name) {
            return false;
        }
        match name.after {
            After::Anything => true,
            After::Head => self.head == Some(name.kind) || self.told && name.kind == EntityKind::Outlet,
            After::Preposition => self.preposition || self.head == Some(name.kind),
        }
    }
}

/// في, من, إلى.
fn is_preposition(at: Cursor<'_>) -> bool {
    at.is(Class::In) || at.is(Class::To) || at.means(Sense::Of)
}
