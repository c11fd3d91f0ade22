//! The command line: one file a command, and the table of them all. The only part that touches clock, environment
//! and files.

mod answer;
mod arguments;
mod check;
mod compare;
mod completions;
mod explain;
mod files;
mod import;
mod inputs;
mod language;
mod new;
mod next;
mod onto;
mod outlines;
mod pictures;
mod progress;
mod render;
mod rules;
mod schema;
mod screen;
mod surroundings;
mod templates;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{ArgMatches, Command};

use screen::Screen;

/// A command: how it is called and what it does.
struct Entry {
    name: &'static str,
    /// The name in Chinese.
    alias: &'static str,
    arguments: fn(Command) -> Command,
    run: fn(&ArgMatches, &Screen) -> Outcome,
}

/// Every command, in the order of the help.
const COMMANDS: &[Entry] = &[
    new::ENTRY,
    next::ENTRY,
    check::ENTRY,
    render::ENTRY,
    import::ENTRY,
    compare::ENTRY,
    explain::ENTRY,
    rules::ENTRY,
    outlines::ENTRY,
    templates::ENTRY,
    schema::ENTRY,
    completions::ENTRY,
];

/// How a command ended, graver last: the exit code of many files is that of the gravest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// Exit code 0.
    #[default]
    Done,
    /// Exit code 1: `check` found something, or `--final` refused.
    Found,
    /// Exit code 2: the work could not be done.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(outcome as u8)
    }
}

/// Runs the program with its arguments, the program's name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = spelt_out(arguments.into_iter().collect());
    let asked = language::asked(&arguments);
    let lang = asked.or_english();
    let matches = match arguments::command(lang).try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(error) => return usage::answer(&error, command_of(&arguments), lang).into(),
    };
    let screen = Screen::new(&matches, asked);
    let Some((name, matches)) = matches.subcommand() else { return Outcome::Failed.into() };
    let outcome = COMMANDS.iter().find(|entry| entry.name == name).map(|entry| (entry.run)(matches, &screen));
    screen.finish(outcome.unwrap_or(Outcome::Failed)).into()
}

/// `fazhi help check`, as other programs have it, said with the option: `fazhi check --help`.
fn spelt_out(mut arguments: Vec<OsString>) -> Vec<OsString> {
    if arguments.get(1).is_some_and(|first| first == "help" || first == "帮助") {
        arguments.remove(1);
        arguments.push("--help".into());
    }
    arguments
}

/// The command that is called, by the name its help is found under.
fn command_of(arguments: &[OsString]) -> Option<&'static str> {
    let is_called = |entry: &&Entry| arguments.iter().skip(1).any(|word| word == entry.name || word == entry.alias);
    COMMANDS.iter().find(is_called).map(|entry| entry.name)
}

/// The day it is.
fn today() -> Option<jiff::civil::Date> {
    Some(jiff::Timestamp::now().to_zoned(time_zone()).date())
}

/// The time zone of this computer. Where the system keeps it in a file of its own, that is read alone: asked by name,
/// all the zones of the world are looked through, which takes as long as checking a report.
fn time_zone() -> jiff::tz::TimeZone {
    let local = || jiff::tz::TimeZone::tzif("", &std::fs::read("/etc/localtime").ok()?).ok();
    let local = if std::env::var_os("TZ").is_none() { local() } else { None };
    local.unwrap_or_else(jiff::tz::TimeZone::system)
}
