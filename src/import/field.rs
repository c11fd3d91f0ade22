//! The site's metadata block: 索引号, 发布机构, 成文日期 and their values.

use super::furniture::tools_at_end;
use super::organ;
use crate::characters::han::is_han;
use crate::document::{Table, plain};
use crate::readers::is_blank;

/// What a label is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// A key of `publication:`.
    Publication(&'static str),
    /// 成文日期
    Date,
    /// 发文字号
    Number,
    /// The title once more.
    Title,
    /// Known, and of no use in a report file: 浏览次数, 字体.
    Other,
}

/// A label with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub label: Label,
    /// As the page has it.
    pub name: String,
    pub value: String,
}

/// Labels as sites write them, longer before shorter where one ends another.
const LABELS: &[(Label, &[&str])] = &[
    (Label::Publication("index"), &["索引号", "索引编号", "信息索引号", "政府信息索引号", "索取号"]),
    (Label::Publication("topic"), &["主题分类", "主题类别", "信息主题", "主题"]),
    (Label::Publication("genre"), &["体裁分类", "公文种类", "文件类型", "体裁", "文种"]),
    (Label::Publication("group"), &["组配分类", "信息分类", "信息类别", "公开目录", "所属分类", "栏目分类", "分类"]),
    (
        Label::Publication("organ"),
        &[
            "发布机构",
            "制发机构",
            "公开机构",
            "发布单位",
            "公开单位",
            "发文机关",
            "发文单位",
            "发文机构",
            "公开主体",
            "责任部门",
            "责任科室",
            "发布部门",
            "公开责任部门",
            "信息提供单位",
        ],
    ),
    (
        Label::Publication("published"),
        &[
            "发布日期",
            "发布时间",
            "信息提供日期",
            "信息发布日期",
            "信息发布时间",
            "网站发布时间",
            "公开日期",
            "公开时间",
            "更新日期",
            "更新时间",
            "发文日期",
            "发文时间",
            "上传时间",
            "录入时间",
            "添加时间",
            "发稿时间",
            "发稿日期",
            "发表时间",
            "发表日期",
            "信息时间",
            "撰写时间",
            "日期",
            "时间",
        ],
    ),
    (Label::Date, &["成文日期", "成文时间", "生成日期", "生成时间", "产生日期", "形成日期", "制发日期"]),
    (Label::Number, &["发文字号", "文件编号", "公文文号", "文件字号", "文号", "文件号"]),
    (Label::Title, &["名称", "标题", "信息名称", "文件名称", "文件标题", "公文名称"]),
    (Label::Publication("validity"), &["有效性", "效力状态", "时效性", "是否有效", "有效状态"]),
    (Label::Publication("summary"), &["内容概述", "内容摘要", "信息概述", "概述", "摘要"]),
    (Label::Publication("keywords"), &["关键词", "关键字", "主题词"]),
    (Label::Publication("audience"), &["服务对象分类", "服务对象"]),
    (Label::Publication("registration"), &["登记号", "规范性文件登记号", "统一登记号", "统一编号"]),
    (Label::Publication("disclosure"), &["公开属性", "公开方式", "公开类别", "公开类型"]),
    (Label::Publication("origin"), &["信息来源", "文章来源", "稿件来源", "来源"]),
    (Label::Publication("editor"), &["责任编辑", "编辑", "责编"]),
    (
        Label::Other,
        &[
            "浏览次数",
            "浏览量",
            "浏览数",
            "浏览",
            "点击数",
            "点击量",
            "点击次数",
            "点击率",
            "点击",
            "阅读次数",
            "阅读量",
            "阅读数",
            "阅读",
            "访问量",
            "访问次数",
            "访问",
            "字体大小",
            "字体",
            "字号",
            "文字大小",
            "文章字号",
            "浏览字体",
            "作者",
            "发布人",
            "发布者",
            "信息发布人",
            "录入",
            "审核",
            "审核人",
            "签发",
            "公开范围",
            "公开时限",
            "公开形式",
            "信息格式",
            "语种",
            "失效日期",
            "废止日期",
            "生效日期",
            "实施日期",
            "有效期",
            "有效期限",
            "载体类型",
            "载体形式",
            "视力保护色",
            "分享到",
            "分享",
            "打印",
            "浏览字号",
            "背景色",
            "您是第",
            "稿源",
            "供稿",
            "供稿人",
            "供稿单位",
            "通讯员",
            "记者",
            "信息员",
            "上传人",
            "审稿",
            "撰稿",
            "撰稿人",
            "校对",
            "初审",
            "复审",
            "终审",
            "信息来源单位",
            "下载",
            "附件下载",
            "所属栏目",
            "栏目",
            "我要纠错",
        ],
    ),
];

/// Short labels that no value ends with, so that they may be glued to one.
const NEVER_ENDING: [&str; 9] =
    ["浏览量", "浏览数", "点击量", "点击数", "点击率", "阅读量", "阅读数", "访问量", "字体"];

/// The label a text is, blanks in it aside.
pub fn label(text: &str) -> Option<Label> {
    let text: String = text.chars().filter(|&c| !is_blank(c)).collect();
    let text = text.trim_matches(|c| "[]【】：:［］|".contains(c) || is_bullet(c));
    LABELS.iter().find(|(_, names)| names.contains(&text)).map(|&(label, _)| label)
}

/// What a list puts before its items.
fn is_bullet(c: char) -> bool {
    matches!(c, '·' | '•' | '●' | '◆' | '■' | '▪')
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
        None => return in_cells(text),
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
    entry.value = value(&entry.value);
    let further = |label, name: &str, value: &str| Entry { label, name: name.to_owned(), value: value.to_owned() };
    let moment = moment.map(|moment| further(Label::Publication("published"), "发布日期", &value(&moment)));
    let tools = tools.map(|tools| further(Label::Other, "", tools.trim_matches(is_blank)));
    std::iter::once(entry).chain(moment).chain(tools).collect()
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
    rows.into_iter().find_map(|parts| {
        let moment = parts.iter().position(|part| is_moment(part))?;
        let origin = parts.iter().position(|part| organ::is_organ(part))?;
        let entry = |(at, part)| match at {
            _ if at == moment => (Label::Publication("published"), "发布日期", part),
            _ if at == origin => (Label::Publication("origin"), "来源", part),
            _ => (Label::Other, "", part),
        };
        let entries = parts.into_iter().enumerate().map(entry);
        Some(entries.map(|(label, name, value)| Entry { label, name: name.to_owned(), value }).collect())
    })
}

/// Whether a text is a date, with or without the time of day.
pub fn is_moment(text: &str) -> bool {
    text.chars().all(is_part_of_moment) && text.chars().filter(char::is_ascii_digit).count() >= 6
}

fn is_part_of_moment(c: char) -> bool {
    c.is_ascii_digit() || is_blank(c) || "年月日时分秒:：-/.".contains(c)
}

/// The longest known label a text ends with, and where it starts; blanks may stand in it: 索 引 号. Behind another label
/// it may be glued to a value: 来源：县司法局发布时间：.
fn label_at_end(text: &str, follows_label: bool) -> Option<(usize, Label)> {
    /// So many characters are a label even when they are glued.
    const TELLING: usize = 4;
    let characters: Vec<(usize, char)> = text.char_indices().rev().filter(|&(_, c)| !is_blank(c)).take(8).collect();
    let ends_with = |name: &str| {
        let length = name.chars().count();
        let matches = name.chars().rev().zip(&characters).all(|(own, &(_, c))| own == c);
        (length <= characters.len() && matches).then(|| characters[length - 1].0)
    };
    let found = LABELS.iter().flat_map(|&(label, names)| names.iter().map(move |name| (label, *name)));
    let best = found.filter_map(|(label, name)| Some((ends_with(name)?, label)));
    best.min_by_key(|&(start, _)| start).filter(|&(start, _)| {
        // 不动产登记时间: a label stands after a blank, a bracket or nothing.
        let before = text[..start].chars().next_back();
        let is_telling = || {
            let name: String = text[start..].chars().filter(|&c| !is_blank(c)).collect();
            name.chars().count() >= TELLING || NEVER_ENDING.contains(&name.as_str())
        };
        let is_glued = |c: char| c.is_ascii_digit() || is_telling();
        before.is_none_or(|c| is_blank(c) || !c.is_alphanumeric() || follows_label && is_glued(c))
    })
}

fn value(text: &str) -> String {
    let value = text.trim_matches(|c| is_blank(c) || "[]【】［］|;；".contains(c));
    // （责任编辑：张某）
    let value = if value.contains(['（', '(']) { value } else { value.trim_end_matches(['）', ')']) };
    value.to_owned()
}
