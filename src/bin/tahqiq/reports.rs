//! `--report`: what a check found, in files and on standard output for other programs.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::ValueEnum;
use tahqiq::docket::Docket;
use tahqiq::error::{Error, Result, Trouble};
use tahqiq::harness::{Place, Project};
use tahqiq::report::html::{Mode, page};
use tahqiq::report::{self, Account, Links};
use tahqiq::snapshot::write_beside;

use crate::exit::say;
use crate::page::name;

/// A report and where it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Report {
    pub(crate) kind: ReportKind,
    /// A file; none is standard output.
    pub(crate) file: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportKind {
    Junit,
    Github,
    Markdown,
    Html,
    Json,
}

/// `junit=FILE` and the like.
pub(crate) fn report(text: &str) -> std::result::Result<Report, String> {
    let (name, file) = text.split_once('=').map_or((text, None), |(name, file)| (name, Some(file)));
    let known = ReportKind::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    let known: Vec<_> = known.map(|kind| kind.get_name().to_owned()).collect();
    let kind = ReportKind::from_str(name, false).map_err(|_| format!("there are {}", known.join(", ")))?;
    match file {
        Some("") => Err(format!("name a file after `{name}=`")),
        None if kind != ReportKind::Github => Err(format!("name its file: {name}=FILE, or {name}=-")),
        None | Some("-") => Ok(Report { kind, file: None }),
        Some(file) => Ok(Report { kind, file: Some(file.into()) }),
    }
}

/// What the reports tell that is not in the account.
pub(crate) struct Reading {
    /// Every document, in order.
    pub(crate) places: Vec<Place>,
    /// How long each took, by name.
    pub(crate) took: BTreeMap<String, Duration>,
}

/// Checks that no two reports go to one place.
pub(crate) fn checked(reports: &[Report]) -> Result<()> {
    for (at, report) in reports.iter().enumerate() {
        if reports[..at].iter().any(|before| before.file == report.file) {
            let place =
                report.file.as_ref().map_or("standard output".into(), |file| file.display().to_string());
            let what = format!("two reports cannot both go to {place}");
            return Err(Error::new(Trouble::Usage, what).advise("name a file for each"));
        }
    }
    Ok(())
}

/// Whether a report that is one document has standard output for itself.
pub(crate) fn take_output(reports: &[Report]) -> bool {
    reports.iter().any(|report| report.file.is_none() && report.kind != ReportKind::Github)
}

/// Writes each report, files first. One that cannot be written is said in a line, and the others are written. Returns
/// whether all were.
pub(crate) fn write(reports: &[Report], account: &Account<'_>, reading: &Reading) -> io::Result<bool> {
    let mut all = true;
    let (files, output): (Vec<_>, Vec<_>) = reports.iter().partition(|report| report.file.is_some());
    for report in files.into_iter().chain(output) {
        let text = text(report.kind, account, reading);
        let written = match (&report.file, text) {
            (_, Err(error)) => Err(error),
            (Some(file), Ok(text)) => put(file, text.as_bytes()),
            (None, Ok(text)) => {
                let mut out = io::stdout().lock();
                out.write_all(text.as_bytes())?;
                out.flush()?;
                Ok(())
            }
        };
        if let Err(error) = written {
            say(&error.to_string());
            all = false;
        }
    }
    Ok(all)
}

fn text(kind: ReportKind, account: &Account<'_>, reading: &Reading) -> Result<String> {
    match kind {
        ReportKind::Junit => report::junit(account, &reading.places, &reading.took),
        ReportKind::Github => Ok(report::github(account)),
        ReportKind::Markdown => Ok(report::markdown(account)),
        ReportKind::Html => {
            let docket = Docket::of_check(account.project, account.check);
            Ok(page(&name(account.project)?, &docket, Mode::Offline))
        }
        ReportKind::Json => report::json(account),
    }
}

/// Writes a file beside the one at `path` and renames it, and makes the folders above it; a device or a pipe is written
/// into, for a file in its place would be none.
fn put(path: &Path, bytes: &[u8]) -> Result<()> {
    let disk = |error: &io::Error| Error::disk(path, error).advise("a report was to be written there");
    if std::fs::metadata(path).is_ok_and(|found| !found.is_file()) {
        return std::fs::write(path, bytes).map_err(|error| disk(&error));
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|error| disk(&error))?;
    }
    write_beside(path, bytes)
}

/// Where the files of the project are found by who reads of them elsewhere, as the variables of GitHub Actions say.
pub(crate) fn links(project: &Project) -> Links {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let address = [variable("GITHUB_SERVER_URL"), variable("GITHUB_REPOSITORY"), variable("GITHUB_SHA")];
    let base = match address {
        [Some(server), Some(repository), Some(commit)] => {
            Some(format!("{server}/{repository}/blob/{commit}"))
        }
        _ => None,
    };
    let workspace = variable("GITHUB_WORKSPACE").map(PathBuf::from);
    Links { folder: workspace.and_then(|workspace| folder(project, &workspace)).unwrap_or_default(), base }
}

/// Path of the project below `workspace`, with a slash at its end.
fn folder(project: &Project, workspace: &Path) -> Option<String> {
    let here = Path::new(".");
    let root = if project.root().as_os_str().is_empty() { here } else { project.root() };
    let (root, workspace) = (root.canonicalize().ok()?, workspace.canonicalize().ok()?);
    let below = root.strip_prefix(workspace).ok()?.to_string_lossy().replace('\\', "/");
    (!below.is_empty()).then(|| below + "/")
}
