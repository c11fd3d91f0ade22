//! What stands beside a report file and changes how it is read or written: outlines, templates, last year's file.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::screen::Screen;
use super::{files, pictures};
use crate::message;
use crate::message::{Lang, Message};
use crate::model::Head;
use crate::outline::load::Shelf;
use crate::picture::Album;
use crate::project::{Project, Surroundings};
use crate::published;
use crate::source::SourceFile;
use crate::writers::template::Templates;

use crate::yaml::{self, Reading};

/// The folder a report stands in; that of standard input is the current one.
pub fn folder(path: &Path) -> PathBuf {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_path_buf()
}

/// What stands in the folders of a run, read once however many reports they hold.
#[derive(Default)]
pub struct Folders {
    outlines: Mutex<HashMap<PathBuf, Result<Arc<Shelf>, Message>>>,
    templates: Mutex<HashMap<PathBuf, Result<Templates, Message>>>,
    /// Files of last year that could not be read, each told once.
    unread: Mutex<HashSet<PathBuf>>,
}

impl Folders {
    /// Opens a report file with all that belongs to it.
    ///
    /// # Errors
    /// A sentence that says what could not be read.
    pub fn open(&self, path: &Path, screen: &Screen) -> Result<Project, Message> {
        self.reopen(files::read(path)?, path, screen)
    }

    /// Opens a text that stands for the file at `path`.
    ///
    /// # Errors
    /// A sentence that says what could not be read.
    pub fn reopen(&self, source: SourceFile, path: &Path, screen: &Screen) -> Result<Project, Message> {
        let reading = yaml::read(&source);
        if is_published_text(path, &reading) {
            return Err(message!("cli.file.published", path = files::name(path)));
        }
        let surroundings = self.surroundings(&reading, path, screen)?;
        Project::assemble(source, reading, &surroundings)
    }

    /// Opens a report file or a published text, told apart by what is in them.
    ///
    /// # Errors
    /// A sentence that says what could not be read, or why the text is no report.
    pub fn open_either(&self, path: &Path, screen: &Screen) -> Result<Project, Message> {
        let (name, bytes) = (files::name(path), files::read_bytes(path)?);
        let of = |what| message!("cli.file.of", path = name.clone(), what = what);
        let is_file = is_yaml(path) || is_report_file(&name, &bytes);
        let read = if is_file { None } else { Some(published::read(&name, &bytes)) };
        match read {
            Some(Ok(published)) => {
                let surroundings = self.surroundings(&published.reading, path, screen)?;
                Project::of_published(published, &surroundings)
            }
            // Nobody named standard input: what is no published text is told as the report file it may be.
            Some(Err(what)) if path != Path::new("-") => Err(of(what)),
            _ => {
                let source = SourceFile::from_bytes(&name, &bytes).map_err(of)?;
                let reading = yaml::read(&source);
                let surroundings = self.surroundings(&reading, path, screen)?;
                Project::assemble(source, reading, &surroundings)
            }
        }
    }

    fn surroundings(&self, reading: &Reading, path: &Path, screen: &Screen) -> Result<Surroundings, Message> {
        let folder = folder(path);
        let outlines = self.outlines(&folder, screen.lang_of(reading.chinese_keys), screen)?;
        let style = style(reading, &folder)?;
        let previous = self.previous(reading, &folder, screen);
        let album = Album::new(move |below| pictures::read(&folder, below));
        Ok(Surroundings { previous, style, outlines, album })
    }

    /// The outlines of the reports in `folder`; own ones are named on standard error.
    fn outlines(&self, folder: &Path, lang: Lang, screen: &Screen) -> Result<Arc<Shelf>, Message> {
        once(&self.outlines, folder, || {
            let own = outlines(folder)?;
            for (name, _) in &own {
                let path = files::name(&folder.join("outlines").join(name));
                screen.say_in(lang, &message!("cli.override", path = path));
            }
            Ok(Arc::new(Shelf::new(own)))
        })
    }

    /// The templates of the user's own in `folder`; each is named on standard error.
    ///
    /// # Errors
    /// A sentence that says which could not be read.
    pub fn templates(&self, folder: &Path, known: &[&str], lang: Lang, screen: &Screen) -> Result<Templates, Message> {
        once(&self.templates, folder, || templates(folder, known, lang, screen).map(Templates::new))
    }

    /// Last year's file, where the report names one. That it cannot be read stops nothing, but is said.
    fn previous(&self, reading: &Reading, folder: &Path, screen: &Screen) -> Option<SourceFile> {
        let named = reading.report.report.previous.as_ref().filter(|named| !named.is_unfilled())?;
        let path = folder.join(named.value.trim());
        match files::read(&path) {
            Ok(source) => Some(source),
            Err(message) => {
                if self.unread.lock().unwrap_or_else(PoisonError::into_inner).insert(path) {
                    let lang = screen.lang_of(reading.chinese_keys);
                    screen.say_in(lang, &message!("cli.previous-unread", what = message));
                }
                None
            }
        }
    }
}

/// The unit's style, where the report names a file of it: one in the report's folder or below it, never elsewhere.
///
/// # Errors
/// It stands elsewhere or cannot be read: without it the page would be another.
fn style(reading: &Reading, folder: &Path) -> Result<Option<SourceFile>, Message> {
    let named = reading.report.style.as_ref().and_then(|style| style.file.as_ref());
    let Some(named) = named.filter(|named| !named.is_unfilled()) else { return Ok(None) };
    let (below, path) = (Path::new(named.trim()), folder.join(named.trim()));
    let is_below = below.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    // A link may lead out of the folder all the same.
    let leads_out = || match (fs::canonicalize(folder), fs::canonicalize(&path)) {
        (Ok(folder), Ok(path)) => !path.starts_with(folder),
        _ => false,
    };
    if !is_below || leads_out() {
        return Err(message!("cli.style-elsewhere", path = named.trim()));
    }
    files::read(&path).map(Some)
}

fn is_yaml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| ["yaml", "yml"].iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// Whether a text of any name is a report file: a line of it opens `report:`, and that is read as its head.
pub fn is_report_file(name: &str, bytes: &[u8]) -> bool {
    let Ok(source) = SourceFile::from_bytes(name, bytes) else { return false };
    let opens = |line: &str| {
        let rest = ["report", "报告"].iter().find_map(|key| line.strip_prefix(key));
        rest.is_some_and(|rest| rest.trim_start().starts_with([':', '：']))
    };
    source.text().lines().any(opens) && yaml::read(&source).report.report != Head::default()
}

/// Whether a file is the text of a report, not its data: it is called other than a report file and has no `report`.
fn is_published_text(path: &Path, reading: &Reading) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    let is_text = matches!(extension.as_deref(), Some("txt" | "md" | "markdown" | "html" | "htm" | "shtml"));
    is_text && reading.report.report == Head::default()
}

/// What `read` gives for a folder, read by the first who asks while the others wait.
fn once<T: Clone>(
    known: &Mutex<HashMap<PathBuf, Result<T, Message>>>,
    folder: &Path,
    read: impl FnOnce() -> Result<T, Message>,
) -> Result<T, Message> {
    let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(found) = known.get(folder) {
        return found.clone();
    }
    known.entry(folder.to_path_buf()).or_insert_with(read).clone()
}

/// The outlines in `outlines/`, by file name and text, in the order of their names.
///
/// # Errors
/// A sentence that says which could not be read.
pub fn outlines(folder: &Path) -> Result<Vec<(String, String)>, Message> {
    let mut found = Vec::new();
    for path in listing(&folder.join("outlines")) {
        let is_yaml = path.extension().is_some_and(|extension| extension == "yaml" || extension == "yml");
        if let (true, Some(name)) = (is_yaml, path.file_name().and_then(|name| name.to_str())) {
            found.push((name.to_owned(), files::read(&path)?.text().to_owned()));
        }
    }
    Ok(found)
}

/// Templates of the user's own, in `folder`: those whose name is one of `known`.
///
/// # Errors
/// A sentence that says which could not be read.
pub fn templates(folder: &Path, known: &[&str], lang: Lang, screen: &Screen) -> Result<Vec<(String, String)>, Message> {
    let mut found = Vec::new();
    for name in known {
        let path = folder.join(name);
        if path.is_file() {
            screen.say_in(lang, &message!("cli.override", path = files::name(&path)));
            found.push(((*name).to_owned(), files::read(&path)?.text().to_owned()));
        }
    }
    Ok(found)
}

/// The files of a folder in the order of their names; none where there is no such folder.
fn listing(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).into_iter().flatten().filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.sort();
    paths
}
