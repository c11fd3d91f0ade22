//! `fazhi new`: a commented file to fill.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Command};

use super::screen::Screen;
use super::{Entry, Outcome, answer, arguments, surroundings};
use crate::message;
use crate::message::{Lang, Message};
use crate::model::{Kind, Level};
use crate::scaffold::{self, Request};
use crate::writers::template;
use crate::yaml::keys::{Domain, english};

pub(super) const ENTRY: Entry = Entry { name: "new", alias: "新建", arguments, run };

fn arguments(command: Command) -> Command {
    command
        .arg(Arg::new("kind").long("kind").value_name("KIND").default_value("government").hide_default_value(true))
        .arg(Arg::new("level").long("level").value_name("LEVEL"))
        .arg(Arg::new("place").long("place").value_name("PLACE"))
        .arg(Arg::new("year").long("year").value_name("YEAR").value_parser(year))
        .arg(Arg::new("outline").long("outline").value_name("ID"))
        .arg(arguments::keys())
        .arg(arguments::out())
        .arg(arguments::force())
}

/// A year as it is typed: 2025, 2025年.
fn year(typed: &str) -> Result<i16, String> {
    let digits = typed.trim().trim_end_matches(['年', '度']);
    digits.parse().ok().filter(|year| (2015..=2100).contains(year)).ok_or_else(String::new)
}

fn run(matches: &ArgMatches, screen: &Screen) -> Outcome {
    screen.ended(write(matches, screen))
}

fn write(matches: &ArgMatches, screen: &Screen) -> Result<(), Message> {
    let text = |id: &str| matches.get_one::<String>(id).map(String::as_str);
    let out = answer::file(matches);
    let folder = surroundings::folder(out.map_or(Path::new("."), PathBuf::as_path));
    let (kind, joint) = kind(text("kind").unwrap_or_default())?;
    let request = Request {
        kind,
        joint,
        level: text("level").map_or(Ok(usual_level(kind)), level)?,
        place: text("place").map(str::to_owned),
        // The report owed now is the one on last year.
        year: matches.get_one("year").copied().or_else(|| super::today().map(|today| today.year() - 1)).unwrap_or(2025),
        outline: text("outline").map(str::to_owned),
        keys: matches.get_one::<Lang>("keys").copied().unwrap_or(screen.lang()),
        outlines: surroundings::outlines(&folder)?,
        templates: surroundings::templates(&folder.join("templates"), &[template::SCAFFOLD], screen.lang(), screen)?,
    };
    let file = scaffold::write(&request)?;
    answer::hand_over(file, matches, screen)
}

/// The level of most organs of a kind.
const fn usual_level(kind: Kind) -> Level {
    match kind {
        Kind::Township => Level::Township,
        Kind::Government | Kind::Department | Kind::Zone => Level::County,
    }
}

/// A kind by its English or Chinese name, and whether the Party committee reports as well.
fn kind(name: &str) -> Result<(Kind, bool), Message> {
    match english(Domain::Kind, name).unwrap_or(name) {
        "government" => Ok((Kind::Government, false)),
        "joint" => Ok((Kind::Government, true)),
        "department" => Ok((Kind::Department, false)),
        "township" => Ok((Kind::Township, false)),
        "zone" => Ok((Kind::Zone, false)),
        _ => Err(message!("cli.new.unknown-kind", name = name)),
    }
}

/// A level by its English or Chinese name.
fn level(name: &str) -> Result<Level, Message> {
    match english(Domain::Level, name).unwrap_or(name) {
        "nation" => Ok(Level::Nation),
        "province" => Ok(Level::Province),
        "city" => Ok(Level::City),
        "county" => Ok(Level::County),
        "township" => Ok(Level::Township),
        _ => Err(message!("cli.new.unknown-level", name = name)),
    }
}
