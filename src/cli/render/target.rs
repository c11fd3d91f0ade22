//! Where each output goes: names, folders, and what must never be overwritten.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::cli::files;
use crate::document::Document;
use crate::message;
use crate::message::Message;
use crate::writers::{self, WRITERS, Writer};

/// The formats of a plain `fazhi render FILE`.
const DEFAULT_FORMATS: [&str; 3] = ["md", "html", "txt"];

/// The folder of a plain `fazhi render FILE`.
const DEFAULT_FOLDER: &str = "out";

/// What outputs are called after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// The report file's name.
    File,
    /// The title and the stage.
    Title,
}

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
    inputs: Vec<PathBuf>,
}

impl Targets {
    /// From what the user asked: `-o` is a file only for one input, one format and that format's extension.
    ///
    /// # Errors
    /// An unknown format, `-` for more than one output, or two inputs whose outputs would have one name.
    pub fn new(inputs: &[PathBuf], formats: &[&str], out: Option<&Path>, naming: Naming) -> Result<Self, Message> {
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
            inputs: inputs.iter().map(|p| files::canonical(p)).collect(),
        };
        targets.verify_names(inputs)?;
        Ok(targets)
    }

    /// The formats asked for.
    pub fn formats(&self) -> &[&'static Writer] {
        &self.formats
    }

    /// Where the output of `input` in a format goes; `edition` is that of an edition other than the first.
    pub fn of(&self, input: &Path, writer: &Writer, document: &Document, edition: Option<&str>) -> Target {
        let folder = match &self.place {
            Target::Stdout => return Target::Stdout,
            Target::File(path) if !self.is_folder => return Target::File(path.clone()),
            Target::File(folder) => folder,
        };
        let name = self.name(input, document);
        let edition = edition.map(|id| format!(".{}", safe(id))).unwrap_or_default();
        Target::File(folder.join(format!("{name}{edition}.{}", writer.extension)))
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
        let canonical = files::canonical(target);
        let outlines = files::canonical(&crate::cli::surroundings::folder(input).join("outlines"));
        let is_reference = reference.is_some_and(|reference| files::canonical(reference) == canonical);
        let is_input = self.inputs.contains(&canonical) || is_reference;
        if is_input || canonical.starts_with(outlines) || canonical.starts_with(files::canonical(templates)) {
            return Err(message!("cli.render.would-overwrite", path = files::name(target)));
        }
        Ok(())
    }

    /// Two inputs of one name would write one output: refused before anything is written.
    fn verify_names(&self, inputs: &[PathBuf]) -> Result<(), Message> {
        match self.naming {
            Naming::File => differ(inputs.iter().map(|input| (input, stem(input)))),
            Naming::Title => Ok(()),
        }
    }

    /// Whether the outputs are named by their titles, and there are several: then the titles must differ.
    pub fn are_named_by_title(&self) -> bool {
        self.naming == Naming::Title && self.inputs.len() > 1
    }

    /// Two reports of one title would write one output: refused before anything is written.
    ///
    /// # Errors
    /// A sentence that names both.
    pub fn verify_titles(&self, documents: &[(&PathBuf, Option<Document>)]) -> Result<(), Message> {
        differ(documents.iter().filter_map(|(input, document)| Some((*input, self.name(input, document.as_ref()?)))))
    }

    /// The name of an output without edition and extension.
    fn name(&self, input: &Path, document: &Document) -> String {
        match self.naming {
            Naming::File => stem(input),
            Naming::Title => title(document).unwrap_or_else(|| stem(input)),
        }
    }
}

/// Whether no two inputs have outputs of one name.
fn differ<'a>(names: impl Iterator<Item = (&'a PathBuf, String)>) -> Result<(), Message> {
    let mut seen: HashMap<String, &PathBuf> = HashMap::new();
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

fn writer(name: &str) -> Result<&'static Writer, Message> {
    writers::writer(name.trim()).ok_or_else(|| {
        let known: Vec<&str> = WRITERS.iter().map(|writer| writer.name).collect();
        message!("cli.render.unknown-format", name = name, known = known)
    })
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

fn stem(input: &Path) -> String {
    match input.file_stem().map(|stem| stem.to_string_lossy().into_owned()) {
        Some(stem) if stem != "-" => safe(&stem),
        _ => "report".to_owned(),
    }
}

/// The title with the stage, as a file name.
fn title(document: &Document) -> Option<String> {
    let stage = document.stage.as_ref().map(|stage| format!("（{}）", stage.plain())).unwrap_or_default();
    let title = safe(&document.title_text());
    (!title.is_empty()).then(|| format!("{title}{}", safe(&stage)))
}

/// A name that every file system takes and that stays in its folder.
fn safe(name: &str) -> String {
    let forbidden = |character: char| character.is_control() || r#"/\:*?"<>|"#.contains(character);
    let name: String = name.chars().filter(|&character| !forbidden(character)).take(80).collect();
    name.trim().trim_matches('.').to_owned()
}
