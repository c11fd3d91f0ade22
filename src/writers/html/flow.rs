//! Blocks and inlines as elements.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::document::block::Alignment;
use crate::document::{Block, Heading, Inline, List, Paragraph, Picture, Table, plain};
use crate::writers::{is_free_of, note_mark, printable, run_in_mark, unfilled};

/// How elements are dressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dress {
    /// By the styles of the page; headings have ids.
    #[default]
    Page,
    /// By a `style` of their own, for a text that is pasted into another page.
    Inline,
}

/// Inlines as phrasing content.
pub fn inlines(content: &[Inline], dress: Dress) -> String {
    let mut html = Html { out: String::new(), dress };
    html.inlines(content);
    html.out
}

/// Blocks as flow content.
pub fn blocks(blocks: &[Block], dress: Dress) -> String {
    let mut html = Html { out: String::new(), dress };
    blocks.iter().for_each(|block| html.block(block));
    html.out
}

/// The text as it grows.
struct Html {
    out: String,
    dress: Dress,
}

impl Html {
    fn push(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    fn text(&mut self, text: &str) {
        push_escaped(&mut self.out, text);
    }

    /// `<tag` with the class a page styles it by, or the style itself.
    fn open(&mut self, tag: &str, class: &str, style: &str) {
        self.out.push('<');
        self.push(tag);
        let (name, value) = match self.dress {
            Dress::Page => ("class", class),
            Dress::Inline => ("style", style),
        };
        if !value.is_empty() {
            self.push(&format!(" {name}=\"{value}\""));
        }
        self.out.push('>');
    }

    fn close(&mut self, tag: &str) {
        self.push("</");
        self.push(tag);
        self.push(">");
    }

    fn inlines(&mut self, content: &[Inline]) {
        for inline in content {
            match inline {
                Inline::Text(run) => self.text(&run.text),
                Inline::Strong { content } => self.enclosed("strong", content),
                Inline::Emphasis { content } => self.enclosed("em", content),
                Inline::Link { href, content } => {
                    self.push("<a href=\"");
                    self.text(href);
                    self.push("\">");
                    self.inlines(content);
                    self.close("a");
                }
                Inline::Note { index } => {
                    let (number, id, mark) = (index.saturating_add(1), note_reference(*index), note_mark(*index));
                    let link = format!("<a id=\"{id}\" href=\"#note-{number}\" role=\"doc-noteref\">{mark}</a>");
                    self.push(&format!("<sup>{link}</sup>"));
                }
                Inline::Break => self.push("<br>"),
                Inline::Unfilled { name, .. } => {
                    self.push("<mark>");
                    self.text(&unfilled(name));
                    self.close("mark");
                }
            }
        }
    }

    fn enclosed(&mut self, tag: &str, content: &[Inline]) {
        self.open(tag, "", "");
        self.inlines(content);
        self.close(tag);
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::List(list) => self.list(list),
            Block::Table(table) => self.table(table),
            Block::Picture(picture) => self.picture(picture),
        }
        self.push("\n");
    }

    fn heading(&mut self, heading: &Heading) {
        let tag = format!("h{}", usize::from(heading.level).clamp(1, 5) + 1);
        match self.dress {
            Dress::Page => self.push(&format!("<{tag} id=\"{}\">", escape(&heading.id))),
            Dress::Inline => self.open(&tag, "", heading_style(heading.level)),
        }
        self.numbered(heading);
        self.close(&tag);
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        match (&paragraph.heading, self.dress) {
            (Some(heading), Dress::Page) => self.push(&format!("<p id=\"{}\">", escape(&heading.id))),
            _ => self.open("p", "", PARAGRAPH_STYLE),
        }
        if let Some(heading) = &paragraph.heading {
            let class = format!("run-in level-{}", heading.level.clamp(1, 5));
            self.open("strong", &class, "");
            self.numbered(heading);
            self.push(run_in_mark(&plain(&heading.content)));
            self.close("strong");
        }
        self.inlines(&paragraph.content);
        self.close("p");
    }

    fn numbered(&mut self, heading: &Heading) {
        self.text(&heading.number);
        self.inlines(&heading.content);
    }

    fn list(&mut self, list: &List) {
        let tag = if list.start.is_some() { "ol" } else { "ul" };
        match list.start {
            Some(start) if start != 1 => self.push(&format!("<ol start=\"{start}\">\n")),
            _ => self.push(&format!("<{tag}>\n")),
        }
        for item in &list.items {
            self.push("<li>");
            match item.as_slice() {
                [Block::Paragraph(paragraph)] if paragraph.heading.is_none() => self.inlines(&paragraph.content),
                blocks => blocks.iter().for_each(|block| self.block(block)),
            }
            self.push("</li>\n");
        }
        self.close(tag);
    }

    fn table(&mut self, table: &Table) {
        // The frame scrolls by itself where a table is wider than the screen; it can be reached by keyboard.
        let name = if table.caption.is_empty() { "表格".to_owned() } else { escape(&plain(&table.caption)) };
        self.push(&match self.dress {
            Dress::Page => format!("<div class=\"table\" role=\"region\" aria-label=\"{name}\" tabindex=\"0\">"),
            Dress::Inline => "<div style=\"overflow-x:auto\">".to_owned(),
        });
        self.open("table", "", "width:100%;border-collapse:collapse");
        if !table.caption.is_empty() {
            self.enclosed("caption", &table.caption);
        }
        self.push("\n<thead><tr>");
        for (column, cell) in table.head.iter().enumerate() {
            self.cell("th", " scope=\"col\"", table.alignments.get(column), cell);
        }
        self.push("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            self.push("<tr>");
            for (column, cell) in row.iter().enumerate() {
                let names = table.names_rows && column == 0;
                let (tag, scope) = if names { ("th", " scope=\"row\"") } else { ("td", "") };
                self.cell(tag, scope, table.alignments.get(column), cell);
            }
            self.push("</tr>\n");
        }
        self.push("</tbody></table></div>");
    }

    /// A picture is in the page itself: nothing is fetched where it is read.
    fn picture(&mut self, picture: &Picture) {
        self.open("figure", "picture", "margin:1em 0;text-align:center");
        if let Some(image) = &picture.image {
            let style = if self.dress == Dress::Inline { " style=\"max-width:100%;height:auto\"" } else { "" };
            let (width, height, kind) = (image.width(), image.height(), image.kind().mime());
            self.push(&format!("<img{style} width=\"{width}\" height=\"{height}\" alt=\""));
            self.text(&picture.words());
            self.push(&format!("\" src=\"data:{kind};base64,"));
            STANDARD.encode_string(image.bytes(), &mut self.out);
            self.push("\">");
        }
        if !picture.caption.is_empty() {
            self.open("figcaption", "", "line-height:2");
            self.inlines(&picture.caption);
            self.close("figcaption");
        }
        self.close("figure");
    }

    fn cell(&mut self, tag: &str, attributes: &str, alignment: Option<&Alignment>, cell: &[Inline]) {
        let alignment = match alignment {
            Some(Alignment::Left) => "text-align:left",
            Some(Alignment::Center) => "text-align:center",
            Some(Alignment::Right) => "text-align:right",
            Some(Alignment::None) | None => "",
        };
        let border = if self.dress == Dress::Inline { "border:1px solid #999;padding:.3em .6em;" } else { "" };
        let style = format!("{border}{alignment}");
        let style = if style.is_empty() { style } else { format!(" style=\"{style}\"") };
        self.push(&format!("<{tag}{attributes}{style}>"));
        self.inlines(cell);
        self.close(tag);
    }
}

/// A paragraph that is pasted: two characters of indent.
const PARAGRAPH_STYLE: &str = "margin:0;line-height:2;text-indent:2em";

/// A heading that is pasted: 黑体 for 一、, 楷体 for （一）, the text's own face below.
fn heading_style(level: u8) -> &'static str {
    match level {
        0 | 1 => "margin:1em 0 0;font-family:SimHei,黑体,sans-serif;font-size:1.1em;line-height:2;text-indent:2em",
        2 => "margin:0;font-family:KaiTi,楷体,serif;font-size:1em;line-height:2;text-indent:2em",
        _ => "margin:0;font-size:1em;line-height:2;text-indent:2em",
    }
}

fn note_reference(index: usize) -> String {
    format!("note-{}-mark", index.saturating_add(1))
}

/// Text for content and attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    push_escaped(&mut out, text);
    out
}

/// Adds text for content and attributes.
pub fn push_escaped(out: &mut String, text: &str) {
    let is_quote = |byte: u8| (byte == b'"') | (byte == b'\'');
    if is_free_of(text, |byte| (byte == b'&') | (byte == b'<') | (byte == b'>') | is_quote(byte)) {
        return out.push_str(text);
    }
    let mut rest = text;
    while let Some(at) = rest.find(|c| matches!(c, '&' | '<' | '>' | '"' | '\'') || printable(c) != Some(c)) {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let mut characters = from.chars();
        match characters.next() {
            Some('&') => out.push_str("&amp;"),
            Some('<') => out.push_str("&lt;"),
            Some('>') => out.push_str("&gt;"),
            Some('"') => out.push_str("&quot;"),
            Some('\'') => out.push_str("&#39;"),
            other => out.extend(other.and_then(printable)),
        }
        rest = characters.as_str();
    }
    out.push_str(rest);
}
