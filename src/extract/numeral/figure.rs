//! Production: a number in digits, with its separators and sign.

use super::lettered::lettered;
use crate::extract::cursor::Cursor;
use crate::fact::NounClass;
use crate::lexicon::{Class, Sense};
use crate::number::Number;
use crate::text::{Kind, is_proclitic};

/// A run of more digits than this is an identifier, not a number.
const LONGEST: usize = 18;

/// A number in digits.
#[derive(Clone, Copy)]
pub(super) struct Figure<'a> {
    pub number: Number,
    pub end: Cursor<'a>,
}

/// figure ::= digits (group-separator 3 digits)* (decimal-separator digits)?
pub(super) fn figure(at: Cursor<'_>) -> Option<Figure<'_>> {
    if let Some(found) = lettered(at) {
        return found;
    }
    let first = run(at)?;
    let mut figure = Figure { number: Number::from(first.units), end: at.after() };
    let named = at.previous().is_some_and(|p| p.means(Sense::Designator));
    let mut parts = Parts::new(first);
    parts.percent = at.is_glued() && at.previous().is_some_and(|p| p.is(Class::PercentSign));
    let mut place = at;
    while let Some((separator, digits, after)) =
        Parts::next(place).filter(|(s, ..)| !named || *s != Separator::Gap)
    {
        parts.push(separator, digits);
        place = after;
        if let Some(number) = parts.number(place) {
            figure = Figure { number, end: place.after() };
        }
        if parts.decimal || figure.end.index() != place.index() + 1 && parts.count > 3 {
            break;
        }
    }
    Some(figure)
}

/// A run of digits: its value and length.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub(super) units: i128,
    pub(super) len: u32,
}

pub(super) fn run(at: Cursor<'_>) -> Option<Run> {
    if !at.token().is_digits() {
        return None;
    }
    let text = at.page().quote(at.token().span);
    // Digits of the other scripts take two bytes.
    if text.len() > 2 * LONGEST {
        return None;
    }
    let (mut units, mut len) = (0_i128, 0);
    for c in text.chars() {
        units = units * 10 + i128::from(c as u32 & 0xF);
        len += 1;
    }
    (len <= LONGEST as u32).then_some(Run { units, len })
}

/// What separates two runs of digits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Comma,
    Point,
    ArabicComma,
    Thousands,
    Decimal,
    Gap,
}

/// The runs of one figure as they are read.
struct Parts {
    units: i128,
    digits: u32,
    /// Separator of the groups so far.
    grouping: Option<Separator>,
    first: Run,
    last: Run,
    count: u32,
    decimal: bool,
    /// A percent sign stands right before the first.
    percent: bool,
    separator: Option<Separator>,
    broken: bool,
}

impl Parts {
    fn new(first: Run) -> Self {
        Self {
            units: first.units,
            digits: first.len,
            grouping: None,
            first,
            last: first,
            count: 1,
            decimal: false,
            percent: false,
            separator: None,
            broken: false,
        }
    }

    /// The separator after the digits at `place`, the run after it and its place.
    fn next(place: Cursor<'_>) -> Option<(Separator, Run, Cursor<'_>)> {
        let next = place.next()?;
        if let Some(digits) = run(next) {
            let gap = next.token().after_space() && is_narrow_gap(place, next);
            return gap.then_some((Separator::Gap, digits, next));
        }
        let separator = match next.token().kind() {
            Kind::Sign(',') => Separator::Comma,
            Kind::Sign('.') => Separator::Point,
            Kind::Sign('،') => Separator::ArabicComma,
            Kind::Sign('٬' | '’') => Separator::Thousands,
            Kind::Sign('٫') => Separator::Decimal,
            _ => return None,
        };
        let after = next.next()?;
        let digits = run(after)?;
        let glued = !next.token().after_space() && !after.token().after_space();
        let spaced =
            separator == Separator::Comma && next.token().after_space() && after.token().after_space();
        (glued || spaced && digits.len == 3).then_some((separator, digits, after))
    }

    fn push(&mut self, separator: Separator, digits: Run) {
        self.digits += digits.len;
        self.broken |= self.digits > LONGEST as u32 || self.decimal;
        if !self.broken {
            self.units = self.units * 10_i128.pow(digits.len) + digits.units;
        }
        (self.last, self.separator) = (digits, Some(separator));
        self.count += 1;
        let is_group = digits.len == 3
            && self.first.len <= 3
            && (self.first.units != 0 || separator == Separator::Thousands);
        let same = self.grouping.is_none_or(|g| g == separator);
        let can_group = is_group
            && same
            && separator != Separator::Decimal
            && !(separator == Separator::ArabicComma && self.count == 2 && self.first.len > 3);
        if can_group {
            self.grouping = Some(separator);
        } else {
            self.decimal = !matches!(separator, Separator::Gap | Separator::Thousands);
            self.broken |= !self.decimal || self.grouping == Some(separator);
        }
    }

    /// The number so far, where the runs up to `place` are one.
    fn number(&self, place: Cursor<'_>) -> Option<Number> {
        if self.broken || self.first.len > 1 && self.leads_with_zero() {
            return None;
        }
        if self.decimal {
            let tight =
                self.separator != Some(Separator::ArabicComma) || self.first.len <= 3 && self.last.len <= 2;
            return tight.then(|| Number::decimal(self.units, self.last.len));
        }
        let single = self.count == 2 && matches!(self.separator, Some(Separator::Point | Separator::Comma));
        if single && (self.percent || wants_decimals(place, self.separator == Some(Separator::Point))) {
            return Some(Number::decimal(self.units, self.last.len));
        }
        Some(Number::from(self.units))
    }

    /// A grouped number does not begin with a zero; a decimal may only begin with a single one.
    fn leads_with_zero(&self) -> bool {
        self.first.units < 10_i128.pow(self.first.len - 1)
    }
}

/// Three digits after one point or comma are decimals where a percentage or (for a point, unless the document's own
/// decimals have commas) a measure follows.
fn wants_decimals(place: Cursor<'_>, point: bool) -> bool {
    let Some(next) = place.next() else { return false };
    let point = point && !place.page().writes_decimal_commas();
    let measure = |sense: Sense| sense.noun().filter(|noun| noun.class == NounClass::Measure);
    next.is(Class::PercentSign)
        || next.term(Class::Percent).is_some()
        || point && next.sense(Class::Noun, measure).is_some()
}

/// A single space, or a no-break or thin one: what groups digits in French and ISO style.
fn is_narrow_gap(left: Cursor<'_>, right: Cursor<'_>) -> bool {
    let gap = &left.page().text[left.token().span.range().end..right.token().span.range().start];
    let mut spaces = gap.chars().filter(|c| c.is_whitespace());
    spaces.next().is_some() && spaces.next().is_none()
}

/// Whether the digits here may be a number at all: not a part of a name, of a telephone number or of a broken word.
pub(super) fn may_start(at: Cursor<'_>) -> bool {
    !(is_in_name(at) || is_in_word(at) || is_telephone(at))
}

/// Digits stuck to the name of a channel (فرانس24, قناة المستطيل4) or to an underscore.
fn is_in_name(at: Cursor<'_>) -> bool {
    let stuck = at.previous().filter(|_| at.is_glued());
    let named = |c: Option<Cursor<'_>>| c.is_some_and(|c| c.means(Sense::NumberedName));
    let tied = at.next().is_some_and(|n| n.is_glued() && n.is_sign('_'));
    tied || stuck.is_some_and(|p| p.is_sign('_') || named(Some(p)) || named(p.previous()))
}

/// Digits between two scraps of letters stand for letters: د1عش.
fn is_in_word(at: Cursor<'_>) -> bool {
    let scrap = |c: Cursor<'_>| {
        let token = c.token();
        token.is_word()
            && !token.ends_in_tatweel()
            && token.span.len() <= 4
            && !is_proclitic(c.page().quote(token.span))
    };
    let before = at.previous().filter(|p| at.is_glued() && p.token().is_word());
    let after = at.next().filter(|n| n.is_glued() && n.token().is_word());
    match (before, after) {
        (Some(before), Some(after)) => scrap(before) || scrap(after),
        _ => false,
    }
}

/// Runs of digits joined by hyphens into something longer than a date, or led by the international prefix.
fn is_telephone(at: Cursor<'_>) -> bool {
    let (mut digits, mut parts) = (at.token().span.len(), 1);
    for forward in [true, false] {
        let mut place = at;
        while parts < 6
            && let Some(far) = linked(place, forward)
        {
            (place, parts, digits) = (far, parts + 1, digits + far.token().span.len());
        }
    }
    let text = at.page().quote(at.token().span);
    let prefixed = text.len() >= 9 && text.starts_with('0');
    let called = at.is_glued() && text.len() >= 9 && at.previous().is_some_and(|p| p.is_sign('+'));
    parts > 3 || parts == 3 && digits > 8 || prefixed || called
}

/// The digits on the other side of a hyphen, with no space around it.
fn linked(place: Cursor<'_>, forward: bool) -> Option<Cursor<'_>> {
    let is_hyphen = |c: &Cursor<'_>| c.is_sign('-') || c.is_sign('–');
    if forward {
        let hyphen = place.next().filter(|h| is_hyphen(h) && h.is_glued())?;
        return hyphen.next().filter(|d| d.is_glued() && d.token().is_digits());
    }
    let hyphen = place.previous().filter(|h| is_hyphen(h) && place.is_glued())?;
    hyphen.previous().filter(|d| hyphen.is_glued() && d.token().is_digits())
}

/// The minus sign glued before the digits, where it is a sign and not a dash: after a space, within a line, and not
/// between two numbers.
pub(super) fn minus(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let sign = at.previous().filter(|p| at.is_glued() && (p.is_sign('-') || p.is_sign('−')))?;
    let before = sign.previous()?;
    let apart = sign.token().after_space() || before.is_sign('(');
    (apart && !before.token().is_digits()).then_some(sign)
}
