//! For programs.

use std::io::{self, Write};

use crate::harness::{Altered, Changed, Evidence, Fate, History, KindTally, Tally};
use crate::snapshot::{Nature, write_string};

/// Writes what became of the accepted facts as JSON, a line for each document:
/// `{"from","to","documents","counts","kinds","altered":[{"id","file","fate","was"?,"facts"?,…}],"problems"}`.
///
/// # Errors
/// Output that fails.
pub fn history_json(history: &History, out: &mut impl Write) -> io::Result<()> {
    let mut json = b"{\"from\":".to_vec();
    write_string(&mut json, &history.from);
    json.extend_from_slice(b",\"to\":");
    match &history.to {
        Some(to) => write_string(&mut json, to),
        None => json.extend_from_slice(b"null"),
    }
    write!(json, ",\"documents\":{},\"waiting\":{},\"counts\":", history.documents, history.waiting)?;
    counts(&history.tally.total(), &mut json)?;
    json.extend_from_slice(b",\"kinds\":");
    kinds(&history.tally, &mut json, counts)?;
    json.extend_from_slice(b",\n \"altered\":[");
    for (index, one) in history.altered.iter().enumerate() {
        json.extend_from_slice(if index > 0 { b",\n  " } else { b"\n  " });
        altered(one, &mut json)?;
    }
    json.extend_from_slice(b"],\n \"problems\":[");
    for (index, problem) in history.problems.iter().enumerate() {
        json.extend_from_slice(if index > 0 { b",\n  " } else { b"\n  " });
        write_string(&mut json, &problem.to_string());
    }
    json.extend_from_slice(b"]}\n");
    out.write_all(&json)
}

fn altered(altered: &Altered, json: &mut Vec<u8>) -> io::Result<()> {
    json.extend_from_slice(b"{\"id\":");
    write_string(json, &altered.id);
    json.extend_from_slice(b",\"file\":");
    write_string(json, &altered.file);
    json.extend_from_slice(b",\"fate\":");
    match &altered.fate {
        Fate::Added(tally) => with_facts("added", tally, json)?,
        Fate::Removed(tally) => with_facts("removed", tally, json)?,
        Fate::Changed(_) => write_string(json, "changed"),
        Fate::Renamed { from, .. } => {
            json.extend_from_slice(b"\"renamed\",\"was\":");
            write_string(json, from);
        }
    }
    if let Some(changed) = altered.fate.changed() {
        differences(changed, json)?;
    }
    json.push(b'}');
    Ok(())
}

fn with_facts(fate: &str, tally: &Tally, json: &mut Vec<u8>) -> io::Result<()> {
    write_string(json, fate);
    json.extend_from_slice(b",\"facts\":");
    kinds(tally, json, |tally, json| write!(json, "{}", tally.facts))
}

fn differences(changed: &Changed, json: &mut Vec<u8>) -> io::Result<()> {
    let diff = &changed.diff;
    write!(json, ",\"edited\":{},\"shifted\":{}", diff.edited, diff.shifted)?;
    json.extend_from_slice(b",\"changes\":[");
    for (index, (change, evidence)) in diff.changes.iter().zip(&changed.evidence).enumerate() {
        if index > 0 {
            json.push(b',');
        }
        change.write_json(json);
        json.pop();
        json.extend_from_slice(b",\"sentence\":");
        sentence(evidence.as_ref(), json)?;
        json.push(b'}');
    }
    json.push(b']');
    Ok(())
}

/// The sentence of a change, and the quotation in it in bytes of UTF-8.
fn sentence(evidence: Option<&Evidence>, json: &mut Vec<u8>) -> io::Result<()> {
    let Some(evidence) = evidence else { return json.write_all(b"null") };
    write!(json, "{{\"start\":{},\"end\":{},\"text\":", evidence.mark.start, evidence.mark.end)?;
    write_string(json, &evidence.sentence);
    json.push(b'}');
    Ok(())
}

fn counts(tally: &KindTally, json: &mut Vec<u8>) -> io::Result<()> {
    for (index, nature) in Nature::ALL.into_iter().enumerate() {
        json.push(if index == 0 { b'{' } else { b',' });
        write!(json, "\"{}\":{}", nature.name(), tally.of(nature))?;
    }
    json.push(b'}');
    Ok(())
}

fn kinds(
    tally: &Tally,
    json: &mut Vec<u8>,
    value: impl Fn(&KindTally, &mut Vec<u8>) -> io::Result<()>,
) -> io::Result<()> {
    json.push(b'{');
    for (index, (kind, tally)) in tally.kinds().enumerate() {
        if index > 0 {
            json.push(b',');
        }
        write_string(json, kind);
        json.push(b':');
        value(tally, json)?;
    }
    json.push(b'}');
    Ok(())
}
