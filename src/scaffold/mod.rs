//! `fazhi new`: a commented file to fill, from an outline and its usual figures.

mod head;
mod row;
mod sections;
mod supplies;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::message::{Lang, Message};
use crate::model::{Kind, Level};
use crate::outline::{Outline, load};
use crate::writers::{Options, template};
use crate::yaml::keys::{self, Domain};
use row::lines;

/// What a new file is for.
#[derive(Clone, Debug)]
pub struct Request {
    pub kind: Kind,
    /// The Party committee reports as well.
    pub joint: bool,
    pub level: Level,
    /// 郏县; the organ's own name where it is a department: 郏县司法局.
    pub place: Option<String>,
    pub year: i16,
    /// The outline; the one in force in that year when absent.
    pub outline: Option<String>,
    /// The language of the keys and the comments.
    pub keys: Lang,
    /// Outlines of the user's own: file name and text.
    pub outlines: Vec<(String, String)>,
    /// Templates of the user's own: file name and text.
    pub templates: Vec<(String, String)>,
}

/// The file.
///
/// # Errors
/// The outline does not exist or cannot be read; a template of the user's own is at fault.
pub fn write(request: &Request) -> Result<String, Message> {
    let chosen = load::choose(request.outline.as_deref(), request.year, &request.outlines)?;
    let scaffold = Writer { request, outline: &chosen.outline }.scaffold();
    let options = Options { templates: template::Templates::new(request.templates.clone()), ..Options::default() };
    template::fill(template::SCAFFOLD, &scaffold, &options)
}

/// What the template `scaffold.yaml` sees.
#[derive(Debug, Serialize)]
struct Scaffold {
    /// The keys in the language of the file, by their English name.
    key: BTreeMap<&'static str, &'static str>,
    /// The comments, by their name in `locales/` under `new`.
    say: BTreeMap<&'static str, String>,
    intro: Vec<String>,
    /// What stands for a value nobody knows yet.
    unfilled: &'static str,
    /// The lines of the frame.
    head: Vec<String>,
    supplies: Vec<Supplied>,
    sections: Vec<Section>,
    /// Contents that hardly any report has.
    left_out: Vec<Section>,
}

/// The figures of one unit, as lines.
#[derive(Debug, Serialize)]
struct Supplied {
    provider: String,
    rows: Vec<String>,
}

/// A section to write.
#[derive(Debug, Serialize)]
struct Section {
    /// One id or a list of them.
    part: String,
    heading: String,
    guidance: Vec<String>,
    /// Placeholders of the figures that belong here.
    figures: String,
    parts: Vec<Section>,
    /// Parts that many reports have.
    optional: Vec<Section>,
}

struct Writer<'a> {
    request: &'a Request,
    outline: &'a Outline,
}

impl Writer<'_> {
    fn scaffold(&self) -> Scaffold {
        let says = ["figures", "from", "preamble", "sections", "heading", "available", "closing"];
        Scaffold {
            key: keys::words(Domain::Key).map(|word| (word.en, word.name(self.request.keys))).collect(),
            say: says.map(|name| (name, self.say(name))).into(),
            intro: ["intro.fill", "intro.comments", "intro.commands"].map(|name| self.say(name)).into(),
            unfilled: self.unfilled(),
            head: lines(&self.head()),
            supplies: self.supplies(),
            sections: self.contents().filter(|part| part.id != "other").map(|part| self.section(part)).collect(),
            left_out: self.contents().filter(|part| part.id == "other").map(|part| self.section(part)).collect(),
        }
    }

    /// What stands for a value nobody knows yet: 待填, and in a file with English keys ~.
    const fn unfilled(&self) -> &'static str {
        keys::unfilled(self.request.keys)
    }

    fn say(&self, name: &str) -> String {
        Message::new(format!("new.{name}")).text(self.request.keys)
    }

    /// A key, fixed value or part id in the language of the file.
    fn name<'n>(&self, domain: Domain, english: &'n str) -> &'n str {
        keys::name(domain, english, self.request.keys)
    }
}
