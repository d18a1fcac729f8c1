//! The report for programs: one JSON object, described by `docs/check-report.schema.json`.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;
use serde_json::value::RawValue;

use super::account::{Account, Told, changed, own_line};
use crate::error::{Error, Result, Trouble};
use crate::harness::{Finding, KindTally, Outcome, Tally};
use crate::snapshot::{Change, Cluster, FieldChange, Item, Nature};

/// Version of the report's shape.
const SCHEMA: u32 = 1;

/// The report: the verdict, the counts, every finding with its changes, clusters, orphans, problems, budgets and floors.
/// Texts are as they stand in the documents; `mark` counts bytes of `sentence`.
///
/// # Errors
/// JSON that cannot be made.
pub fn json(account: &Account<'_>) -> Result<String> {
    let text = serde_json::to_string_pretty(&Report::of(account));
    text.map(|text| text + "\n").map_err(|error| Error::new(Trouble::Invariant, format!("no JSON: {error}")))
}

#[derive(Serialize)]
struct Report<'a> {
    schema: u32,
    version: &'static str,
    verdict: &'static str,
    exit: u8,
    documents: Documents,
    facts: usize,
    tally: BTreeMap<&'a str, Counts>,
    findings: Vec<Found<'a>>,
    clusters: Vec<Like<'a>>,
    orphans_sought: bool,
    orphans: Vec<String>,
    problems: Vec<Problem>,
    within_budgets: bool,
    budgets: Vec<Budget<'a>>,
    floors: Vec<Score<'a>>,
}

#[derive(Serialize, Default)]
struct Documents {
    checked: usize,
    same: usize,
    changed: usize,
    renamed: usize,
    new: usize,
    failed: usize,
}

#[derive(Serialize)]
struct Counts {
    facts: usize,
    #[serde(flatten)]
    natures: BTreeMap<&'static str, usize>,
}

#[derive(Serialize)]
struct Found<'a> {
    id: &'a str,
    file: String,
    line: Option<usize>,
    snapshot: String,
    outcome: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Problem>,
    #[serde(skip_serializing_if = "Option::is_none")]
    facts: Option<BTreeMap<&'a str, usize>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edited: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shifted: Option<usize>,
    changes: Vec<Changes<'a>>,
}

#[derive(Serialize)]
struct Changes<'a> {
    id: &'a str,
    cluster: Option<&'a str>,
    kind: &'a str,
    nature: &'static str,
    rule: &'a str,
    noise: Vec<&'static str>,
    fields: Vec<Fields<'a>>,
    old: Option<Box<RawValue>>,
    new: Option<Box<RawValue>>,
    line: Option<usize>,
    column: Option<usize>,
    sentence: Option<&'a str>,
    mark: Option<Mark>,
}

#[derive(Serialize)]
struct Fields<'a> {
    name: &'a str,
    old: Option<Box<RawValue>>,
    new: Option<Box<RawValue>>,
}

#[derive(Serialize)]
struct Mark {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct Like<'a> {
    id: &'a str,
    kind: &'a str,
    nature: &'static str,
    rule: &'a str,
    noise: Vec<&'static str>,
    fields: Vec<Fields<'a>>,
    changes: usize,
    documents: usize,
}

#[derive(Serialize)]
struct Problem {
    trouble: &'static str,
    path: Option<String>,
    message: String,
}

#[derive(Serialize)]
struct Budget<'a> {
    nature: &'static str,
    kind: &'a str,
    used: usize,
    limit: usize,
    share: Option<f64>,
    of: Option<usize>,
    exceeded: bool,
}

#[derive(Serialize)]
struct Score<'a> {
    kind: &'a str,
    f1: Option<f64>,
    least: f64,
    met: bool,
}

impl<'a> Report<'a> {
    fn of(account: &'a Account<'_>) -> Self {
        let (check, gate) = (account.check, account.gate);
        let verdict = gate.verdict(check);
        Self {
            schema: SCHEMA,
            version: env!("CARGO_PKG_VERSION"),
            verdict: verdict.name(),
            exit: verdict.code(),
            documents: documents(account),
            facts: check.tally.total().facts,
            tally: check.tally.kinds().map(|(kind, tally)| (kind, counts(tally))).collect(),
            findings: (0..check.findings.len()).map(|at| found(account, at)).collect(),
            clusters: account.clusters.iter().map(like).collect(),
            orphans_sought: check.orphans_sought,
            orphans: check.orphans.iter().map(|orphan| account.path(orphan)).collect(),
            problems: check.problems.iter().map(|error| problem(account, error)).collect(),
            within_budgets: gate.excuses,
            budgets: gate.budgets.iter().map(Budget::of).collect(),
            floors: gate.floors.iter().map(Score::of).collect(),
        }
    }
}

fn documents(account: &Account<'_>) -> Documents {
    let mut documents = Documents { checked: account.check.documents, ..Documents::default() };
    for finding in &account.check.findings {
        match finding.outcome {
            Outcome::Same => documents.same += 1,
            Outcome::New(_) => documents.new += 1,
            Outcome::Changed(_) => documents.changed += 1,
            Outcome::Renamed(_) => documents.renamed += 1,
            Outcome::Failed(_) => documents.failed += 1,
        }
    }
    documents.same += documents.checked - account.check.findings.len();
    documents
}

fn counts(tally: &KindTally) -> Counts {
    let natures = Nature::ALL.into_iter().filter(|nature| *nature != Nature::Shifted);
    Counts { facts: tally.facts, natures: natures.map(|nature| (nature.name(), tally.of(nature))).collect() }
}

fn found<'a>(account: &'a Account<'_>, at: usize) -> Found<'a> {
    let finding = &account.check.findings[at];
    let difference = changed(finding).map(|changed| &changed.diff);
    let (outcome, facts, error) = match &finding.outcome {
        Outcome::Same => ("same", None, None),
        Outcome::New(tally) => ("new", Some(by_kind(tally)), None),
        Outcome::Changed(_) => ("changed", None, None),
        Outcome::Renamed(renamed) => ("renamed", Some(by_kind(&renamed.tally)), None),
        Outcome::Failed(error) => ("failed", None, Some(problem(account, error))),
    };
    let from = match &finding.outcome {
        Outcome::Renamed(renamed) => Some(renamed.from.as_str()),
        _ => None,
    };
    let Finding { place, .. } = finding;
    Found {
        id: &place.id,
        file: account.path(&place.file),
        line: own_line(place),
        snapshot: account.path(&place.snapshot),
        outcome,
        from,
        error,
        facts,
        edited: difference.map(|diff| diff.edited),
        shifted: difference.map(|diff| diff.shifted),
        changes: account.told(at).map(change).collect(),
    }
}

fn by_kind(tally: &Tally) -> BTreeMap<&str, usize> {
    tally.kinds().map(|(kind, tally)| (kind, tally.facts)).collect()
}

fn change(told: Told<'_>) -> Changes<'_> {
    let change: &Change = &told.changed.diff.changes[told.index];
    let evidence = told.changed.evidence[told.index].as_ref();
    Changes {
        id: &told.changed.ids[told.index],
        cluster: told.cluster.map(|cluster| cluster.id.as_str()),
        kind: &change.item().kind,
        nature: change.nature.name(),
        rule: &change.item().rule,
        noise: change.noise.iter().map(|variant| variant.name()).collect(),
        fields: fields(&change.fields),
        old: change.old.as_ref().and_then(item),
        new: change.new.as_ref().and_then(item),
        line: told.spot.map(|spot| spot.line),
        column: told.spot.and_then(|spot| spot.column),
        sentence: evidence.map(|evidence| evidence.sentence.as_str()),
        mark: evidence.map(|evidence| Mark { start: evidence.mark.start, end: evidence.mark.end }),
    }
}

fn fields(changes: &[FieldChange]) -> Vec<Fields<'_>> {
    let one = |field: &FieldChange| (raw(field.old.to_json()), raw(field.new.to_json()));
    let all = changes.iter().map(|field| (field.name.as_str(), one(field)));
    all.map(|(name, (old, new))| Fields { name, old, new }).collect()
}

fn item(item: &Item<'_>) -> Option<Box<RawValue>> {
    raw(item.to_json())
}

/// JSON that is written already.
fn raw(json: String) -> Option<Box<RawValue>> {
    RawValue::from_string(json).ok()
}

fn like(cluster: &Cluster) -> Like<'_> {
    Like {
        id: &cluster.id,
        kind: &cluster.kind,
        nature: cluster.nature.name(),
        rule: &cluster.rule,
        noise: cluster.noise.iter().map(|variant| variant.name()).collect(),
        fields: fields(&cluster.fields),
        changes: cluster.members.len(),
        documents: cluster.documents(),
    }
}

fn problem(account: &Account<'_>, error: &Error) -> Problem {
    let trouble = match error.trouble() {
        Trouble::Usage => "usage",
        Trouble::Disk => "disk",
        Trouble::Encoding => "encoding",
        Trouble::Snapshot => "snapshot",
        Trouble::Invariant => "invariant",
    };
    let path = error.path().map(|path: &Path| account.path(path));
    Problem { trouble, path, message: error.to_string() }
}

impl<'a> Budget<'a> {
    fn of(spent: &'a crate::harness::Spending) -> Self {
        Self {
            nature: spent.nature,
            kind: &spent.kind,
            used: spent.used,
            limit: spent.limit,
            share: spent.share.map(|(share, _)| share.value()),
            of: spent.share.map(|(_, facts)| facts),
            exceeded: spent.is_exceeded(),
        }
    }
}

impl<'a> Score<'a> {
    fn of(floor: &'a crate::harness::Floor) -> Self {
        Self { kind: &floor.kind, f1: floor.score, least: floor.least.value(), met: floor.is_met() }
    }
}
