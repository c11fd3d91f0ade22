//! `fazhi render FILE…`: the report in every format asked for.

mod naming;
mod request;
mod run;
mod target;
mod verdict;

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::screen::Screen;
use super::surroundings::Folders;
use super::{Entry, Outcome, arguments, inputs};
use crate::message::Message;
use naming::Naming;
use request::Request;
use run::Run;
use target::Targets;

pub(super) const ENTRY: Entry = Entry { name: "render", alias: "生成", arguments, run };

fn arguments(command: Command) -> Command {
    let flag = |id: &'static str| Arg::new(id).long(id).action(ArgAction::SetTrue);
    command
        .arg(arguments::files())
        .arg(Arg::new("to").long("to").value_name("FORMAT").value_delimiter(',').action(ArgAction::Append))
        .arg(arguments::out())
        .arg(Arg::new("edition").long("edition").value_name("ID"))
        .arg(flag("final"))
        .arg(Arg::new("width").long("width").value_name("N").value_parser(value_parser!(u16).range(20..=400)))
        .arg(Arg::new("eol").long("eol").value_name("lf|crlf").value_parser(["lf", "crlf"]).hide_possible_values(true))
        .arg(Arg::new("name").long("name").value_name("file|title|PATTERN"))
        .arg(Arg::new("templates").long("templates").value_name("DIR").value_parser(value_parser!(PathBuf)))
        .args(cfg!(feature = "docx").then(|| {
            Arg::new("reference-docx").long("reference-docx").value_name("FILE").value_parser(value_parser!(PathBuf))
        }))
        .arg(flag("annex"))
        .arg(flag("charts"))
        .arg(flag("fragment"))
        .arg(flag("dark"))
        .arg(arguments::today())
}

fn run(matches: &ArgMatches, screen: &Screen) -> Outcome {
    prepare(matches, screen).map_or_else(|message| screen.fail(&message), |run| run.all())
}

/// Finds the files and what is to be made of them; says what cannot be done before anything is.
fn prepare<'a>(matches: &ArgMatches, screen: &'a Screen) -> Result<Run<'a>, Message> {
    let named: Vec<PathBuf> = matches.get_many("files").into_iter().flatten().cloned().collect();
    let paths = inputs::find(&named, inputs::Wanted::Reports)?;
    let formats: Vec<&str> = matches.get_many::<String>("to").into_iter().flatten().map(String::as_str).collect();
    let naming = matches.get_one::<String>("name").map(|name| Naming::parse(name)).transpose()?.unwrap_or_default();
    let out = matches.get_one::<PathBuf>("out").map(PathBuf::as_path);
    // A fragment is a piece of a web page, unless the name of the output says another format.
    let is_page = matches.get_flag("fragment") && out.is_none_or(|out| out.extension().is_none());
    let formats = if formats.is_empty() && is_page { vec!["html"] } else { formats };
    let targets = Targets::new(paths, &formats, out, naming)?;
    let run = Run { request: Request::from(matches)?, targets, folders: Folders::default(), screen };
    if run.targets.must_compare() {
        run.compare_names()?;
    }
    Ok(run)
}
