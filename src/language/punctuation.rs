//! Single marks: doubled ones, stray ones, paragraphs that do not end, 、 before 等; and spellings out of use.

use super::fault::{Fault, Kind};
use crate::model::numeral;

/// Marks inside and at the end of a sentence, in both widths. A half-width stop may be a point or a part of ...
fn is_pause(c: char) -> bool {
    matches!(c, '，' | '。' | '、' | '；' | '：' | ',' | ';' | ':')
}

/// Looks at a mark and the character before it.
pub(super) fn check(text: &str, at: usize, previous: Option<char>, c: char, faults: &mut Vec<Fault>) {
    let Some(previous) = previous else { return };
    let is_stray = match c {
        _ if is_pause(c) && is_pause(previous) => {
            check_doubled(text, at, previous, c, faults);
            false
        }
        '%' | '％' | '‰' if matches!(previous, '%' | '％' | '‰') => {
            check_doubled_percent(text, at, previous, c, faults);
            false
        }
        _ if is_pause(c) => matches!(previous, '（' | '《' | '〈' | '〔' | '【' | '('),
        '）' | '》' | '〉' | '〕' | '】' | ')' => matches!(previous, '，' | '、' | ','),
        _ => false,
    };
    if is_stray {
        faults.push(Fault::new(Kind::StrayMark, at - previous.len_utf8()..at + c.len_utf8()));
    }
}

/// Looks at 等 and the character before it.
pub(super) fn check_deng(text: &str, at: usize, previous: Option<char>, faults: &mut Vec<Fault>) {
    let end = at + '等'.len_utf8();
    if previous == Some('、') && is_and_so_on(&text[end..]) {
        faults.push(Fault::new(Kind::PauseBeforeDeng, at - '、'.len_utf8()..end).mended("等"));
    }
}

/// Looks at the second % of a row behind a number: a row alone is a code.
fn check_doubled_percent(text: &str, at: usize, first: char, c: char, faults: &mut Vec<Fault>) {
    let start = at - first.len_utf8();
    if text[..start].ends_with(|c| numeral::digit(c).is_some()) {
        faults.push(Fault::new(Kind::DoubledMark, start..at + c.len_utf8()).better(first));
    }
}

/// Looks at two pauses in a row; :: and ,, of codes are left alone.
fn check_doubled(text: &str, at: usize, previous: char, c: char, faults: &mut Vec<Fault>) {
    let start = at - previous.len_utf8();
    let end = at + c.len_utf8();
    let next = text[end..].chars().next();
    // The third of a row belongs to the finding of the first two; 。。。 stands for ……, which only a person can say.
    if text[..start].ends_with(is_pause) {
        if let Some(last) = faults.last_mut().filter(|last| last.kind == Kind::DoubledMark && last.range.end == at) {
            last.range.end = end;
            (last.better, last.is_safe) = (String::new(), false);
        }
        return;
    }
    let is_code = |c: char| c.is_ascii();
    if is_code(previous)
        && is_code(c)
        && (previous == ':' || !text[..start].ends_with(|c: char| matches!(c, '\u{4e00}'..='\u{9fff}')))
    {
        return;
    }
    let fault = Fault::new(Kind::DoubledMark, start..end);
    let ends = next.is_none_or(|c| c == '\n');
    faults.push(match (previous, c) {
        (previous, c) if previous == c && c.is_ascii() => fault.better(c),
        (previous, c) if previous == c => fault.mended(c),
        ('，' | '、' | '；', '。') if ends => fault.mended("。"),
        _ => fault,
    });
}

/// Whether 等 ends an enumeration by what follows it: 一等、等外 and 、等级 are something else.
fn is_and_so_on(after: &str) -> bool {
    const NOUNS: [&str; 24] = [
        "部门", "单位", "方面", "领域", "工作", "内容", "形式", "方式", "多", "制度", "机关", "相关", "有关", "各",
        "事项", "问题", "情况", "行业", "活动", "措施", "文件", "法律", "重点", "人员",
    ];
    after.chars().next().is_none_or(|c| !c.is_alphanumeric() || c.is_ascii_digit())
        || NOUNS.iter().any(|noun| after.starts_with(noun))
}

/// A paragraph that starts with a mark.
pub(super) fn check_start(text: &str, faults: &mut Vec<Fault>) {
    let start = text.len() - text.trim_start().len();
    if let Some(c) = text[start..].chars().next().filter(|c| matches!(c, '，' | '。' | '、' | '；' | '：')) {
        faults.push(Fault::new(Kind::StrayMark, start..start + c.len_utf8()));
    }
}

/// Characters of a paragraph that is not a line of its own: a caption, a name, a date.
const SENTENCE: usize = 30;

/// The end of a paragraph.
pub(super) fn check_end(text: &str, faults: &mut Vec<Fault>) {
    let text = text.trim_end();
    let Some(last) = text.chars().next_back() else { return };
    let range = text.len() - last.len_utf8()..text.len();
    match last {
        '，' | '、' | ',' => faults.push(Fault::new(Kind::OpenParagraph, range)),
        '\u{4e00}'..='\u{9fff}' if is_sentence(text) => {
            faults.push(Fault::new(Kind::UnmarkedParagraph, range));
        }
        _ => {}
    }
}

/// Whether the last line is running text: it has a sentence that ends.
fn is_sentence(text: &str) -> bool {
    let line = text.rsplit('\n').next().unwrap_or_default();
    line.contains('。') && line.chars().count() >= SENTENCE
}

/// Spellings for which official texts have another: 其它, 台帐.
const VARIANTS: [(&str, &str); 9] = [
    ("其它", "其他"),
    ("帐户", "账户"),
    ("帐目", "账目"),
    ("帐号", "账号"),
    ("帐本", "账本"),
    ("帐册", "账册"),
    ("帐务", "账务"),
    ("帐单", "账单"),
    ("帐款", "账款"),
];

/// Words that end with 帐.
const BEFORE: [&str; 8] = ["台", "建", "销", "记", "对", "挂", "查", "欠"];

/// Looks at 其 and 帐.
pub(super) fn check_variant(text: &str, at: usize, faults: &mut Vec<Fault>) {
    let found = VARIANTS.iter().find(|(word, _)| text[at..].starts_with(word));
    if let Some((word, better)) = found {
        faults.push(Fault::new(Kind::VariantWord, at..at + word.len()).better(*better));
    } else if text[at..].starts_with('帐')
        && let Some(before) = BEFORE.iter().find(|word| text[..at].ends_with(*word))
    {
        let range = at - before.len()..at + '帐'.len_utf8();
        faults.push(Fault::new(Kind::VariantWord, range).better(format!("{before}账")));
    }
}
