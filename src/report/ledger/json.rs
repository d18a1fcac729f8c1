//! For programs: one JSON object, described by `docs/ledger.schema.json`.

use std::io::{self, Write};
use std::ops::Range;

use serde::Serialize;
use serde_json::value::RawValue;

use crate::error::Error;
use crate::fact::{Count, Stance, Update};
use crate::number::Number;
use crate::reconcile::{Entry, Figure, Finding, Group, Ledger, Voice};

/// Version of the JSON of the ledger.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct EntryData<'l> {
    id: String,
    verdict: &'static str,
    predicate: &'static str,
    group: GroupData<'l>,
    area: &'l str,
    places: &'l [String],
    from: Option<String>,
    to: Option<String>,
    origins: usize,
    compared: usize,
    lowest: Option<usize>,
    highest: Option<usize>,
    best: Option<usize>,
    best_origins: usize,
    others: Vec<&'l str>,
    findings: Vec<FindingData>,
    figures: Vec<FigureData<'l>>,
}

#[derive(Serialize)]
struct GroupData<'l> {
    kind: &'static str,
    name: &'l str,
}

#[derive(Serialize)]
struct FindingData {
    verdict: &'static str,
    pairs: usize,
    first: [usize; 2],
}

#[derive(Serialize)]
struct FigureData<'l> {
    document: &'l str,
    line: u32,
    start: u32,
    end: u32,
    headline: bool,
    bound: Option<&'static str>,
    number: Option<Box<RawValue>>,
    low: Option<Box<RawValue>>,
    high: Option<Box<RawValue>>,
    hedge: Option<&'l str>,
    part: bool,
    origin: usize,
    chain: Vec<VoiceData<'l>>,
    stance: Option<&'static str>,
    polarity: &'static str,
    modality: &'static str,
    update: Option<&'static str>,
    place: &'l str,
    place_basis: &'static str,
    from: Option<String>,
    to: Option<String>,
    days_basis: &'static str,
    reported: Option<String>,
    sentence: &'l str,
    mark: &'l Range<usize>,
}

#[derive(Serialize)]
struct VoiceData<'l> {
    name: &'l str,
    entity: Option<&'l str>,
    understood: bool,
}

/// Writes all of the ledger as JSON, a line for each entry; `problems` are the documents that could not be read.
///
/// # Errors
/// Output that fails.
pub fn ledger_json(ledger: &Ledger, problems: &[Error], out: &mut impl Write) -> io::Result<()> {
    let Ledger { days, documents, testimonies, entries } = ledger;
    let verdicts: serde_json::Map<_, _> = ledger
        .verdicts()
        .into_iter()
        .map(|(verdict, number)| (verdict.name().to_owned(), number.into()))
        .collect();
    let verdicts = serde_json::to_string(&verdicts)?;
    write!(out, "{{\"schema\":{SCHEMA},\"window_days\":{days},\"documents\":{documents},")?;
    write!(out, "\"claims\":{testimonies},\"verdicts\":{verdicts},\n \"entries\":[")?;
    for (index, entry) in entries.iter().enumerate() {
        out.write_all(if index > 0 { b",\n  " } else { b"\n  " })?;
        serde_json::to_writer(&mut *out, &of_entry(entry))?;
    }
    let problems: Vec<_> = problems.iter().map(ToString::to_string).collect();
    writeln!(out, "],\n \"problems\":{}}}", serde_json::to_string(&problems)?)
}

fn of_entry(entry: &Entry) -> EntryData<'_> {
    EntryData {
        id: entry.id(),
        verdict: entry.verdict.name(),
        predicate: entry.predicate.name(),
        group: GroupData { kind: kind(&entry.group), name: entry.group.name() },
        area: &entry.area,
        places: &entry.places,
        from: entry.window.map(|window| window.from.to_string()),
        to: entry.window.map(|window| window.to.to_string()),
        origins: entry.origins,
        compared: entry.compared,
        lowest: entry.lowest,
        highest: entry.highest,
        best: entry.best,
        best_origins: entry.best_origins,
        others: entry.others.iter().map(Group::name).collect(),
        findings: entry.findings.iter().map(of_finding).collect(),
        figures: entry.figures.iter().map(of_figure).collect(),
    }
}

fn kind(group: &Group) -> &'static str {
    match group {
        Group::Unspecified => "unspecified",
        Group::People(_) => "people",
        Group::Entity(_) => "entity",
        Group::Noun(_) => "noun",
        Group::Words(_) => "words",
    }
}

fn of_finding(finding: &Finding) -> FindingData {
    let (one, other) = finding.first;
    FindingData { verdict: finding.verdict.name(), pairs: finding.pairs, first: [one, other] }
}

fn of_figure(figure: &Figure) -> FigureData<'_> {
    let told = &figure.testimony;
    let number = |pick: fn(&Count) -> Option<Number>| told.count.as_ref().and_then(pick).and_then(exact);
    FigureData {
        document: &told.document,
        line: told.line,
        start: told.span.start,
        end: told.span.end,
        headline: told.headline,
        bound: told.count.map(|count| count.bound.name()),
        number: number(|count| count.number),
        low: number(|count| count.low),
        high: number(|count| count.high),
        hedge: told.hedge.as_deref(),
        part: told.is_part,
        origin: figure.origin,
        chain: told.chain.iter().map(of_voice).collect(),
        stance: told.stance.map(Stance::name),
        polarity: told.polarity.name(),
        modality: told.modality.name(),
        update: told.update.map(Update::name),
        place: &told.area.place,
        place_basis: told.area.given.name(),
        from: told.days.event.map(|(from, _)| from.to_string()),
        to: told.days.event.map(|(_, to)| to.to_string()),
        days_basis: told.days.given.name(),
        reported: told.days.reported.map(|day| day.to_string()),
        sentence: &told.sentence,
        mark: &told.mark,
    }
}

fn of_voice(voice: &Voice) -> VoiceData<'_> {
    VoiceData { name: voice.said(), entity: voice.entity.as_deref(), understood: voice.understood }
}

/// An exact JSON number, or `"2/3"`.
fn exact(number: Number) -> Option<Box<RawValue>> {
    let said = number.short_decimal().unwrap_or_else(|| format!("\"{number}\""));
    RawValue::from_string(said).ok()
}
