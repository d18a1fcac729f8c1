//! Exit codes, and the one line that is said on the way out.

use std::process::ExitCode;

use tahqiq::error::{Error, Trouble};

/// Why a command stopped before its end.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Something is wrong; it is said in one line.
    Wrong(Error),
    /// Nobody reads the output any more.
    Closed,
    /// The output cannot be written.
    Output(std::io::Error),
}

/// What a command returns: the exit code.
pub(crate) type Done = Result<u8, Stop>;

/// As programs end that write to a closed pipe: 128 and the number of SIGPIPE.
const CLOSED: u8 = 141;
/// Something waits for a decision still, or was not done.
pub(crate) const LEFT: u8 = 1;
/// A usage or configuration error, or a file that cannot be read or written.
pub(crate) const FAILED: u8 = 2;
/// A broken invariant.
pub(crate) const INVARIANT: u8 = 5;

impl From<Error> for Stop {
    fn from(error: Error) -> Self {
        Self::Wrong(error)
    }
}

impl From<std::io::Error> for Stop {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Output(error),
        }
    }
}

/// Says what is wrong, if anything, and returns the exit code.
pub(crate) fn code(done: Done) -> ExitCode {
    match done {
        Ok(code) => code.into(),
        Err(Stop::Closed) => CLOSED.into(),
        Err(Stop::Output(error)) => {
            say(&format!("the output cannot be written: {error}"));
            FAILED.into()
        }
        Err(Stop::Wrong(error)) => {
            say(&error.to_string());
            if error.trouble() == Trouble::Invariant { INVARIANT.into() } else { FAILED.into() }
        }
    }
}

/// What is wrong with the arguments in one line, or the help that was asked for.
pub(crate) fn usage(error: &clap::Error) -> ExitCode {
    use clap::error::ErrorKind;
    let help = matches!(
        error.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    );
    if help {
        let _ = error.print();
        return if error.use_stderr() { FAILED.into() } else { ExitCode::SUCCESS };
    }
    let said = error.to_string();
    let lines: Vec<_> = said.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let wanted = lines.iter().take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more"));
    let line = wanted.copied().collect::<Vec<_>>().join("; ").replace(":; ", ": ");
    say(&format!("{} (see --help)", line.trim_start_matches("error: ")));
    FAILED.into()
}

/// A line on standard error.
pub(crate) fn say(line: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "tahqiq: {line}");
}

/// The exit code of what stood in the way of some of the documents; 0 where nothing did.
pub(crate) fn of_problems(problems: &[Error]) -> u8 {
    let codes = problems.iter().map(|problem| match problem.trouble() {
        Trouble::Invariant => INVARIANT,
        _ => FAILED,
    });
    codes.min().unwrap_or(0)
}
