//! `fazhi check FILE…`: every finding, and what may be mended by itself.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use rayon::prelude::*;

use super::screen::Screen;
use super::{Entry, Outcome, arguments, files, surroundings};
use crate::diagnostic::baseline::Baseline;
use crate::diagnostic::{self, Edit, Findings, Severity};
use crate::encoding::Encoding;
use crate::message;
use crate::message::Message;
use crate::project::Project;
use crate::rules::Selection;
use crate::source::SourceFile;
use crate::yaml::edit;

pub(super) const ENTRY: Entry = Entry { name: "check", alias: "核对", arguments, run };

/// How often `--fix` looks again: a fix may uncover another.
const FIX_ROUNDS: usize = 10;

fn arguments(command: Command) -> Command {
    let list =
        |id: &'static str| Arg::new(id).long(id).value_name("RULE").value_delimiter(',').action(ArgAction::Append);
    let file = |id: &'static str| Arg::new(id).long(id).value_name("FILE").value_parser(value_parser!(PathBuf));
    command
        .arg(arguments::files())
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .value_parser(PossibleValuesParser::new(diagnostic::FORMATS.iter().map(|format| format.name)))
                .hide_possible_values(true)
                .default_value("human")
                .hide_default_value(true),
        )
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
        .arg(Arg::new("fix").long("fix").action(ArgAction::SetTrue))
        .arg(arguments::today())
}

/// What was asked of `check`.
struct Request {
    selection: Selection,
    fail_on: Severity,
    today: Option<jiff::civil::Date>,
    fix: bool,
    /// Findings that were dismissed before.
    baseline: Baseline,
}

fn run(matches: &ArgMatches, screen: &Screen) -> Outcome {
    let list = |id: &str| matches.get_many::<String>(id).into_iter().flatten().cloned().collect();
    let selection = Selection { select: list("select"), ignore: list("ignore") };
    if let Err(unknown) = selection.verify() {
        return screen.fail(&unknown);
    }
    let fail_on = match matches.get_one::<String>("fail-on").map(String::as_str) {
        _ if matches.get_flag("strict") => Severity::Hint,
        Some("hint") => Severity::Hint,
        Some("warning") => Severity::Warning,
        _ => Severity::Error,
    };
    let today = matches.get_one("today").copied().or_else(super::today);
    let baseline = match baseline(matches) {
        Ok(baseline) => baseline,
        Err(message) => return screen.fail(&message),
    };
    let request = Request { selection, fail_on, today, fix: matches.get_flag("fix"), baseline };
    let paths: Vec<PathBuf> = matches.get_many("files").into_iter().flatten().cloned().collect();
    let checked: Vec<Option<(Project, Findings)>> = match paths.as_slice() {
        [path] => vec![check(path, &request, screen)],
        paths => paths.par_iter().map(|path| check(path, &request, screen)).collect(),
    };
    let failed = checked.iter().any(Option::is_none);
    let reports: Vec<diagnostic::Checked> = checked
        .iter()
        .flatten()
        .map(|(project, findings)| diagnostic::Checked {
            source: &project.source,
            places: &project.reading.places,
            findings,
        })
        .collect();
    let chinese = checked.iter().flatten().any(|(project, _)| project.reading.chinese_keys);
    let format = matches.get_one::<String>("format").expect("--format has a default");
    // That nothing was found in files that could not be read is no news for a person.
    let nothing_read = failed && reports.is_empty() && format == "human";
    if let Some(format) = diagnostic::FORMATS.iter().find(|known| known.name == format).filter(|_| !nothing_read) {
        screen.print((format.write)(&reports, screen.look(chinese)));
    }
    if let Some(path) = matches.get_one::<PathBuf>("write-baseline") {
        let text = Baseline::of(&reports, screen.lang_of(chinese)).text();
        if let Err(message) = files::write(path, text.as_bytes()) {
            return screen.fail(&message);
        }
        screen.say(&message!("cli.written", path = files::name(path)));
    }
    let found = checked.iter().flatten().any(|(_, findings)| findings.iter().any(|f| f.severity >= request.fail_on));
    match (failed, found) {
        (true, _) => Outcome::Failed,
        (false, true) => Outcome::Found,
        (false, false) => Outcome::Done,
    }
}

/// The findings that were dismissed before, where a file of them is named.
fn baseline(matches: &ArgMatches) -> Result<Baseline, Message> {
    match matches.get_one::<PathBuf>("baseline") {
        Some(path) => Baseline::read(&files::name(path), files::read(path)?.text()),
        None => Ok(Baseline::default()),
    }
}

/// Checks one file, and mends it first where that was asked; `None` when it could not be read.
fn check(path: &Path, request: &Request, screen: &Screen) -> Option<(Project, Findings)> {
    let open = |path| surroundings::open(path, screen).map_err(|message| screen.fail(&message)).ok();
    let project = open(path)?;
    let findings = project.check(&request.selection, request.today);
    let (project, findings) = if request.fix {
        fix(path, project, findings, request, screen).map_err(|message| screen.fail(&message)).ok()?
    } else {
        (project, findings)
    };
    let checked = diagnostic::Checked { source: &project.source, places: &project.reading.places, findings: &findings };
    let left = request.baseline.left(&checked);
    Some((project, left))
}

/// Applies the fixes until none is left, writes the file once and says how much was changed.
fn fix(
    path: &Path,
    mut project: Project,
    mut findings: Findings,
    request: &Request,
    screen: &Screen,
) -> Result<(Project, Findings), Message> {
    let (mut changes, encoding) = (0, project.source.encoding());
    for _ in 0..FIX_ROUNDS {
        let edits: Vec<&Edit> = findings.iter().flat_map(|finding| &finding.fix).collect();
        let edited = edit::apply(project.source.text(), edits);
        if edited.made == 0 {
            break;
        }
        changes += edited.made;
        let source = SourceFile::new(project.source.name(), edited.text);
        project = surroundings::reopen(source, path, screen)?;
        findings = project.check(&request.selection, request.today);
    }
    if changes > 0 {
        if path == Path::new("-") {
            return Err(message!("cli.fix-stdin"));
        }
        if encoding != Encoding::Utf8 {
            return Err(message!("cli.fix-encoding", path = files::name(path)));
        }
        files::write(path, project.source.text().as_bytes())?;
        screen.say(&message!("cli.fixed", path = files::name(path), count = changes));
    }
    Ok((project, findings))
}
