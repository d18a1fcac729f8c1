//! What the page is told: the docket as JSON.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::docket::{Case, Docket, Effect, Ledger, Ruling};
use crate::harness::{Evidence, Known, sha256};
use crate::report::cluster_gist;
use crate::report::sentence::{first_words, last_words};
use crate::snapshot::{Change, Cluster, DOCUMENT, Field, Item, LineChange, Record};

/// Version of the decisions that the page gives back.
const SCHEMA: u32 = 1;

/// Who keeps the decisions.
#[derive(Debug, Clone, Copy)]
pub enum Mode<'m> {
    /// The page itself: they are given back as a file.
    Offline,
    /// The program that serves it.
    Served {
        /// The changes of each case that are decided, by their ids.
        decided: &'m [Decided],
        /// Number of rulings that can be taken back.
        undo: usize,
    },
}

/// The changes of a document that are decided, by their ids; `*` for a document that no change of a fact concerns.
pub type Decided = BTreeMap<String, Ruling>;

#[derive(Serialize)]
struct Data<'d> {
    schema: u32,
    mode: &'static str,
    project: &'d str,
    undo: usize,
    problems: Vec<String>,
    clusters: Vec<ClusterData<'d>>,
    cases: Vec<CaseData<'d>>,
}

#[derive(Serialize)]
struct ClusterData<'d> {
    id: &'d str,
    kind: &'d str,
    nature: &'static str,
    rule: &'d str,
    gist: String,
    members: &'d [(usize, usize)],
}

#[derive(Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each says something else to the script")]
struct CaseData<'d> {
    document: &'d str,
    is_new: bool,
    accepted: Option<String>,
    waiting: String,
    text: &'d str,
    headline: Option<(u32, u32)>,
    notes: &'d [String],
    /// Whether a person can state anything of it in a sidecar.
    keeps: bool,
    /// Whether the rules that found its facts are the program's own.
    explains: bool,
    verified: bool,
    known: Vec<KnownRow>,
    edited: bool,
    shifted: usize,
    facts: Vec<ItemData<'d>>,
    changes: Vec<ChangeData<'d>>,
    lines: Vec<(char, &'d str)>,
    decided: BTreeMap<&'d str, &'static str>,
}

#[derive(Serialize)]
struct ItemData<'d> {
    kind: &'d str,
    start: u32,
    end: u32,
    rule: &'d str,
    text: &'d str,
    gist: String,
    fields: Vec<(&'d str, String)>,
}

#[derive(Serialize)]
struct ChangeData<'d> {
    id: &'d str,
    cluster: Option<String>,
    nature: &'static str,
    kind: &'d str,
    old: Option<ItemData<'d>>,
    new: Option<ItemData<'d>>,
    /// The fields that say something else.
    fields: Vec<&'d str>,
    noise: Vec<&'static str>,
    effect: Option<&'static str>,
    was: Option<Sentence>,
    now: Option<Sentence>,
}

/// A sentence and its quotation, cut where it is long.
#[derive(Serialize)]
struct Sentence {
    before: String,
    mark: String,
    after: String,
}

/// A row of what is known to be wrong, as the page shows it.
#[derive(Debug, Clone, Serialize)]
pub struct KnownRow {
    kind: String,
    text: String,
    start: Option<u32>,
    says: Option<String>,
    right: Option<String>,
    why: Option<String>,
}

/// The data of the page; no `<` stands in it.
pub(super) fn json(project: &str, docket: &Docket, mode: Mode<'_>) -> String {
    let nothing = Decided::new();
    let (name, decided, undo): (_, &[Decided], _) = match mode {
        Mode::Offline => ("offline", &[], 0),
        Mode::Served { decided, undo } => ("served", decided, undo),
    };
    let cases = docket.cases.iter().enumerate();
    let data = Data {
        schema: SCHEMA,
        mode: name,
        project,
        undo,
        problems: docket.problems.iter().map(ToString::to_string).collect(),
        clusters: docket
            .clusters
            .iter()
            .filter(|cluster| cluster.members.len() > 1)
            .map(of_cluster)
            .collect(),
        cases: cases.map(|(at, case)| of_case(case, decided.get(at).unwrap_or(&nothing))).collect(),
    };
    serde_json::to_string(&data).unwrap_or_default().replace('<', "\\u003c")
}

/// The rows of a ledger.
pub fn known_rows(ledger: &Ledger) -> Vec<KnownRow> {
    ledger.known.iter().map(of_known).collect()
}

fn of_known(row: &Known) -> KnownRow {
    let said = |value: &Option<toml::Value>| {
        value.as_ref().map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
    };
    KnownRow {
        kind: row.kind.clone(),
        text: row.text.clone(),
        start: row.start,
        says: said(&row.says),
        right: said(&row.right),
        why: row.why.clone(),
    }
}

fn of_cluster(cluster: &Cluster) -> ClusterData<'_> {
    ClusterData {
        id: &cluster.id,
        kind: &cluster.kind,
        nature: cluster.nature.name(),
        rule: &cluster.rule,
        gist: cluster_gist(cluster),
        members: &cluster.members,
    }
}

fn of_case<'d>(case: &'d Case, decided: &'d Decided) -> CaseData<'d> {
    let record = Record::from_body(case.id(), &case.new.body).ok();
    let headline = record.and_then(|record| record.headline).map(|(span, _)| (span.start, span.end));
    let own = concat!(env!("CARGO_PKG_NAME"), " ");
    CaseData {
        document: case.id(),
        is_new: case.is_new(),
        accepted: case.old.as_ref().map(|old| sha256(old.body.as_bytes())),
        waiting: sha256(case.new.body.as_bytes()),
        text: &case.text,
        headline,
        notes: &case.notes,
        keeps: case.ledger.path.is_some(),
        explains: case.new.header.info("engine").is_some_and(|engine| engine.starts_with(own)),
        verified: case.ledger.is_verified,
        known: known_rows(&case.ledger),
        edited: case.changed.diff.edited,
        shifted: case.changed.diff.shifted,
        facts: case.facts.iter().map(of_item).collect(),
        changes: (0..case.changes().len()).map(|index| of_change(case, index)).collect(),
        lines: case.changed.lines.iter().map(|LineChange { sign, text }| (*sign, &**text)).collect(),
        decided: decided.iter().map(|(id, ruling)| (&**id, ruling.done())).collect(),
    }
}

fn of_item<'d>(item: &'d Item<'_>) -> ItemData<'d> {
    let fields = item.fields.iter().filter(|(_, field)| !says_nothing(field));
    ItemData {
        kind: &item.kind,
        start: item.span.start,
        end: item.span.end,
        rule: &item.rule,
        text: &item.text,
        gist: item.gist(),
        fields: fields.map(|(name, field)| (&**name, field.said())).collect(),
    }
}

fn says_nothing(field: &Field<'_>) -> bool {
    field.is_null() || matches!(field, Field::List(values) if values.is_empty())
}

fn of_change(case: &Case, index: usize) -> ChangeData<'_> {
    let change = &case.changes()[index];
    let evidence = case.changed.evidence.get(index).and_then(Option::as_ref);
    ChangeData {
        id: &case.ids()[index],
        cluster: (!case.is_new()).then(|| change.cluster_id()),
        nature: change.nature.name(),
        kind: &change.item().kind,
        old: change.old.as_ref().map(of_item),
        new: change.new.as_ref().map(of_item),
        fields: change.fields.iter().map(|field| &*field.name).collect(),
        noise: change.noise.iter().map(|variant| variant.name()).collect(),
        effect: case.effects.get(index).copied().and_then(Effect::word),
        was: was(case, change),
        now: evidence.filter(|_| change.new.is_some()).map(sentence),
    }
}

/// The sentence in which the fact stood, while the document is what it was.
fn was(case: &Case, change: &Change) -> Option<Sentence> {
    let old = change.old.as_ref().filter(|old| old.kind != DOCUMENT && !case.changed.diff.edited)?;
    Evidence::at(&case.text, old.span).map(|evidence| sentence(&evidence))
}

fn sentence(evidence: &Evidence) -> Sentence {
    let (before, rest) = evidence.sentence.split_at(evidence.mark.start);
    let (mark, after) = rest.split_at(evidence.mark.len());
    let (near_before, near_after) = (last_words(before), first_words(after));
    let opening = if near_before.len() < before.len() { "… " } else { "" };
    let closing = if near_after.len() < after.len() { " …" } else { "" };
    Sentence {
        before: format!("{opening}{near_before}"),
        mark: mark.to_owned(),
        after: format!("{near_after}{closing}"),
    }
}
