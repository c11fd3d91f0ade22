//! What stands around the text: title, addressee, signature, date, annexes, and what the site puts there.

mod line;
mod stamp;
mod tail;

use std::ops::Range;

use super::field::{self, Entry, Label};
use super::furniture::{is_furniture, is_furniture_within};
use super::heading;
use super::organ;
use super::piece::{Piece, Shape};
use super::title;
use crate::readers::is_blank;
use line::{
    annex_label, copies, day, is_addressee, is_closing, is_number, is_occasion, is_row_of_organs, is_site_line,
    is_site_line_within, is_speaker, is_stage, is_unknown_label, is_value, number_before_signer, tidy, title_lines,
};

/// The pieces of a manuscript told apart. Every piece is in one place only.
#[derive(Clone, Debug, Default)]
pub struct Frame {
    pub title: Vec<String>,
    pub stage: Option<String>,
    pub number: Option<String>,
    pub occasion: Option<String>,
    pub speaker: Option<String>,
    pub addressee: Option<String>,
    pub salutation: Option<String>,
    /// The text from the first paragraph to the last.
    pub body: Vec<usize>,
    pub closing: Vec<usize>,
    pub signature: Vec<String>,
    /// As it will be typed: 2022-01-10, or 2022年1月 where the day is missing.
    pub date: Option<String>,
    pub copies: Option<String>,
    pub annexes: Vec<AnnexRange>,
    /// The site's metadata block.
    pub fields: Vec<Entry>,
    /// What was taken for furniture or not understood.
    pub left_over: Vec<usize>,
}

/// The pieces of an annex.
#[derive(Clone, Debug, Default)]
pub struct AnnexRange {
    /// The pieces of its label and its title.
    heading: Vec<usize>,
    pub title: Option<String>,
    pub body: Vec<usize>,
}

impl AnnexRange {
    /// Takes its title from a piece behind its label.
    fn entitle(&mut self, piece: usize, title: Option<String>) {
        self.heading.push(piece);
        self.title = title;
    }
}

/// Tells the pieces apart.
pub fn find(pieces: &[Piece]) -> Frame {
    let mut finder = Finder { pieces, frame: Frame::default(), above: Vec::new() };
    let title = title::find(pieces);
    let start = finder.head(title);
    let end = finder.tail(start);
    finder.body(start..end);
    finder.frame.left_over.sort_unstable();
    finder.frame
}

struct Finder<'a> {
    pieces: &'a [Piece],
    frame: Frame,
    /// Names and date between title and text, which give way to those below the text.
    above: Vec<usize>,
}

impl Finder<'_> {
    fn text(&self, index: usize) -> &str {
        self.pieces[index].text()
    }

    /// Reads what stands before the text; returns where the text starts.
    fn head(&mut self, title: Option<Range<usize>>) -> usize {
        let after = match title {
            Some(title) => {
                self.furniture(0..title.start);
                self.frame.title = title.clone().flat_map(|index| title_lines(self.text(index))).collect();
                title.end
            }
            None => 0,
        };
        let mut index = after;
        while index < self.pieces.len() {
            let taken = self.head_line(index, after > 0);
            if taken == 0 {
                break;
            }
            index += taken;
        }
        index
    }

    /// Takes the lines at `index` if they stand between title and text; returns how many it took.
    fn head_line(&mut self, index: usize, has_title: bool) -> usize {
        let piece = &self.pieces[index];
        let text = piece.text().to_owned();
        let taken = self.field_lines(index);
        if taken > 0 {
            return taken;
        }
        let is_heading = heading::opening(piece).is_some_and(|opening| opening.kind != heading::Kind::Bare);
        if is_heading && !piece.hint.is_outside && !piece.hint.is_linked {
            return 0;
        }
        let bare = text.trim_matches(|c: char| is_blank(c) || "（）()—-[]【】".contains(c));
        let length = piece.length();
        match () {
            () if is_furniture(&text) || piece.hint.is_linked => self.frame.left_over.push(index),
            () if title::is_title(&text) && has_title => self.frame.left_over.push(index),
            () if let Some(day) = day(bare) => {
                self.above.extend([index]);
                self.fill(index, |frame| &mut frame.date, day);
            }
            () if field::is_moment(bare) => {
                let label = Label::Publication("published");
                self.frame.fields.push(Entry { label, name: "发布日期".to_owned(), value: bare.to_owned() });
            }
            () if has_title && let Some(entries) = field::unlabelled(&text) => self.frame.fields.extend(entries),
            () if is_number(&text) => self.fill(index, |frame| &mut frame.number, text),
            () if is_stage(bare) => self.fill(index, |frame| &mut frame.stage, bare.to_owned()),
            () if is_occasion(bare) => self.fill(index, |frame| &mut frame.occasion, bare.to_owned()),
            () if has_title && is_speaker(&text) => self.fill(index, |frame| &mut frame.speaker, text),
            () if is_addressee(&text) => {
                let addressee = text.trim_end_matches(['：', ':']).to_owned();
                match addressee.contains("各位") || addressee.ends_with("主任") {
                    true => self.fill(index, |frame| &mut frame.salutation, addressee),
                    false => self.fill(index, |frame| &mut frame.addressee, addressee),
                }
            }
            () if has_title && is_row_of_organs(&text) => {
                self.fill(index, |frame| &mut frame.addressee, tidy(&text));
            }
            () if has_title && organ::is_organ(&text) && length <= 24 => {
                self.above.push(index);
                self.frame.signature.push(tidy(&text));
            }
            () if piece.hint.is_outside || is_unknown_label(&text) => self.frame.left_over.push(index),
            () if length < 24 && !text.contains(['。', '，', '：', ':', ',']) && !piece.is_structure() => {
                // A heading without a mark opens the text; a short line before the title is the site's.
                if has_title && piece.level().is_some() {
                    return 0;
                }
                self.frame.left_over.push(index);
            }
            () => return 0,
        }
        1
    }

    /// Takes a value of the frame from a piece; the piece is left over where another one gave it.
    fn fill(&mut self, index: usize, slot: impl FnOnce(&mut Frame) -> &mut Option<String>, value: String) {
        let slot = slot(&mut self.frame);
        if *slot.get_or_insert_with(|| value.clone()) != value {
            self.frame.left_over.push(index);
        }
    }

    /// Takes the pieces of a range that stand around the text: metadata, and what is left over.
    fn furniture(&mut self, range: Range<usize>) {
        let mut index = range.start;
        while index < range.end {
            let taken = self.field_lines(index);
            match taken {
                0 if is_number(self.text(index)) => {
                    let number = tidy(self.text(index));
                    self.fill(index, |frame| &mut frame.number, number);
                }
                0 => {
                    // 甲政报〔2023〕3号　签发人：张某
                    let number = number_before_signer(self.text(index)).map(str::to_owned);
                    self.frame.number = self.frame.number.take().or(number);
                    self.frame.left_over.push(index);
                }
                _ => {}
            }
            index += taken.max(1);
        }
    }

    /// Takes labels and values: on one line, or label and value on a line each as in a table.
    fn field_lines(&mut self, index: usize) -> usize {
        let piece = &self.pieces[index];
        if let Shape::Table(table) = &piece.shape {
            let entries = field::in_table(table);
            let taken = usize::from(!entries.is_empty());
            self.frame.fields.extend(entries);
            return taken;
        }
        let entries = field::entries(piece.text());
        let next = self.pieces.get(index + 1).map(Piece::text);
        // A label without a value may be the last thing before the title.
        let is_of_title = |label: Label| label == Label::Title;
        let next = next.filter(|next| {
            !title::is_title(next)
                || entries.iter().any(|entry| is_of_title(entry.label))
                || field::label(piece.text()).is_some_and(is_of_title)
        });
        if let [entry] = entries.as_slice()
            && entry.value.is_empty()
            && entry.label != Label::Other
            && let Some(value) = next.filter(|next| is_value(next) && field::entries(next).is_empty())
        {
            let value = tidy(value);
            self.frame.fields.push(Entry { value, ..entry.clone() });
            return 2;
        }
        if !entries.is_empty() {
            match entries.iter().all(|entry| entry.value.is_empty()) {
                true => self.frame.left_over.push(index),
                false => self.frame.fields.extend(entries),
            }
            return 1;
        }
        let label = field::label(piece.text()).filter(|_| piece.length() <= 8);
        match (label, next) {
            (Some(label), Some(value)) if is_value(value) && field::entries(value).is_empty() => {
                let entry = Entry { label, name: tidy(piece.text()), value: tidy(value) };
                self.frame.fields.push(entry);
                2
            }
            (Some(_), _) => {
                self.frame.left_over.push(index);
                1
            }
            _ => 0,
        }
    }

    /// Where the list of annexes at the end of the body starts: 附件：1.…… and the lines that count on.
    fn annex_list(&self, body: &[usize]) -> Option<usize> {
        const MOST: usize = 12;
        let lists = |&at: &usize| annex_label(self.text(at)).is_some_and(|title| title.is_some());
        let start = body.iter().rposition(lists).filter(|start| body.len() - start <= MOST)?;
        let counts_on =
            |&at: &usize| self.pieces[at].length() <= 60 && heading::without_mark(self.text(at)) != self.text(at);
        body[start + 1..].iter().all(counts_on).then_some(start)
    }

    /// Sorts the text itself: furniture in its midst, and the closing sentence at its end.
    fn body(&mut self, range: Range<usize>) {
        let pieces = self.pieces;
        let mut body: Vec<usize> = Vec::with_capacity(range.len());
        let stops = |&index: &usize| {
            let text = self.text(index);
            text.ends_with(['。', '；', '！', '”']) && !is_furniture(text) && copies(text).is_none()
        };
        let stop = range.clone().rev().find(stops);
        let last = stop.unwrap_or(range.start);
        let stamps = stamp::names(&pieces[range.clone()]);
        for index in range {
            let piece = &self.pieces[index];
            let text = piece.text();
            // Between paragraphs a line such as 服务对象：企业 is one of the text.
            let is_site = || match index < last {
                true => is_furniture_within(text) || is_site_line_within(text),
                false => is_furniture(text) || is_site_line(text),
            };
            let belongs = || {
                let is_closing = is_closing(text) || annex_label(text).is_some_and(|title| title.is_some());
                stop.is_none() || index <= last || self.may_end_text(index) || is_closing
            };
            let is_site =
                !piece.is_structure() && (piece.hint.is_outside || stamps.contains(text) || is_site() || !belongs());
            match copies(text).filter(|_| index > last) {
                Some(copies) => self.fill(index, |frame| &mut frame.copies, copies),
                None if is_site => self.frame.left_over.push(index),
                None => body.push(index),
            }
        }
        if let Some(list) = self.annex_list(&body) {
            self.frame.closing = body.split_off(list);
        }
        while body.last().is_some_and(|&last| is_closing(self.text(last))) {
            self.frame.closing.splice(0..0, body.pop());
        }
        self.frame.body = body;
    }
}
