//! `claim/masdar`: a verbal noun and those whom it befell.

use super::near::{is_nominal, trigger};
use super::patient::{patient, taken};
use super::told::{Told, told};
use super::verb::joint;
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::lexicon::{Class, ClassSet, Frame, Trigger};

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/masdar",
    starts: ClassSet::of(&[Class::Trigger]),
    takes: &[
        "مقتل19 مدنياً",
        "القبض على 100",
        "مقتل وإصابة العشرات",
        "إطلاق سراح عشرات",
        "إصابة نحو 30 شخصا",
        "مقتل امرأة",
        "‹مصرع العميد› صالح قايد في تعز",
        "اعتقال الشرطة 12 شخصا",
    ],
    leaves: &["إصابة 3 منازل", "تدمير حل الدولتين", "موت الديمقراطية", "اعتقال تعسفي"],
    find,
};

/// masdar ::= verbal-noun (and verbal-noun)? patient
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (noun, end) = trigger(at, |frame| matches!(frame, Frame::Masdar | Frame::Either))?;
    let is_noun = noun.frame == Frame::Masdar || is_nominal(at);
    if !is_noun || at.has_article() && end.index() == at.index() + 1 {
        return None;
    }
    let (predicate, end) = joint(noun, end).unwrap_or((noun.predicate, end));
    let patient = patient(end, Trigger { predicate, frame: Frame::Masdar, ..noun })?;
    let mut found = told(at, end, taken(at, predicate, &patient), false, patient.parts)?;
    found.value.by = patient.by;
    Some(found)
}
