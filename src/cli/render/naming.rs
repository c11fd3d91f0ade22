//! What outputs are called: a pattern with names in braces.

use std::path::Path;

use crate::document::Document;
use crate::message;
use crate::message::Message;

/// The characters of a name that are kept: what is longer no file system takes once it is written in UTF-8.
const LONGEST: usize = 80;

/// Names that Windows keeps for itself, with any extension.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// The edition an output is of.
#[derive(Clone, Copy)]
pub struct Edition<'a> {
    /// As the report names it; empty where the report has no editions.
    pub name: &'a str,
    /// The report's first is named only where that is asked for.
    pub is_first: bool,
}

/// What a name is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    /// The report file's name.
    Stem,
    Place,
    Year,
    /// The edition, as the report names it.
    Edition,
    /// The title and the stage.
    Title,
}

/// The names in braces.
const NAMES: [(&str, Part); 5] = [
    ("stem", Part::Stem),
    ("place", Part::Place),
    ("year", Part::Year),
    ("edition", Part::Edition),
    ("title", Part::Title),
];

/// `--name`: `file`, `title`, or a pattern such as `{year}-{place}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Naming(Vec<Part>);

impl Default for Naming {
    fn default() -> Self {
        Self(vec![Part::Stem])
    }
}

impl Naming {
    /// Reads what the user asked for.
    ///
    /// # Errors
    /// A name in braces that is none of ours, a brace alone, a folder in the pattern.
    pub fn parse(asked: &str) -> Result<Self, Message> {
        match asked {
            "file" => return Ok(Self::default()),
            "title" => return Ok(Self(vec![Part::Title])),
            _ => {}
        }
        let fault = || {
            let known: Vec<String> = NAMES.iter().map(|(name, _)| format!("{{{name}}}")).collect();
            message!("cli.render.bad-name", name = asked, known = known)
        };
        let mut parts = Vec::new();
        let mut rest = asked;
        while let Some((text, from)) = rest.split_once('{') {
            let (name, after) = from.split_once('}').ok_or_else(fault)?;
            let (_, part) = NAMES.iter().find(|(known, _)| *known == name).ok_or_else(fault)?;
            parts.extend([Part::Text(text.to_owned()), part.clone()]);
            rest = after;
        }
        // Without a name in braces every report would get the same one.
        if parts.is_empty() || asked.contains(['/', '\\']) || rest.contains('}') {
            return Err(fault());
        }
        parts.push(Part::Text(rest.to_owned()));
        Ok(Self(parts))
    }

    /// Whether the name depends on what the report says, not on its file's name alone.
    pub fn needs_document(&self) -> bool {
        self.0.iter().any(|part| !matches!(part, Part::Text(_) | Part::Stem))
    }

    /// The name of an output without its extension.
    pub fn name(&self, input: &Path, document: &Document, edition: Edition) -> String {
        let value = |part: &Part| match part {
            Part::Text(text) => text.clone(),
            Part::Stem => stem(input),
            Part::Place => document.place.clone(),
            Part::Year => document.year.to_string(),
            Part::Edition => edition.name.to_owned(),
            Part::Title => title(document),
        };
        let name = safe(&self.0.iter().map(value).collect::<String>());
        let name = if name.is_empty() { stem(input) } else { name };
        if edition.is_first || self.0.contains(&Part::Edition) {
            name
        } else {
            format!("{name}.{}", safe(edition.name))
        }
    }
}

/// The report file's name without its extension; that of standard input is `report`.
pub fn stem(input: &Path) -> String {
    let stem = input.file_stem().map(|stem| safe(&stem.to_string_lossy())).unwrap_or_default();
    if stem.is_empty() || stem == "-" { "report".to_owned() } else { stem }
}

/// The title with the stage.
fn title(document: &Document) -> String {
    let stage = document.stage.as_ref().map(|stage| format!("（{}）", stage.plain())).unwrap_or_default();
    let title: String = document.title_text().chars().take(LONGEST.saturating_sub(stage.chars().count())).collect();
    format!("{title}{stage}")
}

/// A name that every file system takes and that stays in its folder.
fn safe(name: &str) -> String {
    let forbidden = |character: char| character.is_control() || r#"/\:*?"<>|"#.contains(character);
    let name: String = name.chars().filter(|&character| !forbidden(character)).take(LONGEST).collect();
    let name = name.trim().trim_matches('.').trim();
    let device = name.split('.').next().unwrap_or_default().trim().to_ascii_lowercase();
    let is_device = RESERVED.contains(&device.trim_end_matches(|c: char| c.is_ascii_digit()));
    if is_device { format!("_{name}") } else { name.to_owned() }
}
