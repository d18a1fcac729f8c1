//! The plain prompt: a document, its changes, a key and Enter.

use std::io::{self, BufRead, Write};

use crate::docket::{Case, Docket, Effect, Ruling, settle};
use crate::error::Error;
use crate::harness::Evidence;
use crate::report::{STYLES, Shown, changed, gist, plural, sentence, visible};

/// Facts of a new document that are shown before the reader asks for all.
const FIRST: usize = 10;

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Decided {
    /// Snapshots that were accepted.
    pub accepted: usize,
    /// Those that were rejected.
    pub rejected: usize,
    /// Those that still wait.
    pub left: usize,
    /// Those that could not be read or written.
    pub failed: usize,
}

enum Key {
    Rule(Ruling),
    Skip,
    Lines,
    All,
    Quit,
}

/// Shows each case of the docket and asks what to do about it, until all are decided, the reader quits or the input ends.
///
/// # Errors
/// Input or output that fails.
pub fn review(docket: &Docket, input: &mut impl BufRead, out: &mut impl Write) -> io::Result<Decided> {
    let waiting = docket.cases.len();
    let mut decided = Decided { left: waiting + docket.problems.len(), ..Decided::default() };
    for error in &docket.problems {
        fail(error, &mut decided, out)?;
    }
    for (index, case) in docket.cases.iter().enumerate() {
        let strong = STYLES.strong;
        writeln!(out, "\n{strong}{}{strong:#}  ({} of {waiting})", visible(case.id()), index + 1)?;
        show(case, false, false, out)?;
        match decide(case, input, out)? {
            Key::Rule(ruling) => rule(case, ruling, &mut decided, input, out)?,
            Key::Quit => break,
            Key::Skip | Key::Lines | Key::All => {}
        }
    }
    finish(&decided, out)?;
    Ok(decided)
}

fn rule(
    case: &Case,
    ruling: Ruling,
    decided: &mut Decided,
    input: &mut impl BufRead,
    out: &mut impl Write,
) -> io::Result<()> {
    let breaks = ruling == Ruling::Accept && case.effects.contains(&Effect::Breaks);
    let reason = if breaks { ask_reason(input, out)? } else { None };
    if breaks && reason.is_none() {
        return writeln!(out, "  left as it is");
    }
    match settle(case, ruling, |_| true, reason.as_deref()) {
        Ok(_) if ruling == Ruling::Accept => decided.accepted += 1,
        Ok(_) => decided.rejected += 1,
        Err(error) => return fail(&error, decided, out),
    }
    decided.left -= 1;
    Ok(())
}

/// Why a verified fact is to change; nothing where the reader thinks better of it.
fn ask_reason(input: &mut impl BufRead, out: &mut impl Write) -> io::Result<Option<String>> {
    write!(out, "a verified fact changes; why is that accepted? (nothing: leave it) > ")?;
    out.flush()?;
    let mut line = String::new();
    input.read_line(&mut line)?;
    let reason = line.trim();
    Ok((!reason.is_empty()).then(|| reason.to_owned()))
}

/// Asks until a key decides.
fn decide(case: &Case, input: &mut impl BufRead, out: &mut impl Write) -> io::Result<Key> {
    loop {
        match ask(input, out)? {
            Key::Lines => show(case, true, true, out)?,
            Key::All => show(case, false, true, out)?,
            key => return Ok(key),
        }
    }
}

fn ask(input: &mut impl BufRead, out: &mut impl Write) -> io::Result<Key> {
    loop {
        let strong = STYLES.strong;
        write!(out, "{strong}[a]{strong:#}ccept  {strong}[r]{strong:#}eject  {strong}[s]{strong:#}kip  ")?;
        write!(
            out,
            "all {strong}[f]{strong:#}acts  {strong}[d]{strong:#}iff of lines  {strong}[q]{strong:#}uit > "
        )?;
        out.flush()?;
        let mut line = String::new();
        if input.read_line(&mut line)? == 0 {
            writeln!(out)?;
            return Ok(Key::Quit);
        }
        match line.trim().to_lowercase().as_str() {
            "a" | "accept" => return Ok(Key::Rule(Ruling::Accept)),
            "r" | "reject" => return Ok(Key::Rule(Ruling::Reject)),
            "s" | "skip" => return Ok(Key::Skip),
            "f" | "facts" => return Ok(Key::All),
            "d" | "diff" => return Ok(Key::Lines),
            "q" | "quit" => return Ok(Key::Quit),
            _ => writeln!(out, "a, r, s, f, d or q")?,
        }
    }
}

fn show(case: &Case, lines: bool, all: bool, out: &mut impl Write) -> io::Result<()> {
    let yellow = STYLES.changed;
    for note in &case.notes {
        writeln!(out, "  {yellow}!{yellow:#} {}", visible(note))?;
    }
    let changes = if all { None } else { Some(4 * FIRST) };
    let shown = Shown { documents: None, changes, lines, quiet: false, pending: true };
    if case.is_new() {
        return show_new(case, all, out);
    }
    let faint = STYLES.faint;
    writeln!(out, "  {faint}{}{faint:#}", visible(&case.changed.cause.to_string()))?;
    changed(&case.changed, shown, out)
}

fn show_new(case: &Case, all: bool, out: &mut impl Write) -> io::Result<()> {
    let (added, faint) = (STYLES.added, STYLES.faint);
    writeln!(out, "  {added}new{added:#}: {}", plural(case.tally().total().facts, "fact"))?;
    let limit = if all { usize::MAX } else { FIRST };
    for item in case.facts.iter().take(limit) {
        writeln!(
            out,
            "  {added}+ {}{added:#} {}  {faint}{}{faint:#}",
            visible(&item.kind),
            gist(item),
            visible(&item.rule)
        )?;
        if let Some(evidence) = Evidence::at(&case.text, item.span) {
            writeln!(out, "    {}", sentence(&evidence, &STYLES))?;
        }
    }
    match case.facts.len().saturating_sub(limit) {
        0 => Ok(()),
        rest => writeln!(out, "  {faint}… {} more: f{faint:#}", plural(rest, "fact")),
    }
}

fn fail(error: &Error, decided: &mut Decided, out: &mut impl Write) -> io::Result<()> {
    decided.failed += 1;
    let removed = STYLES.removed;
    writeln!(out, "  {removed}!{removed:#} {}", visible(&error.to_string()))
}

fn finish(decided: &Decided, out: &mut impl Write) -> io::Result<()> {
    let Decided { accepted, rejected, left, .. } = decided;
    writeln!(out, "\n{accepted} accepted, {rejected} rejected, {left} left")
}
