//! `fazhi check FILE…`: every finding, and what may be mended by itself.

mod report;

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use rayon::prelude::*;

use super::progress::Progress;
use super::screen::Screen;
use super::surroundings::Folders;
use super::{Entry, Outcome, arguments, files, inputs};
use crate::diagnostic::baseline::Baseline;
use crate::diagnostic::{self, Counts, Edit, Findings, Overview, Severity};
use crate::encoding::Encoding;
use crate::message;
use crate::message::Message;
use crate::place::Places;
use crate::project::Project;
use crate::rules::Selection;
use crate::source::SourceFile;
use crate::writers::Output;
use crate::yaml::edit::{self, Change};
use report::Report;

pub(super) const ENTRY: Entry = Entry { name: "check", alias: "核对", arguments, run };

/// How many files are worked on before their findings are shown: keeps memory flat over thousands.
const BATCH: usize = 256;

/// How often `--fix` looks again: a fix may uncover another.
const FIX_ROUNDS: usize = 10;

fn arguments(command: Command) -> Command {
    let list = |id: &'static str| Arg::new(id).long(id).value_name("RULE").action(ArgAction::Append);
    let file = |id: &'static str| Arg::new(id).long(id).value_name("FILE").value_parser(value_parser!(PathBuf));
    command
        .arg(arguments::files())
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .value_parser(PossibleValuesParser::new(diagnostic::FORMATS.iter().map(|format| format.name)))
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

/// What was asked of `check`.
struct Request {
    selection: Selection,
    fail_on: Severity,
    today: Option<jiff::civil::Date>,
    fix: bool,
    /// Findings that were dismissed before.
    baseline: Baseline,
    /// There is one file only.
    is_alone: bool,
}

fn run(matches: &ArgMatches, screen: &Screen) -> Outcome {
    // The commas of the Chinese keyboard part too.
    let list = |id: &str| {
        let lists = matches.get_many::<String>(id).into_iter().flatten();
        lists.flat_map(|list| names(list)).collect()
    };
    let is_final = matches.get_flag("final");
    let selection = Selection { select: list("select"), ignore: list("ignore"), is_final, without_hints: false };
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
    let named: Vec<PathBuf> = matches.get_many("files").into_iter().flatten().cloned().collect();
    let paths = match inputs::find(&named, inputs::Wanted::Either) {
        Ok(paths) => paths,
        Err(message) => return screen.fail(&message),
    };
    let is_alone = paths.len() == 1;
    let request = Request { selection, fail_on, today, fix: matches.get_flag("fix"), baseline, is_alone };
    let dismissed = matches.get_one("write-baseline").cloned();
    let report = match Report::new(matches, &paths, screen) {
        Ok(report) => report,
        Err(message) => return screen.fail(&message),
    };
    Run { request, report, dismissed, folders: Folders::default(), screen }.all(&paths)
}

/// The names of a list; of one without any, the empty name, which is refused.
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

/// One call of the command.
struct Run<'a> {
    request: Request,
    report: Report<'a>,
    /// Where this run's findings are written to be dismissed from now on.
    dismissed: Option<PathBuf>,
    folders: Folders,
    screen: &'a Screen,
}

/// What is kept of a file to show its findings.
struct Kept {
    source: SourceFile,
    places: Places,
    findings: Findings,
    overview: Overview,
}

impl Kept {
    fn checked(&self) -> diagnostic::Checked<'_> {
        diagnostic::Checked {
            source: &self.source,
            places: &self.places,
            findings: &self.findings,
            overview: Some(&self.overview),
        }
    }

    /// Without what only findings need, where there is none: of thousands it would fill the memory.
    fn slim(self) -> Self {
        match self.findings.is_empty() {
            true => Self { source: SourceFile::new(self.source.name(), ""), places: Places::default(), ..self },
            false => self,
        }
    }
}

impl Run<'_> {
    /// Checks the files in batches. Findings are shown batch by batch where the format allows: memory stays flat.
    fn all(mut self, paths: &[PathBuf]) -> Outcome {
        let progress = Progress::new(paths.len(), self.screen);
        let (mut outcome, mut is_chinese, mut overviews) = (Outcome::Done, false, Vec::new());
        let (mut kept, mut shown): (Vec<Kept>, usize) = (Vec::new(), 0);
        let is_table = !self.request.is_alone || self.report.format.end.is_none();
        for batch in paths.chunks(BATCH) {
            let check = |path: &PathBuf| {
                let checked = self.check(path);
                progress.advance();
                // The rest of the project is dropped at once: of hundreds it would fill the memory.
                checked.map(|(project, findings)| {
                    // One file alone is shown without the table.
                    let overview = if is_table { project.overview() } else { Overview::default() };
                    let kept = Kept { source: project.source, places: project.reading.places, findings, overview };
                    (kept, project.reading.chinese_keys)
                })
            };
            // One file needs no threads: they cost more than it.
            let checked: Vec<_> = if self.request.is_alone {
                batch.iter().map(check).collect()
            } else {
                batch.par_iter().map(check).collect()
            };
            progress.clear();
            for checked in checked {
                let Some((one, chinese_keys)) = checked else {
                    outcome = Outcome::Failed;
                    continue;
                };
                outcome = outcome.max(self.outcome(&one.findings));
                is_chinese |= chinese_keys;
                if self.report.format.end.is_some() {
                    overviews.push((one.overview.clone(), Counts::of(&one.findings)));
                }
                if self.report.format.end.is_none() || !one.findings.is_empty() {
                    kept.push(one.slim());
                }
            }
            if self.report.format.end.is_some() {
                outcome = outcome.max(self.show(&kept[shown..], is_chinese));
                if self.dismissed.is_none() {
                    kept.clear();
                }
                shown = kept.len();
            }
        }
        match self.report.format.end {
            // Of files none of which could be read, there is nothing to say: not that they are without findings.
            Some(end) if !overviews.is_empty() => {
                self.report.add(end(&overviews, self.report.look(is_chinese)).as_bytes());
            }
            Some(_) => {}
            None => outcome = outcome.max(self.show(&kept, is_chinese)),
        }
        let dismissed = self.dismiss(&kept, is_chinese);
        outcome.max(dismissed).max(self.report.finish())
    }

    /// Writes the findings down, where that was asked.
    fn dismiss(&self, kept: &[Kept], is_chinese: bool) -> Outcome {
        let Some(path) = &self.dismissed else { return Outcome::Done };
        let files: Vec<diagnostic::Checked> = kept.iter().map(Kept::checked).collect();
        let text = Baseline::of(&files, self.screen.lang_of(is_chinese)).and(&self.request.baseline).text();
        match files::write(path, text.as_bytes()) {
            Ok(()) => self.screen.say(&message!("cli.written", path = files::name(path))),
            Err(message) => return self.screen.fail(&message),
        }
        Outcome::Done
    }

    fn show(&mut self, kept: &[Kept], is_chinese: bool) -> Outcome {
        let files: Vec<diagnostic::Checked> = kept.iter().map(Kept::checked).collect();
        match (self.report.format.write)(&files, self.report.look(is_chinese)) {
            Ok(Output::Text(text)) => self.report.add(text.as_bytes()),
            Ok(Output::Bytes(bytes)) => self.report.add(&bytes),
            Err(message) => return self.screen.fail(&message),
        }
        Outcome::Done
    }

    fn outcome(&self, findings: &Findings) -> Outcome {
        let found = findings.iter().any(|finding| finding.severity >= self.request.fail_on);
        if found { Outcome::Found } else { Outcome::Done }
    }

    /// Checks one file, and mends it first where that was asked; `None` when it could not be read.
    fn check(&self, path: &Path) -> Option<(Project, Findings)> {
        let open =
            |path| self.folders.open_either(path, self.screen).map_err(|message| self.screen.fail(&message)).ok();
        let project = open(path)?;
        if let Some(doubt) = &project.doubt {
            self.screen.say(&message!("cli.check.doubt", path = files::name(path), what = doubt.clone()));
        }
        let findings = project.check(&self.request.selection, self.request.today);
        let (project, findings) = if self.request.fix {
            self.fix(path, project, findings).map_err(|message| self.screen.fail(&message)).ok()?
        } else {
            (project, findings)
        };
        let checked = diagnostic::Checked {
            source: &project.source,
            places: &project.reading.places,
            findings: &findings,
            overview: None,
        };
        let left = self.request.baseline.left(&checked, self.request.is_alone);
        Some((project, left))
    }

    /// Applies the fixes until none is left, writes the file once and lists what was changed.
    fn fix(&self, path: &Path, mut project: Project, mut findings: Findings) -> Result<(Project, Findings), Message> {
        if project.reading.is_published {
            self.screen.say(&message!("cli.fix-published", path = files::name(path)));
            return Ok((project, findings));
        }
        let (mut made, mut changes) = (0, Vec::new());
        let encoding = project.source.encoding();
        for _ in 0..FIX_ROUNDS {
            let edits: Vec<&Edit> = findings.iter().flat_map(|finding| &finding.fix).collect();
            let edited = edit::apply(project.source.text(), edits);
            if edited.made == 0 {
                break;
            }
            made += edited.made;
            changes.extend(edited.changes(project.source.text()));
            let source = SourceFile::new(project.source.name(), edited.text);
            project = self.folders.reopen(source, path, self.screen)?;
            findings = project.check(&self.request.selection, self.request.today);
        }
        if made > 0 {
            if path == Path::new("-") {
                return Err(message!("cli.fix-stdin"));
            }
            if !encoding.is_utf8() {
                return Err(message!("cli.fix-encoding", path = files::name(path)));
            }
            let mark = if encoding == Encoding::Utf8WithMark { "\u{feff}" } else { "" };
            files::write(path, [mark, project.source.text()].concat().as_bytes())?;
            self.tell(path, made, changes);
        }
        Ok((project, findings))
    }

    /// Lists the changes of a file, at once: files are worked on side by side.
    fn tell(&self, path: &Path, made: usize, changes: Vec<Change>) {
        let lang = self.screen.lang();
        let line = |message: Message| message.text(lang) + "\n";
        let told = changes.into_iter().map(|Change { line: at, before, after }| {
            line(message!("cli.change", path = files::name(path), line = at, before = before, after = after))
        });
        let all = std::iter::once(line(message!("cli.fixed", path = files::name(path), count = made))).chain(told);
        self.screen.note(&all.collect::<String>());
    }
}
