//! `fazhi import FILE`: a published report as a report file.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::screen::Screen;
use super::surroundings::is_report_file;
use super::{Entry, Outcome, answer, arguments, files, onto};
use crate::import::{self, Imported, Options};
use crate::message;
use crate::message::{Lang, Message};
use crate::readers;

pub(super) const ENTRY: Entry = Entry { name: "import", alias: "导入", arguments, run };

/// How many left-over lines are told; the file lists all of them.
const TOLD: usize = 20;

fn arguments(command: Command) -> Command {
    command
        .arg(Arg::new("file").value_name("FILE").required(true).value_parser(value_parser!(PathBuf)))
        .arg(Arg::new("figures").long("figures").action(ArgAction::SetTrue))
        .arg(arguments::keys())
        .args(onto::arguments())
        .arg(arguments::out())
        .arg(arguments::force())
}

fn run(matches: &ArgMatches, screen: &Screen) -> Outcome {
    let written = match matches.get_one::<PathBuf>("onto") {
        Some(report) => onto::write(matches, report, screen),
        None => write(matches, screen),
    };
    screen.ended(written)
}

fn write(matches: &ArgMatches, screen: &Screen) -> Result<(), Message> {
    let path: &PathBuf = matches.get_one("file").expect("clap asks for a file");
    let name = files::name(path);
    let keys = matches.get_one::<Lang>("keys").copied().unwrap_or(screen.lang());
    let bytes = files::read_bytes(path)?;
    let options = Options { keys, figures: matches.get_flag("figures") };
    if is_report_file(&name, &bytes) {
        return Err(message!("cli.file.no-import", path = &name));
    }
    let imported = readers::read(&name, &bytes).and_then(|text| import::import(&text, options));
    let imported = imported.map_err(|what| message!("cli.file.of", path = &name, what = what))?;
    answer::hand_over(&imported.yaml, matches, screen)?;
    tell(&imported, screen);
    Ok(())
}

/// Tells what the drafter should look at, and what was left over.
fn tell(imported: &Imported, screen: &Screen) {
    imported.notes.iter().for_each(|note| screen.say(note));
    for line in imported.left_over.iter().take(TOLD) {
        screen.say(&message!("import.left_over", text = line));
    }
    if let Some(more) = imported.left_over.len().checked_sub(TOLD).filter(|&more| more > 0) {
        screen.say(&message!("import.left_over_more", count = more));
    }
}
