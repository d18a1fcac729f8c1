//! Known errors, each in its sentence.

use std::io::{self, Write};

use super::sentence::{isolated, sentence, visible};
use super::style::STYLES;
use crate::docket::Erratum;
use crate::harness::Known;

/// Writes a known error: what is wrong and what would be right, why, and the sentence; of one that does not apply, that
/// first.
///
/// # Errors
/// Output that fails.
pub fn erratum(erratum: &Erratum, out: &mut impl Write) -> io::Result<()> {
    let (faint, removed) = (STYLES.faint, STYLES.removed);
    let known = &erratum.known;
    write!(out, "  ")?;
    if let Some(why) = erratum.standing.why_not() {
        write!(out, "{removed}does not apply, {why}:{removed:#} ")?;
    }
    write!(out, "{} {}", visible(&known.kind), erratum_gist(known))?;
    match &known.why {
        Some(why) if why.is_ascii() => writeln!(out, "  {faint}{}{faint:#}", visible(why))?,
        Some(why) => writeln!(out, "  {faint}{}{faint:#}", isolated(why))?,
        None => writeln!(out)?,
    }
    match &erratum.evidence {
        Some(evidence) => writeln!(out, "    {}", sentence(evidence, &STYLES)),
        None => writeln!(out, "    {}", isolated(&known.text)),
    }
}

/// What is wrong and what would be right: `71, should be 17`, `2022, should not be there`, `2 is missing`.
pub fn erratum_gist(known: &Known) -> String {
    match (&known.says, &known.right) {
        (Some(says), Some(right)) => format!("{}, should be {}", said(says), said(right)),
        (Some(says), None) => format!("{}, should not be there", said(says)),
        (None, Some(right)) => format!("{} is missing", said(right)),
        (None, None) => "says nothing".to_owned(),
    }
}

fn said(value: &toml::Value) -> String {
    let text = match value {
        toml::Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    if text.is_ascii() { visible(&text) } else { isolated(&text) }
}
