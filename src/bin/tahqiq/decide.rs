//! `tahqiq review`, `accept` and `reject`: what becomes of snapshots that wait.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use tahqiq::docket::{Docket, Ruling, settle};
use tahqiq::error::{Error, Trouble};
use tahqiq::report::plural;
use tahqiq::review;

use crate::args::{Decide, Review};
use crate::exit::{Done, say};
use crate::open;
use crate::page;

/// Exit code where something still waits.
const LEFT: u8 = 1;
/// Exit code where something cannot be read or written.
const FAILED: u8 = 2;

pub(crate) fn review(options: &Review, config: Option<&Path>) -> Done {
    let project = open::project(config)?;
    let docket = Docket::open(&project, &options.documents)?;
    let mut out = BufWriter::new(anstream::stdout());
    if docket.cases.is_empty() && docket.problems.is_empty() {
        writeln!(out, "nothing waits for a decision; `tahqiq check` compares the corpus with its snapshots")?;
        out.flush()?;
        return Ok(0);
    }
    if options.browser.web {
        out.flush()?;
        return page::review(&options.browser, project, docket);
    }
    let decided = review::review(&docket, &mut io::stdin().lock(), &mut out)?;
    out.flush()?;
    Ok(match (decided.failed, decided.left) {
        (0, 0) => 0,
        (0, _) => LEFT,
        _ => FAILED,
    })
}

pub(crate) fn accept_some(options: &Decide, config: Option<&Path>) -> Done {
    decide(options, config, Ruling::Accept, "accepted")
}

pub(crate) fn reject_some(options: &Decide, config: Option<&Path>) -> Done {
    decide(options, config, Ruling::Reject, "rejected")
}

fn decide(options: &Decide, config: Option<&Path>, ruling: Ruling, acted: &str) -> Done {
    if !options.names_any() {
        let what = "nothing is named";
        return Err(Error::new(Trouble::Usage, what)
            .advise("name documents, or changes with --kind, --cluster or --fact; --all takes all")
            .into());
    }
    let project = open::project(config)?;
    let docket = Docket::open(&project, &options.named())?;
    let mut out = io::stdout();
    if docket.cases.is_empty() && docket.problems.is_empty() {
        writeln!(out, "nothing waits for a decision")?;
        return Ok(0);
    }
    docket.problems.iter().for_each(|error| say(&error.to_string()));
    let selection = options.selection();
    let failed = if selection.is_whole() {
        let done = rule(&docket, whole(&docket), ruling, options.reason.as_deref());
        writeln!(out, "{} {acted}", plural(done.documents, "snapshot"))?;
        done.failed
    } else {
        let done = rule(&docket, selection.of(&docket)?, ruling, options.reason.as_deref());
        let (facts, documents) = (plural(done.facts, "change"), plural(done.documents, "document"));
        writeln!(out, "{facts} of {documents} {acted}{}", waits(done.left))?;
        done.failed
    };
    Ok(if failed == 0 && docket.problems.is_empty() { 0 } else { FAILED })
}

/// Every change of every case.
fn whole(docket: &Docket) -> Vec<(usize, Vec<usize>)> {
    docket.cases.iter().enumerate().map(|(at, case)| (at, (0..case.changes().len()).collect())).collect()
}

/// What deciding came to.
#[derive(Default)]
struct Ruled {
    facts: usize,
    documents: usize,
    left: usize,
    failed: usize,
}

fn rule(docket: &Docket, chosen: Vec<(usize, Vec<usize>)>, ruling: Ruling, reason: Option<&str>) -> Ruled {
    let mut done = Ruled::default();
    for (case, changes) in chosen {
        let case = &docket.cases[case];
        match settle(case, ruling, |index| changes.binary_search(&index).is_ok(), reason) {
            Ok(settled) => {
                done.documents += 1;
                done.facts += settled.ruled;
                done.left += settled.left;
            }
            Err(error) => {
                say(&error.to_string());
                done.failed += 1;
            }
        }
    }
    done
}

/// `; 3 more wait`.
fn waits(left: usize) -> String {
    if left == 0 { String::new() } else { format!("; {left} more of them wait") }
}
