//! The program: arguments in, exit codes out.

mod args;
mod exit;
mod extract;
mod open;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

fn main() -> ExitCode {
    tahqiq::harness::quiet_panics();
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return exit::usage(&error),
    };
    let done = match args.command {
        Command::Extract(options) => extract::run(&options, args.config.as_deref()),
    };
    exit::code(done)
}
