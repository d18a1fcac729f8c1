//! `entity/veiled`: a listed name with digits or signs in it, as posts write it to pass filters; and names that are one
//! token of letters and digits.

use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::Entity;
use crate::lexicon::{After, Class, ClassSet, Name, Sense};
use crate::text::{Key, Kind, Probe};

pub(super) const RULE: Rule<Entity> = Rule {
    name: "entity/veiled",
    starts: ClassSet::of(&[Class::Digits, Class::Veil]),
    takes: &["د1عش", "د.اعش", "دا*عش", "عناصر ‹D@esh› هناك", "قال مراسل ‹SY24› إن"],
    leaves: &["عدد1من", "وبين 1.2 و1.3 مليون", "قال.نعم", "user@mail.com"],
    find,
};

/// Tokens that such a name is in at most, and its bytes.
const TOKENS: usize = 8;
const BYTES: usize = 40;
/// Letters that it has at least.
const LETTERS: usize = 2;

/// veiled ::= piece (sign | digit) piece, without anything between
fn find(at: Cursor<'_>) -> Option<Match<Entity>> {
    let first = start(at)?;
    let mut end = first.after();
    while let Some(next) = end.here().filter(|next| next.is_glued() && is_piece(*next)) {
        end = next.after();
        if end.index() - first.index() > TOKENS {
            return None;
        }
    }
    let found = Match::between(first, end, ());
    let name = listed(at, first.page().quote(found.span))?;
    let value = Entity { id: name.id.into(), kind: name.kind, place: name.place };
    Some(Match { value, span: found.span, end: found.end })
}

/// The first of the tokens that stand together with the one here.
fn start(at: Cursor<'_>) -> Option<Cursor<'_>> {
    if at.token().kind() == Kind::Opaque {
        return Some(at);
    }
    let mut first = at;
    for _ in 0..TOKENS {
        if !first.is_glued() {
            break;
        }
        first = first.previous().filter(|before| is_piece(*before))?;
    }
    let letters = first.index() < at.index() && first.token().is_word();
    letters.then_some(first)
}

fn is_piece(at: Cursor<'_>) -> bool {
    match at.token().kind() {
        Kind::Arabic | Kind::Foreign | Kind::Digits => true,
        Kind::Sign(sign) => is_veil(sign),
        Kind::Opaque => false,
    }
}

/// Signs that stand within a veiled name.
fn is_veil(sign: char) -> bool {
    matches!(sign, '.' | '*' | '_' | '@' | '-')
}

fn listed(at: Cursor<'_>, written: &str) -> Option<&'static Name> {
    if written.len() > BYTES || written.chars().filter(|c| c.is_alphabetic()).count() < LETTERS {
        return None;
    }
    let plain = |word: &str| named(at, Key::of(word)?);
    let letters: String = written.chars().filter(|c| *c == '@' || !is_veil(*c)).map(letter).collect();
    plain(written).or_else(|| plain(&letters))
}

fn named(at: Cursor<'_>, key: Key) -> Option<&'static Name> {
    let lexicon = at.page().lexicon;
    let senses = lexicon.word(lexicon.probe(key)).senses();
    senses.iter().find_map(|sense| match sense {
        Sense::Name(name) if name.after == After::Anything => Some(*name),
        _ => None,
    })
}

/// The letter that a digit or sign stands for.
fn letter(c: char) -> char {
    match c {
        '1' | '١' => '\u{627}',
        '3' | '٣' => '\u{639}',
        '7' | '٧' => '\u{62D}',
        '@' => 'a',
        other => other,
    }
}
