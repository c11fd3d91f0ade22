//! The work of one call: every file checked, in batches, and its findings shown.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rayon::prelude::*;

use super::report::Report;
use crate::cli::progress::Progress;
use crate::cli::screen::Screen;
use crate::cli::surroundings::Folders;
use crate::cli::{Outcome, files};
use crate::diagnostic::baseline::Baseline;
use crate::diagnostic::{Checked, Counts, Findings, Overview, Severity, Unread};
use crate::listings::sheet;
use crate::message;
use crate::message::Message;
use crate::place::Places;
use crate::project::Project;
use crate::rules::Selection;
use crate::source::SourceFile;
use crate::writers::Output;

/// How many files are worked on before their findings are shown: keeps memory flat over thousands.
const BATCH: usize = 256;

/// How many of the texts passed over are named.
const SHOWN: usize = 5;

/// What was asked of `check`.
pub struct Request {
    pub selection: Selection,
    /// The least severity that makes the check fail.
    pub fail_on: Severity,
    pub today: Option<Date>,
    pub fix: bool,
    /// Findings that were dismissed before.
    pub baseline: Baseline,
    /// Where this run's findings are written to be dismissed from now on.
    pub dismissed: Option<PathBuf>,
}

/// One call of the command.
pub struct Run<'a> {
    pub paths: Vec<PathBuf>,
    /// Papers in the folders named that cannot be read.
    pub passed_over: Vec<PathBuf>,
    /// Published texts in the folders named that are not looked at for the report files beside them.
    pub texts_beside: Vec<PathBuf>,
    pub request: Request,
    pub folders: Folders,
    pub screen: &'a Screen,
}

/// What is kept of a file to show its findings.
struct Kept {
    source: SourceFile,
    places: Places,
    findings: Findings,
    overview: Overview,
    chinese_keys: bool,
}

impl Kept {
    fn checked(&self) -> Checked<'_> {
        Checked { source: &self.source, places: &self.places, findings: &self.findings, overview: Some(&self.overview) }
    }

    /// Without what only findings need, where there is none: of thousands it would fill the memory.
    fn slim(self) -> Self {
        match self.findings.is_empty() {
            true => Self { source: SourceFile::new(self.source.name(), ""), places: Places::default(), ..self },
            false => self,
        }
    }
}

/// What a run has come to so far.
#[derive(Default)]
struct Seen {
    outcome: Outcome,
    /// Whether a file has Chinese keys: the answer is in Chinese then, where nothing else says its language.
    is_chinese: bool,
    /// Of the files of a format with a table at the end.
    overviews: Vec<(Overview, Counts)>,
    unread: Vec<Unread>,
    kept: Vec<Kept>,
    /// How many of those kept have been shown.
    shown: usize,
}

impl Run<'_> {
    /// Checks the files in batches. Findings are shown batch by batch where the format allows: memory stays flat.
    pub fn all(&self, mut report: Report) -> Outcome {
        let progress = Progress::new(self.paths.len(), self.screen);
        let mut seen = Seen::default();
        for batch in self.paths.chunks(BATCH) {
            let checked = self.batch(batch, report.is_shown_as_it_goes(), &progress);
            progress.clear();
            for one in checked {
                self.keep(one, report.is_shown_as_it_goes(), &mut seen);
            }
            if report.is_shown_as_it_goes() {
                self.show_new(&mut report, &mut seen);
                if self.request.dismissed.is_none() {
                    seen.kept.clear();
                }
                seen.shown = seen.kept.len();
            }
        }
        match report.format.end {
            Some(end) => {
                report.add(end(&seen.overviews, &seen.unread, report.look(seen.is_chinese)).as_bytes());
            }
            None => self.show_new(&mut report, &mut seen),
        }
        let dismissed = self.dismiss(&seen);
        let finished = report.finish();
        // Last, so that it stands below what was found.
        if !self.passed_over.is_empty() {
            let names: Vec<String> = self.passed_over.iter().map(|path| files::name(path)).collect();
            self.screen.say(&message!("cli.check.passed-over", count = names.len(), names = names));
        }
        if !self.texts_beside.is_empty() {
            let count = self.texts_beside.len();
            let mut names: Vec<String> = self.texts_beside.iter().take(SHOWN).map(|path| files::name(path)).collect();
            if count > SHOWN {
                names.push("……".to_owned());
            }
            self.screen.say(&message!("cli.check.texts-beside", count = count, names = names));
        }
        seen.outcome.max(dismissed).max(finished)
    }

    /// Whether there is one file only.
    fn is_alone(&self) -> bool {
        self.paths.len() == 1
    }

    /// Checks the files of a batch, on all cores.
    fn batch(&self, batch: &[PathBuf], as_it_goes: bool, progress: &Progress) -> Vec<Result<Kept, Unread>> {
        // One file alone is shown without the table.
        let has_table = !self.is_alone() || !as_it_goes;
        let check = |path: &PathBuf| {
            let checked = self.check(path);
            progress.advance();
            // The rest of the project is dropped at once: of hundreds it would fill the memory.
            checked.map(|(project, findings)| Kept {
                overview: if has_table { project.overview() } else { Overview::default() },
                source: project.source,
                places: project.reading.places,
                chinese_keys: project.reading.chinese_keys,
                findings,
            })
        };
        // One file needs no threads: they cost more than it.
        if self.is_alone() { batch.iter().map(check).collect() } else { batch.par_iter().map(check).collect() }
    }

    /// Keeps what a file yielded, as far as it is still to be shown.
    fn keep(&self, checked: Result<Kept, Unread>, as_it_goes: bool, seen: &mut Seen) {
        let one = match checked {
            Ok(one) => one,
            Err(unread) => {
                seen.outcome = Outcome::Failed;
                seen.unread.push(unread);
                return;
            }
        };
        seen.outcome = seen.outcome.max(self.outcome(&one.findings));
        seen.is_chinese |= one.chinese_keys;
        if as_it_goes {
            seen.overviews.push((one.overview.clone(), Counts::of(&one.findings)));
        }
        if !as_it_goes || !one.findings.is_empty() {
            seen.kept.push(one.slim());
        }
    }

    /// Shows what was kept and not shown yet.
    fn show_new(&self, report: &mut Report, seen: &mut Seen) {
        let files: Vec<Checked> = seen.kept[seen.shown..].iter().map(Kept::checked).collect();
        match (report.format.write)(&files, &seen.unread, report.look(seen.is_chinese)) {
            Ok(Output::Text(text)) => report.add(text.as_bytes()),
            Ok(Output::Bytes(bytes)) => report.add(&bytes),
            Err(message) => seen.outcome = seen.outcome.max(self.screen.fail(&message)),
        }
    }

    /// Writes the findings down, where that was asked.
    fn dismiss(&self, seen: &Seen) -> Outcome {
        let Some(path) = &self.request.dismissed else { return Outcome::Done };
        let files: Vec<Checked> = seen.kept.iter().map(Kept::checked).collect();
        let text = Baseline::of(&files, self.screen.lang_of(seen.is_chinese)).and(&self.request.baseline).text();
        match files::write(path, text.as_bytes()) {
            Ok(()) => self.screen.say(&message!("cli.written", path = files::name(path))),
            Err(message) => return self.screen.fail(&message),
        }
        Outcome::Done
    }

    fn outcome(&self, findings: &Findings) -> Outcome {
        let found = findings.iter().any(|finding| finding.severity >= self.request.fail_on);
        if found { Outcome::Found } else { Outcome::Done }
    }

    /// Checks one file, and mends it first where that was asked; one that could not be read is told at once.
    fn check(&self, path: &Path) -> Result<(Project, Findings), Unread> {
        self.try_check(path).map_err(|why| {
            self.screen.fail(&why);
            Unread { file: files::name(path), why }
        })
    }

    fn try_check(&self, path: &Path) -> Result<(Project, Findings), Message> {
        let project = self.folders.open_either(path, self.screen)?;
        if project.reading.is_published && sheet::is_sheet(project.source.text()) {
            return Err(message!("cli.check.is-sheet", path = files::name(path)));
        }
        if let Some(doubt) = &project.doubt {
            self.screen.say(&message!("cli.check.doubt", path = files::name(path), what = doubt.clone()));
        }
        let findings = project.check(&self.request.selection, self.request.today);
        let (project, findings) =
            if self.request.fix { self.mend(path, project, findings)? } else { (project, findings) };
        let checked =
            Checked { source: &project.source, places: &project.reading.places, findings: &findings, overview: None };
        let left = self.request.baseline.left(&checked, self.is_alone());
        Ok((project, left))
    }
}
