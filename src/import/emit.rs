//! The report file as text: block style, plain scalars where YAML reads them as they stand, literal blocks for texts.

use std::fmt::Write;

use super::content::placeholder_free;
use super::figures::Figures;
use super::layout::{InForce, Setting};
use super::section::{Measure, Section};
use crate::message::Lang;
use crate::yaml::keys::{self, Domain};
use crate::yaml::quoted;

/// Writes YAML with keys in one language.
pub struct Emitter {
    pub lang: Lang,
    pub yaml: String,
}

impl Emitter {
    fn name(&self, domain: Domain, word: &str) -> String {
        keys::name(domain, word, self.lang).to_owned()
    }

    /// A key of ours in the language of the file.
    pub fn key(&self, key: &str) -> String {
        self.name(Domain::Key, key)
    }

    /// A fixed value of ours in the language of the file.
    pub fn value(&self, domain: Domain, value: &str) -> String {
        self.name(domain, value)
    }

    fn line(&mut self, depth: usize, text: &str) {
        self.yaml.push_str(&"  ".repeat(depth));
        self.yaml.push_str(text);
        self.yaml.push('\n');
    }

    /// `key:`
    pub fn open(&mut self, depth: usize, key: &str) {
        let key = self.key(key);
        self.line(depth, &format!("{key}:"));
    }

    /// `key: value`
    pub fn entry(&mut self, depth: usize, key: &str, value: &str) {
        let key = self.key(key);
        self.line(depth, &format!("{key}: {}", scalar(value)));
    }

    /// A single value as `key: value`, several as a list.
    pub fn entries(&mut self, depth: usize, key: &str, values: &[String]) {
        match values {
            [] => {}
            [value] => self.entry(depth, key, value),
            values => {
                self.open(depth, key);
                values.iter().for_each(|value| self.line(depth + 1, &format!("- {}", scalar(value))));
            }
        }
    }

    /// A text as a literal block.
    pub fn text(&mut self, depth: usize, key: &str, text: &str) {
        let key = self.key(key);
        self.line(depth, &format!("{key}: |"));
        self.literal(depth + 1, text);
    }

    fn literal(&mut self, depth: usize, text: &str) {
        for line in text.split('\n') {
            if line.is_empty() {
                self.yaml.push('\n');
            } else {
                self.line(depth, line);
            }
        }
    }

    /// `layout:`
    pub fn layout(&mut self, depth: usize, setting: &Setting, is_continuous: bool) {
        let mut values = Vec::new();
        if let Some(is_inline) = setting.is_inline {
            let value = self.value(Domain::Layout, if is_inline { "inline" } else { "paragraph" });
            values.push(format!("{}: {value}", self.key("measures")));
        }
        if let Some(run_in) = &setting.run_in {
            let value = match run_in {
                None => self.value(Domain::Layout, "auto"),
                Some(levels) => {
                    format!("[{}]", levels.iter().map(usize::to_string).collect::<Vec<_>>().join(", "))
                }
            };
            values.push(format!("{}: {value}", self.key("run_in")));
        }
        if is_continuous {
            values.push(format!("{}: {}", self.key("numbering"), self.value(Domain::Layout, "continuous")));
        }
        if !values.is_empty() {
            let key = self.key("layout");
            self.line(depth, &format!("{key}: {{{}}}", values.join(", ")));
        }
    }

    /// `sections:` with everything below.
    pub fn sections(&mut self, depth: usize, sections: &[Section], level: usize, in_force: &InForce) {
        if sections.is_empty() {
            return;
        }
        self.open(depth, "sections");
        for section in sections {
            self.section(depth + 1, section, level, in_force);
        }
    }

    fn section(&mut self, depth: usize, section: &Section, level: usize, in_force: &InForce) {
        let (in_force, setting) = in_force.of_section(section, level);
        // The first key stands behind the dash of the list.
        let start = self.yaml.len();
        self.parts(depth + 1, &section.parts);
        if !section.heading.is_empty() {
            self.entry(depth + 1, "heading", &placeholder_free(&section.heading));
        }
        self.layout(depth + 1, &setting, section.is_continuous);
        if let Some(text) = &section.text {
            self.text(depth + 1, "text", text);
        }
        if !section.measures.is_empty() {
            self.open(depth + 1, "measures");
            section.measures.iter().for_each(|measure| self.measure(depth + 2, measure));
        }
        if let Some(after) = &section.after {
            self.text(depth + 1, "after", after);
        }
        self.sections(depth + 1, &section.sections, level + 1, &in_force);
        self.dash(start, depth);
    }

    fn measure(&mut self, depth: usize, measure: &Measure) {
        let is_line = !measure.text.contains('\n');
        if measure.parts.is_empty() {
            match is_line {
                true => self.line(depth, &format!("- {}", scalar(&measure.text))),
                false => {
                    self.line(depth, "- |");
                    self.literal(depth + 1, &measure.text);
                }
            }
            return;
        }
        let start = self.yaml.len();
        self.parts(depth + 1, &measure.parts);
        match is_line {
            true => self.entry(depth + 1, "text", &measure.text),
            false => self.text(depth + 1, "text", &measure.text),
        }
        self.dash(start, depth);
    }

    fn parts(&mut self, depth: usize, parts: &[String]) {
        let names: Vec<String> = parts.iter().map(|part| self.value(Domain::Part, part)).collect();
        let key = self.key("part");
        match names.as_slice() {
            [] => {}
            [name] => self.line(depth, &format!("{key}: {name}")),
            names => self.line(depth, &format!("{key}: [{}]", names.join(", "))),
        }
    }

    /// Puts the dash of a list before the map that starts at `start`.
    pub fn dash(&mut self, start: usize, depth: usize) {
        let at = start + depth * 2;
        if self.yaml.get(at..at + 2) == Some("  ") {
            self.yaml.replace_range(at..at + 2, "- ");
        }
    }

    /// `figures:`
    pub fn figures(&mut self, figures: &Figures) {
        if figures.is_empty() {
            return;
        }
        self.yaml.push('\n');
        self.open(0, "figures");
        let lines = figures.lines(|key| self.key(key));
        lines.iter().for_each(|(depth, line)| self.line(*depth, line));
    }

    /// A comment, a line each.
    pub fn comment<'a>(&mut self, lines: impl Iterator<Item = &'a str>) {
        for line in lines {
            writeln!(self.yaml, "# {}", line.trim()).expect("a string takes all");
        }
    }
}

/// A value on one line: plain where YAML reads it as it stands, else in double quotes.
pub fn scalar(text: &str) -> String {
    if is_plain(text) { text.to_owned() } else { quoted(text) }
}

/// Whether a plain scalar reads back as this text, and holds nothing that would be taken for a slip of the keyboard.
fn is_plain(text: &str) -> bool {
    let starts_well = text.starts_with(|c: char| c.is_alphabetic() || c.is_ascii_digit() || "（《“".contains(c));
    let is_word = matches!(text.to_ascii_lowercase().as_str(), "null" | "true" | "false" | "yes" | "no" | "on" | "off");
    let is_open = text.contains(['：', '＃', '｛', '｝', '￥', '\t', '\\', '"'])
        || [": ", " #", "${"].iter().any(|part| text.contains(part))
        || text.ends_with([':', ' '])
        || text.chars().any(|c| c.is_control());
    starts_well && !is_word && !is_open
}
