//! `fazhi templates [NAME…]`: the built-in templates, listed or copied out to be changed.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command};

use super::screen::Screen;
use super::{Entry, Outcome, answer, arguments, files};
use crate::message;
use crate::message::Message;
use crate::writers::template;

pub(super) const ENTRY: Entry = Entry { name: "templates", alias: "模板", arguments, run };

fn arguments(command: Command) -> Command {
    command.arg(Arg::new("names").value_name("NAME").num_args(0..)).arg(arguments::out()).arg(arguments::force())
}

fn run(matches: &ArgMatches, screen: &Screen) -> Outcome {
    let names: Vec<&str> = matches.get_many::<String>("names").into_iter().flatten().map(String::as_str).collect();
    if names.is_empty() && matches.get_one::<PathBuf>("out").is_none() {
        template::TEMPLATES.iter().for_each(|template| screen.print(format!("{}\n", template.name)));
        return Outcome::Done;
    }
    screen.ended(copy(&names, matches, screen))
}

/// Copies the templates named, or all, into a folder; without one, prints them.
fn copy(names: &[&str], matches: &ArgMatches, screen: &Screen) -> Result<(), Message> {
    let known: Vec<&str> = template::TEMPLATES.iter().map(|template| template.name).collect();
    if let Some(unknown) = names.iter().find(|name| !known.contains(name)) {
        return Err(message!("cli.templates.unknown", name = *unknown, known = known));
    }
    for template in template::TEMPLATES.iter().filter(|known| names.is_empty() || names.contains(&known.name)) {
        match answer::file(matches) {
            None => screen.print(template.text),
            Some(folder) => {
                let path = folder.join(template.name);
                files::write_new(&path, template.text.as_bytes(), matches.get_flag("force"))?;
                screen.say(&message!("cli.written", path = files::name(&path)));
            }
        }
    }
    Ok(())
}
