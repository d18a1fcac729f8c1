//! `tahqiq review --web` and `tahqiq report`: the review as a page.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args as Options;
use tahqiq::docket::Docket;
use tahqiq::engine::Extraction;
use tahqiq::error::Result;
use tahqiq::harness::{Check, Corpus, Project, check};
use tahqiq::report::html::{Mode, page};
use tahqiq::report::plural;
use tahqiq::review::Progress;
use tahqiq::review::web::{Page, serve};
use tahqiq::snapshot::write_beside;

use crate::exit::{Done, FAILED, LEFT, say};
use crate::open;

/// Where the review takes place.
#[derive(Debug, Options)]
pub(crate) struct Browser {
    /// Review in a browser: a page that is served to this machine alone.
    #[arg(long)]
    pub(crate) web: bool,
    /// The port to serve it on [default: any that is free].
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true, requires = "web")]
    pub(crate) port: u16,
    /// Print the page's address and leave opening it to you.
    #[arg(long, requires = "web")]
    pub(crate) no_open: bool,
}

#[derive(Debug, Options)]
#[command(
    after_help = "The page is one file that loads nothing: send it, open it anywhere. Its decisions are kept in the \
    browser and saved as a file for `tahqiq apply`. Nothing else is written."
)]
pub(crate) struct Report {
    /// The file to write.
    #[arg(long, value_name = "FILE")]
    pub(crate) html: PathBuf,
    /// Documents, folders or `.jsonl` files of the corpus; all of it by default.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
}

/// Serves the page of what waits until it is finished.
pub(crate) fn review(options: &Browser, project: Project, docket: Docket) -> Done {
    let mut out = anstream::stdout();
    let name = name(&project)?;
    let opens = !options.no_open;
    let done = serve(Page::new(project, &name, docket), options.port, |address| {
        let _ = writeln!(
            out,
            "the review is open at {address}\nit ends with its button “Finish”, or with Ctrl-C here"
        );
        let _ = out.flush();
        if opens && let Err(error) = ::open::that_detached(address) {
            say(&format!("no browser could be started: {error}: open the address yourself"));
        }
    })?;
    let Progress { accepted, rejected, waiting, failed } = done;
    writeln!(out, "{} accepted, {rejected} rejected, {waiting} left", plural(accepted, "change"))?;
    Ok(match (failed, waiting) {
        (0, 0) => 0,
        (0, _) => LEFT,
        _ => FAILED,
    })
}

/// Checks without writing snapshots and writes the page of what differs.
pub(crate) fn report(options: &Report, config: Option<&Path>) -> Done {
    let project = open::project(config)?;
    let corpus = Corpus::of(&project, &options.paths, &open::here()?)?;
    let found = found(&project, corpus)?;
    let docket = Docket::of_check(&project, &found);
    write_beside(&options.html, page(&name(&project)?, &docket, Mode::Offline).as_bytes())?;
    let changes: usize = docket.cases.iter().map(|case| case.changes().len()).sum();
    let mut out = anstream::stdout();
    let file = options.html.display();
    match docket.cases.len() {
        0 => writeln!(out, "{file}: {}, all as accepted", plural(found.documents, "document"))?,
        cases => writeln!(
            out,
            "{file}: {} of {}; `tahqiq apply decisions.json` carries out what is decided there",
            plural(changes, "change"),
            plural(cases, "document")
        )?,
    }
    for problem in found.problems.iter().chain(found.failures()).chain(&docket.problems) {
        say(&problem.to_string());
    }
    Ok(found.verdict().code())
}

fn found(project: &Project, corpus: Corpus) -> Result<Check> {
    let engine = open::engine(Some(project), false)?;
    let extraction = Extraction { kinds: &project.config().kinds, ..Extraction::new(&*engine) };
    let threads = open::threads(None, Some(project))?;
    Ok(threads.install(|| check(project, corpus, extraction, false, &|| {})))
}

/// The name of the project: its folder's.
pub(crate) fn name(project: &Project) -> Result<String> {
    let root = open::here()?.join(project.root());
    let root = root.canonicalize().unwrap_or(root);
    Ok(root.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default())
}
