//! `fazhi import EDITED.docx --onto REPORT.yaml`: what was changed in Word, carried into the report file.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, value_parser};

use super::screen::Screen;
use crate::message::Message;

/// `--onto REPORT`, `--edition ID`, `--changes accept|reject`
pub fn arguments() -> [Arg; 3] {
    let with = |name: &'static str| Arg::new(name).long(name).requires("onto");
    [
        Arg::new("onto").long("onto").value_name("REPORT").value_parser(value_parser!(PathBuf)).conflicts_with("keys"),
        with("edition").value_name("ID"),
        with("changes").value_name("accept|reject").value_parser(["accept", "reject"]).hide_possible_values(true),
    ]
}

/// Carries the changes over and writes the file; what could not be placed goes to standard error.
///
/// # Errors
/// A sentence that says why nothing was done.
#[cfg(feature = "docx")]
pub fn write(matches: &ArgMatches, report: &Path, screen: &Screen) -> Result<(), Message> {
    use super::surroundings::Folders;
    use super::{answer, files};
    use crate::readers::{self, Changes};
    use crate::{message, onto};

    let path: &PathBuf = matches.get_one("file").expect("clap asks for a file");
    let name = files::name(path);
    let changes = match matches.get_one::<String>("changes").map(String::as_str) {
        Some("reject") => Changes::Reject,
        _ => Changes::Accept,
    };
    let of = |what: Message| message!("cli.file.of", path = &name, what = what);
    let project = Folders::default().open(report, screen)?;
    let word = readers::read_word(&name, &files::read_bytes(path)?, changes).map_err(of)?;
    let edition = matches.get_one::<String>("edition").map(String::as_str);
    let carried = onto::carry(&project, edition, &word).map_err(of)?;
    answer::hand_over(&carried.yaml, matches, screen)?;
    screen.say(&message!("onto.made", count = carried.made));
    carried.remarks.iter().for_each(|remark| screen.say(remark));
    Ok(())
}

/// Says that this build reads no Word files.
///
/// # Errors
/// Always.
#[cfg(not(feature = "docx"))]
pub fn write(_: &ArgMatches, _: &Path, _: &Screen) -> Result<(), Message> {
    Err(crate::message!("onto.no_word"))
}
