//! CommonMark that any renderer shows right: no raw HTML, no literal `**`, everything typed shown as typed.

use super::{Options, Output, note_mark, printable, run_in_mark, template, unfilled};
use crate::document::block::Alignment;
use crate::document::{Block, Document, Heading, Inline, List, Paragraph, Table};
use crate::message::Message;

/// Writes the report as Markdown by the template `report.md`.
pub fn write(document: &Document, options: &Options) -> Result<Output, Message> {
    let rendered = template::render("report.md", document, options)?;
    Ok(options.output(single_blank_lines(&rendered)))
}

/// The text with one blank line where a template left several, none at its start and one line end at its end.
fn single_blank_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() {
            blank = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut blank) {
            out.push('\n');
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

/// Blocks as CommonMark, tables as GFM, a blank line between two.
pub fn blocks(blocks: &[Block]) -> String {
    nested(blocks, false)
}

/// Blocks in an item of a list with the other marker than `other_marker` says.
fn nested(blocks: &[Block], other_marker: bool) -> String {
    let mut out = String::new();
    let mut beside_list = false;
    for block in blocks {
        let written = match block {
            Block::Heading(heading) => heading_line(heading),
            Block::Paragraph(paragraph) => self::paragraph(paragraph),
            // Two lists in a row would be read as one: the second takes the other marker.
            Block::List(list) => self::list(list, other_marker != beside_list),
            Block::Table(table) => self::table(table),
        };
        if written.is_empty() {
            continue;
        }
        beside_list = matches!(block, Block::List(_)) && !beside_list;
        if !out.is_empty() {
            out.push_str("\n\n");
        }
        out.push_str(&written);
    }
    out
}

/// The content of a line, safe at the start of one.
pub fn inlines(content: &[Inline]) -> String {
    Line::new(Kind::Paragraph).with(content, Style::default()).finish()
}

/// A text without markup, safe at the start of a line.
pub fn escape(text: &str) -> String {
    let mut line = Line::new(Kind::Paragraph);
    line.text(text, Style::default());
    line.finish()
}

fn heading_line(heading: &Heading) -> String {
    let mut line = Line::new(Kind::Single);
    line.text(&heading.number, Style::default());
    let text = line.with(&heading.content, Style::default()).finish();
    let marks = usize::from(heading.level).clamp(1, 5) + 1;
    format!("{} {text}", "#".repeat(marks))
}

fn paragraph(paragraph: &Paragraph) -> String {
    let mut line = Line::new(Kind::Paragraph);
    if let Some(heading) = &paragraph.heading {
        let bold = Style { strong: true, ..Style::default() };
        line.text(&heading.number, bold);
        line = line.with(&heading.content, bold);
        let mark = run_in_mark(&crate::document::plain(&heading.content));
        line.text(mark, Style::default());
    }
    line.with(&paragraph.content, Style::default()).finish()
}

fn list(list: &List, other_marker: bool) -> String {
    let mut out = String::new();
    for (index, item) in list.items.iter().enumerate() {
        let marker = match list.start {
            // CommonMark reads nine digits; a longer number would be text.
            Some(start) => {
                let number = start.saturating_add(index as u64).min(999_999_999);
                format!("{number}{} ", if other_marker { ')' } else { '.' })
            }
            None => format!("{} ", if other_marker { '*' } else { '-' }),
        };
        let indent = " ".repeat(marker.len());
        if !out.is_empty() {
            out.push('\n');
        }
        let before = out.len();
        // Inside, markers change: `- - -` would be a rule.
        for (number, line) in nested(item, !other_marker).lines().enumerate() {
            if number > 0 {
                out.push('\n');
            }
            if !line.is_empty() {
                out.push_str(if number == 0 { &marker } else { &indent });
                out.push_str(line);
            }
        }
        if out.len() == before {
            out.push_str(marker.trim_end());
        }
    }
    out
}

fn table(table: &Table) -> String {
    let mut out = inlines(&table.caption);
    if !out.is_empty() {
        out.push_str("\n\n");
    }
    row(&mut out, &table.head);
    out.push_str("\n|");
    for column in 0..table.head.len() {
        out.push_str(match table.alignments.get(column).copied().unwrap_or_default() {
            Alignment::None => " --- |",
            Alignment::Left => " :--- |",
            Alignment::Center => " :---: |",
            Alignment::Right => " ---: |",
        });
    }
    for cells in &table.rows {
        out.push('\n');
        row(&mut out, cells);
    }
    out
}

fn row(out: &mut String, cells: &[Vec<Inline>]) {
    out.push('|');
    for cell in cells {
        out.push(' ');
        out.push_str(&Line::new(Kind::Single).with(cell, Style::default()).finish());
        out.push_str(" |");
    }
}

/// Where a line stands.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// May break, and what begins a block must not begin it.
    Paragraph,
    /// A heading or a cell: one line, after a mark of ours.
    Single,
}

/// How a character is set.
#[derive(Clone, Copy, Default, PartialEq)]
struct Style {
    strong: bool,
    emphasis: bool,
    /// The place of its address in [`Line::links`], from 1; 0 is no link. Small, since every character has a style.
    link: u16,
}

/// A line as styled characters: nesting is gone, so that delimiters can be placed where CommonMark reads them.
struct Line<'a> {
    kind: Kind,
    characters: Vec<(char, Style)>,
    links: Vec<&'a str>,
    /// Whether any character has a style: most lines have none and are written straight away.
    styled: bool,
}

/// A line break among the characters of a [`Line`].
const BREAK: char = '\n';

impl<'a> Line<'a> {
    fn new(kind: Kind) -> Self {
        Self { kind, characters: Vec::new(), links: Vec::new(), styled: false }
    }

    fn text(&mut self, text: &str, style: Style) {
        self.styled |= style != Style::default();
        self.characters.reserve(text.len() / '法'.len_utf8());
        self.characters.extend(text.chars().filter_map(printable).map(|c| (c, style)));
    }

    fn line_break(&mut self, style: Style) {
        self.styled |= style != Style::default();
        self.characters.push((BREAK, style));
    }

    fn with(mut self, content: &'a [Inline], style: Style) -> Self {
        self.push(content, style);
        self
    }

    fn push(&mut self, content: &'a [Inline], style: Style) {
        for inline in content {
            match inline {
                Inline::Text(run) => self.text(&run.text, style),
                Inline::Strong { content } => self.push(content, Style { strong: true, ..style }),
                Inline::Emphasis { content } => self.push(content, Style { emphasis: true, ..style }),
                Inline::Link { href, content } => {
                    self.links.push(href);
                    let link = u16::try_from(self.links.len()).unwrap_or_default();
                    self.push(content, Style { link, ..style });
                }
                Inline::Note { index } => self.text(&note_mark(*index), style),
                Inline::Break if self.kind == Kind::Paragraph => self.line_break(style),
                Inline::Break => self.text(" ", style),
                Inline::Unfilled { name, .. } => self.text(&unfilled(name), style),
            }
        }
    }

    /// The line as CommonMark.
    fn finish(mut self) -> String {
        self.trim();
        if self.styled {
            self.settle(|style| &mut style.strong, |a, b| a.link == b.link);
            self.settle(|style| &mut style.emphasis, |a, b| a.link == b.link && a.strong == b.strong);
            self.part_from_bold();
            self.part_emphasis();
        }
        let mut out = String::with_capacity(self.characters.len() * 3);
        let mut before = Style::default();
        for (index, &(c, style)) in self.characters.iter().enumerate() {
            if style != before {
                self.change(&mut out, before, style);
                before = style;
            }
            self.character(&mut out, index, c);
        }
        self.change(&mut out, before, Style::default());
        out
    }

    /// Drops blanks at both ends and around breaks: no renderer shows them, and four would be code.
    fn trim(&mut self) {
        let mut kept = 0;
        for index in 0..self.characters.len() {
            let (c, style) = self.characters[index];
            let last = |kept: usize| kept.checked_sub(1).map(|last| self.characters[last].0);
            while c == BREAK && last(kept).is_some_and(|last| last != BREAK && last.is_whitespace()) {
                kept -= 1;
            }
            if !(c.is_whitespace() && last(kept).is_none_or(|last| last == BREAK)) {
                self.characters[kept] = (c, style);
                kept += 1;
            }
        }
        self.characters.truncate(kept);
        while self.characters.last().is_some_and(|(last, _)| last.is_whitespace()) {
            self.characters.pop();
        }
        // A break at the edge of a link stands outside it: before `]` the backslash would be one.
        for index in 0..self.characters.len() {
            let link = |at: Option<usize>| at.and_then(|at| self.characters.get(at)).map(|(_, style)| style.link);
            if self.characters[index].0 == BREAK && link(index.checked_sub(1)) != link(Some(index + 1)) {
                self.characters[index].1.link = 0;
            }
        }
    }

    /// Moves blanks and punctuation at the edge of a stretch out of it where its delimiter would not be read: CommonMark
    /// wants `**` before 《 to follow a blank or punctuation, and Chinese has none there (`实施《**行政复议法**》的`).
    fn settle(&mut self, flag: fn(&mut Style) -> &mut bool, joined: fn(Style, Style) -> bool) {
        let is_set = |characters: &mut [(char, Style)], index: usize| *flag(&mut characters[index].1);
        let mut start = 0;
        while start < self.characters.len() {
            if !is_set(&mut self.characters, start) {
                start += 1;
                continue;
            }
            let mut end = start + 1;
            while end < self.characters.len()
                && is_set(&mut self.characters, end)
                && joined(self.characters[end - 1].1, self.characters[end].1)
            {
                end += 1;
            }
            let stretch = end;
            while start < end && !opens(self.neighbour(start, start.checked_sub(1)), self.characters[start].0) {
                *flag(&mut self.characters[start].1) = false;
                start += 1;
            }
            while start < end && !opens(self.neighbour(end - 1, Some(end)), self.characters[end - 1].0) {
                end -= 1;
                *flag(&mut self.characters[end].1) = false;
            }
            start = stretch;
        }
    }

    /// What a delimiter at `index` has on its other side: a blank at the end of the line, the bracket of a link where one
    /// begins or ends.
    fn neighbour(&self, index: usize, other: Option<usize>) -> char {
        match other.and_then(|other| self.characters.get(other)) {
            None => ' ',
            Some((_, style)) if style.link != self.characters[index].1.link => '[',
            Some((c, _)) => *c,
        }
    }

    /// Drops italics that begin or end with a bold stretch without covering it: `***甲*乙*丙***` is not read by all.
    fn part_from_bold(&mut self) {
        let bold = |a: &(char, Style), b: &(char, Style)| a.1.strong == b.1.strong && a.1.link == b.1.link;
        for stretch in self.characters.chunk_by_mut(bold).filter(|stretch| stretch[0].1.strong) {
            if stretch.iter().all(|(_, style)| style.emphasis) {
                continue;
            }
            stretch.iter_mut().take_while(|(_, style)| style.emphasis).for_each(|(_, style)| style.emphasis = false);
            stretch
                .iter_mut()
                .rev()
                .take_while(|(_, style)| style.emphasis)
                .for_each(|(_, style)| style.emphasis = false);
        }
    }

    /// Drops italics where one stretch would begin on the very place another ends: `**甲****乙***` is not read.
    fn part_emphasis(&mut self) {
        for index in 1..self.characters.len() {
            let (before, after) = (self.characters[index - 1].1, self.characters[index].1);
            let same_link = before.link == after.link;
            let ends = (before.strong && !after.strong) || (before.emphasis && before.strong != after.strong);
            let begins = (after.strong && !before.strong) || (after.emphasis && before.strong != after.strong);
            let ends = ends || (before.emphasis && !after.emphasis);
            let begins = begins || (after.emphasis && !before.emphasis);
            if !(same_link && ends && begins) {
                continue;
            }
            if after.emphasis {
                self.drop_emphasis(index..self.characters.len(), after);
            } else {
                for at in (0..index).rev() {
                    if self.characters[at].1 != before {
                        break;
                    }
                    self.characters[at].1.emphasis = false;
                }
            }
        }
    }

    fn drop_emphasis(&mut self, range: std::ops::Range<usize>, style: Style) {
        for (_, own) in &mut self.characters[range] {
            if *own != style {
                break;
            }
            own.emphasis = false;
        }
    }

    /// Closes what ends and opens what begins between two characters: links outside, bold in them, italics innermost.
    fn change(&self, out: &mut String, before: Style, after: Style) {
        let link = before.link != after.link;
        let strong = link || before.strong != after.strong;
        let emphasis = strong || before.emphasis != after.emphasis;
        if before.emphasis && emphasis {
            out.push('*');
        }
        if before.strong && strong {
            out.push_str("**");
        }
        if link && let Some(href) = usize::from(before.link).checked_sub(1).and_then(|link| self.links.get(link)) {
            out.push_str("](");
            destination(out, href);
            out.push(')');
        }
        if link && after.link > 0 {
            out.push('[');
        }
        if after.strong && strong {
            out.push_str("**");
        }
        if after.emphasis && emphasis {
            out.push('*');
        }
    }

    fn character(&self, out: &mut String, index: usize, c: char) {
        if c == BREAK {
            out.push_str("\\\n");
            return;
        }
        if escaped_anywhere(c) || (self.kind == Kind::Paragraph && self.begins_block(index, c)) {
            out.push('\\');
        }
        out.push(c);
    }

    /// Whether `c` would begin a block where it stands, or end the number that begins a list.
    fn begins_block(&self, index: usize, c: char) -> bool {
        // A delimiter at the start of the line keeps what follows it from beginning a block.
        let line_start = |index: usize| match index.checked_sub(1) {
            None => self.characters[index].1 == Style::default(),
            Some(before) => self.characters[before].0 == BREAK && self.characters[before].1 == self.characters[index].1,
        };
        match c {
            '>' | '-' | '+' | '=' | ':' => line_start(index),
            '.' | ')' => {
                let mut at = index;
                while at > 0 && self.characters[at - 1].0.is_ascii_digit() && index - at < 9 {
                    at -= 1;
                }
                at < index && line_start(at)
            }
            _ => false,
        }
    }
}

/// Whether a delimiter with `outer` on its outer side and `inner` on its inner side is read, from either end.
fn opens(outer: char, inner: char) -> bool {
    let blank = |c: char| c.is_whitespace();
    // Renderers differ in whether symbols are punctuation: inside, what may be is; outside, only what surely is.
    let may_be_punctuation = !inner.is_alphanumeric();
    let surely_punctuation = outer.is_ascii_punctuation() || is_chinese_punctuation(outer);
    !blank(inner) && (!may_be_punctuation || blank(outer) || surely_punctuation)
}

fn is_chinese_punctuation(c: char) -> bool {
    "，。；：！？、（）《》〈〉【】〔〕［］「」『』“”‘’—…·".contains(c)
}

/// What is markup wherever it stands, in CommonMark, in GFM or in the extensions that renderers turn on unasked.
fn escaped_anywhere(c: char) -> bool {
    matches!(c, '\\' | '`' | '*' | '_' | '!' | '[' | ']' | '<' | '&' | '#' | '|' | '~' | '^' | '$' | '{' | '}')
}

/// A link destination: what would end it, or be read as markup before it, is percent-encoded.
fn destination(out: &mut String, href: &str) {
    for c in href.chars() {
        match c {
            '&' => out.push_str("\\&"),
            '\\' | '<' | '>' | '(' | ')' | '`' | '|' => out.push_str(&format!("%{:02X}", u32::from(c))),
            c if c.is_whitespace() || c.is_control() => {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    out.push_str(&format!("%{byte:02X}"));
                }
            }
            c => out.push(c),
        }
    }
}
