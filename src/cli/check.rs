//! `fazhi check FILE…`: every finding, and what may be mended by itself.

mod mend;
mod report;
mod run;

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::screen::Screen;
use super::surroundings::Folders;
use super::{Entry, Outcome, arguments, files, inputs};
use crate::diagnostic::Severity;
use crate::diagnostic::baseline::Baseline;
use crate::document::{Block, plain};
use crate::listings;
use crate::message::Message;
use crate::readers::{self, Manuscript};
use crate::rules::Selection;
use report::Report;
use run::{Request, Run};

pub(super) const ENTRY: Entry = Entry { name: "check", alias: "核对", arguments, run };

fn arguments(command: Command) -> Command {
    let list = |id: &'static str| Arg::new(id).long(id).value_name("RULE").action(ArgAction::Append);
    let file = |id: &'static str| Arg::new(id).long(id).value_name("FILE").value_parser(value_parser!(PathBuf));
    command
        .arg(arguments::files())
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .value_parser(PossibleValuesParser::new(listings::FORMATS.iter().map(|format| format.name)))
                .hide_possible_values(true),
        )
        .arg(arguments::out())
        .arg(
            Arg::new("fail-on")
                .long("fail-on")
                .value_name("error|warning|hint")
                .value_parser(["error", "warning", "hint"])
                .hide_possible_values(true),
        )
        .arg(Arg::new("strict").long("strict").action(ArgAction::SetTrue).conflicts_with("fail-on"))
        .arg(list("select"))
        .arg(list("ignore"))
        .arg(file("baseline"))
        .arg(file("write-baseline"))
        .arg(Arg::new("final").long("final").action(ArgAction::SetTrue))
        .arg(Arg::new("fix").long("fix").action(ArgAction::SetTrue))
        .arg(arguments::today())
}

fn run(matches: &ArgMatches, screen: &Screen) -> Outcome {
    prepare(matches, screen).map_or_else(|message| screen.fail(&message), |(run, report)| run.all(report))
}

/// Finds the files and what is to be said of them; says what cannot be done before anything is.
fn prepare<'a>(matches: &ArgMatches, screen: &'a Screen) -> Result<(Run<'a>, Report<'a>), Message> {
    let selection = selection(matches);
    selection.verify()?;
    let baseline = baseline(matches)?;
    let named: Vec<PathBuf> = matches.get_many("files").into_iter().flatten().cloned().collect();
    let mut paths = inputs::find(&named, inputs::Wanted::Either)?;
    if let Some(out) = matches.get_one::<PathBuf>("out").filter(|out| !named.contains(out) && is_sheet(out)) {
        // The sheet of the run before is none of the texts of its folder.
        let out = files::canonical(out);
        paths.retain(|path| path.file_name() != out.file_name() || files::canonical(path) != out);
    }
    let passed_over = inputs::passed_over(&named, &paths);
    let texts_beside = inputs::texts_beside(&named, &paths);
    let report = Report::new(matches, &paths, screen)?;
    let request = Request {
        selection,
        fail_on: fail_on(matches),
        today: matches.get_one("today").copied().or_else(super::today),
        fix: matches.get_flag("fix"),
        baseline,
        dismissed: matches.get_one("write-baseline").cloned(),
    };
    Ok((Run { paths, passed_over, texts_beside, request, folders: Folders::default(), screen }, report))
}

/// Whether there is a review sheet of this name.
fn is_sheet(path: &Path) -> bool {
    let read = || readers::read(&files::name(path), &files::read_bytes(path).ok()?).ok();
    let first = |manuscript: Manuscript| match manuscript.document.body.first()? {
        Block::Paragraph(paragraph) => Some(plain(&paragraph.content)),
        Block::Heading(heading) => Some(plain(&heading.content)),
        _ => None,
    };
    path.is_file() && read().and_then(first).is_some_and(|first| listings::sheet::is_sheet(&first))
}

/// The rules that are asked for.
fn selection(matches: &ArgMatches) -> Selection {
    let list = |id: &str| {
        let lists = matches.get_many::<String>(id).into_iter().flatten();
        lists.flat_map(|list| names(list)).collect()
    };
    let is_final = matches.get_flag("final");
    Selection { select: list("select"), ignore: list("ignore"), is_final, without_hints: false }
}

/// The least severity that makes the check fail.
fn fail_on(matches: &ArgMatches) -> Severity {
    match matches.get_one::<String>("fail-on").map(String::as_str) {
        _ if matches.get_flag("strict") => Severity::Hint,
        Some("hint") => Severity::Hint,
        Some("warning") => Severity::Warning,
        _ => Severity::Error,
    }
}

/// The names of a list, parted by the commas of the Chinese keyboard too. One without any has the empty name, which is
/// refused.
fn names(list: &str) -> Vec<String> {
    let names = list.split([',', '，', '、', ' ', ';', '；']).filter(|name| !name.is_empty());
    let names: Vec<String> = names.map(str::to_owned).collect();
    if names.is_empty() { vec![String::new()] } else { names }
}

/// The findings that were dismissed before, where a file of them is named.
fn baseline(matches: &ArgMatches) -> Result<Baseline, Message> {
    match matches.get_one::<PathBuf>("baseline") {
        Some(path) => Baseline::read(&files::name(path), files::read(path)?.text()),
        None => Ok(Baseline::default()),
    }
}
