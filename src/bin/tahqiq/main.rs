//! The program: arguments in, exit codes out.

mod apply;
mod args;
mod check;
mod decide;
mod exit;
mod explain;
mod extract;
mod open;
mod page;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

fn main() -> ExitCode {
    tahqiq::harness::quiet_panics();
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return exit::usage(&error),
    };
    let config = args.config.as_deref();
    let done = match args.command {
        Command::Check(options) => check::run(&options, config),
        Command::Review(options) => decide::review(&options, config),
        Command::Accept(options) => decide::accept_some(&options, config),
        Command::Reject(options) => decide::reject_some(&options, config),
        Command::Extract(options) => extract::run(&options, config),
        Command::Explain(options) => explain::run(&options, config),
        Command::Report(options) => page::report(&options, config),
        Command::Apply(options) => apply::run(&options, config),
    };
    exit::code(done)
}
