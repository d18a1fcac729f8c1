//! A verb of saying with its source after it, before it, or understood.

use super::super::cursor::Cursor;
use super::super::rule::{Match, Rule};
use super::according::addressed;
use super::behind::{announced, aside, behind, denies_too, stands_behind, sums_up, takes_this, takes_up};
use super::between::is_between;
use super::charge::{charging, is_charged};
use super::complement::{Complement, complement, described, is_matter, leads_with_by, posted};
use super::draft::{Draft, Reach, cue, words};
use super::phrase::{Ending, Phrase, Weight, phrase};
use super::subject::{is_indeed, subject, told_of};
use super::told::{told, without_object};
use super::word::{
    announces, begins, follows_what, is_any_particle, is_particle, is_people, leads_with, may_lead_with_by,
    partitive, quotation, time,
};
use crate::fact::Stance;
use crate::lexicon::{Class, ClassSet, Cue, CueShape, Particle, Sense, Takes, Toll};

/// Words of those who are told.
const FAR: usize = 12;

/// verb source? what-follows
pub(super) const RULE: Rule<Draft> = Rule {
    name: "source/verb",
    starts: ClassSet::of(&[Class::Cue, Class::Relay]),
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
        "أعلنت الوزارة، أمس، مقتل خمسة، في هجوم مسلح",
        "قسد تنفي رواية أعماق",
        "نفت الوزارة الخبر",
        "غامندي قال إنه نجا",
        "أوضحت تقارير أردنية وفلسطينية أن الطريق مقطوع",
        "أوضح ممثل الحزب، خلوق كوتش، عقب انتهاء المفاوضات أن الطريق مقطوع",
        "أكد مدرب الفريق ألفارو غوتيريز عدم الحاجة إليه",
        "شككت المعارضة في صحة النتائج",
        "أعلنت الشرطة في بيان عن مقتل خمسة",
        "أفاد مسؤول في حديث لوكالة رويترز بمقتل خمسة",
        "أوضح المتحدث باسم الدفاع المدني بمنطقة تبوك العقيد ممدوح العنزي أن الطريق مقطوع",
        "ألمحت مصادر قريبة من بلاتيني إلى أنه مرشح",
        "قال عوديد فرايد وهو رئيس جماعة بارزة إن الطريق مقطوع",
        "أضاف الصور في مؤتمر صحفي نقلته قناة النبأ أن الطريق مقطوع",
        "نفت موسكو مقتل خمسة",
        "اتهم الحزب الحكومة بأنها قتلت خمسة",
        "أعلن لوكالة الأنباء المتحدث باسم الجيش مقتل خمسة جنود",
        "قال أحمد علي، المتحدث باسم الشرطة: الطريق مقطوع",
        "نفى مصدر مسؤول في الوزارة صحة الرسالة",
        "قال مسؤول طلب عدم ذكر اسمه إن الطريق مقطوع",
        "قال قائد العمليات في بابل اللواء رياض الخيكاني إن الطريق مقطوع",
        "قال واحد من أبرز الضباط إن الطريق مقطوع",
        "أعلن عدد من الناشطين مقتل خمسة",
        "أشار البيان الذي أصدرته الحركة إلى أن الطريق مقطوع",
        "قال الطبيب مرة أخرى إن اللقاح آمن",
        "تقول المعلمة لتلاميذها كل صباح: افتحوا النوافذ",
        "الجسر، كما قالت البلدية، مغلق حتى إشعار آخر",
        "ختم بالقول إن الأزمة عابرة",
        "بين مدير المعبر أن الطريق مقطوع",
        "بين الصباغ في تصريح صحفي أن الطريق مقطوع",
        "بين المشرف على البرنامج، أن الطريق مقطوع",
        "اتهم المتحدث الحكومة بقصف البلدة",
        "نفى مكتب الصحة بالحديدة ما تردد عن وفاة خمسة",
        "نفى متحدث وزارة الصحة رصد أي وباء",
        "مدير المستشفى، الذي استقبل الجرحى، قال إن حالتهم مستقرة",
        "روى ناج كان في السيارة أن السائق أسرع",
        "ردت اللجنة بأنها لم تتلق شكوى",
        "عزت الوزارة الحادث إلى السرعة",
        "نفى ما أُشيع عن دفع فدية",
        "المعارضة تتحدث عن تزوير واسع",
        "وزارة الصحة في غزة تتحدث عن خمسة قتلى",
        "قال أحد الناجيين: الطريق مقطوع",
        "قال الوزير ردا على سؤال إن الطريق مقطوع",
        "أبلغ مسؤول أميركي رويترز أن الطريق مقطوع",
        "أبلغ شيخ قبيلة طلب عدم كشف اسمه وكالة الأنباء، هاتفيا، بأن الطريق مقطوع",
        "تستبعد مصادر محلية أن يكون الرقم أكبر",
        "ختم الناطق الإعلامي حديثه بالقول إن الأزمة عابرة",
        "فند ذات المسؤول الشائعات",
        "استقبل المستشفى تسع عشرة حالة، تضيف المصادر",
        "رفعت وزارة الصحة الحصيلة إلى خمسة قتلى",
        "وزارة الصحة ترفع حصيلة القتلى إلى خمسة",
        "ردت الوزارة بالقول إن الطريق مقطوع",
        "مدير المستشفى، أحمد علي حسين، أكد أن الطريق مقطوع",
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
        "شبكة داعش التي أعلن كشفها أمس",
        "الاتفاق بين البلدين، على أن تطلق الخرطوم الصيادين",
        "خلافات بين الطرفين: ثلاثة قتلى",
        "بين روسيا وتركيا بعد أن توقف القصف",
        "اتهم المسؤولون الخمسة بارتكاب مخالفات",
        "واتهم حزب الله، وإيران، بتنفيذ الهجوم",
        "أدانت المحكمة ثلاثة آخرين",
        "رداً على سؤال الصحفيين إن الطريق مقطوع",
    ],
    find,
};

fn find(place: Cursor<'_>) -> Option<Match<Draft>> {
    let bare = place.page().quote(place.token().span).ends_with('\u{62a}');
    let learns = |word: Cue| bare && word.shape == CueShape::Relay && word.takes.has(Takes::FROM);
    let verb = |word: Cue| {
        matches!(word.shape, CueShape::Past | CueShape::Present | CueShape::Suffixed) || learns(word)
    };
    let (mut word, after) = cue(place, verb)?;
    if learns(word) {
        (word.shape, word.takes) = (CueShape::Past, Takes::THAT.with(Takes::KNOWN));
    }
    let doubted = is_doubted(place, word, after);
    if is_governed(place, word) && !doubted
        || is_passive(place, word, after)
        || is_accusative(place, word, after)
        || word.takes.has(Takes::INDEED) && !is_indeed(place)
        || place.phrase(Class::Trap).is_some()
        || is_between(place, after, word.takes)
    {
        return None;
    }
    let by = after.here().filter(|next| word.takes.has(Takes::SAYING) && is_saying(*next));
    let span = words(place, by.map_or(after, Cursor::after));
    let subject = subject(place);
    let said = subject.and_then(|(source, _)| before(&source, word, after).map(|reach| (source, reach)));
    let draft = match (said, subject) {
        (Some((source, reach)), _) => Some(Draft::of(span, word, Some(&source), reach)),
        (None, Some((_, true))) => None,
        _ => {
            let read = source_after(place, word, after);
            let of_clause = || told_of(place).filter(|_| follows_what(place) || follows_object(place));
            read.map(|(source, reach)| Draft::of(span, word, source.or_else(of_clause).as_ref(), reach))
        }
    };
    let mut draft = draft?;
    let behind =
        after.here().filter(|next| draft.source.is_some_and(|source| source.start == next.stem().start));
    let hearsay = |noun| cue(noun, |word| word.shape == CueShape::Hearsay);
    if let Some((rumour, _)) = behind.and_then(hearsay) {
        draft.word.stance = rumour.stance;
    }
    if let (Some(stance), _) = so_called(after) {
        draft.word.stance = stance;
    }
    if doubted {
        draft.word.stance = Stance::Unconfirmed;
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
    let governs = |before: Cursor<'_>| {
        is_particle(before, Particle::Not)
            || is_past && is_particle(before, [Particle::From, Particle::In])
            || word.shape == CueShape::Present && is_particle(before, Particle::That) && !speaks_before(place)
    };
    text.is_empty() || place.previous().is_some_and(governs)
}

/// بثت القناة صورا قالت إنها: a noun that the verb tells of stands before, as what another verb shows.
fn follows_object(place: Cursor<'_>) -> bool {
    let first = Cursor::new(place.page(), place.page().sentence(place.index()).start);
    let shows = !is_any_particle(first) && cue(first, |_| true).is_none();
    let object = |at: Cursor<'_>| {
        at.token().is_word() && !at.is_definite() && !is_any_particle(at) && !begins(at, Class::Clause)
    };
    shows && !place.token().has_conjunction() && place.previous().is_some_and(object)
}

/// لم تستبعد المصادر أن: what is not denied may be.
fn is_doubted(place: Cursor<'_>, word: Cue, after: Cursor<'_>) -> bool {
    let not = place.previous().is_some_and(|before| is_particle(before, Particle::Not));
    let says = || {
        let source = after.here().and_then(|next| phrase(next, Ending::Open));
        let found = complement(source.map_or(after, |source| source.end), Takes::THAT);
        found.is_some_and(|found| found.is_certain && found.is_direct)
    };
    let denies = word.stance == Stance::Denying && !word.takes.has(Takes::OBJECT);
    not && denies && word.shape == CueShape::Present && !place.token().has_proclitic() && says()
}

/// Words of the manner of a verb: يضيف بصوت خفيض.
const MANNER: usize = 4;

/// قبل أن يستدرك: «…»: what is said stands after the colon.
fn speaks_before(place: Cursor<'_>) -> bool {
    let before = place.previous().and_then(Cursor::previous);
    let mut behind = std::iter::successors(place.next(), |at| at.next()).take(MANNER);
    let colon = behind.find(|at| at.is_sign(':') || !at.token().is_word()).filter(|at| at.is_sign(':'));
    let colon = colon.and_then(Cursor::next);
    before.is_some_and(|at| at.is(Class::Offset)) && colon.is_some_and(|mark| quotation(mark).is_some())
}

/// يدعى (is named), تعتبر (is held to be): the active is told from the passive by أن alone, right after its source.
fn is_passive(place: Cursor<'_>, word: Cue, after: Cursor<'_>) -> bool {
    if word.shape != CueShape::Present || !word.takes.has(Takes::ACTIVE) {
        return false;
    }
    let says = |end| complement(end, word.takes).is_some_and(|found| found.is_certain && found.is_direct);
    let source = || after.here().and_then(|next| phrase(next, Ending::Open));
    place.token().ends_in_maqsura() || !says(after) && !source().is_some_and(|source| says(source.end))
}

/// رداً على سؤال: a noun with the letters of a dual.
fn is_accusative(place: Cursor<'_>, word: Cue, after: Cursor<'_>) -> bool {
    let dual = word.shape == CueShape::Past && word.takes.has(Takes::ALONE);
    let on = || after.here().is_some_and(|next| is_particle(next, Particle::On));
    dual && (place.token().has_tanwin() || !word.takes.has(Takes::ON) && on())
}

/// What is said after a verb whose source stands before it.
fn before(source: &Phrase<'_>, word: Cue, after: Cursor<'_>) -> Option<Reach> {
    if word.shape == CueShape::Suffixed {
        return None;
    }
    let found = what_follows(after, word).filter(|_| !is_charged(after, word));
    let governs = |f: &Complement| {
        word.shape == CueShape::Present && source.weight == Weight::Known && f.is_governed && f.is_direct
    };
    let found = found.filter(|f| f.is_certain || governs(f) || may_take_object(source, word, after))?;
    Some(found.reach)
}

/// قسد تنفي رواية الوكالة: in the present only after a source of the lists, where it is denied or an event.
fn may_take_object(source: &Phrase<'_>, word: Cue, after: Cursor<'_>) -> bool {
    let is_matter =
        || matches!(word.stance, Stance::Denying | Stance::Distancing) || after.here().is_some_and(announces);
    match word.shape {
        CueShape::Past => is_enough(source, word),
        CueShape::Present => source.weight == Weight::Known && is_matter(),
        _ => false,
    }
}

pub(super) fn is_enough(source: &Phrase<'_>, word: Cue) -> bool {
    let needed = if word.takes.has(Takes::KNOWN) { Weight::Known } else { Weight::Definite };
    source.weight >= needed
}

/// What the verb introduces behind its source.
pub(super) fn what_follows(end: Cursor<'_>, word: Cue) -> Option<Complement> {
    if word.takes.has(Takes::AS) {
        return described(end);
    }
    if word.takes.has(Takes::TOLL) {
        return changed(end);
    }
    if word.takes.has(Takes::SAYING) || end.here().is_some_and(is_saying) {
        return complement(beyond_saying(end)?, Takes::THAT).filter(|found| found.is_direct);
    }
    let found = complement(end, word.takes);
    if word.takes.has(Takes::POST) { found.or_else(|| posted(end)) } else { found }
}

/// حصيلة, of people alone: عدد may be of anything.
fn is_toll(at: Cursor<'_>) -> bool {
    at.means(Sense::Toll(Toll::Noun)) && at.page().quote(at.stem()).contains("حصيل")
}

/// A toll that is changed, to the end of its clause: رفعت الوزارة الحصيلة إلى خمسة.
fn changed(end: Cursor<'_>) -> Option<Complement> {
    let noun = end.here().filter(|at| is_toll(*at))?;
    let rest = std::iter::successors(noun.next(), |at| at.next()).take(FAR);
    let mut words = rest.take_while(|at| at.token().is_word() || at.token().is_digits());
    words.find(|at| at.is(Class::To)).map(|_| Complement::certain(Reach::Clause(noun.index() as u32)))
}

/// بالقول.
fn is_saying(at: Cursor<'_>) -> bool {
    leads_with_by(at) && at.is_definite() && is_particle(at, Particle::Adverb)
}

/// The place after بالقول, over what stands before it: ختم الوزير حديثه بالقول إن.
fn beyond_saying(end: Cursor<'_>) -> Option<Cursor<'_>> {
    let by = |at: &Cursor<'_>| is_saying(*at);
    let stops = |at: &Cursor<'_>| at.is_sign('.') || at.is_sign('،') || cue(*at, |_| true).is_some();
    let mut places = std::iter::successors(end.here(), |at| at.next()).take(FAR);
    places.find(|at| by(at) || stops(at)).filter(by).map(Cursor::after)
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
    let (source, found) = told(&open, word).or_else(|| settle(without_object(open, word), word))?;
    if !word.takes.has(Takes::FREE) && !found.is_some_and(|found| found.is_certain && found.is_direct) {
        let says = |(_, reach): &(Phrase<'_>, Reach)| found.is_none() || *reach != Reach::Around;
        if let Some((source, reach)) = behind(place, beyond_addressee(beyond), word).filter(says) {
            return Some((Some(source), reach));
        }
    }
    let source = if is_charged(source.end, word) { charging(source)? } else { source };
    if stands_behind(place, &source, word, found) {
        return Some((Some(source), Reach::Around));
    }
    let listed = word.shape == CueShape::Suffixed && source.weight > Weight::Bare;
    if let Some(reach) = announced(place).filter(|_| listed) {
        return Some((Some(source), reach));
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

/// وصف القرار بأنه: the one word between is what is described, unless it is a source.
fn is_object(source: &Phrase<'_>, word: Cue, found: Option<Complement>) -> bool {
    let alone = source.end.index() == source.first.index() + 1;
    let verb = word.takes.has(Takes::AS) && word.shape != CueShape::Suffixed;
    verb && alone && source.weight == Weight::Definite && found.is_some_and(|found| found.is_certain)
}

/// ما يسمى between a verb and its source, after which the text stands off.
fn so_called(after: Cursor<'_>) -> (Option<Stance>, Cursor<'_>) {
    let found = after.here().and_then(|next| cue(next, |word| word.shape == CueShape::SoCalled));
    found.map_or((None, after), |(word, name)| (Some(word.stance), name))
}

/// The place after a preposition with its pronoun, where the source stands after it: قال له مدير المعبر, رحب بذلك الوزير.
fn beyond_pronoun(after: Cursor<'_>, word: Cue) -> Option<Cursor<'_>> {
    let here = after.here().filter(|here| is_particle(*here, Particle::For))?;
    let bare = here.token().ends_in_tatweel() || word.takes.has(Takes::ALONE);
    let source = here.next().filter(|_| !bare).and_then(|next| phrase(next, Ending::Strict))?;
    (source.weight > Weight::Bare && source.first.token().is_word()).then(|| here.after())
}

/// The place after those who are told, where the source stands after them: أوضح لـ«عكاظ» مدير المعبر.
fn beyond_addressee(after: Cursor<'_>) -> Cursor<'_> {
    let told = || {
        let first = addressed(after.here()?).filter(|_| after.here().is_some_and(leads_with))?;
        let told = phrase(first, Ending::Strict)?;
        let people = |at: &Cursor<'_>| at.is_definite() && is_people(*at);
        let inner = (first.index() + 1..told.end.index()).map(|at| Cursor::new(first.page(), at));
        let told = Phrase { end: inner.take(FAR).find(people).unwrap_or(told.end), ..told };
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
    if word.takes.has(Takes::TOLL) {
        let mut inner =
            (open.first.index() + 1..open.end.index()).map(|at| Cursor::new(open.first.page(), at));
        let end = inner.find(|at| is_toll(*at)).unwrap_or(open.end);
        return Some((Phrase { end, ..open }, follows(end)));
    }
    let found = follows(open.end);
    let is_plain = !word.takes.has(Takes::OBJECT);
    let by = |end: Cursor<'_>| end.here().is_some_and(leads_with_by);
    if found.is_some_and(|f| f.is_certain && (is_plain || f.is_direct && !f.is_governed && !by(open.end))) {
        return Some((open, found));
    }
    let strict = phrase(open.first, Ending::Strict)?;
    let found = if strict.end.index() == open.end.index() { found } else { follows(strict.end) };
    Some((strict, found))
}

/// What is announced stands where a source might: أعلنت مقتل خمسة, أفاد بانتشال جثة.
fn opens_complement(next: Cursor<'_>, word: Cue) -> bool {
    let is_source = || next.is(Class::SourceNoun) && !next.is(Class::Toll) || partitive(next).is_some();
    let object = word.takes.has(Takes::OBJECT) && announces(next) && !is_source();
    object || leads_with(next) || word.takes.has(Takes::BY) && may_lead_with_by(next)
}

/// What is said where the source is understood.
fn understood(place: Cursor<'_>, word: Cue, after: Cursor<'_>) -> Option<Reach> {
    let is_present = word.shape == CueShape::Present;
    let impersonal = is_present && (word.stance == Stance::Unconfirmed || !follows_on(place));
    let as_such = word.takes.has(Takes::AS);
    let bare = word.shape == CueShape::Suffixed || as_such || word.takes.has(Takes::TOLL);
    if impersonal || bare && !as_such {
        return None;
    }
    let found = what_follows(after, word)?;
    let remote = word.stance == Stance::Unconfirmed && !found.is_direct;
    if remote || as_such && !found.is_certain {
        return None;
    }
    let object =
        word.takes.has(Takes::OBJECT) && !word.takes.has(Takes::KNOWN) && after.here().is_some_and(announces);
    let governed = found.is_governed && !word.takes.has(Takes::KNOWN);
    let matter = || word.stance == Stance::Denying && after.here().is_some_and(is_matter);
    (found.is_certain || governed || object || is_indeed(place) || matter()).then_some(found.reach)
}

/// A verb of the present goes on with a source that was named before it: وتقول إن.
fn follows_on(place: Cursor<'_>) -> bool {
    place.token().has_conjunction()
        || speaks_before(place)
        || place.previous().is_none_or(|p| is_particle(p, [Particle::As, Particle::Relative, Particle::Was]))
}
