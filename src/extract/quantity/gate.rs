//! Productions: the company in which a numeral says which one, how old or where in a list, and counts nothing.

use super::head::Head;
use crate::extract::cursor::Cursor;
use crate::fact::{Form, NounClass, Value};
use crate::lexicon::{Class, ClassSet, Frame, Member, Sense};
use crate::text::{Kind, fold};

/// Digits from which a number without a noun is that of a telephone, an account or a case.
const NUMBERED: usize = 6;

/// Words of a quotation that is a name with its number: «ويندوز 10».
const NAME: usize = 4;

/// After what it designates: المادة 17, الفوج 47, رقم 12, «ويندوز 10».
pub(super) fn designates(head: &Head<'_>) -> bool {
    let at = head.numeral();
    if !at.token().is_digits() {
        return false;
    }
    let before = past_marks(at);
    before.is_some_and(|p| names(p) || p.is(Class::TimeUnit) || number_sign(p) || describes(p))
        || is_hyphenated(at)
        || ends_name(at)
}

/// A word that numbers tell one of from another.
fn names(at: Cursor<'_>) -> bool {
    at.is(Class::Designator) || is(at, Member::Numbered)
}

/// القرار الدولي 2216: the adjective between.
fn describes(at: Cursor<'_>) -> bool {
    let noun = at.previous().filter(|_| at.token().is_word() && at.is_definite());
    noun.is_some_and(|noun| noun.is_definite() && names(noun))
}

/// The word before the numeral, with one mark between them at most: المادة (17), رقم: 12.
fn past_marks(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let before = at.previous()?;
    let mark = ['(', ':', '-', '"', '«', '“', '”', '/'].iter().any(|mark| before.is_sign(*mark));
    if mark { before.previous() } else { Some(before) }
}

fn is(at: Cursor<'_>, member: Member) -> bool {
    at.means(Sense::Member(member))
}

fn number_sign(at: Cursor<'_>) -> bool {
    ['#', '№', '+'].iter().any(|sign| at.is_sign(*sign))
}

/// إف-16
fn is_hyphenated(at: Cursor<'_>) -> bool {
    let hyphen = at.previous().filter(|h| at.is_glued() && h.is_sign('-') && h.is_glued());
    hyphen.and_then(Cursor::previous).is_some_and(|word| word.token().is_word())
}

/// The last word of a short quotation in which nothing else counts.
fn ends_name(at: Cursor<'_>) -> bool {
    let closes = at.next().is_some_and(|n| n.is_glued() && is_quote(n));
    let before = std::iter::successors(at.previous(), |c| c.previous()).take(NAME);
    closes && before.take_while(|c| !c.is(Class::Hedge)).any(is_quote)
}

fn is_quote(at: Cursor<'_>) -> bool {
    ['"', '“', '”', '«', '»', '″'].iter().any(|mark| at.is_sign(*mark))
}

/// Whether a numeral without a noun is a number of something at all.
pub(super) fn stands_alone(head: &Head<'_>) -> bool {
    let digits = head.numeral().token().is_digits() && head.numeral.value.form == Form::Digits;
    let other = is_age(head) || is_versus(head) || leads_to_time(head) || is_one_of(head);
    !other && (!digits || digits_count(head))
}

/// واحد السكان: "and one of the inhabitants", typed without its hamza.
fn is_one_of(head: &Head<'_>) -> bool {
    let plural = |sense| matches!(sense, Sense::NounPlural(_)).then_some(());
    let one = head.exact() == Some(1.into()) && head.numeral.value.form != Form::Digits;
    let many = |n: Cursor<'_>| n.is(Class::Doubled) || n.sense(Class::Noun, plural).is_some();
    one && head.end.here().is_some_and(|n| n.is_definite() && many(n))
}

fn digits_count(head: &Head<'_>) -> bool {
    let numeral = head.numeral();
    let named = is_foreign(numeral) || signs_off(numeral) || is_zoned(head);
    let other = marks_list(head) || is_stuck(head) || named;
    let unnamed = head.hedge.is_none() && (is_bracketed(head) || is_long(head) || is_year(head));
    !other && !unnamed
}

/// Bytes of one letter with its marks at most.
const SHORT: u32 = 8;

/// ح ك 7: an editor's letters, with which an agency closes a report.
fn signs_off(at: Cursor<'_>) -> bool {
    let letter = |c: &Cursor<'_>| {
        let short = c.token().is_word() && c.token().span.len() <= SHORT;
        short && fold(c.page().quote(c.token().span)).chars().count() == 1
    };
    let last = at.previous().filter(letter);
    last.and_then(Cursor::previous).is_some_and(|first| letter(&first))
}

/// (15,00 تغ): a clock time by another clock.
fn is_zoned(head: &Head<'_>) -> bool {
    head.numeral().previous().is_some_and(|p| p.is_sign('('))
        && head.end.here().is_some_and(|n| n.is(Class::Zone))
}

/// One end of what the other end shows to be a time: أربعة أو ستة أسابيع, في 15 و22 يوليو.
fn leads_to_time(head: &Head<'_>) -> bool {
    let link = head.end.here();
    let linked = |c: &Cursor<'_>| c.means(Sense::Or) || c.means(Sense::To) || is_dash(*c);
    let place = link.filter(linked).and_then(Cursor::next).or_else(|| head.end.joined());
    let Some((numeral, end)) = place.and_then(Cursor::numeral) else { return false };
    let has_unit = end.here().is_some_and(|n| n.is(Class::TimeUnit));
    let times = &head.end.page().times;
    let next = times.partition_point(|time| time.span.end <= numeral.span.start);
    has_unit || times.get(next).is_some_and(|time| time.span.overlaps(numeral.span))
}

fn is_dash(at: Cursor<'_>) -> bool {
    ['-', '–', '—', '−', 'ـ'].iter().any(|sign| at.is_sign(*sign))
}

/// عمره 25, 34 عاما, سن الـ18, في السبعين من عمره, في الثلاثينات.
fn is_age(head: &Head<'_>) -> bool {
    let at = head.numeral();
    let unit = at.previous().is_some_and(|p| p.is(Class::TimeUnit) && !head.is_dual());
    let years = unit && head.hedge.is_none()
        || head.end.here().is_some_and(|n| n.is(Class::TimeUnit) && !n.token().has_proclitic());
    let before = std::iter::successors(past_marks(at), |c| c.previous()).take(2);
    let aged = before.take_while(|c| c.token().is_word()).any(|c| is(c, Member::Aged));
    let decade = matches!(head.numeral.value.value, Value::Vague { low, high: Some(high) } if high - low == 9 && low % 10 == 0);
    let of = head.end.here().filter(|n| n.means(Sense::Of)).and_then(Cursor::next);
    years || aged || decade || of.is_some_and(|c| is(c, Member::Aged))
}

/// 3 مقابل 1
fn is_versus(head: &Head<'_>) -> bool {
    let at = head.numeral();
    let digits = |c: Cursor<'_>| c.token().is_digits();
    let versus = |c: &Cursor<'_>| is(*c, Member::Versus);
    let next = head.end.here().filter(versus).and_then(Cursor::next).is_some_and(digits);
    let previous = at.previous().filter(versus).and_then(Cursor::previous).is_some_and(digits);
    digits(at) && (next || previous)
}

/// 1) or 2- at the start of a line or of an item.
fn marks_list(head: &Head<'_>) -> bool {
    let at = head.numeral();
    let ends = |p: Cursor<'_>| p.is_sign('.') || p.is_sign(':');
    let opens = at.previous().is_none_or(|p| p.previous().is_none() && !p.token().is_word() || ends(p));
    let signs = [')', '-', '–', '.', '/', ':', '_'];
    let closed = head.end.here().filter(|n| signs.iter().any(|mark| n.is_sign(*mark)));
    let item = at.previous().is_some_and(|p| p.is_sign('،') || p.is_sign('؛'));
    let apart =
        |n: Cursor<'_>| n.is_glued() && !n.is_sign('.') && n.next().is_some_and(|n| !n.token().is_digits());
    closed.is_some_and(|n| opens || item && apart(n))
}

/// Within a longer expression: 8/12, 10-20, 2 - 1, 3-صفر, 12ر3, 16GB.
fn is_stuck(head: &Head<'_>) -> bool {
    let at = head.numeral();
    let before =
        at.previous().filter(|p| is_link(*p) && (at.is_glued() || is_dash(*p))).and_then(Cursor::previous);
    let behind = head.end.here();
    let beyond = behind.filter(|n| is_link(*n) && (n.is_glued() || is_dash(*n))).and_then(Cursor::next);
    let goes_on = |c: Cursor<'_>| {
        c.token().is_digits() || c.token().kind() == Kind::Foreign || c.numeral().is_some() || ends_numeral(c)
    };
    let letters = behind.filter(|n| n.is_glued());
    let letters = letters.is_some_and(|n| n.token().is_word() || n.token().kind() == Kind::Opaque);
    letters || before.is_some_and(goes_on) || beyond.is_some_and(goes_on) || is_power(at)
}

fn is_link(at: Cursor<'_>) -> bool {
    is_dash(at) || ['/', ':', '\\', '×', '+', '_', '*', '=', '.'].iter().any(|sign| at.is_sign(*sign))
}

/// Whether the token here is a number word, before which a score was opened: صفر - 2.
fn ends_numeral(at: Cursor<'_>) -> bool {
    at.is(Class::Cardinal) && at.numeral().is_none()
}

/// م2: the digit stuck to its unit.
fn is_power(at: Cursor<'_>) -> bool {
    let measure = |sense: Sense| sense.noun().filter(|noun| noun.class == NounClass::Measure);
    at.is_glued() && at.previous().is_some_and(|p| p.sense(Class::Noun, measure).is_some())
}

/// (3), but not behind a plural: القتلى (76).
fn is_bracketed(head: &Head<'_>) -> bool {
    let open = head.numeral().previous().filter(|p| p.is_sign('('));
    let closed = head.end.here().is_some_and(|n| n.is_sign(')'));
    let plural =
        |c: Cursor<'_>| c.sense(Class::Noun, |s| matches!(s, Sense::NounPlural(_)).then_some(())).is_some();
    let befallen = |sense| match sense {
        Sense::Trigger(word) => matches!(word.frame, Frame::Masdar | Frame::Victim).then_some(()),
        _ => None,
    };
    let counts = |c: Cursor<'_>| plural(c) || c.sense(ClassSet::TRIGGERS, befallen).is_some();
    closed && open.is_some_and(|o| !o.previous().is_some_and(counts))
}

fn is_long(head: &Head<'_>) -> bool {
    let at = head.numeral();
    at.page().quote(at.token().span).chars().count() >= NUMBERED
}

/// Four digits that would be a year of this calendar or the other.
fn is_year(head: &Head<'_>) -> bool {
    let year = |whole: i128| (1900..2100).contains(&whole) || (1350..1500).contains(&whole);
    head.hedge.is_none()
        && head.exact().and_then(crate::number::Number::integer).is_some_and(year)
        && fold(head.end.page().quote(head.numeral.span)).len() == 4
}

/// A year behind its preposition, whatever stands after it: في 2013 تعديل المادة.
pub(super) fn is_dated(head: &Head<'_>) -> bool {
    let before = head.numeral().previous();
    is_year(head)
        && before.is_some_and(|p| [Class::In, Class::Of, Class::To].iter().any(|class| p.is(*class)))
}

/// Between words of another script.
fn is_foreign(at: Cursor<'_>) -> bool {
    let foreign = |c: Cursor<'_>| c.token().kind() == Kind::Foreign;
    at.previous().is_some_and(foreign) || at.next().is_some_and(foreign)
}
