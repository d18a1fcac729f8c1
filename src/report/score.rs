//! The table of scores, for a terminal and as JSON.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::count::{grouped, plural};
use super::sentence::visible;
use super::style::{STYLES, Styles};
use crate::docket::{KindScore, Score, Scores};

/// Version of the JSON of scores.
const SCHEMA: u32 = 1;

/// Writes the scores: a line for each kind as accepted, one as read now, one for the change; then what was not scored.
///
/// # Errors
/// Output that fails.
pub fn score(scores: &Scores, out: &mut impl Write) -> io::Result<()> {
    if scores.verified == 0 {
        let what =
            if scores.stale.is_empty() { "nothing is verified" } else { "nothing is verified as it is now" };
        writeln!(
            out,
            "{what}: read a document against its facts in `tahqiq review`, then `tahqiq verify DOCUMENT`"
        )?;
    } else {
        table(scores, out)?;
    }
    let Styles { strong, faint, .. } = STYLES;
    for stale in &scores.stale {
        writeln!(out, "stale {strong}{}{strong:#}: {}", visible(&stale.id), stale.why)?;
    }
    if scores.outdated > 0 {
        let rows = plural(scores.outdated, "known error");
        writeln!(
            out,
            "{rows} of verified documents no longer apply and count for nothing: see `tahqiq known`"
        )?;
    }
    let (verified, stale) = (plural(scores.verified, "document"), grouped(scores.stale.len()));
    writeln!(
        out,
        "{faint}{verified} verified, {stale} stale, {} not verified{faint:#}",
        grouped(scores.unverified)
    )
}

fn table(scores: &Scores, out: &mut impl Write) -> io::Result<()> {
    let faint = STYLES.faint;
    let kinds: Vec<_> = scores.kinds().map(|(kind, score)| (visible(kind), score)).collect();
    let width = kinds.iter().map(|(kind, _)| kind.chars().count()).chain([5]).max().unwrap_or_default();
    let heads = ["gold", "found", "right", "precision", "recall", "F1"];
    let [gold, found, right, precision, recall, f1] = heads;
    let head = format!("{gold:>8}{found:>8}{right:>8}{precision:>11}{recall:>8}{f1:>8}");
    writeln!(out, "{:width$}  {:8}{faint}{head}{faint:#}", "", "")?;
    for (kind, score) in &kinds {
        rows(kind, width, *score, out)?;
    }
    if kinds.len() > 1 {
        rows("total", width, scores.total(), out)?;
    }
    Ok(())
}

fn rows(kind: &str, width: usize, score: KindScore, out: &mut impl Write) -> io::Result<()> {
    let (strong, faint) = (STYLES.strong, STYLES.faint);
    writeln!(out, "{strong}{kind:width$}{strong:#}  accepted{}", counts(score.accepted))?;
    writeln!(out, "{:width$}  now     {}", "", counts(score.now))?;
    let difference = |now: usize, then: usize| signed(now as i128 - then as i128);
    let found = difference(score.now.found, score.accepted.found);
    let right = difference(score.now.right, score.accepted.right);
    let of = |share: fn(Score) -> Option<f64>| points(share(score.now), share(score.accepted));
    let (precision, recall, f1) = (of(Score::precision), of(Score::recall), of(Score::f1));
    let color = match score.now.f1().partial_cmp(&score.accepted.f1()) {
        Some(std::cmp::Ordering::Greater) => STYLES.added,
        Some(std::cmp::Ordering::Less) => STYLES.removed,
        _ => faint,
    };
    let line = format!("{:8}{found:>8}{right:>8}{precision:>11}{recall:>8}{f1:>8}", "");
    writeln!(out, "{:width$}  {color}change  {line}{color:#}", "")
}

fn counts(score: Score) -> String {
    let Score { gold, found, right } = score;
    let [precision, recall, f1] = [score.precision(), score.recall(), score.f1()].map(percent);
    format!("{:>8}{:>8}{:>8}{precision:>11}{recall:>8}{f1:>8}", grouped(gold), grouped(found), grouped(right))
}

/// A share in hundredths, with one decimal; `-` where there is none.
fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "-".to_owned(), |share| format!("{:.1}", shown(share)))
}

/// Rounded to a decimal, but for what is nearly whole: only what is whole is 100.0.
fn shown(share: f64) -> f64 {
    let rounded = (share * 1000.0).round() / 10.0;
    if share < 1.0 { rounded.min(99.9) } else { rounded }
}

/// The difference of two shares as they are shown.
fn points(now: Option<f64>, accepted: Option<f64>) -> String {
    match (now, accepted) {
        (Some(now), Some(accepted)) => {
            let change = shown(now) - shown(accepted);
            if change.abs() < 0.05 { "0".to_owned() } else { format!("{change:+.1}") }
        }
        _ => "-".to_owned(),
    }
}

fn signed(change: i128) -> String {
    if change == 0 { "0".to_owned() } else { format!("{change:+}") }
}

/// The scores as a JSON object: `{"schema","verified","unverified","stale","outdated","kinds","total"}`, each kind with
/// `accepted`, `now` and `change`; shares from 0 to 1, null where there is none.
pub fn score_json(scores: &Scores) -> Value {
    let kinds: serde_json::Map<_, _> =
        scores.kinds().map(|(kind, score)| (kind.to_owned(), kind_json(score))).collect();
    let stale: Vec<_> =
        scores.stale.iter().map(|stale| json!({"document": stale.id, "why": stale.why})).collect();
    json!({
        "schema": SCHEMA,
        "verified": scores.verified,
        "unverified": scores.unverified,
        "stale": stale,
        "outdated": scores.outdated,
        "kinds": kinds,
        "total": kind_json(scores.total()),
    })
}

fn kind_json(score: KindScore) -> Value {
    let of = |score: Score| {
        json!({
            "gold": score.gold, "found": score.found, "right": score.right,
            "precision": score.precision(), "recall": score.recall(), "f1": score.f1(),
        })
    };
    let change = |share: fn(Score) -> Option<f64>| Some(share(score.now)? - share(score.accepted)?);
    json!({
        "accepted": of(score.accepted),
        "now": of(score.now),
        "change": {
            "precision": change(Score::precision), "recall": change(Score::recall), "f1": change(Score::f1),
        },
    })
}
