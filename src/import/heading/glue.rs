//! Where a heading ends that text follows without a full stop between them.

use super::LONGEST_RUN_IN;
use crate::readers::is_blank;

/// Where 一是 follows a heading without a full stop.
pub fn before_measures(first: &str) -> Option<usize> {
    let at = first.find("一是").filter(|&at| is_heading_length(&first[..at]))?;
    let before = first[..at].trim_end_matches(is_blank).chars().next_back()?;
    (before.is_alphanumeric() || matches!(before, '”' | '》' | '）' | ')' | '：' | ':' | '，' | ',')).then_some(at)
}

/// Where a heading is joined to a long text without a full stop: at a line end, after a colon, at a wide blank.
pub fn glue(first: &str) -> Option<usize> {
    let colon = first.char_indices().find(|&(_, c)| matches!(c, '：' | ':')).map(|(at, c)| at + c.len_utf8());
    let colon = colon.filter(|&at| !first[..at].contains(['，', ',']) && first[..at].chars().count() <= 26);
    let blank = first.char_indices().find(|&(_, c)| is_blank(c)).map(|(at, _)| at);
    let blank = blank.filter(|&at| first[..at].chars().next_back().is_some_and(char::is_alphanumeric));
    let found = [colon, blank].into_iter().flatten().filter(|&at| is_heading_length(&first[..at])).min();
    found.or_else(|| before_sentence(first))
}

/// What sentences of these reports open with, and no heading goes on with.
const OPENERS: [&str; 38] = [
    "下一步",
    "今年以来",
    "一年来",
    "过去一年",
    "近年来",
    "我县",
    "我市",
    "我区",
    "我省",
    "我州",
    "我镇",
    "我乡",
    "我局",
    "我委",
    "我街道",
    "全县",
    "全市",
    "全区",
    "全镇",
    "全局",
    "全省",
    "县委",
    "市委",
    "区委",
    "县政府",
    "市政府",
    "区政府",
    "镇党委",
    "镇政府",
    "党工委",
    "局党组",
    "局党委",
    "县主要",
    "市主要",
    "区主要",
    "局主要",
    "主要领导",
    "主要负责人",
];
/// What headings end with.
const ENDS: [&str; 35] = [
    "情况", "成效", "问题", "不足", "安排", "打算", "计划", "思路", "原因", "做法", "举措", "困难", "职责", "责任",
    "建设", "工作", "体系", "机制", "能力", "水平", "制度", "程序", "执法", "监督", "改革", "环境", "职能", "决策",
    "化解", "公开", "宣传", "教育", "意识", "管理", "服务",
];

/// How many of [`ENDS`] end a whole heading wherever they stand: no heading goes on behind 存在的问题 with 我县 or a year.
const FINAL: usize = 12;

/// Where the sentence starts that the first words of a section are glued to: 存在的问题我县法治政府建设……, 主要成效2022年，…….
pub fn before_account(first: &str) -> Option<usize> {
    let ends = |heading: &str| ENDS[..FINAL].iter().any(|end| heading.ends_with(end));
    let is_clause = |rest: &str| rest.contains(['，', ',']) && (is_year(rest) || starts(rest, &CLAUSES));
    let opens = |rest: &str| is_clause(rest) || rest.starts_with('我') && starts(rest, &OPENERS);
    let places = first.char_indices().map(|(at, _)| at).take(LONGEST_RUN_IN);
    let mut fitting = places.filter(|&at| is_heading_length(&first[..at]) && ends(&first[..at]) && opens(&first[at..]));
    fitting.next()
}

/// What a clause opens with.
const CLAUSES: [&str; 12] =
    ["一些", "个别", "少数", "当前", "目前", "虽然", "尽管", "今年", "过去一年", "总体而言", "总的来看", "对照"];

fn starts(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.starts_with(word))
}

/// 2022年
fn is_year(text: &str) -> bool {
    text.starts_with("20") && text.chars().nth(4) == Some('年')
}

/// Where a sentence follows a heading with nothing between them: 落实第一责任人职责县主要领导认真……
fn before_sentence(first: &str) -> Option<usize> {
    let opens = |rest: &str| starts(rest, &OPENERS) || is_year(rest);
    let ends = |heading: &str| ENDS.iter().any(|end| heading.ends_with(end));
    let places = first.char_indices().map(|(at, _)| at).take(LONGEST_RUN_IN);
    let mut fitting = places.filter(|&at| is_heading_length(&first[..at]) && opens(&first[at..]) && ends(&first[..at]));
    fitting.find(|&at| first[..at].matches(['，', ',']).count() <= 1)
}

fn is_heading_length(text: &str) -> bool {
    (4..=LONGEST_RUN_IN).contains(&text.chars().count())
}
