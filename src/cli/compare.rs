//! `fazhi compare LAST THIS`: two reports side by side.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::screen::Screen;
use super::surroundings::Folders;
use super::{Entry, Outcome, answer, arguments, files};
use crate::compare::{self, Comparison, FORMATS, Format, Look};
use crate::import::{self, Options};
use crate::message;
use crate::message::{Lang, Message};
use crate::project::Project;
use crate::readers;
use crate::source::SourceFile;

/// The one format that is no text: the whole text with its changes.
const DOCX: &str = "docx";

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
                .value_name("human|md|json|docx")
                .value_parser([
                    PossibleValue::new("human"),
                    PossibleValue::new("md").alias("markdown"),
                    PossibleValue::new("json"),
                    PossibleValue::new(DOCX),
                ])
                .hide_possible_values(true),
        )
        .arg(arguments::out())
        .arg(arguments::force())
}

fn run(matches: &ArgMatches, screen: &Screen) -> Outcome {
    screen.ended(write(matches, screen))
}

fn write(matches: &ArgMatches, screen: &Screen) -> Result<(), Message> {
    let open = |id: &str| open(matches.get_one::<PathBuf>(id).expect("clap requires it"), screen);
    let format = format(matches)?;
    let (last, this) = (open("last")?, open("this")?);
    let comparison = compare::compare(&last, &this);
    let look = screen.look(this.reading.chinese_keys);
    // Colours are for a terminal, not for a file.
    let look =
        Look { lang: look.lang, color: look.color && answer::file(matches).is_none(), text: matches.get_flag("text") };
    let bytes = match format {
        Some(format) => (format.write)(&comparison, look).into_bytes(),
        None => docx(&comparison, look.lang)?,
    };
    answer::hand_over(bytes, matches, screen)
}

/// The format of `--format`, else that of the extension of `-o`, else for a person; `None` is Word.
///
/// # Errors
/// A sentence: other programs would open the file as what it is not, or a terminal is to show bytes.
fn format(matches: &ArgMatches) -> Result<Option<&'static Format>, Message> {
    let file = answer::file(matches);
    let extension = file.and_then(|file| file.extension()).and_then(|extension| extension.to_str()).unwrap_or_default();
    let asked = matches.get_one::<String>("format").map(String::as_str);
    let is = |name: &str, known: &str| name.eq_ignore_ascii_case(known);
    let known = |name: &str| FORMATS.iter().find(|known| is(name, known.name) || is(name, known.extension));
    match (asked, known(asked.unwrap_or(extension))) {
        (_, Some(format)) => Ok(Some(format)),
        (Some(_), None) if file.is_none() && answer::is_shown(matches) => {
            Err(message!("cli.check.bytes-to-terminal", format = DOCX, extension = DOCX))
        }
        (Some(_), None) => Ok(None),
        (None, None) if is(extension, DOCX) => Ok(None),
        (None, None) if answer::is_for_another_program(extension) => {
            Err(message!("cli.compare.other-extension", extension = extension))
        }
        (None, None) => Ok(Some(&FORMATS[0])),
    }
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
