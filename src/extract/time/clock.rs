//! Productions: clock times, their zones, and the point that a date and a clock time make together.

use super::calendar::{is_loose, ordinal};
use super::day::of_clock;
use super::draft::{Clock, Date, Point};
use super::word::{Read, count, day_part, digits, follows, is_joint, joined, past, skip, skip_sign, unit};
use super::zone::zone;
use crate::extract::cursor::Cursor;
use crate::fact::TimeUnit;
use crate::lexicon::{Class, DayPart, Hedge, Joint, Sense};

/// A clock time as it was read.
#[derive(Clone, Copy)]
struct Face {
    clock: Clock,
    /// Written with its minutes in digits, as 18:40.
    figures: bool,
    /// After الساعة.
    led: bool,
    definite: bool,
    part: Option<DayPart>,
}

/// clock-first ::= clock zone? (of-clock zone?)?
pub(super) fn clock_first(at: Cursor<'_>) -> Read<'_, Point> {
    let (face, end) = face(at)?;
    let mut point = Point { part: None, clock: Some(face.clock), ..Point::default() };
    let mut end = with_zone(&mut point, end);
    let mut part = face.part;
    if let Some((found, after)) = of_clock(end) {
        (point.date, point.overnight) = (found.date, found.overnight);
        part = part.or(found.part);
        end = with_zone(&mut point, after);
    }
    let certain = face.led
        || part.is_some()
        || face.figures && (is_padded(at) || point.date.is_some() || point.zone.is_some())
        || face.definite && is_hour(at, face, end);
    let certain = certain
        && !follows(at, Joint::Number)
        && (face.led || face.figures || face.definite || is_figure(at));
    point.clock = Some(in_part(face.clock, if face.part.is_some() { None } else { part }));
    certain.then_some((point, end))
}

/// Whether a feminine ordinal with its article is an hour, not the second of something: it has minutes, or عند before it.
fn is_hour(at: Cursor<'_>, face: Face, end: Cursor<'_>) -> bool {
    let follows_noun = at.previous().is_some_and(|p| p.token().is_word() && p.is_definite());
    let goes_on = end.here().is_some_and(|n| n.token().is_word() && n.is_definite());
    !goes_on && (face.clock.minute > 0 && !follows_noun || follows(at, Joint::Sharp))
}

fn is_figure(at: Cursor<'_>) -> bool {
    at.token().is_digits()
}

/// Two digits before the colon.
fn is_padded(at: Cursor<'_>) -> bool {
    digits(at).is_some_and(|(_, count)| count == 2)
}

/// join ::= point adverb? ((، | - | | | T)? (في | عند | على | نحو)? clock)? zone?
pub(super) fn join(point: Point, end: Cursor<'_>) -> (Point, Cursor<'_>) {
    let mut point = point;
    let mut end = end;
    if point.part.is_none()
        && has_day(point)
        && let Some((part, after)) = end.here().and_then(adverb)
    {
        point.part = Some(part);
        end = after;
    }
    if point.clock.is_none()
        && has_day(point)
        && let Some((face, after)) = clock_after(end)
    {
        point.clock = Some(in_part(face.clock, if face.part.is_some() { None } else { point.part }));
        end = after;
        end = with_zone(&mut point, end);
    }
    (point, end)
}

/// Whether the point is of one day, which a clock time can be in.
fn has_day(point: Point) -> bool {
    match point.date {
        Some(Date::Calendar(date)) => date.day.is_some(),
        Some(Date::Shift { .. } | Date::Weekday { .. }) => true,
        _ => false,
    }
}

fn with_zone<'a>(point: &mut Point, end: Cursor<'a>) -> Cursor<'a> {
    match zone(end, point.date.is_some()) {
        Some((zone, after)) if point.zone.is_none() => {
            point.zone = Some(zone);
            after
        }
        _ => end,
    }
}

/// A part of the day as an adverb: مساءً, not a noun before its day or a verb.
fn adverb(at: Cursor<'_>) -> Read<'_, DayPart> {
    let (part, end) = day_part(at)?;
    if matches!(part, DayPart::BeforeNoon | DayPart::AfterNoon) && end.index() == at.index() + 1
        || at.has_article()
    {
        return None;
    }
    let sure = is_adverb(at) || end.index() > at.index() + 1 || part == DayPart::Evening;
    let before_day = end.here().is_some_and(|n| n.is(Class::Weekday) || n.is(Class::Deixis));
    (sure && !before_day).then_some((part, end))
}

pub(super) fn is_adverb(at: Cursor<'_>) -> bool {
    at.token().has_tanwin() || at.page().quote(at.stem()).ends_with('ا')
}

/// A clock time after a date and what may stand between them.
fn clock_after(end: Cursor<'_>) -> Read<'_, Face> {
    let here = end.here()?;
    if is_joint(here, Joint::IsoT) && here.is_glued() {
        return here.next().and_then(face).filter(|(face, _)| face.figures);
    }
    let signed = skip_sign(here, &['،', ',', '-', '–', '|', '—', '(', ';', '؛', '/']);
    let mut place = signed;
    for joint in [Joint::In, Joint::At, Joint::Sharp, Joint::Sharp] {
        place = skip(place, joint);
    }
    let place = match place.sense(Class::Hedge, |s| matches!(s, Sense::Hedge(Hedge::About)).then_some(())) {
        Some(()) => place.next()?,
        None => place,
    };
    let (face, after) = face(place)?;
    let free = signed.index() == here.index();
    let sure = face.led || face.figures || free && face.part.is_some();
    let closed = here.is_sign('(').then(|| after.here().filter(|c| c.is_sign(')'))).flatten();
    sure.then(|| (face, closed.map_or(after, Cursor::after)))
}

/// clock ::= الساعة? hour minutes? part?
fn face(at: Cursor<'_>) -> Read<'_, Face> {
    let led = at.means(Sense::Clock) && at.has_article();
    let place = if led { at.next()? } else { at };
    let opened = led && place.is_sign('(');
    let place = if opened { place.next()? } else { place };
    let place = if led { skip(skip(place, Joint::Article), Joint::In) } else { place };
    let definite = place.has_article() && is_feminine(place);
    let (clock, figures, end) = figures(place, led).or_else(|| worded(place))?;
    let (clock, end) = if figures { (clock, end) } else { with_minutes(clock, end) };
    let end = if opened { end.here().filter(|c| c.is_sign(')'))?.after() } else { end };
    let (part, end) = half(end, figures || led).map_or((None, end), |(part, end)| (Some(part), end));
    Some((Face { clock: in_part(clock, part), figures, led, definite, part }, end))
}

/// Hours are feminine: الثامنة, not the eighth of something else.
fn is_feminine(at: Cursor<'_>) -> bool {
    at.page().quote(at.stem()).ends_with(['ة', 'ه', 'ى'])
}

/// figures ::= digits ((: | .) digits (: digits)?)? | four digits after الساعة
fn figures(at: Cursor<'_>, led: bool) -> Option<(Clock, bool, Cursor<'_>)> {
    let (hour, count) = digits(at)?;
    if led && count == 4 && hour < 2400 && hour % 100 < 60 {
        let clock = Clock { hour: (hour / 100) as u8, minute: (hour % 100) as u8, second: None };
        return Some((clock, true, at.after()));
    }
    if hour > 24 || count > 2 || !is_loose(at) {
        return None;
    }
    let signs: &[char] = if led { &[':', '.', ',', '،'] } else { &[':'] };
    let Some((minute, end)) = sixtieth(at.after(), signs) else {
        let plain = Clock { hour: hour as u8, minute: 0, second: None };
        let fraction = at.next().is_some_and(|s| {
            s.is_glued() && (s.is_sign('.') || s.is_sign(':') || s.is_sign('/') || s.is_sign('-'))
        });
        return (!fraction || led).then(|| (plain, false, at.after())).filter(|_| !is_longer(at));
    };
    let (second, end) = sixtieth(end, &[':']).map_or((None, end), |(second, end)| (Some(second), end));
    Some((Clock { hour: hour as u8, minute, second }, true, end))
}

/// Whether more digits follow after a separator.
fn is_longer(at: Cursor<'_>) -> bool {
    let sign = at.next().filter(|s| s.is_glued() && !s.token().is_word());
    sign.and_then(Cursor::next).is_some_and(|n| n.is_glued() && n.token().is_digits())
}

/// A sign and two digits below sixty, without spaces.
fn sixtieth<'a>(end: Cursor<'a>, signs: &[char]) -> Read<'a, u8> {
    let sign = end.here().filter(|s| s.is_glued() && signs.iter().any(|c| s.is_sign(*c)))?;
    let next = sign.next().filter(|n| n.is_glued())?;
    let (value, count) = digits(next)?;
    (count == 2 && value < 60).then(|| (value as u8, next.after()))
}

/// worded ::= hour
fn worded(at: Cursor<'_>) -> Option<(Clock, bool, Cursor<'_>)> {
    let (hour, end) = hour(at)?;
    Some((Clock { hour, minute: 0, second: None }, false, end))
}

/// (and minutes | إلا minutes)*
fn with_minutes(clock: Clock, end: Cursor<'_>) -> (Clock, Cursor<'_>) {
    let (mut minutes, mut end) = (0, end);
    for _ in 0..2 {
        let Some((more, after)) = minutes_after(end) else { break };
        minutes += more;
        end = after;
    }
    let total = i32::from(clock.hour) * 60 + minutes;
    let (hour, minute) = (u8::try_from(total / 60), u8::try_from(total % 60));
    match (hour, minute) {
        (Ok(hour), Ok(minute)) => (Clock { hour, minute, ..clock }, end),
        _ => (clock, end),
    }
}

/// hour ::= ordinal teen? | الواحدة
fn hour(at: Cursor<'_>) -> Read<'_, u8> {
    let one = || {
        at.sense(Class::Cardinal, |s| matches!(s, Sense::Cardinal(1)).then_some(1))
            .filter(|_| at.has_article())
    };
    let units = ordinal(at).or_else(one).filter(|n| *n <= 10)?;
    if let Some(teen) = at.next().filter(|n| units <= 2 && n.means(Sense::Teen)) {
        return Some((units + 10, teen.after()));
    }
    Some((units, at.after()))
}

/// and (minutes-word | count دقيقة) | إلا (minutes-word | count دقيقة)
fn minutes_after(end: Cursor<'_>) -> Read<'_, i32> {
    let here = end.here()?;
    if let Some(place) = past(here, Joint::Except) {
        return minutes(place).map(|(value, end)| (-value, end));
    }
    minutes(joined(end)?)
}

fn minutes(at: Cursor<'_>) -> Read<'_, i32> {
    let part = at.sense(Class::Minutes, |sense| match sense {
        Sense::Minutes(value) => Some(i32::from(value)),
        _ => None,
    });
    if let Some(value) = part {
        return Some((value, at.after()));
    }
    let (number, end) = count(at)?;
    let value = number?.integer()?;
    let place = end.here().filter(|c| matches!(unit(*c), Some((TimeUnit::Minute, _))))?;
    (1..60).contains(&value).then(|| (value as i32, place.after()))
}

/// The part of the day that tells the hour's half: مساءً, بعد الظهر, ص; not where it is the noun before a day.
fn half(end: Cursor<'_>, marked: bool) -> Read<'_, DayPart> {
    let here = end.here()?;
    let here = past(here, Joint::In).filter(|n| n.is(Class::DayPart)).unwrap_or(here);
    let (part, after) = day_part(here)?;
    let letter = is_abbreviation(here, part, after);
    let noun = super::day::part_of_day(here).is_some();
    // ظهر by itself is as often a verb, and صباح the head of another noun.
    let adverb = marked || is_adverb(here) || part == DayPart::Evening || after.index() > here.index() + 1;
    (!noun && adverb && (!letter || marked)).then_some((part, after))
}

/// ص, م, ظ, am: the part of the day in a letter or two.
fn is_abbreviation(at: Cursor<'_>, part: DayPart, end: Cursor<'_>) -> bool {
    let letter = matches!(part, DayPart::BeforeNoon | DayPart::AfterNoon) || at.stem().len() <= 2;
    letter && end.index() == at.index() + 1
}

/// The hour of twenty-four that an hour is in that part of the day.
fn in_part(clock: Clock, part: Option<DayPart>) -> Clock {
    let h = clock.hour;
    let hour = match part {
        Some(DayPart::Evening | DayPart::Afternoon | DayPart::AfterNoon) if h < 12 => h + 12,
        Some(DayPart::Midday) if h < 4 => h + 12,
        Some(DayPart::Night | DayPart::Tonight | DayPart::Midnight) if (6..12).contains(&h) => h + 12,
        Some(
            DayPart::Dawn
            | DayPart::Morning
            | DayPart::AfterMidnight
            | DayPart::BeforeNoon
            | DayPart::Night
            | DayPart::Midnight,
        ) if h == 12 => 0,
        _ => h,
    };
    Clock { hour, ..clock }
}
