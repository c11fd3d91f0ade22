//! A document as the stretches of text a reader meets one after another, each as plain text.

use super::{Block, Document, Heading, Line, PlainText, Role};
use crate::map::Map;
use crate::place::Place;

/// What a passage is on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    Title,
    Stage,
    Number,
    Occasion,
    Speaker,
    Addressee,
    /// A heading on a line of its own; a run-in one opens its paragraph.
    Heading,
    Paragraph(Role),
    /// A paragraph in an item of a list.
    Item,
    /// A caption of a table or a picture, or the cell of a table.
    Cell,
    Signature,
    Date,
    Postscript,
    Copies,
    AnnexTitle,
    Note,
}

/// Which passage it is: the index of the edition, and its own in that.
pub type Address = (usize, usize);

/// A stretch of text: a line of the frame, a heading, a paragraph, an item, a cell.
#[derive(Clone, Debug)]
pub struct Passage<'d> {
    pub plain: PlainText,
    pub kind: Kind,
    /// Ids of the parts that the sections around it fulfil, the outermost section first.
    pub parts: Vec<&'d str>,
    /// The heading it stands under, counted from 1 over the document, run-in ones too; 0 before the first.
    pub section: usize,
    /// The passage before it, of an earlier edition or its own, that has the same text from the same place.
    pub repeats: Option<Address>,
}

impl Passage<'_> {
    /// Whether it is running text of the report: a paragraph, an item, a note, a heading that is a whole sentence.
    pub fn is_prose(&self) -> bool {
        match self.kind {
            Kind::Paragraph(_) | Kind::Item | Kind::Note => true,
            Kind::Heading => self.plain.text.trim_end().ends_with(['。', '；', ';']),
            _ => false,
        }
    }

    /// Whether an earlier edition has the same.
    pub const fn is_repeated(&self) -> bool {
        self.repeats.is_some()
    }
}

impl Document {
    /// Every passage in the order of the page.
    pub fn passages(&self) -> Vec<Passage<'_>> {
        let mut walk = Walk::default();
        let front = [(Kind::Number, &self.number), (Kind::Stage, &self.stage), (Kind::Occasion, &self.occasion)];
        walk.lines(Kind::Title, &self.title);
        front.into_iter().for_each(|(kind, line)| walk.lines(kind, line));
        walk.lines(Kind::Speaker, &self.speaker);
        walk.lines(Kind::Addressee, &self.addressee);
        walk.blocks(&self.body, None);
        walk.leave();
        walk.lines(Kind::Signature, &self.signature);
        walk.lines(Kind::Date, &self.date);
        walk.lines(Kind::Postscript, &self.postscript);
        walk.lines(Kind::Copies, &self.copies);
        for annex in &self.annexes {
            walk.lines(Kind::AnnexTitle, [&annex.title]);
            walk.blocks(&annex.body, None);
            walk.leave();
        }
        self.notes.iter().for_each(|note| walk.blocks(&note.body, Some(Kind::Note)));
        walk.passages
    }
}

/// The passages of every edition, a list each; what an earlier edition says at the same place is marked.
pub fn of_editions<'d>(documents: impl Iterator<Item = &'d Document>) -> Vec<Vec<Passage<'d>>> {
    let mut editions: Vec<Vec<Passage>> = documents.map(Document::passages).collect();
    if editions.len() > 1 {
        let mut met: Map<(Kind, Option<Place>), Vec<Address>> = Map::default();
        for edition in 0..editions.len() {
            for index in 0..editions[edition].len() {
                let passage = &editions[edition][index];
                let at = passage.plain.locate(0..passage.plain.text.len()).place();
                let there = met.entry((passage.kind, at)).or_default();
                let is_same = |(edition, index): &&Address| {
                    let earlier: &Passage = &editions[*edition][*index];
                    earlier.plain.text == passage.plain.text
                };
                let repeats = there.iter().find(is_same).copied();
                if repeats.is_none() {
                    there.push((edition, index));
                }
                editions[edition][index].repeats = repeats;
            }
        }
    }
    editions
}

/// What `read` makes of every passage of every edition: of one that an earlier edition has, the same again.
pub fn read_each<T: Clone>(editions: &[Vec<Passage>], read: impl Fn(&Passage) -> T) -> Vec<Vec<T>> {
    let mut all: Vec<Vec<T>> = Vec::with_capacity(editions.len());
    for passages in editions {
        let mut here: Vec<T> = Vec::with_capacity(passages.len());
        for passage in passages {
            here.push(match passage.repeats {
                Some((edition, earlier)) => all.get(edition).unwrap_or(&here)[earlier].clone(),
                None => read(passage),
            });
        }
        all.push(here);
    }
    all
}

#[derive(Default)]
struct Walk<'d> {
    passages: Vec<Passage<'d>>,
    /// The headings around: level and parts.
    around: Vec<(u8, &'d [String])>,
    section: usize,
}

impl<'d> Walk<'d> {
    fn push(&mut self, kind: Kind, plain: PlainText) {
        if plain.text.is_empty() {
            return;
        }
        let parts = self.around.iter().flat_map(|(_, parts)| parts.iter().map(String::as_str)).collect();
        self.passages.push(Passage { plain, kind, parts, section: self.section, repeats: None });
    }

    fn lines(&mut self, kind: Kind, lines: impl IntoIterator<Item = &'d Line>) {
        lines.into_iter().for_each(|line| self.push(kind, PlainText::of(&line.content)));
    }

    /// Goes in under a heading.
    fn enter(&mut self, heading: &'d Heading) {
        self.around.retain(|(level, _)| *level < heading.level);
        self.around.push((heading.level, &heading.parts));
        self.section += 1;
    }

    /// Leaves all headings: what follows belongs to none.
    fn leave(&mut self) {
        self.around.clear();
        self.section += 1;
    }

    /// Walks blocks; `kind` is what their paragraphs are where they are not those of the body.
    fn blocks(&mut self, blocks: &'d [Block], kind: Option<Kind>) {
        for block in blocks {
            match block {
                Block::Heading(heading) => {
                    self.enter(heading);
                    self.push(Kind::Heading, PlainText::of(&heading.content));
                }
                Block::Paragraph(paragraph) => {
                    if paragraph.role == Role::Closing {
                        self.leave();
                    }
                    if let Some(heading) = &paragraph.heading {
                        self.enter(heading);
                    }
                    let kind = kind.unwrap_or(Kind::Paragraph(paragraph.role));
                    self.push(kind, PlainText::of_paragraph(paragraph));
                }
                Block::List(list) => {
                    list.items.iter().for_each(|item| self.blocks(item, Some(kind.unwrap_or(Kind::Item))));
                }
                Block::Table(table) => {
                    let cells = table.head.iter().chain(table.rows.iter().flatten());
                    let all = std::iter::once(&table.caption).chain(cells);
                    all.for_each(|cell| self.push(Kind::Cell, PlainText::of(cell)));
                }
                Block::Picture(picture) => self.push(Kind::Cell, PlainText::of(&picture.caption)),
            }
        }
    }
}
