//! `fazhi next LAST.yaml`: next year's file from last year's.

use std::path::{Component, Path, PathBuf};

use clap::{Arg, ArgMatches, Command, value_parser};

use super::screen::Screen;
use super::{Entry, Outcome, answer, arguments, files, surroundings};
use crate::message;
use crate::message::{Lang, Message};
use crate::next::{self, Request};

pub(super) const ENTRY: Entry = Entry { name: "next", alias: "下年", arguments, run };

fn arguments(command: Command) -> Command {
    command
        .arg(Arg::new("last").value_name("LAST").required(true).value_parser(value_parser!(PathBuf)))
        .arg(arguments::keys())
        .arg(arguments::out())
        .arg(arguments::force())
}

fn run(matches: &ArgMatches, screen: &Screen) -> Outcome {
    screen.ended(write(matches, screen))
}

fn write(matches: &ArgMatches, screen: &Screen) -> Result<(), Message> {
    let last = matches.get_one::<PathBuf>("last").expect("clap requires it");
    let out = answer::file(matches);
    if out.is_some_and(|out| files::canonical(out) == files::canonical(last)) {
        return Err(message!("cli.next.same-file", path = files::name(last)));
    }
    let from = surroundings::folder(out.map_or(Path::new("."), PathBuf::as_path));
    let request = Request {
        previous: if last == Path::new("-") { String::new() } else { relative(last, &from) },
        keys: matches.get_one::<Lang>("keys").copied(),
        outlines: surroundings::outlines(&surroundings::folder(last))?,
    };
    let source = files::read(last)?;
    let next =
        next::next(&source, &request).map_err(|what| message!("cli.file.of", path = files::name(last), what = what))?;
    answer::hand_over(&next.text, matches, screen)?;
    next.notes.iter().for_each(|note| screen.say(note));
    Ok(())
}

/// A path as seen from a folder, with / between its names; an absolute one where the two have no root in common.
fn relative(path: &Path, folder: &Path) -> String {
    // The folder may not exist yet: its own path is taken by its last name, which any will do.
    let folder = files::canonical(&folder.join("_"));
    let (path, folder) = (files::canonical(path), folder.parent().unwrap_or(Path::new("")).to_path_buf());
    let common = path.components().zip(folder.components()).take_while(|(one, other)| one == other).count();
    if common == 0 {
        return files::name(&path);
    }
    let up = folder.components().skip(common).map(|_| "..".into());
    let down = path.components().skip(common).filter_map(|component| match component {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    up.chain(down).collect::<Vec<_>>().join("/")
}
