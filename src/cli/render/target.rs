//! Where each output goes: names, folders, and what must never be overwritten.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use super::naming::{Edition, Naming};
use crate::cli::files;
use crate::document::Document;
use crate::message;
use crate::message::Message;
use crate::writers::{self, WRITERS, Writer};

/// The formats of a plain `fazhi render FILE`.
const DEFAULT_FORMATS: [&str; 3] = ["md", "html", "txt"];

/// The folder of a plain `fazhi render FILE`.
const DEFAULT_FOLDER: &str = "out";

/// One place an output goes to.
pub enum Target {
    Stdout,
    File(PathBuf),
}

/// Where the outputs of a run go.
pub struct Targets {
    formats: Vec<&'static Writer>,
    place: Target,
    /// `place` is a folder, not the file itself.
    is_folder: bool,
    naming: Naming,
    /// The files that are rendered.
    inputs: Vec<PathBuf>,
    /// Those of them that stand where outputs go, each in its one form: looked for when an output finds a file in its
    /// place, for only that may be one of them.
    endangered: OnceLock<HashSet<PathBuf>>,
    /// Folders outputs go to, and those they must not go to, each with its one form.
    folders: Mutex<HashMap<PathBuf, PathBuf>>,
}

impl Targets {
    /// From what the user asked: `-o` is a file only for one input, one format and that format's extension.
    ///
    /// # Errors
    /// An unknown format, `-` for more than one output, or two inputs whose outputs would have one name.
    pub fn new(inputs: Vec<PathBuf>, formats: &[&str], out: Option<&Path>, naming: Naming) -> Result<Self, Message> {
        let formats = if formats.is_empty() { default_formats(out) } else { formats.to_vec() };
        let mut writers: Vec<&'static Writer> = Vec::new();
        for name in formats {
            let writer = writer(name)?;
            if !writers.iter().any(|known| std::ptr::eq(*known, writer)) {
                writers.push(writer);
            }
        }
        let single = inputs.len() == 1 && writers.len() == 1;
        let (place, is_folder) = match out {
            Some(path) if path == Path::new("-") && single => (Target::Stdout, false),
            Some(path) if path == Path::new("-") => return Err(message!("cli.render.one-to-stdout")),
            Some(path) if single && has_extension(path, writers[0].extension) && !path.is_dir() => {
                (Target::File(path.to_path_buf()), false)
            }
            Some(path) => (Target::File(path.to_path_buf()), true),
            None => (Target::File(PathBuf::from(DEFAULT_FOLDER)), true),
        };
        let targets = Self {
            formats: writers,
            place,
            is_folder,
            naming,
            inputs,
            endangered: OnceLock::new(),
            folders: Mutex::default(),
        };
        if !targets.naming.needs_document() {
            let edition = Edition { name: "", is_first: true };
            let name = |input: &Path| targets.naming.name(input, &Document::default(), edition);
            verify_names(targets.inputs.iter().map(|input| (input.as_path(), name(input))))?;
        }
        Ok(targets)
    }

    /// The files that are rendered.
    pub fn inputs(&self) -> &[PathBuf] {
        &self.inputs
    }

    /// The formats asked for.
    pub fn formats(&self) -> &[&'static Writer] {
        &self.formats
    }

    /// Where the output of `input` in a format goes.
    pub fn of(&self, input: &Path, writer: &Writer, document: &Document, edition: Edition) -> Target {
        let folder = match &self.place {
            Target::Stdout => return Target::Stdout,
            Target::File(path) if !self.is_folder => return Target::File(path.clone()),
            Target::File(folder) => folder,
        };
        let name = self.naming.name(input, document, edition);
        Target::File(folder.join(format!("{name}.{}", writer.extension)))
    }

    /// Refuses to write over an input, an outline or a template.
    ///
    /// # Errors
    /// A sentence that names the file.
    pub fn guard(
        &self,
        target: &Path,
        input: &Path,
        templates: &Path,
        reference: Option<&Path>,
    ) -> Result<(), Message> {
        let (is_new, canonical) = match (target.symlink_metadata(), target.parent(), target.file_name()) {
            (Err(_), Some(folder), Some(name)) => (true, self.canonical_folder(folder).join(name)),
            _ => (false, files::canonical(target)),
        };
        let outlines = self.canonical_folder(&crate::cli::surroundings::folder(input).join("outlines"));
        let is_reference = reference.is_some_and(|reference| files::canonical(reference) == canonical);
        let is_input = !is_new && self.endangered().contains(&canonical) || is_reference;
        if is_input || canonical.starts_with(outlines) || canonical.starts_with(self.canonical_folder(templates)) {
            return Err(message!("cli.render.would-overwrite", path = files::name(target)));
        }
        Ok(())
    }

    /// The inputs that stand where outputs go.
    fn endangered(&self) -> &HashSet<PathBuf> {
        self.endangered.get_or_init(|| {
            let folder = match &self.place {
                Target::File(path) if self.is_folder => files::canonical(path),
                Target::File(path) => files::canonical(path).parent().unwrap_or(path).to_path_buf(),
                Target::Stdout => PathBuf::new(),
            };
            let canonical = self.inputs.iter().map(|input| files::canonical(input));
            canonical.filter(|input| input.starts_with(&folder)).collect()
        })
    }

    /// The folder in one form: the system is asked once, however many files stand in it.
    fn canonical_folder(&self, folder: &Path) -> PathBuf {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let mut known = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        match known.get(folder) {
            Some(known) => known.clone(),
            None => known.entry(folder.to_path_buf()).or_insert(files::canonical(folder)).clone(),
        }
    }

    /// Whether the names of the outputs must be compared before anything is written, and the reports say them.
    pub fn must_compare(&self) -> bool {
        self.is_folder && self.inputs.len() > 1 && self.naming.needs_document()
    }

    /// The name of the outputs of `input`, without the extension.
    pub fn name(&self, input: &Path, document: &Document, edition: Edition) -> String {
        self.naming.name(input, document, edition)
    }
}

/// Two inputs of one name would write one output: refused before anything is written.
///
/// # Errors
/// The first two inputs of one name.
pub fn verify_names<'a>(names: impl IntoIterator<Item = (&'a Path, String)>) -> Result<(), Message> {
    let mut seen: HashMap<String, &Path> = HashMap::new();
    for (input, name) in names {
        // Windows and macOS hold names that differ only in case for one.
        if let Some(other) = seen.insert(name.to_lowercase(), input) {
            let (one, other) = (files::name(other), files::name(input));
            return Err(message!("cli.render.same-name", one = one, other = other));
        }
    }
    Ok(())
}

/// With `-o report.html` and no `--to`, the extension says the format.
fn default_formats(out: Option<&Path>) -> Vec<&str> {
    let extension = out.and_then(Path::extension).and_then(|extension| extension.to_str());
    match extension.filter(|extension| writer(extension).is_ok()) {
        Some(extension) => vec![extension],
        None => DEFAULT_FORMATS.to_vec(),
    }
}

/// Formats that a build may lack, each named as the feature that brings it.
const BY_FEATURE: [&str; 2] = ["docx", "pdf"];

fn writer(name: &str) -> Result<&'static Writer, Message> {
    writers::writer(name.trim()).ok_or_else(|| {
        if BY_FEATURE.contains(&name.trim()) {
            return message!("cli.render.not-built", name = name.trim());
        }
        let known: Vec<&str> = WRITERS.iter().map(|writer| writer.name).collect();
        message!("cli.render.unknown-format", name = name, known = known)
    })
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension))
}
