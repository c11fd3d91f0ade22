//! `fazhi schema`: the JSON Schema that editors complete and check from.

use clap::{ArgMatches, Command};

use super::screen::Screen;
use super::{Entry, Outcome, answer, arguments, files};
use crate::message;
use crate::yaml::schema;

pub(super) const ENTRY: Entry = Entry { name: "schema", alias: "键名表", arguments, run };

fn arguments(command: Command) -> Command {
    command.arg(arguments::out())
}

fn run(matches: &ArgMatches, screen: &Screen) -> Outcome {
    let text = schema::schema();
    match answer::file(matches) {
        None => screen.print(text),
        Some(path) => match files::write(path, text.as_bytes()) {
            Ok(()) => screen.say(&message!("cli.written", path = files::name(path))),
            Err(message) => return screen.fail(&message),
        },
    }
    Outcome::Done
}
