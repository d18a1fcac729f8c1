//! `claim/split`: a verb and the words that close its phrase behind its subject: أطلقت الحركة سراح رهينتين, فارق طفلان
//! الحياة.

use super::near::{
    any_trigger, around, breaks, covering, has_preposition, is_bond, is_cue, is_verb, trigger,
};
use super::parts::chain;
use super::patient::{direct, doer_of, past_mark};
use super::subject::{before, has_its_own};
use super::told::{Part, Told, told};
use crate::extract::cursor::Cursor;
use crate::extract::rule::{Match, Rule};
use crate::fact::{EntityKind, Predicate};
use crate::lexicon::{Bond, Class, ClassSet, Frame, Particle, Sense, SourceNoun, Spelling, Trigger};
use crate::text::Key;

pub(super) const RULE: Rule<Told> = Rule {
    name: "claim/split",
    starts: ClassSet::of(&[Class::Split]),
    takes: &[
        "أطلقت حماس سراح رهينتين",
        "نفذت السلطات حكم الإعدام بثلاثة مدانين",
        "تنفذ حكم الإعدام في ثلاثة مدانين",
        "أودى الحريق بحياة سبع نساء",
        "‹فارق طفلان الحياة› في الطريق",
        "سلّم أربعة آخرون أنفسهم",
        "‹تعرض اثنان لحروق›",
        "‹8,340 أسرة غادرت قراها› منذ مطلع الشهر",
        "‹96 أسيراً أطلقت الجماعة سراحهم› أمس",
        "ألقت قوات الأمن القبض على تسعة مهاجمين",
        "‹لجأ 120 ألفاً› إلى تشاد",
        "فُقد الاتصال بثلاثة متسلقين",
        "أخرج رجال الإطفاء خمسة أشخاص أحياء",
        "‹فرّ 300 شخص من منازلهم› ليلاً",
        "البحث مستمر عن بحار واحد",
        "يجهلون مصير تسعة أشخاص",
        "أدانت المحكمة تسعة أشخاص بخمس سنوات سجناً",
        "‹نفذت وزارة الداخلية اليوم حكم القتل تعزيراً بمنطقة الرياض في المدان› أمس",
    ],
    leaves: &[
        "أطلقت الحركة صاروخين",
        "فارق المدينة منذ 3 سنوات",
        "نفذت السلطات 3 مشاريع",
        "لجأ 20 نائباً إلى القضاء",
        "سلّم أربعة طلاب أوراقهم",
        "نفذت وزارة الداخلية حكم القتل تعزيراً",
        "البحث عن ثلاثة مسلحين",
        "يبحثون عن ثلاثة لاعبين",
    ],
    find,
};

/// How many tokens behind the verb its phrase closes at most.
const GAP: usize = 10;

/// How many tokens may stand in the phrase of which those whom it befell stand before the verb.
const NEAR: usize = 2;

/// split ::= quantities? opening-verb (doer closing-words patient | patient closing-words)
fn find(at: Cursor<'_>) -> Option<Match<Told>> {
    // A phrase that is no word of saying (أدانت المحكمة) may well be one of these.
    if at.phrase(ClassSet::TRIGGERS).is_some() || has_preposition(at) || at.token().has_article() {
        return None;
    }
    let near = words_near(at);
    let may_close = |verb: Trigger| verb.with.is_some_and(|with| near & bit(with.first.hint()) != 0);
    at.sense(ClassSet::TRIGGERS, |sense| match sense {
        Sense::Trigger(verb) if verb.frame == Frame::Split && may_close(verb) => closed(at, verb),
        _ => None,
    })
}

/// The words that may close a phrase, by a bit of each: a verb opens several phrases, of which most do not stand here.
fn words_near(at: Cursor<'_>) -> u64 {
    let places = std::iter::successors(at.next(), |place| place.next()).take(GAP);
    places.filter_map(|place| place.token().hint()).fold(0, |all, hint| all | bit(hint))
}

fn bit(hint: u8) -> u64 {
    1 << (hint & 63)
}

/// The phrase of the verb at a place, closed as this meaning of it asks.
fn closed(at: Cursor<'_>, verb: Trigger) -> Option<Match<Told>> {
    let first = at.next()?;
    let (close, end) = closing(first, verb.with?)?;
    if is_search(verb) {
        return sought(at, end, verb);
    }
    let end = if close.is(Class::To) && end.index() == close.index() + 1 { refuge(end, close)? } else { end };
    let object = Trigger { frame: Frame::Masdar, with: None, ..verb };
    let objects =
        || past_preposition(end).and_then(|from| object_of(from, object)).or_else(|| judged(end, object));
    if let Some(parts) = takes_object(verb).then(objects).flatten() {
        let mut found = told(at, end, verb.predicate, verb.ahead, parts)?;
        found.value.by = doer_of(first, close);
        return Some(found);
    }
    if let Some((number, parts)) = before_close(first, close, verb) {
        let mut found = told(at, end, verb.predicate, verb.ahead, parts)?;
        found.value.by = if number.index() > first.index() { doer_of(first, number) } else { None };
        return Some(found);
    }
    let near = close.index() <= first.index() + NEAR || takes_back(close);
    let own = has_its_own(first, verb.predicate);
    if let Some(found) = before(at, verb.predicate).filter(|_| near && !own && !at.token().has_conjunction())
    {
        let parts = chain(Cursor::new(at.page(), found.start as usize), verb.predicate)?;
        let parts = parts.into_iter().filter(|part| (part.tokens.1 as usize) <= at.index()).collect();
        return told(at, end, verb.predicate, verb.ahead, parts);
    }
    if verb.predicate == Predicate::Freed && takes_back(close) {
        return None;
    }
    let subject = Trigger { frame: Frame::Passive, with: None, ..verb };
    let patient =
        direct(first, subject).filter(|_| close.index() > first.index() && !is_power(first, verb))?;
    told(at, end, verb.predicate, verb.ahead, patient.parts)
}

/// Whether somebody is looked for: البحث جارٍ عن.
fn is_search(verb: Trigger) -> bool {
    verb.predicate == Predicate::Missing && verb.with.is_some_and(|close| close.words == SEARCH)
}

/// What those who are looked for stand behind.
const SEARCH: &str = "عن";

/// Those who are looked for are missing, but for fighters and culprits: البحث مستمر عن بحار واحد.
fn sought(at: Cursor<'_>, end: Cursor<'_>, verb: Trigger) -> Option<Match<Told>> {
    let first = end.here()?;
    let patient = direct(first, Trigger { frame: Frame::Masdar, with: None, ..verb })?;
    let whole = patient.parts.first().filter(|part| part.quantity.is_some())?;
    let words = first.index()..whole.tokens.1 as usize;
    let mut words =
        words.map(|token| Cursor::new(first.page(), token)).chain(first.at(whole.tokens.1 as usize));
    let is_hunted = |word: Cursor<'_>| {
        [Bond::Hunted, Bond::Inmate, Bond::Sought].into_iter().any(|bond| is_bond(word, bond))
            || word.classes().meets(ClassSet::TRIGGERS)
    };
    if words.any(is_hunted) {
        return None;
    }
    let predicate = if is_manhunt(at) { Predicate::AtLarge } else { verb.predicate };
    told(at, end, predicate, verb.ahead, patient.parts)
}

/// القبض على عشرة، والبحث عن أربعة آخرين: behind arrests and escapes those who are looked for are at large.
fn is_manhunt(at: Cursor<'_>) -> bool {
    let page = at.page();
    let before = (around(at).start..at.index()).rev();
    let mut told = before.filter_map(|token| any_trigger(Cursor::new(page, token)));
    let hunted = [Predicate::Captured, Predicate::Escaped, Predicate::AtLarge, Predicate::Seized];
    told.find(|(event, _)| event.predicate.is_of_people() || event.predicate == Predicate::Seized)
        .is_some_and(|(event, _)| hunted.contains(&event.predicate))
}

/// Whether those whom it befell may stand behind the closing words: أطلقت الحركة سراح رهينتين.
fn takes_object(verb: Trigger) -> bool {
    use Predicate::{Captured, Displaced, Freed, Killed, Missing};
    matches!(verb.predicate, Captured | Displaced | Freed | Killed | Missing)
}

/// Whether the closing word points back to those who were named before: سراحهم.
fn takes_back(close: Cursor<'_>) -> bool {
    !close.is_definite() && close.page().quote(close.stem()).ends_with(['ه', 'ا', 'م'])
}

/// Those on whom a judgment is carried out, behind its manner and place: حكم القتل تعزيراً بمنطقة الرياض في المدعو.
fn judged(end: Cursor<'_>, object: Trigger) -> Option<Vec<Part>> {
    let behind =
        std::iter::successors(end.here().filter(|_| object.predicate == Predicate::Killed), |place| {
            place.next()
        });
    let mut words =
        behind.take(GAP).take_while(|place| place.token().is_word() && !breaks(*place) && !is_verb(*place));
    let on = |place: Cursor<'_>| place.is(Class::In) || is_bond(place, Bond::Against);
    words.find_map(|place| direct(place.next().filter(|_| on(place))?, object)).map(|patient| patient.parts)
}

/// A body or an armed group, of which it is not told that it was killed, caught or freed.
fn is_power(first: Cursor<'_>, verb: Trigger) -> bool {
    let body = |sense| matches!(sense, Sense::SourceNoun(SourceNoun::Body)).then_some(());
    let acts = matches!(verb.predicate, Predicate::Killed | Predicate::Captured | Predicate::Freed);
    let actor = || first.page().entity_at(first.index()).is_some_and(|e| e.value.kind == EntityKind::Actor);
    acts && (first.sense(Class::SourceNoun, body).is_some() || actor())
}

/// The place before إلى, if a place that is named stands behind it: لجأ 120 ألفاً إلى تشاد.
fn refuge<'a>(end: Cursor<'a>, close: Cursor<'a>) -> Option<Cursor<'a>> {
    let place = end.page().entity_at(end.here()?.index())?;
    (place.value.kind == EntityKind::Place).then_some(close)
}

/// Before the length of time that ends before a place: بخمس سنوات | سجنا.
fn past_length(at: Cursor<'_>) -> Cursor<'_> {
    let last = at.index().checked_sub(1).and_then(|last| at.page().time_to(last));
    last.filter(|time| time.value.is_length()).map_or(at, |time| Cursor::new(at.page(), time.start as usize))
}

/// Those who are counted right before the closing words: أخرج رجال الإطفاء خمسة أشخاص أحياء.
fn before_close<'a>(first: Cursor<'a>, close: Cursor<'a>, verb: Trigger) -> Option<(Cursor<'a>, Vec<Part>)> {
    let close = past_length(close);
    let state = |last: &Cursor<'_>| trigger(*last, Class::State).is_some();
    let close = close.previous().filter(state).unwrap_or(close);
    let found = covering(close.page(), close.previous()?.index())?;
    let number = Cursor::new(close.page(), found.start as usize);
    let fits = found.end as usize == close.index() && number.index() >= first.index();
    let parts = chain(number, verb.predicate).filter(|_| fits && !has_preposition(number))?;
    Some((number, parts))
}

/// Those behind the closing words, which may have their preposition on them: الاتصال بثلاثة متسلقين.
fn object_of(from: Cursor<'_>, object: Trigger) -> Option<Vec<Part>> {
    let takes_with = matches!(object.predicate, Predicate::Killed | Predicate::Missing);
    let governed = || chain(from, object.predicate).filter(|_| takes_with && has_preposition(from));
    direct(from, object).map(|patient| patient.parts).or_else(governed)
}

/// Past the preposition that some phrases close with: القبض على, حكم الإعدام في, حكم الإعدام بحق.
fn past_preposition(end: Cursor<'_>) -> Option<Cursor<'_>> {
    let from = end.here()?;
    let from = if is_bond(from, Bond::Therein) { from.next()? } else { from };
    if is_bond(from, Bond::Against) {
        return from.term(Class::Bond)?.1.here();
    }
    let on = from.means(Sense::Particle(Particle::On)) || from.is(Class::In);
    if on { from.next().map(past_mark) } else { Some(from) }
}

/// The closing words behind the subject, from their first to the place after them.
fn closing<'a>(first: Cursor<'a>, words: &Spelling) -> Option<(Cursor<'a>, Cursor<'a>)> {
    let places = || std::iter::successors(Some(first), |place| place.next()).take(GAP);
    let begins = |place: &Cursor<'a>| place.page().spells(place.index(), words.first);
    let (close, end) =
        places().filter(begins).find_map(|place| spelt(place, words.words).map(|end| (place, end)))?;
    places().take_while(|place| place.index() < close.index()).all(goes_on).then_some((close, end))
}

/// Whether the phrase may go on behind the token here.
fn goes_on(place: Cursor<'_>) -> bool {
    let is_counted = || covering(place.page(), place.index()).is_some();
    !breaks(place) && !is_verb(place) && (!is_cue(place) || is_counted())
}

/// The place after those words, the first of which stands here, if the others do.
fn spelt<'a>(at: Cursor<'a>, words: &str) -> Option<Cursor<'a>> {
    let mut place = at;
    for word in words.split(' ').skip(1) {
        place = place.next()?;
        if !place.page().spells(place.index(), Key::of(word)?) {
            return None;
        }
    }
    Some(place.after())
}
