//! `numeral/dual`: the dual of a countable noun counts two of it.

use super::exact;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Form, Numeral, Rank};
use crate::lexicon::{Class, ClassSet, Gender, Joint, Sense};
use crate::text::{fold, opens_with_article};

pub(super) const RULE: Rule<Numeral> = Rule {
    name: "numeral/dual",
    starts: ClassSet::of(&[Class::Dual]),
    takes: &["سيارتين", "السيارتان", "جنديان", "متهمَين", "متهمين اثنين", "شقيقيه"],
    leaves: &[
        "متهمين",
        "فلسطين",
        "خادم الحرمين الشريفين",
        "أبنية",
        "مكان مثالي للقيام",
        "مجالا للشك",
        "كتب رمزى الدسوقي",
    ],
    find,
};

/// dual ::= dual-noun two? | marked-plural-letters | construct genitive
fn find(at: Cursor<'_>) -> Option<Match<Numeral>> {
    let two = at.next().filter(|n| is_two(*n) && !n.token().has_proclitic());
    let stands = at.sense(Class::Dual, |sense| match sense {
        Sense::Dual(_) => Some(!is_adjective(at) && !ends_in_ta_marbuta(at)),
        Sense::DualOrPlural(_) => Some(two.is_some() || at.token().has_dual_mark() && !follows_oblique(at)),
        Sense::DualConstruct(_, gender) => Some(is_construct(at, gender)),
        _ => None,
    })?;
    let end = two.map_or(at.after(), Cursor::after);
    stands.then(|| exact(at, end, Form::Dual, Rank::Cardinal, 2.into()))
}

fn is_two(at: Cursor<'_>) -> bool {
    at.means(Sense::Cardinal(2))
}

/// A dual right after a dual of the same definiteness is its adjective and counts nothing more.
fn is_adjective(at: Cursor<'_>) -> bool {
    let noun = at.previous().filter(|p| !at.token().has_proclitic() && p.has_article() == at.has_article());
    let dual = |sense| matches!(sense, Sense::Dual(_) | Sense::Cardinal(2)).then_some(());
    noun.is_some_and(|n| n.sense([Class::Cardinal, Class::Dual], dual).is_some())
        || at.token().has_dual_mark() && follows_oblique(at)
}

/// Folded, the plural أبنية is the dual ابنيه with its pronoun; as typed they differ.
fn ends_in_ta_marbuta(at: Cursor<'_>) -> bool {
    at.page().quote(at.stem()).ends_with('ة')
}

/// Before a genitive, never with its own article: طرفا النزاع, مدينتي حلب. The masculine construct has the letters of
/// an accusative or an adjective and so needs a definite noun after it that is no word for a time and no ordinal.
fn is_construct(at: Cursor<'_>, gender: Gender) -> bool {
    let token = at.token();
    let Some(next) = at.next().filter(|n| n.token().is_word() && !n.token().has_proclitic()) else {
        return false;
    };
    let other = [
        Class::Weekday,
        Class::Deixis,
        Class::TimeUnit,
        Class::Ordinal,
        Class::Of,
        Class::In,
        Class::Or,
        Class::To,
    ];
    let genitive = !other.iter().any(|class| next.is(*class));
    let definite = opens_with_article(next.page().quote(next.token().span));
    let feminine = gender == Gender::Feminine && !follows_dual(at);
    let bound = feminine || !is_adjectival(at) && (definite || is_pair_of_names(at, next));
    !at.has_article() && !token.has_tanwin() && genitive && bound
}

/// محلي, رمزى: an adjective of the lists, or a final alef maqsura that is no masculine dual's.
fn is_adjectival(at: Cursor<'_>) -> bool {
    at.means(Sense::Joint(Joint::Local)) || at.page().quote(at.stem()).ends_with('ى')
}

/// في حيي غويران والزهور: after a preposition, with two names joined after it.
fn is_pair_of_names(at: Cursor<'_>, next: Cursor<'_>) -> bool {
    let prepositions = [Sense::In, Sense::Of, Sense::Between, Sense::To];
    let prepositional = at.previous().is_some_and(|p| prepositions.iter().any(|sense| p.means(*sense)));
    let joined = next.after().joined().is_some_and(|second| second.token().is_word());
    prepositional
        && joined
        && at.sense(Class::Noun, singular).is_none()
        && next.sense(Class::Noun, singular).is_none()
}

fn singular(sense: Sense) -> Option<()> {
    matches!(sense, Sense::NounSingular(_)).then_some(())
}

/// After a word in the same case and number, as far as letters tell, a marked dual is its adjective: عاملين متوفيَين.
fn follows_oblique(at: Cursor<'_>) -> bool {
    let noun = at.previous().filter(|p| !at.token().has_proclitic() && p.is_definite() == at.has_article());
    noun.is_some_and(|n| fold(n.page().quote(n.token().span)).ends_with("ين"))
}

/// After a dual of its gender the letters are the verb that agrees with it: هزتين ضربتا البلدة.
fn follows_dual(at: Cursor<'_>) -> bool {
    let ending = |c: Cursor<'_>| fold(c.page().quote(c.token().span));
    at.previous().map(ending).is_some_and(|word| word.ends_with("تين") || word.ends_with("تان"))
}
