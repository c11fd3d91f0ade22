//! `fazhi rules`: every rule in a line.

use clap::{ArgMatches, Command};

use super::screen::Screen;
use super::{Entry, Outcome};
use crate::rules::RULES;

pub(super) const ENTRY: Entry = Entry { name: "rules", alias: "规则", arguments: |command: Command| command, run };

fn run(_matches: &ArgMatches, screen: &Screen) -> Outcome {
    let lang = screen.lang();
    let width = RULES.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    for rule in RULES {
        let severity = rule.severity.message().text(lang);
        screen.print(format!("{}  {:width$}  {severity}  {}\n", rule.code, rule.name, rule.summary().text(lang)));
    }
    Outcome::Done
}
