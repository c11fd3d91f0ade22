//! `fazhi explain RULE`: what a rule asks, why, and how a report meets it.

use clap::{Arg, ArgMatches, Command};

use super::screen::Screen;
use super::{Entry, Outcome};
use crate::rules;

pub(super) const ENTRY: Entry = Entry { name: "explain", alias: "释义", arguments, run };

fn arguments(command: Command) -> Command {
    command.arg(Arg::new("rule").value_name("RULE").required(true))
}

fn run(matches: &ArgMatches, screen: &Screen) -> Outcome {
    let name = matches.get_one::<String>("rule").map(String::as_str).unwrap_or_default();
    match rules::find(name) {
        Some(rule) => {
            screen.print(rule.explain(screen.lang()));
            Outcome::Done
        }
        None => screen.fail(&rules::unknown(name)),
    }
}
