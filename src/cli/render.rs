//! `fazhi render FILE…`: the report in every format asked for.

mod target;

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use jiff::civil::Date;
use rayon::prelude::*;

use super::screen::Screen;
use super::{Entry, Outcome, arguments, files, surroundings};
use crate::diagnostic::{self, Checked, Finding, Look, Severity};
use crate::document::Document;
use crate::message;
use crate::message::{Lang, Message};
use crate::project::Project;
use crate::rules::{self, Selection};
use crate::writers::{self, Eol, Output};
use target::{Naming, Target, Targets};

pub(super) const ENTRY: Entry = Entry { name: "render", alias: "生成", arguments, run };

/// How many files are worked on before their results are shown: keeps memory flat over thousands.
const BATCH: usize = 256;

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
        .arg(
            Arg::new("name")
                .long("name")
                .value_name("file|title")
                .value_parser(["file", "title"])
                .hide_possible_values(true),
        )
        .arg(Arg::new("templates").long("templates").value_name("DIR").value_parser(value_parser!(PathBuf)))
        .args(cfg!(feature = "docx").then(|| {
            Arg::new("reference-docx").long("reference-docx").value_name("FILE").value_parser(value_parser!(PathBuf))
        }))
        .arg(flag("fragment"))
        .arg(flag("dark"))
        .arg(arguments::today())
}

/// What was asked of `render`.
struct Request {
    edition: Option<String>,
    last: bool,
    today: Option<Date>,
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
                templates: Vec::new(),
            },
            reference,
        })
    }
}

#[cfg(feature = "docx")]
fn read_reference(path: &std::path::Path) -> Result<std::sync::Arc<writers::docx::Reference>, Message> {
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
    let paths: Vec<PathBuf> = matches.get_many("files").into_iter().flatten().cloned().collect();
    let formats: Vec<&str> = matches.get_many::<String>("to").into_iter().flatten().map(String::as_str).collect();
    let naming = match matches.get_one::<String>("name").map(String::as_str) {
        Some("title") => Naming::Title,
        _ => Naming::File,
    };
    let targets = match Targets::new(&paths, &formats, matches.get_one::<PathBuf>("out").map(PathBuf::as_path), naming)
    {
        Ok(targets) => targets,
        Err(message) => return screen.fail(&message),
    };
    let request = match Request::from(matches) {
        Ok(request) => request,
        Err(message) => return screen.fail(&message),
    };
    if let [path] = paths.as_slice() {
        return show(render(path, &request, &targets, screen), &mut Vec::new(), screen);
    }
    if targets.are_named_by_title()
        && let Err(message) = targets.verify_titles(&titled(&paths, &request))
    {
        return screen.fail(&message);
    }
    let mut outcome = Outcome::Done;
    let mut said = Vec::new();
    for batch in paths.chunks(BATCH) {
        let rendered: Vec<Rendered> = batch.par_iter().map(|path| render(path, &request, &targets, screen)).collect();
        outcome = rendered.into_iter().fold(outcome, |outcome, one| outcome.max(show(one, &mut said, screen)));
    }
    outcome
}

/// The title of every report that can be read; what cannot be is told when it is rendered.
fn titled<'a>(paths: &'a [PathBuf], request: &Request) -> Vec<(&'a PathBuf, Option<Document>)> {
    let front = |path| {
        let composed = surroundings::glance(path)?.edition(request.edition.as_deref())?.document.clone();
        Some(Document {
            title: composed.title,
            stage: composed.stage,
            issuers: composed.issuers,
            ..Document::default()
        })
    };
    paths.par_iter().map(|path| (path, front(path))).collect()
}

/// What rendering one file yields: said in the order of the files, however many are worked on at once.
struct Rendered {
    outcome: Outcome,
    /// For standard error.
    notes: String,
    /// For standard error too, but each only once for all files: what the writers have to say.
    asides: Vec<String>,
    /// For standard output.
    output: Option<Output>,
}

fn show(rendered: Rendered, said: &mut Vec<String>, screen: &Screen) -> Outcome {
    screen.note(&rendered.notes);
    for aside in rendered.asides {
        if !said.contains(&aside) {
            screen.note(&aside);
            said.push(aside);
        }
    }
    match rendered.output {
        Some(Output::Text(text)) => screen.print(text),
        Some(Output::Bytes(bytes)) => screen.print(bytes),
        None => {}
    }
    rendered.outcome
}

/// Renders one file; nothing of it is written when anything stands against it.
fn render(path: &std::path::Path, request: &Request, targets: &Targets, screen: &Screen) -> Rendered {
    let mut rendered = Rendered { outcome: Outcome::Done, notes: String::new(), asides: Vec::new(), output: None };
    let project = match surroundings::open(path, screen) {
        Ok(project) => project,
        Err(message) => {
            rendered.outcome = screen.fail(&message);
            return rendered;
        }
    };
    let lang = screen.lang_of(project.reading.chinese_keys);
    if let Err(message) = render_project(path, &project, request, targets, lang, screen, &mut rendered) {
        rendered.outcome = Outcome::Failed;
        rendered.notes.push_str(&format!("{}\n", message!("cli.failed", what = message).text(lang)));
    }
    rendered
}

fn render_project(
    path: &std::path::Path,
    project: &Project,
    request: &Request,
    targets: &Targets,
    lang: Lang,
    screen: &Screen,
    rendered: &mut Rendered,
) -> Result<(), Message> {
    let findings = project.check(&Selection::default(), request.today);
    rendered.notes.push_str(&told(project, &findings, screen.look(project.reading.chinese_keys)));
    if let Some(refusal) = refusal(&findings, request.last) {
        rendered.outcome = refusal.0;
        let message = message!(refusal.1, path = files::name(path));
        rendered.notes.push_str(&format!("{}\n", message.text(lang)));
        return Ok(());
    }
    let id = request.edition.as_deref();
    let Some(composed) = project.edition(id) else {
        let known: Vec<&str> = project.editions.iter().map(|edition| edition.document.edition.as_str()).collect();
        return Err(message!(
            "cli.render.unknown-edition",
            id = id.unwrap_or_default(),
            known = known.into_iter().filter(|id| !id.is_empty()).collect::<Vec<_>>()
        ));
    };
    let first = project.editions.first().is_some_and(|first| std::ptr::eq(first, composed));
    let folder = request.templates.clone().unwrap_or_else(|| surroundings::folder(path).join("templates"));
    let mut options = request.options.clone();
    let known: Vec<&str> = writers::template::TEMPLATES.iter().map(|template| template.name).collect();
    options.templates = surroundings::templates(&folder, &known, lang, screen)?;
    let outputs = targets
        .formats()
        .iter()
        .map(|writer| Ok((*writer, (writer.write)(&composed.document, &options)?)))
        .collect::<Result<Vec<_>, Message>>()?;
    for (writer, output) in outputs {
        let asides = (writer.notes)(&composed.document);
        rendered.asides.extend(asides.iter().map(|aside| format!("{}\n", aside.text(lang))));
        match targets.of(path, writer, &composed.document, if first { None } else { id }) {
            Target::Stdout => rendered.output = Some(output),
            Target::File(target) => {
                targets.guard(&target, path, &folder, request.reference.as_deref())?;
                let bytes = match &output {
                    Output::Text(text) => text.as_bytes(),
                    Output::Bytes(bytes) => bytes,
                };
                files::write(&target, bytes)?;
                let written = message!("cli.written", path = files::name(&target));
                rendered.notes.push_str(&format!("{}\n", written.text(lang)));
            }
        }
    }
    Ok(())
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
