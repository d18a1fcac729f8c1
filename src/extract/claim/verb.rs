//! `claim/verb`: a verb and those whom it befell behind it.

use super::near::{has_preposition, is_bond, is_marked_passive, is_nominal, starting, trigger};
use super::patient::{Patient, patient, taken};
use super::told::{Part, Told, told};
use super::{party, subject};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{Named, Predicate};
use crate::lexicon::{Bond, Class, ClassSet, Frame, Sense, Trigger, Whom};

/// The frames of the words that it reads.
const VERBS: ClassSet = ClassSet::of(&[Class::Either, Class::Active, Class::Passive]);

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/verb",
    starts: VERBS,
    takes: &[
        "قُتل 19 مدنياً على الأقل",
        "أصيب العشرات",
        "قتلت القوات 12 مسلحا",
        "ألقي القبض على نحو 100 عنصر",
        "قُتل جندي",
        "أودى بحياة 23 شخصاً",
        "قُتل في قصف مدفعي 19 مدنيا",
        "‹قتل الجنود طفلاً› في القرية",
        "أوقفت قوات \"درع الشمال\" ثلاثة أشخاص",
        "‹أُوقف المتهم› أمس",
        "‹نزح الأهالي› من المدينة",
        "‹أُطلق سراح الموقوفين› أمس",
        "‹قتل القيادي وأربعة مسلحين› في كمين",
        "اعتقلت قوات الأمن عدداً من الأطفال",
        "‹قتلوا رجلاً› فلسطينياً قرب السياج",
        "هدم ما بين 20 و25 منزلاً",
        "أتلفت النيران أربعة هكتارات",
        "‹توفي خامس› في المستشفى",
        "قُتل الإخوة الأربعة",
        "لم ‹يُصب إلا ثلاثة›",
        "ما ‹اعتُقل أحد›",
        "ضبطت الشرطة 14 بندقية",
        "نشرت السلطات 500 جندي",
        "‹قتل شرطي تركي ومدني› في المدينة",
        "‹قتل شرطي أبيض شاباً› أسود",
        "‹قصفت 3 طائرات تركية 4 مواقع› في الجبال",
        "‹قتل ثلاثة مسلحين جندياً› في الكمين",
        "أطلقت الجماعة 74 أسيراً",
        "فقد ثلاثة من أبنائه",
    ],
    leaves: &[
        "قتل القائد في 3 هجمات",
        "أصيب الاقتصاد بالركود",
        "أصيب الموسم بالجفاف 3 سنوات",
        "القصف العنيف على شارع 26",
        "أوقف المتهم السيارة",
        "يخطف صاحب الرقم 10 هدف التعادل",
        "خطف عناصر من الجماعة قائد الفرقة",
        "قضى الوزير يومين في القرية",
        "أصاب الوزير حين قال",
        "نشرت الصحيفة ثلاثة تقارير",
        "أطلق ثلاثة جنود النار",
        "فقد ثلاثة عمال وظائفهم",
        "غرق قارب على متنه 28 مهاجراً",
        "محضر ضبط لتغريم 100 موقع",
        "بيان نشر على موقع الوزارة ان عدد 6966 موقوفا",
    ],
    find,
};

/// verb ::= verb-of-event (and verb-of-event)? patient
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    let (verb, end) = trigger(at, VERBS)?;
    if end.index() > at.index() + 1 {
        return read(at, verb, end);
    }
    // By itself the verb is the end of a man, with على his doing: قضى.
    at.sense(ClassSet::TRIGGERS, |sense| match sense {
        Sense::Trigger(verb) if VERBS.has(verb.frame.class()) => read(at, verb, end),
        _ => None,
    })
}

/// The same of one meaning of the verb.
fn read<'a>(at: Cursor<'a>, verb: Trigger, end: Cursor<'a>) -> Option<Match<Told>> {
    let passive = verb.frame == Frame::Either && is_marked_passive(at, verb);
    let verb = if passive { Trigger { frame: Frame::Passive, ..verb } } else { verb };
    if has_preposition(at) || at.has_article() || verb.frame == Frame::Either && is_nominal(at) {
        return None;
    }
    let joint = joint(verb, end).filter(|_| !has_subject(at, verb.predicate));
    let (predicate, end) = joint.unwrap_or((verb.predicate, end));
    let patient = patient(end, Trigger { predicate, ..verb })?;
    if !befits_its_people(at, verb, &patient) {
        return None;
    }
    let mut found = told(at, end, taken(at, predicate, &patient), verb.ahead, patient.parts)?;
    found.value.by = patient.by.or_else(|| doer_before(at, verb, &found.value));
    Some(found)
}

/// Whether a word that tells of such an event of some people alone tells of them: أطلق of prisoners or of some who were
/// told of (أطلقت 41 منهن), else of fire (أطلق ثلاثة جنود النار); فقد of kin.
pub(super) fn befits_its_people(at: Cursor<'_>, word: Trigger, patient: &Patient) -> bool {
    let names = |part: &Part| match word.whom {
        Whom::Anyone | Whom::Counted => true,
        Whom::Marked => is_marked_passive(at, word),
        Whom::Kin => names_kin(at, part),
        Whom::Prisoners => names_prisoners(at, part),
    };
    patient.parts.first().is_none_or(names)
}

fn names_prisoners(at: Cursor<'_>, part: &Part) -> bool {
    let page = at.page();
    let Some(found) = starting(page, part.tokens.0 as usize) else { return false };
    let inmate = |place: Cursor<'_>| is_bond(place, Bond::Inmate) || trigger(place, Class::Tallied).is_some();
    let mut words = (found.start..found.end).map(|token| Cursor::new(page, token as usize));
    words.any(inmate) || found.value.subset_of.is_some()
}

/// How many tokens behind a number its kin may stand: ثلاثة عشر فرداً من عائلته.
const KIN: usize = 3;

fn names_kin(at: Cursor<'_>, part: &Part) -> bool {
    let last = part.tokens.1 as usize;
    let mut words = (part.tokens.0 as usize..last + KIN).map_while(|token| at.at(token));
    part.quantity.is_some() && words.any(|word| is_bond(word, Bond::Kin))
}

/// The actor right before a verb that has those whom it befell behind it: حزب العمال قتل ثلاثة.
fn doer_before(at: Cursor<'_>, verb: Trigger, told: &Told) -> Option<Named> {
    let counts = told.parts.first().is_some_and(|part| part.quantity.is_some());
    let actor = party::ending(at.page(), at.index()).filter(|_| counts && verb.frame != Frame::Passive)?;
    Some(Named { span: actor.span, entity: Some(actor.value.id.clone()) })
}

/// Whether those whom the first verb befell stand before it, so that a second has its own: 43 شخصا قتلوا وأصيب 173.
fn has_subject(at: Cursor<'_>, predicate: Predicate) -> bool {
    let one = at.previous().is_some_and(|before| party::person(before).is_some());
    one || subject::before(at, predicate).is_some()
}

/// قتل وأصيب, مقتل وإصابة: the dead and the wounded under one number.
pub(super) fn joint(first: Trigger, end: Cursor<'_>) -> Option<(Predicate, Cursor<'_>)> {
    let next = end.joined()?;
    let (second, end) = next.sense(ClassSet::TRIGGERS, |sense| match sense {
        Sense::Trigger(trigger) => Some((trigger, next.after())),
        _ => None,
    })?;
    let pair = [first.predicate, second.predicate];
    let both = pair.contains(&Predicate::Killed) && pair.contains(&Predicate::Wounded);
    (both && !matches!(second.frame, Frame::Event)).then_some((Predicate::Casualties, end))
}
