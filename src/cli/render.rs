//! `fazhi render FILE…`: the report in every format asked for.

mod naming;
mod target;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use jiff::civil::Date;
use rayon::prelude::*;

use super::progress::Progress;
use super::screen::Screen;
use super::surroundings::{self, Folders};
use super::{Entry, Outcome, arguments, files, inputs};
use crate::compose::{Composed, with_charts, with_data_annex};
use crate::diagnostic::{self, Checked, Finding, Look, Severity};
use crate::document::{Document, Line};
use crate::figures::Table;
use crate::message;
use crate::message::{Lang, Message};
use crate::project::Project;
use crate::rules::{self, Selection};
use crate::writers::template::Templates;
use crate::writers::{self, Eol, Output};
use naming::Naming;
use target::{Target, Targets};

pub(super) const ENTRY: Entry = Entry { name: "render", alias: "生成", arguments, run };

/// How many files are worked on before their results are shown: keeps memory flat over thousands.
const BATCH: usize = 256;

/// Up to how many files each file written is named; of more, only their number.
const NAMED: usize = 100;

/// Rules whose findings `--final` refuses although they are no errors.
const UNFINISHED: [&str; 3] = ["unfilled", "placeholder-left", "todo-left"];

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

/// What was asked of `render`.
struct Request {
    edition: Option<String>,
    last: bool,
    today: Option<Date>,
    /// 数据附表: the figures as an annex.
    annex: bool,
    charts: bool,
    templates: Option<PathBuf>,
    /// The Word file that lends its styles.
    reference: Option<PathBuf>,
    options: writers::Options,
}

impl Request {
    fn from(matches: &ArgMatches) -> Result<Self, Message> {
        let reference: Option<PathBuf> =
            if cfg!(feature = "docx") { matches.get_one("reference-docx").cloned() } else { None };
        Ok(Self {
            edition: matches.get_one::<String>("edition").map(|id| edition_id(id)),
            last: matches.get_flag("final"),
            today: matches.get_one("today").copied().or_else(super::today),
            annex: matches.get_flag("annex"),
            charts: matches.get_flag("charts"),
            templates: matches.get_one("templates").cloned(),
            options: writers::Options {
                width: matches.get_one::<u16>("width").map(|&width| usize::from(width)),
                eol: match matches.get_one::<String>("eol").map(String::as_str) {
                    Some("crlf") => Eol::Crlf,
                    _ => Eol::Lf,
                },
                fragment: matches.get_flag("fragment"),
                dark: matches.get_flag("dark"),
                #[cfg(feature = "docx")]
                reference: reference.as_deref().map(read_reference).transpose()?,
                templates: Templates::default(),
            },
            reference,
        })
    }
}

impl Request {
    /// The document with what was asked for beside the report.
    fn document<'a>(&self, document: &'a Document, table: &Table) -> Cow<'a, Document> {
        let mut document = Cow::Borrowed(document);
        if self.annex {
            document = Cow::Owned(with_data_annex(&document, table));
        }
        if self.charts {
            document = Cow::Owned(with_charts(&document, table));
        }
        document
    }
}

/// What a fragment leaves to the fields of the content management system: title, date and origin, a line each.
fn fields(document: &Document, lang: Lang) -> String {
    let meta = |key: &str| document.meta.iter().find(|field| field.key == key).map(|field| field.value.clone());
    let date = meta("PubDate").or_else(|| document.date.as_ref().map(Line::plain)).unwrap_or_default();
    let origin = meta("ContentSource").unwrap_or_else(|| document.issuers.join("、"));
    let line = |key: &'static str, value: String| format!("{}\n", message!(key, value = value).text(lang));
    line("cli.render.fragment-title", document.title_text())
        + &line("cli.render.fragment-date", date)
        + &line("cli.render.fragment-origin", origin)
}

#[cfg(feature = "docx")]
fn read_reference(path: &Path) -> Result<std::sync::Arc<writers::docx::Reference>, Message> {
    let reference = writers::docx::Reference::read(&files::read_bytes(path)?);
    let of_file = |what| message!("cli.file.of", path = files::name(path), what = what);
    reference.map(Into::into).map_err(of_file)
}

/// The built-in editions may be named in Chinese.
fn edition_id(name: &str) -> String {
    use crate::yaml::keys::{Domain, english};
    english(Domain::Edition, name).unwrap_or(name).to_owned()
}

fn run(matches: &ArgMatches, screen: &Screen) -> Outcome {
    prepare(matches, screen).map_or_else(|message| screen.fail(&message), |run| run.all())
}

/// Finds the files and what is to be made of them; says what cannot be done before anything is.
fn prepare<'a>(matches: &ArgMatches, screen: &'a Screen) -> Result<Run<'a>, Message> {
    let named: Vec<PathBuf> = matches.get_many("files").into_iter().flatten().cloned().collect();
    let paths = inputs::find(&named)?;
    let formats: Vec<&str> = matches.get_many::<String>("to").into_iter().flatten().map(String::as_str).collect();
    let naming = matches.get_one::<String>("name").map(|name| Naming::parse(name)).transpose()?.unwrap_or_default();
    let out = matches.get_one::<PathBuf>("out").map(PathBuf::as_path);
    let targets = Targets::new(&paths, &formats, out, naming)?;
    let run = Run { paths, request: Request::from(matches)?, targets, folders: Folders::default(), screen };
    if run.targets.must_compare() {
        run.compare_names()?;
    }
    Ok(run)
}

/// One call of the command.
struct Run<'a> {
    paths: Vec<PathBuf>,
    request: Request,
    targets: Targets,
    folders: Folders,
    screen: &'a Screen,
}

impl Run<'_> {
    fn all(&self) -> Outcome {
        if let [path] = self.paths.as_slice() {
            return self.show(self.render(path), &mut BTreeSet::new()).0;
        }
        let progress = Progress::new(self.paths.len(), self.screen);
        let (mut outcome, mut reports, mut said) = (Outcome::Done, 0, BTreeSet::new());
        for batch in self.paths.chunks(BATCH) {
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
        let left = self.paths.len() - reports;
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
    fn compare_names(&self) -> Result<(), Message> {
        let name = |path: &PathBuf| {
            let project = self.folders.open(path, self.screen).ok()?;
            let id = self.request.edition.as_deref();
            let composed = project.edition(id)?;
            Some(self.targets.name(path, &composed.document, other_edition(&project, composed, id)))
        };
        let names: Vec<Option<String>> = self.paths.par_iter().map(name).collect();
        let named = self.paths.iter().zip(names).filter_map(|(path, name)| Some((path.as_path(), name?)));
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

    fn render_project(
        &self,
        path: &Path,
        project: &Project,
        lang: Lang,
        rendered: &mut Rendered,
    ) -> Result<(), Message> {
        let request = &self.request;
        let findings = project.check(&Selection::default(), request.today);
        rendered.notes.push_str(&told(project, &findings, self.screen.look(project.reading.chinese_keys)));
        if let Some(refusal) = refusal(&findings, request.last) {
            rendered.outcome = refusal.0;
            rendered.say(&message!(refusal.1, path = files::name(path)), lang);
            return Ok(());
        }
        let id = request.edition.as_deref();
        let composed = project.edition(id).ok_or_else(|| unknown_edition(project, id))?;
        let folder = request.templates.clone().unwrap_or_else(|| surroundings::folder(path).join("templates"));
        let mut options = request.options.clone();
        let known: Vec<&str> = writers::template::TEMPLATES.iter().map(|template| template.name).collect();
        options.templates = self.folders.templates(&folder, &known, lang, self.screen)?;
        let document = request.document(&composed.document, &project.table);
        if request.options.fragment && self.targets.formats().iter().any(|writer| writer.name == "html") {
            rendered.notes.push_str(&fields(&document, lang));
        }
        let outputs = self
            .targets
            .formats()
            .iter()
            .map(|writer| Ok((*writer, (writer.write)(&document, &options)?)))
            .collect::<Result<Vec<_>, Message>>()?;
        let edition = other_edition(project, composed, id);
        for (writer, output) in outputs {
            let asides = (writer.notes)(&document);
            rendered.asides.extend(asides.iter().map(|aside| format!("{}\n", aside.text(lang))));
            match self.targets.of(path, writer, &composed.document, edition) {
                Target::Stdout => rendered.output = Some(output),
                Target::File(target) => {
                    self.targets.guard(&target, path, &folder, request.reference.as_deref())?;
                    let bytes = match &output {
                        Output::Text(text) => text.as_bytes(),
                        Output::Bytes(bytes) => bytes,
                    };
                    files::write(&target, bytes)?;
                    if self.paths.len() <= NAMED {
                        rendered.say(&message!("cli.written", path = files::name(&target)), lang);
                    }
                }
            }
            rendered.written += 1;
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
    fn say(&mut self, message: &Message, lang: Lang) {
        self.notes.push_str(&message.text(lang));
        self.notes.push('\n');
    }
}

/// The id of an edition that is not the report's first.
fn other_edition<'a>(project: &Project, composed: &Composed, id: Option<&'a str>) -> Option<&'a str> {
    let is_first = project.editions.first().is_some_and(|first| std::ptr::eq(first, composed));
    id.filter(|_| !is_first)
}

fn unknown_edition(project: &Project, id: Option<&str>) -> Message {
    let known: Vec<&str> = project.editions.iter().map(|edition| edition.document.edition.as_str()).collect();
    message!(
        "cli.render.unknown-edition",
        id = id.unwrap_or_default(),
        known = known.into_iter().filter(|id| !id.is_empty()).collect::<Vec<_>>()
    )
}

/// What a draft is told: errors and doubts in full, hints only counted, so that the one grave thing is not buried.
fn told(project: &Project, findings: &[Finding], look: Look) -> String {
    let grave: Vec<Finding> = findings.iter().filter(|finding| finding.severity > Severity::Hint).cloned().collect();
    let hints = findings.len() - grave.len();
    let mut text = String::new();
    if !grave.is_empty() {
        let checked = Checked { source: &project.source, places: &project.reading.places, findings: &grave };
        text.push_str(&diagnostic::human::write(&checked, look));
    }
    if hints > 0 {
        text.push_str(&message!("cli.render.hints", count = hints, path = project.source.name()).text(look.lang));
        text.push('\n');
    }
    text
}

/// Why nothing is written: the file's shape is wrong, or `--final` finds it unfinished.
fn refusal(findings: &[Finding], last: bool) -> Option<(Outcome, &'static str)> {
    let errors = || findings.iter().filter(|finding| finding.severity == Severity::Error);
    if errors().any(|finding| rules::find(finding.code).is_some_and(rules::Rule::is_shape)) {
        return Some((Outcome::Failed, "cli.render.wrong-shape"));
    }
    let unfinished = findings.iter().any(|finding| UNFINISHED.contains(&finding.name));
    (last && (unfinished || errors().next().is_some())).then_some((Outcome::Found, "cli.render.not-final"))
}
