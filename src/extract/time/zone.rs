//! Productions: whose clock a time is told by.

use super::draft::Zone;
use super::word::{Read, digits, is_joint, past, skip_sign};
use crate::extract::cursor::Cursor;
use crate::lexicon::{Class, Joint, Sense};

const GREENWICH: Zone = Zone::Named("Etc/UTC");

/// zone ::= (بتوقيت zone | بالتوقيت المحلي | ت غ | utc | offset | z), or the bare place after date and clock
pub(super) fn zone(end: Cursor<'_>, dated: bool) -> Read<'_, Zone> {
    let here = end.here()?;
    if let Some(found) = offset(here) {
        return Some(found);
    }
    let opened = skip_sign(here, &['(', '،', ',']);
    let (zone, after) = told(opened).or_else(|| bare(here, dated))?;
    let closed = here.is_sign('(').then(|| after.here().filter(|c| c.is_sign(')'))).flatten();
    Some((zone, closed.map_or(after, Cursor::after)))
}

fn told(at: Cursor<'_>) -> Read<'_, Zone> {
    if let Some(place) = past(at, Joint::TimeLetter) {
        let place = skip_sign(place, &['.']);
        return is_joint(place, Joint::GreenwichLetter).then(|| (GREENWICH, place.after()));
    }
    let named = past(at, Joint::ZoneTime).or_else(|| at.next().and_then(|n| past(n, Joint::ZoneTime)))?;
    if is_joint(named, Joint::Local) {
        let place = named.after().here().and_then(name);
        return Some(place.unwrap_or((Zone::Local, named.after())));
    }
    name(named)
}

fn name(at: Cursor<'_>) -> Read<'_, Zone> {
    match at.term(Class::Zone)? {
        (Sense::Zone(name), after) => Some((Zone::Named(name), after)),
        _ => None,
    }
}

/// Greenwich anywhere; a place only where the line ends after it.
fn bare(at: Cursor<'_>, dated: bool) -> Read<'_, Zone> {
    let (zone, after) = name(at)?;
    let greenwich = zone == GREENWICH && !at.token().has_proclitic();
    let label = dated && !at.token().has_proclitic() && after.here().is_none_or(|c| !c.token().is_word());
    (greenwich || label).then_some((zone, after))
}

/// offset ::= (+ | -) digits : digits | Z, glued to the time
fn offset(at: Cursor<'_>) -> Read<'_, Zone> {
    if !at.is_glued() {
        return None;
    }
    if at.page().quote(at.token().span) == "Z" {
        return Some((GREENWICH, at.after()));
    }
    let sign = if at.is_sign('+') { 1 } else { at.is_sign('-').then_some(-1)? };
    let hours = at.next().filter(|n| n.is_glued())?;
    let minutes = hours.next().filter(|n| n.is_sign(':'))?.next()?;
    let ((h, 2), (m, 2)) = (digits(hours)?, digits(minutes)?) else { return None };
    (h <= 14 && m < 60)
        .then(|| (Zone::Fixed(sign * (h.cast_signed() * 3600 + m.cast_signed() * 60)), minutes.after()))
}
