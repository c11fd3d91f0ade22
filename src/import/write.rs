//! The whole report file, key by key.

use super::emit::Emitter;
use super::layout::InForce;
use super::section::Section;
use super::tree::{self, Node};
use super::{Draft, content, numbering};
use crate::message;
use crate::message::{Lang, Message};
use crate::yaml::keys::Domain;

impl Draft<'_> {
    /// Writes the file; adds to `notes` what the layout cannot print as it stood, to `left_over` what has no place in it.
    pub fn write(
        &self,
        root: &Node,
        sections: &mut [Section],
        left_over: &mut Vec<String>,
        lang: Lang,
        notes: &mut Vec<Message>,
    ) -> String {
        let mut out = Emitter { lang, yaml: String::new() };
        out.comment(["yaml-language-server: $schema=fazhi.schema.json"].into_iter());
        let runs_on = numbering::settle(sections, notes);
        let (in_force, setting) = InForce::of_report(sections);
        self.head(&mut out);
        out.layout(1, &setting, runs_on);
        self.editions(&mut out);
        self.site(&mut out);
        out.figures(self.figures);
        if let Some(preamble) = self.writer.text(&root.blocks) {
            out.yaml.push('\n');
            out.text(0, "preamble", &preamble);
        }
        out.yaml.push('\n');
        out.sections(0, sections, 1, &in_force);
        let closing: Vec<_> = self.frame.closing.iter().map(|&index| tree::block(&self.pieces[index])).collect();
        if let Some(closing) = self.writer.text(&closing) {
            out.yaml.push('\n');
            out.text(0, "closing", &closing);
        }
        self.annexes(&mut out);
        left_over.extend(self.writer.unwritten());
        left_over.extend(root.links_of_headings());
        if !left_over.is_empty() {
            out.yaml.push('\n');
            let title = message!("import.left_over_title", count = left_over.len()).text(lang);
            out.comment(std::iter::once(title.as_str()).chain(left_over.iter().map(String::as_str)));
        }
        out.yaml
    }

    fn head(&self, out: &mut Emitter) {
        let (frame, names) = (self.frame, self.names);
        out.open(0, "report");
        if let Some(kind) = names.kind {
            let value = out.value(Domain::Kind, kind.name());
            out.entry(1, "kind", &value);
        }
        if let Some(level) = names.level {
            let value = out.value(Domain::Level, level.name());
            out.entry(1, "level", &value);
        }
        if let Some(place) = &names.place {
            out.entry(1, "place", place);
        }
        out.entries(1, "issuer", &names.issuers);
        out.entries(1, "signature", &frame.signature);
        if let Some(year) = names.year {
            out.entry(1, "year", &year.to_string());
        }
        let title: Vec<String> = frame.title.iter().map(|line| content::placeholder_free(line)).collect();
        out.entries(1, "title", &title);
        let optional = [
            ("stage", &frame.stage),
            ("number", &names.number),
            ("date", &names.date),
            ("addressee", &frame.addressee),
            ("copies", &frame.copies),
        ];
        for (key, value) in optional {
            if let Some(value) = value {
                out.entry(1, key, &content::placeholder_free(value));
            }
        }
    }

    /// A report that was read out: salutation and occasion belong to an edition.
    fn editions(&self, out: &mut Emitter) {
        let frame = self.frame;
        if frame.salutation.is_none() && frame.occasion.is_none() {
            return;
        }
        out.open(1, "editions");
        let start = out.yaml.len();
        let id = out.value(Domain::Edition, "npc");
        out.entry(3, "id", &id);
        for (key, value) in
            [("salutation", &frame.salutation), ("occasion", &frame.occasion), ("speaker", &frame.speaker)]
        {
            if let Some(value) = value {
                out.entry(3, key, &content::placeholder_free(value));
            }
        }
        out.dash(start, 2);
    }

    fn site(&self, out: &mut Emitter) {
        let mut values = self.publication.values().peekable();
        if values.peek().is_none() {
            return;
        }
        out.yaml.push('\n');
        out.open(0, "publication");
        for (key, value) in values {
            match key {
                "keywords" | "column_keywords" => {
                    let words = value.split([',', '，', ';', '；', '、', ' ', '|']).filter(|word| !word.is_empty());
                    out.entries(1, key, &words.map(content::placeholder_free).collect::<Vec<_>>());
                }
                _ => out.entry(1, key, &content::placeholder_free(value)),
            }
        }
    }

    fn annexes(&self, out: &mut Emitter) {
        if self.frame.annexes.is_empty() {
            return;
        }
        out.yaml.push('\n');
        out.open(0, "annexes");
        for annex in &self.frame.annexes {
            let start = out.yaml.len();
            if let Some(title) = &annex.title {
                out.entry(2, "title", &content::placeholder_free(title));
            }
            let blocks: Vec<_> = annex.body.iter().map(|&index| tree::block(&self.pieces[index])).collect();
            if let Some(text) = self.writer.text(&blocks) {
                out.text(2, "text", &text);
            }
            out.dash(start, 1);
        }
    }
}
