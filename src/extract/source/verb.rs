//! A verb of saying with its source after it, before it, or understood.

use super::super::cursor::Cursor;
use super::super::rule::{Match, Rule};
use super::according::addressed;
use super::complement::{Complement, complement, described, leads_with_by, posted};
use super::draft::{Draft, Reach, cue, words};
use super::phrase::{Ending, Phrase, Weight, phrase};
use super::subject::{is_indeed, subject};
use super::word::{adverb, announces, is_particle, leads_with, may_lead_with_by, partitive, time};
use crate::fact::Stance;
use crate::lexicon::{Class, ClassSet, Cue, CueShape, Particle, Takes};

/// verb source? what-follows
pub(super) const RULE: Rule<Draft> = Rule {
    name: "source/verb",
    starts: ClassSet::of(&[Class::Cue]),
    takes: &[
        "قال المتحدث",
        "أكد شاهد عيان وقوع انفجار",
        "أعلنت الشرطة أن الطريق مقطوع",
        "المرصد قال إن القصف توقف",
        "أوضح مدير المعبر، في بيان، أن الطريق مقطوع",
        "قال مدير المعبر، الذي زار المكان، إن الطريق مقطوع",
        "قال مدير المعبر -وهو من سكان المدينة-: إن الطريق مقطوع",
        "قال مدير المعبر، طلب عدم كشف اسمه، إن الطريق مقطوع",
        "أعلنت الشرطة في وقت لاحق مقتل خمسة",
        "أعلنت أمس الشرطة مقتل خمسة",
        "قسد تنفي رواية أعماق",
        "نفت الوزارة الخبر",
        "نفت الحركة كذلك",
        "قال واحد من أبرز الضباط إن الطريق مقطوع",
        "أعلن عدد من الناشطين مقتل خمسة",
        "أشار البيان الذي أصدرته الحركة إلى أن الطريق مقطوع",
        "قال الطبيب مرة أخرى إن اللقاح آمن",
        "تقول المعلمة لتلاميذها كل صباح: افتحوا النوافذ",
        "الجسر، كما قالت البلدية، مغلق حتى إشعار آخر",
        "ختم بالقول إن الأزمة عابرة",
    ],
    leaves: &[
        "نقل الجرحى إلى المستشفى",
        "لم تعلن أي جهة مسؤوليتها",
        "قبل أن يعلن الحكم",
        "ذكر وأنثى",
        "طلب عدم كشف اسمه، إن الطريق مقطوع",
        "نفى التهمة، فقتل اثنان من شهوده",
        "ويدعى آدم إسحق أن الطريق مقطوع",
        "تعتبر المدينة من أهم المدن",
        "الثانية أقرت بعد حذف فقرتين",
    ],
    find,
};

fn find(place: Cursor<'_>) -> Option<Match<Draft>> {
    let verb = |word: Cue| matches!(word.shape, CueShape::Past | CueShape::Present | CueShape::Suffixed);
    let (word, after) = cue(place, verb)?;
    if is_governed(place, word)
        || is_passive(place, word, after)
        || word.takes.has(Takes::INDEED) && !is_indeed(place)
    {
        return None;
    }
    let span = words(place, after);
    let draft = if let Some(source) = subject(place) {
        before(&source, word, after).map(|reach| Draft::of(span, word, Some(&source), reach))
    } else {
        let read = source_after(place, word, after);
        read.map(|(source, reach)| Draft::of(span, word, source.as_ref(), reach))
    };
    let mut draft = draft?;
    if let (Some(stance), _) = so_called(after) {
        draft.word.stance = stance;
    }
    Some(draft.found(after.index()))
}

/// Denied, wished or asked for (لم يقل, أن يقول), or a noun of the same letters after a preposition: رغم تعهد الشركة.
fn is_governed(place: Cursor<'_>, word: Cue) -> bool {
    let text = place.page().quote(place.token().span);
    if place.token().has_proclitic() && !place.token().has_conjunction() {
        return true;
    }
    let is_past = word.shape == CueShape::Past;
    let governs = |p| match p {
        Particle::Not => true,
        Particle::That => word.shape == CueShape::Present,
        Particle::From | Particle::In => is_past,
        _ => false,
    };
    text.is_empty() || place.previous().is_some_and(|before| is_particle(before, governs))
}

/// يدعى (is named), تعتبر (is held to be): the active is told from the passive by أن alone, right after its source.
fn is_passive(place: Cursor<'_>, word: Cue, after: Cursor<'_>) -> bool {
    if word.shape != CueShape::Present || !word.takes.has(Takes::ACTIVE) {
        return false;
    }
    let says = |end| complement(end, word.takes).is_some_and(|found| found.is_certain && found.is_direct);
    let source = after.here().and_then(|next| phrase(next, Ending::Open));
    place.token().ends_in_maqsura() || !says(after) && !source.is_some_and(|source| says(source.end))
}

/// What is said after a verb whose source stands before it.
fn before(source: &Phrase<'_>, word: Cue, after: Cursor<'_>) -> Option<Reach> {
    if word.shape == CueShape::Suffixed {
        return None;
    }
    let found = what_follows(after, word);
    let found = found.filter(|f| f.is_certain || may_take_object(source, word, after))?;
    Some(found.reach)
}

/// قسد تنفي رواية الوكالة: in the present only after a source of the lists, where it is denied or an event.
fn may_take_object(source: &Phrase<'_>, word: Cue, after: Cursor<'_>) -> bool {
    let is_matter = || word.stance == Stance::Denying || after.here().is_some_and(announces);
    match word.shape {
        CueShape::Past => is_enough(source, word),
        CueShape::Present => source.weight == Weight::Known && is_matter(),
        _ => false,
    }
}

fn is_enough(source: &Phrase<'_>, word: Cue) -> bool {
    let needed = if word.takes.has(Takes::KNOWN) { Weight::Known } else { Weight::Definite };
    source.weight >= needed
}

fn what_follows(end: Cursor<'_>, word: Cue) -> Option<Complement> {
    if word.takes.has(Takes::AS) {
        return described(end);
    }
    let found = complement(end, word.takes);
    if word.takes.has(Takes::POST) { found.or_else(|| posted(end)) } else { found }
}

/// The source after the verb, if there is one, and what is said.
fn source_after<'a>(place: Cursor<'a>, word: Cue, after: Cursor<'a>) -> Option<(Option<Phrase<'a>>, Reach)> {
    let (_, after_name) = so_called(after);
    let after_time = after_name.here().and_then(time).unwrap_or(after_name);
    let beyond = beyond_pronoun(after_time, word).unwrap_or(after_time);
    let next = beyond_addressee(beyond).here().filter(|_| !word.takes.has(Takes::ALONE));
    let Some(next) = next.filter(|next| !opens_complement(*next, word)) else {
        return understood(place, word, after).map(|reach| (None, reach));
    };
    let Some(open) = phrase(next, Ending::Open) else {
        return understood(place, word, after).map(|reach| (None, reach));
    };
    let (source, found) = settle(open, word)?;
    if stands_behind(place, &source, word, found) {
        return Some((Some(source), Reach::Around));
    }
    if is_object(&source, word, found) {
        return found.map(|found| (None, found.reach));
    }
    match found {
        Some(found) if found.is_certain || is_enough(&source, word) || governs_name(&source, word, found) => {
            (word.shape != CueShape::Suffixed || word.takes.has(Takes::AS))
                .then_some((Some(source), found.reach))
        }
        None if word.takes.has(Takes::FREE) => aside(place, &source, word).map(|reach| (Some(source), reach)),
        None if word.shape == CueShape::Suffixed && (sums_up(place) || takes_up(place, &source, word)) => {
            Some((Some(source), Reach::Nowhere))
        }
        None if takes_this(after_time, &source, word) => Some((Some(source), Reach::Nowhere)),
        None if denies_too(&source, word) => Some((Some(source), Reach::Nowhere)),
        _ => None,
    }
}

/// كما أعلنت السلطات: what the source says stands around it, and nothing of its own follows.
fn stands_behind(place: Cursor<'_>, source: &Phrase<'_>, word: Cue, found: Option<Complement>) -> bool {
    let Some(before) = place.previous().filter(|p| is_particle(*p, |p| p == Particle::As)) else {
        return false;
    };
    let mut end = source.end;
    while let Some(after) = end.here().and_then(|here| time(here).or_else(|| adverb(here))) {
        end = after;
    }
    let closes = end.here().is_none_or(|sign| ['،', ',', '.'].iter().any(|c| sign.is_sign(*c)));
    let heads = before.page().sentence(before.index()).start == before.index();
    let says =
        word.takes.has(Takes::THAT) && (source.weight == Weight::Known || !word.takes.has(Takes::KNOWN));
    !heads && closes && says && source.weight > Weight::Bare && !found.is_some_and(|found| found.is_certain)
}

/// وصف القرار بأنه: the one word between is what is described, unless it is a source.
fn is_object(source: &Phrase<'_>, word: Cue, found: Option<Complement>) -> bool {
    let alone = source.end.index() == source.first.index() + 1;
    let verb = word.takes.has(Takes::AS) && word.shape != CueShape::Suffixed;
    verb && alone && source.weight == Weight::Definite && found.is_some_and(|found| found.is_certain)
}

/// وأكدته الصحيفة: what was said before is denied or affirmed by another.
fn takes_up(place: Cursor<'_>, source: &Phrase<'_>, word: Cue) -> bool {
    let judges = matches!(word.stance, Stance::Affirming | Stance::Denying);
    judges && place.token().has_conjunction() && source.weight > Weight::Bare
}

/// ونفت الحركة كذلك.
fn denies_too(source: &Phrase<'_>, word: Cue) -> bool {
    let too = source.end.here().and_then(adverb);
    let ends =
        too.is_some_and(|after| after.here().is_none_or(|sign| sign.is_sign('.') || sign.is_sign('،')));
    word.stance == Stance::Denying && source.weight == Weight::Known && ends
}

/// ما يسمى between a verb and its source, after which the text stands off.
fn so_called(after: Cursor<'_>) -> (Option<Stance>, Cursor<'_>) {
    let found = after.here().and_then(|next| cue(next, |word| word.shape == CueShape::SoCalled));
    found.map_or((None, after), |(word, name)| (Some(word.stance), name))
}

/// أفاد بذلك مدير المعبر: what was said before is what the source said.
fn takes_this(after: Cursor<'_>, source: &Phrase<'_>, word: Cue) -> bool {
    let this = |here: Cursor<'_>| is_particle(here, |p| p == Particle::For) && leads_with_by(here);
    let verb = word.shape == CueShape::Past && word.takes.has(Takes::BY);
    verb && source.weight == Weight::Known && after.here().is_some_and(this)
}

/// The place after a preposition with its pronoun, where the source stands after it: قال له مدير المعبر, رحب بذلك الوزير.
fn beyond_pronoun<'a>(after: Cursor<'a>, word: Cue) -> Option<Cursor<'a>> {
    let here = after.here().filter(|here| is_particle(*here, |p| p == Particle::For))?;
    let bare = here.token().ends_in_tatweel() || word.takes.has(Takes::ALONE);
    let source = here.next().filter(|_| !bare).and_then(|next| phrase(next, Ending::Strict))?;
    (source.weight > Weight::Bare && source.first.token().is_word()).then(|| here.after())
}

/// The place after those who are told, where the source stands after them: أوضح لـ«عكاظ» مدير المعبر.
fn beyond_addressee(after: Cursor<'_>) -> Cursor<'_> {
    let told = || {
        let first = addressed(after.here()?)?;
        let told = phrase(first, Ending::Strict)?;
        let source =
            phrase(told.end.here()?, Ending::Strict).filter(|source| source.weight > Weight::Bare)?;
        source.first.token().is_word().then_some(told.end)
    };
    told().unwrap_or(after)
}

/// أعلن زيلينسكي عن: a name that no list has, where a preposition follows it.
fn governs_name(source: &Phrase<'_>, word: Cue, found: Complement) -> bool {
    !word.takes.has(Takes::KNOWN) && source.weight == Weight::Bare && found.is_governed
}

/// The phrase of the source, as far as it goes before what is said.
fn settle(open: Phrase<'_>, word: Cue) -> Option<(Phrase<'_>, Option<Complement>)> {
    let follows = |end| what_follows(end, word);
    let found = follows(open.end);
    let is_plain = !word.takes.has(Takes::OBJECT);
    if found.is_some_and(|f| f.is_certain && (is_plain || f.is_direct && !f.is_governed)) {
        return Some((open, found));
    }
    let strict = phrase(open.first, Ending::Strict)?;
    Some((strict, follows(strict.end)))
}

/// What is announced stands where a source might: أعلنت مقتل خمسة, أفاد بانتشال جثة.
fn opens_complement(next: Cursor<'_>, word: Cue) -> bool {
    let is_source = || next.is(Class::SourceNoun) || partitive(next).is_some();
    let object = word.takes.has(Takes::OBJECT) && announces(next) && !is_source();
    object || leads_with(next) || word.takes.has(Takes::BY) && may_lead_with_by(next)
}

/// What is said where the source is understood.
fn understood(place: Cursor<'_>, word: Cue, after: Cursor<'_>) -> Option<Reach> {
    let is_present = word.shape == CueShape::Present;
    let impersonal = is_present && (word.stance == Stance::Unconfirmed || !follows_on(place));
    let found = what_follows(after, word)?;
    let remote = word.stance == Stance::Unconfirmed && !found.is_direct;
    let bare = word.shape == CueShape::Suffixed || word.takes.has(Takes::AS);
    if impersonal || remote || bare && !(word.takes.has(Takes::AS) && found.is_certain) {
        return None;
    }
    let object =
        word.takes.has(Takes::OBJECT) && !word.takes.has(Takes::KNOWN) && after.here().is_some_and(announces);
    let governed = found.is_governed && !word.takes.has(Takes::KNOWN);
    (found.is_certain || governed || object || is_indeed(place)).then_some(found.reach)
}

/// A verb of the present goes on with a source that was named before it: وتقول إن.
fn follows_on(place: Cursor<'_>) -> bool {
    place.token().has_conjunction()
        || place
            .previous()
            .is_none_or(|p| is_particle(p, |p| matches!(p, Particle::Relative | Particle::Was)))
}

/// What is said stands before a verb that nothing follows: “…”، قال المتحدث. Elsewhere such a verb says nothing that can
/// be pointed at, and no noun may follow its source.
fn aside(place: Cursor<'_>, source: &Phrase<'_>, word: Cue) -> Option<Reach> {
    let closes = |sign: Cursor<'_>| ['،', ',', '"', '”', '“', '»'].iter().any(|c| sign.is_sign(*c));
    if place.previous().is_some_and(closes) && !place.token().has_conjunction() {
        let head = Cursor::new(place.page(), place.page().sentence(place.index()).start);
        return Some(if head.is(Class::Particle) { Reach::Nowhere } else { Reach::Around });
    }
    let goes_on = source
        .end
        .here()
        .is_some_and(|next| next.token().is_word() && !next.is(Class::Particle) && !leads_with(next));
    let named = source.first.token().is_word() && is_enough(source, word);
    (named && !goes_on).then_some(Reach::Nowhere)
}

/// هذا ما أعلنه: what was said before is what the source announced.
fn sums_up(place: Cursor<'_>) -> bool {
    let pronoun = |at: Cursor<'_>| is_particle(at, |p| p == Particle::Pronoun);
    let what = place.previous().filter(|before| pronoun(*before));
    what.and_then(Cursor::previous).is_some_and(pronoun)
}
