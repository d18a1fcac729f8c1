//! Production: the noun that is counted.

use super::head::Head;
use super::stranger::may_be_counted;
use crate::extract::cursor::Cursor;
use crate::fact::{Counted, Form, NounClass};
use crate::lexicon::{Bond, Class, ClassSet, Frame, Member, Noun, Sense, Toll, Trigger};

/// The counted noun after a head, and how sure it is to be one.
#[derive(Clone, Copy)]
pub(super) struct Thing<'a> {
    /// The noun.
    pub counted: Counted,
    /// The place after it.
    pub end: Cursor<'a>,
    /// It is of the lists and stands right after its numeral.
    pub is_plain: bool,
}

/// thing ::= closing-mark? (noun | of nouns | stranger)
pub(super) fn thing<'a>(head: &Head<'a>) -> Option<Thing<'a>> {
    let at = past_closing(head)?;
    // ارتفع إلى 11 عدد القتلى: what the number is of stands behind.
    let of_toll = at.means(Sense::Toll(Toll::Noun)) && !at.token().has_tanwin();
    if at.is(Class::TimeUnit) || of_toll || at.means(Sense::Member(Member::Never)) && !at.is(Class::Noun) {
        return None;
    }
    if let Some(unit) = squared(at) {
        return Some(unit);
    }
    if at.is(Class::Of) {
        return part_of(at);
    }
    let free = !at.token().has_proclitic() && (governs_definite(head) || !at.is_definite());
    if let Some(noun) = at.sense(Class::Noun, Sense::noun).filter(|_| free) {
        return Some(Thing { counted: known(at, noun), end: at.after(), is_plain: true });
    }
    if !free || !may_be_counted(at, head) {
        return None;
    }
    let noun = at.page().lexicon.declined(at.page().quote(at.stem()));
    let counted = noun.map_or(unknown(at), |noun| known(at, noun));
    Some(Thing { counted, end: at.after(), is_plain: false })
}

/// The place after the mark that closes around the numeral alone: (76) مراجعا, "40" قذيفة.
fn past_closing<'a>(head: &Head<'a>) -> Option<Cursor<'a>> {
    let at = head.end.here()?;
    let opened = head.numeral().previous().is_some_and(|p| !p.token().is_word() && !p.token().is_digits());
    let closes = [')', '"', '“', '”', '»', '«'].iter().any(|mark| at.is_sign(*mark));
    if opened && closes { at.next() } else { Some(at) }
}

/// Classes of numbers and scales stand before a definite genitive, other numbers do not: عشرات السجناء, 65 السجناء.
fn governs_definite(head: &Head<'_>) -> bool {
    let last = Cursor::new(head.end.page(), head.end.index() - 1);
    head.numeral.value.form == Form::Vague || last.is(Class::Scale) || head.is_part()
}

/// من عناصره, من المحتجين: the whole that some are of, in the plural.
fn part_of(of: Cursor<'_>) -> Option<Thing<'_>> {
    let at = of.next().filter(|at| at.token().is_word() && !at.token().has_proclitic())?;
    let opens = |sense| matches!(sense, Sense::Member(Member::Among | Member::Whole));
    if of.term(Class::Member).is_some_and(|(sense, _)| opens(sense)) {
        return None;
    }
    let plural = at.sense([Class::Dual, Class::Noun], |sense| match sense {
        Sense::NounPlural(noun) | Sense::DualOrPlural(noun) => Some(noun),
        _ => None,
    });
    let declined = || at.page().lexicon.declined(at.page().quote(at.stem())).filter(|_| !at.is_definite());
    if let Some(counted) = of_people(at) {
        return Some(Thing { counted, end: at.after(), is_plain: false });
    }
    let noun = plural.or_else(|| if is_another(at) { None } else { declined() });
    Some(Thing { counted: known(at, noun?), end: at.after(), is_plain: false })
}

/// Whether the lists have the word for something else than kin (عائلته), which it may well count.
fn is_another(at: Cursor<'_>) -> bool {
    at.token().word().is_known() && !at.means(Sense::Bond(Bond::Kin))
}

/// من طاقمها, من ميليشيات الجماعة, من الفارين: a word for people that is no noun for one of them.
fn of_people(at: Cursor<'_>) -> Option<Counted> {
    let state = |sense| matches!(sense, Sense::Trigger(Trigger { frame: Frame::State, .. })).then_some(());
    let noun = at.sense(Class::Noun, Sense::noun);
    let body = at.is(Class::People) && noun.is_none_or(|noun| noun.class == NounClass::Other);
    let people = body || at.is_definite() && noun.is_none() && at.sense(ClassSet::TRIGGERS, state).is_some();
    let lemma = noun.map(|noun| noun.lemma);
    people.then(|| Counted { span: at.stem(), noun: lemma, class: Some(NounClass::Person) })
}

/// م2, كم٢: a unit with the power written behind it.
fn squared(at: Cursor<'_>) -> Option<Thing<'_>> {
    let unit = at.sense(Class::Noun, Sense::noun).filter(|noun| noun.class == NounClass::Measure)?;
    let power = at.next().filter(|n| n.is_glued() && n.token().is_digits())?;
    let mut counted = known(at, unit);
    counted.span = counted.span.to(power.token().span);
    Some(Thing { counted, end: power.after(), is_plain: true })
}

fn known(at: Cursor<'_>, noun: Noun) -> Counted {
    Counted { span: at.stem(), noun: Some(noun.lemma), class: Some(noun.class) }
}

fn unknown(at: Cursor<'_>) -> Counted {
    Counted { span: at.stem(), noun: None, class: None }
}

/// What no share is of.
const NO_WHOLE: ClassSet = ClassSet::of(&[Class::Member, Class::NoNoun]);

/// The noun that a share is of: ثلثي المقترعين, 7٪ من السكان.
///
/// whole ::= of? definite-noun
pub(super) fn whole<'a>(head: &Head<'a>) -> Option<Thing<'a>> {
    let next = past_closing(head)?;
    let at = if next.is(Class::Of) { next.next()? } else { next };
    let word = at.token().is_word() && !at.token().has_proclitic();
    if !word || at.is(Class::TimeUnit) || at.classes().meets(NO_WHOLE) || at.numeral().is_some() {
        return None;
    }
    let bare = at.index() == next.index();
    let noun = at.sense(Class::Noun, Sense::noun).or_else(|| {
        let stranger = !is_another(at);
        stranger.then(|| at.page().lexicon.declined(at.page().quote(at.stem()))).flatten()
    });
    let stands = if bare { at.is_definite() && head.is_part() } else { noun.is_some() || at.is_definite() };
    let counted = noun.map_or(unknown(at), |noun| known(at, noun));
    stands.then_some(Thing { counted, end: at.after(), is_plain: false })
}
