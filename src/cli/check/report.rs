//! What `check` answers: on standard output as it goes, or whole in a file.

use std::path::{Path, PathBuf};

use clap::ArgMatches;

use crate::cli::screen::Screen;
use crate::cli::{Outcome, answer, files};
use crate::listings::{FORMATS, Format, Look};
use crate::message;
use crate::message::Message;

/// The answer in a format, and where it goes.
pub struct Report<'a> {
    pub format: &'static Format,
    /// The file it is written to, once it is whole.
    file: Option<PathBuf>,
    held: Vec<u8>,
    screen: &'a Screen,
}

impl<'a> Report<'a> {
    /// In the format of `--format`, else in that of the extension of `-o`, else for a person.
    ///
    /// # Errors
    /// A sentence: the file is one of those that are read, or a terminal is to show bytes.
    pub fn new(matches: &ArgMatches, inputs: &[PathBuf], screen: &'a Screen) -> Result<Self, Message> {
        let file = answer::file(matches);
        let [baseline, dismissed] = ["baseline", "write-baseline"].map(|id| matches.get_one::<PathBuf>(id));
        verify_is_other(dismissed, inputs.iter())?;
        verify_is_other(file, inputs.iter().chain(baseline).chain(dismissed))?;
        let format = match matches.get_one::<String>("format") {
            Some(name) => FORMATS.iter().find(|known| known.name == name).expect("clap knows the formats"),
            None => match file {
                Some(file) => of_extension(file)?,
                None => &FORMATS[0],
            },
        };
        if format.is_bytes && answer::is_shown(matches) {
            return Err(message!("cli.check.bytes-to-terminal", format = format.name, extension = format.extension));
        }
        Ok(Self { format, file: file.cloned(), held: Vec::new(), screen })
    }

    /// How it is to look: colours and broken lines are for a terminal, not for a file.
    pub fn look(&self, is_chinese: bool) -> Look {
        let look = self.screen.look(is_chinese);
        match self.file {
            None => look,
            Some(_) => Look { color: false, width: None, ..look },
        }
    }

    /// Whether the format shows findings file by file, and a table at the end; of others only the whole makes sense.
    pub const fn is_shown_as_it_goes(&self) -> bool {
        self.format.end.is_some()
    }

    /// Adds a piece.
    pub fn add(&mut self, bytes: &[u8]) {
        match self.file {
            None => self.screen.print(bytes),
            Some(_) => self.held.extend_from_slice(bytes),
        }
    }

    /// Writes the file, where one was asked for.
    pub fn finish(&self) -> Outcome {
        let Some(file) = &self.file else { return Outcome::Done };
        match files::write(file, &self.held) {
            Ok(()) => self.screen.say(&message!("cli.written", path = files::name(file))),
            Err(message) => return self.screen.fail(&message),
        }
        Outcome::Done
    }
}

/// Refuses to write over a file that is read or written.
fn verify_is_other<'a>(file: Option<&PathBuf>, mut others: impl Iterator<Item = &'a PathBuf>) -> Result<(), Message> {
    let Some(file) = file else { return Ok(()) };
    let canonical = files::canonical(file);
    match others.any(|other| files::canonical(other) == canonical) {
        true => Err(message!("cli.check.would-overwrite", path = files::name(file))),
        false => Ok(()),
    }
}

/// The format a file asks for by its extension; text for a person where it asks for none.
fn of_extension(file: &Path) -> Result<&'static Format, Message> {
    let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let is = |known: &str| known.eq_ignore_ascii_case(extension);
    match FORMATS.iter().find(|format| is(format.extension)) {
        Some(format) => Ok(format),
        None if answer::is_for_another_program(extension) => {
            Err(message!("cli.check.other-extension", extension = extension))
        }
        None => Ok(&FORMATS[0]),
    }
}
