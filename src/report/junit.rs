//! JUnit's XML, which every CI system reads: a test case for each document.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use quick_junit::{NonSuccessKind, Report, TestCase, TestCaseStatus, TestSuite};

use super::account::{Account, Told, plain};
use super::gate::{broken, floor, spending};
use super::sentence::{isolated, sentence, visible};
use super::style::STYLES;
use super::sum::{sum_of, unsought};
use super::terminal::facts;
use crate::error::{Error, Result, Trouble};
use crate::harness::{Finding, Outcome, Place};

/// The report: a case for each of `places`, the documents of the check, with the time that `took` has for its name; and
/// one for each orphan, problem, budget and floor.
///
/// # Errors
/// XML that cannot be made.
pub fn junit(account: &Account<'_>, places: &[Place], took: &BTreeMap<String, Duration>) -> Result<String> {
    let mut suite = TestSuite::new("tahqiq check");
    let findings: HashMap<_, _> =
        account.check.findings.iter().enumerate().map(|(at, f)| (f.place.snapshot.as_path(), at)).collect();
    for place in places {
        let finding = findings.get(place.snapshot.as_path()).copied();
        let mut case = document(account, place, finding);
        case.time = took.get(&place.id).copied();
        suite.add_test_case(case);
    }
    suite.add_test_cases(others(account));
    suite.set_time(took.values().sum());
    suite.system_out = unsought(account.check).map(Into::into);
    let mut report = Report::new("tahqiq");
    report.set_time(took.values().sum());
    report.add_test_suite(suite);
    report.to_string().map_err(|error| Error::new(Trouble::Invariant, format!("no XML: {error}")))
}

fn document(account: &Account<'_>, place: &Place, finding: Option<usize>) -> TestCase {
    let (folder, name) = place.id.rsplit_once('/').unwrap_or(("corpus", &place.id));
    let status = finding.map(|at| (at, &account.check.findings[at]));
    let mut case = TestCase::new(visible(name), TestCaseStatus::success());
    if let Some((at, finding)) = status {
        if account.gate.excuses && matches!(finding.outcome, Outcome::Changed(_)) {
            case.set_system_out(differences(account, at, finding));
        } else {
            case.status = failed(account, at, finding);
        }
    }
    case.set_classname(visible(&folder.replace('/', ".")));
    case.extra.insert("file".into(), visible(&account.path(&place.file)).into());
    case
}

fn failed(account: &Account<'_>, at: usize, finding: &Finding) -> TestCaseStatus {
    match &finding.outcome {
        Outcome::Same => TestCaseStatus::success(),
        Outcome::New(tally) => failure("missing", &format!("no accepted snapshot: {}", facts(tally)), None),
        Outcome::Renamed(renamed) => {
            let said = renamed.changed.as_ref().map(|changed| format!(", {}", sum_of(changed)));
            let message = format!("renamed from {}{}", renamed.from, said.unwrap_or_default());
            failure("renamed", &message, Some(differences(account, at, finding)))
        }
        Outcome::Changed(changed) => {
            failure("differences", &sum_of(changed), Some(differences(account, at, finding)))
        }
        Outcome::Failed(error) => {
            let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
            status.set_type(finding.outcome.verdict().name()).set_message(visible(&error.to_string()));
            status
        }
    }
}

fn failure(kind: &str, message: &str, description: Option<String>) -> TestCaseStatus {
    let mut status = TestCaseStatus::non_success(NonSuccessKind::Failure);
    status.set_type(kind).set_message(visible(message));
    if let Some(text) = description {
        status.set_description(text);
    }
    status
}

/// Each change and its sentence.
fn differences(account: &Account<'_>, at: usize, finding: &Finding) -> String {
    let mut lines = vec![visible(&finding.place.shown(account.project))];
    account.told(at).for_each(|told| lines.extend(in_lines(&told)));
    lines.join("\n")
}

fn in_lines(told: &Told<'_>) -> Vec<String> {
    let line = told.spot.map(|spot| format!("  line {}", spot.line)).unwrap_or_default();
    let mut lines = vec![format!("{}  #{}{line}", told.line(), told.id())];
    match (&told.changed.evidence[told.index], &told.change().old) {
        (Some(evidence), _) => lines.push(format!("  {}", plain(&sentence(evidence, &STYLES)))),
        (None, Some(old)) if !old.text.is_empty() => {
            lines.push(format!("  {}", isolated(&format!("⟦{}⟧", old.text))));
        }
        _ => {}
    }
    lines
}

/// Cases that are no document's.
fn others(account: &Account<'_>) -> Vec<TestCase> {
    let case = |class: &str, name: &str, status: TestCaseStatus| {
        let mut case = TestCase::new(visible(name), status);
        case.set_classname(class);
        case
    };
    let orphans = account.check.orphans.iter().map(|orphan| {
        let status = failure("orphan", "a snapshot without a document", None);
        case("orphans", &account.path(orphan), status)
    });
    let problems = account.check.problems.iter().map(|problem| {
        let mut status = TestCaseStatus::non_success(NonSuccessKind::Error);
        status.set_type("problem").set_message(visible(&problem.to_string()));
        let name = problem.path().map_or_else(|| problem.to_string(), |path| account.path(path));
        case("problems", &name, status)
    });
    let broken: Vec<_> = broken(account.gate).collect();
    let lines = account
        .gate
        .budgets
        .iter()
        .map(|budget| (format!("budget {} {}", budget.nature, budget.kind), spending(budget)));
    let lines = lines.chain(account.gate.floors.iter().map(|f| (format!("floor {}", f.kind), floor(f))));
    let gates = lines.map(|(name, line)| {
        let is_broken = broken.contains(&line);
        let status = if is_broken { failure("gate", &line, None) } else { TestCaseStatus::success() };
        case("gate", &name, status)
    });
    orphans.chain(problems).chain(gates).collect()
}
