//! Where the answer of a command goes: into the file of `-o`, else to standard output.

use std::io::{IsTerminal, stdout};
use std::path::PathBuf;

use clap::ArgMatches;

use super::files;
use super::screen::Screen;
use crate::message;
use crate::message::Message;

/// The file of `-o`; `None` is standard output, `-o -` too.
pub fn file(matches: &ArgMatches) -> Option<&PathBuf> {
    matches.get_one::<PathBuf>("out").filter(|path| path.as_os_str() != "-")
}

/// Whether the answer is shown on a terminal.
pub fn is_shown(matches: &ArgMatches) -> bool {
    matches.get_one::<PathBuf>("out").is_none() && stdout().is_terminal()
}

/// Extensions of files that other programs would open as something else than a list of findings or differences.
const OTHERS: [&str; 13] =
    ["pdf", "doc", "wps", "xls", "xlsx", "et", "htm", "html", "yaml", "yml", "xml", "ofd", "rtf"];

/// Whether a file of this extension would be opened as what no answer is.
pub fn is_for_another_program(extension: &str) -> bool {
    OTHERS.iter().any(|other| other.eq_ignore_ascii_case(extension))
}

/// Hands over a file that a person will go on with: never over one that is there, unless `--force` is given.
///
/// # Errors
/// A sentence that names the file; nothing was changed.
pub fn hand_over(answer: impl AsRef<[u8]>, matches: &ArgMatches, screen: &Screen) -> Result<(), Message> {
    match file(matches) {
        None => screen.print(answer),
        Some(path) => {
            files::write_new(path, answer.as_ref(), matches.get_flag("force"))?;
            screen.say(&message!("cli.written", path = files::name(path)));
        }
    }
    Ok(())
}
