//! `fazhi compare LAST THIS`: two reports side by side.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::screen::Screen;
use super::surroundings::Folders;
use super::{Entry, Outcome, answer, arguments, files};
use crate::compare::{self, Comparison, FORMATS, Look};
use crate::import::{self, Options};
use crate::message;
use crate::message::{Lang, Message};
use crate::project::Project;
use crate::readers;
use crate::source::SourceFile;

pub(super) const ENTRY: Entry = Entry { name: "compare", alias: "对照", arguments, run };

fn arguments(command: Command) -> Command {
    let file = |id: &'static str, name: &'static str| {
        Arg::new(id).value_name(name).required(true).value_parser(value_parser!(PathBuf))
    };
    command
        .arg(file("last", "LAST"))
        .arg(file("this", "THIS"))
        .arg(Arg::new("text").long("text").action(ArgAction::SetTrue))
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("human|markdown|json|docx")
                .value_parser(["human", "markdown", "json", "docx"])
                .hide_possible_values(true)
                .default_value("human")
                .hide_default_value(true),
        )
        .arg(arguments::out())
        .arg(arguments::force())
}

fn run(matches: &ArgMatches, screen: &Screen) -> Outcome {
    screen.ended(write(matches, screen))
}

fn write(matches: &ArgMatches, screen: &Screen) -> Result<(), Message> {
    let open = |id: &str| open(matches.get_one::<PathBuf>(id).expect("clap requires it"), screen);
    let (last, this) = (open("last")?, open("this")?);
    let comparison = compare::compare(&last, &this);
    let format = matches.get_one::<String>("format").expect("--format has a default");
    let look = screen.look(this.reading.chinese_keys);
    // Colours are for a terminal, not for a file.
    let look =
        Look { lang: look.lang, color: look.color && answer::file(matches).is_none(), text: matches.get_flag("text") };
    let bytes = match FORMATS.iter().find(|known| known.name == format) {
        Some(format) => (format.write)(&comparison, look).into_bytes(),
        None => docx(&comparison, look.lang)?,
    };
    answer::hand_over(bytes, matches, screen)
}

/// Opens a report file, or a published text as the report file it is read as.
fn open(path: &Path, screen: &Screen) -> Result<Project, Message> {
    let extension = path.extension().map(|extension| extension.to_ascii_lowercase());
    let is_report =
        path == Path::new("-") || extension.is_some_and(|extension| extension == "yaml" || extension == "yml");
    let project = if is_report {
        Folders::default().open(path, screen)?
    } else {
        let name = files::name(path);
        let imported = readers::read(&name, &files::read_bytes(path)?)
            .and_then(|text| import::import(&text, Options { keys: Lang::Zh, figures: false }))
            .map_err(|what| message!("cli.file.of", path = &name, what = what))?;
        Folders::default().reopen(SourceFile::new(name, imported.yaml), path, screen)?
    };
    project.verify_shape().map_err(|what| message!("cli.file.of", path = files::name(path), what = what))?;
    Ok(project)
}

/// The whole text with its changes in colours.
#[cfg(feature = "docx")]
fn docx(comparison: &Comparison, lang: Lang) -> Result<Vec<u8>, Message> {
    let [last, this] = &comparison.names;
    let title = message!("compare.title", last = last, this = this).text(lang);
    crate::writers::docx::redline::write(&title, &comparison.passages)
}

#[cfg(not(feature = "docx"))]
fn docx(_comparison: &Comparison, _lang: Lang) -> Result<Vec<u8>, Message> {
    Err(message!(
        "writers.unknown_format",
        name = "docx",
        known = FORMATS.iter().map(|format| format.name).collect::<Vec<_>>()
    ))
}
