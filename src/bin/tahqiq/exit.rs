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
/// A usage or configuration error, or a file that cannot be read or written.
const USAGE: u8 = 2;
/// A broken invariant.
const INVARIANT: u8 = 5;

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
            USAGE.into()
        }
        Err(Stop::Wrong(error)) => {
            say(&error.to_string());
            if error.trouble() == Trouble::Invariant { INVARIANT.into() } else { USAGE.into() }
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
        return if error.use_stderr() { USAGE.into() } else { ExitCode::SUCCESS };
    }
    let said = error.to_string();
    let lines: Vec<_> = said.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let wanted = lines.iter().take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more"));
    let line = wanted.copied().collect::<Vec<_>>().join("; ").replace(":; ", ": ");
    say(&format!("{} (see --help)", line.trim_start_matches("error: ")));
    USAGE.into()
}

/// A line on standard error.
pub(crate) fn say(line: &str) {
    use std::io::Write as _;
    let _ = writeln!(std::io::stderr(), "tahqiq: {line}");
}
