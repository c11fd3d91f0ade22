//! The templates of the text formats; only here and below is `tera` named.

mod fault;

use std::fmt;
use std::io::Write;
use std::sync::{Arc, LazyLock, OnceLock};

use serde::Serialize;
use serde::de::DeserializeOwned;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use super::{Options, html, markdown, print, svg};
use crate::document::{Block, Document, Inline, Line};
use crate::encoding;
use crate::message;
use crate::message::Message;
use fault::fault;

/// A template of the program: its name, under which a user may put another, and its text.
pub struct Template {
    pub name: &'static str,
    pub text: &'static str,
}

/// Every template of the text formats.
pub const TEMPLATES: &[Template] = &[
    Template { name: "report.md", text: include_str!("../../templates/report.md") },
    Template { name: "page.html", text: include_str!("../../templates/page.html") },
    Template { name: "fragment.html", text: include_str!("../../templates/fragment.html") },
    Template { name: STYLES, text: include_str!("../../templates/page.css") },
    Template { name: SCAFFOLD, text: include_str!("../../templates/scaffold.yaml") },
];

/// Templates of the user's own, read as templates once however many documents are written by them.
#[derive(Clone, Default)]
pub struct Templates(Arc<Own>);

#[derive(Default)]
struct Own {
    /// By name (`report.md`, `page.html`, `fragment.html`, `page.css`) and text.
    texts: Vec<(String, String)>,
    /// The program's templates with these in their places, or what is wrong with them.
    read: OnceLock<Result<Tera, Message>>,
}

impl Templates {
    /// By name and text.
    pub fn new(texts: Vec<(String, String)>) -> Self {
        Self(Arc::new(Own { texts, read: OnceLock::new() }))
    }

    fn iter(&self) -> impl Iterator<Item = &(String, String)> {
        self.0.texts.iter()
    }

    /// The templates of documents, the user's before the program's.
    fn tera(&self) -> Result<&Tera, Message> {
        let users: Vec<_> = self.iter().filter(|(name, _)| is_of_documents(name)).collect();
        if users.is_empty() {
            return Ok(&BUILT_IN);
        }
        let read = || {
            let mut tera = BUILT_IN.clone();
            let read = tera.add_raw_templates(users.iter().map(|(name, text)| (name, text)));
            read.map(|()| tera).map_err(|error| fault(&error, self))
        };
        self.0.read.get_or_init(read).as_ref().map_err(Message::clone)
    }
}

impl fmt::Debug for Templates {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.debug_list().entries(self.iter().map(|(name, _)| name)).finish()
    }
}

/// The styles of the page: put into it as they are, never read as a template, since CSS has `{#` of its own.
const STYLES: &str = "page.css";

/// A new report file: filled from an outline, never from a document, and not read where there is one to render.
pub const SCAFFOLD: &str = "scaffold.yaml";

/// The largest template that is read, in bytes.
const LARGEST_TEMPLATE: usize = 1 << 20;

/// The most a template may write, in bytes: a loop in it must not fill the memory.
const LARGEST_OUTPUT: usize = 1 << 27;

/// The program's own templates, read once a process.
static BUILT_IN: LazyLock<Tera> = LazyLock::new(|| {
    let mut tera = Tera::default();
    // Before the templates: they are refused for a filter that is not known yet.
    tera.register_filter("markdown", to_markdown);
    tera.register_filter("html", to_html);
    let templates = TEMPLATES.iter().filter(|template| is_of_documents(template.name));
    tera.add_raw_templates(templates.map(|template| (template.name, template.text)))
        .expect("a test renders every template of the program");
    tera
});

/// The document in the template called `name`: the user's where there is one, else the program's.
pub fn render(name: &str, document: &Document, options: &Options) -> Result<String, Message> {
    bounded(options)?;
    let templates = &options.templates;
    let context = context(name, document, options).map_err(|error| fault(&error, templates))?;
    let mut output = Bounded(Vec::with_capacity(1 << 16));
    let rendered = templates.tera()?.render_to(name, &context, &mut output);
    rendered.map_err(|error| fault(&error, templates))?;
    Ok(output.text())
}

/// Any data in the template called `name`: the user's where there is one, else the program's. It has no filters of ours.
pub fn fill(name: &str, data: &impl Serialize, options: &Options) -> Result<String, Message> {
    bounded(options)?;
    let text = source(name, &options.templates).unwrap_or_default();
    let mut output = Bounded(Vec::new());
    let mut tera = Tera::default();
    let filled = tera
        .add_raw_template(name, text)
        .and_then(|()| tera.render_to(name, &Context::from_serialize(data)?, &mut output));
    filled.map_err(|error| fault(&error, &options.templates))?;
    Ok(output.text())
}

/// Whether a template is read as one of a document.
fn is_of_documents(name: &str) -> bool {
    !matches!(name, STYLES | SCAFFOLD)
}

/// Refuses templates of the user's that are too large to be any.
fn bounded(options: &Options) -> Result<(), Message> {
    match options.templates.iter().find(|(_, text)| text.len() > LARGEST_TEMPLATE) {
        Some((name, _)) => Err(message!("writers.template_too_large", template = name, limit = LARGEST_TEMPLATE)),
        None => Ok(()),
    }
}

/// What templates see: the document under the names of its fields, and what they would have to work out themselves.
fn context(name: &str, document: &Document, options: &Options) -> TeraResult<Context> {
    let is_own = options.templates.iter().any(|(name, _)| is_of_documents(name));
    let mut context = if is_own { Context::from_serialize(document)? } else { written(name, document) };
    context.insert("title_text", &document.title_text());
    context.insert("stage_text", &document.stage.as_ref().map(super::stage_line));
    context.insert("occasion_text", &document.occasion.as_ref().map(super::occasion_line));
    if name == "report.md" && !is_own {
        // What follows is for pages.
        return Ok(context);
    }
    context.insert("contents", &html::contents(document));
    let charts = document.charts.iter().enumerate();
    let charts: Vec<Value> = charts.map(|(index, chart)| Value::safe_string(&svg::figure(chart, index))).collect();
    context.insert("charts", &charts);
    context.insert("dark", &options.dark);
    let styles = [styles(options), &print::styles(&document.style)].concat();
    context.insert_value("styles", Value::safe_string(&styles));
    Ok(context)
}

/// The document for the program's own templates, which do nothing with the body but write it: it is given to them
/// written. As data it would be copied into values and back, a fifth of the time a report takes.
fn written(name: &str, document: &Document) -> Context {
    let body = match name {
        "report.md" => markdown::blocks(&document.body),
        "fragment.html" => html::blocks(&document.body, html::Dress::Inline),
        _ => html::blocks(&document.body, html::Dress::Page),
    };
    let mut context = Context::new();
    context.insert_value("body", Value::safe_string(&body));
    context.insert("edition", &document.edition);
    context.insert("public", &document.public);
    context.insert("year", &document.year);
    context.insert("issuers", &document.issuers);
    context.insert("place", &document.place);
    context.insert("letterhead", &document.letterhead);
    context.insert("title", &document.title);
    context.insert("stage", &document.stage);
    context.insert("number", &document.number);
    context.insert("occasion", &document.occasion);
    context.insert("speaker", &document.speaker);
    context.insert("addressee", &document.addressee);
    context.insert("signature", &document.signature);
    context.insert("date", &document.date);
    context.insert("postscript", &document.postscript);
    context.insert("copies", &document.copies);
    context.insert("annexes", &document.annexes);
    context.insert("notes", &document.notes);
    context.insert("publication", &document.publication);
    context.insert("meta", &document.meta);
    context
}

/// The styles of the page: the user's or the program's.
fn styles(options: &Options) -> &str {
    let users = options.templates.iter().find(|(name, _)| name == STYLES).map(|(_, text)| text.as_str());
    let own = TEMPLATES.iter().find(|template| template.name == STYLES).map(|template| template.text);
    users.or(own).unwrap_or_default()
}

/// `{{ x | markdown }}`: a text, a line, a block or a list of either as CommonMark; what is written already stays.
fn to_markdown(value: Value, _: Kwargs, _: &State) -> TeraResult<Value> {
    let text = match Piece::read(value)? {
        Piece::Written(text) => text,
        Piece::Text(text) => markdown::escape(&text),
        Piece::Inlines(content) => markdown::inlines(&content),
        Piece::Blocks(blocks) => markdown::blocks(&blocks),
    };
    Ok(Value::safe_string(&text))
}

/// `{{ x | html }}`: a text, a line, a block or a list of either as HTML; `html(inline=true)` styles each element,
/// `html(title=true)` says where a title may break. What is written already stays.
fn to_html(value: Value, arguments: Kwargs, _: &State) -> TeraResult<Value> {
    let dress = if arguments.get("inline")?.unwrap_or_default() { html::Dress::Inline } else { html::Dress::Page };
    let text = match Piece::read(value)? {
        Piece::Written(text) => text,
        Piece::Text(text) => html::escape(&text),
        Piece::Inlines(content) if arguments.get("title")?.unwrap_or_default() => html::title(&content),
        Piece::Inlines(content) => html::inlines(&content, dress),
        Piece::Blocks(blocks) => html::blocks(&blocks, dress),
    };
    Ok(Value::safe_string(&text))
}

/// What a filter is given.
enum Piece {
    /// In the format of the template already.
    Written(String),
    Text(String),
    Inlines(Vec<Inline>),
    Blocks(Vec<Block>),
}

impl Piece {
    fn read(value: Value) -> TeraResult<Self> {
        let kind = value.as_map().or_else(|| value.as_array()?.first()?.as_map());
        let is_block = kind
            .and_then(|map| map.get(&"type".into())?.as_str())
            .is_some_and(|kind| matches!(kind, "heading" | "paragraph" | "list" | "table" | "picture"));
        if value.is_none() {
            return Ok(Self::Text(String::new()));
        }
        if value.is_string() && value.is_safe() {
            return Ok(Self::Written(value.as_str().unwrap_or_default().to_owned()));
        }
        if value.is_string() || value.is_number() || value.is_bool() {
            return Ok(Self::Text(value.to_string()));
        }
        match (is_block, value.is_array()) {
            (true, true) => read(value).map(Self::Blocks),
            (true, false) => Ok(Self::Blocks(vec![read(value)?])),
            (false, true) => read(value).map(Self::Inlines),
            (false, false) => Ok(Self::Inlines(read::<Line>(value)?.content)),
        }
    }
}

fn read<T: DeserializeOwned>(value: Value) -> TeraResult<T> {
    let kind = value.name();
    T::deserialize(value).map_err(|_| tera::Error::message(format!("the filter cannot write this {kind}")))
}

/// A writer that refuses to grow without bound.
struct Bounded(Vec<u8>);

impl Bounded {
    fn text(self) -> String {
        encoding::utf8(&self.0).unwrap_or_else(|| String::from_utf8_lossy(&self.0).into_owned())
    }
}

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        if self.0.len() + bytes.len() > LARGEST_OUTPUT {
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The text of a template: the user's where there is one, else the program's.
fn source<'a>(name: &str, templates: &'a Templates) -> Option<&'a str> {
    let users = templates.iter().find(|(own, _)| own == name).map(|(_, text)| text.as_str());
    users.or_else(|| TEMPLATES.iter().find(|template| template.name == name).map(|template| template.text))
}
