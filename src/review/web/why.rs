//! Why: the rules that were tried where a fact stands.

use serde::{Deserialize, Serialize};

use crate::docket::Case;
use crate::error::{Error, Result, Trouble};
use crate::extract::{Context, Explanation, Outcome, Trial, explain};
use crate::harness::Project;
use crate::span::Span;

/// A place in a document.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    /// The document's name.
    pub(super) document: String,
    start: u32,
    end: u32,
}

/// A rule that was tried there, and what became of it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Tried {
    rule: &'static str,
    outcome: &'static str,
    /// What it read.
    read: Option<String>,
    /// The rule that it gave way to.
    to: Option<&'static str>,
}

/// The rules that were tried in that place, those that read something first.
pub(super) fn tried(project: &Project, case: &Case, asked: &Asked) -> Result<Vec<Tried>> {
    let span = span(case, asked)?;
    let place = case.place.as_ref().ok_or_else(|| Error::new(Trouble::Usage, "the document is gone"))?;
    let opened = place.open(project)?;
    let document = opened.document()?;
    let context = Context { reference: None, published: opened.published };
    let explanation = explain(&document, &*project.lexicon()?, context);
    let mut tried: Vec<Tried> =
        within(&explanation, span).map(|trial| of_trial(trial, &document.text)).collect();
    tried.sort_by_key(|one| (one.outcome == LEFT, one.outcome != KEPT));
    tried.dedup_by(|a, b| a.outcome == LEFT && b.outcome == LEFT && a.rule == b.rule);
    Ok(tried)
}

const KEPT: &str = "kept";
const LEFT: &str = "left";

fn span(case: &Case, asked: &Asked) -> Result<Span> {
    let no_place = || Error::new(Trouble::Usage, "the text has no such place");
    let within = asked.start < asked.end && case.text.get(asked.start as usize..asked.end as usize).is_some();
    within.then(|| Span::new(asked.start, asked.end)).ok_or_else(no_place)
}

/// The trials at tokens that touch the span; of those without a match, where it starts.
fn within(explanation: &Explanation, span: Span) -> impl Iterator<Item = &Trial> {
    let token = |trial: &Trial| explanation.tokens[trial.attempt.token].span;
    let first = Span::new(span.start, span.start + 1);
    explanation.trials.iter().filter(move |trial| {
        let place = token(trial);
        place.overlaps(span) && (trial.outcome != Outcome::Left || place.overlaps(first))
    })
}

fn of_trial(trial: &Trial, text: &str) -> Tried {
    let (outcome, to) = match trial.outcome {
        Outcome::Kept => (KEPT, None),
        Outcome::Yielded { to, .. } => ("yielded", Some(to)),
        Outcome::Dropped => ("dropped", None),
        Outcome::Left => (LEFT, None),
    };
    let read = trial.attempt.read.and_then(|span| text.get(span.range())).map(str::to_owned);
    Tried { rule: trial.attempt.rule, outcome, read, to }
}
