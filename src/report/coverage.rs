//! What a corpus witnesses, for a terminal and for programs.

use std::io::{self, Write};

use super::count::{grouped, plural};
use super::sentence::{isolated, visible};
use super::style::STYLES;
use super::terminal::{more, wrong};
use crate::harness::{Coverage, ListCoverage, RuleCoverage};
use crate::snapshot::write_string;

/// Writes what a corpus witnesses: the rules, those without a witness first, and of each word list the rows that have
/// none; at most `limit` of them, all without it.
///
/// # Errors
/// Output that fails.
pub fn coverage(coverage: &Coverage, limit: Option<usize>, out: &mut impl Write) -> io::Result<()> {
    rules(&coverage.rules, out)?;
    lists(&coverage.lists, out)?;
    without(&coverage.lists, limit, out)?;
    let most = limit.unwrap_or(usize::MAX);
    for problem in coverage.problems.iter().take(most) {
        wrong(&problem.to_string(), out)?;
    }
    more(coverage.problems.len().saturating_sub(most), "problem", out)?;
    sum(coverage, out)
}

fn rules(rules: &[RuleCoverage], out: &mut impl Write) -> io::Result<()> {
    let (strong, faint, removed) = (STYLES.strong, STYLES.faint, STYLES.removed);
    let width = rules.iter().map(|rule| rule.rule.chars().count()).max().unwrap_or(0).max(14);
    writeln!(out, "{strong}{:width$}    documents    facts{strong:#}", "rules")?;
    for rule in rules {
        let name = visible(&rule.rule);
        let (documents, facts) = (grouped(rule.documents), grouped(rule.facts));
        let color = if rule.facts == 0 { removed } else { anstyle::Style::new() };
        write!(out, "  {color}{name:width$}{color:#}  {documents:>9}  {facts:>7}")?;
        match (rule.facts, rule.matches) {
            (0, Some(0)) => writeln!(out, "  {faint}matches nowhere{faint:#}")?,
            (0, Some(matches)) => {
                let places = plural(matches, "place");
                writeln!(out, "  {faint}matches in {places}, where another reading holds{faint:#}")?;
            }
            _ => writeln!(out)?,
        }
    }
    Ok(())
}

fn lists(lists: &[ListCoverage], out: &mut impl Write) -> io::Result<()> {
    if lists.is_empty() {
        return Ok(());
    }
    let strong = STYLES.strong;
    let names: Vec<_> = lists.iter().map(name).collect();
    let width = names.iter().map(|name| name.chars().count()).max().unwrap_or(0).max(14);
    writeln!(out, "{strong}{:width$}         rows    witnessed{strong:#}", "word lists")?;
    for (list, name) in lists.iter().zip(&names) {
        let witnessed = list.rows - list.without.len();
        writeln!(out, "  {name:width$}  {:>9}  {:>11}", grouped(list.rows), grouped(witnessed))?;
    }
    Ok(())
}

/// The list, and the file that it stands in where it is the project's own.
fn name(list: &ListCoverage) -> String {
    match &list.file {
        Some(file) => format!("{} in {}", list.list, visible(file)),
        None => list.list.to_owned(),
    }
}

fn without(lists: &[ListCoverage], limit: Option<usize>, out: &mut impl Write) -> io::Result<()> {
    let (strong, faint) = (STYLES.strong, STYLES.faint);
    if lists.iter().all(|list| list.without.is_empty()) {
        return Ok(());
    }
    writeln!(out, "{strong}rows without a witness{strong:#}")?;
    for list in lists.iter().filter(|list| !list.without.is_empty()) {
        let most = limit.unwrap_or(usize::MAX);
        let words = list.without.iter().take(most).filter_map(|words| words.first());
        let words = words.map(|word| isolated(word)).collect::<Vec<_>>().join(", ");
        let left = match list.without.len().saturating_sub(most) {
            0 => String::new(),
            left => format!(" {faint}… {} more (all of them: --limit 0){faint:#}", grouped(left)),
        };
        writeln!(out, "  {faint}{}{faint:#} {words}{left}", name(list))?;
    }
    Ok(())
}

fn sum(coverage: &Coverage, out: &mut impl Write) -> io::Result<()> {
    let strong = STYLES.strong;
    let of = |part: usize, whole: usize, noun: &str| format!("{} of {}", grouped(part), plural(whole, noun));
    let rules = coverage.rules.iter().filter(|rule| rule.facts > 0).count();
    let rows: usize = coverage.lists.iter().map(|list| list.rows).sum();
    let without: usize = coverage.lists.iter().map(|list| list.without.len()).sum();
    let of_lists = match rows {
        0 => String::new(),
        _ => format!(" and {} of word lists", of(rows - without, rows, "row")),
    };
    let by = plural(coverage.documents, "document");
    let of_rules = of(rules, coverage.rules.len(), "rule");
    writeln!(out, "{strong}{of_rules}{of_lists} witnessed by {by}{strong:#}")
}

/// Writes what a corpus witnesses as JSON, a line for each rule and each list:
/// `{"documents","rules":[{"rule","documents","facts","matches"}],"lists":[{"list","file","rows","witnessed","without"}],
/// "problems"}`.
///
/// # Errors
/// Output that fails.
pub fn coverage_json(coverage: &Coverage, out: &mut impl Write) -> io::Result<()> {
    let mut json = Vec::new();
    write!(json, "{{\"documents\":{},\n \"rules\":[", coverage.documents)?;
    each(&coverage.rules, &mut json, rule_json)?;
    json.extend_from_slice(b"],\n \"lists\":[");
    each(&coverage.lists, &mut json, list_json)?;
    json.extend_from_slice(b"],\n \"problems\":[");
    each(&coverage.problems, &mut json, |problem, json| {
        write_string(json, &problem.to_string());
        Ok(())
    })?;
    json.extend_from_slice(b"]}\n");
    out.write_all(&json)
}

/// Writes each on a line of its own.
fn each<T>(
    items: &[T],
    json: &mut Vec<u8>,
    write: impl Fn(&T, &mut Vec<u8>) -> io::Result<()>,
) -> io::Result<()> {
    for (index, item) in items.iter().enumerate() {
        json.extend_from_slice(if index > 0 { b",\n  " } else { b"\n  " });
        write(item, json)?;
    }
    Ok(())
}

fn rule_json(rule: &RuleCoverage, json: &mut Vec<u8>) -> io::Result<()> {
    json.extend_from_slice(b"{\"rule\":");
    write_string(json, &rule.rule);
    let matches = rule.matches.map_or("null".to_owned(), |matches| matches.to_string());
    write!(json, ",\"documents\":{},\"facts\":{},\"matches\":{matches}}}", rule.documents, rule.facts)
}

fn list_json(list: &ListCoverage, json: &mut Vec<u8>) -> io::Result<()> {
    json.extend_from_slice(b"{\"list\":");
    write_string(json, list.list);
    json.extend_from_slice(b",\"file\":");
    match &list.file {
        Some(file) => write_string(json, file),
        None => json.extend_from_slice(b"null"),
    }
    write!(json, ",\"rows\":{},\"witnessed\":{},\"without\":[", list.rows, list.rows - list.without.len())?;
    for (index, words) in list.without.iter().enumerate() {
        json.extend_from_slice(if index > 0 { b",[" } else { b"[" });
        for (index, word) in words.iter().enumerate() {
            json.extend_from_slice(if index > 0 { b"," } else { b"" });
            write_string(json, word);
        }
        json.push(b']');
    }
    json.extend_from_slice(b"]}");
    Ok(())
}
