//! The whole report file, key by key.

use indexmap::IndexMap;

use super::emit::Emitter;
use super::field::Label;
use super::layout::InForce;
use super::names::first_date;
use super::section::Section;
use super::tree::{self, Node};
use super::{Draft, content, numbering};
use crate::message;
use crate::message::{Lang, Message};
use crate::model::{Kind, Level};
use crate::yaml::keys::Domain;

/// `<meta>` names of 《政府网站发展指引》 and the keys they go to.
const META: [(&str, &str); 11] = [
    ("sitename", "site_name"),
    ("sitedomain", "site_domain"),
    ("siteidcode", "site_id"),
    ("columnname", "column_name"),
    ("columntype", "column_type"),
    ("columndescription", "column_description"),
    ("columnkeywords", "column_keywords"),
    ("pubdate", "published"),
    ("contentsource", "origin"),
    ("keywords", "keywords"),
    ("url", "url"),
];

/// The keys of `publication:` in the order they are written.
const PUBLICATION: [&str; 22] = [
    "index",
    "organ",
    "published",
    "topic",
    "genre",
    "group",
    "validity",
    "disclosure",
    "summary",
    "keywords",
    "audience",
    "registration",
    "origin",
    "editor",
    "url",
    "site_name",
    "site_domain",
    "site_id",
    "column_name",
    "column_type",
    "column_description",
    "column_keywords",
];

impl Draft<'_> {
    /// Writes the file; adds to `notes` what the layout cannot print as it stood.
    pub fn write(
        &self,
        root: &Node,
        sections: &mut [Section],
        left_over: &[String],
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
        self.publication(&mut out);
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
            let value = out.value(Domain::Kind, kind_name(kind));
            out.entry(1, "kind", &value);
        }
        if let Some(level) = names.level {
            let value = out.value(Domain::Level, level_name(level));
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
        let date = names.date.map(|date| date.to_string());
        let optional = [
            ("stage", &frame.stage),
            ("number", &names.number),
            ("date", &date),
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

    fn publication(&self, out: &mut Emitter) {
        let mut values: IndexMap<&str, String> = IndexMap::new();
        for entry in &self.frame.fields {
            if let Label::Publication(key) = entry.label
                && !entry.value.is_empty()
            {
                values.entry(key).or_insert_with(|| entry.value.clone());
            }
        }
        for field in &self.manuscript.document.meta {
            if let Some((_, key)) = META.iter().find(|(name, _)| *name == field.key) {
                values.entry(key).or_insert_with(|| field.value.clone());
            }
        }
        if values.is_empty() {
            return;
        }
        out.yaml.push('\n');
        out.open(0, "publication");
        for key in PUBLICATION {
            let Some(value) = values.get(key) else { continue };
            match key {
                "published" => {
                    let date = first_date(value).map_or_else(|| value.clone(), |date| date.to_string());
                    out.entry(1, key, &date);
                }
                "keywords" | "column_keywords" => {
                    let words = value.split([',', '，', ';', '；', '、', ' ', '|']).filter(|word| !word.is_empty());
                    out.entries(1, key, &words.map(str::to_owned).collect::<Vec<_>>());
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

const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Government => "government",
        Kind::Department => "department",
        Kind::Township => "township",
        Kind::Zone => "zone",
    }
}

const fn level_name(level: Level) -> &'static str {
    match level {
        Level::Nation => "nation",
        Level::Province => "province",
        Level::City => "city",
        Level::County => "county",
        Level::Township => "township",
    }
}
