use std::ops::Range;

use super::{Authority, Context, Rule};
use crate::characters::han_set::HanSet;
use crate::characters::pairs;
use crate::diagnostic::{Findings, Severity, Where};
use crate::document::Passage;
use crate::document::passage::Kind;
use crate::source::Span;

/// 密级, 内部资料, 不予公开 as a mark on a text that the public reads. The words in a sentence are none.
pub const RULE: Rule = Rule {
    code: "FZ602",
    name: "classification-mark",
    severity: Severity::Warning,
    authority: Authority::Law,
    opt_in: false,
    bad: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
版头:
  附注: 此件不公开
"),
    good: sample!(head: "  类型: 政府
  层级: 县级
  地区: 云溪县
  发文机关: 云溪县人民政府
  年度: 2023
  成文日期: 2024-01-15
版头:
  附注: 此件公开发布
"),
    check,
};

fn check(context: &Context, findings: &mut Findings) {
    for passage in context.each_public_passage() {
        for range in marks(passage) {
            let words = passage.plain.text[range.clone()].trim().to_owned();
            findings.push(RULE.finding(passage.plain.locate(range)).with("words", words));
        }
    }
    if context.is_published && findings.iter().all(|finding| finding.name != RULE.name) {
        check_top(context, findings);
    }
}

/// Lines above the title of a published text, which the import takes for the site's.
const TOP: usize = 6;

/// A mark above the title of a published text.
fn check_top(context: &Context, findings: &mut Findings) {
    let title = context.report.report.title.iter().flat_map(|title| title.iter()).next();
    let Some(title) = title.map(|line| line.trim()).filter(|title| !title.is_empty()) else { return };
    let text = context.source.text();
    let Some(at) = text.find(title) else { return };
    let mut end = at;
    for line in text[..at].rsplit('\n').take(TOP) {
        let start = end - line.len();
        let words = line.trim();
        if words.len() <= LONGEST_LINE && (is_mark(words) || starred(words).first() == Some(&(0..words.len()))) {
            let start = start + (line.len() - line.trim_start().len());
            let at = Where::Source(Span::new(start, start + words.len()));
            findings.push(RULE.finding(at).with("words", words));
        }
        end = start.saturating_sub(1);
    }
}

/// Grades of state secrets (《中华人民共和国保守国家秘密法》).
const GRADES: [&str; 3] = ["绝密", "机密", "秘密"];

/// Marks of what is not for the public; alone on a line or in its brackets they are no words of a sentence.
const MARKS: [&str; 19] = [
    "绝密",
    "机密",
    "秘密",
    "内部资料",
    "内部文件",
    "内部使用",
    "内部材料",
    "内部掌握",
    "注意保存",
    "注意保密",
    "妥善保管",
    "不公开",
    "不予公开",
    "不宜公开",
    "不对外公开",
    "此件不公开",
    "此件不予公开",
    "此件不宜公开",
    "此件不对外公开",
];

/// Marks that alone on a line among the sections may be the name of a row whose table was lost.
const ROWS: [&str; 7] = ["绝密", "机密", "秘密", "不公开", "不予公开", "不宜公开", "不对外公开"];

/// The longest line that may be nothing but marks: 内部资料　注意保存.
const LONGEST_LINE: usize = 90;

const OPENING: [char; 5] = ['【', '（', '〔', '[', '('];
const CLOSING: [char; 5] = ['】', '）', '〕', ']', ')'];

/// The marks of a passage: the whole of a line, what stands in brackets at the beginning of it or behind a title, and a
/// grade with ★.
fn marks(passage: &Passage) -> Vec<Range<usize>> {
    let text = passage.plain.text.as_str();
    let mut found: Vec<Range<usize>> = starred(text);
    // In tables and lists 不予公开 is the name of a row: a kind of information that was asked for.
    if !found.is_empty() || matches!(passage.kind, Kind::Cell | Kind::Item | Kind::Note) {
        return found;
    }
    let start = text.len() - text.trim_start().len();
    let line = &text[start..];
    let is_titled = matches!(passage.kind, Kind::Title | Kind::Stage);
    if !is_titled && !may_be_mark(line) {
        return found;
    }
    let end = line.bytes().take(LONGEST_LINE + 1).position(|byte| byte == b'\n').unwrap_or(line.len());
    let is_row = matches!(passage.kind, Kind::Paragraph(_) | Kind::Heading) && passage.section > 0;
    if end <= LONGEST_LINE && is_mark(&line[..end]) && !(is_row && ROWS.contains(&line[..end].trim())) {
        found.push(start..start + end);
        return found;
    }
    let opening = line.starts_with(OPENING).then_some(0).or_else(|| line.rfind(OPENING).filter(|_| is_titled));
    if let Some(opening) = opening
        && let Some((length, closing)) =
            line[opening..].char_indices().take(LONGEST_LINE / 3).find(|(_, c)| CLOSING.contains(c))
        && is_mark(&line[opening..opening + length])
    {
        found.push(start + opening..start + opening + length + closing.len_utf8());
    }
    found
}

/// What the marks, and 密级 in front of them, begin with.
const FIRST: HanSet = HanSet::of("绝机秘内注妥不此密");

/// Whether a line may begin with a mark, brackets and blanks aside: nearly none does.
fn may_be_mark(line: &str) -> bool {
    line.chars().find(|c| !is_between(*c)).is_some_and(|c| FIRST.has(c))
}

/// What stands between marks.
fn is_between(c: char) -> bool {
    c.is_whitespace() || "【】（）〔〕[]()，,、。！：:".contains(c)
}

/// A grade with its star: 机密★1年.
fn starred(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // ★ and ☆ begin with these two bytes.
    if !pairs::any(text, |a, b| (a == 0xe2) & (b == 0x98)) {
        return found;
    }
    for (at, star) in text.match_indices(['★', '☆']) {
        let Some(grade) = GRADES.iter().find(|grade| text[..at].trim_end().ends_with(**grade)) else { continue };
        let start = text[..at].trim_end().len() - grade.len();
        let term = text[at + star.len()..].trim_start_matches(|c: char| c.is_ascii_digit() || "年月长期".contains(c));
        found.push(start..text.len() - term.len());
    }
    found
}

/// Whether a line is made of marks only, brackets and blanks aside; 密级 may say what it is.
fn is_mark(line: &str) -> bool {
    let words = line.split(is_between);
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let marks = words.strip_prefix(&["密级"]).unwrap_or(&words);
    let says_grade = marks.len() < words.len();
    !marks.is_empty() && marks.iter().all(|word| MARKS.contains(word) || says_grade && *word == "内部")
}
