//! The site's metadata block: 索引号, 发布机构, 成文日期 and their values.

mod label;

use super::furniture::tools_at_end;
use super::organ;
use crate::characters::han::is_han;
use crate::document::{Table, plain};
use crate::readers::is_blank;
pub use label::{Label, label};
use label::{is_bullet, label_at_end};

/// A label with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub label: Label,
    /// As the page has it.
    pub name: String,
    pub value: String,
}

/// The labels and values of a line that starts with a label; empty where it does not.
pub fn entries(text: &str) -> Vec<Entry> {
    const LONGEST: usize = 1_500;
    let mut entries: Vec<Entry> = Vec::new();
    if text.len() > LONGEST {
        return entries;
    }
    let mut value_start = 0;
    for (colon, sign) in text.match_indices([':', '：']) {
        let before = &text[value_start..colon];
        let Some((start, label)) = label_at_end(before, !entries.is_empty()) else { continue };
        match entries.last_mut() {
            Some(last) => last.value = value(&before[..start]),
            None => match before[..start].trim_matches(|c| is_blank(c) || "[【［(（|".contains(c) || is_bullet(c)) {
                "" => {}
                // 2023-02-20 09:30 来源：县司法局
                moment if is_moment(moment) => entries.push(Entry {
                    label: Label::Publication("published"),
                    name: "发布日期".to_owned(),
                    value: moment.to_owned(),
                }),
                other => match dated(other) {
                    Some(found) => entries.extend(found),
                    // 甲县人民政府 www.jia.gov.cn 时间：2023-01-05 来源：县司法局
                    None if is_lead(other, &text[colon..]) => {
                        entries.push(Entry { label: Label::Other, name: String::new(), value: value(other) });
                    }
                    None => return entries,
                },
            },
        }
        let name = before[start..].chars().filter(|&c| !is_blank(c)).collect();
        entries.push(Entry { label, name, value: String::new() });
        value_start = colon + sign.len();
    }
    match entries.last_mut() {
        Some(last) => last.value = value(&text[value_start..]),
        None => return in_brackets(text).unwrap_or_else(|| in_cells(text)),
    }
    entries.into_iter().flat_map(parted).collect()
}

/// An entry, apart from what only blanks part from its value: the day behind the origin, the tools of the page.
fn parted(mut entry: Entry) -> Vec<Entry> {
    let tools = tools_at_end(&entry.value).filter(|_| entry.label != Label::Other);
    let tools = tools.map(|at| entry.value.split_off(at));
    let moment = match entry.label {
        Label::Publication("origin") => moment_at_end(&entry.value).map(|at| entry.value.split_off(at)),
        _ => None,
    };
    // 2023-05-07 17:15:05 公文公告
    let column = match entry.label {
        Label::Publication("published") => end_of_moment(&entry.value).map(|at| entry.value.split_off(at)),
        _ => None,
    };
    entry.value = value(&entry.value);
    let further = |label, name: &str, value: &str| Entry { label, name: name.to_owned(), value: value.to_owned() };
    let moment = moment.map(|moment| further(Label::Publication("published"), "发布日期", &value(&moment)));
    let tools = tools.map(|tools| further(Label::Other, "", tools.trim_matches(is_blank)));
    let column = column.map(|column| further(Label::Other, "", column.trim_matches(is_blank)));
    std::iter::once(entry).chain(moment).chain(column).chain(tools).collect()
}

/// Where a date ends that only blanks part from what is behind it.
fn end_of_moment(text: &str) -> Option<usize> {
    let end = text.find(|c| !is_part_of_moment(c))?;
    let moment = text[..end].trim_end_matches(is_blank);
    (moment.len() < end && is_moment(moment)).then_some(moment.len())
}

/// Where a date starts that only blanks part from what is before it.
fn moment_at_end(text: &str) -> Option<usize> {
    let blanks = text.char_indices().filter(|&(at, c)| at > 0 && is_blank(c)).map(|(at, _)| at);
    blanks.into_iter().find(|&at| is_moment(&text[at..]))
}

/// Whether the words before a first label are the site's: few, the label has a date and another label comes behind it.
fn is_lead(words: &str, rest: &str) -> bool {
    /// The most such words, in characters.
    const LONGEST: usize = 40;
    let rest = rest.trim_start_matches(|c| is_blank(c) || matches!(c, ':' | '：'));
    let end = rest.find(|c| !is_part_of_moment(c)).unwrap_or(rest.len());
    is_moment(&rest[..end])
        && rest[end..].contains([':', '：'])
        && words.chars().count() <= LONGEST
        && !words.contains(['，', '。', '；', ',', ';'])
}

/// The labels and values of a row whose labels stand in brackets: [ 索引号 ] 2024-0007 [ 发文字号 ].
fn in_brackets(text: &str) -> Option<Vec<Entry>> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut value_start = 0;
    for (open, sign) in text.match_indices(['[', '【', '［']) {
        let inside = open + sign.len();
        let Some(close) = text[inside..].find([']', '】', '］']).map(|length| inside + length) else { break };
        let name = &text[inside..close];
        let Some(label) = label(name) else { continue };
        match entries.last_mut() {
            Some(last) => last.value = value(&text[value_start..open]),
            None if text[..open].trim_matches(is_blank).is_empty() => {}
            None => return None,
        }
        entries.push(Entry { label, name: without_blanks(name), value: String::new() });
        value_start = close + text[close..].chars().next().map_or(0, char::len_utf8);
    }
    entries.last_mut()?.value = value(&text[value_start..]);
    // 【打印】【关闭】: the tools of the page.
    entries.iter().any(|entry| entry.label != Label::Other).then_some(entries)
}

/// The labels and values of a row whose cells only blanks part: 责任部门 塘栖镇 公开形式 主动公开.
fn in_cells(text: &str) -> Vec<Entry> {
    /// A label alone before a value has so many bytes at least: 主题 may open a sentence.
    const TELLING: usize = 12;
    let cells: Vec<&str> = text.split(is_blank).filter(|cell| !cell.is_empty()).collect();
    let labels: Option<Vec<Label>> = cells.iter().step_by(2).map(|cell| label(cell)).collect();
    let is_row = match cells[..] {
        [name, value] => name.len() >= TELLING && !value.contains(['，', '。', ',']),
        _ => cells.len() > 2,
    };
    let labels = labels.filter(|_| is_row).unwrap_or_default();
    let entry = |(label, pair): (Label, &[&str])| {
        let value = pair.get(1).copied().unwrap_or_default().to_owned();
        Entry { label, name: pair[0].to_owned(), value }
    };
    labels.into_iter().zip(cells.chunks(2)).map(entry).collect()
}

/// A column and a date in front of labels: 政府信息公开 2023-02-20 09:30.
fn dated(text: &str) -> Option<[Entry; 2]> {
    /// The longest name of a column, in characters.
    const LONGEST: usize = 12;
    let (column, moment) = text.split_at(text.find(|c: char| c.is_ascii_digit())?);
    let column = column.trim_matches(is_blank);
    let is_column = (2..=LONGEST).contains(&column.chars().count()) && column.chars().all(is_han);
    let entry = |label, name: &str, value: &str| Entry { label, name: name.to_owned(), value: value.trim().to_owned() };
    (is_column && is_moment(moment.trim_matches(is_blank)))
        .then(|| [entry(Label::Other, "栏目", column), entry(Label::Publication("published"), "发布日期", moment)])
}

/// The labels and values of a table that has nothing else, a label before each value; empty where it has other cells.
pub fn in_table(table: &Table) -> Vec<Entry> {
    let rows = std::iter::once(&table.head).chain(&table.rows);
    let cells: Vec<Vec<String>> = rows.map(|row| row.iter().map(|cell| value(&plain(cell))).collect()).collect();
    let pairs = cells.iter().flat_map(|row| row.chunks(2)).map(|pair| (pair[0].as_str(), pair.get(1)));
    let pairs = pairs.filter(|(name, value)| !name.is_empty() || value.is_some_and(|value| !value.is_empty()));
    let entry = |(name, value): (&str, Option<&String>)| {
        let name = name.trim_end_matches([':', '：']);
        let entry = Entry { label: label(name)?, name: without_blanks(name), value: value?.clone() };
        (entry.label != Label::Other).then_some(entry)
    };
    pairs.map(entry).collect::<Option<Vec<Entry>>>().filter(|entries| entries.len() > 1).unwrap_or_default()
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|&c| !is_blank(c)).collect()
}

/// The origin and the date of a line without labels, and what the site has between its bars beside them:
/// 县政府办公室 2022-03-15, 2022-03-15 | 县政府办公室 | 阅读(33).
pub fn unlabelled(text: &str) -> Option<Vec<Entry>> {
    /// No such line is longer, in bytes.
    const LONGEST: usize = 120;
    if text.len() > LONGEST {
        return None;
    }
    let bars: Vec<String> = text.split(['|', '｜']).map(value).collect();
    let blanks = text.match_indices(is_blank).map(|(at, blank)| [&text[..at], &text[at + blank.len()..]].map(value));
    let rows = std::iter::once(bars).chain(blanks.map(Vec::from));
    let named = rows.into_iter().find_map(|parts| {
        let moment = parts.iter().position(|part| is_moment(part))?;
        let origin = parts.iter().position(|part| organ::is_organ(part))?;
        let entry = |(at, part)| match at {
            _ if at == moment => (Label::Publication("published"), "发布日期", part),
            _ if at == origin => (Label::Publication("origin"), "来源", part),
            _ => (Label::Other, "", part),
        };
        let entries = parts.into_iter().enumerate().map(entry);
        Some(entries.map(|(label, name, value)| Entry { label, name: name.to_owned(), value }).collect())
    });
    named.or_else(|| around_moment(text))
}

/// A date and the time of day between a few words of the site: 甲县发布 2023-01-05 18:30 发表于浙江.
fn around_moment(text: &str) -> Option<Vec<Entry>> {
    /// The longest such word, in characters.
    const LONGEST: usize = 10;
    let (moment, words): (Vec<&str>, Vec<&str>) =
        text.split(is_blank).filter(|part| !part.is_empty()).partition(|part| part.chars().all(is_part_of_moment));
    let are_few = (1..=2).contains(&words.len());
    let is_word = |word: &&str| word.chars().count() <= LONGEST && word.chars().all(is_han);
    let moment = moment.join(" ");
    (are_few && words.iter().all(is_word) && moment.contains(':') && is_moment(&moment)).then(|| {
        let entry = |label, name: &str, value: &str| Entry { label, name: name.to_owned(), value: value.to_owned() };
        let words = words.iter().map(|word| entry(Label::Other, "", word));
        std::iter::once(entry(Label::Publication("published"), "发布日期", &moment)).chain(words).collect()
    })
}

/// Whether a text is a date, with or without the time of day.
pub fn is_moment(text: &str) -> bool {
    text.chars().all(is_part_of_moment) && text.chars().filter(char::is_ascii_digit).count() >= 6
}

fn is_part_of_moment(c: char) -> bool {
    c.is_ascii_digit() || is_blank(c) || "年月日时分秒:：-/.".contains(c)
}

fn value(text: &str) -> String {
    let value = text.trim_matches(|c| is_blank(c) || "[]【】［］|;；".contains(c));
    // （责任编辑：张某）
    let value = if value.contains(['（', '(']) { value } else { value.trim_end_matches(['）', ')']) };
    value.to_owned()
}
