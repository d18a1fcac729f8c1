//! What stands in a ledger, in words.

use crate::fact::{Bound, Count, Modality, Polarity};
use crate::reconcile::{Entry, Figure, Given, Testimony, Verdict, Voice, Window};
use crate::report::sentence::isolated;

/// A count: `65`, `over 65`, `20 to 99`, `vague`; nothing counted is a dash.
///
/// ```
/// use tahqiq::fact::{Bound, Count};
/// use tahqiq::report::count_said;
///
/// let count = Count { bound: Bound::AtLeast, number: Some(4.into()), low: None, high: None };
/// assert_eq!(count_said(Some(&count)), "at least 4");
/// assert_eq!(count_said(None), "–");
/// ```
pub fn count_said(count: Option<&Count>) -> String {
    let Some(count) = count else { return "–".to_owned() };
    let Some(number) = count.number else {
        return match (count.low, count.high) {
            (Some(low), Some(high)) => format!("{low} to {high}"),
            (Some(low), None) => format!("{low} and more"),
            (None, Some(high)) => format!("up to {high}"),
            (None, None) => "vague".to_owned(),
        };
    };
    match count.bound {
        Bound::Exactly | Bound::Between | Bound::Vague => number.to_string(),
        Bound::About => format!("about {number}"),
        Bound::Over => format!("over {number}"),
        Bound::AtLeast => format!("at least {number}"),
        Bound::Under => format!("under {number}"),
        Bound::AtMost => format!("at most {number}"),
    }
}

/// A verdict: `hard conflict`.
pub(super) fn verdict(verdict: Verdict) -> String {
    verdict.name().replace('-', " ")
}

/// The days of an entry: `2022-01-20`, `2022-01-20 to 2022-01-24`, `no day known`.
pub(super) fn days(window: Option<Window>) -> String {
    match window {
        None => "no day known".to_owned(),
        Some(Window { from, to }) if from == to => from.to_string(),
        Some(Window { from, to }) => format!("{from} to {to}"),
    }
}

/// Where: the places as far as they fit a line, then the area that they lie in.
pub(super) fn places(entry: &Entry) -> String {
    const SHOWN: usize = 3;
    let shown: Vec<_> = entry.places.iter().take(SHOWN).map(|place| isolated_if_arabic(place)).collect();
    let left = entry.places.len().saturating_sub(SHOWN);
    let more = if left > 0 { format!(" and {left} more") } else { String::new() };
    match shown.is_empty() {
        true => "no place known".to_owned(),
        false if entry.places.iter().any(|place| *place != entry.area) && !entry.area.is_empty() => {
            format!("{} ({}{more})", isolated_if_arabic(&entry.area), shown.join(", "))
        }
        false => shown.join(", "),
    }
}

/// Text that may be Arabic, amid text that runs left to right.
pub(super) fn isolated_if_arabic(text: &str) -> String {
    if text.is_ascii() { crate::report::visible(text) } else { isolated(text) }
}

/// The names of a chain, from the outlet to the origin.
pub(super) fn chain(testimony: &Testimony) -> Vec<String> {
    testimony.chain.iter().map(name).collect()
}

fn name(voice: &Voice) -> String {
    let said = voice.said();
    if voice.understood { format!("{said} (understood)") } else { said.to_owned() }
}

/// What else is to know of a figure: where it stands, how it is said, what was not stated.
pub(super) fn asides(figure: &Figure) -> Vec<String> {
    let testimony = &figure.testimony;
    let mut said = Vec::new();
    let mut add = |holds: bool, what: &str| said.extend(holds.then(|| what.to_owned()));
    add(testimony.headline, "headline");
    add(testimony.is_part, "a part");
    add(testimony.polarity == Polarity::Negated, "negated");
    add(testimony.modality != Modality::Asserted, testimony.modality.name());
    add(true, testimony.update.map_or("", |update| update.name()));
    add(
        true,
        testimony.stance.map_or("", |stance| if stance.name() == "neutral" { "" } else { stance.name() }),
    );
    add(testimony.area.given == Given::Document, "place: the document's");
    add(testimony.days.given == Given::Document, "day: the document's");
    add(testimony.days.given == Given::Unknown, "no day");
    said.retain(|word| !word.is_empty());
    said
}

/// What the figures come to: `3 origins; lowest 17, highest over 200; best attested 17, by 1 origin`.
pub(super) fn sums(entry: &Entry) -> Vec<String> {
    let of =
        |index: Option<usize>| entry.figure(index).map(|figure| count_said(figure.testimony.count.as_ref()));
    let mut sums = vec![crate::report::plural(entry.origins, "origin")];
    if let (Some(lowest), Some(highest)) = (of(entry.lowest), of(entry.highest)) {
        sums.push(if lowest == highest { lowest } else { format!("lowest {lowest}, highest {highest}") });
    }
    if let Some(best) = of(entry.best).filter(|_| entry.lowest != entry.highest) {
        sums.push(format!(
            "best attested {best}, by {}",
            crate::report::plural(entry.best_origins, "origin")
        ));
    }
    sums
}

/// The findings: `hard conflict 2×, agreement 1×`, each with the first two figures by their places in the list.
pub(super) fn findings(entry: &Entry) -> Vec<String> {
    let of = |index: usize| count_said(entry.figures[index].testimony.count.as_ref());
    let said = |finding: &crate::reconcile::Finding| {
        let (one, other) = finding.first;
        let times = if finding.pairs > 1 { format!(" ({} pairs)", finding.pairs) } else { String::new() };
        format!("{}: {} and {}{times}", verdict(finding.verdict), of(one), of(other))
    };
    entry.findings.iter().map(said).collect()
}

/// Whether an entry has anything to compare: two figures or more.
pub(super) fn is_compared(entry: &Entry) -> bool {
    entry.figures.iter().filter(|figure| figure.testimony.count.is_some()).take(2).count() == 2
        || entry.verdict.is_conflict()
}
