//! A label with its colon, in tickers and headlines: المرصد: …

use std::ops::Range;

use super::super::cursor::Cursor;
use super::super::layout::LineKind;
use super::super::rule::{Match, Rule};
use super::according::addressed;
use super::draft::{Draft, Hold, Reach, cue};
use super::phrase::{Ending, Phrase, Weight, phrase};
use super::word::{NAME, announces, begins, is_outlet, is_particle, is_power, is_timed, quotation};
use crate::fact::{EntityKind, Stance};
use crate::lexicon::{Class, ClassSet, Cue, CueShape, NamePart, Particle, Sense, SourceNoun, Takes};
use crate::text::Kind;

/// source (ل source)? : the-rest-of-the-line, at the head of its line or after a bar
pub(super) const RULE: Rule<Draft> = Rule {
    name: "source/label",
    starts: ClassSet::of(&[Class::SourceNoun, Class::Title, Class::Name, Class::NameHead]),
    takes: &[
        "المرصد: هروب عشرات السجناء",
        "مصادر طبية: سبعة قتلى",
        "محافظ عدن لـ«عكاظ»: الميناء مفتوح اليوم",
        "«الداخلية»: ضبط خمسة مهربين في الميناء",
        "وزارة الصحة في بيان: استقبلنا خمسة جرحى",
        "الدفاع المدني عبر منصة «إكس»: انتشلنا خمسة جثامين",
        "الدفاع المدني عبر «إكس»: انتشلنا خمسة جثامين",
    ],
    leaves: &[
        "المصدر: وكالات",
        "رئيس التحرير: أحمد علي",
        "قال المرصد: هرب عشرات السجناء",
        "بيان: نص القرار كاملا",
        "\"قسد\" تطوي ملف السجن: خمسة قتلى من التنظيم",
    ],
    find,
};

fn find(place: Cursor<'_>) -> Option<Match<Draft>> {
    // Most words stand behind another, where no label begins but after a time.
    let behind = place.previous().filter(|before| before.token().is_word());
    if behind.is_some_and(|before| place.page().time_to(before.index()).is_none()) {
        return None;
    }
    let open = place.previous().filter(|mark| quotation(*mark).is_some());
    let head = open.unwrap_or(place);
    if !(heads(head) && !place.token().has_conjunction() || heads_part(head))
        || cue(place, |_| true).is_some()
        || is_about_writing(place)
        || is_power(place)
    {
        return None;
    }
    let source = match open {
        Some(mark) => in_marks(mark)?,
        None => phrase(place, Ending::Open).filter(|source| source.weight == Weight::Known)?,
    };
    let told = beyond_told(&source);
    let own = told.here().filter(|here| here.is_sign(':'));
    let colon = own.or_else(|| beyond_channel(told))?;
    let is_certain = own.is_none() || head.previous().is_some_and(|bar| bar.is_sign('|')) || is_timed(head);
    let first = colon.next().filter(|first| is_text(place, *first, is_certain))?;
    let word =
        Cue { shape: CueShape::Repost, stance: Stance::Neutral, takes: Takes::default(), maqsura: false };
    let reach = Reach::Line(first.index() as u32);
    let cue = colon.token().span;
    let draft = Draft { source: Some(source.span()), cue, word, reach, hold: Hold::Free };
    Some(draft.found(colon.index() + 1))
}

/// A label of a few words that stands between quotation marks whole: «الداخلية»: …
fn in_marks(mark: Cursor<'_>) -> Option<Phrase<'_>> {
    let (_, end) = quotation(mark).filter(|(_, end)| end.index() <= mark.index() + 2 + NAME)?;
    Some(Phrase { first: mark, end, weight: Weight::Known })
}

/// Whether nothing stands before but a bar or the sign of a point in a list.
fn heads(first: Cursor<'_>) -> bool {
    let Some(before) = first.previous() else { return true };
    let point = || matches!(before.token().kind(), Kind::Sign(sign) if POINTS.contains(&sign));
    before.is_sign('|') || point() && before.previous().is_none() || is_timed(first)
}

/// Whether another part of a headline begins here: الضفة.. مؤسسات الأسرى: …, والمحافظ: ….
fn heads_part(first: Cursor<'_>) -> bool {
    let before = first.previous();
    let dots = before.is_some_and(|dot| {
        dot.is_sign('…') || dot.is_sign('.') && dot.previous().is_some_and(|dot| dot.is_sign('.'))
    });
    let comma =
        first.token().has_conjunction() && before.is_some_and(|at| at.is_sign('،') || at.is_sign(','));
    let titles =
        |(_, kind): &(Range<usize>, LineKind)| matches!(kind, LineKind::Headline | LineKind::Caption);
    (dots || comma) && line_of(first).is_some_and(titles)
}

/// The line of the word and what it is.
fn line_of(place: Cursor<'_>) -> Option<&(Range<usize>, LineKind)> {
    let lines = &place.page().layout.lines;
    lines.get(lines.partition_point(|(range, _)| range.end <= place.index()))
}

/// The signs of points in a list.
const POINTS: [char; 6] = ['•', '●', '*', '-', '–', '■'];

/// The colon after what tells where it was said: في بيان, عبر منصة «إكس».
fn beyond_channel(end: Cursor<'_>) -> Option<Cursor<'_>> {
    let at = end.here().filter(|at| is_particle(*at, [Particle::In, Particle::On]))?;
    let about = |sense| {
        matches!(sense, Sense::SourceNoun(SourceNoun::Writing | SourceNoun::Channel | SourceNoun::Body))
            .then_some(())
    };
    let first = at.next().filter(|first| {
        first.sense(Class::SourceNoun, about).is_some() || quotation(*first).is_some() || is_outlet(*first)
    })?;
    let mut places = std::iter::successors(Some(first), |at| at.next()).take(FAR);
    let ends = |at: &Cursor<'_>| at.is_sign('.') || at.is_sign('،') || cue(*at, |_| true).is_some();
    places.find(|at| at.is_sign(':') || ends(at)).filter(|at| at.is_sign(':'))
}

/// Words with which a line below a headline tells a story, as no credit does.
const STORY: usize = 3;

/// Words that tell where it was said.
const FAR: usize = 6;

/// A writing or a channel names what follows, not who says it.
fn is_about_writing(place: Cursor<'_>) -> bool {
    let about =
        |sense| matches!(sense, Sense::SourceNoun(SourceNoun::Writing | SourceNoun::Channel)).then_some(());
    place.sense(Class::SourceNoun, about).is_some()
}

/// The place after those who are told, if any are.
fn beyond_told<'a>(source: &Phrase<'a>) -> Cursor<'a> {
    let told = source.end.here().and_then(addressed).and_then(|first| phrase(first, Ending::Open));
    told.map_or(source.end, |told| told.end)
}

/// Whether what follows the colon is said: more than a word, in a line of text, and no person's name. Lines of a ticker
/// and those below a headline stand like captions; where the label is `certain` or tells a story, these are text too.
fn is_text(place: Cursor<'_>, first: Cursor<'_>, certain: bool) -> bool {
    let Some((range, kind)) = line_of(place) else { return false };
    let words =
        (first.index()..range.end).filter(|at| place.page().tokens[*at].is_word()).take(STORY).count();
    let is_line = matches!(kind, LineKind::Headline | LineKind::Body)
        || (certain || words == STORY) && *kind == LineKind::Caption;
    let counts = first.numeral().is_some();
    is_line
        && (words > 1 || counts && words > 0 || announces(first))
        && !is_person(first)
        && !begins(first, Class::Title)
}

fn is_person(first: Cursor<'_>) -> bool {
    let found = first.page().entity_at(first.index());
    found.is_some_and(|entity| entity.value.kind == EntityKind::Person)
        || first.means(Sense::NamePart(NamePart::Given))
}
