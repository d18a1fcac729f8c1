//! The plain prompt: a document, its changes, a key and Enter.

use std::io::{self, BufRead, Write};

use super::session::{Reviewed, Session};
use crate::error::Error;
use crate::harness::{Pending, accept, reject};
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
    Accept,
    Reject,
    Skip,
    Lines,
    All,
    Quit,
}

/// Shows each of `waiting` and asks what to do about it, until all are decided, the reader quits or the input ends.
///
/// # Errors
/// Input or output that fails.
pub fn review(
    session: &Session<'_>,
    waiting: &[Pending],
    input: &mut impl BufRead,
    out: &mut impl Write,
) -> io::Result<Decided> {
    let mut decided = Decided { left: waiting.len(), ..Decided::default() };
    for (index, pending) in waiting.iter().enumerate() {
        let strong = STYLES.strong;
        writeln!(out, "\n{strong}{}{strong:#}  ({} of {})", visible(&pending.id), index + 1, waiting.len())?;
        let reviewed = match session.open(pending) {
            Ok(reviewed) => reviewed,
            Err(error) => {
                fail(&error, &mut decided, out)?;
                continue;
            }
        };
        show(&reviewed, false, false, out)?;
        match decide(&reviewed, input, out)? {
            Key::Accept => settle(accept(pending), &mut decided, |d| &mut d.accepted, out)?,
            Key::Reject => settle(reject(pending), &mut decided, |d| &mut d.rejected, out)?,
            Key::Quit => break,
            Key::Skip | Key::Lines | Key::All => {}
        }
    }
    finish(&decided, out)?;
    Ok(decided)
}

/// Asks until a key decides.
fn decide(reviewed: &Reviewed, input: &mut impl BufRead, out: &mut impl Write) -> io::Result<Key> {
    loop {
        match ask(input, out)? {
            Key::Lines => show(reviewed, true, true, out)?,
            Key::All => show(reviewed, false, true, out)?,
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
            "a" | "accept" => return Ok(Key::Accept),
            "r" | "reject" => return Ok(Key::Reject),
            "s" | "skip" => return Ok(Key::Skip),
            "f" | "facts" => return Ok(Key::All),
            "d" | "diff" => return Ok(Key::Lines),
            "q" | "quit" => return Ok(Key::Quit),
            _ => writeln!(out, "a, r, s, f, d or q")?,
        }
    }
}

fn show(reviewed: &Reviewed, lines: bool, all: bool, out: &mut impl Write) -> io::Result<()> {
    let yellow = STYLES.changed;
    for note in &reviewed.notes {
        writeln!(out, "  {yellow}!{yellow:#} {}", visible(note))?;
    }
    let changes = if all { None } else { Some(4 * FIRST) };
    let shown = Shown { documents: None, changes, lines, quiet: false, pending: true };
    match &reviewed.changed {
        Some(differences) => {
            let faint = STYLES.faint;
            writeln!(out, "  {faint}{}{faint:#}", visible(&differences.cause.to_string()))?;
            changed(differences, shown, out)
        }
        None => show_new(reviewed, all, out),
    }
}

fn show_new(reviewed: &Reviewed, all: bool, out: &mut impl Write) -> io::Result<()> {
    let (added, faint) = (STYLES.added, STYLES.faint);
    writeln!(out, "  {added}new{added:#}: {}", plural(reviewed.tally.total().facts, "fact"))?;
    let limit = if all { usize::MAX } else { FIRST };
    for (item, evidence) in reviewed.facts.iter().take(limit) {
        writeln!(
            out,
            "  {added}+ {}{added:#} {}  {faint}{}{faint:#}",
            visible(&item.kind),
            gist(item),
            visible(&item.rule)
        )?;
        if let Some(evidence) = evidence {
            writeln!(out, "    {}", sentence(evidence, &STYLES))?;
        }
    }
    match reviewed.facts.len().saturating_sub(limit) {
        0 => Ok(()),
        rest => writeln!(out, "  {faint}… {} more: f{faint:#}", plural(rest, "fact")),
    }
}

fn settle(
    done: Result<(), Error>,
    decided: &mut Decided,
    count: impl Fn(&mut Decided) -> &mut usize,
    out: &mut impl Write,
) -> io::Result<()> {
    match done {
        Ok(()) => {
            *count(decided) += 1;
            decided.left -= 1;
            Ok(())
        }
        Err(error) => fail(&error, decided, out),
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
