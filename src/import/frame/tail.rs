//! What stands after the text: signature, date, annexes, and what the site puts below.

use std::ops::Range;

use super::line::{annex_label, copies, day, is_annex_line, is_download, is_imprint, is_site_line, tidy};
use super::{AnnexRange, Finder};
use crate::import::field;
use crate::import::furniture::is_furniture;
use crate::import::piece::Piece;
use crate::import::{heading, organ};
use crate::readers::{is_blank, is_page_mark};

/// What comes at and after each piece, up to the end.
struct Ahead {
    /// Characters of running text, outside of annexes.
    prose: Vec<usize>,
    /// Nothing but furniture and short lines.
    ends: Vec<bool>,
}

impl Ahead {
    fn of(pieces: &[Piece]) -> Self {
        let mut ahead = Self { prose: vec![0; pieces.len() + 1], ends: vec![true; pieces.len() + 1] };
        for (index, piece) in pieces.iter().enumerate().rev() {
            let is_outside = piece.hint.is_outside;
            let is_annex = !is_outside && annex_label(piece.text()).is_some();
            let length = if is_outside || piece.length() <= 30 { 0 } else { piece.length() };
            ahead.prose[index] = if is_annex { 0 } else { ahead.prose[index + 1] + length };
            let is_short = || piece.length() < 30 && heading::opening(piece).is_none();
            ahead.ends[index] = ahead.ends[index + 1] && (is_outside || is_furniture(piece.text()) || is_short());
        }
        ahead
    }
}

impl Finder<'_> {
    /// Reads what stands after the text; returns where the text ends.
    pub(super) fn tail(&mut self, start: usize) -> usize {
        let signed = self.signature(start);
        let end = signed.clone().map_or_else(|| self.unsigned_end(start), |signed| signed.start);
        let after = signed.map_or(end, |signed| signed.end);
        self.after(after);
        end
    }

    /// The lines of signature and date.
    fn signature(&mut self, start: usize) -> Option<Range<usize>> {
        /// So much text after a line, outside of annexes, shows that it is not the end.
        const MOST_PROSE: usize = 400;
        let ahead = Ahead::of(self.pieces);
        let last = self.pieces.len();
        for index in start..last {
            let Some((organ, date)) = self.dated(index) else { continue };
            let mut first = index;
            // The number of a page may stand between name and date.
            let is_page = |at: usize| self.pieces[at].hint.is_outside && is_page_mark(self.text(at));
            let mut above = (start..index).rev().take(4).skip_while(|&at| is_page(at));
            while let Some(at) = above.next().filter(|&at| self.signs(at)) {
                first = at;
            }
            let mut end = index + 1;
            let is_below = organ.is_none() && first == index;
            while is_below && end < last && self.signs(end) && end - index <= 4 {
                end += 1;
            }
            let around = (first..index).chain(index + 1..end);
            let (pages, named): (Vec<usize>, Vec<usize>) = around.partition(|&at| is_page(at));
            let names: Vec<String> = named.into_iter().map(|at| self.text(at).to_owned()).collect();
            if organ.is_none() && names.is_empty() && !ahead.ends[index + 1] || ahead.prose[end] > MOST_PROSE {
                continue;
            }
            let names = names.iter().chain(&organ).flat_map(|names| organ::organs(names)).collect();
            self.sign(names, Some(date));
            self.frame.left_over.extend(pages);
            return Some(first..end);
        }
        self.undated_signature(start)
    }

    /// Takes names and date; what the head had in their place is left over, where it says something else.
    fn sign(&mut self, names: Vec<String>, date: Option<String>) {
        for index in std::mem::take(&mut self.above) {
            let text = self.text(index);
            let is_said = match day(text.trim_matches(|c: char| is_blank(c) || "（）()".contains(c))) {
                Some(own) => date.as_ref().is_none_or(|date| *date == own),
                None => organ::organs(text).iter().all(|own| names.contains(own)),
            };
            if !is_said {
                self.frame.left_over.push(index);
            }
        }
        self.frame.signature = names;
        self.frame.date = date.or_else(|| self.frame.date.take());
    }

    /// A date alone on its line, or after the name of an organ.
    fn dated(&self, index: usize) -> Option<(Option<String>, String)> {
        let piece = &self.pieces[index];
        if piece.is_structure() || piece.length() > 60 {
            return None;
        }
        let text = piece.text().trim_matches(|c: char| is_blank(c) || "（）()".contains(c));
        if let Some(date) = day(text) {
            return Some((None, date));
        }
        let digits = |c: char| c.is_ascii_digit() || "二〇○０１２零".contains(c);
        let at = text.char_indices().map(|(at, _)| at).find(|&at| text[at..].starts_with(digits))?;
        let (name, rest) = text.split_at(at);
        let date = day(rest)?;
        organ::is_organ(name).then(|| (Some(name.to_owned()), date))
    }

    /// Whether a line is a name under the text.
    fn signs(&self, index: usize) -> bool {
        let piece = &self.pieces[index];
        // 郏 县 人 民 政 府 is one name, 中共郏县县委 郏县人民政府 two.
        let names = || organ::is_organ(piece.text());
        !piece.is_structure()
            && piece.length() <= 40
            && names()
            && heading::opening(piece).is_none_or(|o| o.kind == heading::Kind::Bare)
    }

    /// A name under the text without a date: the last line that is no furniture, the organ of the title.
    fn undated_signature(&mut self, start: usize) -> Option<Range<usize>> {
        let is_text = |&at: &usize| {
            !self.pieces[at].hint.is_outside && !is_furniture(self.text(at)) && field::entries(self.text(at)).is_empty()
        };
        let last = (start..self.pieces.len()).rev().find(is_text)?;
        let title: String = self.frame.title.concat();
        if !self.signs(last) || !title.contains(&tidy(self.text(last))) {
            return None;
        }
        let mut first = last;
        while first > start && self.signs(first - 1) && last - first < 3 {
            first -= 1;
        }
        let names = (first..last + 1).flat_map(|at| organ::organs(self.text(at))).collect();
        self.sign(names, None);
        Some(first..last + 1)
    }

    /// Where a text without signature ends: after the last paragraph that is no furniture.
    fn unsigned_end(&self, start: usize) -> usize {
        let annex = (start..self.pieces.len()).find(|&at| at > start && is_annex_line(self.text(at)));
        let limit = annex.unwrap_or(self.pieces.len());
        let is_text = |&at: &usize| {
            let piece = &self.pieces[at];
            self.may_end_text(at)
                && !piece.hint.is_outside
                && !piece.hint.is_linked
                && !is_furniture(piece.text())
                && !is_site_line(piece.text())
        };
        (start..limit).rev().find(is_text).map_or(start, |last| last + 1)
    }

    /// Whether a text may end with a piece: a paragraph, a heading or a list, no short line of whoever published it.
    pub(super) fn may_end_text(&self, at: usize) -> bool {
        const LONGEST: usize = 40;
        /// 相关阅读： is a label, （共印50份） a note.
        const LONGEST_LABEL: usize = 12;
        const LONGEST_NOTE: usize = 24;
        let piece = &self.pieces[at];
        let (text, length) = (piece.text(), piece.length());
        let is_note = text.starts_with(['（', '(']) && text.ends_with(['）', ')']) && length <= LONGEST_NOTE;
        let is_label = text.ends_with([':', '：']) && length <= LONGEST_LABEL;
        let stops = text.ends_with(['。', '！', '？', '；', ';', '”', '）', ':', '：']) && !is_note && !is_label;
        piece.is_structure() || stops || heading::opening(piece).is_some() || length > LONGEST
    }

    /// Tells annexes from furniture behind the signature.
    fn after(&mut self, start: usize) {
        let mut annex: Option<AnnexRange> = None;
        let mut index = start;
        while index < self.pieces.len() {
            let piece = &self.pieces[index];
            let text = piece.text();
            let is_site = piece.hint.is_outside || piece.hint.is_linked || is_furniture(text) || is_site_line(text);
            let is_site = is_site || is_imprint(text);
            if let Some(copies) = copies(text) {
                self.fill(index, |frame| &mut frame.copies, copies);
            } else if is_site {
                let taken = self.field_lines(index).max(1);
                if field::entries(text).is_empty() && field::label(text).is_none() {
                    self.frame.left_over.push(index);
                }
                index += taken;
                continue;
            } else if is_download(text) {
                // What stands below a link to a file is the site's.
                self.frame.annexes.extend(annex.take());
                self.frame.left_over.push(index);
            } else if let Some(title) = annex_label(text) {
                // 附件2 and 名词解释 on a line each are label and title of one annex.
                let is_open = |annex: &&mut AnnexRange| annex.title.is_none() && annex.body.is_empty();
                match annex.as_mut().filter(is_open).filter(|_| !text.starts_with('附')) {
                    Some(annex) => annex.entitle(index, title),
                    None => {
                        self.frame.annexes.extend(annex.take());
                        annex = Some(AnnexRange { heading: vec![index], title, body: Vec::new() });
                    }
                }
            } else if let Some(annex) = &mut annex {
                let is_title =
                    annex.title.is_none() && annex.body.is_empty() && piece.length() <= 40 && !text.ends_with('。');
                match is_title && !piece.is_structure() {
                    true => annex.entitle(index, Some(tidy(text))),
                    false => annex.body.push(index),
                }
            } else {
                self.frame.left_over.push(index);
            }
            index += 1;
        }
        self.frame.annexes.extend(annex);
        let (annexes, empty): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.frame.annexes).into_iter().partition(|annex| !annex.body.is_empty());
        self.frame.annexes = annexes;
        // 附件：名单.docx, a name without a text, stays where a person sees it.
        self.frame.left_over.extend(empty.iter().flat_map(|annex| &annex.heading));
    }
}
