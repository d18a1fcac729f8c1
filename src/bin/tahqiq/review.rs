//! `tahqiq review`: on a full screen where there is one, else as a plain prompt.

use std::env;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use clap::Args as Options;
use ratatui::crossterm::terminal;
use tahqiq::docket::Docket;
use tahqiq::error::{Error, Trouble};
use tahqiq::harness::{Project, sweep};
use tahqiq::report::plural;
use tahqiq::review::screen::{SMALLEST, Screen};
use tahqiq::review::{Session, review};

use crate::exit::{Done, FAILED, LEFT, say};
use crate::{open, page, terminal as held};

#[derive(Debug, Options)]
#[command(
    after_help = "On a full screen: ? shows the keys. Where there is none (a pipe, TERM=dumb, fewer than 60 by 15 cells) \
    a prompt asks document by document. What is decided is written at once, and `u` takes it back. Exit codes: 0 all is \
    decided, 1 something waits, 2 something could not be read or written."
)]
pub(crate) struct Review {
    /// Documents by name, path, folder or pattern (`news/*-01`); all that wait by default.
    #[arg(value_name = "DOCUMENT")]
    pub(crate) documents: Vec<String>,
    /// Ask document by document, without the full screen.
    #[arg(long)]
    pub(crate) plain: bool,
    #[command(flatten)]
    pub(crate) browser: page::Browser,
}

pub(crate) fn run(options: &Review, config: Option<&Path>) -> Done {
    let project = open::project(config)?;
    sweep(&project);
    let docket = Docket::open(&project, &options.documents)?;
    if docket.cases.is_empty() && docket.problems.is_empty() {
        let mut out = anstream::stdout();
        writeln!(out, "nothing waits for a decision; `tahqiq check` compares the corpus with its snapshots")?;
        return Ok(0);
    }
    if options.browser.web {
        return page::review(&options.browser, project, docket);
    }
    // Where nothing can be read there is nothing to show.
    if options.plain || docket.cases.is_empty() || !has_screen() {
        plain(&docket)
    } else {
        full(project, docket)
    }
}

/// Whether the terminal can show a full screen that is large enough.
fn has_screen() -> bool {
    let is_terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
    let is_dumb = match env::var_os("TERM") {
        Some(name) => name.is_empty() || name == "dumb",
        None => cfg!(unix),
    };
    if !is_terminal || is_dumb {
        return false;
    }
    let (columns, rows) = terminal::size().unwrap_or_default();
    let is_large = columns >= SMALLEST.0 && rows >= SMALLEST.1;
    if !is_large {
        let (wide, high) = SMALLEST;
        say(&format!("the terminal has {columns} by {rows} cells, the full screen needs {wide} by {high}"));
    }
    is_large
}

fn plain(docket: &Docket) -> Done {
    let mut out = BufWriter::new(anstream::stdout());
    let decided = review(docket, &mut io::stdin().lock(), &mut out)?;
    out.flush()?;
    Ok(code(decided.failed, decided.left))
}

fn full(project: Project, docket: Docket) -> Done {
    let has_colours = env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let mut screen = Screen::new(Session::new(project, docket), has_colours);
    held::show(&mut screen).map_err(|error| {
        Error::new(Trouble::Disk, format!("the terminal: {error}"))
            .advise("`tahqiq review --plain` does without")
    })?;
    let (progress, session) = (screen.session().progress(), screen.session());
    session.problems().iter().for_each(|error| say(&error.to_string()));
    session
        .sheets()
        .iter()
        .filter_map(|sheet| sheet.trouble.as_ref())
        .for_each(|error| say(&error.to_string()));
    writeln!(
        io::stdout(),
        "{} accepted, {} rejected, {} left",
        plural(progress.accepted, "change"),
        progress.rejected,
        progress.waiting
    )?;
    Ok(code(progress.failed, progress.waiting))
}

fn code(failed: usize, left: usize) -> u8 {
    match (failed, left) {
        (0, 0) => 0,
        (0, _) => LEFT,
        _ => FAILED,
    }
}
