//! Blocks of the body: headings, paragraphs, lists; tables have a file of their own.

use super::format::{Format, Indent};
use super::part::{Face, Part};
use super::{picture, style, table};
use crate::document::{Block, Heading, Inline, List, Paragraph};
use crate::writers::paper::DEEPEST;
use crate::writers::run_in_mark;

/// Where blocks stand.
#[derive(Clone, Copy)]
pub(super) struct Setting {
    /// The style of their paragraphs.
    pub style: &'static str,
    /// How deep in lists; 0 outside, and in the outermost one, whose items are set like paragraphs.
    pub depth: u32,
    /// The last line stands on the page of what follows: a signature is never alone.
    pub keep_last: bool,
}

impl Setting {
    /// Blocks of a text in paragraphs of `style`.
    pub const fn of(style: &'static str) -> Self {
        Self { style, depth: 0, keep_last: false }
    }

    /// A paragraph here. Widow control is off in the body, whose pages hold 22 lines each; the last paragraph needs
    /// it, or a single line would go with the signature.
    fn format(self, is_last: bool) -> Format {
        let keeps = is_last && self.keep_last;
        Format { keep_next: keeps, widow_control: keeps, indent: self.indent(), ..Format::of(self.style) }
    }

    fn indent(self) -> Indent {
        Indent { left: (self.depth > 0).then(|| self.depth.min(DEEPEST) * 200), ..Indent::default() }
    }
}

/// Writes blocks; `opening` stands before the text of the first.
pub(super) fn write(part: &mut Part, blocks: &[Block], setting: Setting, opening: &Opening) {
    let plain = Opening::None;
    for (index, block) in blocks.iter().enumerate() {
        let is_last = index + 1 == blocks.len();
        let opening = if index == 0 { opening } else { &plain };
        let setting = Setting { keep_last: setting.keep_last && is_last, ..setting };
        match block {
            Block::Heading(heading) => {
                opening.write_alone(part, setting);
                write_heading(part, heading);
            }
            Block::Paragraph(paragraph) => write_paragraph(part, paragraph, &setting.format(is_last), opening),
            Block::List(list) => {
                opening.write_alone(part, setting);
                write_list(part, list, setting);
            }
            Block::Table(table) => {
                opening.write_alone(part, setting);
                table::write(part, table, setting.keep_last);
            }
            Block::Picture(picture) => {
                opening.write_alone(part, setting);
                picture::write(part, picture, setting.keep_last);
            }
        }
    }
    if blocks.is_empty() {
        opening.write_alone(part, setting);
    }
}

/// What stands before a text: the mark of a list item, the number of a footnote.
pub(super) enum Opening {
    None,
    Text(String),
    FootnoteNumber,
}

impl Opening {
    fn write(&self, part: &mut Part) {
        match self {
            Self::None => {}
            Self::Text(text) => part.text(text, Face::default()),
            Self::FootnoteNumber => {
                part.footnote_number();
                part.text(" ", Face::default());
            }
        }
    }

    /// Writes it in a paragraph of its own, where no paragraph follows that could take it.
    fn write_alone(&self, part: &mut Part, setting: Setting) {
        if !matches!(self, Self::None) {
            part.paragraph(&setting.format(false), |part| self.write(part));
        }
    }
}

/// A heading on a line of its own, its number typed: a number of Word's lists is lost when pasted.
fn write_heading(part: &mut Part, heading: &Heading) {
    part.paragraph(&Format::of(style::heading(heading.level)), |part| {
        part.text(&heading.number, Face::default());
        part.inlines(&heading.content, Face::default());
    });
}

fn write_paragraph(part: &mut Part, paragraph: &Paragraph, format: &Format, opening: &Opening) {
    part.paragraph(format, |part| {
        opening.write(part);
        if let Some(heading) = &paragraph.heading {
            write_run_in(part, heading);
        }
        part.inlines(&paragraph.content, Face::default());
    });
}

/// A heading that opens its paragraph, in the face of its level.
fn write_run_in(part: &mut Part, heading: &Heading) {
    let face = Face::of(style::run_in(heading.level));
    part.text(&heading.number, face);
    part.inlines(&heading.content, face);
    part.text(run_in_mark(&crate::document::plain(&heading.content)), face);
}

/// A list as paragraphs with typed marks.
fn write_list(part: &mut Part, list: &List, setting: Setting) {
    for (index, item) in list.items.iter().enumerate() {
        let mark = match list.start {
            Some(start) => format!("{}. ", start.saturating_add(index as u64)),
            None => "• ".to_owned(),
        };
        let keep_last = setting.keep_last && index + 1 == list.items.len();
        write_item(part, item, Setting { keep_last, ..setting }, mark);
    }
}

/// An item; what it holds below its first block is one step in.
fn write_item(part: &mut Part, item: &[Block], setting: Setting, mark: String) {
    let deeper = Setting { depth: setting.depth + 1, ..setting };
    let (first, rest) = item.split_at(item.len().min(1));
    let first_setting = Setting { keep_last: setting.keep_last && rest.is_empty(), ..setting };
    write(part, first, first_setting, &Opening::Text(mark));
    write(part, rest, deeper, &Opening::None);
}

/// Writes a line whose inlines stand between `before` and `after`.
pub(super) fn write_framed(part: &mut Part, format: &Format, before: &str, content: &[Inline], after: &str) {
    part.paragraph(format, |part| {
        part.text(before, Face::default());
        part.inlines(content, Face::default());
        part.text(after, Face::default());
    });
}
