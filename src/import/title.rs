//! The title: on one line or several, given twice, or absent.

use std::ops::Range;

use super::furniture::is_furniture;
use super::piece::Piece;
use super::{field, organ};
use crate::document::Field;
use crate::outline::numbering::leading_mark;
use crate::readers::is_blank;

/// What the title of such a report speaks of.
const TOPICS: [&str; 7] = ["法治政府", "依法行政", "法治建设", "法治机关", "法治工作", "法治单位", "依法治"];
/// What it calls itself, at its end.
const NOUNS: [&str; 14] = [
    "报告",
    "总结",
    "汇报",
    "情况",
    "年报",
    "自评",
    "述职",
    "小结",
    "情况说明",
    "情况公示",
    "情况的公示",
    "汇报材料",
    "报告材料",
    "总结材料",
];
/// What a text of another kind calls itself.
const OTHERS: [&str; 19] = [
    "解读", "通知", "方案", "意见", "办法", "规划", "要点", "细则", "公告", "通报", "问答", "规定", "安排", "计划",
    "纲要", "指南", "清单", "批复", "函",
];
/// The longest title, and the most lines it has.
const LONGEST: usize = 90;
const MOST_LINES: usize = 5;

/// Whether a text is the whole title of a report.
pub fn is_title(text: &str) -> bool {
    if is_long(text) {
        return false;
    }
    let text = bare(text);
    let is_short = text.chars().count() <= LONGEST && !text.contains(['。', '；', '：', ':']);
    is_short && speaks_of_topic(&text) && ends_as_title(&text)
}

/// Whether a text speaks of the matter: of 法治政府建设, or 法治公安建设 and the like.
fn speaks_of_topic(text: &str) -> bool {
    /// The longest word between 法治 and 建设, in bytes: 市场监管.
    const LONGEST: usize = 12;
    let builds = |(at, law): (usize, &str)| text[at + law.len()..].find("建设").is_some_and(|length| length <= LONGEST);
    TOPICS.iter().any(|topic| text.contains(topic)) || text.match_indices("法治").any(builds)
}

/// Whether a text ends with what a report calls itself: 报告, or 总结及2024年工作计划.
fn ends_as_title(text: &str) -> bool {
    let reports = NOUNS.iter().any(|noun| text.ends_with(noun));
    let plans = || ["计划", "打算", "安排", "思路", "要点"].iter().any(|end| text.ends_with(end));
    let both = || {
        ["总结", "情况", "报告"]
            .iter()
            .any(|noun| ["和", "及", "暨", "与"].iter().any(|and| text.contains(&format!("{noun}{and}"))))
    };
    reports || plans() && both()
}

/// Whether a text is the title of a text on the same matter that is no report.
pub fn is_other_title(text: &str) -> bool {
    if is_long(text) {
        return false;
    }
    let text = bare(text);
    let is_short = (8..=LONGEST).contains(&text.chars().count()) && !text.contains(['。', '；']);
    let is_on_disclosure = || text.contains("信息公开") && text.ends_with("报告");
    let speaks = || speaks_of_topic(&text) || text.starts_with("关于");
    is_short && !is_title(&text) && (is_on_disclosure() || speaks() && OTHERS.iter().any(|other| text.ends_with(other)))
}

/// The marks that stand around a title.
const AROUND: [char; 6] = ['【', '】', '《', '》', '“', '”'];

/// Whether a text is certainly too long for a title, marks around it and a parenthesis at its end aside: most are.
fn is_long(text: &str) -> bool {
    const MOST: usize = LONGEST + 2 * AROUND.len();
    let end = text.trim_end_matches(|c| is_blank(c) || AROUND.contains(&c));
    !end.ends_with(['）', ')', '〕', ']']) && text.chars().filter(|&c| !is_blank(c)).nth(MOST).is_some()
}

/// The title without blanks, and without the parenthesis at its end.
fn bare(text: &str) -> String {
    let text: String = text.chars().filter(|&c| !is_blank(c)).collect();
    let text = text.trim_matches(AROUND);
    let open = text.rfind(['（', '(', '〔', '[']).filter(|_| text.ends_with(['）', ')', '〕', ']']));
    open.map_or(text, |open| &text[..open]).to_owned()
}

/// The title a page gives itself outside of its text: 标题_网站名称.
pub fn of_page(meta: &[Field]) -> Option<String> {
    let named = |name: &'static str| meta.iter().filter(move |field| field.key == name);
    let values = ["articletitle", "og:title", "title"].into_iter().flat_map(named).map(|field| field.value.as_str());
    let mut parts = values.flat_map(|value| value.split(['_', '|', '-', '—', '–', '>'])).map(str::trim);
    parts.find(|part| is_title(part)).map(str::to_owned)
}

/// The pieces that are the title: the last one before the text.
pub fn find(pieces: &[Piece]) -> Option<Range<usize>> {
    /// So much text in one paragraph, and in several behind a title, shows that the title is behind us.
    const PROSE: [usize; 2] = [80, 120];
    let mut found: Option<Range<usize>> = None;
    let (mut has_prose, mut prose) = (false, 0);
    for index in 0..pieces.len() {
        let is_text = pieces[index].text().contains(['。', '，', ',']) && !pieces[index].hint.is_outside;
        let length = if is_text { pieces[index].length() } else { 0 };
        prose += length;
        has_prose |= length >= PROSE[0];
        if has_prose && (found.is_some() || index > pieces.len() / 2) || found.is_some() && prose >= PROSE[1] {
            break;
        }
        if let Some(lines) = lines_that_end_at(pieces, index) {
            found = Some(lines);
            prose = 0;
        }
    }
    found
}

/// The longest line above a subtitle, in characters: 依法行政 法治惠民 / ——甲县水务局2021年度法治政府建设工作总结.
const LONGEST_MOTTO: usize = 30;

/// The lines of the title whose last is this piece.
fn lines_that_end_at(pieces: &[Piece], end: usize) -> Option<Range<usize>> {
    let last = &pieces[end];
    if !is_line(last) || !ends_as_title(&bare(last.text())) {
        return None;
    }
    let mut start = end;
    let mut text = last.text().to_owned();
    while !is_title(&text) {
        start = start.checked_sub(1).filter(|&start| end - start < MOST_LINES && is_line(&pieces[start]))?;
        text.insert_str(0, pieces[start].text());
    }
    while let Some(before) = start.checked_sub(1).filter(|&before| end - before < MOST_LINES) {
        let line = pieces[before].text();
        // 信息来源 on the line before: the name is a value, no line of the title.
        let is_value = || before.checked_sub(1).is_some_and(|label| field::label(pieces[label].text()).is_some());
        let is_above_subtitle =
            text.starts_with('—') && !line.starts_with('—') && pieces[before].length() <= LONGEST_MOTTO;
        let opens = is_above_subtitle || opens(line, &text);
        if !is_line(&pieces[before]) || is_title(line) || !opens || is_value() {
            break;
        }
        text.insert_str(0, line);
        start = before;
    }
    Some(start..end + 1)
}

/// Whether a line may be one of the title.
fn is_line(piece: &Piece) -> bool {
    let text = piece.text();
    let is_plain = !text.ends_with(['。', '；', '：', ':', '！', '？']) && !text.contains("。");
    let is_own = || field::entries(text).is_empty() && !is_furniture(text) && leading_mark(text).is_none();
    !piece.is_structure() && !piece.hint.is_linked && is_plain && piece.length() <= LONGEST && is_own()
}

/// Whether a line is the start of the title that goes on with `rest`.
fn opens(line: &str, rest: &str) -> bool {
    let line = line.trim_end_matches(is_blank);
    let names = || organ::is_organ(line) && (starts_matter(rest) || organ::leads_joint(line) && names_organ(rest));
    let places = || organ::is_place(line) && starts_matter(rest);
    let is_cut = || ["关于", "年度", "年", "推进", "落实", "加强", "开展"].iter().any(|end| line.ends_with(end));
    line.chars().count() <= 40 && (names() || is_cut() || places())
}

/// Whether a title goes on as after the name of an organ or a place: with 关于, or the year and no other name.
fn starts_matter(title: &str) -> bool {
    let dated = title.trim_start_matches(|c: char| c.is_ascii_digit() || "二〇○零一三四五六七八九".contains(c));
    let is_named = || {
        let rest = dated.trim_start_matches(['年', '度']);
        organ::organ(&rest[..rest.floor_char_boundary(60)]).place.is_some_and(|place| organ::is_place(&place))
    };
    title.starts_with("关于") || dated.len() < title.len() && !is_named()
}

/// Whether a title starts with the name of an organ.
fn names_organ(title: &str) -> bool {
    title.split_once("关于").is_some_and(|(name, _)| organ::is_organ(name))
}
