//! A part with text in it: paragraphs and runs, the links and footnote marks they hold.

use super::chart::ChartPart;
use super::format::Format;
use super::house::{self, House, Section};
use super::link::Links;
use super::picture::Images;
use super::xml::Xml;
use super::{style, table};
use crate::document::redline::Change;
use crate::document::{Inline, Style};
use crate::writers::push_printable;

/// The document itself, or its footnotes.
pub(super) struct Part {
    pub xml: Xml,
    pub links: Links,
    /// For each note whether its mark stands already; empty where no mark may stand (in a note).
    pub marked: Vec<bool>,
    pub house: House,
    /// The charts that stand in it, in their order.
    pub charts: Vec<ChartPart>,
    pub images: Images,
    /// How many charts and pictures stand in it.
    drawings: usize,
    /// A table came last: two tables that touch become one in Word, and a part may not end with one.
    pub ends_with_table: bool,
    /// Text not yet written, so that what was pieced together from several runs is one in Word.
    pending: String,
    face: Face,
    /// Where the properties of the last paragraph end in the XML.
    properties_end: usize,
}

/// How a run looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Face {
    /// The character style.
    pub style: Option<&'static str>,
    pub strong: bool,
    /// Yellow, as what is still to be filled.
    pub highlight: bool,
    /// What became of it between two reports.
    pub change: Option<Change>,
    /// Where it is not black.
    pub colour: Option<&'static str>,
    /// In half points, where the style does not say.
    pub size: Option<u32>,
}

impl Part {
    /// A part that opens with `head`, of a document with `notes` notes whose marks may stand in it.
    pub fn new(head: &'static str, house: House, notes: usize) -> Self {
        Self {
            xml: Xml::new(head),
            links: Links::default(),
            marked: vec![false; notes],
            house,
            charts: Vec::new(),
            images: Images::default(),
            drawings: 0,
            ends_with_table: false,
            pending: String::new(),
            face: Face::default(),
            properties_end: 0,
        }
    }

    /// A paragraph.
    pub fn paragraph(&mut self, format: &Format, write: impl FnOnce(&mut Self)) {
        self.xml.open("w:p", &[]);
        self.properties_end = format.write(&mut self.xml);
        write(self);
        self.flush();
        self.xml.close("w:p");
        self.ends_with_table = false;
    }

    /// The number of the next chart or picture, which no other has.
    pub fn drawing(&mut self) -> String {
        self.drawings += 1;
        self.drawings.to_string()
    }

    /// Ends a section of the text with the last paragraph; an empty one for it might begin a page.
    pub fn end_section(&mut self, style: &Style) {
        if self.ends_with_table {
            table::write_spacer(self);
        }
        let mut section = Xml::new("");
        house::write_section(&mut section, style, self.house.grid.as_ref(), Section::Text);
        self.xml.insert(self.properties_end, &section.finish());
    }

    /// A paragraph of inlines.
    pub fn line(&mut self, format: &Format, content: &[Inline]) {
        self.paragraph(format, |part| part.inlines(content, Face::default()));
    }

    /// A paragraph of text.
    pub fn text_line(&mut self, format: &Format, text: &str) {
        self.paragraph(format, |part| part.text(text, Face::default()));
    }

    /// Writes a line in a face.
    pub fn inlines(&mut self, content: &[Inline], face: Face) {
        for inline in content {
            match inline {
                Inline::Text(run) => self.text(&run.text, face),
                Inline::Strong { content } => self.inlines(content, Face { strong: true, ..face }),
                Inline::Emphasis { content } => {
                    self.inlines(content, Face { style: Some(style::EMPHASIS), ..face });
                }
                Inline::Link { href, content } => self.link(href, content, face),
                Inline::Note { index } => self.note(*index, face),
                Inline::Break => self.control('\n', face),
                Inline::Unfilled { .. } => {
                    let text = crate::document::plain(std::slice::from_ref(inline));
                    self.text(&text, Face { highlight: true, ..face });
                }
            }
        }
    }

    /// Text as typed: characters a page cannot hold go, line ends and tabs are blanks.
    pub fn text(&mut self, text: &str, face: Face) {
        self.turn(face);
        push_printable(&mut self.pending, text);
    }

    /// A line break `\n` or a tab `\t`.
    pub fn control(&mut self, control: char, face: Face) {
        self.turn(face);
        self.pending.push(control);
    }

    fn turn(&mut self, face: Face) {
        if face != self.face {
            self.flush();
            self.face = face;
        }
    }

    fn link(&mut self, href: &str, content: &[Inline], face: Face) {
        let Some(id) = self.links.id(href) else { return self.inlines(content, face) };
        self.flush();
        self.xml.open("w:hyperlink", &[("r:id", &id), ("w:history", "1")]);
        self.link_text(content, Face { style: Some(style::HYPERLINK), ..face });
        self.flush();
        self.xml.close("w:hyperlink");
    }

    /// The inlines of a link; one inside another is text, Word knows no nested ones.
    fn link_text(&mut self, content: &[Inline], face: Face) {
        for inline in content {
            match inline {
                Inline::Link { content, .. } => self.link_text(content, face),
                other => self.inlines(std::slice::from_ref(other), face),
            }
        }
    }

    /// The mark of a footnote. Word wants each note marked once, and none in a note: the others are a raised number.
    fn note(&mut self, index: usize, face: Face) {
        let number = (index + 1).to_string();
        match self.marked.get_mut(index) {
            Some(marked) if !*marked => {
                *marked = true;
                self.flush();
                self.xml.open("w:r", &[]);
                self.xml.raw(FOOTNOTE_FACE);
                self.xml.empty("w:footnoteReference", &[("w:id", &number)]);
                self.xml.close("w:r");
            }
            _ => self.text(&number, Face { style: Some(style::FOOTNOTE_REFERENCE), ..face }),
        }
    }

    /// The number a footnote opens with.
    pub fn footnote_number(&mut self) {
        self.flush();
        self.xml.open("w:r", &[]);
        self.xml.raw(FOOTNOTE_FACE);
        self.xml.empty("w:footnoteRef", &[]);
        self.xml.close("w:r");
    }

    /// Writes the run that is pending.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.pending);
        if text.is_empty() {
            return;
        }
        self.xml.open("w:r", &[]);
        self.face.write(&mut self.xml, &self.house, text.contains(is_ambiguous));
        let mut rest = text.as_str();
        while let Some(at) = rest.find(['\n', '\t']) {
            self.piece(&rest[..at]);
            self.xml.empty(if rest.as_bytes()[at] == b'\n' { "w:br" } else { "w:tab" }, &[]);
            rest = &rest[at + 1..];
        }
        self.piece(rest);
        self.xml.close("w:r");
    }

    fn piece(&mut self, text: &str) {
        let has_blank = |text: &str| text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
        if has_blank(text) || text.contains("  ") {
            self.xml.leaf("w:t", &[("xml:space", "preserve")], text);
        } else if !text.is_empty() {
            self.xml.leaf("w:t", &[], text);
        }
    }
}

impl Face {
    /// The face of a character style.
    pub fn of(style: &'static str) -> Self {
        Self { style: Some(style), ..Self::default() }
    }

    /// Writes `w:rPr`, in the order of the schema. The hint tells Word that “”‘’…— are Chinese marks here, which it
    /// would else take from the Western font: half as wide, and straight.
    fn write(self, xml: &mut Xml, house: &House, is_east_asian: bool) {
        if self == Self::default() && !is_east_asian {
            return;
        }
        xml.open("w:rPr", &[]);
        if let Some(style) = self.style {
            xml.empty("w:rStyle", &[("w:val", style)]);
        }
        self.write_fonts(xml, house, is_east_asian);
        if self.strong {
            xml.empty("w:b", &[]);
        }
        if self.change == Some(Change::Deleted) {
            xml.empty("w:strike", &[]);
        }
        if let Some(color) = self.color() {
            xml.empty("w:color", &[("w:val", color)]);
        }
        if let Some(size) = self.size {
            let size = size.to_string();
            xml.empty("w:sz", &[("w:val", &size)]);
            xml.empty("w:szCs", &[("w:val", &size)]);
        }
        if self.highlight {
            xml.empty("w:highlight", &[("w:val", "yellow")]);
        }
        if self.change == Some(Change::Inserted) {
            xml.empty("w:u", &[("w:val", "single")]);
        }
        xml.close("w:rPr");
    }

    /// Red for what was deleted, blue for what was inserted.
    const fn color(self) -> Option<&'static str> {
        match self.change {
            Some(Change::Deleted) => Some("C00000"),
            Some(Change::Inserted) => Some("0000FF"),
            _ => self.colour,
        }
    }

    /// The font of a run-in heading is said here too: OA systems drop character styles of what is pasted.
    fn write_fonts(self, xml: &mut Xml, house: &House, is_east_asian: bool) {
        let mut attributes = Vec::new();
        if is_east_asian {
            attributes.push(("w:hint", "eastAsia"));
        }
        if let Some((western, font)) = self.style.and_then(|style| house.run_in_fonts(style)) {
            attributes.extend([("w:ascii", western), ("w:hAnsi", western), ("w:eastAsia", font)]);
        }
        if !attributes.is_empty() {
            xml.empty("w:rFonts", &attributes);
        }
    }
}

/// Whether Word needs to be told the script: marks, symbols and numbers East Asian and Western fonts both have.
fn is_ambiguous(character: char) -> bool {
    ('\u{a1}'..'\u{2e80}').contains(&character)
}

const FOOTNOTE_FACE: &str = r#"<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>"#;
