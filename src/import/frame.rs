//! What stands around the text: title, addressee, signature, date, annexes, and what the site puts there.

use std::ops::Range;

use super::field::{self, Entry, Label};
use super::furniture::is_furniture;
use super::heading;
use super::organ;
use super::piece::Piece;
use super::title;
use crate::model::date;
use crate::readers::is_blank;

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
    /// The piece that starts it.
    label: usize,
    pub title: Option<String>,
    pub body: Vec<usize>,
}

/// Tells the pieces apart.
pub fn find(pieces: &[Piece]) -> Frame {
    let mut finder = Finder { pieces, frame: Frame::default() };
    let title = title::find(pieces);
    let start = finder.head(title);
    let end = finder.tail(start);
    finder.body(start..end);
    finder.frame.left_over.sort_unstable();
    finder.frame
}

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

struct Finder<'a> {
    pieces: &'a [Piece],
    frame: Frame,
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
            () if day(bare).is_some() => self.frame.date = day(bare),
            () if field::is_moment(bare) => {
                let label = Label::Publication("published");
                self.frame.fields.push(Entry { label, name: "发布日期".to_owned(), value: bare.to_owned() });
            }
            () if is_number(&text) => self.frame.number = Some(text),
            () if is_stage(bare) => self.frame.stage = Some(bare.to_owned()),
            () if is_occasion(bare) => self.frame.occasion = Some(bare.to_owned()),
            () if has_title && is_speaker(&text) => self.frame.speaker = Some(text),
            () if is_addressee(&text) => {
                let addressee = text.trim_end_matches(['：', ':']).to_owned();
                match addressee.contains("各位") || addressee.ends_with("主任") {
                    true => self.frame.salutation = Some(addressee),
                    false => self.frame.addressee = Some(addressee),
                }
            }
            () if has_title && organ::is_organ(&text) && length <= 24 => self.frame.signature.push(tidy(&text)),
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

    /// Takes the pieces of a range that stand around the text: metadata, and what is left over.
    fn furniture(&mut self, range: Range<usize>) {
        let mut index = range.start;
        while index < range.end {
            let taken = self.field_lines(index);
            match taken {
                0 if is_number(self.text(index)) => self.frame.number = Some(tidy(self.text(index))),
                0 => self.frame.left_over.push(index),
                _ => {}
            }
            index += taken.max(1);
        }
    }

    /// Takes labels and values: on one line, or label and value on a line each as in a table.
    fn field_lines(&mut self, index: usize) -> usize {
        let piece = &self.pieces[index];
        let entries = field::entries(piece.text());
        let next = self.pieces.get(index + 1).map(Piece::text);
        if let [entry] = entries.as_slice()
            && entry.value.is_empty()
            && entry.label != Label::Other
            && let Some(value) = next.filter(|next| is_value(next))
        {
            let value = tidy(value);
            self.frame.fields.push(Entry { value, ..entry.clone() });
            return 2;
        }
        if !entries.is_empty() {
            self.frame.fields.extend(entries);
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

    /// Reads what stands after the text; returns where the text ends.
    fn tail(&mut self, start: usize) -> usize {
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
            while first > start && self.signs(first - 1) && index - first < 4 {
                first -= 1;
            }
            let mut end = index + 1;
            let is_below = organ.is_none() && first == index;
            while is_below && end < last && self.signs(end) && end - index <= 4 {
                end += 1;
            }
            let names: Vec<String> = (first..index).chain(index + 1..end).map(|at| self.text(at).to_owned()).collect();
            if organ.is_none() && names.is_empty() && !ahead.ends[index + 1] || ahead.prose[end] > MOST_PROSE {
                continue;
            }
            self.frame.signature = names.iter().chain(&organ).flat_map(|names| organ::organs(names)).collect();
            self.frame.date = Some(date);
            return Some(first..end);
        }
        self.undated_signature(start)
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
        self.frame.signature = (first..last + 1).flat_map(|at| organ::organs(self.text(at))).collect();
        Some(first..last + 1)
    }

    /// Where a text without signature ends: after the last paragraph that is no furniture.
    fn unsigned_end(&self, start: usize) -> usize {
        let annex = (start..self.pieces.len()).find(|&at| at > start && is_annex_line(self.text(at)));
        let limit = annex.unwrap_or(self.pieces.len());
        let is_text = |&at: &usize| {
            let piece = &self.pieces[at];
            let ends = piece.text().ends_with(['。', '！', '？', '；', ';', '”', '）', ':', '：']);
            let stands = piece.is_structure() || ends || heading::opening(piece).is_some() || piece.length() > 40;
            stands
                && !piece.hint.is_outside
                && !piece.hint.is_linked
                && !is_furniture(piece.text())
                && !is_site_line(piece.text())
        };
        (start..limit).rev().find(is_text).map_or(start, |last| last + 1)
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
            if let Some(copies) = text.strip_prefix("抄送").and_then(|rest| rest.strip_prefix(['：', ':'])) {
                self.frame.copies = Some(tidy(copies.trim_end_matches('。')));
            } else if is_site {
                let taken = self.field_lines(index).max(1);
                if field::entries(text).is_empty() && field::label(text).is_none() {
                    self.frame.left_over.push(index);
                }
                index += taken;
                continue;
            } else if let Some(title) = annex_label(text) {
                // 附件2 and 名词解释 on a line each are label and title of one annex.
                let is_open = |annex: &&mut AnnexRange| annex.title.is_none() && annex.body.is_empty();
                match annex.as_mut().filter(is_open).filter(|_| !text.starts_with('附')) {
                    Some(annex) => annex.title = title,
                    None => {
                        self.frame.annexes.extend(annex.take());
                        annex = Some(AnnexRange { label: index, title, body: Vec::new() });
                    }
                }
            } else if let Some(annex) = &mut annex {
                let is_title =
                    annex.title.is_none() && annex.body.is_empty() && piece.length() <= 40 && !text.ends_with('。');
                match is_title && !piece.is_structure() {
                    true => annex.title = Some(tidy(text)),
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
        self.frame.left_over.extend(empty.iter().map(|annex| annex.label));
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
        let mut body: Vec<usize> = Vec::with_capacity(range.len());
        for index in range {
            let piece = &self.pieces[index];
            let is_site = !piece.is_structure()
                && (piece.hint.is_outside || is_furniture(piece.text()) || is_site_line(piece.text()));
            match is_site {
                true => self.frame.left_over.push(index),
                false => body.push(index),
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

/// The lines a line of the title stands for: the organs of a joint report have one each.
fn title_lines(text: &str) -> Vec<String> {
    let names: Vec<String> = text.split(is_blank).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    let are_organs = names.len() > 1 && names.iter().all(|name| organ::is_organ(name));
    if are_organs { names } else { vec![tidy(text)] }
}

/// A line without the blanks in a name: only between words in Latin letters they stay.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut blank = false;
    for c in text.chars() {
        if is_blank(c) {
            blank = true;
            continue;
        }
        let before = tidy.chars().next_back();
        if blank && before.is_some_and(|before| before.is_ascii() && c.is_ascii()) {
            tidy.push(' ');
        }
        blank = false;
        tidy.push(c);
    }
    tidy
}

/// A date as it is typed into the file; one without its day stays as it stands.
fn day(text: &str) -> Option<String> {
    if let Some(date) = date::parse(text) {
        return Some(date.to_string());
    }
    let text = tidy(text);
    let month = text.strip_suffix('月').filter(|month| month.contains('年'))?;
    date::parse(&format!("{month}月1日")).map(|_| text.clone())
}

/// Whether a line may be the value of a label.
fn is_value(text: &str) -> bool {
    text.chars().count() <= 120
        && field::label(text).is_none()
        && heading::measure(text).is_none()
        && !text.ends_with('。')
}

/// 郏政〔2022〕1号
fn is_number(text: &str) -> bool {
    let text = tidy(text);
    let Some(rest) = text.strip_suffix('号') else { return false };
    let Some(open) = rest.rfind(['〔', '[', '【', '（', '(', '［']) else { return false };
    let digits =
        |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let inside = rest[open..].trim_start_matches(['〔', '[', '【', '（', '(', '［']);
    let Some((year, number)) = inside.split_once(['〕', ']', '】', '）', ')', '］']) else { return false };
    text.chars().count() <= 24 && digits(year) && digits(number.trim_start_matches('第')) && open > 0
}

/// 供稿：张某, a label that is not known.
fn is_unknown_label(text: &str) -> bool {
    let Some((label, value)) = text.split_once(['：', ':']) else { return false };
    let is_label = (2..=6).contains(&label.chars().count()) && label.chars().all(organ::is_han);
    is_label && !value.trim().is_empty() && text.chars().count() <= 40 && !text.contains('。')
}

fn is_stage(text: &str) -> bool {
    text.chars().count() <= 8 && text.ends_with('稿')
}

/// 2022年4月20日在县第十五届人大常委会第三次会议上
fn is_occasion(text: &str) -> bool {
    let length = text.chars().count();
    (8..=70).contains(&length)
        && text.contains('在')
        && (text.ends_with("会议上") || text.ends_with("会上") || text.ends_with("会议"))
}

/// 县司法局局长　张某
fn is_speaker(text: &str) -> bool {
    const OFFICES: [&str; 8] = ["局长", "县长", "市长", "区长", "主任", "镇长", "乡长", "厅长"];
    let length = text.chars().count();
    (5..=24).contains(&length) && text.contains(is_blank) && OFFICES.iter().any(|office| text.contains(office))
}

/// 市人民政府： or 主任、各位副主任、各位委员：
fn is_addressee(text: &str) -> bool {
    const ORGANS: [&str; 14] = [
        "政府",
        "党委",
        "市委",
        "县委",
        "区委",
        "省委",
        "州委",
        "旗委",
        "委员会",
        "常委会",
        "厅",
        "局",
        "办公室",
        "工委",
    ];
    let Some(name) = text.strip_suffix(['：', ':']) else { return false };
    let is_named = ORGANS.iter().any(|organ| name.ends_with(organ)) || name.ends_with('办') || name.contains("各位");
    name.chars().count() <= 60 && is_named && !name.contains(['。', '；']) && !name.contains("如下")
}

/// Whether a paragraph closes the text: 特此报告。
fn is_closing(text: &str) -> bool {
    const WORDS: [&str; 10] = [
        "特此报告",
        "专此报告",
        "特此汇报",
        "以上报告",
        "此报告",
        "请审议",
        "请审阅",
        "请予审议",
        "请批评指正",
        "特此报送",
    ];
    let is_annex_list = annex_label(text).is_some_and(|title| title.is_some());
    text.chars().count() <= 40 && WORDS.iter().any(|word| text.contains(word))
        || is_annex_list && text.chars().count() <= 120
}

/// The title of an annex where a line starts one: 附件1, 附件：名词解释, 名词解释.
fn annex_label(text: &str) -> Option<Option<String>> {
    let line: String = text.chars().filter(|&c| !is_blank(c)).collect();
    if line.chars().count() > 80 || line.ends_with('。') {
        return None;
    }
    if matches!(line.trim_end_matches(['：', ':']), "名词解释" | "术语解释" | "名词注释" | "注释" | "有关名词解释")
    {
        return Some(Some(line.trim_end_matches(['：', ':']).to_owned()));
    }
    let rest = ["附件", "附表", "附录", "附"].iter().find_map(|start| line.strip_prefix(start))?;
    let number: usize = rest
        .chars()
        .take_while(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(*c))
        .map(char::len_utf8)
        .sum();
    let has_number = number > 0;
    let rest = &rest[number..];
    let title = rest.trim_start_matches(['：', ':', '.', '、']);
    let title = heading::without_mark(title);
    match () {
        () if rest.is_empty() => Some(None),
        () if title.is_empty() => Some(None),
        () if has_number || rest.starts_with(['：', ':']) => Some(Some(title.to_owned())),
        () => None,
    }
}

/// 县人民政府办公室　2020年3月20日印发
fn is_imprint(text: &str) -> bool {
    text.chars().count() <= 60 && text.ends_with("印发") && text.contains('年')
}

/// Whether a line is nothing but the label of an annex: 附件1.
fn is_annex_line(text: &str) -> bool {
    annex_label(text).is_some_and(|title| title.is_none_or(|title| title.ends_with("解释") || title.ends_with("注释")))
}

/// A metadata line such as 发布日期：2022-01-12　来源：县司法局.
fn is_site_line(text: &str) -> bool {
    let entries = field::entries(text);
    let is_certain = |entry: &Entry| {
        !matches!(entry.name.as_str(), "日期" | "时间" | "主题" | "分类" | "编辑" | "审核" | "标题" | "名称")
    };
    entries.len() >= 2 && text.chars().count() <= 200 || entries.iter().any(is_certain) && text.chars().count() <= 60
}
