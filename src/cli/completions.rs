//! `fazhi completions SHELL`: completion for a shell.

use clap::{Arg, ArgMatches, Command, value_parser};
use clap_complete::Shell;

use super::screen::Screen;
use super::{Entry, Outcome, arguments};

pub(super) const ENTRY: Entry = Entry { name: "completions", alias: "补全", arguments, run };

fn arguments(command: Command) -> Command {
    command.arg(
        Arg::new("shell")
            .value_name("SHELL")
            .required(true)
            .value_parser(value_parser!(Shell))
            .hide_possible_values(true),
    )
}

fn run(matches: &ArgMatches, screen: &Screen) -> Outcome {
    if let Some(&shell) = matches.get_one::<Shell>("shell") {
        let mut script = Vec::new();
        clap_complete::generate(shell, &mut arguments::command(screen.lang()), "fazhi", &mut script);
        screen.print(script);
    }
    Outcome::Done
}
