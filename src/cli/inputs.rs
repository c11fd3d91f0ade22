//! Which files a run works on: those named, those found in folders, those a pattern matches.

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::files;
use crate::message;
use crate::message::Message;

/// Folders that hold no reports: what stands beside reports changes how they are read and written.
const NO_REPORTS: [&str; 2] = ["outlines", "templates"];

/// Folders below folders that are searched; deeper ones are a mistake, or a trap.
const DEEPEST: usize = 32;

/// What a run takes from a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Report files.
    Reports,
    /// Report files; published texts where the folder has none.
    Either,
}

/// Extensions of report files, and of published texts.
const REPORTS: [&str; 2] = ["yaml", "yml"];
const PUBLISHED: [&str; 7] = ["txt", "html", "htm", "shtml", "md", "markdown", "docx"];

/// Those of published texts that are seldom anything else: Markdown is also what programs and their users write notes in.
const MANUSCRIPTS: [&str; 4] = ["docx", "html", "htm", "txt"];

/// Texts that a report file may have been made of.
const SOURCES: usize = 3;

/// Extensions of papers that are not read: another program makes texts of them.
const PAPERS: [&str; 6] = ["doc", "wps", "pdf", "ofd", "rtf", "odt"];

/// The papers in the folders among `arguments` that a run passes over: those beside published texts that are no copy of
/// one of them, as a PDF is of a Word file.
pub fn passed_over(arguments: &[PathBuf], found: &[PathBuf]) -> Vec<PathBuf> {
    if !found.iter().any(|path| has(&PUBLISHED, path)) {
        return Vec::new();
    }
    let texts: HashSet<PathBuf> = found.iter().map(|path| path.with_extension("")).collect();
    let mut papers = Vec::new();
    for folder in arguments.iter().filter(|argument| argument.is_dir()) {
        search(folder, &PAPERS, 0, &mut papers);
    }
    papers.retain(|path| !texts.contains(&path.with_extension("")));
    papers
}

/// The published texts that a run passes over since they stand beside report files in the folders among `arguments`,
/// but for what was rendered from those. A few are what the reports were made of, and none.
pub fn texts_beside(arguments: &[PathBuf], found: &[PathBuf]) -> Vec<PathBuf> {
    let is_searched =
        |folder: &Path| arguments.iter().any(|argument| folder.starts_with(argument) && argument.is_dir());
    let reports = found.iter().filter(|path| has(&REPORTS, path));
    let folders: BTreeSet<&Path> = reports.filter_map(|path| path.parent()).collect();
    let mut texts = Vec::new();
    for folder in folders.into_iter().filter(|folder| is_searched(folder)) {
        search(folder, &MANUSCRIPTS, DEEPEST, &mut texts);
    }
    if texts.is_empty() {
        return texts;
    }
    let read: HashSet<&Path> = found.iter().map(PathBuf::as_path).collect();
    let stems: HashSet<&str> = found.iter().filter_map(|path| path.file_stem()?.to_str()).collect();
    // `render` writes 报告.docx and 报告.公开版.docx.
    let is_rendered = |path: &Path| {
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default();
        stems.contains(name) || name.match_indices('.').any(|(at, _)| stems.contains(&name[..at]))
    };
    texts.retain(|path| !read.contains(path.as_path()) && !is_rendered(path));
    if texts.len() <= SOURCES * found.len() {
        texts.clear();
    }
    texts
}

/// The report files named by `arguments`, in their order and each once: a folder stands for the report files in it and
/// below it, sorted; a pattern such as `2023/*.yaml` for the files it matches, since not every shell expands it.
///
/// One of several that names none stands for itself: it is told as what cannot be read, and the others are read.
///
/// # Errors
/// The only folder or pattern has no report file; a pattern that is none.
pub fn find(arguments: &[PathBuf], wanted: Wanted) -> Result<Vec<PathBuf>, Message> {
    let mut found = Vec::new();
    for argument in arguments {
        if argument.is_dir() {
            let before = found.len();
            search(argument, &REPORTS, 0, &mut found);
            if found.len() == before && wanted == Wanted::Either {
                search(argument, &PUBLISHED, 0, &mut found);
            }
            if found.len() == before && arguments.len() > 1 {
                found.push(argument.clone());
            } else if found.len() == before {
                let path = files::name(argument);
                return Err(match wanted {
                    Wanted::Reports => message!("cli.file.no-reports", path = path),
                    Wanted::Either => message!("cli.file.no-texts", path = path),
                });
            }
        } else if let Some(pattern) = pattern(argument) {
            match matches(pattern)? {
                matched if !matched.is_empty() => found.extend(matched),
                _ if arguments.len() > 1 => found.push(argument.clone()),
                _ => return Err(message!("cli.file.no-match", pattern = pattern)),
            }
        } else {
            found.push(argument.clone());
        }
    }
    // One folder names no file twice.
    if arguments.len() > 1 {
        let mut seen = HashSet::new();
        found.retain(|path| seen.insert(path.clone()));
    }
    Ok(found)
}

/// The files of some extensions in a folder, then those below it, each sorted by name. Links to folders are not followed: they may
/// lead in a circle.
fn search(folder: &Path, extensions: &[&str], depth: usize, found: &mut Vec<PathBuf>) {
    let mut folders = Vec::new();
    let first = found.len();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let is_hidden = name.to_string_lossy().starts_with('.');
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            if !is_hidden && !NO_REPORTS.iter().any(|other| name == *other) {
                folders.push(path);
            }
        } else if !is_hidden && has(extensions, &path) && path.is_file() {
            found.push(path);
        }
    }
    found[first..].sort();
    folders.sort();
    if depth < DEEPEST {
        folders.iter().for_each(|folder| search(folder, extensions, depth + 1, found));
    }
}

/// Whether a file has one of the extensions.
fn has(extensions: &[&str], path: &Path) -> bool {
    path.extension().is_some_and(|extension| extensions.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// The argument as a pattern; a file whose very name has such a character is that file.
fn pattern(argument: &Path) -> Option<&str> {
    let text = argument.to_str()?;
    (text.contains(['*', '?', '[']) && argument.symlink_metadata().is_err()).then_some(text)
}

fn matches(pattern: &str) -> Result<Vec<PathBuf>, Message> {
    let paths = glob::glob(pattern)
        .map_err(|error| message!("cli.file.bad-pattern", pattern = pattern, position = error.pos + 1))?;
    // What cannot be looked into has no name to report; what can is sorted by the crate.
    let mut found: Vec<PathBuf> = paths.flatten().filter(|path| path.is_file()).collect();
    found.sort();
    Ok(found)
}
