//! The program: arguments in, exit codes out.

mod apply;
mod args;
mod check;
mod completions;
mod coverage;
mod decide;
mod diff;
mod exit;
mod explain;
mod extract;
mod init;
mod known;
mod open;
mod page;
mod progress;
mod reconcile;
mod reports;
mod review;
mod schema;
mod score;
mod terminal;
mod values;
mod verify;

use std::process::ExitCode;

use clap::{CommandFactory, Parser};

use args::{Args, Command};

fn main() -> ExitCode {
    tahqiq::engine::quiet_panics();
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return exit::usage(&error),
    };
    let config = args.config.as_deref();
    let done = match args.command {
        Command::Check(options) => check::run(&options, config),
        Command::Review(options) => review::run(&options, config),
        Command::Accept(options) => decide::accept_some(&options, config),
        Command::Reject(options) => decide::reject_some(&options, config),
        Command::Extract(options) => extract::run(&options, config),
        Command::Explain(options) => explain::run(&options, config),
        Command::Report(options) => page::report(&options, config),
        Command::Apply(options) => apply::run(&options, config),
        Command::Diff(options) => diff::run(&options, config),
        Command::Coverage(options) => coverage::run(&options, config),
        Command::Init(options) => init::run(&options),
        Command::Completions(options) => completions::run(&options, Args::command()),
        Command::Score(options) => score::run(&options, config),
        Command::Verify(options) => verify::run(&options, config),
        Command::Known(options) => known::run(&options, config),
        Command::Reconcile(options) => reconcile::run(&options, config),
        Command::Schema(options) => schema::run(&options),
    };
    open::give_way();
    exit::code(done)
}
