//! `claim/masdar`: a verbal noun and those whom it befell.

use super::near::{has_preposition, is_nominal, trigger};
use super::parts::chain;
use super::party::{person, phrase};
use super::patient::{Patient, patient, taken};
use super::told::{Part, Told, told};
use super::verb::{befits_its_people, joint};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::Predicate;
use crate::lexicon::{Class, ClassSet, Frame, Trigger};
use crate::text::fold;

/// The frames of the words that it reads.
const FRAMES: ClassSet = ClassSet::of(&[Class::Masdar, Class::Either]);

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/masdar",
    starts: FRAMES,
    takes: &[
        "مقتل19 مدنياً",
        "القبض على 100",
        "مقتل وإصابة العشرات",
        "إطلاق سراح عشرات",
        "إصابة نحو 30 شخصا",
        "مقتل امرأة",
        "‹مصرع العميد› صالح قايد في تعز",
        "اعتقال الشرطة 12 شخصا",
        "‹احتجاز المهاجمين لعناصر› من الحراس",
        "الإفراج خلال أيام عن سبعين",
        "إفراج السلطات عن عشرين سجيناً",
    ],
    leaves: &[
        "إصابة 3 منازل",
        "تدمير حل الدولتين",
        "موت الديمقراطية",
        "اعتقال تعسفي",
        "لأسر الضحايا الأحد عشر",
    ],
    find,
};

/// احتجاز المهاجمين لعناصر: those whom it befell behind who did it, with ل.
fn behind_doer(end: Cursor<'_>, noun: Trigger) -> Option<Patient> {
    let doer = end.here().filter(|doer| doer.is_definite() && !has_preposition(*doer))?;
    let named = person(doer).is_some() || doer.page().entity_at(doer.index()).is_some();
    let object = doer.next().filter(|object| named && noun.predicate.is_of_people() && is_for(*object))?;
    let parts = chain(object, noun.predicate).or_else(|| {
        let tokens = (object.index() as u32, object.index() as u32 + 1);
        let many = person(object).is_some() && !object.is_definite();
        many.then(|| vec![Part::plain(tokens.0, tokens.1).named(Some(phrase(object.page(), tokens)))])
    })?;
    Some(Patient { parts, by: Some(phrase(doer.page(), (doer.index() as u32, doer.index() as u32 + 1))) })
}

/// أسر الضحايا: the families of those who died.
fn is_of_the_dead(at: Cursor<'_>) -> bool {
    let dead = |event: Trigger| matches!(event.predicate, Predicate::Killed | Predicate::Casualties);
    trigger(at, Class::Victim).is_some_and(|(event, _)| dead(event))
}

/// Whether ل is written onto the word at a place.
fn is_for(at: Cursor<'_>) -> bool {
    has_preposition(at) && fold(at.page().quote(at.token().span)).starts_with('ل')
}

/// masdar ::= verbal-noun (and verbal-noun)? (doer ل)? patient
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (noun, end) = trigger(at, FRAMES)?;
    let is_noun = noun.frame == Frame::Masdar || is_nominal(at);
    if !is_noun || at.has_article() && noun.with.is_none() && end.index() == at.index() + 1 {
        return None;
    }
    if noun.predicate == Predicate::Captured && end.here().is_some_and(is_of_the_dead) {
        return None;
    }
    let (predicate, end) = joint(noun, end).unwrap_or((noun.predicate, end));
    let noun = Trigger { predicate, frame: Frame::Masdar, ..noun };
    let patient = behind_doer(end, noun)
        .or_else(|| patient(end, noun))
        .filter(|patient| befits_its_people(at, noun, patient))?;
    let mut found = told(at, end, taken(at, predicate, &patient), false, patient.parts)?;
    found.value.by = patient.by;
    Some(found)
}
