//! `fazhi outlines [ID]`: the built-in outlines, or the text of one to copy from.

use clap::{Arg, ArgMatches, Command};

use super::screen::Screen;
use super::{Entry, Outcome};
use crate::message;
use crate::outline::load;

pub(super) const ENTRY: Entry = Entry { name: "outlines", alias: "纲要", arguments, run };

fn arguments(command: Command) -> Command {
    command.arg(Arg::new("id").value_name("ID"))
}

fn run(matches: &ArgMatches, screen: &Screen) -> Outcome {
    let Some(id) = matches.get_one::<String>("id") else {
        for outline in load::built_in() {
            screen.print(format!("{}  {}\n", outline.id, outline.name));
        }
        return Outcome::Done;
    };
    match load::BUILT_IN.iter().find(|known| known.id == id) {
        Some(found) => {
            screen.print(found.text);
            Outcome::Done
        }
        None => {
            let known: Vec<&str> = load::BUILT_IN.iter().map(|known| known.id).collect();
            screen.fail(&message!("cli.outlines.unknown", id = id, known = known))
        }
    }
}
