//! `tahqiq completions`: what a shell needs to complete the program's arguments.

use std::io::Write;

use clap::{Args, Command};
use clap_complete::Shell;

use crate::exit::Done;

#[derive(Debug, Args)]
#[command(
    after_help = "For bash: tahqiq completions bash > ~/.local/share/bash-completion/completions/tahqiq\n\
    For zsh: tahqiq completions zsh > a folder of $fpath, as _tahqiq\n\
    For fish: tahqiq completions fish > ~/.config/fish/completions/tahqiq.fish"
)]
pub(crate) struct Completions {
    /// The shell.
    pub(crate) shell: Shell,
}

/// Prints the completions of `command`.
pub(crate) fn run(options: &Completions, mut command: Command) -> Done {
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut command, name, &mut script);
    std::io::stdout().write_all(&script)?;
    Ok(0)
}
