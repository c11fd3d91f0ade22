//! The work of one call: every file rendered, in batches, and what is said about it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::naming::Edition;
use super::request::Request;
use super::target::{self, Target, Targets};
use super::verdict::{refusal, told};
use crate::cli::Outcome;
use crate::cli::files;
use crate::cli::progress::Progress;
use crate::cli::screen::Screen;
use crate::cli::surroundings::{self, Folders};
use crate::compose::Composed;
use crate::document::{Document, Line};
use crate::message;
use crate::message::{Lang, Message};
use crate::project::Project;
use crate::rules::Selection;
use crate::writers::{self, Options, Output, Writer};

/// How many files are worked on before their results are shown: keeps memory flat over thousands.
const BATCH: usize = 256;

/// Up to how many files each file written is named and its hints are counted; of more, only the number of files is said.
const NAMED: usize = 100;

/// One call of the command.
pub struct Run<'a> {
    pub request: Request,
    pub targets: Targets,
    pub folders: Folders,
    pub screen: &'a Screen,
}

impl Run<'_> {
    /// Renders every file, on all cores, and says how it went.
    pub fn all(&self) -> Outcome {
        if let [path] = self.targets.inputs() {
            return self.show(self.render(path), &mut BTreeSet::new()).0;
        }
        let progress = Progress::new(self.targets.inputs().len(), self.screen);
        let (mut outcome, mut reports, mut said) = (Outcome::Done, 0, BTreeSet::new());
        for batch in self.targets.inputs().chunks(BATCH) {
            let render = |path: &PathBuf| {
                let rendered = self.render(path);
                progress.advance();
                rendered
            };
            let rendered: Vec<Rendered> = batch.par_iter().map(render).collect();
            progress.clear();
            for one in rendered {
                let (worse, written) = self.show(one, &mut said);
                outcome = outcome.max(worse);
                reports += usize::from(written > 0);
            }
        }
        let left = self.targets.inputs().len() - reports;
        self.screen.say(&match left {
            0 => message!("cli.render.summary", reports = reports),
            _ => message!("cli.render.summary-left", reports = reports, left = left),
        });
        outcome
    }

    /// Says what a file yielded: how it ended and how many files were written.
    fn show(&self, rendered: Rendered, said: &mut BTreeSet<String>) -> (Outcome, usize) {
        self.screen.note(&rendered.notes);
        for aside in rendered.asides {
            if said.insert(aside.clone()) {
                self.screen.note(&aside);
            }
        }
        match rendered.output {
            Some(Output::Text(text)) => self.screen.print(text),
            Some(Output::Bytes(bytes)) => self.screen.print(bytes),
            None => {}
        }
        (rendered.outcome, rendered.written)
    }

    /// Refuses a run in which two reports would be written to one name, where only the reports say their names. A
    /// report that cannot be read has none: it is told when its turn comes.
    pub fn compare_names(&self) -> Result<(), Message> {
        let name = |path: &PathBuf| {
            let project = self.folders.open(path, self.screen).ok()?;
            let composed = project.edition(self.request.edition.as_deref())?;
            Some(self.targets.name(path, &composed.document, edition(&project, composed)))
        };
        let names: Vec<Option<String>> = self.targets.inputs().par_iter().map(name).collect();
        let named = self.targets.inputs().iter().zip(names).filter_map(|(path, name)| Some((path.as_path(), name?)));
        target::verify_names(named)
    }

    /// Renders one file; nothing of it is written when anything stands against it.
    fn render(&self, path: &Path) -> Rendered {
        let mut rendered = Rendered::default();
        let done =
            self.folders.open(path, self.screen).map_err(|message| (message, self.screen.lang())).and_then(|project| {
                let lang = self.screen.lang_of(project.reading.chinese_keys);
                self.render_project(path, &project, lang, &mut rendered).map_err(|message| (message, lang))
            });
        if let Err((message, lang)) = done {
            rendered.outcome = Outcome::Failed;
            rendered.say(&message!("cli.failed", what = message), lang);
        }
        rendered
    }

    /// Renders what was read, unless a finding stands against it.
    fn render_project(
        &self,
        path: &Path,
        project: &Project,
        lang: Lang,
        rendered: &mut Rendered,
    ) -> Result<(), Message> {
        let request = &self.request;
        let without_hints = self.targets.inputs().len() > NAMED;
        let selection = Selection { is_final: request.last, without_hints, ..Selection::default() };
        let findings = project.check(&selection, request.today);
        rendered.notes.push_str(&told(project, &findings, self.screen.look(project.reading.chinese_keys)));
        if let Some(refusal) = refusal(&findings, request.last) {
            rendered.outcome = refusal.0;
            rendered.say(&message!(refusal.1, path = files::name(path)), lang);
            return Ok(());
        }
        let composed = project.find_edition(request.edition.as_deref())?;
        let folder = request.templates.clone().unwrap_or_else(|| surroundings::folder(path).join("templates"));
        let options = self.options(&folder, lang)?;
        let document = request.document(&composed.document, &project.table);
        if let Some(why) = request.chartless(path, &document, self.targets.formats()) {
            rendered.aside(&why, lang);
        }
        if request.options.fragment && self.targets.formats().iter().any(|writer| writer.name == "html") {
            rendered.notes.push_str(&fields(&document, lang));
        }
        let edition = edition(project, composed);
        let write = |writer: &&'static Writer| -> Result<_, Message> {
            let output = (writer.write)(&document, &options)?;
            Ok((*writer, output, self.targets.of(path, writer, &composed.document, edition)))
        };
        let outputs = self.targets.formats().iter().map(write).collect::<Result<Vec<_>, _>>()?;
        // All or none: what must not be overwritten is found before the first is written.
        for (_, _, target) in &outputs {
            if let Target::File(target) = target {
                self.targets.guard(target, path, &folder, request.reference.as_deref())?;
            }
        }
        for (writer, output, target) in outputs {
            for note in (writer.notes)(&document) {
                rendered.aside(&note, lang);
            }
            match target {
                Target::Stdout => rendered.output = Some(output),
                Target::File(target) => self.write(&target, &output, lang, rendered)?,
            }
            rendered.written += 1;
        }
        Ok(())
    }

    /// How documents are written: as asked for, with the templates of a folder.
    fn options(&self, folder: &Path, lang: Lang) -> Result<Options, Message> {
        let known: Vec<&str> = writers::template::TEMPLATES.iter().map(|template| template.name).collect();
        let templates = self.folders.templates(folder, &known, lang, self.screen)?;
        Ok(Options { templates, ..self.request.options.clone() })
    }

    /// Writes a file and names it, where they are few.
    fn write(&self, target: &Path, output: &Output, lang: Lang, rendered: &mut Rendered) -> Result<(), Message> {
        let bytes = match output {
            Output::Text(text) => text.as_bytes(),
            Output::Bytes(bytes) => bytes,
        };
        files::write(target, bytes)?;
        if self.targets.inputs().len() <= NAMED {
            rendered.say(&message!("cli.written", path = files::name(target)), lang);
        }
        Ok(())
    }
}

/// What rendering one file yields: said in the order of the files, however many are worked on at once.
#[derive(Default)]
struct Rendered {
    outcome: Outcome,
    /// For standard error.
    notes: String,
    /// For standard error too, but each only once for all files: what the writers have to say.
    asides: Vec<String>,
    /// For standard output.
    output: Option<Output>,
    /// How many files were written.
    written: usize,
}

impl Rendered {
    fn aside(&mut self, message: &Message, lang: Lang) {
        self.asides.push(message.text(lang) + "\n");
    }

    fn say(&mut self, message: &Message, lang: Lang) {
        self.notes.push_str(&message.text(lang));
        self.notes.push('\n');
    }
}

/// How an edition stands in the names of outputs.
fn edition<'a>(project: &'a Project, composed: &'a Composed) -> Edition<'a> {
    let is_first = project.editions.first().is_some_and(|first| std::ptr::eq(first, composed));
    Edition { name: project.edition_name(composed), is_first }
}

/// What a fragment leaves to the fields of the content management system: title, date and origin, a line each.
fn fields(document: &Document, lang: Lang) -> String {
    let meta = |key: &str| document.meta.iter().find(|field| field.key == key).map(|field| field.value.clone());
    // Metadata want an hour; a day typed without one has none.
    let published = meta("PubDate").map(|date| date.trim_end_matches(" 00:00").to_owned());
    let date = published.or_else(|| document.date.as_ref().map(Line::plain)).unwrap_or_default();
    let origin = meta("ContentSource").unwrap_or_else(|| document.issuers.join("、"));
    let line = |key: &'static str, value: String| format!("{}\n", message!(key, value = value).text(lang));
    line("cli.render.fragment-title", document.title_text())
        + &line("cli.render.fragment-date", date)
        + &line("cli.render.fragment-origin", origin)
}
