//! `entity/national`: what every country has, of the country that the adjective names.

use super::listing::listing;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::Entity;
use crate::lexicon::{Class, ClassSet, Sense};
use crate::text::{Key, Probe, WordId};

pub(super) const RULE: Rule<Entity> = Rule {
    name: "entity/national",
    starts: ClassSet::of(&[Class::Name]),
    takes: &[
        "الجيش السوري",
        "وزارة الداخلية المغربية",
        "القوات المسلحة المصرية",
        "الحكومة العراقية",
        "الشرطة التونسية",
        "السلطات السعودية",
    ],
    leaves: &["الجيش في سوريا", "الجيش سوري", "الحكومة والعراقية"],
    find,
};

/// national ::= national-name the-adjective
fn find(at: Cursor<'_>) -> Option<Match<Entity>> {
    let found = listing(at).filter(|found| found.name.national)?;
    let adjective = found.end.here().filter(|place| country(*place).is_some())?;
    let id = format!("{}-{}", found.name.id, country(adjective)?.to_ascii_lowercase());
    Some(Match::between(at, adjective.after(), Entity { id: id.into(), kind: found.name.kind, place: None }))
}

/// The country that a definite adjective here is of.
pub(super) fn country(at: Cursor<'_>) -> Option<&'static str> {
    if at.token().has_proclitic() || !at.is_definite() {
        return None;
    }
    let demonym = |sense: &Sense| if let Sense::Demonym(country) = sense { Some(*country) } else { None };
    let page = at.page();
    let of = |word: WordId| page.lexicon.word(word).senses().iter().find_map(demonym);
    // السعودية is listed as a name of the country too, with its article, and is not looked up without it.
    let bare = || Some(page.lexicon.probe(Key::of(page.quote(at.stem()))?.without_article()?));
    of(at.token().word()).or_else(|| of(bare()?))
}
